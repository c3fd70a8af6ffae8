// SPDX-License-Identifier: Apache-2.0
// What it cost and emitted, and by whom: costs, emissions, plants, zones, industrial zones.
#include <algorithm>
#include <cmath>
#include <map>

#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/story.hpp"
#include "reports/want_text.hpp"

namespace indus::reports {

namespace {

Markup lead(const std::string& text) { return markup("<p class=\"lead\">{}</p>\n", text); }

/// One row per category, one column per technology, and the sum.
HtmlTable cost_matrix(const PageInput& in) {
    std::map<std::string, std::map<std::string, double>> amounts;
    std::vector<std::string> technologies;
    for (const CostRow& row : in.digest.costs) {
        amounts[row.category][row.technology] += row.amount;
        if (std::find(technologies.begin(), technologies.end(), row.technology) == technologies.end())
            technologies.push_back(row.technology);
    }
    std::vector<std::pair<std::string, double>> sums;
    for (const auto& [category, parts] : amounts) {
        double sum = 0.0;
        for (const auto& [technology, amount] : parts) sum += amount;
        sums.emplace_back(category, sum);
    }
    std::stable_sort(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    HtmlColumn names{"category", "Category", "", false, {}, {}, {}};
    HtmlColumn total{"total", "Total", "money", true, {}, {}, {}};
    double grand_total = 0.0;
    for (const auto& [category, sum] : sums) {
        names.texts.push_back(cost_category_label(category));
        total.values.emplace_back(sum);
        grand_total += sum;
    }
    names.texts.emplace_back("Total");
    total.values.emplace_back(grand_total);
    HtmlTable table{
        "costs-table", "Cost by category and by who causes it", in.system.settings().currency, false, {names, total}};
    for (const std::string& technology : technologies) {
        HtmlColumn column{technology, technology_label(technology), "money", true, {}, {}, {}};
        double sum = 0.0;
        for (const auto& [category, ignored] : sums) {
            const auto found = amounts[category].find(technology);
            column.values.push_back(found == amounts[category].end() ? std::nullopt : std::optional{found->second});
            sum += column.values.back().value_or(0.0);
        }
        column.values.emplace_back(sum);
        table.columns.push_back(std::move(column));
    }
    return table;
}

std::string supply_lines(const PageInput& in, const std::string& zone) {
    std::string text;
    for (const LineRow& line : in.digest.lines) {
        if (line.from != zone && line.to != zone) continue;
        const bool arrives = line.to == zone;
        text += fmt::format("{}{} ({} {}, {}; full for {}\u00a0h)", text.empty() ? "" : "; ", line.name,
                            arrives ? "from" : "to", in.digest.zone_title(arrives ? line.from : line.to),
                            quantity_text(line.capacity_mw, "MW"), grouped(line.hours_full, 0));
    }
    for (const model::Meter& meter : in.system.all<model::Meter>())
        if (meter.zone.name == zone)
            text += fmt::format("{}{} (meter to {}, {})", text.empty() ? "" : "; ", meter.name,
                                in.digest.zone_title(meter.grid_zone.name), quantity_text(meter.sanctioned_mw, "MW"));
    return text.empty() ? "none: the zone depends on its own plants" : text;
}

std::string load_words(const ZoneRow& zone) {
    const std::string demand = quantity_text(zone.demand_mwh, "MWh");
    if (std::abs(zone.industrial_mwh) <= nothing_shown)
        return fmt::format("Demand {}, peak {}.", demand, quantity_text(zone.peak_demand_mw, "MW"));
    return fmt::format("Demand {}, processes and other industrial loads {}; peak of all loads {}.", demand,
                       quantity_text(zone.industrial_mwh, "MWh"), quantity_text(zone.peak_load_mw, "MW"));
}

std::string missing_words(const ZoneRow& zone) {
    std::string text;
    if (zone.unserved_mwh > nothing_shown)
        text =
            fmt::format("{} ({}) could not be served, spread over {} hours.", quantity_text(zone.unserved_mwh, "MWh"),
                        percent_text(zone.unserved_mwh / zone.demand_mwh), grouped(zone.unserved_hours, 0));
    const std::string others = other_unserved_sentence(zone.missing_mwh, zone.unserved_heat_mwh);
    if (text.empty() && others.empty()) return "Every hour was served in full.";
    return text.empty() || others.empty() ? text + others : text + " " + others;
}

Markup industrial_card(const PageInput& in, const ZoneRow& zone) {
    std::vector<DemandRow> demands;
    for (const DemandRow& row : in.digest.demands)
        if (row.zone == zone.name) demands.push_back(row);
    const std::string& currency = in.system.settings().currency;
    const std::string price =
        zone.average_price_per_mwh ? money_text(*zone.average_price_per_mwh, currency) + " per MWh" : "not known";
    const std::string carbon =
        zone.emission_intensity_t_per_mwh
            ? fmt::format(" A MWh used here carried {} kg of carbon dioxide, traced to the plants that gave it.",
                          grouped(*zone.emission_intensity_t_per_mwh * 1000.0, 0))
            : "";
    Markup body = markup("<p>{} Average price {}. {} Supply lines: {}.{}</p>\n", load_words(zone), price,
                         missing_words(zone), supply_lines(in, zone.name), carbon);
    body += markup(
        "<div class=\"spark\" data-zone=\"{}\" role=\"img\" aria-label=\"Power served and not served over time in "
        "{}\"></div>\n",
        zone.name, zone.title);
    body += digest_html(in, "industrial-" + std::to_string(&zone - in.digest.zones.data()),
                        "Demand of " + zone.title + " by sector", demands,
                        {"sector", "name", "peak_mw", "demand_mwh", "served_mwh", "unserved_mwh", "unserved_share",
                         "unserved_value", "average_price_per_mwh"},
                        false);
    return markup("<article class=\"industrial\">\n<h3>{}</h3>\n{}</article>\n", zone.title, body);
}

}  // namespace

Markup cost_section(const PageInput& in) {
    if (!in.digest.has_solution || in.digest.costs.empty()) return {};
    const Totals& t = in.digest.totals;
    std::string summary = "Running the system cost " + money_everywhere(t.running_cost, in.system.settings()) + ".";
    if (t.penalty_cost != 0.0)
        summary += " Power, reserve or outlets that were missing and rules that were broken are valued at another " +
                   money_everywhere(t.penalty_cost, in.system.settings()) + ".";
    if (t.consumer_value != 0.0)
        summary += " Price-sensitive load got power worth " + money_everywhere(t.consumer_value, in.system.settings()) +
                   " to it, which is subtracted.";
    if (t.penalty_cost != 0.0 || t.consumer_value != 0.0) summary += " All together are what was minimised.";
    Markup body = lead(summary);
    body += chart("costs", "Cost by category and technology [" + in.system.settings().currency + "].", summary);
    body += html_table(cost_matrix(in));
    return section("costs", "What it cost", body);
}

Markup emission_section(const PageInput& in) {
    const Totals& t = in.digest.totals;
    if (!in.digest.has_solution || t.emissions_t <= 0.0) return {};
    const std::string summary =
        fmt::format("{} of carbon dioxide, {} kg per MWh generated.", quantity_text(t.emissions_t, "tCO2"),
                    grouped(t.emission_intensity_t_per_mwh.value_or(0.0) * 1000.0, 0));
    Markup body = lead(summary);
    body += chart("emissions", "Carbon dioxide by technology [tCO2].", summary);
    body += digest_html(in, "fuels", "Fuel burnt", in.digest.fuels);
    return section("emissions", "Carbon dioxide", body);
}

Markup plant_section(const PageInput& in) {
    if (!in.digest.has_solution || in.digest.plants.empty()) return {};
    Markup body = markup(
        "<p class=\"hint\">A click on a column's heading sorts. Revenue counts each plant's energy at the price of its "
        "zone. "
        "<em>Make-whole</em> is what a plant would need on top, day by day, to cover its cost; <em>lost "
        "opportunity</em> is "
        "what it could have earned more at these prices had it decided alone.</p>\n"
        "<p class=\"filter\" data-filters=\"plants\"></p>\n");
    body += digest_html(in, "plants", "Plants", in.digest.plants,
                        {"name", "zone", "technology", "capacity_mw", "energy_mwh", "capacity_factor", "starts",
                         "hours_on", "fuel_gj", "emissions_t", "curtailment_mwh", "cost", "revenue", "reserve_revenue",
                         "profit", "make_whole", "lost_opportunity"});
    return section("plants-section", "Plants", body);
}

Markup zone_section(const PageInput& in) {
    if (!in.digest.has_solution) return {};
    return section("zones-section", "Zones",
                   digest_html(in, "zones", "Zones", in.digest.zones,
                               {"title",
                                "role",
                                "demand_mwh",
                                "served_mwh",
                                "unserved_mwh",
                                "unserved_hours",
                                "missing_mwh",
                                "unserved_heat_mwh",
                                "industrial_mwh",
                                "peak_demand_mw",
                                "peak_load_mw",
                                "generation_mwh",
                                "storage_net_mwh",
                                "net_import_mwh",
                                "surplus_mwh",
                                "average_price_per_mwh",
                                "min_price_per_mwh",
                                "max_price_per_mwh",
                                "energy_shifted_mwh",
                                "peak_shaved_mw"}));
}

Markup industrial_section(const PageInput& in) {
    if (!in.digest.has_solution) return {};
    Markup body;
    for (const ZoneRow& zone : in.digest.zones)
        if (zone.role == "industrial") body += industrial_card(in, zone);
    return section("industrial", "Industrial zones", body);
}

}  // namespace indus::reports
