// SPDX-License-Identifier: Apache-2.0
// Comma-separated text: a header row with column names, then rows with as many cells.
//
// Plain CSV: cells in double quotes may hold commas, line breaks and doubled quotes; spaces and tabs
// around a cell do not count; a row whose cells are all empty is a blank line and is skipped. A UTF-8
// byte order mark and lines that end with CR LF are fine. There are no comments.
//
// Rows are handed over one by one, so that a table of millions of numbers is never held as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs/issue.hpp"

namespace indus::inputs {

struct CsvCell {
    std::string_view text{};  ///< trimmed; valid only during the call that hands it over
    int line = 0;             ///< where it starts
    bool readable = true;     ///< false: not UTF-8 or with a NUL byte, and reported so
};

struct CsvRow {
    int line = 0;  ///< where it starts
    std::vector<CsvCell> cells{};
};

/// Takes what read_csv finds.
class CsvVisitor {
public:
    virtual ~CsvVisitor() = default;
    /// The column names. Returning false ends the reading.
    virtual bool header(const CsvRow& row) = 0;
    /// A row with as many cells as the header.
    virtual void row(const CsvRow& row) = 0;
    /// A row with more or fewer cells; it was reported already.
    virtual void misshapen_row(const CsvRow& row) = 0;
};

/// Reports what is wrong with the text as CSV. False when it could not be read to its end.
bool read_csv(const std::string& file, std::string_view bytes, CsvVisitor& visitor, std::vector<Issue>& issues);

/// The text of a cell as it is written: in quotes where it has to be.
std::string csv_cell(std::string_view text);

}  // namespace indus::inputs
