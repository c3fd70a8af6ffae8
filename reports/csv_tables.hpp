// SPDX-License-Identifier: Apache-2.0
// Tidy CSV tables: one observation a row, one quantity a column, the unit in the column's name.
//
// Text is quoted by RFC 4180 (comma, quote or line break inside) and where it would read as a number; rows
// end with "\n", the encoding is UTF-8 without a mark. Numbers are the shortest text that reads back exactly;
// an empty cell means "does not apply". `time` is the start of the step in the case's UTC offset. Nothing is
// changed to please a spreadsheet: a name that begins with "=" is data and stays as it is.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reports/digest.hpp"
#include "reports/series_index.hpp"
#include "reports/sink.hpp"

namespace indus::reports {

struct CsvTable {
    std::string file{};
    std::function<void(const Sink&)> write{};
};

/// The tables of a run; refers to its arguments, which must outlive it.
std::vector<CsvTable> csv_tables(const model::System& system, const model::Solution& solution, const Digest& digest,
                                 const SeriesIndex& series);

/// A cell as RFC 4180 wants it.
std::string csv_cell(std::string_view text);

}  // namespace indus::reports
