// SPDX-License-Identifier: Apache-2.0
// A zone full of industry: mills, arc furnaces and kilns that decide when they run, beside the plants that serve them.
#pragma once

#include "model/system.hpp"

namespace indus::bench {

/// `processes` of three sorts in turn: a mill with a stock and an order a day; a furnace of batches with a power
/// profile of its own; a crusher that works at one level before a kiln that never pauses for less than six hours. Each
/// could make a third more than is ordered. Steps of `minutes`; the same for the same numbers on every machine.
model::System industry_system(int processes, int hours, int minutes, unsigned seed);

}  // namespace indus::bench
