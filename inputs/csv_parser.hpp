// SPDX-License-Identifier: Apache-2.0
// libcsv with lines and columns: cuts text into rows of cells and says where each stands.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "inputs/csv_table.hpp"

namespace indus::inputs {

/// Where and why the text stops being CSV.
struct CsvMistake {
    int line = 0;
    int column = 0;  ///< number of the cell from 1
    std::string found{};
    std::string expected{};
};

/// Calls on_row for every row that is not blank, until it returns false.
std::optional<CsvMistake> parse_csv(std::string_view text, const std::function<bool(CsvRow&)>& on_row);

}  // namespace indus::inputs
