// SPDX-License-Identifier: Apache-2.0
// A point near the linear relaxation, for programs whose relaxation decides nearly everything.
//
//     RelaxedSearch found = search_near_relaxation(program, {.relative_gap = 0.002});
//     found.bound        of the relaxation;   found.values   with decisions whole and all else re-optimised
//
// Decisions that are whole in the relaxation stay; Cbc searches the rest (Danna, Rothberg & Le Pape 2005, Exploring
// relaxation induced neighborhoods, Mathematical Programming 102; here around the relaxation alone, as in Berthold
// 2014, RENS, Mathematical Programming Computation 6). Where that leaves nothing, the whole program is searched.
#pragma once

#include <vector>

#include "solver/solver.hpp"

namespace indus::solver {

struct RelaxedSearch {
    Outcome outcome = Outcome::no_solution_found;
    Limit limit = Limit::none;
    double cost = infinity;
    double bound = -infinity;                ///< cost of the relaxation: a claim of Clp
    std::vector<double> values{};            ///< per column; empty where no point was found
    std::vector<double> duals{};             ///< per row, with the decisions fixed
    std::vector<double> relaxation_duals{};  ///< per row
    long nodes = 0, iterations = 0;
};

/// Honours relative_gap, time_limit_seconds, work_limit (nodes of each search) and stop.
RelaxedSearch search_near_relaxation(const Program& program, const Options& options);

}  // namespace indus::solver
