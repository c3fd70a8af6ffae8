// SPDX-License-Identifier: Apache-2.0
#include "model/components/fuel.hpp"

#include "tests/model/components/limits.hpp"

namespace indus::tests {
namespace {

// Coal at 2 per GJ and 10 GJ/MWh, so 20 per MWh; gas at 50.
Scene coal_and_gas(const Fuel& fuel, std::vector<double> load, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load.size()), step_hours};
    ThermalPlant coal = thermal("hub", 100, 0);
    coal.fuel.name = "coal";
    coal.heat_rate_gj_per_mwh = 10;
    return scene.add(fuel).add(coal).add(thermal("gas", 100, 50)).demand(std::move(load));
}

Fuel coal() { return Fuel{.name = "coal", .price_per_gj = 2.0}; }

// 500 GJ make 50 of the 80 MWh: 50 * 20 + 30 * 50 = 2500. A GJ more saves 30 / 10 = 3; a MWh of demand costs gas.
TEST(FuelLimit, MakesFuelScarce) {
    Fuel fuel = coal();
    fuel.max_draw_gj = 500.0;
    Scene scene = coal_and_gas(fuel, {40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2500.0, tolerance);
    expect_near(price(solution, "zone"), {50, 50});
    const LimitRecord limit = limit_of(solution, "coal", "largest draw");
    EXPECT_NEAR(limit.reached, 500.0, tolerance);
    EXPECT_NEAR(*limit.shadow_price, 3.0, tolerance);
    Fuel more = fuel;
    more.max_draw_gj = 501.0;
    EXPECT_NEAR(cost(coal_and_gas(more, {40, 40}).solve()), 2497.0, tolerance);
    EXPECT_NEAR(cost(coal_and_gas(fuel, {40, 40, 40, 40}, 0.5).solve()), 2500.0, tolerance) << "half hours";
}

// At 1 per GJ above the limit, coal costs 30 per MWh there: 80 * 20 + 300 * 1.
TEST(FuelLimit, MayBeExceededAtAPrice) {
    Fuel fuel = coal();
    fuel.max_draw_gj = 500.0;
    fuel.excess_cost_per_gj = 1.0;
    Scene scene = coal_and_gas(fuel, {40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1900.0, tolerance);
    expect_near(price(solution, "zone"), {30, 30});
    EXPECT_NEAR(limit_of(solution, "coal", "largest draw").violation, 300.0, tolerance);
    expect_audit_finds(scene, solution, "coal", "excess");
}

// A pipeline that brings 300 GJ in the first hour and 200 in the second, each in half-hour steps: 30 and 20 MWh of
// coal, used whenever in the hour. Loads of 50, 10 | 30, 30 MW are 30 | 30 MWh: gas gives 10 MWh, all in the second
// hour.
TEST(FuelLimit, HoldsInEveryWindow) {
    Fuel fuel = coal();
    fuel.window_max_draw_gj.series = "pipeline";
    Scene scene = coal_and_gas(fuel, {50, 10, 30, 30}, 0.5);
    scene.data.series.push_back({"pipeline", monday(), 60, {300, 200}});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 50 * 20 + 10 * 50.0, tolerance);
    ASSERT_EQ(solution.limits.size(), 2U);
    EXPECT_EQ(solution.limits[1].first_step, 2);
    EXPECT_NEAR(*solution.limits[1].shadow_price, 3.0, tolerance);
    EXPECT_NEAR(solution.limits[0].reached, 300.0, tolerance);
}

// 4800 GJ a day are 400 in the two hours there are.
TEST(FuelLimit, TakesTheHorizonsShareOfADay) {
    Fuel fuel = coal();
    fuel.window_max_draw_gj.constant = 4800.0;
    EXPECT_NEAR(cost(coal_and_gas(fuel, {40, 40}).solve()), 40 * 20 + 40 * 50.0, tolerance);
    fuel.excess_cost_per_gj = 1.0;
    Scene scene = coal_and_gas(fuel, {40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 80 * 20 + 400 * 1.0, tolerance);
    expect_audit_finds(scene, solution, "coal", "window_excess");
}

// Take-or-pay: 1200 GJ, 120 MWh of coal at 60 per MWh; gas at 50 would be cheaper. 80 MWh are wanted: the other 400 GJ
// are paid for at 6 a GJ. Burning saves that payment, so that coal is worth 0 at the margin: 800 * 6 + 400 * 6.
TEST(FuelLimit, PaysForWhatItDoesNotTake) {
    Fuel fuel{.name = "coal", .price_per_gj = 6.0};
    fuel.min_draw_gj = 1200.0;
    fuel.shortfall_cost_per_gj = 6.0;
    Scene scene = coal_and_gas(fuel, {40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 7200.0, tolerance);
    expect_near(price(solution, "zone"), {0, 0});
    EXPECT_NEAR(limit_of(solution, "coal", "least draw").violation, 400.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "coal", "least draw").shadow_price, 6.0, tolerance);
    expect_audit_finds(scene, solution, "coal", "shortfall");
}

// Hard: 600 GJ must be drawn though gas at 50 is cheaper than coal at 60: 60 MWh of coal, 20 of gas.
TEST(FuelLimit, ForcesALeastDraw) {
    Fuel fuel{.name = "coal", .price_per_gj = 6.0};
    fuel.min_draw_gj = 600.0;
    const Solution solution = coal_and_gas(fuel, {40, 40}).solve();
    EXPECT_NEAR(cost(solution), 60 * 60 + 20 * 50.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "coal", "least draw").shadow_price, 1.0, tolerance);
    fuel.min_draw_gj.reset();
    fuel.window_min_draw_gj.constant = 7200.0;
    EXPECT_NEAR(cost(coal_and_gas(fuel, {40, 40}).solve()), 60 * 60 + 20 * 50.0, tolerance);
    fuel.window_min_draw_gj.constant = 14400.0;
    fuel.shortfall_cost_per_gj = 0.5;
    Scene scene = coal_and_gas(fuel, {40, 40});
    const Solution missed = scene.solve();
    EXPECT_NEAR(cost(missed), 80 * 50 + 1200 * 0.5, tolerance);
    expect_audit_finds(scene, missed, "coal", "window_shortfall");
}

// The curve burns 10 GJ/MWh up to 50 MW and 12 beyond. 50 MW are wanted and 506 GJ must be drawn: 6 GJ too few by the
// curve. Using the second piece before the first would burn them for nothing; the plant must run at 50.5 MW and dump
// 0.5 at 8.
TEST(FuelLimit, DoesNotBurnMoreThanTheCurveSays) {
    Fuel fuel{.name = "coal", .price_per_gj = 1.0};
    fuel.min_draw_gj = 506.0;
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 8.0;
    ThermalPlant plant = thermal("hub", 100, 0);
    plant.fuel.name = "coal";
    plant.heat_curve_gj_per_h.steps = {{0, 0}, {50, 500}, {100, 1100}};
    const Solution solution = scene.add(fuel).add(plant).demand({50}).solve();
    EXPECT_NEAR(cost(solution), 506 + 0.5 * 8, tolerance);
    expect_near(series(solution, "hub", "output"), {50.5});
}

// A start burns 30 GJ, 70 after three hours off, at 2 per GJ. On, the plant makes 40 MWh of 10 GJ each.
TEST(StartFuel, DependsOnTheHoursOff) {
    const auto run = [](double hours_off) {
        Scene scene{1};
        ThermalPlant plant = thermal("hub", 100, 0);
        plant.fuel.name = "coal";
        plant.heat_rate_gj_per_mwh = 10;
        plant.start_fuel_gj.steps = {{0, 30}, {3, 70}};
        plant.initial_status_h = -hours_off;
        plant.initial_output_mw.reset();
        const Solution solution = scene.add(coal()).add(plant).demand({40}).solve();
        EXPECT_NEAR(series(solution, "hub", "fuel_use")[0], 400 + (hours_off < 3 ? 30 : 70), tolerance);
        return cost(solution);
    };
    EXPECT_NEAR(run(1), (400 + 30) * 2.0, tolerance);
    EXPECT_NEAR(run(3), (400 + 70) * 2.0, tolerance);
}

// Categories of cost and of fuel need not begin at the same hours: 2 h off is the second of fuel, the first of cost.
TEST(StartFuel, HasCategoriesOfItsOwn) {
    Scene scene{1};
    ThermalPlant plant = thermal("hub", 100, 0);
    plant.fuel.name = "coal";
    plant.heat_rate_gj_per_mwh = 10;
    plant.start_fuel_gj.steps = {{0, 30}, {2, 50}};
    plant.start_cost.steps = {{0, 100}, {4, 300}};
    plant.initial_status_h = -2.0;
    plant.initial_output_mw.reset();
    scene.add(coal()).add(plant).demand({40});
    EXPECT_NEAR(cost(scene.solve()), (400 + 50) * 2 + 100.0, tolerance);
    scene.data.list<ThermalPlant>()[0].initial_status_h = -4.0;
    EXPECT_NEAR(cost(scene.solve()), (400 + 50) * 2 + 300.0, tolerance);
}

// A contract for 90 GJ cannot be met by calling a start of 1 h off a cold one (70 GJ): 30 + 10 x = 90 needs x = 6 MWh,
// where only 5 are wanted: the sixth is dumped at 8. The same after a stop within the horizon: on, off, on.
TEST(StartFuel, IsNotMoreThanTheStartBurns) {
    Fuel fuel{.name = "coal", .price_per_gj = 1.0};
    fuel.min_draw_gj = 90.0;
    ThermalPlant plant = thermal("hub", 100, 0);
    plant.fuel.name = "coal";
    plant.heat_rate_gj_per_mwh = 10;
    plant.start_fuel_gj.steps = {{0, 30}, {3, 70}};
    plant.initial_status_h = -1.0;
    plant.initial_output_mw.reset();
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 8.0;
    scene.add(fuel).add(plant).demand({5});
    EXPECT_NEAR(cost(scene.solve()), 90 + 8.0, tolerance);

    // On at first: 5 MWh in hours 1 and 3 are 100 GJ, and 30 for the start; 160 are due: 3 MWh dumped. Staying on would
    // need 6 MWh dumped.
    Scene later{3};
    later.data.list<Zone>()[0].surplus_cost_per_mwh = 8.0;
    fuel.min_draw_gj = 160.0;
    plant.initial_status_h = 1.0;
    later.add(fuel).add(plant).demand({5, 0, 5});
    EXPECT_NEAR(cost(later.solve()), 160 + 3 * 8.0, tolerance);
}

TEST(Fuel, RefusesContradictions) {
    Fuel fuel = coal();
    fuel.max_draw_gj = 5.0;
    fuel.min_draw_gj = 6.0;
    fuel.window_max_draw_gj.constant = 24.0;
    fuel.window_min_draw_gj.constant = 48.0;
    Fuel idle{.name = "idle", .price_per_gj = 1.0};
    idle.excess_cost_per_gj = 2.0;
    idle.shortfall_cost_per_gj = 3.0;
    Scene scene{1};
    scene.add(fuel).add(idle);
    ThermalPlant plant = thermal("hub", 100, 20);
    plant.start_fuel_gj.steps = {{1, 30}, {3, 20}};
    scene.add(plant);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "fuel coal: min_draw_gj is 6, expected at most max_draw_gj (5)",
            "fuel coal: window_min_draw_gj is 2, expected at most window_max_draw_gj (1) in window 1",
            "fuel idle: excess_cost_per_gj is 2, expected nothing, as no largest draw is given",
            "fuel idle: shortfall_cost_per_gj is 3, expected nothing, as no least draw is given",
            "thermal_plant hub: start_fuel_gj is 1, expected a first category that begins at 0 hours off",
            "thermal_plant hub: start_fuel_gj is 20, expected fuel that does not fall with the hours off (30 before)",
            "thermal_plant hub: fuel is empty, expected the fuel that start_fuel_gj speaks of"}));
}

}  // namespace
}  // namespace indus::tests
