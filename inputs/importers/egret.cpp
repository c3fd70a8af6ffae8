// SPDX-License-Identifier: Apache-2.0
// Egret model data: the system as a whole, buses and loads.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "inputs/importers/egret_parts.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace egret {

namespace {

/// Kinds of element that are no part of a dispatch, or that no component can hold.
void refuse_elements(JsonObject& elements) {
    struct Refused {
        std::string_view kind{}, expected{};
    };
    constexpr Refused refused[] = {
        {"contingency", "no contingencies: flows after outages are not limited here"},
        {"storage", "no storage: this reader does not take it"},
    };
    for (const auto& [kind, expected] : refused)
        for (JsonObject& each : elements.objects(kind)) each.report("", expected);
    for (JsonObject& shunt : elements.objects("shunt")) {
        shunt.allow({"bus", "shunt_type", "bs", "bs_max", "bs_min", "step"});  // reactive power
        shunt.allow_only("gs", 0.0, "0: power drawn by a shunt is not taken");
        shunt.refuse_others();
    }
}

void read_bus(JsonObject& bus, Context& context) {
    CaseRow row{context.made, "zone", bus.place()};
    row.set("name", bus.name());
    if (context.mismatch_cost > 0.0) row.set("surplus_cost_per_mwh", context.mismatch_cost);
    // Voltage, and names of regions that only areas of reserve could refer to.
    bus.allow({"base_kv", "matpower_bustype", "area", "zone", "owner", "vm", "va", "v_min", "v_max", "id"});
    allow_results(bus);
    bus.refuse_others();
}

/// A load that consumes as long as power costs no more than what it is worth: sales at a price.
void read_priced_load(JsonObject& load, const std::string& bus, const Amount& power, Context& context) {
    const std::optional<Amount> price = load.amount("p_price", context.made.steps);
    if (!price) return;
    CaseRow{context.made, "trade", load.place()}
        .set("name", load.name())
        .set("zone", bus, load.place("bus"))
        .set("export_capacity_mw", power, load.place("p_load"))
        .set("export_price_per_mwh", *price, load.place("p_price"));
}

void read_load(JsonObject& load, Context& context) {
    const bool in_service = is_in_service(load);
    load.require("bus", "the name of a bus");
    load.require("p_load", "the power it draws");
    const std::string bus = load.text("bus").value_or("");
    const std::optional<Amount> power = load.amount("p_load", context.made.steps);
    if (in_service && power && load.has("p_price"))
        read_priced_load(load, bus, *power, context);
    else if (in_service && power)
        CaseRow{context.made, "demand", load.place()}
            .set("name", load.name())
            .set("zone", bus, load.place("bus"))
            .set("load_mw", *power, load.place("p_load"))
            .set("level", "sent_out")
            .set("value_of_lost_load_per_mwh",
                 context.mismatch_cost > 0.0 ? context.mismatch_cost : forbidden_cost_per_mwh);
    load.allow({"q_load", "area", "zone", "owner"});  // reactive power; names of regions
    allow_results(load);
    load.refuse_others();
}

/// Length of the horizon in steps and the step in hours; begins the case.
void begin(JsonObject& system, const std::string& file, Context& context) {
    const std::string title = system.text("model_name").value_or("");
    context.commits = system.has("time_keys");
    if (!context.commits) {
        context.made.begin(file, title, 1.0, 1);
        return;
    }
    const std::vector<std::string> keys = system.texts("time_keys").value_or(std::vector<std::string>{"1"});
    system.require("time_period_length_minutes", "the length of a period");
    const double minutes = system.number_from("time_period_length_minutes", 1.0).value_or(60.0);
    if (minutes != std::round(minutes)) system.report("time_period_length_minutes", "whole minutes");
    if (keys.empty()) system.report("time_keys", "at least one period");
    context.made.begin(file, title, minutes / 60.0, std::max<std::size_t>(1, keys.size()));
    const std::optional<model::TimePoint> start = keys.empty() ? std::nullopt : parse_time(keys.front());
    if (start)
        context.made.settings.start = start;
    else
        context.made.notes.push_back("The file has no dates: its first period is taken for the first of 2025.");
}

void read_system(JsonObject& system, const std::string& file, Context& context) {
    begin(system, file, context);
    context.base_mva = system.number("baseMVA").value_or(100.0);
    if (context.commits) {
        system.require("load_mismatch_cost", "the cost of a MW that is missing or too much at a bus");
        context.mismatch_cost = system.number_from("load_mismatch_cost", 0.0).value_or(0.0);
        context.made.settings.settings.cost_segments = 2;  // Egret's own
        context.made.notes.push_back(
            "A quadratic cost is cut into 2 equal pieces, as Egret does unless told otherwise.");
    } else {
        context.made.settings.settings.cost_segments = pieces_of_one_hour;
        context.made.notes.push_back(fmt::format(
            "The file has no time: one hour, in which every unit in service runs; a quadratic cost is cut into {} "
            "pieces; a MWh not served, which the file does not allow, costs {}.",
            pieces_of_one_hour, forbidden_cost_per_mwh));
    }
    context.reserve_shortfall_cost = system.number_from("reserve_shortfall_cost", 0.0).value_or(1000.0);
    // The angle that is held at zero does not matter to flows. Reserve shares the ramp in this reader in any case.
    system.allow({"reference_bus", "reference_bus_angle", "reserve_ramping_constraints", "name", "time_indices"});
}

void add_network_notes(Context& context) {
    if (context.has_angle_limits)
        context.made.notes.push_back(
            "Limits of angle differences (angle_diff_min, angle_diff_max) are left out, as in Egret's linear flows.");
    if (context.has_losses)
        context.made.notes.push_back(
            "Losses of direct-current links (loss_factor) are left out, as in Egret's linear flows.");
}

}  // namespace

bool is_in_service(JsonObject& element) {
    element.allow_only("planned_outage", false, "false: an outage is no part of what is read here");
    return element.truth("in_service").value_or(true);
}

void allow_results(JsonObject& element) {
    element.allow({"latitude", "longitude", "lmp", "pl", "ql", "p_balance_violation"});
}

void read_loads(JsonObject& elements, Context& context) {
    for (JsonObject& load : elements.objects("load")) read_load(load, context);
}

}  // namespace egret

void read_egret(JsonObject& root, const std::string& file, ImportedCase& made) {
    egret::Context context{made};
    root.require("system", "an object with what holds for the whole system");
    root.require("elements", "an object of buses, generators, loads, ...");
    std::optional<JsonObject> system = root.object("system");
    std::optional<JsonObject> elements = root.object("elements");
    root.refuse_others();
    if (!system || !elements) return;
    egret::read_system(*system, file, context);
    for (JsonObject& bus : elements->objects("bus")) egret::read_bus(bus, context);
    egret::read_loads(*elements, context);
    egret::read_branches(*elements, context);
    egret::read_dc_branches(*elements, context);
    egret::read_interfaces(*elements, context);
    egret::add_network_notes(context);
    const egret::FuelSupplies supplies = egret::read_fuel_supplies(*elements, context);
    const std::vector<egret::Product> products = egret::read_reserves(*system, *elements, context);
    egret::read_generators(*elements, supplies, products, context);
    egret::read_security_constraints(*elements, context);
    egret::refuse_elements(*elements);
    system->refuse_others();
    elements->refuse_others();
}

}  // namespace indus::inputs
