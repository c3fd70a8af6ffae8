// SPDX-License-Identifier: Apache-2.0
// What the flexibility of industry is worth: the answer beside a run in which industry follows no price.
#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/rigid_text.hpp"

namespace indus::reports {

namespace {

Markup row(const char* name, double optimised, double rigid, const auto& text) {
    Markup cells;
    for (const double each : {optimised, rigid, optimised - rigid})
        cells += markup("<td class=\"number\" data-value=\"{}\">{}</td>", each, text(each));
    return markup("<tr><th scope=\"row\">{}</th>{}</tr>\n", name, cells);
}

Markup figures(const model::RigidComparison& found, const std::string& currency) {
    const model::RunFigures& best = found.optimised;
    const model::RunFigures& rigid = *found.rigid;
    const auto money = [&](double value) { return money_text(value, currency); };
    const auto of = [](std::string_view unit) { return [unit](double value) { return quantity_text(value, unit); }; };
    Markup body = row("Cost", best.cost, rigid.cost, money);
    body += row("Peak of load", best.peak_mw, rigid.peak_mw, of("MW"));
    body += row("Peak of residual load", best.peak_residual_mw, rigid.peak_residual_mw, of("MW"));
    body += row("Demand not served", best.unserved_mwh, rigid.unserved_mwh, of("MWh"));
    const auto row_if_any = [&](const char* name, double optimised, double without) {
        if (optimised > nothing_shown || without > nothing_shown) body += row(name, optimised, without, of("MWh"));
    };
    row_if_any("Shiftable load not served", best.missing_mwh, rigid.missing_mwh);
    row_if_any("Heat not served", best.unserved_heat_mwh, rigid.unserved_heat_mwh);
    body += row("Curtailed sun and wind", best.curtailment_mwh, rigid.curtailment_mwh, of("MWh"));
    body += row("Emissions", best.emissions_t, rigid.emissions_t, of("tCO2"));
    const Markup head = markup(
        "<th></th><th class=\"number\">as optimised</th><th class=\"number\">rigid</th>"
        "<th class=\"number\">difference</th>");
    return framed_table("rigid", "Industry that follows prices, and industry that does not", head, body);
}

}  // namespace

Markup rigid_part(const PageInput& in) {
    if (!in.info.rigid) return {};
    const model::RigidComparison& found = *in.info.rigid;
    const std::string& currency = in.system.settings().currency;
    Markup body;
    for (const std::string& each : rigid_sentences(found, currency)) body += markup("<p>{}</p>\n", each);
    if (!found.rigid) return body;
    body += figures(found, currency);
    body += markup(
        "<p class=\"hint\"><em>Rigid</em>: processes run as early as calendars, inputs and stocks let, with the same "
        "orders; shiftable loads draw as planned or evenly; nothing is called off; heat stores are not used; fuel "
        "comes "
        "as it is burnt; upgrades are built as in this plan. Stocks are back at their initial level at the end. The "
        "load is that of all zones together, demand as wanted.</p>\n");
    return body;
}

}  // namespace indus::reports
