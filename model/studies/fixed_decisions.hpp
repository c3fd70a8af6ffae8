// SPDX-License-Identifier: Apache-2.0
// Decisions that are given rather than made: those of an industrial zone that has looked after its own bill, or of
// loads that follow no price. The program keeps its rows; the columns of the components have no choice left.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"

namespace indus::model {

/// Sets both bounds of every decision column that a decision series names (kind, owner, quantity) to its value, whole
/// numbers rounded; steps whose value is NaN stay free. Series that are not in the program are ignored. Returns
/// "kind/name" of the components, each once. Throws std::runtime_error for a value outside a column's bounds.
std::vector<std::string> fix_decisions(Formulation& formulation, std::span<const SeriesRecord> given);

/// Decision series of a stored solution that were given to it: of the components that `Solution::fixed` names.
std::vector<SeriesRecord> fixed_series(const Solution& solution);

}  // namespace indus::model
