// SPDX-License-Identifier: Apache-2.0
// Reads MPS files, free or fixed, plain or compressed by gzip, into a Program.
//
//     const MpsReading read = read_mps("model.mps.gz");
//     if (!read.program) for (const TextProblem& each : read.problems) fmt::print("{}\n", each.text());
//
// All problems of a file are reported, up to a hundred. What a Program cannot hold (special ordered sets, quadratic
// terms, semicontinuous columns, indicators, lazy rows) is a problem that names it, never dropped.
//
// Where readers of this format differ, this one does as most do:
//   objective    the first row of type N; further ones are rows without limits. Its right-hand side is subtracted
//   x_one        a column of that name, fixed at 1 and in no row, is a constant cost: so this project writes one
//   OBJSENSE MAX the cost is negated, for a Program is minimised, and `maximised` says so
//   integers     between markers, without any bound: 0 to 1; with one: from 0
//   UP below 0   without a lower bound of its own: the lower bound is minus infinity (at 0 it stays 0)
//   MI           leaves the upper bound
//   infinite     a bound, and the idle side of a row, from 1e30 on
//   names        a file whose names hold blanks can only be in fixed columns, and is read so
// One set of right-hand sides, ranges and bounds is taken; a second one is a problem. A program without blocks comes
// back: all columns are of one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

/// Something wrong in a text file. Line 0 is the file as a whole.
struct TextProblem {
    std::string file{};
    int line = 0;
    std::string found{};
    std::string expected{};
    /// "model.mps:12: found bound type 'SC' (semicontinuous), expected one of LO, UP, ..."
    std::string text() const;
};

struct MpsReading {
    std::optional<Program> program{};     ///< none when there are problems
    std::string name{};                   ///< of the NAME line
    bool maximised = false;               ///< the file's cost is minus the program's
    std::vector<TextProblem> problems{};  ///< in the order of lines
};

/// Never throws for what a file contains, or for a file that cannot be read.
MpsReading read_mps(const std::filesystem::path& path);
/// `file` stands in messages.
MpsReading read_mps_text(std::string_view text, const std::string& file);

}  // namespace indus::solver
