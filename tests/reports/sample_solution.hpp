// SPDX-License-Identifier: Apache-2.0
// A made-up run in which everything occurs: two grid zones and an industrial zone, ten plants of all kinds,
// lines with losses, unserved energy with causes, curtailment, reserve with a shortfall, prices that are not
// unique. Nobody optimised it, but its balances hold at every step and its costs add up, as a digest needs.
//
//     const SampleRun run = sample_run();                        // 48 hours
//     const SampleRun year = sample_run({.steps = 8760, .copies = 15});
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"
#include "reports/write_results.hpp"

namespace indus::reports::samples {

struct SampleOptions {
    int steps = 48;
    double step_hours = 1.0;
    int copies = 1;             ///< each thermal, solar and wind plant comes this many times, in equal shares
    std::string odd_name = "";  ///< appended to names of a zone, a plant and a cause
};

struct SampleRun {
    model::System system;
    model::Solution solution;
};

namespace detail {

using model::Profile;

inline constexpr double line_loss = 0.03;
inline constexpr double fuel_price = 600.0;

inline double wave(double hour, double peak_hour, double width) {
    const double distance = std::remainder(hour - peak_hour, 24.0) / width;
    return std::exp(-0.5 * distance * distance);
}

struct Unit {
    std::string name, zone, technology, fuel;
    double capacity, least, heat_rate, start_cost;
};
inline const std::vector<Unit>& units() {
    static const std::vector<Unit> all{{"coal_sahiwal", "south", "coal", "imported_coal", 660, 330, 9.8, 4.0e6},
                                       {"lignite_thar", "south", "lignite", "thar_lignite", 330, 165, 10.6, 2.5e6},
                                       {"ccgt_north", "north", "gas", "rlng", 450, 150, 7.0, 1.2e6},
                                       {"oil_peaker", "north", "furnace_oil", "furnace_oil", 160, 20, 10.5, 2.0e5},
                                       {"nuclear_coast", "south", "nuclear", "uranium", 300, 300, 10.9, 0.0}};
    return all;
}

inline model::System build_system(const SampleOptions& o) {
    using namespace model;
    SystemData data;
    data.settings = {
        .name = "indus_sample",
        .title = "Sample of the Indus valley" + o.odd_name,
        .description = "A made-up system of two grid zones and one industrial zone, for looking at reports.",
        .scenario = "base",
        .scenario_description = "",
        .currency = "PKR",
        .exchange_rates = {{"USD", 1.0 / 278.5}},
        .utc_offset_minutes = 300,
        .cost_segments = 10};
    const auto start = std::chrono::local_days{std::chrono::January / 13 / 2025} + std::chrono::minutes{0};
    data.horizon = Horizon::uniform(start, o.step_hours, o.steps);
    data.list<Zone>() = {{"north", "North", ZoneRole::grid, {}},
                         {"south", "South", ZoneRole::grid, 10.0},
                         {"gwadar", "Gwadar Free Zone" + o.odd_name, ZoneRole::industrial, {}}};
    data.list<Fuel>() = {{"imported_coal", 1.1 * fuel_price, 0.0946},
                         {"thar_lignite", 0.6 * fuel_price, 0.101},
                         {"rlng", 3.4 * fuel_price, 0.0561},
                         {"furnace_oil", 4.0 * fuel_price, 0.0774},
                         {"uranium", 0.2 * fuel_price, 0.0}};
    Reserve reserve;
    reserve.name = "spinning";
    reserve.requirement_mw = 60.0;
    reserve.share_of_load = 0.03;
    reserve.shortfall_cost_per_mwh = 50000.0;
    data.list<Reserve>() = {reserve};
    for (const Unit& unit : units())
        for (int k = 0; k < o.copies; ++k) {
            ThermalPlant plant;
            plant.name = o.copies == 1 ? unit.name : unit.name + "_" + std::to_string(k + 1);
            if (unit.name == "oil_peaker") plant.name += o.odd_name;
            plant.zone = {unit.zone};
            plant.technology = unit.technology;
            plant.fuel = {unit.fuel};
            plant.capacity_mw = unit.capacity / o.copies;
            plant.min_output_mw = unit.least / o.copies;
            plant.heat_rate_gj_per_mwh = unit.heat_rate;
            plant.variable_cost_per_mwh = 350.0;
            plant.min_up_h = 4.0;
            plant.initial_status_h = 24.0;
            if (unit.start_cost > 0.0) plant.start_cost.steps = {{0.0, unit.start_cost / o.copies}};
            data.list<ThermalPlant>().push_back(plant);
        }
    const auto hourly = [&](auto value) {
        std::vector<double> values;
        values.reserve(static_cast<std::size_t>(o.steps));
        for (int t = 0; t < o.steps; ++t) values.push_back(value((t + 0.5) * o.step_hours));
        return Profile{values};
    };
    RunOfRiver river;
    river.name = "ror_jhelum";
    river.zone = {"north"};
    river.capacity_mw = 220.0;
    river.inflow_mw = hourly([](double h) { return 190.0 + 55.0 * std::sin(h / 40.0); });
    data.list<RunOfRiver>() = {river};
    Reservoir dam;
    dam.name = "tarbela";
    dam.zone = {"north"};
    dam.capacity_mw = 900.0;
    dam.min_level_mwh = 20000.0;
    dam.max_level_mwh = 90000.0;
    dam.inflow_mw = 420.0;
    dam.initial_level_mwh = 60000.0;
    dam.end_level_mwh = 30000.0;
    data.list<Reservoir>() = {dam};
    for (int k = 0; k < o.copies; ++k) {
        const std::string suffix = o.copies == 1 ? "" : "_" + std::to_string(k + 1);
        SolarPlant solar;
        solar.name = "solar_quaid" + suffix;
        solar.zone = {"south"};
        solar.capacity_mw = 900.0 / o.copies;
        solar.availability =
            hourly([](double h) { return std::max(0.0, 0.85 * wave(std::fmod(h, 24.0), 12.3, 2.6) - 0.01); });
        data.list<SolarPlant>().push_back(solar);
        WindPlant wind;
        wind.name = "wind_jhimpir" + suffix;
        wind.zone = {"south"};
        wind.capacity_mw = 400.0 / o.copies;
        wind.availability = hourly([](double h) { return 0.35 + 0.25 * std::sin(h / 9.0) + 0.1 * std::sin(h / 2.3); });
        data.list<WindPlant>().push_back(wind);
    }
    Battery battery;
    battery.name = "battery_gwadar";
    battery.zone = {"gwadar"};
    battery.charge_mw = 30.0;
    battery.discharge_mw = 30.0;
    battery.energy_mwh = 90.0;
    battery.charge_efficiency = 0.9;
    battery.end_level_mwh = 0.0;
    data.list<Battery>() = {battery};
    const auto line = [](std::string name, std::string from, std::string to, double capacity) {
        Line made;
        made.name = std::move(name);
        made.from = {std::move(from)};
        made.to = {std::move(to)};
        made.capacity_mw = capacity;
        made.loss_share = line_loss;
        made.wheeling_cost_per_mwh = 12.0;
        return made;
    };
    data.list<Line>() = {line("north_south", "north", "south", 500.0), line("coast_link", "south", "gwadar", 120.0)};
    const auto demand = [&](std::string name, std::string zone, std::string sector, double base, double evening,
                            double day, double value) {
        Demand made;
        made.name = std::move(name);
        made.zone = {std::move(zone)};
        made.sector = std::move(sector);
        made.load_mw = hourly([=](double h) {
            const double clock = std::fmod(h, 24.0);
            return base + evening * wave(clock, 19.5, 2.2) + day * wave(clock, 13.0, 4.0);
        });
        made.loss_share = 0.05;
        made.value_of_lost_load_per_mwh.steps = {{0.0, value}};
        return made;
    };
    data.list<Demand>() = {demand("north_homes", "north", "household", 560, 290, 120, 60000),
                           demand("south_all", "south", "all", 900, 260, 300, 60000),
                           demand("gwadar_textile", "gwadar", "textile", 58, 6, 26, 110000),
                           demand("gwadar_steel", "gwadar", "steel", 46, 0, 14, 75000)};
    auto made = System::create(std::move(data));
    if (auto* issues = std::get_if<std::vector<Issue>>(&made)) throw std::runtime_error(to_string(issues->front()));
    return std::get<System>(made);
}

/// Gathers series and costs of the made-up dispatch.
class Recorder {
public:
    explicit Recorder(const SampleOptions& o) : o_{o} {}
    void set(const std::string& kind, const std::string& owner, const std::string& quantity, const std::string& unit,
             int t, double value) {
        auto& record = series_[kind + "\n" + owner + "\n" + quantity];
        if (record.values.empty())
            record = {kind, owner, quantity, unit, true, std::vector<double>(static_cast<std::size_t>(o_.steps))};
        record.values[static_cast<std::size_t>(t)] = value;
    }
    void cost(const std::string& kind, const std::string& owner, const std::string& category, double amount) {
        auto& record = costs_[kind + "\n" + owner + "\n" + category];
        record = {kind, owner, category, record.amount + amount};
    }
    void finish(model::Solution& solution) {
        double total = 0.0;
        for (auto& [key, record] : series_) solution.series.push_back(std::move(record));
        for (auto& [key, record] : costs_) {
            if (record.amount == 0.0) continue;
            total += record.amount;
            solution.costs.push_back(std::move(record));
        }
        solution.certificate.cost = total;
    }

private:
    const SampleOptions& o_;
    std::map<std::string, model::SeriesRecord> series_;
    std::map<std::string, model::CostRecord> costs_;
};

/// One step's powers [MW].
struct Dispatch {
    std::map<std::string, double> thermal{};
    std::map<std::string, bool> on{};
    double solar = 0, wind = 0, curtailed_solar = 0, curtailed_wind = 0, river = 0, dam = 0, charge = 0, discharge = 0;
    double north_south = 0, south_north = 0, coast = 0, surplus = 0;
    double unserved_steel = 0, unserved_north = 0, reserve_short = 0;
};

}  // namespace detail

SampleRun sample_run(const SampleOptions& options = {});

inline RunInfo sample_info() {
    return {"0.1.0",
            "indus run inputs/cases/indus_sample --hours 48",
            "2025-02-01T08:00:00Z",
            "planner-1",
            {{"inputs/cases/indus_sample/case.toml", 412, std::string(64, 'a')},
             {"inputs/cases/indus_sample/zone.csv", 97, std::string(64, 'b')}},
            {"Cbc 2.10.8", "Clp 1.17.6"}};
}

}  // namespace indus::reports::samples

#include "sample_dispatch.hpp"
