// SPDX-License-Identifier: Apache-2.0
// One pass over the text of an MPS file, in free fields or fixed columns. For read_mps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "solver/mps_draft.hpp"
#include "solver/mps_fields.hpp"
#include "solver/mps_reader.hpp"

namespace indus::solver {

class MpsParser {
public:
    using Split = MpsFields (*)(std::string_view line);
    /// The text must outlive the parser.
    MpsParser(std::string_view text, std::string file, Split split)
        : text_{text}, file_{std::move(file)}, split_{split} {}

    MpsReading read();

private:
    enum class Section { before, name, sense, objective, rows, columns, sides, ranges, bounds, refused, end };

    void take_line(std::string_view line);
    void take_header(std::string_view line);
    void open(Section section, std::string_view word);
    void take_data(std::string_view line);
    void take_sense(std::string_view word);
    void take_row(const MpsFields& fields);
    void take_column(const MpsFields& fields);
    void take_marker(const MpsFields& fields);
    void take_vector(const MpsFields& fields);
    void take_side(std::string_view row_name, std::string_view number);
    void take_range(std::string_view row_name, std::string_view number);
    void take_bound(const MpsFields& fields);
    void set_bound(std::string_view type, int column, double value);
    void set_side_of_bound(std::optional<double>& side, double value, std::string_view which, std::string_view column);
    bool one_set(std::string_view name, std::string_view& taken);
    int known_row(std::string_view name);
    std::optional<double> number(std::string_view text);
    void finish();
    void problem(std::string found, std::string expected) { problem_at(line_, std::move(found), std::move(expected)); }
    void problem_at(int line, std::string found, std::string expected);

    std::string_view text_;
    std::string file_;
    Split split_;
    MpsDraft draft_{};
    MpsReading reading_{};
    Section section_ = Section::before;
    std::vector<Section> seen_{};
    std::string_view objective_{}, side_set_{}, range_set_{}, bound_set_{};
    std::string_view skipped_column_{};  ///< whose further lines are passed over after a problem
    int line_ = 0;
    int objective_line_ = 0;
    bool integer_ = false;  ///< between markers
    bool full_ = false;     ///< as many problems as are reported
};

/// At most 60 characters between quotes, with what cannot be printed shown as a question mark.
std::string quoted(std::string_view text);

}  // namespace indus::solver
