// SPDX-License-Identifier: Apache-2.0
// What lies behind the meters of a zone, as a system of its own whose cost is the zone's: fuel and everything else it
// pays, and the bill.
//
// Kept are components of the zone, what belongs to them (stages of its processes, heat, contracts, outages), fuels
// with the stocks that feed its plants, and carbon prices. Lines, reserves and the planner's other rules are the
// system's business. Plants that supply the zone by wheeling stand in empty zones: only what they could send is used.
#pragma once

#include <set>
#include <string>

#include "model/system.hpp"

namespace indus::model {

struct ZoneSystem {
    System system;
    std::set<std::string, std::less<>> own{};  ///< "kind/name" of what lies behind the meters, the meters included
};

/// Throws std::invalid_argument where there is no such zone, or it has no meter, or it cannot stand by itself.
ZoneSystem behind_meter(const System& whole, const std::string& zone);

}  // namespace indus::model
