// SPDX-License-Identifier: Apache-2.0
// Golden programs of hydro plants beyond the single reservoir.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

inline PumpedStorage small_pumped() {
    PumpedStorage plant;
    plant.name = "pump";
    plant.zone.name = "zone";
    plant.turbine_mw = 50;
    plant.pump_mw = 40;
    plant.energy_mwh = 100;
    plant.min_level_mwh = 10;
    plant.turbine_efficiency = 0.8;
    plant.pump_efficiency = 0.9;
    plant.initial_level_mwh = 30;
    return plant;
}

inline GoldenProgram pumped_water() {
    GoldenProgram golden{
        .name = "pumped_storage_water",
        .about =
            "Steps of 2 h: 2 * 0.9 = 1.8 MWh up per MW pumped, 2 / 0.8 = 2.5 down per MW turbined, from 30 MWh back to "
            "30. "
            "5 MW flow in; spilt at most 5 + 90 / 2. 1 per MWh generated, 0.5 per MWh pumped. One direction at a time.",
        .scene = Scene{2, 2.0}};
    PumpedStorage plant = small_pumped();
    plant.inflow_mw = 5.0;
    plant.variable_cost_per_mwh = 1;
    plant.pump_cost_per_mwh = 0.5;
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram pumped_reserve() {
    GoldenProgram golden{.name = "pumped_storage_reserve",
                         .about =
                             "Pumps take 25 to 40 MW or nothing, turbines give 10 to 50 or nothing, one step of 15 "
                             "min. Reserve of 20 MW to be "
                             "kept up for 1 h: turbines that turn, 1 / 0.8 MWh of water per MW above 10 MWh, and pump "
                             "load. A MWh left is worth 25.",
                         .scene = Scene{1, 0.25}};
    PumpedStorage plant = small_pumped();
    plant.min_turbine_mw = 10;
    plant.min_pump_mw = 25;
    plant.end_value_per_mwh = 25;
    golden.scene.add(plant).reserve(20, 10, 1.0);
    return golden;
}

inline std::vector<GoldenProgram> hydro_programs() { return {pumped_water(), pumped_reserve()}; }

}  // namespace indus::tests
