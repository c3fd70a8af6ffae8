// SPDX-License-Identifier: Apache-2.0
// Golden programs of several units of a type, and of outages.
#pragma once

#include "tests/model/golden/reserve_programs.hpp"

namespace indus::tests {

inline ThermalPlant three_units() {
    ThermalPlant plant = thermal("gas", 50, 10);
    plant.units = 3;
    plant.min_output_mw = 20;
    plant.initial_units_on = 2;
    plant.initial_output_mw = 40;
    return plant;
}

inline Outage golden_outage(std::string plant, int from_h, int to_h, OutageCause cause) {
    Outage outage;
    outage.name = "outage";
    outage.plant = std::move(plant);
    outage.from.time = monday() + std::chrono::hours{from_h};
    outage.to.time = monday() + std::chrono::hours{to_h};
    outage.cause = cause;
    return outage;
}

inline GoldenProgram units_together() {
    GoldenProgram golden{.name = "thermal_plant_units",
                         .about =
                             "Three units of 20 to 50 MW, two on at 40 MW before. A start after 1 h off (not before: "
                             "least time off) costs "
                             "80, 300 after 2 h: only what stopped the step before starts hot.",
                         .scene = Scene{3}};
    ThermalPlant plant = three_units();
    plant.start_cost.steps = {{0, 80}, {2, 300}};
    plant.min_down_h = 1;
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram units_off_before() {
    GoldenProgram golden{
        .name = "thermal_plant_units_off_before",
        .about = "Two units off for 1 h before: a start in step 0 is hot, later none is but after a stop.",
        .scene = Scene{2}};
    ThermalPlant plant = thermal("gas", 50, 10);
    plant.units = 2;
    plant.initial_status_h = -1;
    plant.initial_output_mw.reset();
    plant.start_cost.steps = {{0, 80}, {2, 300}};
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram outage_of_units() {
    GoldenProgram golden{.name = "outage_of_units",
                         .about =
                             "One of three units trips in step 1: two may be on or stand by there. A ramp down of 10 "
                             "MW/h and a least time on of 2 h "
                             "give way by one unit. Units of 50 MW are covered: whichever is on may give all of it.",
                         .scene = Scene{2}};
    ThermalPlant plant = three_units();
    plant.min_up_h = 2;
    plant.initial_status_h = 1;
    plant.ramp_down_mw_per_h = 10;
    plant.ramp_up_mw_per_h = 40;
    plant.quick_start_mw.steps = {{10, 25}};
    Outage trip = golden_outage("gas", 1, 2, OutageCause::forced);
    trip.units_out = 1;
    Reserve slow = golden_product("slow", 10);
    slow.type = ReserveType::replacement;
    slow.covers_units_from_mw = 50;
    golden.scene.add(plant).add(trip).add(slow);
    return golden;
}

inline GoldenProgram outage_of_capacity() {
    GoldenProgram golden{.name = "outage_of_capacity",
                         .about =
                             "60 of 100 MW are left in step 1, of a unit and of the sun, nothing in step 2 of the "
                             "unit: it is off. Planned, so that "
                             "ramp and shut-down limit hold.",
                         .scene = Scene{3},
                         .bounds_and_costs = {"outage/available capacity", "outage/available units"}};
    ThermalPlant plant = thermal("steam", 100, 10);
    plant.min_output_mw = 20;
    plant.ramp_down_mw_per_h = 30;
    plant.shut_down_limit_mw = 40;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 100;
    sun.availability = 0.5;
    Outage unit = golden_outage("steam", 1, 2, OutageCause::planned);
    unit.available_mw = 60;
    Outage sun_out = golden_outage("sun", 1, 2, OutageCause::planned);
    sun_out.name = "sun outage";
    sun_out.available_share = 0.6;
    Outage rest = golden_outage("steam", 2, 3, OutageCause::planned);
    rest.name = "rest";
    golden.scene.add(plant).add(sun).add(unit).add(sun_out).add(rest);
    return golden;
}

inline std::vector<GoldenProgram> unit_programs() {
    return {units_together(), units_off_before(), outage_of_units(), outage_of_capacity()};
}

}  // namespace indus::tests
