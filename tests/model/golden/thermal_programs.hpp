// SPDX-License-Identifier: Apache-2.0
// Golden programs of the thermal plant: one or two families of rows each.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

inline GoldenProgram commitment_past_the_start() {
    GoldenProgram golden{
        .name = "thermal_plant_commitment",
        .about =
            "On for 1 h before, least time on 3 h: on in steps 0 and 1 still. Least time off 2 h. A stop costs 7, a "
            "start 30, an hour on 100 + 20 * 10.",
        .scene = Scene{4}};
    ThermalPlant plant = thermal("steam", 20, 10);
    plant.min_output_mw = 20;
    plant.no_load_cost_per_h = 100;
    plant.min_up_h = 3;
    plant.min_down_h = 2;
    plant.start_cost.steps = {{0, 30}};
    plant.shut_down_cost = 7;
    plant.initial_status_h = 1;
    plant.initial_output_mw = 20;
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram minimum_times_in_quarters() {
    GoldenProgram golden{
        .name = "thermal_plant_minimum_times",
        .about =
            "Steps of 15 min; least time on 35 min is 3 steps, least time off 30 min is 2. Off for 15 min before: off "
            "in step 0 still.",
        .scene = Scene{4, 0.25}};
    ThermalPlant plant = thermal("steam", 20, 10);
    plant.min_output_mw = 20;
    plant.min_up_h = 35.0 / 60.0;
    plant.min_down_h = 0.5;
    plant.initial_status_h = -0.25;
    plant.initial_output_mw.reset();
    golden.scene.add(plant);
    return golden;
}

/// C 100, P 20, SU 40, SD 60, on at 50 before.
inline ThermalPlant limited_plant() {
    ThermalPlant plant = thermal("steam", 100, 10);
    plant.min_output_mw = 20;
    plant.start_up_limit_mw = 40;
    plant.shut_down_limit_mw = 60;
    return plant;
}

inline GoldenProgram limits_apart() {
    GoldenProgram golden{.name = "thermal_plant_limits",
                         .about =
                             "20 to 100 MW, at most 40 in the step of a start and 60 before a stop; on for 2 h at "
                             "least, so that a start "
                             "and a stop never meet: one row. On at 70 MW before: no stop in step 0.",
                         .scene = Scene{3}};
    ThermalPlant plant = limited_plant();
    plant.min_up_h = 2;
    plant.initial_output_mw = 70;
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram limits_that_meet() {
    GoldenProgram golden{
        .name = "thermal_plant_one_step",
        .about =
            "As thermal_plant_limits, but a plant may be on for one step of 2 h: a start and the next stop meet, and "
            "output is at most min(40, 60). Two rows a step. Must run; reserve shares the room.",
        .scene = Scene{2, 2.0}};
    ThermalPlant plant = limited_plant();
    plant.min_up_h = 2;
    plant.must_run = true;
    golden.scene.add(plant).reserve(10);
    return golden;
}

inline GoldenProgram ramps_with_reserve() {
    GoldenProgram golden{
        .name = "thermal_plant_ramps",
        .about =
            "Steps of 15 min, 80 MW/h up is 20 MW a step, 40 MW/h down 10. 20 to 100 MW, start at 40, stop from 60 at "
            "most; on at 50 before, 30 above least output. Reserve within 10 min: 80 / 6 MW.",
        .scene = Scene{2, 0.25}};
    ThermalPlant plant = limited_plant();
    plant.min_up_h = 0.5;
    plant.ramp_up_mw_per_h = 80;
    plant.ramp_down_mw_per_h = 40;
    golden.scene.add(plant).reserve(5, 10);
    return golden;
}

inline GoldenProgram pieces_of_a_curve() {
    GoldenProgram golden{
        .name = "thermal_plant_pieces",
        .about =
            "20 to 100 MW, 0.1 p^2 in 2 pieces of 40 MW: chords of 0.1 (20 + 60) = 8 and 0.1 (60 + 100) = 16, 40 at 20 "
            "MW. Start at 50 MW at most: 10 of the first piece and all of the second are beyond. Least time on 2 h.",
        .scene = Scene{2}};
    golden.scene.data.settings.cost_segments = 2;
    ThermalPlant plant = thermal("steam", 100, 0);
    plant.min_output_mw = 20;
    plant.quadratic_cost_per_mw2h = 0.1;
    plant.start_up_limit_mw = 50;
    plant.min_up_h = 2;
    plant.initial_output_mw = 60;
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram pieces_that_meet_both_limits() {
    GoldenProgram golden{
        .name = "thermal_plant_heat_pieces",
        .about =
            "Heat curve of 200, 520 and 920 GJ/h at 20, 60 and 100 MW: pieces of 40 MW at 8 and 10 GJ/MWh, 1 per GJ. "
            "Start at 30, stop from 80 MW, on for one step if it likes: piece 1 has 30 beyond the start and 0 beyond "
            "the stop, piece 2 has 40 and 20.",
        .scene = Scene{2}};
    golden.scene.add(Fuel{.name = "coal", .price_per_gj = 1.0});
    ThermalPlant plant = thermal("steam", 100, 0);
    plant.min_output_mw = 20;
    plant.fuel.name = "coal";
    plant.heat_curve_gj_per_h.steps = {{20, 200}, {60, 520}, {100, 920}};
    plant.start_up_limit_mw = 30;
    plant.shut_down_limit_mw = 80;
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram start_categories() {
    GoldenProgram golden{
        .name = "thermal_plant_start_categories",
        .about =
            "Steps of 2 h, off for 3 h before. Hot (10) below 3 h off: one step; warm (50) from 3 h: two or three "
            "steps; "
            "cold (200) from 7 h. Before the start counts for step 0 (3 h) and 1 (5 h): warm; step 2 (7 h): cold.",
        .scene = Scene{4, 2.0}};
    ThermalPlant plant = thermal("steam", 20, 10);
    plant.start_cost.steps = {{0, 10}, {3, 50}, {7, 200}};
    plant.initial_status_h = -3;
    plant.initial_output_mw.reset();
    golden.scene.add(plant);
    return golden;
}

inline GoldenProgram changes_of_output() {
    GoldenProgram golden{
        .name = "thermal_plant_changes",
        .about =
            "Two units of 20 to 50 MW, both on at 30 before: 60 MW. A MW more costs 3, one less 2. One unit trips in "
            "step 1: up to 50 MW of its fall cost nothing. In step 0 the rise is counted from 60 MW.",
        .scene = Scene{3}};
    ThermalPlant plant = thermal("steam", 50, 10);
    plant.units = 2;
    plant.min_output_mw = 20;
    plant.initial_output_mw = 30;
    plant.ramp_up_cost_per_mw = 3;
    plant.ramp_down_cost_per_mw = 2;
    golden.scene.add(plant);
    Outage trip = out("steam", 1, 2, OutageCause::forced);
    trip.units_out = 1;
    golden.scene.add(trip);
    return golden;
}

inline std::vector<GoldenProgram> thermal_programs() {
    return {commitment_past_the_start(),
            minimum_times_in_quarters(),
            limits_apart(),
            limits_that_meet(),
            ramps_with_reserve(),
            pieces_of_a_curve(),
            pieces_that_meet_both_limits(),
            start_categories(),
            changes_of_output()};
}

}  // namespace indus::tests
