// SPDX-License-Identifier: Apache-2.0
// What arrives from plants above, told again from the releases in a solution: by the sum of all water that passed a
// plant since the start, read `travel_time_h` earlier. Shares nothing with the rows but the fields.
#pragma once

#include <vector>

#include "model/audit.hpp"

namespace indus::model {

struct ArrivedWater {
    bool is_fed = false;                   ///< whether any plant is above
    std::vector<double> arrival_mw{};      ///< per step, in the receiver's power
    std::vector<double> on_its_way_mwh{};  ///< at last steps of periods: to arrive after the end
};

/// `index`: position of the receiver in its list.
ArrivedWater arrived_water(Audit& audit, const Reservoir& receiver, int index);
ArrivedWater arrived_water(Audit& audit, const RunOfRiver& receiver, int index);

}  // namespace indus::model
