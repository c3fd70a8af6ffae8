// SPDX-License-Identifier: Apache-2.0
// How the made-up run of sample_solution.hpp is dispatched: by simple rules that keep every balance exact.
#pragma once

#include "sample_solution.hpp"

namespace indus::reports::samples {

namespace detail {

/// Power taken from the zone for a demand at step t [MW].
inline double withdrawn(const model::System& system, std::size_t demand, int t) {
    const model::Demand& d = system.all<model::Demand>()[demand];
    return d.load_mw[t] * d.withdrawal_factor();
}

inline double available(const auto& plants, int t) {
    double sum = 0.0;
    for (const auto& plant : plants) sum += plant.available_mw(t);
    return sum;
}

inline void serve_gwadar(const model::System& system, int t, double hours, double& level, Dispatch& d) {
    const double wanted = withdrawn(system, 2, t) + withdrawn(system, 3, t);
    const double most = 120.0 * (1.0 - line_loss);
    const double room = most - wanted;
    if (room > 0.0)
        d.charge = std::min({30.0, room, (90.0 - level) / 0.9 / hours});
    else
        d.discharge = std::min({30.0, -room, level / hours});
    level += (0.9 * d.charge - d.discharge) * hours;
    const double needed = wanted + d.charge - d.discharge;
    d.unserved_steel = std::max(0.0, needed - most);
    d.coast = std::min(needed, most) / (1.0 - line_loss);
}

inline void serve_south(const model::System& system, int t, Dispatch& d) {
    const int day_hour = static_cast<int>(std::fmod((t + 0.5) * system.horizon().hours(t), 24.0));
    d.solar = available(system.all<model::SolarPlant>(), t);
    d.wind = available(system.all<model::WindPlant>(), t);
    const double wanted = withdrawn(system, 1, t) + d.coast;
    d.on["nuclear_coast"] = d.on["lignite_thar"] = true;
    d.on["coal_sahiwal"] = !(day_hour >= 9 && day_hour < 14);
    d.thermal["nuclear_coast"] = 300.0;
    double rest = wanted - d.solar - d.wind - 300.0;
    const double lignite = d.thermal["lignite_thar"] = std::clamp(rest, 165.0, 330.0);
    rest -= lignite;
    const double coal = d.thermal["coal_sahiwal"] = d.on["coal_sahiwal"] ? std::clamp(rest, 330.0, 660.0) : 0.0;
    rest -= coal;
    if (rest > 0.0) {
        d.north_south = std::min(500.0, rest / (1.0 - line_loss));
        return;
    }
    d.south_north = std::min(60.0, -rest);
    const double spare = -rest - d.south_north;
    d.curtailed_solar = std::min(d.solar, spare);
    d.curtailed_wind = std::min(d.wind, spare - d.curtailed_solar);
    d.surplus = spare - d.curtailed_solar - d.curtailed_wind;
    d.solar -= d.curtailed_solar;
    d.wind -= d.curtailed_wind;
}

inline void serve_north(const model::System& system, int t, Dispatch& d) {
    const int day_hour = static_cast<int>(std::fmod((t + 0.5) * system.horizon().hours(t), 24.0));
    const double wanted = withdrawn(system, 0, t) + d.north_south - d.south_north * (1.0 - line_loss);
    d.river = system.all<model::RunOfRiver>()[0].available_mw(t);
    d.on["ccgt_north"] = day_hour >= 5 && day_hour < 23;
    d.on["oil_peaker"] = day_hour >= 18 && day_hour < 21;
    double rest = wanted - d.river;
    const double gas = d.thermal["ccgt_north"] = d.on["ccgt_north"] ? std::clamp(rest - 520.0, 150.0, 450.0) : 0.0;
    rest -= gas;
    const double oil = d.thermal["oil_peaker"] = d.on["oil_peaker"] ? std::clamp(rest - 520.0, 20.0, 160.0) : 0.0;
    rest -= oil;
    d.dam = std::clamp(rest, 0.0, 900.0);
    d.unserved_north = std::max(0.0, rest - d.dam);
    if (rest < 0.0) throw std::logic_error("the sample's north has too much power");
}

inline void record_thermal(const SampleOptions& o, const model::System& system, int t, double hours, const Dispatch& d,
                           const Dispatch& before, Recorder& r) {
    std::size_t p = 0;
    for (const Unit& unit : units())
        for (int k = 0; k < o.copies; ++k, ++p) {
            const model::ThermalPlant& plant = system.all<model::ThermalPlant>()[p];
            const std::string kind{plant.kind};
            const double output = d.thermal.at(unit.name) / o.copies;
            const bool on = d.on.at(unit.name), was_on = t == 0 ? true : before.on.at(unit.name);
            const double fuel = output * plant.heat_rate_gj_per_mwh * hours;
            const model::Fuel& burnt = system.at(plant.fuel);
            r.set(kind, plant.name, "on", "1", t, on);
            r.set(kind, plant.name, "start", "1", t, on && !was_on);
            r.set(kind, plant.name, "stop", "1", t, !on && was_on);
            r.set(kind, plant.name, "output", "MW", t, output);
            r.set(kind, plant.name, "fuel_use", "GJ", t, fuel);
            r.set(kind, plant.name, "emissions", "tCO2", t, fuel * burnt.emission_factor_t_per_gj);
            if (unit.name == "ccgt_north")
                r.set(kind, plant.name, "reserve_spinning", "MW", t,
                      on ? std::min(40.0 / o.copies, plant.capacity_mw - output) : 0.0);
            r.cost(kind, plant.name, "fuel", fuel * burnt.price_per_gj[t]);
            r.cost(kind, plant.name, "variable", output * hours * plant.variable_cost_per_mwh);
            if (on && !was_on) r.cost(kind, plant.name, "start_up", unit.start_cost / o.copies);
        }
}

inline void record_rest(const SampleOptions& o, const model::System& system, int t, double hours, const Dispatch& d,
                        double level, double dam_level, Recorder& r) {
    for (int k = 0; k < o.copies; ++k) {
        const auto& solar = system.all<model::SolarPlant>()[static_cast<std::size_t>(k)];
        const auto& wind = system.all<model::WindPlant>()[static_cast<std::size_t>(k)];
        r.set("solar_plant", solar.name, "output", "MW", t, d.solar / o.copies);
        r.set("solar_plant", solar.name, "curtailment", "MW", t, d.curtailed_solar / o.copies);
        r.set("wind_plant", wind.name, "output", "MW", t, d.wind / o.copies);
        r.set("wind_plant", wind.name, "curtailment", "MW", t, d.curtailed_wind / o.copies);
    }
    const auto& river = system.all<model::RunOfRiver>()[0];
    r.set("run_of_river", river.name, "output", "MW", t, d.river);
    r.set("run_of_river", river.name, "spill", "MW", t, river.inflow_mw[t] - d.river);
    r.set("reservoir", "tarbela", "output", "MW", t, d.dam);
    r.set("reservoir", "tarbela", "level", "MWh", t, dam_level);
    r.set("battery", "battery_gwadar", "charge", "MW", t, d.charge);
    r.set("battery", "battery_gwadar", "discharge", "MW", t, d.discharge);
    r.set("battery", "battery_gwadar", "level", "MWh", t, level);
    r.set("line", "north_south", "forward", "MW", t, d.north_south);
    r.set("line", "north_south", "backward", "MW", t, d.south_north);
    r.set("line", "coast_link", "forward", "MW", t, d.coast);
    for (const auto& [name, sent] :
         {std::pair{"north_south", d.north_south + d.south_north}, std::pair{"coast_link", d.coast}})
        r.cost("line", name, "wheeling", sent * hours * 12.0);
    const double factor = system.all<model::Demand>()[0].withdrawal_factor();
    r.set("demand", "gwadar_steel", "unserved_1", "MW", t, d.unserved_steel / factor);
    r.set("demand", "north_homes", "unserved_1", "MW", t, d.unserved_north / factor);
    r.cost("demand", "gwadar_steel", "unserved", d.unserved_steel / factor * hours * 75000.0);
    r.cost("demand", "north_homes", "unserved", d.unserved_north / factor * hours * 60000.0);
    r.set("zone", "south", "surplus", "MW", t, d.surplus);
    r.cost("zone", "south", "surplus", d.surplus * hours * 10.0);
}

inline void record_reserve(const SampleOptions& o, const model::System& system, int t, double hours, const Dispatch& d,
                           Recorder& r) {
    double load = 0.0;
    for (std::size_t i = 0; i < 4; ++i) load += withdrawn(system, i, t);
    const double requirement = 60.0 + 0.03 * load;
    const double from_gas = d.on.at("ccgt_north") ? std::min(40.0, 450.0 - d.thermal.at("ccgt_north")) : 0.0;
    const double from_dam = std::min(900.0 - d.dam, requirement - from_gas);
    const double shortfall = std::max(0.0, requirement - from_gas - from_dam);
    r.set("reservoir", "tarbela", "reserve_spinning", "MW", t, from_dam);
    r.set("reserve", "spinning", "requirement", "MW", t, requirement);
    r.set("reserve", "spinning", "provided", "MW", t, from_gas + from_dam);
    r.set("reserve", "spinning", "shortfall", "MW", t, shortfall);
    r.cost("reserve", "spinning", "reserve_shortfall", shortfall * hours * 50000.0);
    static_cast<void>(o);
}

inline void record_prices(const model::System& system, const std::vector<Dispatch>& steps, model::Solution& solution) {
    std::map<std::string, model::PriceRecord> prices;
    for (const char* zone : {"north", "south", "gwadar"}) prices[zone] = {"zone", zone, {}, {}, {}};
    prices["spinning"] = {"reserve", "spinning", {}, {}, {}};
    const auto push = [&](const char* owner, double low, double price, double high) {
        prices[owner].values.push_back(price);
        prices[owner].low.push_back(low);
        prices[owner].high.push_back(high);
    };
    for (const Dispatch& d : steps) {
        const double north = d.unserved_north > 0    ? 60000.0
                             : d.on.at("oil_peaker") ? 26000.0
                             : d.on.at("ccgt_north") ? 14630.0
                                                     : 9200.0;
        const double south = d.curtailed_solar > 0 ? 0.0 : d.north_south > 0 ? north / (1.0 - line_loss) : 6818.0;
        const bool tied = d.discharge > 0.0 && d.unserved_steel <= 0.0;
        const double gwadar = d.unserved_steel > 0 ? 75000.0 / 1.0526 : tied ? 30000.0 : south / (1.0 - line_loss);
        push("north", north, north, north);
        push("south", south, south, south);
        push("gwadar", tied ? south : gwadar, gwadar, tied ? 71250.0 : gwadar);
        push("spinning", 0.0, d.on.at("oil_peaker") ? 1800.0 : 0.0, d.on.at("oil_peaker") ? 1800.0 : 0.0);
    }
    for (const char* owner : {"north", "south", "gwadar"}) solution.prices.push_back(prices[owner]);
    solution.prices.push_back(prices["spinning"]);
    static_cast<void>(system);
}

inline void record_unserved(const SampleOptions& o, const model::System& system, const std::vector<Dispatch>& steps,
                            model::Solution& solution) {
    const double factor = system.all<model::Demand>()[3].withdrawal_factor();
    const double hours = o.step_hours;
    for (std::size_t t = 0; t < steps.size(); ++t) {
        const double power = steps[t].unserved_steel / factor;
        if (power <= 0.0) continue;
        const bool goes_on =
            !solution.unserved.empty() &&
            solution.unserved.back().first_step + solution.unserved.back().step_count == static_cast<int>(t);
        if (!goes_on)
            solution.unserved.push_back(
                {"gwadar", "gwadar_steel", "steel", static_cast<int>(t), 0, 0.0, 0.0, 0.0,
                 "line coast_link was full (120 MW) and battery_gwadar was empty" + o.odd_name});
        model::UnservedRecord& event = solution.unserved.back();
        ++event.step_count;
        event.energy_mwh += power * hours;
        event.peak_mw = std::max(event.peak_mw, power);
        event.value += power * hours * 75000.0;
    }
}

inline void record_proof(const model::System& system, model::Solution& solution) {
    model::CertificateRecord& c = solution.certificate;
    c.bound = 0.9957 * *c.cost;
    c.bound_recomputed = 0.9957 * *c.cost;
    c.lp_bound = 0.9931 * *c.cost;
    c.lagrangian_bound = c.bound;
    c.tree_bound = 0.995 * *c.cost;
    c.bound_source = "lagrangian";
    c.gap = 0.0043;
    c.max_row_violation = 2.1e-9;
    c.feasible = true;
    solution.outcome = "optimal";
    solution.method = "decompose";
    solution.method_reason = "chosen for 5 units with on/off decisions";
    solution.statistics = {4321, 3876, 720, 15432, 14, 192, 87, 20311};
    solution.phases = {{"build", 0.2}, {"prices", 3.1}, {"search", 8.4}};
    solution.seconds = 11.9;
    for (const auto& plant : system.all<model::ThermalPlant>())
        solution.uplift.push_back({"thermal_plant", plant.name, 120000.0, 45000.0});
    solution.equations = {
        {"zone", "power balance", "MW", "sum(output) + imports = demand - unserved + exports", "definition"},
        {"thermal_plant", "minimum up time", "1", "sum(start[i], i in t-UT+1..t) <= on[t]",
         "Knueven, Ostrowski & Watson (2020), eq. (4)"}};
    solution.multipliers = {0.1, -2.5};
}

}  // namespace detail

inline SampleRun sample_run(const SampleOptions& o) {
    SampleRun run{detail::build_system(o), {}};
    detail::Recorder recorder{o};
    std::vector<detail::Dispatch> steps;
    double level = 0.0, dam_level = 60000.0;
    for (int t = 0; t < o.steps; ++t) {
        detail::Dispatch d;
        const double hours = run.system.horizon().hours(t);
        detail::serve_gwadar(run.system, t, hours, level, d);
        detail::serve_south(run.system, t, d);
        detail::serve_north(run.system, t, d);
        const double unbounded = dam_level + (420.0 - d.dam) * hours;
        dam_level = std::clamp(unbounded, 20000.0, 90000.0);  // what a long run has too much or too little is ignored
        detail::record_thermal(o, run.system, t, hours, d, steps.empty() ? d : steps.back(), recorder);
        detail::record_rest(o, run.system, t, hours, d, level, dam_level, recorder);
        detail::record_reserve(o, run.system, t, hours, d, recorder);
        steps.push_back(d);
    }
    recorder.finish(run.solution);
    detail::record_prices(run.system, steps, run.solution);
    detail::record_unserved(o, run.system, steps, run.solution);
    detail::record_proof(run.system, run.solution);
    return run;
}

}  // namespace indus::reports::samples
