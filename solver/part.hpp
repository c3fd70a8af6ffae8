// SPDX-License-Identifier: Apache-2.0
// Some columns of a program by themselves, and aims that are reached one after the other.
//
//     BlockProgram part = part_of(program, inside);                       // inside: 1 for each column that is in
//     const Result found = minimise_in_turn(part.program, {late, early}); // the least of `late`; of those the earliest
#pragma once

#include <span>
#include <vector>

#include "solver/blocks.hpp"
#include "solver/expression.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// The columns inside with bounds and costs, and the rows that touch no others. With a point (one entry per column of
/// the program) also the rows that touch others, which stay as they are there. Throws std::invalid_argument when
/// `inside`, or a point that is given, has not one entry per column.
BlockProgram part_of(const Program& program, std::span<const char> inside, std::span<const double> point = {});

/// Makes each aim as small as it can be while those before it stay as small as they were found. Costs of the program do
/// not count. The time limit is for all aims together; when a limit ends the search, the result is what was found until
/// then, and `feasible`. `bound` is of the last aim that was asked for.
Result minimise_in_turn(Program program, std::span<const Expression> aims, const Options& options = {});

}  // namespace indus::solver
