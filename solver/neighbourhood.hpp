// SPDX-License-Identifier: Apache-2.0
// The program around the master's mix, with rows instead of points: exact where it looks, and small.
#pragma once

#include <vector>

#include "solver/column_master.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// What is open besides what the mix leaves open.
struct Neighbourhood {
    std::vector<BlockPoint> wishes{};  ///< each opens its block to decisions between its own and the wish's
    std::vector<int> blocks{};         ///< open in all decisions at positions (steps) from `from` to `to` - 1
    int from = 0, to = 0;
};

/// Blocks that do one thing only do just that; blocks that mix points keep the decisions on which their points agree,
/// and choose the rest, as do blocks that the neighbourhood opens. Cbc solves what is left; a mix that has decided
/// everything is the start. The result holds a point of the whole program, its bound is one of the neighbourhood only.
Result solve_near(const ColumnMaster& master, const Neighbourhood& open, const Options& options);

/// Every block decides as its heaviest point does; what is left is a linear program.
Result solve_commonest(const ColumnMaster& master, const Options& options);

}  // namespace indus::solver
