// SPDX-License-Identifier: Apache-2.0
// A zone full of industry: mills, arc furnaces and kilns that decide when they run, beside the plants that serve them.
#pragma once

#include "model/system.hpp"

namespace indus::bench {

enum class Supply {
    grid_and_engines,  ///< a connection at a tariff of two rates, sixteen gas engines and the sun
    large_units,       ///< an island of six units, each a quarter of the industry's peak, and the sun
};

/// `processes` of three sorts in turn: a mill with a stock and an order a day; a furnace of batches with a power
/// profile of its own; a crusher that works at one level before a kiln that never pauses for less than six hours. Each
/// could make a third more than is ordered. Steps of `minutes`; the same for the same numbers on every machine.
model::System industry_system(Supply supply, int processes, int hours, int minutes, unsigned seed);

}  // namespace indus::bench
