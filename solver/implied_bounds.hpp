// SPDX-License-Identifier: Apache-2.0
// Finite column bounds that the rows imply, for columns that declare none.
//
// Example: x >= 0 without an upper bound, in the row x + y <= 10 with y >= 0, can never exceed 10. The bounds
// are rounded outwards, so that every feasible point keeps them.
#pragma once

#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

struct ColumnBounds {
    std::vector<double> lower{};
    std::vector<double> upper{};
};

/// The program's own bounds where finite, implied ones where a row has them, infinite ones elsewhere.
ColumnBounds implied_bounds(const Program& program);

}  // namespace indus::solver
