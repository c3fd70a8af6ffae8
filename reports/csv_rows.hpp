// SPDX-License-Identifier: Apache-2.0
// The tables of csv_tables.hpp cell by cell, for writers of other formats: what is a column there is one here.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace indus::reports {

struct CsvField {
    std::string text{};
    bool is_number = false;
    double number = 0.0;  ///< where it is one
};

/// Takes the text of a table in pieces that end between rows, and hands on row after row; the first is the header.
/// A number is what reads as one and is not quoted: the CSV writer quotes names that would.
class CsvRows {
public:
    explicit CsvRows(std::function<void(const std::vector<CsvField>&)> on_row) : on_row_{std::move(on_row)} {}
    void take(std::string_view text);

private:
    std::size_t take_field(std::string_view text, std::size_t at);

    std::function<void(const std::vector<CsvField>&)> on_row_;
    std::vector<CsvField> fields_;  ///< kept from row to row, for its memory
    std::size_t count_ = 0;
};

/// Whether a text reads as a number as a whole.
bool reads_as_number(std::string_view text);

}  // namespace indus::reports
