// SPDX-License-Identifier: Apache-2.0
// What a MWh over a meter costs at each step: the price of the tariff's period.
#pragma once

#include <vector>

#include "model/system.hpp"

namespace indus::reports {

/// Per step [money/MWh]. `shares`: model::hours_of_periods of the meter.
std::vector<double> tariff_price(const model::System& system, const model::Meter& meter,
                                 const std::vector<std::vector<double>>& shares);
std::vector<double> tariff_price(const model::System& system, const model::Meter& meter);

}  // namespace indus::reports
