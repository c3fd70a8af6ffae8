// SPDX-License-Identifier: Apache-2.0
// A point of a program of many blocks with decisions, few of which have an answer to prices of their own.
//
//     WindowSearch found = search_block_by_block(program, std::move(oracles), {.relative_gap = 0.003});
//     found.bound        proven;    found.values   decisions whole, all else re-optimised
//
// (a) Blocks that are answered by their rows are relaxed: a linear program that keeps its basis answers in a hundredth
// of the time, and where such blocks are many, mixes of their points are nearly whole. Column generation finds prices,
// mixes and a bound. (b) Where the others are few, they are decided by a dive on their rows among these mixes
// (rounding_dive.hpp). (c) Blocks are decided some at a time, each on its own rows near what it does in the mix; the
// mixes of those left make up for what a decided block does more or less (settle_blocks.hpp; relax and fix,
// Dillenberger et al. 1994, On practical resource allocation for production planning and scheduling, European J. of
// Operational Research 75(2), over blocks in the place of time). (d) All but the decisions is optimised.
#pragma once

#include <memory>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/solver.hpp"
#include "solver/window_search.hpp"

namespace indus::solver {

/// Honours relative_gap, time_limit_seconds, stop and on_progress. `oracles`: one per block, or null. Throws
/// std::invalid_argument when a column lies in no block.
WindowSearch search_block_by_block(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                                   const Options& options);

}  // namespace indus::solver
