// SPDX-License-Identifier: Apache-2.0
// Electricity bills of zones behind a meter, and who gains when a zone looks after its own.
#include <algorithm>

#include "reports/bill_columns.hpp"
#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/want_text.hpp"

namespace indus::reports {

namespace {

Markup gains(const PageInput& in, const model::ObjectiveComparison& found) {
    const std::string& currency = in.system.settings().currency;
    const auto row = [&](const char* name, double by_system, double by_zone) {
        return markup("<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                      name, money_text(by_system, currency), money_text(by_zone, currency));
    };
    Markup body = markup(
        "<p class=\"lead\">What lies behind the meter of {} was decided for the zone's own cost. It gains {} against "
        "the plan of least cost for all; the system loses {}, and all others together {}.</p>\n",
        found.zone, money_text(found.zone_gain(), currency), money_text(found.system_loss(), currency),
        money_text(found.others_loss(), currency));
    const Markup head =
        markup("<th></th><th class=\"number\">least system cost</th><th class=\"number\">least own bill</th>");
    Markup rows = row("Its bill", found.by_system.bill, found.by_zone.bill);
    rows += row("Its other costs", found.by_system.own_cost, found.by_zone.own_cost);
    rows += row("Cost of the system", found.by_system.system_cost, found.by_zone.system_cost);
    body += framed_table("objective", "Two perspectives on " + found.zone, head, rows);
    return body;
}

/// The load of meters over the periods of their tariffs.
Markup load_chart(const PageInput& in) {
    std::string summary;
    for (const model::Meter& meter : in.system.all<model::Meter>()) {
        const auto& bought = in.series.values(meter.kind, meter.name, "import");
        summary += fmt::format("{} drew {}, at most {}. ", meter.name, quantity_text(in.series.energy(bought), "MWh"),
                               quantity_text(*std::max_element(bought.begin(), bought.end()), "MW"));
    }
    return chart("tariff", "What a meter drew (above) and gave back (below) in the periods of its tariff [MW].",
                 summary);
}

}  // namespace

Markup bill_section(const PageInput& in) {
    const std::vector<model::BillRecord>& bills = in.solution.bills;
    if (bills.empty()) return {};
    Markup body;
    if (in.info.objective) body += gains(in, *in.info.objective);
    if (std::any_of(bills.begin(), bills.end(), [](const auto& each) { return each.month_share < 1.0 - 1e-9; }))
        body += markup(
            "<p class=\"hint\">Of a month that lies in the horizon in part, fixed charges are billed in that "
            "part.</p>\n");
    for (const std::string& each : grid_want_sentences(in.digest)) body += markup("<p>{}</p>\n", each);
    body += load_chart(in);
    body += markup("<p class=\"hint\">Bills are transfers: they are no part of the cost of the system.</p>\n");
    body += digest_html(in, "bills-table", "Electricity bills", bills);
    if (!grid_want_sentences(in.digest).empty())
        body += digest_html(in, "meters-table", "What load-shedding and outages of the grid took", in.digest.meters);
    return section("bills", "Electricity bills", body);
}

}  // namespace indus::reports
