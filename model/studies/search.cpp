// SPDX-License-Identifier: Apache-2.0
#include "model/studies/search.hpp"

#include "model/studies/prices.hpp"
#include "solver/certificate.hpp"

namespace indus::model {

SearchResult search(const solver::Program& program, const solver::Options& options) {
    SearchResult found;
    found.method = "direct";
    const bool decides = program.integer_count() > 0;
    found.result = solver::make_solver(decides ? "cbc" : "clp")->solve(program, options);
    found.reason = decides ? "The whole program was given to the mixed-integer search."
                           : "The program has no on/off decisions: one linear program decides it.";
    found.multipliers = decides ? found.result.relaxation_duals : found.result.duals;
    if (!found.multipliers.empty()) found.lp_bound = solver::weak_duality_bound(program, found.multipliers);
    if (decides) found.tree_bound = found.result.bound;
    return found;
}

}  // namespace indus::model
