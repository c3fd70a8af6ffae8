// SPDX-License-Identifier: Apache-2.0
// What was drawn in each zone at each step, at its balance: losses to the customer included [MW]. Charging of stores
// and what is sent on are no loads.
#pragma once

#include <vector>

#include "reports/series_index.hpp"

namespace indus::reports {

struct ZoneLoads {
    /// Per zone and step. Industry: processes, shiftable loads, boilers, and what contracts call off (less) and pay
    /// back (more).
    std::vector<std::vector<double>> industry{};
    /// Demand as wanted, price-sensitive load as served, and industry.
    std::vector<std::vector<double>> wanted{};
    /// The same with demand as served.
    std::vector<std::vector<double>> served{};
};

ZoneLoads zone_loads(const model::System& system, const SeriesIndex& series);

}  // namespace indus::reports
