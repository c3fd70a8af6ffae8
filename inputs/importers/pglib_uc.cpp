// SPDX-License-Identifier: Apache-2.0
// pglib-uc JSON: one node, thermal units with start-up categories and piecewise costs, free renewable power, spinning
// reserve. Knueven, Ostrowski & Watson (2020), INFORMS Journal on Computing 32(4), is the model behind it: a start-up
// category is reached by hours off; reserve is power that could come on top of the output, also of the step of a start
// or before a stop, and shares the ramp.
#include <fmt/format.h>

#include <algorithm>

#include "inputs/importers/readers.hpp"

namespace indus::inputs {

namespace {

constexpr std::string_view node_name = "system";

/// Hours before the start, above 0 for on; reports both or neither.
void set_initial_state(JsonObject& unit, CaseRow& row) {
    const bool on = unit.truth("unit_on_t0").value_or(false);
    const std::optional<double> up = unit.number_from("time_up_t0", 0.0);
    const std::optional<double> down = unit.number_from("time_down_t0", 0.0);
    const std::optional<double>& hours = on ? up : down;
    const std::string_view member = on ? "time_up_t0" : "time_down_t0";
    if (!hours || *hours <= 0.0)
        unit.report(member, fmt::format("hours above 0, as unit_on_t0 is {}", on ? 1 : 0));
    else
        row.set("initial_status_h", on ? *hours : -*hours, unit.place(member));
    unit.require("power_output_t0", "the output before the start");
    const std::optional<double> output = unit.number("power_output_t0");
    if (output && on) row.set("initial_output_mw", *output, unit.place("power_output_t0"));
    if (output && !on && *output != 0.0) unit.report("power_output_t0", "0, as the unit is off");
}

void set_numbers(JsonObject& unit, CaseRow& row) {
    struct Taken {
        std::string_view member{}, field{};
    };
    constexpr Taken taken[] = {{"power_output_minimum", "min_output_mw"}, {"power_output_maximum", "capacity_mw"},
                               {"ramp_up_limit", "ramp_up_mw_per_h"},     {"ramp_down_limit", "ramp_down_mw_per_h"},
                               {"time_up_minimum", "min_up_h"},           {"time_down_minimum", "min_down_h"}};
    for (const auto& [member, field] : taken) {
        unit.require(member, "a number");
        if (const std::optional<double> number = unit.number(member))
            row.set(field, *number, unit.place(member));
        else
            row.fail(field);
    }
    // A limit above the capacity limits nothing.
    const double capacity = unit.number("power_output_maximum").value_or(0.0);
    for (const auto& [member, field] :
         {Taken{"ramp_startup_limit", "start_up_limit_mw"}, Taken{"ramp_shutdown_limit", "shut_down_limit_mw"}}) {
        unit.require(member, "a number");
        if (const std::optional<double> number = unit.number(member))
            row.set(field, std::min(*number, capacity), unit.place(member));
    }
}

void set_costs(JsonObject& unit, CaseRow& row) {
    unit.require("startup", "the categories of starts");
    if (auto starts = unit.pairs("startup", "lag", "cost")) {
        starts->front().from = 0.0;  // off for less than the first lag, it may not start
        row.set("start_cost", steps_text(*starts), unit.place("startup"));
    }
    unit.require("piecewise_production", "the points of the cost curve");
    if (const auto curve = unit.pairs("piecewise_production", "mw", "cost"))
        row.set("cost_curve_per_h", steps_text(*curve), unit.place("piecewise_production"));
}

void read_thermal(JsonObject& unit, ImportedCase& made) {
    CaseRow row{made, "thermal_plant", unit.place()};
    row.set("name", unit.name()).set("zone", node_name);
    set_numbers(unit, row);
    set_costs(unit, row);
    if (unit.truth("must_run").value_or(false)) row.set("must_run", "yes", unit.place("must_run"));
    set_initial_state(unit, row);
    unit.allow({"name"});  // the key says it
    unit.refuse_others();
}

void read_renewable(JsonObject& unit, ImportedCase& made) {
    unit.require("power_output_minimum", "the power that must be taken");
    unit.require("power_output_maximum", "the power there is");
    const std::optional<Amount> least = unit.amount("power_output_minimum", made.steps);
    const std::optional<Amount> most = unit.amount("power_output_maximum", made.steps);
    unit.allow({"name"});
    unit.refuse_others();
    if (!least || !most) return;
    for (std::size_t step = 0; step < made.steps; ++step)
        if (least->at(step) < 0.0 || least->at(step) > most->at(step))
            return unit.report("power_output_minimum",
                               fmt::format("from 0 to power_output_maximum in step {}", step + 1));
    const bool sun = unit.name().find("PV") != std::string::npos || unit.name().find("CSP") != std::string::npos;
    add_free_power(made, {sun ? "solar_plant" : "wind_plant", unit.name(), std::string{node_name}, *least, *most, 0.0,
                          unit.place()});
}

}  // namespace

void read_pglib_uc(JsonObject& root, const std::string& file, ImportedCase& made) {
    root.require("time_periods", "the number of hours");
    const double periods = root.number_from("time_periods", 1.0).value_or(1.0);
    if (periods != static_cast<double>(static_cast<std::size_t>(std::min(periods, 1e6))))
        return root.report("time_periods", "a whole number of at most a million");
    made.begin(file, "", 1.0, static_cast<std::size_t>(periods));
    CaseRow{made, "zone", root.place()}.set("name", node_name);
    root.require("demand", "the demand of each period");
    if (const auto demand = root.amount("demand", made.steps))
        CaseRow{made, "demand", root.place("demand")}
            .set("name", "demand")
            .set("zone", node_name)
            .set("load_mw", *demand)
            .set("level", "sent_out")
            .set("value_of_lost_load_per_mwh", forbidden_cost_per_mwh);
    if (const auto reserves = root.amount("reserves", made.steps); reserves && reserves->largest() > 0.0)
        CaseRow{made, "reserve", root.place("reserves")}
            .set("name", "spinning")
            .set("requirement_mw", *reserves)
            .set("response_minutes", unlimited_response_minutes);
    for (JsonObject& unit : root.objects("thermal_generators")) read_thermal(unit, made);
    for (JsonObject& unit : root.objects("renewable_generators")) read_renewable(unit, made);
    root.refuse_others();
    made.notes.push_back(fmt::format(
        "In the file demand must be met and least renewable output taken; here a MWh not served or not taken costs {}.",
        forbidden_cost_per_mwh));
    made.notes.push_back("The file has no dates: its first hour is taken for the first of 2025.");
}

}  // namespace indus::inputs
