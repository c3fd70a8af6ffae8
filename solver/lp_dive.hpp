// SPDX-License-Identifier: Apache-2.0
// A point of a program by rounding its relaxation up, step by step.
//
//     LpSession relaxation{program};
//     if (relaxation.solve().outcome == Outcome::optimal)
//         LpDive found = dive_by_rounding_up(relaxation, program, group, {.cutoff = known_cost});
//
// What is chosen in part is needed in part, and with one choice made the rest gathers around it: in each step what is
// nearly chosen is rounded up, and of each group the largest part; the linear program says what that asks of all
// others. Steps that leave no point are made in halves, down to one column, which is rounded down where it cannot be
// rounded up, with smaller parts of its group. No step is taken back. Where neither is possible, the dive begins again,
// with that group first; after a few times it ends without a point (diving heuristics: Berthold 2006, Primal heuristics
// for mixed integer programs, sections 3 and 4).
#pragma once

#include <span>
#include <vector>

#include "solver/lp_session.hpp"
#include "solver/program.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

struct LpDive {
    double cost = infinity;
    std::vector<double> values{};  ///< per column, integers within 1e-6 of whole; empty where the dive found none
    long iterations = 0;
    int solves = 0;  ///< linear programs

    bool has_point() const { return !values.empty(); }
};

/// `relaxation`: of `program`, solved; its bounds of integer columns are changed. `group`: per column, any number;
/// columns of one group are rounded one after the other. Honours cutoff (costs from it on end the dive),
/// time_limit_seconds and stop.
LpDive dive_by_rounding_up(LpSession& relaxation, const Program& program, std::span<const int> group,
                           const Options& limits);

}  // namespace indus::solver
