// SPDX-License-Identifier: Apache-2.0
// Charts over the cells of a book.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/book.hpp"

namespace indus::reports {

/// Cells of one column.
struct CellRange {
    std::string sheet{};
    int column = 0;
    int first_row = 0;
    int last_row = -1;  ///< below the first: nothing
    bool empty() const { return last_row < first_row; }
};

struct ChartSeries {
    std::string name{};
    CellRange values{};
    std::string colour{};  ///< "#rrggbb"; empty: the program's choice
};

enum class ChartKind { stacked_area, lines, columns };

struct ChartFrame {
    ChartKind kind = ChartKind::lines;
    std::string title{};
    std::string unit{};  ///< of the values
    bool over_time = false;
    int width = 760;  ///< pixels
    int height = 380;
};

/// Lays a chart with its upper left corner on a cell.
void insert_chart(Book& book, Sheet& sheet, int row, int column, const ChartFrame& frame, const CellRange& categories,
                  const std::vector<ChartSeries>& series);

}  // namespace indus::reports
