// SPDX-License-Identifier: Apache-2.0
// When water that is released during a step arrives, told in times and not in positions of steps: a step's release is
// spread evenly over the step, and so is its arrival, `delay` hours later, over whatever steps lie there then.
#pragma once

#include <vector>

#include "model/horizon.hpp"

namespace indus::model {

struct RiverTravel {
    /// `hours` of the release of step `from` arrive in step `to`.
    struct Part {
        int from = 0;
        int to = 0;
        double hours = 0.0;
    };
    /// `hours` of the release of step `from` are still on their way at the end of the period's last step.
    struct Rest {
        int from = 0;
        int last = 0;
        double hours = 0.0;
    };
    std::vector<Part> parts{};
    std::vector<Rest> rests{};
};

/// Parts and rests of a step sum to its length. A period's water stays in the period.
RiverTravel river_travel(const Horizon& horizon, double delay_h);

}  // namespace indus::model
