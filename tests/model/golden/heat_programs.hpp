// SPDX-License-Identifier: Apache-2.0
// Golden programs of heat: nodes, demands, boilers, cogeneration, stores.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

/// A node "steam" and gas at 5 per GJ.
inline void add_steam(Scene& scene, bool may_vent = false) {
    scene.add(HeatNode{.name = "steam", .zone = {.name = "zone"}, .may_vent = may_vent});
    scene.add(Fuel{.name = "gas", .price_per_gj = 5.0});
}

inline HeatDemand works_demand() {
    HeatDemand demand;
    demand.name = "works";
    demand.node.name = "steam";
    demand.load_mw = Profile{std::vector<double>{50, 30}};
    demand.value_of_lost_heat_per_mwh = 100;
    return demand;
}

inline Boiler shop_boiler() {
    Boiler boiler;
    boiler.name = "boiler";
    boiler.node.name = "steam";
    boiler.fuel.name = "gas";
    boiler.capacity_mw = 60;
    boiler.efficiency = 0.9;
    return boiler;
}

inline GoldenProgram heat_in_balance() {
    GoldenProgram golden{.name = "heat_node_balance",
                         .about =
                             "Half an hour a step, 50 then 30 MW of heat, unserved at 100 a MWh; what is too much is "
                             "let go. A heat pump of 60 MW draws a third of its heat from the zone.",
                         .scene = Scene{2, 0.5},
                         .bounds_and_costs = {"boiler/available heat", "boiler/energy drawn"}};
    Boiler pump = shop_boiler();
    pump.fuel = {};
    pump.efficiency = 3;
    add_steam(golden.scene, true);
    golden.scene.add(works_demand()).add(pump);
    return golden;
}

inline GoldenProgram heat_unserved() {
    GoldenProgram golden{.name = "heat_demand_unserved",
                         .about = "Steps of 2 h, 50 then 30 MW of heat and no plant: unserved at 2 * 100 per MW.",
                         .scene = Scene{2, 2.0},
                         .bounds_and_costs = {"heat_demand/unserved heat", "heat_demand/cost of unserved heat"}};
    add_steam(golden.scene);
    golden.scene.add(works_demand());
    return golden;
}

inline GoldenProgram boiler_that_commits() {
    GoldenProgram golden{.name = "boiler_commitment",
                         .about =
                             "20 to 60 MW while on, gas at 5: 3.6 / 0.9 * 5 = 20 a MWh and 2 * 5 an hour on, 3 more a "
                             "MWh, 40 a start. Two hours on and two off at least; one hour off before. 15 MW an hour, "
                             "20 at starts and stops. In the third hour half of it is out.",
                         .scene = Scene{3},
                         .bounds_and_costs = {"boiler/available heat", "boiler/energy drawn"}};
    Boiler boiler = shop_boiler();
    boiler.min_heat_mw = 20;
    boiler.no_load_gj_per_h = 2;
    boiler.variable_cost_per_mwh = 3;
    boiler.start_cost = 40;
    boiler.min_up_h = boiler.min_down_h = 2;
    boiler.initial_status_h = -1;
    boiler.ramp_mw_per_h = 15;
    Outage half = out("boiler", 2, 3);
    half.available_share = 0.5;
    add_steam(golden.scene);
    golden.scene.add(boiler).add(half);
    return golden;
}

inline Cogeneration works_plant() {
    Cogeneration plant;
    plant.name = "chp";
    plant.zone.name = "zone";
    plant.node.name = "steam";
    plant.fuel.name = "gas";
    plant.capacity_mw = 100;
    plant.power_to_heat = 0.5;
    plant.heat_rate_gj_per_mwh = 8;
    plant.no_load_gj_per_h = 50;
    return plant;
}

inline GoldenProgram extraction_turbine() {
    GoldenProgram golden{.name = "cogeneration_extraction",
                         .about =
                             "30 to 100 MW without heat, 0.2 MW less for each of up to 90 MW of heat, which comes with "
                             "at least 0.5 MW of power. Gas at 5: 40 a MWh without heat, 250 an hour on; 3 more a MWh "
                             "of power, 600 a start. 10 MW an hour while on. On before.",
                         .scene = Scene{2},
                         .bounds_and_costs = {"cogeneration/fuel drawn"}};
    Cogeneration plant = works_plant();
    plant.min_output_mw = 30;
    plant.max_heat_mw = 90;
    plant.power_loss_per_heat = 0.2;
    plant.variable_cost_per_mwh = 3;
    plant.start_cost = 600;
    plant.ramp_mw_per_h = 10;
    plant.initial_status_h = 5;
    add_steam(golden.scene);
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram back_pressure_turbine() {
    GoldenProgram golden{
        .name = "cogeneration_back_pressure",
        .about =
            "Steps of 15 min; power is half the heat, up to 100 MW with 200 of heat. Gas at 5: 10 a MW "
            "of power and 62.5 a step on. It must run.",
        .scene = Scene{2, 0.25},
        .bounds_and_costs = {"cogeneration/fuel drawn"}};
    Cogeneration plant = works_plant();
    plant.type = CogenerationType::back_pressure;
    plant.must_run = true;
    add_steam(golden.scene);
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram tank_of_heat() {
    GoldenProgram golden{
        .name = "heat_store_heat",
        .about =
            "Steps of 2 h: a tenth lost an hour leaves 0.81 after two, of 10 MWh 8.1. In 2 * 0.9 = 1.8 "
            "per MW, out 2 / 0.8 = 2.5. At least 6 MWh at the end. In step 1 the direction is chosen.",
        .scene = Scene{2, 2.0},
        .bounds_and_costs = {"heat_store/store limits"},
        .modes = {{"heat_store/tank", {1}}}};
    HeatStore tank;
    tank.name = "tank";
    tank.node.name = "steam";
    tank.charge_mw = 8;
    tank.discharge_mw = 10;
    tank.energy_mwh = 20;
    tank.charge_efficiency = 0.9;
    tank.discharge_efficiency = 0.8;
    tank.standing_loss_share_per_h = 0.1;
    tank.initial_level_mwh = 10;
    tank.end_level_mwh = 6;
    add_steam(golden.scene);
    golden.scene.add(tank);
    return golden;
}

inline std::vector<GoldenProgram> heat_programs() {
    return {heat_in_balance(),    heat_unserved(),         boiler_that_commits(),
            extraction_turbine(), back_pressure_turbine(), tank_of_heat()};
}

}  // namespace indus::tests
