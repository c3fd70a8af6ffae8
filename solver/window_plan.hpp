// SPDX-License-Identifier: Apache-2.0
// Where windows and chains of windows begin and end (rolling_horizon.hpp).
#pragma once

#include <vector>

#include "solver/timeline.hpp"

namespace indus::solver {

/// Windows of `kept` steps, the last a little longer rather than two of which one is short.
std::vector<Window> windows_of(Window all, int kept);

/// Where chains begin: at equal distances, moved to where a period of the guide begins, since its levels are right
/// there and a straight line in between. Fewer chains where two would begin at one step.
std::vector<int> chain_starts(const std::vector<int>& period_of_step, int step_count, int chains);

}  // namespace indus::solver
