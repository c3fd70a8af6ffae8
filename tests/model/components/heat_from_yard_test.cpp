// SPDX-License-Identifier: Apache-2.0
// Boilers and cogeneration that burn from a yard, by hand: they draw from it, stand when it is empty, and pay nothing
// when they burn.
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/heat_scenes.hpp"

namespace indus::tests {
namespace {

/// Of gas at 20 GJ/t, of which a plant would pay 5 per GJ elsewhere.
Scene yard_scene(int steps, double initial_t, const std::string& plant, double step_hours = 1.0) {
    Scene scene = steam_scene(steps, step_hours);
    scene.data.list<Fuel>()[0].heating_value_gj_per_t = 20;
    FuelStock stock = yard(initial_t);
    stock.fuel.name = "gas";
    stock.plants.items = {{plant, 1.0}};
    return scene.add(stock);
}

/// 0.9 of its fuel becomes heat: 90 MW burn 360 GJ, 18 t an hour.
Boiler shell(double min_heat_mw = 0.0) {
    Boiler boiler = gas_boiler();
    boiler.efficiency = 0.9;
    boiler.min_heat_mw = min_heat_mw;
    return boiler;
}

double sum(const std::vector<double>& values) {
    double all = 0.0;
    for (const double each : values) all += each;
    return all;
}

// 27 t are 540 GJ, 135 of the 180 MWh of heat that are wanted: 45 unserved at 100, 2 a MWh of heat, and 27 t of carbon
// dioxide at 10.
TEST(HeatFromYard, BoilerBurnsTheYardEmpty) {
    Boiler boiler = shell();
    boiler.variable_cost_per_mwh = 2;
    Scene scene = yard_scene(2, 27, "boiler");
    scene.add(heat_demand({90, 90})).add(boiler).add(Policy{.name = "tax", .carbon_price_per_t = 10.0});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4500.0 + 270.0 + 270.0, tolerance);
    EXPECT_NEAR(sum(series(solution, "boiler", "fuel_use")), 540.0, tolerance);
    EXPECT_NEAR(sum(series(solution, "yard", "burnt")), 27.0, tolerance);
    EXPECT_NEAR(series(solution, "yard", "level")[1], 0.0, tolerance);
    EXPECT_EQ(cost_of(solution, "boiler", "fuel"), 0.0);
    for (const auto* quantity : {"level", "burnt"}) expect_audit_finds(scene, solution, "yard", quantity);
    expect_audit_finds(scene, solution, "boiler", "fuel_use");
}

// Nine tonnes an hour come at 10 each and are 45 MWh of heat; as much is missing.
TEST(HeatFromYard, BoilerBurnsWhatARouteBrings) {
    Scene scene = yard_scene(1, 0, "boiler");
    scene.add(heat_demand({90})).add(shell()).add(route("trucks", 10, 9));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 90.0 + 4500.0, tolerance);
    EXPECT_NEAR(cost_of(solution, "trucks", "fuel_purchase"), 90.0, tolerance);
}

// Five tonnes are 25 MWh of heat: too little for an hour at 40 MW, enough for half an hour.
TEST(HeatFromYard, BoilerStandsBelowItsLeastHeat) {
    for (const double hours : {1.0, 0.5}) {
        Scene scene = yard_scene(2, 5, "boiler", hours);
        scene.add(heat_demand({90, 90})).add(shell(40));
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), hours == 1.0 ? 18000.0 : 9000.0 - 2500.0, tolerance) << hours;
        EXPECT_NEAR(sum(series(solution, "yard", "burnt")), hours == 1.0 ? 0.0 : 5.0, tolerance) << hours;
    }
}

/// Each MW of heat takes 0.2 MW of power and comes with at least 0.5: 30 MW of power with 50 of heat are 40 without
/// heat, 50 + 8 * 40 = 370 GJ, 18.5 t an hour. A peaker gives power at 300; heat not served costs 100.
Scene cogeneration_scene(double initial_t) {
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
    Scene scene = yard_scene(2, initial_t, "chp");
    return scene.add(plant).add(heat_demand({50, 50})).demand({30, 30}).add(thermal("peaker", 100, 300));
}

// Coal for one of two hours: in the other 30 MW come from the peaker and 50 of heat are missing. Half as much in both
// would burn 50 GJ more for being on.
TEST(HeatFromYard, CogenerationRunsAsLongAsItLasts) {
    Scene scene = cogeneration_scene(18.5);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 30.0 * 300.0 + 50.0 * 100.0, tolerance);
    EXPECT_NEAR(sum(series(solution, "yard", "burnt")), 18.5, tolerance);
    EXPECT_NEAR(sum(series(solution, "chp", "output")), 30.0, tolerance);
    EXPECT_EQ(cost_of(solution, "chp", "fuel"), 0.0);
    expect_audit_finds(scene, solution, "chp", "fuel_use");
    expect_audit_finds(scene, solution, "yard", "level");
    EXPECT_NEAR(cost(cogeneration_scene(37).solve()), 0.0, tolerance) << "enough for both";
}

// Two tonnes are 40 GJ, less than it burns for being on.
TEST(HeatFromYard, CogenerationStandsWhenTheYardIsEmpty) {
    const Solution solution = cogeneration_scene(2).solve();
    EXPECT_NEAR(cost(solution), 2.0 * 14000.0, tolerance);
    expect_near(series(solution, "yard", "level"), {2, 2});
}

}  // namespace
}  // namespace indus::tests
