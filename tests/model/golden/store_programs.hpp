// SPDX-License-Identifier: Apache-2.0
// Golden programs of what keeps energy or moves it: reservoirs, batteries, lines.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

/// 100 MW, 50 to 500 MWh, 100 MWh at the start, 20 MW flowing in.
inline Reservoir small_dam() {
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 100;
    dam.min_level_mwh = 50;
    dam.max_level_mwh = 500;
    dam.inflow_mw = 20.0;
    dam.initial_level_mwh = 100;
    return dam;
}

inline GoldenProgram water_balance() {
    GoldenProgram golden{.name = "reservoir_balance",
                         .about = "50 to 500 MWh, 100 MWh before and at least after; 20 then 40 MW flow in, 2 h a step. At least 15 MW pass. 1 "
                                  "per MWh generated, 0.5 per MWh past the turbines, which is at most inflow + 450 / 2.",
                         .scene = Scene{2, 2.0}};
    Reservoir dam = small_dam();
    dam.inflow_mw = Profile{std::vector<double>{20, 40}};
    dam.environmental_release_mw = 15.0;
    dam.variable_cost_per_mwh = 1;
    dam.bypass_cost_per_mwh = 0.5;
    golden.scene.add(dam);
    return golden;
}

inline GoldenProgram irrigation_by_day() {
    GoldenProgram golden{.name = "reservoir_irrigation",
                         .about = "Steps of 12 h from midnight: two of one day, one of the next, which counts for half a day. 480 MWh a day at "
                                  "least, 600 at most, its hours free: 240 and 300 on the half day.",
                         .scene = Scene{3, 12.0}};
    Reservoir dam = small_dam();
    dam.bypass_capacity_mw = 30;
    dam.irrigation_min_mwh.constant = 480.0;
    dam.irrigation_max_mwh.constant = 600.0;
    golden.scene.add(dam);
    return golden;
}

inline GoldenProgram water_as_reserve() {
    GoldenProgram golden{.name = "reservoir_reserve",
                         .about = "Reserve of 30 MW to be kept up for 2 h shares the 100 MW and the water above 50 MWh. A MWh at the end is worth "
                                  "25 instead of an end level: 25 (100 - level). Steps of 15 min; bypass 0 to 10 MW.",
                         .scene = Scene{2, 0.25}};
    Reservoir dam = small_dam();
    dam.bypass_capacity_mw = 10;
    dam.end_value_per_mwh = 25;
    golden.scene.add(dam).reserve(30, 10, 2.0);
    return golden;
}

/// 8 MW in, 10 MW out, 2 to 20 MWh, 0.95 in, 0.8 out.
inline Battery small_battery() {
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = 8;
    cell.discharge_mw = 10;
    cell.energy_mwh = 20;
    cell.min_level_mwh = 2;
    cell.charge_efficiency = 0.95;
    cell.discharge_efficiency = 0.8;
    cell.initial_level_mwh = 10;
    return cell;
}

inline GoldenProgram stored_energy() {
    GoldenProgram golden{.name = "battery_energy",
                         .about = "Steps of 2 h: a tenth lost an hour leaves 0.81 after two, of 10 MWh 8.1. In 2 * 0.95 = 1.9 per MW, out 2 / 0.8 "
                                  "= 2.5. Wear of 3 per MWh discharged. At least 6 MWh at the end.",
                         .scene = Scene{2, 2.0}};
    Battery cell = small_battery();
    cell.standing_loss_share_per_h = 0.1;
    cell.throughput_cost_per_mwh = 3;
    cell.end_level_mwh = 6;
    golden.scene.add(cell);
    return golden;
}

inline GoldenProgram stored_energy_as_reserve() {
    GoldenProgram golden{.name = "battery_reserve",
                         .about = "12 MW of reserve, kept up for half an hour: 0.5 / 0.8 = 0.625 MWh of the level each. Stopping to charge counts: "
                                  "up to 8 + 10 MW. End worth 25 per MWh: 250 less 25 a MWh. Steps of 15 min; charges or discharges in step 1.",
                         .scene = Scene{2, 0.25},
                         .modes = {{"battery/cell", {1}}}};
    Battery cell = small_battery();
    cell.end_value_per_mwh = 25;
    golden.scene.add(cell).reserve(12, 10, 0.5);
    return golden;
}

inline Line zone_to_south() {
    Line line;
    line.name = "feeder";
    line.from.name = "zone";
    line.to.name = "south";
    return line;
}

inline GoldenProgram lossy_link() {
    GoldenProgram golden{.name = "line_losses",
                         .about = "An HVDC link of 50 then 40 MW, 30 MW back: 0.9 * 0.98^2 = 0.86436 of what is sent arrives. 2 per MWh sent, half "
                                  "an hour a step.",
                         .scene = Scene{2, 0.5},
                         .bounds_and_costs = {"line/line limits", "line/line losses"}};
    Line line = zone_to_south();
    line.technology = LineTechnology::hvdc;
    line.capacity_mw = Profile{std::vector<double>{50, 40}};
    line.reverse_capacity_mw = 30;
    line.loss_share = 0.1;
    line.converter_loss_share = 0.02;
    line.wheeling_cost_per_mwh = 2;
    golden.scene.zone("south").add(line);
    return golden;
}

inline GoldenProgram one_way_link() {
    GoldenProgram golden{.name = "line_one_direction",
                         .about = "50 MW each way, a fifth lost; in step 1 the direction must be chosen, in step 0 it need not.",
                         .scene = Scene{2},
                         .bounds_and_costs = {"line/line limits", "line/line losses"},
                         .modes = {{"line/feeder", {1}}}};
    Line line = zone_to_south();
    line.capacity_mw = 50.0;
    line.loss_share = 0.2;
    golden.scene.zone("south").add(line);
    return golden;
}

inline std::vector<GoldenProgram> store_programs() {
    return {water_balance(), irrigation_by_day(), water_as_reserve(), stored_energy(), stored_energy_as_reserve(), lossy_link(), one_way_link()};
}

}  // namespace indus::tests
