// SPDX-License-Identifier: Apache-2.0
#include "model/components/river_plant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace indus::model {

double RiverPlant::released_before(double near_h, double far_h) const {
    double energy_mwh = 0.0;
    const auto& steps = release_before_mw.steps;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const double until = k + 1 < steps.size() ? steps[k + 1].from : std::numeric_limits<double>::infinity();
        energy_mwh += steps[k].value * std::max(0.0, std::min(far_h, until) - std::max(near_h, steps[k].from));
    }
    return energy_mwh;
}

void RiverPlant::check_river(Complaints& complaints) const {
    if (downstream_reservoir.is_set() && downstream_run_of_river.is_set())
        complaints.add("downstream_run_of_river", downstream_run_of_river.name,
                       fmt::format("nothing, as downstream_reservoir ({}) is given: water flows to one plant",
                                   downstream_reservoir.name));
    if (flows_on() && !energy_per_hm3_mwh)
        complaints.add("energy_per_hm3_mwh", "",
                       fmt::format("a number above 0 [MWh/hm3], as its water flows to {}", downstream_name()));
    if (!flows_on() && travel_time_h > 0.0)
        complaints.add("travel_time_h", travel_time_h, "0, as no plant is downstream");
    if (flows_on() && travel_time_h > 0.0 && release_before_mw.empty())
        complaints.add("release_before_mw", "",
                       fmt::format("the release in the {:g} hours before the start, which is on its way to {}",
                                   travel_time_h, downstream_name()));
    if (travel_time_h == 0.0 && !release_before_mw.empty())
        complaints.add("release_before_mw", release_before_mw.steps.front().value,
                       "nothing, as travel_time_h is 0: no water is on its way");
    if (!release_before_mw.empty() && release_before_mw.steps.front().from != 0.0)
        complaints.add("release_before_mw", release_before_mw.steps.front().from,
                       "pairs that begin 0 hours before the start");
}

}  // namespace indus::model
