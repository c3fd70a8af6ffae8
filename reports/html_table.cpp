// SPDX-License-Identifier: Apache-2.0
#include "reports/html_table.hpp"

#include <algorithm>
#include <cmath>

#include "reports/number_text.hpp"

namespace indus::reports {

namespace {

/// How one numeric column is shown.
struct Look {
    double divisor = 1.0;
    int decimals = 0;
    std::string unit{};
};

double largest_of(const HtmlColumn& column) {
    double largest = 0.0;
    for (const auto& value : column.values)
        if (value && std::isfinite(*value)) largest = std::max(largest, std::abs(*value));
    return largest;
}

bool is_whole(const HtmlColumn& column) {
    return std::all_of(column.values.begin(), column.values.end(),
                       [](const auto& value) { return !value || std::abs(*value - std::round(*value)) < 1e-9; });
}

Look look_of(const HtmlColumn& column, const std::string& currency) {
    const double largest = largest_of(column);
    if (column.unit == "share") return {0.01, largest < 0.1 ? 2 : 1, "%"};
    if (column.unit == "money/MWh") return {1.0, largest >= 1000.0 ? 0 : 2, currency + "/MWh"};
    const Scale scale = scale_for(column.unit, largest);
    const double shown = largest / scale.divisor;
    // One decimal more than the largest number needs, so that small neighbours still show.
    const bool whole = scale.divisor == 1.0 && is_whole(column);
    const int decimals = whole ? 0 : shown >= 1000.0 ? 0 : shown >= 100.0 ? 1 : shown >= 10.0 ? 2 : 3;
    if (column.unit != "money") return {scale.divisor, decimals, scale.unit};
    return {scale.divisor, decimals, scale.unit.empty() ? currency : scale.unit + " " + currency};
}

Markup header_cell(const HtmlColumn& column, const Look& look, bool sortable) {
    const Markup unit = look.unit.empty() ? Markup{} : markup(" <span class=\"unit\">{}</span>", look.unit);
    return markup("<th scope=\"col\" data-key=\"{}\"{}{}>{}{}</th>", column.key,
                  Markup::trusted(column.numeric ? " class=\"number\"" : ""),
                  Markup::trusted(sortable ? " data-sortable" : ""), column.title, unit);
}

Markup number_cell(const std::optional<double>& value, const Look& look) {
    if (!value || !std::isfinite(*value)) return markup("<td class=\"number none\"></td>");
    const double shown = *value / look.divisor;
    const bool vanishes = shown != 0.0 && std::abs(shown) < 0.5 * std::pow(10.0, -look.decimals);
    const std::string text = vanishes ? "\u2248\u202f0" : grouped(shown, look.decimals);
    return markup("<td class=\"number\" data-value=\"{}\">{}</td>", *value == 0.0 ? 0.0 : *value, text);
}

Markup text_cell(const HtmlColumn& column, std::size_t row, bool heads_row) {
    const Markup mark = row < column.marks.size() ? column.marks[row] : Markup{};
    if (heads_row) return markup("<th scope=\"row\">{}{}</th>", mark, column.texts[row]);
    return markup("<td>{}{}</td>", mark, column.texts[row]);
}

}  // namespace

Markup html_table(const HtmlTable& table) {
    std::vector<Look> looks;
    Markup head;
    for (const HtmlColumn& column : table.columns) {
        looks.push_back(column.numeric ? look_of(column, table.currency) : Look{});
        head += header_cell(column, looks.back(), table.sortable);
    }
    Markup body;
    const std::size_t rows =
        table.columns.empty() ? 0 : std::max(table.columns[0].texts.size(), table.columns[0].values.size());
    for (std::size_t row = 0; row < rows; ++row) {
        Markup cells;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const HtmlColumn& column = table.columns[c];
            cells += column.numeric ? number_cell(column.values[row], looks[c]) : text_cell(column, row, c == 0);
        }
        body += markup("<tr>{}</tr>\n", cells);
    }
    return framed_table(table.id, table.caption, head, body, table.sortable);
}

Markup framed_table(std::string_view id, std::string_view caption, const Markup& head, const Markup& rows,
                    bool sortable) {
    return markup(
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table id=\"{}\"{}>\n"
        "<caption>{}</caption>\n{}<tbody>\n{}</tbody></table></div>\n",
        caption, id, Markup::trusted(sortable ? " class=\"sortable\"" : ""), caption,
        head.empty() ? Markup{} : markup("<thead><tr>{}</tr></thead>\n", head), rows);
}

}  // namespace indus::reports
