// SPDX-License-Identifier: Apache-2.0
// UnitCommitment.jl, versions 0.3 and 0.4: parameters, buses, lines, reserves and loads; generators and stores stand in
// a file of their own. Limits of flow may be broken at a penalty there, and so they may here.
#include "inputs/importers/unitcommitment_jl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace unitcommitment_jl {

namespace {

constexpr double unlimited_mw = 1e6;
constexpr double standard_balance_penalty = 1000.0;
constexpr double standard_flow_penalty = 5000.0;

void read_parameters(JsonObject& root, const std::string& file, Context& context) {
    std::optional<JsonObject> parameters = root.object("Parameters");
    if (!parameters) return;
    const std::string version = parameters->text("Version").value_or("");
    if (version != "0.3" && version != "0.4") parameters->report("Version", "0.3 or 0.4");
    if (parameters->has("Time step (min)") && parameters->number("Time step (min)").value_or(60.0) != 60.0)
        parameters->report("Time step (min)", "60: costs of a shorter step are not told apart from those of an hour");
    double hours = parameters->number_from("Time horizon (h)", 1.0).value_or(0.0);
    if (const auto minutes = parameters->number_from("Time horizon (min)", 60.0)) hours = *minutes / 60.0;
    if (hours < 1.0 || hours > 1e6 || hours != std::round(hours)) {
        parameters->report("Time horizon (h)", "a whole number of hours, at most a million");
        hours = 1.0;
    }
    context.made.begin(file, "", 1.0, static_cast<std::size_t>(hours));
    context.balance_penalty =
        parameters->number_from("Power balance penalty ($/MW)", 0.0).value_or(standard_balance_penalty);
    parameters->allow({"Scenario name"});
    parameters->allow_only("Scenario weight", 1.0, "1: only one scenario is read");
    parameters->refuse_others();
}

void read_buses(JsonObject& root, Context& context) {
    for (JsonObject& bus : root.objects("Buses")) {
        CaseRow{context.made, "zone", bus.place()}.set("name", bus.name());
        bus.require("Load (MW)", "the load at the bus");
        const auto load = bus.amount("Load (MW)", context.made.steps);
        if (load && (load->largest() != 0.0 || load->smallest() != 0.0))
            CaseRow{context.made, "demand", bus.place("Load (MW)")}
                .set("name", bus.name())
                .set("zone", bus.name())
                .set("load_mw", *load)
                .set("level", "sent_out")
                .set("value_of_lost_load_per_mwh", context.balance_penalty);
        bus.refuse_others();
    }
}

void read_line(JsonObject& line, Context& context) {
    CaseRow row{context.made, "ac_line", line.place()};
    row.set("name", line.name());
    for (const auto& [member, field] : {std::pair{"Source bus", "from"}, std::pair{"Target bus", "to"}}) {
        line.require(member, "the name of a bus");
        if (const auto bus = line.text(member)) row.set(field, *bus, line.place(member));
    }
    line.require("Susceptance (S)", "a number other than 0");
    if (const auto susceptance = line.number("Susceptance (S)")) {
        if (*susceptance == 0.0)
            line.report("Susceptance (S)", "a number other than 0");
        else
            row.set("reactance_pu", 1.0 / *susceptance, line.place("Susceptance (S)"));
    }
    const auto limit = line.amount("Normal flow limit (MW)", context.made.steps);
    row.set("capacity_mw", limit.value_or(Amount{{unlimited_mw}}), line.place("Normal flow limit (MW)"));
    const auto penalty = line.number("Flow limit penalty ($/MW)");
    if (limit)
        row.set("violation_cost_per_mwh", penalty.value_or(standard_flow_penalty),
                line.place("Flow limit penalty ($/MW)"));
    // Only ratios of susceptances matter to flows; the limit in an emergency holds after an outage.
    line.allow({"Reactance (ohms)", "Emergency flow limit (MW)"});
    line.refuse_others();
}

void read_reserve(JsonObject& reserve, Context& context) {
    std::string type = reserve.text("Type").value_or("");
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    if (type != "spinning") return reserve.report("Type", "spinning: no component holds the reserve of another type");
    fits_name_list(reserve.name(), reserve.place(), context.made.draft.issues);
    reserve.require("Amount (MW)", "the reserve that is asked for");
    const auto amount = reserve.amount("Amount (MW)", context.made.steps);
    const auto penalty = reserve.number("Shortfall penalty ($/MW)");
    CaseRow row{context.made, "reserve", reserve.place()};
    row.set("name", reserve.name()).set("response_minutes", unlimited_response_minutes);
    if (amount) row.set("requirement_mw", *amount, reserve.place("Amount (MW)"));
    if (penalty && *penalty >= 0.0)
        row.set("shortfall_cost_per_mwh", *penalty, reserve.place("Shortfall penalty ($/MW)"));
    context.reserves.push_back(reserve.name());
    reserve.refuse_others();
}

/// A load that consumes as long as power costs no more than its revenue: sales at a price.
void read_priced_load(JsonObject& load, Context& context) {
    CaseRow row{context.made, "trade", load.place()};
    row.set("name", load.name());
    load.require("Bus", "the name of a bus");
    load.require("Demand (MW)", "the power it could use");
    load.require("Revenue ($/MW)", "what that is worth");
    if (const auto bus = load.text("Bus")) row.set("zone", *bus, load.place("Bus"));
    if (const auto power = load.amount("Demand (MW)", context.made.steps))
        row.set("export_capacity_mw", *power, load.place("Demand (MW)"));
    if (const auto price = load.amount("Revenue ($/MW)", context.made.steps))
        row.set("export_price_per_mwh", *price, load.place("Revenue ($/MW)"));
    load.refuse_others();
}

}  // namespace

}  // namespace unitcommitment_jl

void read_unitcommitment_jl(JsonObject& root, const std::string& file, ImportedCase& made) {
    using namespace unitcommitment_jl;
    Context context{made};
    root.require("Parameters", "an object with the horizon");
    root.require("Buses", "an object of buses");
    read_parameters(root, file, context);
    if (!made.settings.start) return;
    read_buses(root, context);
    for (JsonObject& each : root.objects("Transmission lines")) read_line(each, context);
    for (JsonObject& each : root.objects("Reserves")) read_reserve(each, context);
    for (JsonObject& each : root.objects("Generators")) read_generator(each, context);
    for (JsonObject& each : root.objects("Storage units")) read_storage(each, context);
    for (JsonObject& each : root.objects("Price-sensitive loads")) read_priced_load(each, context);
    for (JsonObject& each : root.objects("Contingencies"))
        each.report("", "no contingencies: flows after outages are not limited here");
    root.allow({"SOURCE"});
    root.refuse_others();
    made.notes.push_back("The file has no dates: its first hour is taken for the first of 2025.");
}

}  // namespace indus::inputs
