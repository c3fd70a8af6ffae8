// SPDX-License-Identifier: Apache-2.0
// Which integer columns a restricted search may change, and the program that is left.
//
// A Freedom has one flag per column; integer columns whose flag is off are fixed at a reference point.
// Nothing here knows what the columns mean: nearness is taken from the rows and from the columns' positions
// in their families, which for programs over time are time steps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

using Freedom = std::vector<std::uint8_t>;

/// Integer columns at a fractional value.
Freedom fractional_columns(const Program& program, std::span<const double> point);

/// Also frees the integer columns that share a row with a free one. Linking rows and rows with many entries are
/// left out: they would free everything.
Freedom with_neighbours(const Program& program, const Freedom& freedom);

/// Integer columns at which two points differ.
Freedom where_different(const Program& program, std::span<const double> one, std::span<const double> other);

/// Integer columns whose position lies in [first, last].
Freedom within_positions(const Program& program, int first, int last);

/// Integer columns of the blocks whose flag is on.
Freedom of_blocks(const Program& program, const std::vector<std::uint8_t>& blocks);

Freedom united(Freedom one, const Freedom& other);
long count(const Freedom& freedom);

/// The program with the integer columns that are not free fixed at the reference's rounded values.
Program restricted(const Program& program, const Freedom& freedom, std::span<const double> reference);

/// Tightens integer columns by reduced cost: a column that cannot leave its bound without lifting the relaxation's
/// bound above `cost` keeps it in every cheaper solution. Returns how many columns were fixed.
int fix_by_reduced_cost(Program& program, std::span<const double> multipliers, double bound, double cost);

}  // namespace indus::solver
