// SPDX-License-Identifier: Apache-2.0
// The sheets of results.xlsx. Private to reports/workbook*.cpp.
#pragma once

#include "reports/book.hpp"
#include "reports/book_chart.hpp"
#include "reports/page.hpp"

namespace indus::reports {

/// Cells that charts draw.
struct DispatchRanges {
    struct Stack {
        std::string title{};
        CellRange times{};
        std::vector<ChartSeries> layers{};  ///< from the bottom
    };
    std::vector<Stack> stacks{};        ///< of all zones, then of each
    std::vector<ChartSeries> prices{};  ///< per zone
    CellRange price_times{};
};
struct SummaryRanges {
    ChartSeries energy{};  ///< by technology
    ChartSeries costs{};   ///< by kind
    CellRange technologies{};
    CellRange cost_kinds{};
};

/// Whether sheets over time show days.
bool shows_days(const PageInput& in);
/// "Capacity [MW]": the title of a column with its unit; money in the case's currency.
std::string header_text(std::string_view title, std::string_view unit, const PageInput& in);
/// The unit that a CSV column's key tells, as in Column: "output_mw" -> "MW", "cost" -> "money".
std::string unit_of_key(std::string_view key);
/// "Output": the key without its unit, for people.
std::string title_of_key(std::string_view key);

// workbook_summary.cpp
SummaryRanges write_summary_sheet(const PageInput& in, Sheet& sheet);
// workbook_dispatch.cpp
DispatchRanges write_dispatch_sheets(const PageInput& in, Book& book);
// workbook_tables.cpp
/// A sheet with `most_rows` rows, the header among them, is full, and its table goes on in another one.
void write_table_sheets(const PageInput& in, Book& book, int most_rows = 1'048'576);
// workbook_inputs.cpp
void write_input_sheet(const PageInput& in, Book& book);
// workbook_charts.cpp
void write_chart_sheet(const PageInput& in, const DispatchRanges& dispatch, const SummaryRanges& summary, Book& book,
                       Sheet& sheet);

}  // namespace indus::reports
