// SPDX-License-Identifier: Apache-2.0
// What the prices do not pay for. Make-whole: a unit's cost above its revenue, day by day. Lost
// opportunity: what a unit would have earned by its own best schedule at the prices, less what it earned.
// Source: Hogan & Ring (2003), On minimum-uplift pricing for electricity markets; O'Neill et al. (2005),
// European J. of Operational Research 164, doi:10.1016/j.ejor.2003.12.011.
#pragma once

#include <span>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"
#include "solver/blocks.hpp"

namespace indus::model {

/// Uplift of every thermal plant. `answers` are the blocks' answers at `duals`; empty when they were not
/// computed, in which case lost opportunities are zero.
std::vector<UpliftRecord> uplift(const Formulation& formulation, const Solution& solution,
                                 std::span<const double> point, std::span<const double> duals,
                                 std::span<const solver::BlockAnswer> answers);

}  // namespace indus::model
