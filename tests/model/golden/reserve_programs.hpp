// SPDX-License-Identifier: Apache-2.0
// Golden programs of the products of reserve, and of how each kind of plant holds them.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

inline Reserve golden_product(std::string name, double requirement_mw, double response_minutes = 30.0) {
    Reserve made;
    made.name = std::move(name);
    made.requirement_mw = requirement_mw;
    made.response_minutes = response_minutes;
    return made;
}

inline Reserve golden_product_down(double requirement_mw, double sustain_h = 1.0) {
    Reserve made = golden_product("down", requirement_mw);
    made.direction = ReserveDirection::down;
    made.sustain_h = sustain_h;
    return made;
}

inline GoldenProgram reserve_down() {
    GoldenProgram golden{
        .name = "reserve_down",
        .about =
            "10 MW down within half an hour. 20 to 100 MW that fall by 60 MW/h: 30 MW of reserve at most, which share "
            "the ramp of the half hour with the fall of output.",
        .scene = Scene{2, 0.5}};
    ThermalPlant steam = thermal("steam", 100, 10);
    steam.min_output_mw = 20;
    steam.ramp_down_mw_per_h = 60;
    golden.scene.add(steam).add(golden_product_down(10));
    return golden;
}

inline GoldenProgram reserve_from_standstill() {
    GoldenProgram golden{
        .name = "reserve_from_standstill",
        .about =
            "A unit of 50 MW that must stay off for 2 h gives 20 MW after 10 minutes and 40 after 30: 'fast' from it "
            "when off up to 20, both together up to 40; when on up to its ramp of 60 MW/h, 10 and 30 MW, and 30 "
            "together.",
        .scene = Scene{2}};
    ThermalPlant turbine = thermal("turbine", 50, 30);
    turbine.ramp_up_mw_per_h = 60;
    turbine.min_down_h = 2;
    turbine.quick_start_mw.steps = {{10, 20}, {30, 40}};
    Reserve fast = golden_product("fast", 5, 10), slow = golden_product("slow", 10, 30);
    fast.type = slow.type = ReserveType::replacement;
    fast.joint_response = slow.joint_response = true;
    golden.scene.add(turbine).add(fast).add(slow);
    return golden;
}

inline GoldenProgram reserve_largest_unit() {
    GoldenProgram golden{.name = "reserve_largest_unit",
                         .about =
                             "Units of 100 and 80 MW are covered, that of 40 MW is not. What is missing costs 5 up to "
                             "30 MW and 50 beyond, "
                             "for a quarter of an hour.",
                         .scene = Scene{1, 0.25}};
    Reserve up = golden_product("up", 10);
    up.covers_units_from_mw = 50;
    up.shortfall_steps_per_mwh.steps = {{0, 5}, {30, 50}};
    golden.scene.add(thermal("big", 100, 10)).add(thermal("middle", 80, 20)).add(thermal("small", 40, 30)).add(up);
    return golden;
}

inline GoldenProgram reserve_better() {
    GoldenProgram golden{.name = "reserve_better",
                         .about =
                             "10 MW of fast reserve from both zones, and 5 MW plus 10% of the south's 40 MW of slow "
                             "reserve from the south "
                             "alone: what is held of the fast beyond 10 MW counts for the slow.",
                         .scene = Scene{1}};
    Reserve slow = golden_product("slow", 5);
    slow.share_of_load = 0.1;
    slow.zones.items = {{"south"}};
    slow.better.items = {{"fast"}};
    golden.scene.zone("south")
        .add(thermal("coal", 100, 10))
        .add(thermal("gas", 80, 20, "south"))
        .add(golden_product("fast", 10))
        .add(slow);
    golden.scene.demand({40}, "south");
    return golden;
}

inline GoldenProgram reserve_of_stores() {
    GoldenProgram golden{.name = "reserve_of_stores",
                         .about =
                             "4 MW down, to be kept up for two hours. The battery charges 10 MW at most and needs 2 / "
                             "0.8 MWh of room per MW; "
                             "the dam, with a bypass of 5 MW, 2 MWh per MW.",
                         .scene = Scene{1}};
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = 10;
    cell.discharge_mw = 20;
    cell.energy_mwh = 40;
    cell.discharge_efficiency = 0.8;
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 30;
    dam.max_level_mwh = 90;
    dam.inflow_mw = 6.0;
    dam.initial_level_mwh = 50;
    dam.bypass_capacity_mw = 5;
    golden.scene.add(cell).add(dam).add(golden_product_down(4, 2.0));
    return golden;
}

inline GoldenProgram reserve_of_pumps() {
    GoldenProgram golden{
        .name = "reserve_of_pumps",
        .about =
            "4 MW down for an hour: turbines of 10 to 30 MW give less, pumps of up to 40 MW take more, and the water "
            "finds room below 90 MWh: 1 / 0.8 MWh for a MW less, 0.9 for a MW more.",
        .scene = Scene{1}};
    PumpedStorage plant;
    plant.name = "pumped";
    plant.zone.name = "zone";
    plant.turbine_mw = 30;
    plant.min_turbine_mw = 10;
    plant.pump_mw = 40;
    plant.energy_mwh = 90;
    plant.initial_level_mwh = 50;
    plant.turbine_efficiency = 0.8;
    plant.pump_efficiency = 0.9;
    golden.scene.add(plant).add(golden_product_down(4));
    return golden;
}

inline GoldenProgram reserve_of_weather() {
    GoldenProgram golden{.name = "reserve_of_weather",
                         .about =
                             "3 MW up and 4 MW down from what sun (20 MW), wind (15 MW) and river (10 MW of 12) leave "
                             "unused or could leave.",
                         .scene = Scene{1}};
    SolarPlant sun;
    sun.name = "sun";
    WindPlant wind;
    wind.name = "wind";
    RunOfRiver river;
    river.name = "river";
    sun.zone.name = wind.zone.name = river.zone.name = "zone";
    sun.capacity_mw = 40;
    sun.availability = 0.5;
    wind.capacity_mw = 30;
    wind.availability = 0.5;
    river.capacity_mw = 10;
    river.inflow_mw = 12.0;
    sun.provides_reserve = wind.provides_reserve = river.provides_reserve = true;
    golden.scene.add(sun).add(wind).add(river).add(golden_product("up", 3)).add(golden_product_down(4));
    return golden;
}

inline GoldenProgram reserve_band() {
    GoldenProgram golden{
        .name = "reserve_band",
        .about = "20 to 100 MW; regulation of 5 MW only while output and all reserve keep to 30 to 80 MW.",
        .scene = Scene{1}};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 20;
    coal.band_products.items = {{"regulation"}};
    coal.band_min_mw = 30;
    coal.band_max_mw = 80;
    golden.scene.add(coal).add(golden_product("regulation", 5)).add(golden_product("spinning", 3));
    return golden;
}

inline std::vector<GoldenProgram> reserve_programs() {
    return {reserve_band(),   reserve_down(),      reserve_from_standstill(), reserve_largest_unit(),
            reserve_better(), reserve_of_stores(), reserve_of_pumps(),        reserve_of_weather()};
}

}  // namespace indus::tests
