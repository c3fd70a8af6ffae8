// SPDX-License-Identifier: Apache-2.0
// A random process: a stage that makes blanks out of ore, a stage that finishes them, stocks, orders, an upgrade.
#pragma once

#include "tests/model/random_industry/random_base.hpp"

namespace indus::tests {

class RandomWorks : private RandomPart {
public:
    using RandomPart::RandomPart;

    /// `node`: of heat, or none.
    void add(const std::string& zone, const std::string& node) {
        has_heat_ = !node.empty() && dice_.once_in(2);
        if (dice_.once_in(2)) calendar();
        Process works{.name = "works"};
        works.zone.name = zone;
        if (has_heat_) works.heat_node.name = node;
        if (!scene_.data.list<Calendar>().empty()) works.calendar.name = "shifts";
        works.loss_share = dice_.pick({0, 0.05});
        scene_.add(works);
        stock("ore", 100).initial_level = dice_.pick({0, 20, 100});
        stock("blank", dice_.pick({0, 20, 100}));
        stock("good", dice_.pick({30, 200}));
        raw(stock_named("ore"));
        stage("melt");
        melt_modes();
        if (dice_.once_in(3)) {
            direct();
        } else {
            stage("roll");
            roll_modes();
        }
        orders();
        if (dice_.once_in(3)) upgrade();
        if (dice_.once_in(4)) outage();
        if (dice_.once_in(2)) burn();
    }

private:
    Stock& stock_named(std::string_view name) {
        for (Stock& each : scene_.data.list<Stock>())
            if (each.name == name) return each;
        throw std::logic_error("no such stock");
    }

    void calendar() {
        Calendar shifts{.name = "shifts"};
        if (dice_.once_in(2)) shifts.shifts.steps = {{0, 2.5 * h_}, {3.5 * h_, 24.0}};
        shifts.open = dice_.once_in(2) ? varying({1, 1, 1, 0}) : varying({1, 0.5, 1});
        scene_.add(shifts);
    }

    Stock& stock(std::string name, double capacity) {
        Stock made{.name = std::move(name)};
        made.process.name = "works";
        made.capacity = capacity;
        made.initial_level = capacity * dice_.pick({0, 0.2, 0.5});
        made.end_level = made.initial_level * dice_.pick({0, 0, 1});
        if (dice_.once_in(4)) made.min_level = 0.1 * capacity * (made.initial_level > 0.0 && made.end_level > 0.0);
        made.spoilage_share_per_h = dice_.pick({0, 0, 0.05});
        made.holding_cost_per_unit_h = dice_.pick({0, 0.2});
        if (made.spoilage_share_per_h > 0.0) made.end_level = made.min_level;
        if (dice_.once_in(3)) made.dump_cost_per_unit = dice_.pick({0, 5});
        if (dice_.once_in(4)) {
            made.end_level.reset();
            made.end_value_per_unit = dice_.pick({-2, 0, 10});
        }
        scene_.add(made);
        return scene_.data.list<Stock>().back();
    }

    void raw(Stock& ore) {
        ore.min_level = 0;
        ore.end_value_per_unit.reset();
        ore.end_level = dice_.pick({0, ore.initial_level});
        ore.buy_max_per_h = dice_.pick({0, 10, 40}) / h_;
        ore.buy_cost_per_unit = varying({1, 4});
        if (ore.buy_max_per_h == 0.0) ore.end_level = 0;
        if (ore.spoilage_share_per_h > 0.0) ore.end_level = 0;
    }

    void stage(std::string name) {
        Stage made{.name = std::move(name)};
        made.process.name = "works";
        made.min_run_h = h_ * dice_.pick({0, 0, 1.5, 3});
        made.cool_down_h = h_ * dice_.pick({0, 0, 1.5});
        made.start_cost = dice_.pick({0, 40});
        made.start_energy_mwh = dice_.pick({0, 3});
        if (dice_.once_in(2)) made.changeover_h = h_ * dice_.pick({0, 1, 1.5});
        if (dice_.once_in(2)) made.changeover_cost = dice_.pick({10, 60});
        made.initial_status_h = h_ * dice_.pick({-5, -5, -1, 1, 4});
        if (dice_.once_in(4)) made.ramp_per_h = dice_.pick({5, 12}) / (h_ * h_);
        scene_.add(made);
    }

    StageMode& mode(std::string name, const std::string& stage, const std::string& from, const std::string& to) {
        StageMode made{.name = std::move(name)};
        made.stage.name = stage;
        made.input.items = {{from, dice_.pick({1, 1.1})}};
        made.output.items = {{to, dice_.pick({1, 0.9})}};
        made.cost_per_unit = dice_.pick({0, 0, 2});
        made.energy_mwh_per_unit = dice_.pick({0, 0.4});
        if (has_heat_) made.heat_mwh_per_unit = dice_.pick({0, 0.3});
        scene_.add(made);
        return scene_.data.list<StageMode>().back();
    }

    /// Units per step, so that steps of any length fill stocks alike.
    void levels(StageMode& made) {
        made.max_rate_per_h = dice_.pick({10, 25}) / h_;
        made.min_rate_per_h = made.max_rate_per_h * dice_.pick({0, 0.5, 1});
        made.power_mw = dice_.pick({0, 8});
        if (has_heat_) made.heat_mw = dice_.pick({0, 4});
    }

    void batch(StageMode& made) {
        made.batch_h = h_ * dice_.pick({1, 1.5, 2, 3});
        made.batch_units = dice_.pick({10, 25});
        if (dice_.once_in(2)) made.batch_min_units = made.batch_units * dice_.pick({0, 0.5, 1});
        if (made.batch_h > h_ && dice_.once_in(3))
            made.batch_output_h.items = {{made.output.items.front().name, made.batch_h - h_}};
        made.batch_mw.steps = {{0, dice_.pick({5, 20})}, {0.8 * h_, dice_.pick({0, 10})}};
        if (has_heat_ && dice_.once_in(2)) made.batch_heat_mw.steps = {{0, 5}};
    }

    void melt_modes() {
        StageMode& first = mode("first", "melt", "ore", "blank");
        if (dice_.once_in(2))
            batch(first);
        else
            levels(first);
        if (dice_.once_in(2)) return;
        StageMode& second = mode("second", "melt", "ore", "blank");
        if (dice_.once_in(2)) second.product = "other";
        if (dice_.once_in(2))
            batch(second);
        else
            levels(second);
        if (dice_.once_in(3)) idle("melt");
    }

    void idle(const std::string& stage) {
        StageMode made{.name = "idle_" + stage};
        made.stage.name = stage;
        made.power_mw = 2;
        scene_.add(made);
    }

    void roll_modes() {
        StageMode& first = mode("fine", "roll", "blank", "good");
        if (dice_.once_in(3))
            batch(first);
        else
            levels(first);
        if (dice_.once_in(2)) return;
        StageMode& second = mode("coarse", "roll", "blank", "good");
        second.product = "rough";
        levels(second);
    }

    /// No second stage: blanks are sold.
    void direct() {
        is_direct_ = true;
        Stock& blank = stock_named("blank");
        blank.sell_max_per_h = 20 / h_;
        blank.sell_value_per_unit = varying({0, 20, 60});
    }

    void orders() {
        Order due{.name = "ship"};
        due.stock.name = is_direct_ ? "blank" : "good";
        due.amount = dice_.pick({10, 30, 60});
        if (dice_.once_in(2)) due.due.time = after(2 + dice_.roll(steps_ - 2));
        if (dice_.once_in(3)) due.release.time = after(1);
        if (!dice_.once_in(3)) due.late_cost_per_unit_h = dice_.pick({0, 2}) / h_;
        if (!dice_.once_in(6)) due.lost_cost_per_unit = dice_.pick({15, 200});
        if (dice_.once_in(4)) due.max_per_h = 12 / h_;
        scene_.add(due);
        if (!dice_.once_in(3)) return;
        Order daily{.name = "daily"};
        daily.stock.name = due.stock.name;
        for (int first = 0; first < steps_; first += 3)
            daily.amount_per_window.windows.push_back({first, std::min(3, steps_ - first), dice_.pick({0, 10})});
        daily.lost_cost_per_unit = 60;
        if (dice_.once_in(2)) daily.late_cost_per_unit_h = 1;
        scene_.add(daily);
    }

    void upgrade() {
        Upgrade drive{.name = "drive"};
        drive.stage.name = "melt";
        drive.cost_per_year = dice_.pick({0, 20'000, 400'000});
        drive.saving_share = dice_.pick({0, 0.3});
        if (has_heat_) drive.heat_saving_share = dice_.pick({0, 0.5});
        if (dice_.once_in(2)) {
            drive.recovered_mwh_per_unit = 0.2;
            drive.recovered_max_mw = dice_.pick({1, 5});
        }
        drive.build = static_cast<UpgradeChoice>(dice_.roll(3));
        scene_.add(drive);
    }

    void outage() {
        Outage made;
        made.name = "melt is out";
        made.plant = "melt";
        made.from.time = after(1 + dice_.roll(steps_ - 2));
        made.to.time = *made.from.time + std::chrono::minutes{std::lround(90.0 * h_)};
        if (dice_.once_in(2)) made.available_share = 0.5;
        scene_.add(made);
    }

    /// Modes that make something burn coal where there is some, and emit by their ore.
    void burn() {
        bool has_coal = false;
        for (const Fuel& each : scene_.data.list<Fuel>()) has_coal = has_coal || each.name == "coal";
        for (StageMode& each : scene_.data.list<StageMode>()) {
            if (!each.is_batch() && each.max_rate_per_h == 0.0) continue;
            each.process_emissions_t_per_unit = dice_.pick({0, 0.1});
            if (!has_coal || dice_.once_in(2)) continue;
            each.fuel.name = "coal";
            each.fuel_gj_per_unit = dice_.pick({0.5, 3});
        }
    }

    bool has_heat_ = false, is_direct_ = false;
};

}  // namespace indus::tests
