// SPDX-License-Identifier: Apache-2.0
// Random contracts, shiftable loads and heat for a random system.
#pragma once

#include "tests/model/random_systems.hpp"

namespace indus::tests {

/// Adds them to a random system.
class RandomHeatAndContracts {
public:
    RandomHeatAndContracts(Scene scene, unsigned seed) : scene_{std::move(scene)}, dice_{seed} {}

    Scene make() {
        h_ = scene_.data.horizon.hours(0);
        if (!dice_.once_in(3)) contract("first");
        if (dice_.once_in(3)) contract("second");
        if (!dice_.once_in(3)) load();
        scene_.add(HeatNode{.name = "steam", .zone = {.name = "zone"}, .may_vent = !dice_.once_in(3)});
        HeatDemand works;
        works.name = "works";
        works.node.name = "steam";
        works.load_mw = varying({0.0, 10.0, 30.0, 60.0});
        works.value_of_lost_heat_per_mwh = 300;
        scene_.add(works);
        boiler("shell", "oil");
        if (dice_.once_in(2)) boiler("rod", "");
        if (!dice_.once_in(3)) cogeneration();
        if (dice_.once_in(2)) store();
        return std::move(scene_);
    }

private:
    Profile varying(std::initializer_list<double> values) {
        std::vector<double> made;
        for (int t = 0; t < scene_.data.horizon.step_count(); ++t) made.push_back(dice_.pick(values));
        return Profile{made};
    }

    void contract(std::string name) {
        InterruptibleContract c;
        c.name = std::move(name);
        c.demand.name = scene_.data.list<Demand>().front().name;
        c.power_mw = varying({0.0, 20.0, 60.0});
        c.notice_h = dice_.pick({0, 0, 1, 2.5});
        c.shortest_call_h = h_ * dice_.pick({0, 1.5, 2});
        c.longest_call_h = h_ * dice_.pick({2, 2.5, 30});
        c.rest_h = h_ * dice_.pick({0, 1.5, 3});
        if (dice_.once_in(2)) c.calls_per_month = dice_.pick({0, 1, 2});
        if (dice_.once_in(3)) c.hours_since_call = h_;
        c.loss_per_mwh = dice_.pick({0, 25, 100});
        c.loss_per_call = dice_.pick({0, 100});
        c.payback_share = dice_.pick({0.0, 0.5, 1.2});
        c.payback_h = h_ * dice_.pick({1, 2.5});
        if (c.payback_share > 0.0 && dice_.once_in(2)) c.payback_mw = 15;
        scene_.add(c);
    }

    void load() {
        ShiftableLoad l;
        l.name = "pump";
        l.zone.name = "zone";
        l.max_mw = 40.0;
        l.min_mw = dice_.pick({0.0, 5.0});
        l.loss_share = dice_.pick({0.0, 0.1});
        l.value_of_lost_load_per_mwh = dice_.pick({30, 500});
        if (dice_.once_in(2)) {
            l.planned_mw = varying({0.0, 10.0, 30.0});
            l.shift_loss_share = dice_.pick({0.0, 0.2});
        }
        const bool has_plan =
            std::any_of(l.planned_mw.values.begin(), l.planned_mw.values.end(), [](double each) { return each > 0.0; });
        if (!has_plan) l.shift_loss_share = 0.0;
        if (!has_plan || dice_.once_in(2)) {
            l.energy_mwh.constant = dice_.pick({120, 400});
            l.open_from_h = dice_.pick({0, 1, 22});
            l.open_to_h = dice_.pick({3, 24});
        }
        if (dice_.once_in(2)) {
            l.ramp_mw_per_h = dice_.pick({5, 20}) / h_;
            if (dice_.once_in(2)) l.initial_mw = 10;
        }
        scene_.add(l);
    }

    template <class Plant>
    void commitment(Plant& p) {
        p.start_cost = dice_.pick({0, 50, 300});
        p.min_up_h = h_ * dice_.pick({0, 1.5, 2});
        p.min_down_h = h_ * dice_.pick({0, 1.5, 2});
        p.initial_status_h = h_ * dice_.pick({-5, -1, 1, 5});
        p.variable_cost_per_mwh = dice_.pick({0, 2});
        p.no_load_gj_per_h = dice_.pick({0, 10});
        if (dice_.once_in(3)) p.ramp_mw_per_h = 15 / h_;
        if (!dice_.once_in(3)) return;
        const double from = h_ * dice_.roll(4);
        Outage outage =
            out(p.name, from, from + h_ * 1.5, dice_.once_in(2) ? OutageCause::forced : OutageCause::planned);
        if (dice_.once_in(2)) outage.available_share = 0.5;
        scene_.add(outage);
    }

    void boiler(std::string name, std::string fuel) {
        Boiler b;
        b.name = std::move(name);
        b.node.name = "steam";
        b.fuel.name = std::move(fuel);
        b.capacity_mw = dice_.pick({0, 30, 50});
        b.min_heat_mw = b.capacity_mw * dice_.pick({0.0, 0.4});
        b.efficiency = dice_.pick({0.8, 1.0, 3.0});
        commitment(b);
        scene_.add(b);
    }

    void cogeneration() {
        Cogeneration c;
        c.name = "chp";
        c.zone.name = "zone";
        c.node.name = "steam";
        c.fuel.name = "coal";
        c.capacity_mw = dice_.pick({30, 60});
        c.min_output_mw = c.capacity_mw * dice_.pick({0.0, 0.4});
        c.power_to_heat = dice_.pick({0.4, 1.0});
        c.heat_rate_gj_per_mwh = 8;
        if (dice_.once_in(2)) {
            c.type = CogenerationType::back_pressure;
        } else {
            c.power_loss_per_heat = dice_.pick({0.0, 0.2});
            c.max_heat_mw = dice_.pick({20, 60});
        }
        commitment(c);
        c.must_run = c.initial_status_h > 0.0 && dice_.once_in(4);
        scene_.add(c);
    }

    void store() {
        HeatStore s;
        s.name = "tank";
        s.node.name = "steam";
        s.charge_mw = dice_.pick({10, 40});
        s.discharge_mw = dice_.pick({10, 40});
        s.energy_mwh = dice_.pick({10, 60});
        s.charge_efficiency = dice_.pick({1.0, 0.9});
        s.discharge_efficiency = dice_.pick({1.0, 0.9});
        s.standing_loss_share_per_h = dice_.pick({0.0, 0.05, 1.0});
        s.initial_level_mwh = dice_.pick({0, 10});
        s.end_level_mwh = 0;
        scene_.add(s);
    }

    Scene scene_;
    Dice dice_;
    double h_ = 1.0;
};

}  // namespace indus::tests
