// SPDX-License-Identifier: Apache-2.0
// Mixed-integer rounding: what a row says of whole numbers, beyond what it says of fractions.
//
// For a row a'y <= b + s with whole y >= 0 and s >= 0, any d > 0 and f = b/d - floor(b/d):
//
//     sum F(a_j / d) y_j <= floor(b / d) + s / (d (1 - f)),   F(q) = floor(q) + max(0, q - floor(q) - f) / (1 - f)
//
// Columns count from the bound that the point is nearer to, d is tried among the row's coefficients, its halves, and
// other columns from their other bound, as long as the cut leaves the point further behind (Marchand & Wolsey 2001,
// Aggregation and mixed integer rounding to solve MIPs, Operations Research 49(3), doi:10.1287/opre.49.3.363.11211).
#pragma once

#include <span>
#include <vector>

#include "solver/implied_knapsacks.hpp"
#include "solver/program.hpp"

namespace indus::solver {

/// How a cut follows from a row: enough to derive it again, by someone who believes nothing else.
struct RoundingCut {
    int knapsack = 0;  ///< of the rows it was sought among
    double divisor = 1.0;
    std::vector<int> from_high{};  ///< columns that count from their upper bound; the others from their lower
};

/// At most one cut for each row, by which the point is missed noticeably.
std::vector<RoundingCut> rounding_cuts(const Program& program, std::span<const ImpliedRow> rows,
                                       std::span<const double> point);

/// The cut itself, in the unit of its row. It holds at every point of the program with whole integers at which the row
/// does. Throws std::invalid_argument where the row has no such cut: a divisor that is not above zero, a column that
/// counts from a bound it does not have.
ImpliedRow derive(const Program& program, const ImpliedRow& row, const RoundingCut& cut);

/// The program with cuts of its knapsacks as further linking rows, its last; `number`: of the first of them. Throws as
/// `derive` does, and where there is no such knapsack.
void add_cuts(Program& program, std::span<const ImpliedRow> knapsacks, std::span<const RoundingCut> cuts,
              int number = 0);

}  // namespace indus::solver
