// SPDX-License-Identifier: Apache-2.0
// The fields of one MPS data line, and the numbers in them. For mps_reader.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace indus::solver {

/// Fields in the order they stand in; those left empty in a fixed line are left out, as in a free one.
struct MpsFields {
    std::array<std::string_view, 6> field{};
    std::size_t count = 0;
    bool overflow = false;   ///< a free line with more than six
    bool misplaced = false;  ///< a fixed line with text between its columns
    std::string_view operator[](std::size_t i) const { return field[i]; }
};

/// Separated by blanks and tabs. A field from the third on that starts with "$" opens a comment.
MpsFields split_free(std::string_view line);
/// At columns 2-3, 5-12, 15-22, 25-36, 40-47 and 50-61, counted from 1; names may hold blanks.
MpsFields split_fixed(std::string_view line);

/// A number as Fortran and C write it ("+1.5", "1d3", ".5", "-inf"); nothing for anything else or more.
std::optional<double> parse_mps_number(std::string_view text);

std::string_view trim_blanks(std::string_view text);

}  // namespace indus::solver
