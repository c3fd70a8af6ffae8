// SPDX-License-Identifier: Apache-2.0
// What happened in the power system: sections with charts and the tables behind them.
#include <algorithm>
#include <cmath>

#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/story.hpp"

namespace indus::reports {

namespace {

Markup lead(const std::string& text) { return text.empty() ? Markup{} : markup("<p class=\"lead\">{}</p>\n", text); }

/// Where the energy came from and where it went; the two sides are equal.
Markup energy_balance(const PageInput& in) {
    const Totals& t = in.digest.totals;
    HtmlColumn item{"item", "Energy balance", "", false, {}, {}, {}};
    HtmlColumn energy{"energy_mwh", "Energy", "MWh", true, {}, {}, {}};
    const auto add = [&](std::string name, double value) {
        if (value == 0.0) return;
        item.texts.push_back(std::move(name));
        energy.values.emplace_back(value);
    };
    add("Generated", t.generation_mwh);
    add("Discharged from stores", t.storage_discharged_mwh);
    add("Charged into stores", -t.storage_charged_mwh);
    add("Lost on lines between zones", -t.line_loss_mwh);
    add("Lost on the way to customers", -t.customer_loss_mwh);
    add("Surplus dumped", -t.surplus_mwh);
    item.texts.emplace_back("Served");
    energy.values.emplace_back(t.served_mwh);
    return html_table({"balance",
                       "Energy balance: what was generated, lost and served",
                       in.system.settings().currency,
                       false,
                       {item, energy}});
}

std::string price_summary(const PageInput& in) {
    const ZoneRow* dearest = nullptr;
    const ZoneRow* cheapest = nullptr;
    for (const ZoneRow& row : in.digest.zones) {
        if (!row.average_price_per_mwh) continue;
        if (!dearest || *row.average_price_per_mwh > *dearest->average_price_per_mwh) dearest = &row;
        if (!cheapest || *row.average_price_per_mwh < *cheapest->average_price_per_mwh) cheapest = &row;
    }
    if (!dearest) return {};
    const std::string& currency = in.system.settings().currency;
    if (dearest == cheapest)
        return fmt::format("Power cost {} per MWh on average, between {} and {}.",
                           money_text(*dearest->average_price_per_mwh, currency),
                           money_text(*dearest->min_price_per_mwh, currency),
                           money_text(*dearest->max_price_per_mwh, currency));
    return fmt::format("Average prices lie between {} per MWh in {} and {} in {}.",
                       money_text(*cheapest->average_price_per_mwh, currency), cheapest->title,
                       money_text(*dearest->average_price_per_mwh, currency), dearest->title);
}

std::string commitment_summary(const PageInput& in) {
    double starts = 0.0;
    int units = 0, ran = 0, throughout = 0;
    for (const PlantRow& row : in.digest.plants) {
        if (!row.hours_on) continue;
        ++units;
        starts += row.starts.value_or(0.0);
        if (*row.hours_on > 1e-6) ++ran;
        if (*row.hours_on >= in.digest.weighted_hours - 1e-6) ++throughout;
    }
    if (units == 0) return {};
    return fmt::format("{} of {} thermal units ran, {} of them throughout; together they were started {} times.", ran,
                       units, throughout, grouped(starts, 0));
}

std::string line_summary(const PageInput& in) {
    const auto fullest = std::max_element(in.digest.lines.begin(), in.digest.lines.end(),
                                          [](const auto& a, const auto& b) { return a.hours_full < b.hours_full; });
    if (fullest == in.digest.lines.end() || fullest->hours_full <= 0.0) return "No line was ever full.";
    return fmt::format("{} from {} to {} was full for {} of {} hours.", fullest->name,
                       in.digest.zone_title(fullest->from), in.digest.zone_title(fullest->to),
                       grouped(fullest->hours_full, 0), grouped(in.digest.weighted_hours, 0));
}

std::string storage_summary(const PageInput& in) {
    double first = 0.0, last = 0.0;
    for (const StoreRow& row : in.digest.stores) {
        first += row.initial_level_mwh;
        last += row.final_level_mwh;
    }
    return fmt::format("Stores held {} at the start and {} at the end.", quantity_text(first, "MWh"),
                       quantity_text(last, "MWh"));
}

std::string reserve_summary(const PageInput& in) {
    double missing = 0.0;
    for (const ReserveRow& row : in.digest.reserves) missing += row.shortfall_mwh;
    if (missing <= nothing_shown) return "The required reserve was held at every step.";
    return fmt::format("Reserve was missing at some steps, {} in all (MW short times hours).",
                       quantity_text(missing, "MWh"));
}

}  // namespace

Markup dispatch_section(const PageInput& in) {
    if (!in.digest.has_solution) return {};
    std::string summary = "Power by technology over time, stacked, with the demand as a line.";
    for (const TechnologyRow& row : in.digest.technologies)
        if (row.energy_share && row.energy_mwh > 0.0)
            summary += fmt::format(" {}: {}.", technology_label(row.technology), quantity_text(row.energy_mwh, "MWh"));
    Markup body =
        chart("dispatch",
              "Power by technology, and demand [MW]. What charges stores, leaves the zone or is lost lies below "
              "the axis; demand not served is hatched.",
              summary);
    body += digest_html(in, "technologies", "Generation by technology", in.digest.technologies);
    body += folded("Energy balance", energy_balance(in));
    return section("dispatch", "Where the power came from", body);
}

Markup price_section(const PageInput& in) {
    if (!in.digest.has_solution || !in.digest.has_prices) return {};
    const std::string summary = price_summary(in);
    Markup body = lead(summary);
    if (!in.digest.asked_for_other_prices)
        body += markup(
            "<p class=\"hint\">Whether other prices would support the same plan was not asked: a run of many windows "
            "of "
            "time has its prices from them, and a run that was stopped has no time left for it.</p>\n");
    if (!in.digest.prices_unique)
        body += markup(
            "<p class=\"hint\">At some steps several prices support the same plan; the shaded band runs from the "
            "lowest to the "
            "highest of them. The figures use the price inside the band that the program returned.</p>\n");
    body += chart("prices", "What one more MWh would cost in each zone [" + in.system.settings().currency + "/MWh].",
                  "Prices of zones over time. " + summary);
    body += heat_part(in);
    return section("prices", "What power cost, zone by zone", body);
}

Markup unserved_section(const PageInput& in) {
    if (!in.digest.has_solution) return {};
    const Totals& t = in.digest.totals;
    if (t.unserved_mwh <= nothing_shown)
        return section("unserved", "Power that could not be served", lead("None: every demand was met at every step."));
    Markup body =
        lead(fmt::format("{} ({} of demand), valued at {}.", quantity_text(t.unserved_mwh, "MWh"),
                         percent_text(t.unserved_share), money_everywhere(t.unserved_value, in.system.settings())));
    const MainCauses causes = main_causes(in.digest);
    if (!causes.note.empty()) body += markup("<p class=\"hint\">{}</p>\n", causes.note);
    body += digest_html(in, "causes", "Why it could not be served", causes.rows,
                        {"zone", "sectors", "cause", "energy_mwh", "value", "peak_mw", "events", "first_time"});
    body += chart("unserved", "Demand not served, by zone [MW].",
                  "Demand not served over time: " + quantity_text(t.unserved_mwh, "MWh") + " in all.");
    std::vector<DemandRow> short_demands;
    for (const DemandRow& row : in.digest.demands)
        if (row.unserved_mwh > nothing_shown) short_demands.push_back(row);
    body +=
        digest_html(in, "unserved-demands", "Unserved energy by zone and sector", short_demands,
                    {"name", "zone", "sector", "unserved_mwh", "unserved_share", "unserved_value", "unserved_hours"});
    return section("unserved", "Power that could not be served", body);
}

Markup commitment_section(const PageInput& in) {
    const std::string summary = commitment_summary(in);
    if (!in.digest.has_solution || summary.empty()) return {};
    Markup body = lead(summary);
    body += chart("commitment", "Each row is a unit: blank is off, pale is on at low output, full colour is full load.",
                  summary);
    return section("commitment", "Which plants ran, and when", body);
}

Markup storage_section(const PageInput& in) {
    if (!in.digest.has_solution || in.digest.stores.empty()) return {};
    const std::string summary = storage_summary(in);
    Markup body = lead(summary);
    body += chart("storage", "Energy in store at the end of each step, between its limits (dashed).",
                  "Levels of stores over time. " + summary);
    body += digest_html(
        in, "stores", "Reservoirs, pumped storage and batteries", in.digest.stores,
        {"name", "zone", "power_mw", "min_level_mwh", "max_level_mwh", "initial_level_mwh", "final_level_mwh",
         "required_end_level_mwh", "inflow_mwh", "charged_mwh", "discharged_mwh", "bypass_mwh"});
    return section("storage", "Reservoirs, pumped storage and batteries", body);
}

Markup line_section(const PageInput& in) {
    if (!in.digest.has_solution || in.digest.lines.empty()) return {};
    const std::string summary = line_summary(in);
    Markup body = lead(summary);
    body +=
        chart("lines", "Power sent along lines, and their capacity (dashed).", "Flows on lines over time. " + summary);
    body += digest_html(in, "lines-table", "Lines between zones", in.digest.lines);
    if (!in.digest.interfaces.empty())
        body += digest_html(in, "interfaces", "Groups of lines with a limit", in.digest.interfaces);
    return section("lines", "Lines between zones", body);
}

Markup reserve_section(const PageInput& in) {
    if (!in.digest.has_solution || in.digest.reserves.empty()) return {};
    const std::string summary = reserve_summary(in);
    Markup body = lead(summary);
    body += chart("reserve", "Reserve held, by technology, and the requirement (line) [MW]; below, its price.",
                  "Reserve provided and required over time. " + summary);
    body += digest_html(in, "reserves", "Reserve products", in.digest.reserves);
    return section("reserve", "Reserve for the unexpected", body);
}

Markup curtailment_section(const PageInput& in) {
    const Totals& t = in.digest.totals;
    if (!in.digest.has_solution || !t.curtailment_share) return {};
    if (t.curtailment_mwh <= nothing_shown)
        return section("curtailment", "Sun and wind not used",
                       lead("None: all available solar and wind power was used."));
    const std::string summary =
        fmt::format("{} of available solar and wind energy were not used, {} of it.",
                    quantity_text(t.curtailment_mwh, "MWh"), percent_text(*t.curtailment_share));
    Markup body = lead(summary);
    body += chart("curtailment", "Available solar and wind power that was not used [MW].", summary);
    return section("curtailment", "Sun and wind not used", body);
}

}  // namespace indus::reports
