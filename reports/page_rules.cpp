// SPDX-License-Identifier: Apache-2.0
// Caps, shares and contracts: what they ask, what was reached, what a unit more would be worth. Trade and
// price-sensitive load.
#include <algorithm>

#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"

namespace indus::reports {

namespace {

/// Windows of a contract can be many; the page shows those that bind or are broken, and the CSV all.
constexpr std::size_t most_limits = 60;

std::vector<LimitRow> shown_limits(const Digest& d) {
    if (d.limits.size() <= most_limits) return d.limits;
    std::vector<LimitRow> rows;
    for (const LimitRow& row : d.limits)
        if (row.violation > nothing_shown || row.shadow_price.value_or(0.0) > 0.0) rows.push_back(row);
    if (rows.size() > most_limits) rows.resize(most_limits);
    return rows;
}

std::string amount_text(double amount, const std::string& unit) {
    return unit == "share" ? percent_text(amount) : quantity_text(amount, unit);
}

/// Every row has units of its own, so that amounts are told one by one.
HtmlTable limit_table(const PageInput& in) {
    const std::vector<LimitRow> rows = shown_limits(in.digest);
    const std::string& currency = in.system.settings().currency;
    const auto text_column = [&](std::string key, std::string title, auto text_of) {
        HtmlColumn column{std::move(key), std::move(title), "", false, {}, {}, {}};
        for (const LimitRow& row : rows) column.texts.push_back(text_of(row));
        return column;
    };
    return {"limits",
            "Policies, contracts and constraints",
            currency,
            false,
            {text_column("name", "Of", [](const LimitRow& row) { return row.name; }),
             text_column("rule", "Rule", [](const LimitRow& row) { return row.rule; }),
             text_column("from", "From", [](const LimitRow& row) { return row.from; }),
             text_column("limit", "Limit",
                         [](const LimitRow& row) { return row.sense + " " + amount_text(row.limit, row.unit); }),
             text_column("reached", "Reached", [](const LimitRow& row) { return amount_text(row.reached, row.unit); }),
             text_column("violation", "Broken by",
                         [](const LimitRow& row) {
                             return row.violation > nothing_shown ? quantity_text(row.violation, row.shadow_unit) : "";
                         }),
             text_column("shadow_price", "Shadow price", [&](const LimitRow& row) {
                 return row.shadow_price ? money_text(*row.shadow_price, currency) + " per " + row.shadow_unit
                                         : std::string{};
             })}};
}

}  // namespace

Markup limit_section(const PageInput& in) {
    if (!in.digest.has_solution || in.digest.limits.empty()) return {};
    const auto count = [&](auto wanted) {
        return std::count_if(in.digest.limits.begin(), in.digest.limits.end(), wanted);
    };
    const auto broken = count([](const LimitRow& row) { return row.violation > nothing_shown; });
    const auto binding = count([](const LimitRow& row) { return row.shadow_price.value_or(0.0) > 0.0; });
    Markup body = markup(
        "<p class=\"lead\">Of {} limits, {} shaped the plan and {} were broken at their price.</p>\n"
        "<p class=\"hint\">The shadow price is what a unit by which a limit is loosened would save: under a cap on "
        "carbon "
        "dioxide, the carbon price that would reach the same. All limits are in limits.csv.</p>\n",
        grouped(static_cast<double>(in.digest.limits.size()), 0), grouped(static_cast<double>(binding), 0),
        grouped(static_cast<double>(broken), 0));
    body += html_table(limit_table(in));
    return section("limits-section", "Policies and contracts", body);
}

Markup market_section(const PageInput& in) {
    const Digest& d = in.digest;
    if (!d.has_solution || (d.trades.empty() && d.flexible_demands.empty())) return {};
    Markup body;
    if (!d.trades.empty())
        body += markup("<p class=\"lead\">{} were imported and {} exported.</p>\n",
                       quantity_text(d.totals.imported_mwh, "MWh"), quantity_text(d.totals.exported_mwh, "MWh"));
    if (!d.trades.empty()) body += digest_html(in, "trades", "Exports and imports", d.trades);
    if (!d.flexible_demands.empty())
        body += digest_html(in, "flexible-demands", "Load that consumes only while power is worth its price",
                            d.flexible_demands);
    return section("markets", "Trade and price-sensitive load", body);
}

}  // namespace indus::reports
