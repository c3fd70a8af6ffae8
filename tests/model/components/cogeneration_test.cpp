// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/cogeneration.hpp"

#include "model/plant_facts.hpp"
#include "tests/model/components/heat_scenes.hpp"

namespace indus::tests {
namespace {

/// 100 MW without heat; each MW of heat takes 0.2 MW of power and comes with at least 0.5. Gas at 5: 8 GJ a MWh, 50
/// GJ/h.
Cogeneration extraction() {
    Cogeneration plant;
    plant.name = "chp";
    plant.zone.name = "zone";
    plant.node.name = "steam";
    plant.fuel.name = "gas";
    plant.capacity_mw = 100;
    plant.max_heat_mw = 150;
    plant.power_to_heat = 0.5;
    plant.power_loss_per_heat = 0.2;
    plant.heat_rate_gj_per_mwh = 8;
    plant.no_load_gj_per_h = 50;
    return plant;
}

/// 40 MW of power with 80 of heat, no less than 10 with 20.
Cogeneration back_pressure() {
    Cogeneration plant = extraction();
    plant.type = CogenerationType::back_pressure;
    plant.capacity_mw = 40;
    plant.min_output_mw = 10;
    plant.max_heat_mw = 0;
    plant.power_loss_per_heat = 0;
    return plant;
}

/// Power at 300 from a peaker where the plant gives none; surplus costs 10.
Scene scene_of(std::vector<double> power_mw, std::vector<double> heat_mw, const Cogeneration& plant,
               double step_hours = 1.0) {
    Scene scene = steam_scene(static_cast<int>(power_mw.size()), step_hours);
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 10.0;
    scene.add(heat_demand(std::move(heat_mw))).demand(std::move(power_mw)).add(thermal("peaker", 200, 300));
    return scene.add(plant);
}

// 30 MW of power and 50 of heat are 40 MW without heat: 50 + 8 * 40 = 370 GJ at 5; 3 more a MWh of power.
//   1850 + 90 = 1940, in half an hour 970
TEST(Cogeneration, BurnsForWhatItCouldGiveWithoutHeat) {
    Cogeneration plant = extraction();
    plant.variable_cost_per_mwh = 3;
    for (const double hours : {1.0, 0.5}) {
        const Scene scene = scene_of({30}, {50}, plant, hours);
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), 1940.0 * hours, tolerance);
        expect_near(series(solution, "chp", "condensing"), {40});
        for (const auto* quantity : {"output", "heat", "condensing", "fuel_use", "on", "start", "stop"})
            expect_audit_finds(scene, solution, "chp", quantity);
    }
}

// 50 MW of heat come with 25 of power, 5 too many: 50 + 8 * 35 = 330 GJ at 5 and 5 * 10.
TEST(Cogeneration, GivesPowerWithItsHeat) {
    const Scene scene = scene_of({20}, {50}, extraction());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1700.0, tolerance);
    expect_near(series(solution, "chp", "output"), {25});
    Spoilt spoilt{scene};
    spoilt.set("chp", "output", {24});
    EXPECT_THAT(spoilt.findings(),
                Contains("chp at 0: power on the back-pressure line is 24 MW, below its limit 25 MW"));
}

// 100 MW of heat leave 100 - 0.2 * 100 = 80 of power: 850 GJ at 5, and 10 MW at 300.
TEST(Cogeneration, GivesUpPowerForHeat) {
    const Scene scene = scene_of({90}, {100}, extraction());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 850 * 5 + 3000.0, tolerance);
    expect_near(series(solution, "chp", "output"), {80});
    expect_audit_finds(scene, solution, "chp", "output");
}

// At most 60 of 70 MW of heat; 35 without heat at least 90 here: 78 + 12. 50 + 8 * 90 = 770 GJ.
TEST(Cogeneration, KeepsItsLargestHeatAndItsLeastOutput) {
    Cogeneration plant = extraction();
    plant.max_heat_mw = 60;
    plant.min_output_mw = 90;
    const Scene scene = scene_of({40}, {70}, plant);
    const Solution solution = scene.solve();
    expect_near(series(solution, "chp", "heat"), {60});
    expect_near(series(solution, "chp", "output"), {78});
    EXPECT_NEAR(cost(solution), 770 * 5 + 38 * 10 + 10 * 100.0, tolerance);
    expect_audit_finds(scene, solution, "chp", "heat");
}

// All heat by its line: 80 of 90 MW with 40 of power. 50 + 8 * 40 = 370 GJ at 5, 10 MW unserved.
TEST(Cogeneration, OfBackPressureGivesPowerByItsHeat) {
    const Scene scene = scene_of({40}, {90}, back_pressure());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 370 * 5 + 1000.0, tolerance);
    expect_near(series(solution, "chp", "output"), {40});
    for (const auto* quantity : {"output", "heat"}) expect_audit_finds(scene, solution, "chp", quantity);
    // A largest heat of 60 MW holds all the same: 30 of power.
    Cogeneration plant = back_pressure();
    plant.max_heat_mw = 60;
    expect_near(series(scene_of({40}, {90}, plant).solve(), "chp", "output"), {30});
}

// Starts cost 500: kept on through an hour without demand at 10 MW, (50 + 80) * 5 + 100, it costs 750; it starts twice.
// With a least time on of two hours it may not.
TEST(Cogeneration, StartsAndStops) {
    Cogeneration plant = back_pressure();
    plant.start_cost = 500;
    const double full = 370 * 5;
    EXPECT_NEAR(cost(scene_of({40, 0, 40}, {80, 0, 80}, plant).solve()), 2 * full + 1000, tolerance);
    plant.min_up_h = 1.5;
    const Solution solution = scene_of({40, 0, 40}, {80, 0, 80}, plant).solve();
    EXPECT_NEAR(cost(solution), 2 * full + 500 + 750, tolerance);
    expect_near(series(solution, "chp", "on"), {1, 1, 1});
}

// It must run, also where nobody wants anything, but for an outage in the second hour and an hour of least time off.
TEST(Cogeneration, RunsWhereItMust) {
    Cogeneration plant = back_pressure();
    plant.must_run = true;
    plant.min_down_h = 2;
    plant.initial_status_h = 10;
    Scene scene = scene_of({0, 0, 0, 0}, {0, 0, 0, 0}, plant);
    scene.add(out("chp", 1, 2));
    const Solution solution = scene.solve();
    expect_near(series(solution, "chp", "on"), {1, 0, 0, 1});
    EXPECT_NEAR(cost(solution), 2 * 750.0, tolerance);
    expect_audit_finds(scene, solution, "chp", "on");
}

// Half of it out: 50 MW without heat, 75 of heat at most; 40 of heat leave 42.
TEST(Cogeneration, GivesLessInOutages) {
    Scene scene = scene_of({90}, {40}, extraction());
    Outage half = out("chp", 0, 1);
    half.available_share = 0.5;
    scene.add(half);
    const Solution solution = scene.solve();
    expect_near(series(solution, "chp", "output"), {42});
    expect_audit_finds(scene, solution, "chp", "output");
}

// 20 MW an hour while on; a start and a stop reach any power.
TEST(Cogeneration, FollowsItsRamp) {
    Cogeneration plant = extraction();
    plant.ramp_mw_per_h = 20;
    const Scene scene = scene_of({0, 50, 90, 50, 0}, {0, 0, 0, 0, 0}, plant);
    const Solution solution = scene.solve();
    const std::vector<double> output = series(solution, "chp", "output");
    EXPECT_NEAR(output[1] + 20, output[2], tolerance);
    EXPECT_NEAR(output[2] - 20, output[3], tolerance);
    expect_audit_finds(scene, solution, "chp", "output");
}

TEST(Cogeneration, IsAPlantAsRenewableAsItsFuel) {
    Scene scene = scene_of({30}, {50}, extraction());
    const auto facts = [&] { return all_plants(scene.system().data()).back(); };
    EXPECT_EQ(facts().technology, "cogeneration");
    EXPECT_EQ(facts().capacity_mw, 100.0);
    EXPECT_FALSE(facts().is_renewable);
    scene.data.list<Fuel>()[0].renewable = true;
    EXPECT_TRUE(facts().is_renewable);
    // All power must be renewable, which the peaker is not: 60 MW go unserved at 3000, as does all heat at 100, since a
    // MW of it would take 0.2 MW of power.
    scene.data.list<Demand>()[0].load_mw = 160.0;
    Policy rule{.name = "green"};
    rule.renewable_share = 1.0;
    scene.add(rule);
    expect_near(series(scene.solve(), "load_zone", "unserved"), {60});
}

TEST(Cogeneration, WithoutCapacityGivesNothing) {
    Cogeneration plant = back_pressure();
    plant.capacity_mw = plant.min_output_mw = 0;
    EXPECT_NEAR(cost(scene_of({1}, {1}, plant).solve()), 300 + 100.0, tolerance);
}

TEST(Cogeneration, RefusesContradictions) {
    Cogeneration plant = extraction();
    plant.type = CogenerationType::back_pressure;
    plant.power_to_heat = 0;
    plant.min_output_mw = 110;
    plant.must_run = true;
    plant.min_down_h = 5;
    plant.initial_status_h = -2;
    EXPECT_EQ(scene_of({1}, {1}, plant).issues(),
              (std::vector<std::string>{
                  "cogeneration chp: min_output_mw is 110, expected at most capacity_mw (100)",
                  "cogeneration chp: power_to_heat is 0, expected above 0 for back_pressure",
                  ("cogeneration chp: power_loss_per_heat is 0.2, expected 0 for back_pressure: all steam leaves as "
                   "heat"),
                  ("cogeneration chp: must_run is yes, expected no, as the plant has been off for 2 of its min_down_h "
                   "(5)")}));
}

}  // namespace
}  // namespace indus::tests
