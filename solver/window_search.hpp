// SPDX-License-Identifier: Apache-2.0
// A point of a window of time, quickly, and prices there.
//
//     WindowSearch found = search_near_relaxation(program, {.relative_gap = 0.002});
//     found.bound        proven, or claimed by Clp;   found.values   with decisions whole and all else re-optimised
//
// Near the relaxation, for programs whose relaxation decides nearly everything: decisions that are whole in it stay. A
// dive (lp_dive.hpp) makes a first point; where it is not good enough, Cbc searches the rest around it (Danna, Rothberg
// & Le Pape 2005, Exploring relaxation induced neighborhoods, Mathematical Programming 102; without a point around the
// relaxation alone, as in Berthold 2014, RENS, Mathematical Programming Computation 6). Where that leaves nothing, the
// whole program is searched. By prices, for programs of many blocks that answer to them: decomposition.hpp.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

struct WindowSearch {
    Outcome outcome = Outcome::no_solution_found;
    Limit limit = Limit::none;
    double cost = infinity;
    double bound = -infinity;                ///< near the relaxation: its cost, a claim of Clp; by prices: proven
    std::vector<double> values{};            ///< per column; empty where no point was found
    std::vector<double> duals{};             ///< per row, with the decisions fixed; empty where limits ended that
    std::vector<double> relaxation_duals{};  ///< per row; by prices: those that prove the bound
    long nodes = 0, iterations = 0;
};

struct NearRelaxation {
    std::span<const int> part{};  ///< per column or none: solved apart before the relaxation of all (parted_start.hpp)
    double share_of_gap = 1.0;    ///< Cbc searches to it by its own bound, or until a point is within the gap of the
                                  ///< relaxation
    bool or_everywhere = true;    ///< does not end without a point: hundreds of nodes more near the relaxation, then
                                  ///< the whole program is searched
    /// What else betters a point, before Cbc does, given the cost at which to end; it changes the point. None: nothing.
    std::function<void(std::vector<double>& point, double good_enough)> better{};
};

/// Honours relative_gap, time_limit_seconds, work_limit (nodes, once there is a point), stop, on_progress and start:
/// only what relaxation and start agree on stays then, so that the start lies in the neighbourhood. `infeasible` only
/// where the relaxation is, or the search everywhere has shown it.
WindowSearch search_near_relaxation(const Program& program, const Options& options, const NearRelaxation& near = {});

/// The same, and `oracles` as in decompose.
WindowSearch search_by_prices(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                              const Options& options);

/// By prices where most blocks with decisions have an answer, block by block (block_by_block.hpp) where some have; near
/// the relaxation where none has, or where that found no point. `oracles` as in decompose, `part` as above.
WindowSearch search_window(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                           std::span<const int> part, const Options& with_answers, const Options& near_relaxation);

}  // namespace indus::solver
