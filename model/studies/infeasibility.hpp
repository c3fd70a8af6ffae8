// SPDX-License-Identifier: Apache-2.0
// Why no solution exists, in the words of the case.
//
// Rules are allowed to be broken at a price (relaxation.hpp); the rules that the cheapest way breaks are then reduced
// to a minimal set by a deletion filter: none of them can be kept without breaking another. Source of the method:
// Chinneck & Dravnieks (1991), Locating minimal infeasible constraint sets in linear programs, ORSA J. Computing 3(2);
// elastic programs after Brown & Graves.
#pragma once

#include <string>

#include "model/formulation.hpp"
#include "solver/solver.hpp"

namespace indus::model {

/// Clauses that name component, rule, amount and time, joined by "; "; empty when the search was stopped. Integers are
/// kept where the linear relaxation alone shows no conflict.
std::string explain_infeasibility(const Formulation& formulation, const solver::Options& options);

}  // namespace indus::model
