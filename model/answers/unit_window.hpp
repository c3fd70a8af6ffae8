// SPDX-License-Identifier: Apache-2.0
// What a unit can do within a window of time, after what it did before.
#pragma once

#include <vector>

#include "model/answers/unit_program.hpp"

namespace indus::model {

/// A unit in the step before a window.
struct UnitState {
    bool is_on = false;
    int changed = -1;             ///< the step of its last start or stop; -1: before the first step
    std::vector<double> piece{};  ///< output [MW] by piece of the production curve
    double reserve_mw = 0.0;      ///< all reserve held
};

/// Steps first <= t < last of `all`, with first > 0. After the last step nothing is asked of the unit.
UnitLimits limits_within(const UnitLimits& all, const UnitState& before, int first, int last);

/// The steps before `last` of `all`: the same from the beginning.
UnitLimits limits_until(const UnitLimits& all, int last);

}  // namespace indus::model
