// SPDX-License-Identifier: Apache-2.0
// Whether more fuel could have been brought to a stock, had somebody wanted it.
#pragma once

#include <vector>

#include "model/solution_values.hpp"
#include "model/system.hpp"

namespace indus::model {

/// Per step: whether a route to the stock had room. What waits could have been unloaded; or the route and its corridors
/// were open, more could have set out in time, and lay where it comes from. Limits of whole windows (max_t) are not
/// looked at, so that a route may seem to have room that its contract does not give.
std::vector<bool> more_could_come(const System& system, const SolutionValues& values, const FuelStock& stock);

}  // namespace indus::model
