// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/boiler.hpp"

#include "model/plant_facts.hpp"
#include "tests/model/components/heat_scenes.hpp"

namespace indus::tests {
namespace {

/// At least 40 MW while on; a start costs 100.
Boiler committed() {
    Boiler boiler = gas_boiler();
    boiler.min_heat_mw = 40;
    boiler.start_cost = 100;
    return boiler;
}

Scene scene_of(std::vector<double> load_mw, const Boiler& boiler, double step_hours = 1.0) {
    Scene scene = steam_scene(static_cast<int>(load_mw.size()), step_hours);
    return scene.add(heat_demand(std::move(load_mw))).add(boiler);
}

double cost_of(std::vector<double> load_mw, const Boiler& boiler, double step_hours = 1.0) {
    return cost(scene_of(std::move(load_mw), boiler, step_hours).solve());
}

// 90 MW of heat at 0.9 are 100 MW of gas, 360 GJ an hour and 18 t of carbon dioxide at 10; 2 more a MWh of heat.
//   360 * 5 + 18 * 10 + 90 * 2 = 2160, in half an hour 1080
TEST(Boiler, BurnsFuel) {
    Boiler boiler = gas_boiler();
    boiler.efficiency = 0.9;
    boiler.variable_cost_per_mwh = 2;
    for (const double hours : {1.0, 0.5}) {
        Scene scene = scene_of({90}, boiler, hours);
        scene.add(Policy{.name = "tax", .carbon_price_per_t = 10.0});
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), 2160.0 * hours, tolerance);
        expect_near(series(solution, "boiler", "fuel_use"), {360 * hours});
        for (const auto* quantity : {"heat", "fuel_use", "emissions"})
            expect_audit_finds(scene, solution, "boiler", quantity);
    }
}

// A heat pump: 90 MW of heat from 30 MW of power, and 3.6 GJ/h while on are 1 MW more: 31 * 20.
TEST(Boiler, DrawsPowerWithoutAFuel) {
    Boiler boiler = gas_boiler();
    boiler.fuel = {};
    boiler.efficiency = 3;
    boiler.no_load_gj_per_h = 3.6;
    Scene scene = scene_of({90}, boiler);
    scene.add(thermal("coal", 100, 20));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 620.0, tolerance);
    expect_near(series(solution, "boiler", "withdrawal"), {31});
    expect_near(series(solution, "coal", "output"), {31});
    expect_audit_finds(scene, solution, "boiler", "withdrawal");
}

// Off in the second hour it starts twice: 120 * 18 + 2 * 100. Kept on, it would burn 40 * 18 for nothing.
TEST(Boiler, StartsAtACost) {
    const Scene scene = scene_of({60, 0, 60}, committed());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2360.0, tolerance);
    expect_near(series(solution, "boiler", "on"), {1, 0, 1});
    for (const auto* quantity : {"on", "start", "stop", "heat"})
        expect_audit_finds(scene, solution, "boiler", quantity);
}

// Two hours off at least: it stays on and vents 40 MW, 160 * 18 + 100.
TEST(Boiler, KeepsItsLeastTimeOff) {
    Boiler boiler = committed();
    boiler.min_down_h = 1.5;
    const Scene scene = scene_of({60, 0, 60}, boiler);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2980.0, tolerance);
    expect_near(series(solution, "steam", "vented"), {0, 40, 0});
    expect_audit_finds(scene, solution, "steam", "vented");
}

// Three steps of 15 minutes on: 0.25 * (60 + 40 + 40) * 18 + 100.
TEST(Boiler, KeepsItsLeastTimeOn) {
    Boiler boiler = committed();
    boiler.min_up_h = 0.6;
    const Solution solution = scene_of({60, 0, 0, 0}, boiler, 0.25).solve();
    EXPECT_NEAR(cost(solution), 730.0, tolerance);
    expect_near(series(solution, "boiler", "on"), {1, 1, 1, 0});
}

// One of three hours on is over: two more with 40 MW. One of three off: two more without, 60 MW unserved at 100.
TEST(Boiler, GoesOnFromBeforeTheHorizon) {
    Boiler boiler = committed();
    boiler.min_up_h = boiler.min_down_h = 3;
    boiler.initial_status_h = 1;
    EXPECT_NEAR(cost_of({0, 0, 0}, boiler), 2 * 40 * 18.0, tolerance);
    boiler.initial_status_h = -1;
    EXPECT_NEAR(cost_of({60, 60, 60}, boiler), 2 * 6000 + 60 * 18 + 100.0, tolerance);
}

// 20 MW an hour, and nothing may be vented: 20 and 40 MW up, 40 and 20 down; 40 MW go unserved.
TEST(Boiler, FollowsItsRamp) {
    Boiler boiler = gas_boiler();
    boiler.ramp_mw_per_h = 20;
    Scene scene = scene_of({20, 60, 60, 20}, boiler);
    scene.data.list<HeatNode>()[0].may_vent = false;
    const Solution solution = scene.solve();
    expect_near(series(solution, "boiler", "heat"), {20, 40, 40, 20});
    EXPECT_NEAR(cost(solution), 120 * 18 + 40 * 100.0, tolerance);
    Spoilt spoilt{scene};
    spoilt.set("boiler", "heat", {20, 60, 60, 20});
    EXPECT_THAT(spoilt.findings(), Contains("boiler at 1: rise of heat is 40 MW, above its limit 20 MW"));
    EXPECT_THAT(spoilt.findings(), Contains("boiler at 3: fall of heat is 40 MW, above its limit 20 MW"));
    // In quarter hours 5 MW a step: 20, 25, 30 of 60 MW.
    Scene quarters = scene_of({20, 60, 60}, boiler, 0.25);
    quarters.data.list<HeatNode>()[0].may_vent = false;
    expect_near(series(quarters.solve(), "boiler", "heat"), {20, 25, 30});
}

// A start reaches the least heat, 40 MW, a stop comes from it; between, 20 MW an hour.
TEST(Boiler, StartsAtItsLeastHeatWhateverItsRamp) {
    Boiler boiler = committed();
    boiler.ramp_mw_per_h = 20;
    Scene scene = scene_of({0, 60, 60, 60, 0}, boiler);
    scene.data.list<HeatNode>()[0].may_vent = false;
    expect_near(series(scene.solve(), "boiler", "heat"), {0, 40, 60, 40, 0});
}

// Nothing in the second hour; then half of it, of 80 MW 40.
TEST(Boiler, IsOutInOutages) {
    Boiler boiler = committed();
    boiler.capacity_mw = 80;
    Scene scene = scene_of({60, 60, 60}, boiler);
    Outage half = out("boiler", 2, 3);
    half.name = "half";
    half.available_share = 0.5;
    scene.add(out("boiler", 1, 2)).add(half);
    const Solution solution = scene.solve();
    expect_near(series(solution, "boiler", "heat"), {60, 0, 40});
    EXPECT_NEAR(cost(solution), 100 * 18 + 2 * 100 + 80 * 100.0, tolerance);
    expect_audit_finds(scene, solution, "boiler", "heat");
}

// A failure ends the least time on and knows no ramp.
TEST(Boiler, TripsInForcedOutages) {
    Boiler boiler = committed();
    boiler.min_up_h = 3;
    boiler.ramp_mw_per_h = 20;
    Scene scene = scene_of({0, 40, 60, 60}, boiler);
    scene.add(out("boiler", 3, 4, OutageCause::forced));
    expect_near(series(scene.solve(), "boiler", "heat"), {0, 40, 60, 0});
}

// Policies see a plant that gives no power.
TEST(Boiler, IsAPlantThatGivesNoPower) {
    const System system = scene_of({60}, gas_boiler()).system();
    const std::vector<PlantFacts> plants = all_plants(system.data());
    ASSERT_EQ(plants.size(), 1U);
    EXPECT_EQ(plants[0].technology, "boiler");
    EXPECT_EQ(plants[0].zone, 0);
    EXPECT_FALSE(plants[0].is_renewable);
}

TEST(Boiler, WithoutCapacityServesNothing) {
    Boiler boiler = gas_boiler();
    boiler.capacity_mw = 0;
    EXPECT_NEAR(cost_of({10}, boiler), 1000.0, tolerance);
}

TEST(Boiler, RefusesContradictions) {
    Boiler boiler = committed();
    boiler.capacity_mw = 30;
    boiler.initial_status_h = 0;
    EXPECT_EQ(scene_of({10}, boiler).issues(),
              (std::vector<std::string>{
                  "boiler boiler: min_heat_mw is 40, expected at most capacity_mw (30)",
                  "boiler boiler: initial_status_h is 0, expected hours on (above 0) or hours off (below 0)"}));
}

TEST(Boiler, AuditFindsWhatALeastTimeForbids) {
    Boiler boiler = committed();
    boiler.min_up_h = 2;
    Spoilt spoilt{scene_of({60, 60, 0}, boiler)};
    spoilt.set("boiler", "on", {1, 0, 0}).set("boiler", "start", {1, 0, 0}).set("boiler", "stop", {0, 1, 0});
    EXPECT_THAT(spoilt.findings(), Contains("boiler at 1: time on before a stop is 1 h, below its limit 2 h"));
}

}  // namespace
}  // namespace indus::tests
