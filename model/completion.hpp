// SPDX-License-Identifier: Apache-2.0
// Turns SystemData as given into data on which programs can be built: ranges checked, names unique,
// references resolved, series laid over the horizon, each component's own rules checked.
#pragma once

#include <vector>

#include "model/system.hpp"

namespace indus::model {

/// Completes `data` in place; returns everything that is wrong with it, in the order of the lists.
/// Values per step that are already there are kept when their number fits the horizon.
std::vector<Issue> complete(SystemData& data);

}  // namespace indus::model
