// SPDX-License-Identifier: Apache-2.0
// Why no solution exists, in the words of the case: every row may be broken at a price, and the cheapest
// way to break them is told. Only rows are relaxed; bounds of variables are physical.
#pragma once

#include <string>

#include "model/formulation.hpp"
#include "solver/solver.hpp"

namespace indus::model {

/// Sentences naming component, rule, time and amount; empty when relaxing rows does not help or the
/// search was stopped. Integers are kept where the relaxation alone shows no conflict.
std::string explain_infeasibility(const Formulation& formulation, const solver::Options& options);

}  // namespace indus::model
