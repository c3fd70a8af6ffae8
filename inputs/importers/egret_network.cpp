// SPDX-License-Identifier: Apache-2.0
// Branches, direct-current links, interfaces and sums of outputs of an Egret file.
#include <fmt/format.h>

#include <algorithm>

#include "inputs/importers/egret_parts.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs::egret {

namespace {

/// A flow that no line reaches: a branch without a rating.
constexpr double unlimited_mw = 1e6;
constexpr double half_turn_degrees = 180.0;

/// Both ends, and the rating that holds when all is well; those of emergencies limit nothing here.
void set_ends(JsonObject& branch, CaseRow& row) {
    for (const auto& [member, field] : {std::pair{"from_bus", "from"}, std::pair{"to_bus", "to"}}) {
        branch.require(member, "the name of a bus");
        if (const auto bus = branch.text(member)) row.set(field, *bus, branch.place(member));
    }
    row.set("capacity_mw", branch.number("rating_long_term").value_or(unlimited_mw), branch.place("rating_long_term"));
    branch.allow({"rating_short_term", "rating_emergency"});
    if (const auto cost = branch.number("violation_penalty"))
        row.set("violation_cost_per_mwh", *cost, branch.place("violation_penalty"));
    branch.allow({"area", "zone", "owner", "ckt", "id"});
}

void read_branch(JsonObject& branch, Context& context) {
    CaseRow row{context.made, "ac_line", branch.place()};
    row.set("name", branch.name()).set("base_mva", context.base_mva);
    set_ends(branch, row);
    if (!is_in_service(branch)) row.set("in_service", "no", branch.place("in_service"));
    branch.require("reactance", "a reactance other than 0");
    if (const auto reactance = branch.number("reactance"))
        row.set("reactance_pu", *reactance, branch.place("reactance"));
    if (const auto tap = branch.number("transformer_tap_ratio"))
        row.set("tap_ratio", *tap, branch.place("transformer_tap_ratio"));
    if (const auto shift = branch.number("transformer_phase_shift"); shift && *shift != 0.0)
        row.set("phase_shift_degrees", *shift, branch.place("transformer_phase_shift"));
    // Egret's own linear flows leave them out, and so do its published values.
    const double least = branch.number("angle_diff_min").value_or(-half_turn_degrees);
    const double most = branch.number("angle_diff_max").value_or(half_turn_degrees);
    context.has_angle_limits = context.has_angle_limits || least > -half_turn_degrees || most < half_turn_degrees;
    // Without effect on a lossless flow of active power; and flows as they were found.
    branch.allow({"branch_type", "resistance", "charging_susceptance", "pf", "qf", "pt", "qt"});
    branch.refuse_others();
}

void read_dc_branch(JsonObject& branch, Context& context) {
    CaseRow row{context.made, "line", branch.place()};
    row.set("name", branch.name()).set("technology", "hvdc");
    set_ends(branch, row);
    if (!is_in_service(branch)) row.set("in_service", "no", branch.place("in_service"));
    context.has_losses = context.has_losses || branch.number("loss_factor").value_or(0.0) != 0.0;
    branch.allow({"pf", "pt"});  // flows as they were found
    branch.refuse_others();
}

void read_interface(JsonObject& interface, Context& context) {
    CaseRow row{context.made, "interface", interface.place()};
    row.set("name", interface.name());
    interface.require("lines", "the names of branches");
    const auto lines = interface.texts("lines");
    const auto orientation = interface.numbers("line_orientation");
    if (lines && orientation && orientation->size() != lines->size())
        interface.report("line_orientation", fmt::format("one number for each of {} lines", lines->size()));
    else if (lines) {
        std::string text;
        for (std::size_t i = 0; i < lines->size(); ++i)
            if (fits_name_list((*lines)[i], interface.place("lines"), context.made.draft.issues))
                text += fmt::format("{}{}:{}", text.empty() ? "" : " ", (*lines)[i],
                                    number_text(orientation ? (*orientation)[i] : 1.0));
        row.set("lines", text, interface.place("lines"));
    }
    if (const auto most = interface.number("maximum_limit")) row.set("max_mw", *most, interface.place("maximum_limit"));
    if (const auto least = interface.number("minimum_limit"))
        row.set("min_mw", *least, interface.place("minimum_limit"));
    if (const auto cost = interface.number("violation_penalty"))
        row.set("violation_cost_per_mwh", *cost, interface.place("violation_penalty"));
    interface.refuse_others();
}

void read_security_constraint(JsonObject& limit, Context& context) {
    if (limit.text("security_constraint_type").value_or("") != "pg")
        return limit.report("security_constraint_type", "pg, a sum of outputs of generators");
    CaseRow row{context.made, "plant_constraint", limit.place()};
    row.set("name", limit.name());
    if (const auto least = limit.number("lower_bound")) row.set("min_mw", *least, limit.place("lower_bound"));
    if (const auto most = limit.number("upper_bound")) row.set("max_mw", *most, limit.place("upper_bound"));
    if (const auto cost = limit.number("violation_penalty"))
        row.set("violation_cost_per_mwh", *cost, limit.place("violation_penalty"));
    limit.require("coefs", "coefficients of generators");
    std::optional<JsonObject> coefs = limit.object("coefs");
    std::optional<JsonObject> values = coefs ? coefs->object("values") : std::nullopt;
    std::optional<JsonObject> generators = values ? values->object("generator") : std::nullopt;
    if (!generators) return limit.report("coefs", "{\"values\": {\"generator\": {NAME: COEFFICIENT}}}");
    std::string text;
    for (const std::string& name : generators->members())
        if (fits_name_list(name, generators->place(), context.made.draft.issues))
            text += fmt::format("{}{}:{}", text.empty() ? "" : " ", name,
                                number_text(generators->number(name).value_or(0.0)));
    row.set("plants", text, generators->place());
    coefs->allow({"data_type"});
    coefs->refuse_others();
    values->refuse_others();
    limit.refuse_others();
}

}  // namespace

void read_branches(JsonObject& elements, Context& context) {
    for (JsonObject& each : elements.objects("branch")) read_branch(each, context);
}

void read_dc_branches(JsonObject& elements, Context& context) {
    for (JsonObject& each : elements.objects("dc_branch")) read_dc_branch(each, context);
}

void read_interfaces(JsonObject& elements, Context& context) {
    for (JsonObject& each : elements.objects("interface")) read_interface(each, context);
}

void read_security_constraints(JsonObject& elements, Context& context) {
    for (JsonObject& each : elements.objects("security_constraint")) read_security_constraint(each, context);
}

}  // namespace indus::inputs::egret
