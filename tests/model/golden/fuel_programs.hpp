// SPDX-License-Identifier: Apache-2.0
// Golden programs of plants of two fuels, and of what a plant offers as reserve.
#pragma once

#include "tests/model/golden/reserve_programs.hpp"

namespace indus::tests {

/// Coal at 2 per GJ and biomass at 3, a quarter more of it.
inline ThermalPlant add_cofiring_plant(Scene& scene) {
    scene.add(Fuel{.name = "coal", .price_per_gj = 2.0});
    scene.add(Fuel{.name = "biomass", .price_per_gj = 3.0, .renewable = true});
    ThermalPlant plant = thermal("steam", 100, 0);
    plant.fuel.name = "coal";
    plant.second_fuel.name = "biomass";
    plant.second_fuel_heat_factor = 1.25;
    return plant;
}

inline Policy a_third_renewable() {
    Policy plan{.name = "plan", .carbon_price_per_t = 0.0};
    plan.renewable_share = 0.3;
    plan.renewable_share_of = ShareBase::generation;
    return plan;
}

inline GoldenProgram mix_of_fuels() {
    GoldenProgram golden{
        .name = "thermal_plant_mix_of_fuels",
        .about =
            "Half an hour, 10 GJ/MWh: 5 GJ per MW. Biomass gives at most 0.4 of the heat, of 500 GJ at 100 MW, 1.25 GJ "
            "for each of coal; 6.25 GJ of it are a MW for half an hour, which counts as renewable.",
        .scene = Scene{1, 0.5}};
    ThermalPlant plant = add_cofiring_plant(golden.scene);
    plant.heat_rate_gj_per_mwh = 10;
    plant.second_fuel_max_share = 0.4;
    golden.scene.add(plant).add(a_third_renewable());
    return golden;
}

inline GoldenProgram one_fuel_from_start_to_stop() {
    GoldenProgram golden{
        .name = "thermal_plant_fuel_of_start",
        .about =
            "Coal or biomass from a start to the next stop; coal before. 10 GJ/MWh, 40 GJ/h when on and 60 a start: "
            "1100 GJ in a step at most, 1375 of biomass. What it makes while on biomass is renewable.",
        .scene = Scene{2}};
    ThermalPlant plant = add_cofiring_plant(golden.scene);
    plant.heat_rate_gj_per_mwh = 10;
    plant.no_load_heat_gj_per_h = 40;
    plant.start_fuel_gj.steps = {{0, 60}};
    plant.fuel_choice = FuelChoice::start;
    golden.scene.add(plant).add(a_third_renewable());
    return golden;
}

inline GoldenProgram ramp_shared_with_reserve() {
    GoldenProgram golden{
        .name = "thermal_plant_ramp_sharing",
        .about =
            "Half hours; 60 MW/h are 30 MW a step. Reserve within 10 min takes 3 times its power of the ramp: of "
            "'flexible' in its own step, of 'spin' the mean with the step before, all of it in the first. Down the "
            "same.",
        .scene = Scene{2, 0.5}};
    ThermalPlant plant = thermal("steam", 100, 10);
    plant.ramp_up_mw_per_h = plant.ramp_down_mw_per_h = 60;
    Reserve flexible = golden_product("flexible", 2, 10), spin = golden_product("spin", 3, 10);
    Reserve down = golden_product_down(4);
    down.response_minutes = 10;
    flexible.ramp_sharing = RampSharing::step;
    spin.ramp_sharing = down.ramp_sharing = RampSharing::mean;
    golden.scene.add(plant).add(flexible).add(spin).add(down);
    return golden;
}

inline GoldenProgram offers_of_reserve() {
    GoldenProgram golden{
        .name = "thermal_plant_reserve_offers",
        .about =
            "Two units offer 5 MW each of 'slow' at 7 per MWh, on or off (off, they could give 20), and nothing of "
            "'fast'; coal offers 'fast' at 4.",
        .scene = Scene{1, 0.5}};
    ThermalPlant pair = thermal("gas", 25, 30);
    pair.units = 2;
    pair.quick_start_mw.steps = {{10, 20}};
    pair.reserve_limit_mw.items = {{"slow", 5}};
    pair.reserve_cost_per_mwh.items = {{"slow", 7}};
    ThermalPlant coal = thermal("coal", 100, 10);
    coal.reserve_limit_mw.items = {{"fast", 40}};
    coal.reserve_cost_per_mwh.items = {{"fast", 4}};
    Reserve slow = golden_product("slow", 6);
    slow.type = ReserveType::replacement;
    golden.scene.add(coal).add(pair).add(golden_product("fast", 10)).add(slow);
    return golden;
}

inline std::vector<GoldenProgram> fuel_programs() {
    return {mix_of_fuels(), one_fuel_from_start_to_stop(), ramp_shared_with_reserve(), offers_of_reserve()};
}

}  // namespace indus::tests
