// SPDX-License-Identifier: Apache-2.0
// Industry: what processes made and when, what they and other loads that choose their hours shifted, what their power
// and heat emitted, and how fuel came to its stocks.
#include <algorithm>

#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/page_stocks.hpp"
#include "reports/want_text.hpp"

namespace indus::reports {

namespace {

Markup gantt(const PageInput& in) {
    const std::string summary =
        fmt::format("{} stages of {} processes over time.", in.system.all<model::Stage>().size(),
                    in.system.all<model::Process>().size());
    return chart("gantt",
                 "What each stage did: a bar is as high as its rate, low and grey where the stage stands by; each "
                 "batch is a bar of its own.",
                 summary);
}

Markup stock_chart(const PageInput& in) {
    std::string summary;
    for (const model::Stock* each : shown_stocks(in.system)) {
        const auto& level = in.series.values(each->kind, each->name, "level");
        summary += fmt::format("{}: from {} to {} {}. ", each->name, grouped(each->initial_level, 0),
                               grouped(level.back(), 0), each->unit);
    }
    return summary.empty() ? Markup{} : chart("stocks", "How full the stocks of processes were.", summary);
}

Markup order_table(const PageInput& in) {
    if (in.digest.orders.empty()) return {};
    return digest_html(in, "orders", "Orders, and what of them was delivered on time", in.digest.orders);
}

Markup cost_table(const PageInput& in) {
    Markup body = markup(
        "<p class=\"hint\">Power <em>by bill</em>: behind a meter, what a zone paid is shared out among its loads. "
        "Energy over the meter counts at the tariff's price of the hour and goes to those who drew then; fixed charges "
        "and the costs of plants behind the meter go with the energy drawn. Power <em>by zone price</em>: at the price "
        "of its zone. Heat costs the price of its <em>node</em> or, where it has none, what it cost to make on average "
        "(<em>mean cost</em>). The cost per unit is all three costs over the units made.</p>\n");
    body += digest_html(in, "process-cost", "What processes cost", in.digest.processes,
                        {"name", "unit", "own_cost", "power_cost", "power_cost_basis", "heat_cost", "heat_cost_basis",
                         "cost_per_unit"});
    return body;
}

Markup upgrade_table(const PageInput& in) {
    if (in.digest.upgrades.empty()) return {};
    return digest_html(in, "upgrades", "Upgrades of stages, and which were built", in.digest.upgrades);
}

Markup process_part(const PageInput& in) {
    const Digest& d = in.digest;
    if (d.processes.empty()) return {};
    Markup body = gantt(in);
    body += stock_chart(in);
    body += markup(
        "<p class=\"hint\"><em>On time</em> is what was delivered by the time it was due, the earliest due first. "
        "Several "
        "products of a process count together if they are counted in the same unit; if not, there are no figures per "
        "unit. What each stage did hour by hour is in processes.csv, what lay in stocks in stocks.csv.</p>\n");
    body += digest_html(in, "processes", "What processes made", d.processes,
                        {"name", "zone", "sector", "product", "unit", "made", "due", "delivered", "on_time",
                         "on_time_share", "lost", "late_unit_hours"});
    body += order_table(in);
    body += markup(
        "<p class=\"hint\">Emissions of a process are direct ones, of the fuel its stages burn and of its materials "
        "(limestone in a kiln); those of the power it used, at what a MWh carried in its zone at that time, plants and "
        "lines before it traced by proportional sharing; and those of the heat it used, at what its node's boilers and "
        "cogeneration emitted per MWh taken.</p>\n");
    body += digest_html(in, "process-energy", "Energy and carbon dioxide of processes", d.processes,
                        {"name", "unit", "energy_mwh", "peak_mw", "heat_mwh", "emissions_t", "energy_per_unit_mwh",
                         "emissions_per_unit_t"});
    body += digest_html(in, "process-carbon", "Carbon dioxide of processes by where it comes from", d.processes,
                        {"name", "unit", "fuel_gj", "direct_emissions_t", "power_emissions_t", "heat_emissions_t",
                         "direct_emissions_per_unit_t", "power_emissions_per_unit_t", "heat_emissions_per_unit_t",
                         "emissions_per_unit_t"});
    body += cost_table(in);
    body += upgrade_table(in);
    return body;
}

Markup contract_table(const PageInput& in) {
    const std::vector<ContractRow>& rows = in.digest.contracts;
    if (rows.empty()) return {};
    if (std::none_of(rows.begin(), rows.end(), [](const ContractRow& row) { return row.calls > 0.5; }))
        return markup("<p class=\"hint\">No interruptible contract was called.</p>\n");
    return digest_html(in, "contracts", "Calls under interruptible contracts", rows);
}

Markup shift_part(const PageInput& in) {
    if (in.digest.load_shifts.empty()) return {};
    Markup body = markup(
        "<p class=\"hint\"><em>Energy shifted</em> is what was drawn above a schedule without a choice: of a process, "
        "each stage's energy evenly over its working hours; of a load with a plan, the plan; of others, each window's "
        "energy "
        "evenly over it; of a contract, that nothing is called off. <em>Peak shaved</em> is how much higher the peak "
        "of the zone's load would be with that schedule and all else as it was; a negative number says that the peak "
        "is higher for it, as where power was cheap.</p>\n");
    body += digest_html(
        in, "load-shifts", "Loads that can choose their hours", in.digest.load_shifts,
        {"name", "zone", "schedule", "energy_mwh", "called_off_mwh", "energy_shifted_mwh", "peak_shaved_mw"});
    body += contract_table(in);
    return body;
}

Markup fuel_part(const PageInput& in) {
    const Digest& d = in.digest;
    if (d.fuel_stocks.empty()) return {};
    std::string summary;
    for (const FuelStockRow& row : d.fuel_stocks)
        summary += fmt::format("{}: from {} to {} t, at least {} t. ", row.name, grouped(row.initial_level_t, 0),
                               grouped(row.final_level_t, 0), grouped(row.lowest_level_t, 0));
    Markup body;
    for (const std::string& each : fuel_want_sentences(d)) body += markup("<p>{}</p>\n", each);
    body += chart("fuel-stocks",
                  "Fuel in stocks, and what came, went on and was burnt [t/h]. Striped: nothing could set out or "
                  "be unloaded on a way to it.",
                  summary);
    body += markup(
        "<p class=\"hint\">Days are counted at the use of the day on which most was burnt or sent on. Short is a "
        "stock in which lay less, until more came, than one of its plants would have needed to give more.</p>\n");
    body += digest_html(in, "fuel-stocks", "Fuel in stocks", d.fuel_stocks);
    return body;
}

}  // namespace

Markup industry_section(const PageInput& in) {
    const Digest& d = in.digest;
    if (!d.has_solution) return {};
    Markup body;
    if (!d.load_shifts.empty())
        body += markup("<p class=\"lead\">Industrial loads that could choose their hours drew {}.</p>\n",
                       quantity_text(d.totals.industrial_mwh, "MWh"));
    body += rigid_part(in);
    body += process_part(in);
    body += shift_part(in);
    body += fuel_part(in);
    return section("industry", "Industry and its fuel", body);
}

}  // namespace indus::reports
