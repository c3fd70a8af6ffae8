// SPDX-License-Identifier: Apache-2.0
// A made-up run of many processes, a yard of coal and a meter, without a solver: every stage works by a rule, so that
// charts have modes, idling, batches, changeovers, nights and an outage to show. Balances do not hold.
//
//     const SampleRun run = works_run({.processes = 50, .steps = 8760});
#pragma once

#include <fmt/format.h>

#include "model/bills.hpp"
#include "sample_solution.hpp"

namespace indus::reports::samples {

struct WorksOptions {
    int processes = 2;
    int steps = 192;
    double step_hours = 0.25;
};

namespace detail {

inline model::StageMode mode_of(const std::string& stage, const std::string& name, double rate, double power) {
    model::StageMode mode{.name = stage + " " + name};
    mode.stage.name = stage;
    mode.max_rate_per_h = rate;
    mode.power_mw = power;
    return mode;
}

inline void add_process(int number, model::SystemData& data) {
    using namespace model;
    Process works{.name = fmt::format("works {}", number)};
    works.zone.name = number % 2 == 0 ? "estate" : "grid";
    works.calendar.name = "days";
    works.product = works.name + " steel";
    data.list<Process>().push_back(works);
    for (const char* word : {"kiln", "furnace"}) {
        Stage stage{.name = works.name + " " + word};
        stage.process.name = works.name;
        stage.changeover_h = 1.0;
        data.list<Stage>().push_back(stage);
    }
    const std::string kiln = works.name + " kiln", furnace = works.name + " furnace";
    Stock steel{.name = works.product};
    steel.process.name = works.name;
    steel.capacity = 400.0;
    data.list<Stock>().push_back(steel);
    auto& modes = data.list<StageMode>();
    modes.push_back(mode_of(kiln, "white", 30.0, 8.0));
    modes.push_back(mode_of(kiln, "grey", 20.0, 6.0));
    modes.push_back(mode_of(kiln, "idle", 0.0, 1.0));
    modes[modes.size() - 3].output.items = modes[modes.size() - 2].output.items = {{steel.name, 1.0}};
    modes[modes.size() - 3].product = "white";
    modes[modes.size() - 2].product = "grey";
    modes.push_back(mode_of(furnace, "melt", 0.0, 0.0));
    modes.back().batch_h = 2.0;
    modes.back().batch_units = 50.0;
    modes.back().batch_mw.steps = {{0.0, 20.0}, {1.0, 12.0}};
    modes.back().output.items = {{steel.name, 1.0}};
}

inline model::System works_system(const WorksOptions& o) {
    using namespace model;
    SystemData data;
    data.settings = {.name = "works", .title = "Works", .currency = "PKR", .utc_offset_minutes = 300};
    data.horizon = Horizon::uniform(std::chrono::local_days{std::chrono::January / 13 / 2025} + std::chrono::minutes{0},
                                    o.step_hours, o.steps);
    data.list<Zone>() = {{"grid", "Grid", ZoneRole::grid, {}}, {"estate", "Estate", ZoneRole::industrial, {}}};
    data.list<Fuel>() = {{"coal", 4.0, 0.095}};
    data.list<Fuel>().front().heating_value_gj_per_t = 25.0;
    Calendar days{.name = "days"};
    days.shifts.steps = {{6.0, 22.0}};
    data.list<Calendar>().push_back(days);
    for (int number = 1; number <= o.processes; ++number) add_process(number, data);
    FuelStock yard{.name = "yard"};
    yard.fuel.name = "coal";
    yard.capacity_t = 3000.0;
    yard.initial_level_t = 1000.0;
    data.list<FuelStock>().push_back(yard);
    FuelRoute trains{.name = "trains"};
    trains.to.name = "yard";
    trains.max_t_per_h = Profile{100.0};
    data.list<FuelRoute>().push_back(trains);
    Tariff tariff{.name = "B-3"};
    tariff.energy_per_mwh = Profile{60.0};
    data.list<Tariff>().push_back(tariff);
    TariffPeriod peak{.name = "evening"};
    peak.tariff.name = "B-3";
    peak.from_h = 18.0;
    peak.to_h = 22.0;
    peak.energy_per_mwh = 120.0;
    data.list<TariffPeriod>().push_back(peak);
    Meter gate;
    gate.name = "gate";
    gate.zone.name = "estate";
    gate.grid_zone.name = "grid";
    gate.tariff.name = "B-3";
    gate.sanctioned_mw = 100.0;
    data.list<Meter>().push_back(gate);
    for (const char* plant : {"works 1 kiln", "trains"}) {
        Outage outage{.name = std::string{"outage of "} + plant};
        outage.plant = plant;
        outage.from.time = data.horizon.start() + std::chrono::hours{12};
        outage.to.time = data.horizon.start() + std::chrono::hours{17};
        data.list<Outage>().push_back(outage);
    }
    auto made = System::create(data);
    if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
        throw std::logic_error("the sample is not valid: " + to_string(issues->front()));
    return std::get<System>(std::move(made));
}

/// The hour of the day at which a step begins.
inline double hour_of(const model::Horizon& horizon, int t) {
    const auto since = horizon.start(t) - std::chrono::floor<std::chrono::days>(horizon.start(t));
    return static_cast<double>(since.count()) / 60.0;
}

/// White from 6 to 12, idle for an hour, changes over, grey up to 22 at a rate that moves; the first stands still in
/// its outage.
inline void run_kiln(const model::System& system, const std::string& kiln, bool is_first, Recorder& r) {
    for (int t = 0; t < system.horizon().step_count(); ++t) {
        const double hour = hour_of(system.horizon(), t);
        const bool is_out = is_first && t * system.horizon().hours(0) >= 12.0 && t * system.horizon().hours(0) < 17.0;
        const bool white = !is_out && hour >= 6.0 && hour < 12.0, idle = !is_out && hour >= 12.0 && hour < 13.0;
        const bool grey = !is_out && hour >= 14.0 && hour < 22.0;
        r.set("stage", kiln, "in_" + kiln + " white", "1", t, white);
        r.set("stage", kiln, "in_" + kiln + " idle", "1", t, idle);
        r.set("stage", kiln, "in_" + kiln + " grey", "1", t, grey);
        r.set("stage", kiln, "change_grey", "1", t, !is_out && hour == 13.0);
        r.set("stage", kiln, "rate", "t/h", t, white ? 30.0 : grey ? std::floor(hour) : 0.0);
        r.set("stage", kiln, "power", "MW", t, white ? 8.0 : grey ? 6.0 : idle ? 1.0 : 0.0);
    }
}

/// Batches of two hours back to back from 8 to 20.
inline void run_furnace(const model::System& system, const std::string& furnace, Recorder& r) {
    for (int t = 0; t < system.horizon().step_count(); ++t) {
        const double hour = hour_of(system.horizon(), t);
        const bool on = hour >= 8.0 && hour < 20.0;
        const double since = std::fmod(hour, 2.0);
        r.set("stage", furnace, "in_" + furnace + " melt", "1", t, on);
        r.set("stage", furnace, "begin_" + furnace + " melt", "1", t, on && since == 0.0);
        r.set("stage", furnace, "rate", "t/h", t, on ? 25.0 : 0.0);
        r.set("stage", furnace, "power", "MW", t, !on ? 0.0 : since < 1.0 ? 20.0 : 12.0);
    }
}

}  // namespace detail

inline SampleRun works_run(const WorksOptions& options = {}) {
    const model::System system = detail::works_system(options);
    model::Solution solution;
    const SampleOptions sizes{.steps = options.steps};
    detail::Recorder r{sizes};
    for (const model::Process& works : system.all<model::Process>()) {
        detail::run_kiln(system, works.name + " kiln", works.name == "works 1", r);
        detail::run_furnace(system, works.name + " furnace", r);
    }
    for (int t = 0; t < options.steps; ++t) {
        const double hour = detail::hour_of(system.horizon(), t);
        for (const model::Stock& stock : system.all<model::Stock>())
            r.set("stock", stock.name, "level", "t", t, hour < 20.0 ? 10.0 * hour : 0.0);
        r.set("fuel_stock", "yard", "level", "t", t, 1000.0 - 10.0 * hour);
        r.set("fuel_stock", "yard", "burnt", "t", t, 10.0 * options.step_hours);
        r.set("fuel_route", "trains", "brought", "t/h", t, hour >= 20.0 ? 60.0 : 0.0);
        r.set("meter", "gate", "import", "MW", t, hour < 18.0 ? 40.0 : 10.0);
        r.set("meter", "gate", "export", "MW", t, hour >= 22.0 ? 5.0 : 0.0);
    }
    r.finish(solution);
    solution.outcome = "optimal";
    solution.certificate.bound = solution.certificate.cost;
    solution.certificate.feasible = true;
    solution.bills = model::bills(system, solution);
    return {system, std::move(solution)};
}

}  // namespace indus::reports::samples
