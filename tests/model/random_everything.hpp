// SPDX-License-Identifier: Apache-2.0
// Random systems of power: zones joined by lines, stores, weather, water, plants, reserves, losses. What industry has
// stands in random_industry/.
#pragma once

#include "tests/model/random_systems.hpp"

namespace indus::tests {

class RandomEverything : private RandomSystem {
public:
    explicit RandomEverything(unsigned seed, int least_steps = 3) : RandomSystem{seed}, least_steps_{least_steps} {}

    Scene make() {
        steps_ = least_steps_ + dice_.roll(5);
        h_ = dice_.pick({0.25, 1.0, 2.0});
        Scene scene{steps_, h_};
        scene.data.settings.cost_segments = 1 + dice_.roll(3);
        zones_ = {"zone"};
        for (int i = dice_.roll(3); i > 0; --i) scene.zone(zones_.emplace_back(fmt::format("zone_{}", i)));
        for (Zone& zone : scene.data.list<Zone>())
            if (!dice_.once_in(3)) zone.surplus_cost_per_mwh = dice_.pick({0.0, 5.0, 60.0});
        scene.add(Fuel{.name = "coal", .price_per_gj = varying({0.0, 0.0, 2.0}), .emission_factor_t_per_gj = 0.1});
        scene.add(Fuel{.name = "oil", .price_per_gj = varying({1.0, 4.0}), .emission_factor_t_per_gj = 0.07});
        if (dice_.once_in(2)) scene.add(Policy{.name = "tax", .carbon_price_per_t = varying({0.0, 20.0})});
        for (int i = 1 + dice_.roll(2); i > 0; --i) {
            scene.add(plant(fmt::format("plant_{}", i)));
            ThermalPlant& added = scene.data.list<ThermalPlant>().back();
            added.zone.name = any_zone();
            if (dice_.once_in(4)) burn_oil_too(added);
            if (dice_.once_in(4)) added.ramp_up_cost_per_mw = dice_.pick({0.5, 20.0});
            if (dice_.once_in(4)) added.ramp_down_cost_per_mw = dice_.pick({0.5, 20.0});
        }
        add_weather(scene);
        for (int i = dice_.roll(3); i > 0; --i) scene.add(reservoir(fmt::format("dam_{}", i)));
        for (int i = dice_.roll(3); i > 0; --i) scene.add(battery(fmt::format("cell_{}", i)));
        for (int i = zones_.size() > 1 ? 1 + dice_.roll(3) : 0; i > 0; --i) scene.add(line(fmt::format("line_{}", i)));
        for (int i = 1 + dice_.roll(3); i > 0; --i) scene.add(demand(fmt::format("town_{}", i)));
        if (dice_.once_in(2)) add_reserve(scene, "spinning", 100.0);
        if (dice_.once_in(4)) add_reserve(scene, "slow", 100.0);
        for (Reserve& product : scene.data.list<Reserve>()) product.sustain_h = dice_.pick({0.0, 0.5, 2.0});
        return scene;
    }

private:
    std::string any_zone() { return zones_[static_cast<std::size_t>(dice_.roll(static_cast<int>(zones_.size())))]; }

    void burn_oil_too(ThermalPlant& p) {
        if (!p.fuel.is_set()) return;
        p.second_fuel.name = "oil";
        p.second_fuel_heat_factor = dice_.pick({1.0, 1.1});
        p.fuel_choice = static_cast<FuelChoice>(dice_.roll(3));
        if (p.fuel_choice == FuelChoice::mix) p.second_fuel_max_share = dice_.pick({0.3, 1.0});
        p.initial_second_fuel = p.fuel_choice == FuelChoice::start && p.initially_on() && dice_.once_in(2);
    }

    template <class Plant>
    void add_variable_plant(Scene& scene, const std::string& name) {
        Plant p;
        p.name = name;
        p.zone.name = any_zone();
        p.capacity_mw = dice_.pick({0, 30, 80});
        p.availability = varying({0.0, 0.3, 1.0});
        p.variable_cost_per_mwh = dice_.pick({-5, 0, 2});
        p.curtailment_cost_per_mwh = dice_.pick({0, 0, 10});
        scene.add(p);
    }

    void add_weather(Scene& scene) {
        if (dice_.once_in(2)) add_variable_plant<SolarPlant>(scene, "sun");
        if (dice_.once_in(2)) add_variable_plant<WindPlant>(scene, "wind");
        if (dice_.once_in(2)) return;
        RunOfRiver river;
        river.name = "river";
        river.zone.name = any_zone();
        river.capacity_mw = 30;
        river.inflow_mw = varying({0.0, 20.0, 50.0});
        river.environmental_release_mw = varying({0.0, 5.0, 30.0});
        river.variable_cost_per_mwh = dice_.pick({0, 3});
        scene.add(river);
    }

    Reservoir reservoir(std::string name) {
        Reservoir r;
        r.name = std::move(name);
        r.zone.name = any_zone();
        r.capacity_mw = dice_.pick({0, 20, 60});
        r.min_level_mwh = dice_.pick({0, 10});
        r.max_level_mwh = r.min_level_mwh + dice_.pick({0, 40, 200});
        r.initial_level_mwh = r.min_level_mwh + (r.max_level_mwh - r.min_level_mwh) * dice_.pick({0.0, 0.5, 1.0});
        r.inflow_mw = varying({0.0, 10.0, 30.0});
        if (dice_.once_in(3)) r.environmental_release_mw = dice_.pick({2, 12});
        if (dice_.once_in(3)) r.irrigation_min_mwh.constant = dice_.pick({0, 120, 480});
        if (dice_.once_in(3)) r.irrigation_max_mwh.constant = dice_.pick({480, 960});
        if (dice_.once_in(3)) r.bypass_capacity_mw = dice_.pick({0, 20});
        if (dice_.once_in(2)) r.end_value_per_mwh = dice_.pick({0, 25, 100});
        r.bypass_cost_per_mwh = dice_.pick({0, 1});
        r.provides_reserve = !dice_.once_in(4);
        return r;
    }

    Battery battery(std::string name) {
        Battery b;
        b.name = std::move(name);
        b.zone.name = any_zone();
        b.charge_mw = dice_.pick({0, 10, 40});
        b.discharge_mw = dice_.pick({10, 40});
        b.energy_mwh = dice_.pick({10, 40});
        b.min_level_mwh = dice_.pick({0, 5});
        b.charge_efficiency = dice_.pick({1.0, 0.9, 0.5});
        b.discharge_efficiency = dice_.pick({1.0, 0.9, 0.5});
        b.standing_loss_share_per_h = dice_.pick({0.0, 0.0, 0.1, 1.0});
        b.throughput_cost_per_mwh = dice_.pick({0, 0, 2});
        b.initial_level_mwh = dice_.pick({5, 10});
        if (dice_.once_in(3)) b.end_level_mwh = 5;
        if (!b.end_level_mwh && dice_.once_in(2)) b.end_value_per_mwh = dice_.pick({0, 40});
        b.provides_reserve = !dice_.once_in(4);
        return b;
    }

    Line line(std::string name) {
        Line l;
        l.name = std::move(name);
        l.from.name = any_zone();
        do l.to.name = any_zone();
        while (l.to.name == l.from.name);
        l.capacity_mw = varying({0.0, 20.0, 60.0});
        if (dice_.once_in(3)) l.reverse_capacity_mw = dice_.pick({0, 15});
        l.loss_share = dice_.pick({0.0, 0.05, 0.3});
        if (dice_.once_in(3)) {
            l.technology = LineTechnology::hvdc;
            l.converter_loss_share = 0.01;
        }
        l.wheeling_cost_per_mwh = dice_.pick({0, 0, 2});
        return l;
    }

    Demand demand(std::string name) {
        Demand d;
        d.name = std::move(name);
        d.zone.name = any_zone();
        d.load_mw = varying({0.0, 20.0, 50.0, 90.0});
        d.loss_share = dice_.pick({0.0, 0.05});
        if (dice_.once_in(3)) d.level = DemandLevel::sent_out;
        d.value_of_lost_load_per_mwh.steps = {{0.0, dice_.pick({35, 400})}};
        if (dice_.once_in(2)) d.value_of_lost_load_per_mwh.steps.push_back({0.3, 500});
        return d;
    }

    int least_steps_;
    std::vector<std::string> zones_;
};

}  // namespace indus::tests
