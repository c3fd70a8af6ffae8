// SPDX-License-Identifier: Apache-2.0
// COIN-OR Cbc behind the Solver interface: mixed-integer programs.
//
// What Options mean here
//   start       checked against the program first; an infeasible one is ignored, which `detail` says
//   cutoff      when no point below it exists: outcome no_solution_found, limit none, bound = cutoff
//   work_limit  branch-and-bound nodes
//   threads     ignored: the search is serial, so that equal programs give equal searches
// Every solution is rechecked against the program; one that fails is dropped and `detail` says so.
// A program without integer columns is answered by Clp and has duals.
#pragma once

#include <memory>
#include <string>

#include "solver/solver.hpp"

namespace indus::solver {

/// Switches of the search, with the defaults that docs/decisions/002-cbc-switches.md measured.
struct CbcSettings {
    /// Programs with at most this many nonzeros go to Cbc's own driver with its own switches, others to the search that
    /// the switches below describe. Zero: never.
    std::size_t driver_nonzeros = 60'000;
    double good_enough = -infinity;  ///< a point of this cost ends the search, whatever its own bound says
    long nodes_to_a_point = 0;       ///< as long as there is no point, so many nodes where work_limit is less
    bool presolve = false;     ///< linear presolve; its postsolve in the packaged CoinUtils 2.11.4 reads unset memory
    bool knapsacks = true;     ///< rows that follow from others, for the covers in them (implied_knapsacks.hpp)
    int root_cut_passes = 20;  ///< rounds of cuts at the root; each solves the LP again
    int tree_cut_passes = 1;   ///< rounds of cuts at a node
    bool gomory_cuts = true;
    bool rounding_cuts = true;  ///< mixed-integer rounding
    bool cover_cuts = true;     ///< knapsack and flow covers
    bool clique_cuts = true;
    bool two_step_cuts = false;  ///< two-step mixed-integer rounding
    bool probing_cuts = false;   ///< can cost minutes for no cut on unit commitment
    bool rounding_heuristic = true;
    bool diving_heuristic = true;
    bool rins_heuristic = true;  ///< searches around what relaxation and best point share
    bool rens_heuristic = true;  ///< searches among the whole values around the relaxation, where dives find no point
    bool feasibility_pump = false;
    int strong_candidates = 5;   ///< columns tried before branching
    int trusted_branchings = 8;  ///< branchings after which a column's history is believed
};

std::unique_ptr<Solver> make_cbc_solver();
std::unique_ptr<Solver> make_cbc_solver(const CbcSettings& settings);
/// "Cbc x.y.z".
std::string cbc_version();

}  // namespace indus::solver
