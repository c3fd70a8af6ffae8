// SPDX-License-Identifier: Apache-2.0
// Generators and stores of UnitCommitment.jl. A thermal generator's cost curve begins at its least output; a profiled
// one gives what it likes between two limits.
#include <fmt/format.h>

#include <algorithm>

#include "inputs/importers/unitcommitment_jl.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs::unitcommitment_jl {

namespace {

using Step = model::Steps::Step;

/// Two arrays of one length as pairs; nothing, reported, where they are not.
std::vector<Step> read_pairs(JsonObject& generator, std::string_view from, std::string_view value) {
    generator.require(from, "an array of numbers");
    generator.require(value, "an array of numbers");
    const auto first = generator.numbers(from);
    const auto second = generator.numbers(value);
    if (!first || !second) return {};
    if (first->size() != second->size() || first->empty()) {
        generator.report(value, fmt::format("one number for each of {} in {}", first->size(), from));
        return {};
    }
    std::vector<Step> pairs;
    for (std::size_t i = 0; i < first->size(); ++i) pairs.push_back({(*first)[i], (*second)[i]});
    return pairs;
}

void set_curve(JsonObject& generator, CaseRow& row, double& capacity) {
    const auto curve = read_pairs(generator, "Production cost curve (MW)", "Production cost curve ($)");
    if (curve.empty()) {
        row.fail("capacity_mw");
        return;
    }
    capacity = curve.back().from;
    const Place place = generator.place("Production cost curve (MW)");
    row.set("min_output_mw", curve.front().from, place)
        .set("capacity_mw", capacity, place)
        .set("cost_curve_per_h", steps_text(curve), generator.place("Production cost curve ($)"));
}

void set_start_cost(JsonObject& generator, CaseRow& row) {
    if (!generator.has("Startup delays (h)") && !generator.has("Startup costs ($)")) return;
    auto starts = read_pairs(generator, "Startup delays (h)", "Startup costs ($)");
    if (starts.empty()) return;
    starts.front().from = 0.0;  // the shortest delay holds for shorter ones
    row.set("start_cost", steps_text(starts), generator.place("Startup costs ($)"));
}

void set_numbers(JsonObject& generator, double capacity, CaseRow& row) {
    for (const auto& [member, field] :
         {std::pair{"Ramp up limit (MW)", "ramp_up_mw_per_h"}, std::pair{"Ramp down limit (MW)", "ramp_down_mw_per_h"}})
        if (const auto number = generator.number(member)) row.set(field, *number, generator.place(member));
    // A limit above the capacity limits nothing.
    for (const auto& [member, field] :
         {std::pair{"Startup limit (MW)", "start_up_limit_mw"}, std::pair{"Shutdown limit (MW)", "shut_down_limit_mw"}})
        if (const auto number = generator.number(member))
            row.set(field, std::min(*number, capacity), generator.place(member));
    for (const auto& [member, field] :
         {std::pair{"Minimum uptime (h)", "min_up_h"}, std::pair{"Minimum downtime (h)", "min_down_h"}})
        row.set(field, generator.number(member).value_or(1.0), generator.place(member));
}

void set_initial_state(JsonObject& generator, CaseRow& row) {
    generator.require("Initial status (h)", "hours on before the start, or minus hours off");
    generator.require("Initial power (MW)", "the output before the start");
    const auto status = generator.number("Initial status (h)");
    const auto output = generator.number("Initial power (MW)");
    if (status) row.set("initial_status_h", *status, generator.place("Initial status (h)"));
    if (output && (*output != 0.0 || (status && *status > 0.0)))
        row.set("initial_output_mw", *output, generator.place("Initial power (MW)"));
}

void set_eligibility(JsonObject& generator, double capacity, CaseRow& row, Context& context) {
    const auto eligible = generator.texts("Reserve eligibility").value_or(std::vector<std::string>{});
    std::string text;
    for (const std::string& each : eligible)
        text += fmt::format("{}{}:{}", text.empty() ? "" : " ", each, number_text(capacity));
    if (context.reserves.empty()) {
        if (!eligible.empty()) generator.report("Reserve eligibility", "names of reserves, and there are none");
    } else if (text.empty()) {
        row.set("provides_reserve", "no");
    } else {
        row.set("reserve_limit_mw", text, generator.place("Reserve eligibility"));
    }
}

void read_thermal(JsonObject& generator, Context& context) {
    CaseRow row{context.made, "thermal_plant", generator.place()};
    row.set("name", generator.name());
    if (const auto bus = generator.text("Bus")) row.set("zone", *bus, generator.place("Bus"));
    double capacity = 0.0;
    set_curve(generator, row, capacity);
    set_start_cost(generator, row);
    set_numbers(generator, capacity, row);
    set_initial_state(generator, row);
    set_eligibility(generator, capacity, row, context);
    if (generator.truth("Must run?").value_or(false)) row.set("must_run", "yes", generator.place("Must run?"));
    generator.refuse_others();
}

void read_profiled(JsonObject& generator, Context& context) {
    generator.require("Maximum power (MW)", "the power there is");
    const auto least = generator.amount("Minimum power (MW)", context.made.steps).value_or(Amount{{0.0}});
    const auto most = generator.amount("Maximum power (MW)", context.made.steps);
    const double cost = generator.number("Cost ($/MW)").value_or(0.0);
    const std::string bus = generator.text("Bus").value_or("");
    generator.refuse_others();
    if (!most) return;
    for (std::size_t step = 0; step < context.made.steps; ++step)
        if (least.at(step) < 0.0 || least.at(step) > most->at(step))
            return generator.report("Minimum power (MW)",
                                    fmt::format("from 0 to the maximum power in step {}", step + 1));
    add_free_power(context.made, {"wind_plant", generator.name(), bus, least, *most, cost, generator.place()});
}

}  // namespace

void read_generator(JsonObject& generator, Context& context) {
    const std::string type = generator.text("Type").value_or("Thermal");
    generator.require("Bus", "the name of a bus");
    if (type == "Thermal")
        read_thermal(generator, context);
    else if (type == "Profiled")
        read_profiled(generator, context);
    else
        generator.report("Type", "Thermal or Profiled");
}

void read_storage(JsonObject& storage, Context& context) {
    CaseRow row{context.made, "battery", storage.place()};
    row.set("name", storage.name());
    storage.require("Bus", "the name of a bus");
    if (const auto bus = storage.text("Bus")) row.set("zone", *bus, storage.place("Bus"));
    struct Taken {
        std::string_view member{}, field{};
    };
    for (const auto& [member, field] :
         {Taken{"Maximum charge rate (MW)", "charge_mw"}, Taken{"Maximum discharge rate (MW)", "discharge_mw"},
          Taken{"Maximum level (MWh)", "energy_mwh"}, Taken{"Minimum level (MWh)", "min_level_mwh"},
          Taken{"Charge efficiency", "charge_efficiency"}, Taken{"Discharge efficiency", "discharge_efficiency"},
          Taken{"Loss factor", "standing_loss_share_per_h"}, Taken{"Discharge cost ($/MW)", "throughput_cost_per_mwh"},
          Taken{"Initial level (MWh)", "initial_level_mwh"}})
        if (const auto number = storage.number(member)) row.set(field, *number, storage.place(member));
    const double least = storage.number("Minimum level (MWh)").value_or(0.0);
    row.set("end_level_mwh", storage.number("Last period minimum level (MWh)").value_or(least),
            storage.place("Last period minimum level (MWh)"));
    if (!context.reserves.empty()) row.set("provides_reserve", "no");
    storage.allow_only("Charge cost ($/MW)", 0.0, "0: charging has no cost of its own");
    storage.allow_only("Minimum charge rate (MW)", 0.0, "0: a store may charge as little as it likes");
    storage.allow_only("Minimum discharge rate (MW)", 0.0, "0: a store may discharge as little as it likes");
    storage.allow_only("Allow simultaneous charging and discharging", false, "false");
    const double most = storage.number("Maximum level (MWh)").value_or(0.0);
    storage.allow_only("Last period maximum level (MWh)", most, "the maximum level: no other limit holds at the end");
    storage.refuse_others();
}

}  // namespace indus::inputs::unitcommitment_jl
