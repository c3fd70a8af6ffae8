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

inline GoldenProgram water_down_a_river() {
    GoldenProgram golden{.name = "reservoir_cascade",
                         .about =
                             "Steps of 2 h. From the dam (200 MWh/hm3) 3 h to the weir (100), from there at once to "
                             "the pool (50): 1 MW above is "
                             "0.5 at the weir, 0.25 in the pool. What leaves in [0, 2) arrives half in [2, 4) and half "
                             "in [4, 6). Before the start "
                             "20 MW, 40 in the last hour: at the weir 2 h of 10 MW in step 0; 1 h of 20 MW in step 1. "
                             "The weir passes 3 MW. The "
                             "pool has 30 MWh at the end, or what is on its way to it: nothing, from so near.",
                         .scene = Scene{3, 2.0},
                         .bounds_and_costs = {"reservoir/arrival", "run_of_river/arrival"}};
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 100;
    dam.max_level_mwh = 500;
    dam.initial_level_mwh = 200;
    dam.end_level_mwh = 0;
    dam.bypass_capacity_mw = 10;
    dam.energy_per_hm3_mwh = 200;
    dam.downstream_run_of_river.name = "weir";
    dam.travel_time_h = 3;
    dam.release_before_mw.steps = {{0, 40}, {1, 20}};
    RunOfRiver weir;
    weir.name = "weir";
    weir.zone.name = "zone";
    weir.capacity_mw = 40;
    weir.inflow_mw = 5.0;
    weir.environmental_release_mw = 3.0;
    weir.energy_per_hm3_mwh = 100;
    weir.downstream_reservoir.name = "pool";
    Reservoir pool = dam;
    pool.name = "pool";
    pool.capacity_mw = 30;
    pool.initial_level_mwh = 30;
    pool.end_level_mwh.reset();
    pool.energy_per_hm3_mwh = 50;
    pool.downstream_run_of_river.name.clear();
    pool.travel_time_h = 0;
    pool.release_before_mw.steps.clear();
    golden.scene.add(pool).add(dam).add(weir);
    return golden;
}

/// 40 MW, 20 to 200 MWh, 100 MWh at the start.
inline Reservoir curved_dam() {
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 40;
    dam.min_level_mwh = 20;
    dam.max_level_mwh = 200;
    dam.initial_level_mwh = 100;
    dam.end_value_per_mwh = 30;
    dam.bypass_capacity_mw = 5;
    return dam;
}

inline GoldenProgram water_under_heads() {
    GoldenProgram golden{.name = "reservoir_head",
                         .about =
                             "1.2 MW per MW of water up to 20, then 0.8: 24 + 16 = 40 MW at 40 MW of water. A tenth "
                             "less below 80 MWh, a tenth "
                             "more from 150: factors 1.08 and 0.72, 1.2 and 0.8, 1.32 and 0.88, one band a step. Of "
                             "the reserve, 36, 40 or 40 MW; a "
                             "MW for 1 h needs at most 1 / (0.8 * 0.9) MWh of water. One step of 2 h from 100 MWh.",
                         .scene = Scene{1, 2.0}};
    Reservoir dam = curved_dam();
    dam.turbine_curve.steps = {{0, 1.2}, {20, 0.8}};
    dam.head_curve.steps = {{0, 0.9}, {80, 1.0}, {150, 1.1}};
    golden.scene.add(dam).reserve(10, 10, 1.0);
    return golden;
}

inline GoldenProgram water_in_order() {
    GoldenProgram golden{.name = "reservoir_turbine_curve",
                         .about =
                             "Turbines that are bad at low flow: 0.5 MW per MW of water up to 16, then 1.6 to 40 MW at "
                             "16 + 20 = 36 MW of water. "
                             "The second piece may only be used when the first is full.",
                         .scene = Scene{2}};
    Reservoir dam = curved_dam();
    dam.turbine_curve.steps = {{0, 0.5}, {16, 1.6}};
    golden.scene.add(dam);
    return golden;
}

inline std::vector<GoldenProgram> hydro_programs() {
    return {pumped_water(), pumped_reserve(), water_down_a_river(), water_under_heads(), water_in_order()};
}

}  // namespace indus::tests
