// SPDX-License-Identifier: Apache-2.0
// What two perspectives on one case come to: least cost of the system, and least bill of a zone (zone_objective.hpp).
#pragma once

#include <string>

namespace indus::model {

/// A zone's money in one run of the system.
struct ZoneView {
    double system_cost = 0.0;
    double bill = 0.0;
    double own_cost = 0.0;  ///< of what lies behind the meter: fuel, starts, unserved energy, ...; without the bill
    double zone_cost() const { return bill + own_cost; }
};

struct ObjectiveComparison {
    std::string zone{};
    ZoneView by_system{};  ///< where the cost of the system is least
    ZoneView by_zone{};    ///< where the zone looks after itself
    double zone_gain() const { return by_system.zone_cost() - by_zone.zone_cost(); }
    double system_loss() const { return by_zone.system_cost - by_system.system_cost; }
    /// Of utility, plants and customers outside: what the system loses and what the zone gains.
    double others_loss() const { return system_loss() + zone_gain(); }
};

}  // namespace indus::model
