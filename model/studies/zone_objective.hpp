// SPDX-License-Identifier: Apache-2.0
// Two perspectives on one case: least cost for the whole system, and least bill for one zone behind its meter.
//
//     const ZoneObjective made = optimise_zone(system, "estate", {.run = {.gap = 0.01}});
//     made.own        the zone by itself: its costs and its bill, with a certificate of its own
//     made.system     the whole system, with the decisions behind the meter given
//
// What the zone saves, others pay: bills are transfers. The cost of the whole rises by what the zone's tariff does not
// tell it.
#pragma once

#include <set>
#include <string>

#include "model/studies/dispatch.hpp"
#include "model/studies/objective_comparison.hpp"

namespace indus::model {

struct ZoneObjective {
    Solution own{};
    Solution system{};
    std::set<std::string, std::less<>> behind{};  ///< "kind/name" of what the zone decides
};

/// Throws std::invalid_argument as behind_meter (zone_system.hpp) does. Each of both runs may use half of the time.
ZoneObjective optimise_zone(const System& system, const std::string& zone, const DispatchOptions& options = {});

ZoneView view_of(const Solution& solution, const std::string& zone, const std::set<std::string, std::less<>>& behind);

}  // namespace indus::model
