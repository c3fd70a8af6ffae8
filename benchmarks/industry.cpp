// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/industry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "benchmarks/dice.hpp"

namespace indus::bench {

namespace {

using namespace model;

constexpr const char* zone_name = "estate";
/// What is ordered of what could be made.
constexpr double share_ordered = 0.75;

class Industry {
public:
    Industry(Supply supply, int processes, int hours, int minutes, unsigned seed) : dice_{seed} {
        data_.settings.name = fmt::format("industry_{}_{}_{}_{}", processes, hours, minutes, seed);
        const TimePoint monday{std::chrono::local_days{std::chrono::year{2025} / 1 / 13}};
        data_.horizon = Horizon::uniform(monday, minutes / 60.0, hours * 60 / minutes);
        data_.list<Zone>().push_back({.name = zone_name});
        for (int k = 0; k < processes; ++k) add_process(k);
        add_supply(supply);
    }

    System finished() {
        auto made = System::create(std::move(data_));
        if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
            throw std::runtime_error(to_string(issues->front()));
        return std::get<System>(std::move(made));
    }

private:
    void add_process(int k) {
        const std::string name = fmt::format("works {}", k + 1);
        Process process{.name = name};
        process.zone.name = zone_name;
        process.product = name + " goods";
        data_.list<Process>().push_back(process);
        const double size_mw = std::round(dice_.between(2.0, 20.0));
        if (k % 3 == 0)
            mill(name, size_mw);
        else if (k % 3 == 1)
            furnace(name, size_mw);
        else
            kiln(name, size_mw);
        peak_mw_ += size_mw;
    }

    Stage& stage(const std::string& process, const std::string& name, double min_run_h, double cool_down_h) {
        Stage made{.name = process + " " + name, .min_run_h = min_run_h, .cool_down_h = cool_down_h};
        made.process.name = process;
        made.start_cost = std::round(dice_.between(20.0, 200.0));
        return data_.list<Stage>().emplace_back(std::move(made));
    }

    /// A mode that gives to a stock.
    StageMode& mode(const Stage& stage, const std::string& output) {
        StageMode made{.name = stage.name + " on"};
        made.stage.name = stage.name;
        made.output = WeightedNames{{{output, 1.0}}};
        return data_.list<StageMode>().emplace_back(std::move(made));
    }

    void stock(const std::string& process, const std::string& name, double hours_of_rate, double rate_per_h) {
        Stock made{.name = name, .capacity = hours_of_rate * rate_per_h};
        made.process.name = process;
        made.initial_level = 0.5 * made.capacity;
        data_.list<Stock>().push_back(std::move(made));
    }

    void order(const std::string& goods, double per_day) {
        Order made{.name = goods + " sold"};
        made.stock.name = goods;
        made.amount_per_window.constant = per_day;
        made.late_cost_per_unit_h = 2.0;
        made.lost_cost_per_unit = 500.0;
        data_.list<Order>().push_back(std::move(made));
    }

    void mill(const std::string& name, double size_mw) {
        const std::string goods = name + " goods";
        StageMode& on = mode(stage(name, "mill", 2.0, 1.0), goods);
        on.max_rate_per_h = 10.0;
        on.min_rate_per_h = 4.0;
        on.power_mw = 0.2 * size_mw;
        on.energy_mwh_per_unit = 0.8 * size_mw / on.max_rate_per_h;
        stock(name, goods, 16.0, on.max_rate_per_h);
        order(goods, share_ordered * 24.0 * 10.0);
    }

    void furnace(const std::string& name, double size_mw) {
        const std::string goods = name + " goods";
        StageMode& heat = mode(stage(name, "furnace", 0.0, 0.0), goods);
        heat.batch_h = dice_.between(0.0, 1.0) < 0.5 ? 1.0 : 1.5;
        heat.batch_units = 15.0;
        heat.batch_mw.steps = {{0.0, 0.3 * size_mw}, {0.25, size_mw}, {0.75, 0.6 * size_mw}};
        const double rate_per_h = heat.batch_units / heat.batch_h;
        stock(name, goods, 24.0, rate_per_h);
        order(goods, share_ordered * 24.0 * rate_per_h);
    }

    void kiln(const std::string& name, double size_mw) {
        const std::string meal = name + " meal", goods = name + " goods";
        StageMode& crush = mode(stage(name, "crusher", 1.0, 0.5), meal);
        crush.min_rate_per_h = crush.max_rate_per_h = 14.0;
        crush.power_mw = 0.6 * size_mw;
        StageMode& burn = mode(stage(name, "kiln", 12.0, 6.0), goods);
        burn.input = WeightedNames{{{meal, 1.0}}};
        burn.min_rate_per_h = 6.0;
        burn.max_rate_per_h = 10.0;
        burn.power_mw = 0.1 * size_mw;
        burn.energy_mwh_per_unit = 0.3 * size_mw / burn.max_rate_per_h;
        stock(name, meal, 12.0, crush.max_rate_per_h);
        stock(name, goods, 24.0, burn.max_rate_per_h);
        order(goods, share_ordered * 24.0 * burn.max_rate_per_h);
    }

    /// Hour of the day at which step t begins.
    double hour_of(int t) const { return std::fmod(data_.horizon.hours_before(t), 24.0); }

    bool is_evening(int t) const { return hour_of(t) >= 17.0 && hour_of(t) < 21.0; }

    void add_supply(Supply supply) {
        if (supply == Supply::grid_and_engines) {
            add_grid();
            for (int u = 0; u < 16; ++u) add_engine(u);
        } else {
            for (int u = 0; u < 6; ++u) add_large_unit(u);
        }
        add_sun_and_town();
    }

    /// At B-4's rates of February 2026, 23.39 and 35.68 PKR/kWh, in peak hours of winter, at 277.5 PKR/USD.
    void add_grid() {
        Trade grid;
        grid.name = "grid";
        grid.zone.name = zone_name;
        grid.import_capacity_mw.constant = std::round(0.5 * peak_mw_);
        std::vector<double> price;
        for (int t = 0; t < data_.horizon.step_count(); ++t) price.push_back(is_evening(t) ? 128.6 : 84.3);
        grid.import_price_per_mwh = Profile{std::move(price)};
        data_.list<Trade>().push_back(std::move(grid));
    }

    ThermalPlant plant(const std::string& name, double capacity_mw, double least_share) {
        ThermalPlant made;
        made.name = name;
        made.zone.name = zone_name;
        made.capacity_mw = std::round(capacity_mw);
        made.min_output_mw = std::round(least_share * made.capacity_mw);
        return made;
    }

    void add_engine(int number) {
        ThermalPlant engine = plant(fmt::format("engine {}", number + 1), 0.025 * peak_mw_, 0.5);
        engine.variable_cost_per_mwh = 60.0 + 1.5 * number;
        engine.no_load_cost_per_h = 6.0 * engine.capacity_mw;
        engine.start_cost.steps = {{0.0, 15.0 * engine.capacity_mw}};
        engine.min_up_h = engine.min_down_h = 1.0;
        engine.initial_status_h = -24.0;
        data_.list<ThermalPlant>().push_back(std::move(engine));
    }

    void add_large_unit(int number) {
        ThermalPlant unit = plant(fmt::format("unit {}", number + 1), 0.25 * peak_mw_, 0.4);
        unit.variable_cost_per_mwh = 30.0 + 18.0 * number;
        unit.no_load_cost_per_h = 2.0 * unit.capacity_mw;
        unit.start_cost.steps = {{0.0, 40.0 * unit.capacity_mw}};
        unit.min_up_h = unit.min_down_h = 6.0 - number;
        unit.initial_status_h = number < 3 ? 24.0 : -24.0;
        if (number < 3) unit.initial_output_mw = unit.min_output_mw;
        data_.list<ThermalPlant>().push_back(std::move(unit));
    }

    void add_sun_and_town() {
        std::vector<double> sun, town_mw;
        for (int t = 0; t < data_.horizon.step_count(); ++t) {
            const double hour = hour_of(t);
            sun.push_back(std::max(0.0, std::sin(std::numbers::pi * (hour - 6.0) / 12.0)));
            const bool is_busy = hour >= 17.0 && hour < 22.0;
            town_mw.push_back(peak_mw_ * (is_busy ? 0.5 : 0.25) * dice_.between(0.95, 1.05));
        }
        SolarPlant solar;
        solar.name = "solar";
        solar.zone.name = zone_name;
        solar.capacity_mw = std::round(0.6 * peak_mw_);
        solar.availability = Profile{std::move(sun)};
        data_.list<SolarPlant>().push_back(std::move(solar));
        Demand town;
        town.name = "town";
        town.zone.name = zone_name;
        town.load_mw = Profile{std::move(town_mw)};
        town.value_of_lost_load_per_mwh.steps = {{0.0, 3000.0}};
        data_.list<Demand>().push_back(std::move(town));
    }

    Dice dice_;
    SystemData data_{};
    double peak_mw_ = 0.0;
};

}  // namespace

System industry_system(Supply supply, int processes, int hours, int minutes, unsigned seed) {
    if (processes < 1 || hours < 1 || minutes < 1 || 60 % minutes != 0)
        throw std::runtime_error("expected processes and hours above 0 and minutes that divide an hour");
    return Industry{supply, processes, hours, minutes, seed}.finished();
}

}  // namespace indus::bench
