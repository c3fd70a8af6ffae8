// SPDX-License-Identifier: Apache-2.0
#include "model/studies/search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/studies/prices.hpp"
#include "solver/certificate.hpp"
#include "solver/watch.hpp"

namespace indus::model {

namespace {

/// By a program that tells no multipliers of its search: Clp solves the relaxation for them.
SearchResult search_outside(const solver::Program& program, const solver::Options& options, const std::string& solver) {
    SearchResult found;
    const solver::Watch watch{options};
    found.multipliers = solver::make_solver("clp")->solve(relaxed(program), options).duals;
    solver::Options rest = options;
    if (watch.has_time_limit()) rest.time_limit_seconds = std::max(0.0, watch.remaining());
    found.result = solver::make_solver(solver)->solve(program, rest);
    found.tree_bound = found.result.bound;
    found.reason = fmt::format("The whole program was given to {}, another program on the machine ({}).", solver,
                               found.result.detail);
    return found;
}

SearchResult search_inside(const solver::Program& program, const solver::Options& options) {
    SearchResult found;
    const bool decides = program.integer_count() > 0;
    found.result = solver::make_solver(decides ? "cbc" : "clp")->solve(program, options);
    found.reason = decides ? "The whole program was given to the mixed-integer search."
                           : "The program has no on/off decisions: one linear program decides it.";
    found.multipliers = decides ? found.result.relaxation_duals : found.result.duals;
    if (decides) found.tree_bound = found.result.bound;
    return found;
}

}  // namespace

SearchResult search(const solver::Program& program, const solver::Options& options, const std::string& solver) {
    SearchResult found = solver == "cbc" ? search_inside(program, options) : search_outside(program, options, solver);
    found.method = "direct";
    if (!found.multipliers.empty()) found.lp_bound = solver::weak_duality_bound(program, found.multipliers);
    return found;
}

}  // namespace indus::model
