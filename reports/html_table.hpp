// SPDX-License-Identifier: Apache-2.0
// Tables of the page. Every cell carries its exact value in data-value, for sorting and for checking against
// summary.json; what is shown is scaled to a unit that fits the whole column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/columns.hpp"
#include "reports/markup.hpp"

namespace indus::reports {

/// One column of text and, for numbers, of values.
struct HtmlColumn {
    std::string key{};
    std::string title{};
    std::string unit{};  ///< as in Column; empty for text
    bool numeric = false;
    std::vector<std::string> texts{};             ///< of text columns
    std::vector<std::optional<double>> values{};  ///< of numeric columns
    std::vector<Markup> marks{};                  ///< shown before the text (a colour swatch); may be empty
};

struct HtmlTable {
    std::string id{};
    std::string caption{};
    std::string currency{};
    bool sortable = false;
    std::vector<HtmlColumn> columns{};
};

Markup html_table(const HtmlTable& table);

/// A table of given rows, in a frame that scrolls where the table is too wide. `head`: cells, or nothing.
Markup framed_table(std::string_view id, std::string_view caption, const Markup& head, const Markup& rows,
                    bool sortable = false);

namespace detail {
inline void add_cell(HtmlColumn& column, const std::string& value) { column.texts.push_back(value); }
inline void add_cell(HtmlColumn& column, double value) { column.values.emplace_back(value); }
inline void add_cell(HtmlColumn& column, int value) { column.values.emplace_back(value); }
inline void add_cell(HtmlColumn& column, const std::optional<double>& value) { column.values.push_back(value); }
}  // namespace detail

/// Columns of a digest's table; `wanted` picks keys in order, empty takes all. Columns that are empty in every row, or
/// zero, are left out when `drop_empty`; a table without rows keeps the heads of its texts.
template <class Row>
std::vector<HtmlColumn> columns_of(const std::vector<Row>& rows, const std::vector<std::string_view>& wanted = {},
                                   bool drop_empty = true) {
    std::vector<HtmlColumn> all;
    for_each_column<Row>([&](const auto& column) {
        using Value = typename std::remove_cvref_t<decltype(column)>::value_type;
        HtmlColumn made{std::string{column.key},
                        std::string{column.title},
                        std::string{column.unit},
                        !std::is_same_v<Value, std::string>,
                        {},
                        {},
                        {}};
        for (const Row& row : rows) detail::add_cell(made, row.*column.member);
        all.push_back(std::move(made));
    });
    std::vector<HtmlColumn> picked;
    const auto is_blank = [](const HtmlColumn& each) {
        for (const auto& value : each.values)
            if (value && *value != 0.0) return false;
        for (const std::string& text : each.texts)
            if (!text.empty()) return false;
        return each.numeric || !each.texts.empty();
    };
    const auto take = [&](HtmlColumn& each) {
        if (!(drop_empty && is_blank(each))) picked.push_back(each);
    };
    if (wanted.empty())
        for (HtmlColumn& each : all) take(each);
    for (const std::string_view key : wanted)
        for (HtmlColumn& each : all)
            if (each.key == key) take(each);
    return picked;
}

}  // namespace indus::reports
