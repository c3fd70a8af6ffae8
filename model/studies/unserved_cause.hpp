// SPDX-License-Identifier: Apache-2.0
// Why demand was not served, in the words of the case.
//
// At the worst step of each stretch: which zones could still send power here (those joined by lines and meters that
// are not full), which full lines, and meters without a grid, cut the others off, and what the plants within reach
// were doing: whether they had fuel, were in an outage, off, or at their limit.
#pragma once

#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::model {

/// Stretches of unserved demand with their causes, in the order of demands and time.
std::vector<UnservedRecord> unserved_stretches(const System& system, const Solution& solution);

/// Whether its cause says that too little fuel lay in the stock.
bool names_want_of(const UnservedRecord& record, const FuelStock& stock);

}  // namespace indus::model
