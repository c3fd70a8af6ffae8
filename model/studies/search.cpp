// SPDX-License-Identifier: Apache-2.0
#include "model/studies/search.hpp"

#include <fmt/format.h>

#include "model/studies/prices.hpp"
#include "solver/certificate.hpp"

namespace indus::model {

SearchResult search(const solver::Program& program, const solver::Options& options, const std::string& solver) {
    SearchResult found;
    found.method = "direct";
    const solver::Result relaxation = solver::make_solver("clp")->solve(relaxed(program), options);
    found.multipliers = relaxation.duals;
    if (!relaxation.duals.empty()) found.lp_bound = solver::weak_duality_bound(program, relaxation.duals);
    if (solver != "cbc") {
        found.result = solver::make_solver(solver)->solve(program, options);
        found.reason = fmt::format("The whole program was given to {}, another program on the machine ({}).", solver, found.result.detail);
        found.tree_bound = found.result.bound;
        return found;
    }
    if (program.integer_count() == 0) {
        found.reason = "The program has no on/off decisions: one linear program decides it.";
        found.result = relaxation;
        return found;
    }
    found.reason = "The whole program was given to the mixed-integer search.";
    found.result = solver::make_solver("cbc")->solve(program, options);
    found.tree_bound = found.result.bound;
    return found;
}

}  // namespace indus::model
