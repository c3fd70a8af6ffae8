// SPDX-License-Identifier: Apache-2.0
// A program solved by the answers of its blocks.
//
//     Decomposed found = decompose(program, std::move(oracles), {.relative_gap = 0.001});
//     found.result.objective, found.pricing.bound     // of a feasible point, and proven at found.pricing.multipliers
//
// (a) Prices by column generation, and their bound (column_generation.hpp), which cuts raise where hulls alone leave a
// gap (cut_master.hpp). (b) A dive decides most blocks (dive.hpp);
// Cbc decides the rest together with what costs least to open, on the rows themselves (neighbourhood.hpp). (c) Prices
// at these decisions tell which blocks would rather do something else; the neighbourhoods of those are searched until
// nothing improves. (d) Decisions that no point below the best cost can have, by the blocks' answers, are fixed
// (Lagrangian fixing), and Cbc searches all that is left; its bound is a claim of its tree. Where a point is known from
// elsewhere, prices and cuts come first, since they alone may prove it.
#pragma once

#include <memory>
#include <vector>

#include "solver/column_generation.hpp"
#include "solver/rounding_cuts.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

struct Decomposed {
    Result result{};                  ///< its bound is the best that is claimed, from whichever source
    Pricing pricing{};                ///< prices and what they prove without a claim; per row, then per cut
    std::vector<RoundingCut> cuts{};  ///< of implied_knapsacks(program): see add_cuts
};

/// Where a search may go on from.
struct KnownPoint {
    std::vector<double> values{};  ///< per column; feasible
    std::vector<double> prices{};  ///< per row, that prove a bound not far below
};

/// Honours relative_gap (default 1e-4), time_limit_seconds, work_limit (nodes of each search by Cbc), stop, on_progress
/// and on_log. Throws std::invalid_argument when a column lies in no block. `oracles` as in find_prices.
Decomposed decompose(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                     const Options& options = {}, const KnownPoint& known = {});

}  // namespace indus::solver
