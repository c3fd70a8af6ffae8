// SPDX-License-Identifier: Apache-2.0
// The program around the master's mix, with rows instead of points: exact where it looks, and small.
#pragma once

#include <span>

#include "solver/column_master.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// Blocks that do one thing only do just that; blocks that mix points keep the decisions on which their points agree,
/// and choose the rest; each wish opens its block to decisions between its own and the wish's. Cbc solves what is left;
/// a mix that has decided everything is the start. The result holds a point of the whole program, its bound is one of
/// the neighbourhood only.
Result solve_near(const ColumnMaster& master, std::span<const BlockPoint> wishes, const Options& options);

}  // namespace indus::solver
