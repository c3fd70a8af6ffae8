// SPDX-License-Identifier: Apache-2.0
// Loads that are more than a demand, as reports show them: what each draws beside firm and price-sensitive demand.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/series_index.hpp"

namespace indus::reports {

struct IndustrialDraw {
    std::string_view kind{};  ///< process, shiftable_load, interruptible_contract or boiler
    int index = 0;            ///< among its kind
    int zone = 0;
    double factor = 1.0;          ///< power taken from the zone's balance per power at the customer
    std::vector<double> power{};  ///< at the customer, per step [MW]; of a contract: paid back less called off
};

/// Every process (less what its upgrades save), shifted load, contract and electric boiler in turn.
void for_each_industrial_draw(const model::System& system, const SeriesIndex& series,
                              const std::function<void(const IndustrialDraw&)>& use);

/// What the stages of a process draw less what their upgrades save and recover [MW at the customer].
std::vector<double> stage_power(const model::System& system, const SeriesIndex& series, const model::Stage& stage);
/// Heat of a stage less what upgrades save of it [MW].
std::vector<double> stage_heat(const model::System& system, const SeriesIndex& series, const model::Stage& stage);

}  // namespace indus::reports
