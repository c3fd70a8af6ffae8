// SPDX-License-Identifier: Apache-2.0
// What tests of heat share: a node "steam", gas at 5 per GJ (18 per MWh), and plants with round numbers.
#pragma once

#include "tests/model/components/limits.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {

inline Scene steam_scene(int step_count, double step_hours = 1.0, bool may_vent = true) {
    Scene scene{step_count, step_hours};
    scene.add(HeatNode{.name = "steam", .zone = {.name = "zone"}, .may_vent = may_vent});
    return scene.add(Fuel{.name = "gas", .price_per_gj = 5.0, .emission_factor_t_per_gj = 0.05});
}

/// Unserved at 100 a MWh.
inline HeatDemand heat_demand(std::vector<double> load_mw) {
    HeatDemand demand;
    demand.name = "works";
    demand.node.name = "steam";
    demand.load_mw = Profile{std::move(load_mw)};
    demand.value_of_lost_heat_per_mwh = 100;
    return demand;
}

/// 100 MW of gas without losses: 18 a MWh of heat.
inline Boiler gas_boiler() {
    Boiler boiler;
    boiler.name = "boiler";
    boiler.node.name = "steam";
    boiler.fuel.name = "gas";
    boiler.capacity_mw = 100;
    return boiler;
}

}  // namespace indus::tests
