// SPDX-License-Identifier: Apache-2.0
// Generators of an Egret file.
//
// A start belongs to the last category whose hours off are reached; the first begins with min_down_time, before which
// nothing starts. Limits of the output in the step of a start and before a stop hold for output and reserve.
#include <fmt/format.h>

#include <algorithm>

#include "inputs/importers/egret_fuel.hpp"

namespace indus::inputs::egret {

namespace {

using Step = model::Steps::Step;

void set_number(JsonObject& generator, std::string_view member, std::string_view field, CaseRow& row) {
    if (const auto number = generator.number(member))
        row.set(field, *number, generator.place(member));
    else if (generator.has(member))
        row.fail(field);
}

/// The categories of a start, from hours off; a single number holds for all.
std::optional<std::vector<Step>> read_start(JsonObject& generator, std::string_view member, double added) {
    if (!generator.has(member)) return {};
    std::optional<std::vector<Step>> steps = generator.pairs(member);
    if (!steps) return {};
    const double least = generator.number("min_down_time").value_or(0.0);
    if (steps->front().from > least && steps->front().from > 1.0)
        generator.report(member, fmt::format("a first category from min_down_time ({}) on", least));
    steps->front().from = 0.0;
    for (Step& each : *steps) each.value += added;
    return steps;
}

void set_start_cost(JsonObject& generator, CaseRow& row) {
    const double fixed = generator.number("non_fuel_startup_cost").value_or(0.0);
    const bool burns = generator.has("startup_fuel");
    if (const auto fuel = read_start(generator, "startup_fuel", 0.0))
        row.set("start_fuel_gj", steps_text(*fuel), generator.place("startup_fuel"));
    if (burns && generator.has("startup_cost")) generator.report("startup_cost", "nothing beside startup_fuel");
    if (generator.is_number("startup_cost")) {
        const double cost = generator.number("startup_cost").value_or(0.0) + fixed;
        if (cost != 0.0) row.set("start_cost", cost, generator.place("startup_cost"));
    } else if (const auto cost = read_start(generator, "startup_cost", fixed)) {
        row.set("start_cost", steps_text(*cost), generator.place("startup_cost"));
    } else if (fixed != 0.0) {
        row.set("start_cost", fixed, generator.place("non_fuel_startup_cost"));
    }
    if (const auto cost = generator.number("shutdown_cost"); cost && *cost != 0.0)
        row.set("shut_down_cost", *cost, generator.place("shutdown_cost"));
}

void set_polynomial(JsonObject& curve, double no_load, CaseRow& row) {
    std::optional<JsonObject> values = curve.object("values");
    if (!values) return curve.report("values", "coefficients by their powers, {\"0\": ..., \"1\": ..., \"2\": ...}");
    const double constant = values->number("0").value_or(0.0) + no_load;
    if (constant != 0.0) row.set("no_load_cost_per_h", constant, values->place("0"));
    set_number(*values, "1", "variable_cost_per_mwh", row);
    if (const auto square = values->number("2"); square && *square != 0.0)
        row.set("quadratic_cost_per_mw2h", *square, values->place("2"));
    values->refuse_others();
}

void set_cost(JsonObject& generator, CaseRow& row) {
    const double no_load = generator.number("non_fuel_no_load_cost").value_or(0.0);
    if (generator.has("p_cost") && generator.has("p_fuel")) generator.report("p_cost", "nothing beside p_fuel");
    std::optional<JsonObject> curve = generator.object("p_cost");
    if (!curve) {
        if (no_load != 0.0) row.set("no_load_cost_per_h", no_load, generator.place("non_fuel_no_load_cost"));
        return;
    }
    const std::string type = curve->text("cost_curve_type").value_or("");
    if (type == "polynomial") {
        set_polynomial(*curve, no_load, row);
    } else if (type == "piecewise") {
        if (const auto points = curve->pairs("values"))
            row.set("cost_curve_per_h", steps_text(*points), curve->place("values"));
        if (no_load != 0.0) row.set("no_load_cost_per_h", no_load, generator.place("non_fuel_no_load_cost"));
    } else {
        curve->report("cost_curve_type", "polynomial or piecewise");
    }
    curve->allow({"data_type"});
    curve->refuse_others();
}

void set_second_fuel(JsonObject& generator, double most_gj, FuelBook& book, CaseRow& row) {
    row.set("second_fuel",
            book.use(generator, "aux_fuel_supply", "aux_fuel_cost", "second fuel of " + generator.name(), most_gj),
            generator.place("aux_fuel_capable"));
    const bool online = generator.truth("aux_fuel_online_switching").value_or(false);
    const bool blends = generator.truth("aux_fuel_blending").value_or(false);
    if (blends && !online) generator.report("aux_fuel_blending", "false, as aux_fuel_online_switching is");
    row.set("fuel_choice", blends ? "mix" : online ? "switching" : "start");
    if (generator.truth("aux_fuel_supply_initial").value_or(false))
        row.set("initial_second_fuel", "yes", generator.place("aux_fuel_supply_initial"));
    generator.allow({"aux_fuel"});  // a word for it
}

void set_fuel(JsonObject& generator, FuelBook& book, CaseRow& row, Context& context) {
    std::optional<JsonObject> curve = generator.object("p_fuel");
    const auto points = curve ? curve->pairs("values") : std::nullopt;
    if (curve) {
        curve->allow({"data_type"});
        curve->refuse_others();
    }
    if (!points) return;
    row.set("heat_curve_gj_per_h", steps_text(*points), curve->place("values"));
    const auto start = generator.has("startup_fuel") ? generator.pairs("startup_fuel") : std::nullopt;
    const double most_gj =
        points->back().value * context.made.settings.step_hours + (start ? start->back().value : 0.0);
    row.set("fuel", book.use(generator, "fuel_supply", "fuel_cost", "fuel of " + generator.name(), most_gj),
            generator.place("p_fuel"));
    if (generator.truth("aux_fuel_capable").value_or(false)) set_second_fuel(generator, most_gj, book, row);
}

/// Whether it is on before the start, and whether somebody has decided already.
void set_commitment(JsonObject& generator, CaseRow& row, const Context& context) {
    const auto fixed = generator.amount("fixed_commitment", context.made.steps);
    if (fixed && (fixed->smallest() != 1.0 || fixed->varies()))
        generator.report("fixed_commitment", "null, or 1 for on at every step");
    const bool must_run = generator.truth("must_run").value_or(false) || fixed.has_value();
    if (must_run || !context.commits) row.set("must_run", "yes", generator.place("fixed_commitment"));
    if (!context.commits) {
        row.set("initial_status_h", 100.0);  // it ran before
        generator.allow({"initial_status", "initial_p_output", "pg", "min_up_time", "min_down_time"});
        return;
    }
    generator.require("initial_status", "hours on before the start, or minus hours off");
    const auto status = generator.number("initial_status");
    if (status) row.set("initial_status_h", *status, generator.place("initial_status"));
    generator.require("initial_p_output", "the output before the start");
    const auto output = generator.number("initial_p_output");
    if (output && (*output != 0.0 || (status && *status > 0.0)))
        row.set("initial_output_mw", *output, generator.place("initial_p_output"));
    set_number(generator, "min_up_time", "min_up_h", row);
    set_number(generator, "min_down_time", "min_down_h", row);
}

/// Limits that are missing lie half an hour's ramp above the least output, as Egret has it.
void set_ramps(JsonObject& generator, double step_hours, CaseRow& row) {
    set_number(generator, "ramp_up_60min", "ramp_up_mw_per_h", row);
    set_number(generator, "ramp_down_60min", "ramp_down_mw_per_h", row);
    const double least = generator.number("p_min").value_or(0.0);
    const double most = generator.number("p_max").value_or(0.0);
    struct Limit {
        std::string_view member{}, ramp{}, field{};
    };
    for (const auto& [member, ramp, field] : {Limit{"startup_capacity", "ramp_up_60min", "start_up_limit_mw"},
                                              Limit{"shutdown_capacity", "ramp_down_60min", "shut_down_limit_mw"}}) {
        std::optional<double> limit = generator.number(member);
        if (!limit && generator.has(ramp)) limit = least + generator.number(ramp).value_or(0.0) / 2.0;
        if (!limit) continue;
        // What goes beyond the least output is per hour; above the capacity nothing is limited.
        const double scaled = *limit <= least ? *limit : least + (*limit - least) * step_hours;
        row.set(field, std::min(scaled, std::max(most, least)), generator.place(member));
    }
}

void read_thermal(JsonObject& generator, FuelBook& book, const std::vector<Product>& products, Context& context) {
    CaseRow row{context.made, "thermal_plant", generator.place()};
    row.set("name", generator.name());
    if (const auto bus = generator.text("bus")) row.set("zone", *bus, generator.place("bus"));
    if (const auto word = generator.text("fuel")) row.set("technology", technology_of(*word), generator.place("fuel"));
    for (const auto& [member, field] : {std::pair{"p_min", "min_output_mw"}, std::pair{"p_max", "capacity_mw"}}) {
        generator.require(member, "a number");
        set_number(generator, member, field, row);
    }
    set_commitment(generator, row, context);
    set_ramps(generator, context.made.settings.step_hours, row);
    set_start_cost(generator, row);
    set_cost(generator, row);
    set_fuel(generator, book, row, context);
    read_reserve_terms(generator, products, row);
}

void read_renewable(JsonObject& generator, Context& context) {
    const std::string word = generator.text("fuel").value_or("");
    generator.require("p_max", "the power there is");
    const auto least = generator.amount("p_min", context.made.steps).value_or(Amount{{0.0}});
    const auto most = generator.amount("p_max", context.made.steps);
    generator.allow_only("p_cost", 0.0, "nothing: renewable power is free here");
    if (!most) return;
    const std::string technology = technology_of(word);
    add_free_power(context.made, {technology == "solar" ? "solar_plant" : "wind_plant", generator.name(),
                                  generator.text("bus").value_or(""), least, *most, 0.0, generator.place()});
}

void read_generator(JsonObject& generator, FuelBook& book, const std::vector<Product>& products, Context& context) {
    const std::string type = generator.text("generator_type").value_or("");
    generator.require("bus", "the name of a bus");
    if (!is_in_service(generator))
        return context.made.notes.push_back(generator.name() + " is out of service and left out.");
    if (type == "thermal")
        read_thermal(generator, book, products, context);
    else if (type == "renewable")
        read_renewable(generator, context);
    else
        return generator.report("generator_type", "thermal or renewable");
    generator.allow_only("failure_rate", 0.0, "0: failures are no part of what is read here");
    // Reactive power and voltage; results; words for regions, units and fuels.
    generator.allow({"q_min", "q_max", "qg", "vg", "mbase", "pg", "area", "zone", "owner", "fuel", "unit_type", "id",
                     "quickstart_capable", "headroom", "in_service"});
    allow_results(generator);
    generator.refuse_others();
}

}  // namespace

std::string technology_of(const std::string& word) {
    static const std::map<std::string, std::string> words{{"C", "coal"},      {"G", "gas"},   {"N", "nuclear"},
                                                          {"O", "oil"},       {"H", "hydro"}, {"S", "solar"},
                                                          {"Solar", "solar"}, {"W", "wind"}};
    const auto found = words.find(word);
    return found == words.end() ? word : found->second;
}

void read_generators(JsonObject& elements, const FuelSupplies& supplies, const std::vector<Product>& products,
                     Context& context) {
    FuelBook book{supplies, context};
    for (JsonObject& each : elements.objects("generator")) read_generator(each, book, products, context);
    book.write();
}

}  // namespace indus::inputs::egret
