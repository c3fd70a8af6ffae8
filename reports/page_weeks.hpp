// SPDX-License-Identifier: Apache-2.0
// The weeks that a long run shows step by step, and why these. Private to reports/page_*.cpp.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "reports/page.hpp"

namespace indus::reports {

/// Seven civil days; the horizon's last ones may be fewer.
struct Week {
    int first = 0;  ///< step
    int count = 0;
    std::chrono::local_days begin{};
    int days = 0;
    std::vector<double> demand{};  ///< of all, per step [MW]
    double demand_mwh = 0.0;
    double unserved_mwh = 0.0;
    std::optional<double> mean_price{};  ///< money per MWh, weighted with demand
    std::vector<std::string> reasons{};  ///< "highest demand"; none where it only stands for its time of the year
};

inline constexpr std::size_t most_weeks = 12;

/// Weeks of a run in the order in which they deserve a place: where most was missing, demand or prices were highest,
/// demand was lowest, the most usual one, and then those that lie farthest from the ones already there. Whole weeks
/// only, unless there is none. A single one has no reason.
std::vector<Week> ranked_weeks(const PageInput& in);

/// "Week from 6 August 2025".
std::string week_text(const Week& week);

}  // namespace indus::reports
