// SPDX-License-Identifier: Apache-2.0
// What processes burn and what their materials emit, by hand: paid, counted by limits and policies, drawn from yards.
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

const std::vector<bool> waves{false, true, false, true};

Fuel fuel_of(std::string name, double price_per_gj, double emission_factor_t_per_gj) {
    return {
        .name = std::move(name), .price_per_gj = price_per_gj, .emission_factor_t_per_gj = emission_factor_t_per_gj};
}

Policy tax(double per_t) { return {.name = "tax", .carbon_price_per_t = per_t}; }

// 20 t in the two cheap hours: 2 * 5 MWh at 20; 3.5 GJ of coal a tonne at 2; 0.35 t of its carbon dioxide and 0.5 t of
// the limestone's a tonne, 17 t at 10.
TEST(StageFuel, IsPaidAndEmitsByWhatIsMade) {
    Scene scene = hours_of(waves);
    StageMode run = mode("run", 10, 5);
    run.fuel.name = "coal";
    run.fuel_gj_per_unit = 3.5;
    run.process_emissions_t_per_unit = 0.5;
    scene.add(fuel_of("coal", 2, 0.1)).add(tax(10));
    add_mill(scene).add(run).add(order(20));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(waves) + 200 + 140 + 170, tolerance);
    EXPECT_NEAR(cost_of(solution, "run", "fuel"), 140.0, tolerance);
    EXPECT_NEAR(cost_of(solution, "run", "carbon"), 170.0, tolerance);
    expect_near(series(solution, "run", "fuel_use"), {35, 0, 35, 0});
    expect_near(series(solution, "run", "emissions"), {3.5, 0, 3.5, 0});
    expect_near(series(solution, "run", "process_emissions"), {5, 0, 5, 0});
    for (const auto* quantity : {"fuel_use", "emissions", "process_emissions"})
        expect_audit_finds(scene, solution, "run", quantity);
}

// In quarters of an hour 2.5 t each, 8.75 GJ: two of the cheap ones are enough for 5 t.
TEST(StageFuel, CountsGigajoulesWhateverTheStep) {
    Scene scene = hours_of(waves, 0.25);
    StageMode run = mode("run", 10, 0);
    run.fuel.name = "coal";
    run.fuel_gj_per_unit = 3.5;
    run.process_emissions_t_per_unit = 0.5;
    scene.add(fuel_of("coal", 2, 0.1)).add(tax(10));
    add_mill(scene).add(run).add(order(5));
    scene.data.list<Order>().front().due.time = monday() + std::chrono::minutes{30};
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(waves, 0.25) + 5 * (3.5 * 2 + 0.85 * 10), tolerance);
    expect_near(series(solution, "run", "fuel_use"), {8.75, 8.75, 0, 0});
    expect_near(series(solution, "run", "process_emissions"), {1.25, 1.25, 0, 0});
}

// 30 t in an hour and a half: 20 in the first hour, 10 in the second, whatever its power profile; and 3 a tonne.
TEST(StageFuel, OfABatchIsEvenOverItsTime) {
    for (const bool decided : {false, true}) {
        Scene scene = hours_of({false, false});
        StageMode cook = mode("cook", 0, 0);
        cook.batch_h = 1.5;
        cook.batch_units = decided ? 40 : 30;
        if (decided) cook.batch_min_units = 10;
        cook.batch_mw.steps = {{0, 0}, {1, 0}};
        cook.energy_mwh_per_unit = 1;
        cook.cost_per_unit = 3;
        cook.fuel.name = "coal";
        cook.fuel_gj_per_unit = 2;
        cook.process_emissions_t_per_unit = 0.5;
        scene.add(fuel_of("coal", 4, 0.1)).add(tax(10));
        add_mill(scene).add(cook).add(order(30));
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), base_cost({false, false}) + 30 * (20 + 3 + 2 * 4 + 0.7 * 10), tolerance) << decided;
        expect_near(series(solution, "spin", "power"), {20, 10});
        expect_near(series(solution, "spin", "rate"), {20, 10});
        expect_near(series(solution, "cook", "fuel_use"), {40, 20});
        expect_near(series(solution, "cook", "process_emissions"), {10, 5});
        for (const auto* quantity : {"fuel_use", "process_emissions"})
            expect_audit_finds(scene, solution, "cook", quantity);
    }
}

// A rate that falls from 20 to 10 t/h in the last step of a batch is none that a ramp of 1 t/h an hour forbids.
TEST(StageFuel, RampsMindNoRestOfABatch) {
    Scene scene = hours_of({false, false});
    StageMode cook = mode("cook", 0, 0);
    cook.batch_h = 1.5;
    cook.batch_units = 30;
    add_mill(scene).add(cook).add(order(30));
    spin_of(scene).ramp_per_h = 1;
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "rate"), {20, 10});
    EXPECT_TRUE(solution.findings.empty());
}

/// A kiln that burns 4 GJ a tonne, of coal at 2 and 0.1 t/GJ or of gas at 5 and 0.05; 0.1 t/t of its limestone. 10 t in
/// two hours at up to 10 t/h; lost they cost 100 a tonne.
Scene kiln_of_two_fuels() {
    Scene scene = hours_of({false, false});
    scene.add(fuel_of("coal", 2, 0.1)).add(fuel_of("gas", 5, 0.05));
    add_mill(scene);
    for (const char* fuel : {"coal", "gas"}) {
        StageMode burn = mode(std::string{"on "} + fuel, 10, 0);
        burn.min_rate_per_h = 0;
        burn.product = "clinker";
        burn.fuel.name = fuel;
        burn.fuel_gj_per_unit = 4;
        burn.process_emissions_t_per_unit = 0.1;
        scene.add(burn);
    }
    Order due = order(10);
    due.lost_cost_per_unit = 100;
    return scene.add(due);
}

double above_base(const Solution& solution) { return cost(solution) - base_cost({false, false}); }

// A tonne costs 8 + 0.5 p with coal and 20 + 0.3 p with gas, the same at 60 a tonne of carbon dioxide.
TEST(StageFuel, IsChosenByTheCarbonPrice) {
    for (const auto& [price, expected] : {std::pair{50.0, 8 + 25.0}, {70.0, 20 + 21.0}}) {
        const Solution solution = kiln_of_two_fuels().add(tax(price)).solve();
        EXPECT_NEAR(above_base(solution), 10 * expected, tolerance) << price;
    }
}

// 0.5 x + 0.3 (10 - x) = 4 with x = 5 t on coal: 5 * 8 + 5 * 20. A tonne more turns 5 t from gas to coal: 60. A cap
// of 2.5 t leaves 10 t out of reach: 2.5 / 0.3 = 8.333 t on gas, the rest is lost.
TEST(StageFuel, IsChosenUnderACarbonCap) {
    Policy cap;
    cap.name = "cap";
    cap.carbon_cap_t = 4.0;
    cap.zones.items = {{"zone"}};
    Scene scene = kiln_of_two_fuels();
    const Solution solution = scene.add(cap).solve();
    EXPECT_NEAR(above_base(solution), 140.0, tolerance);
    EXPECT_NEAR(limit_of(solution, "cap", "carbon cap").reached, 4.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "cap", "carbon cap").shadow_price, 60.0, tolerance);
    scene.data.list<Policy>()[0].carbon_cap_t = 2.5;
    EXPECT_NEAR(above_base(scene.solve()), 25 / 3.0 * 20 + 5 / 3.0 * 100, tolerance);
}

// 20 GJ of coal are left: 5 t, and 5 t on gas.
TEST(StageFuel, CountsInTheLimitsOfItsFuel) {
    Scene scene = kiln_of_two_fuels();
    scene.data.list<Fuel>()[0].max_draw_gj = 20;
    const Solution solution = scene.solve();
    EXPECT_NEAR(above_base(solution), 140.0, tolerance);
    EXPECT_NEAR(limit_of(solution, "coal", "largest draw").reached, 20.0, tolerance);
}

// A tonne of coal in the yard is 20 GJ, 5 t of clinker, and was paid for; the other 5 t burn gas at 20 a tonne. Without
// gas they are lost.
TEST(StageFuel, IsDrawnFromAYard) {
    Scene scene = kiln_of_two_fuels();
    scene.data.list<Fuel>()[0].heating_value_gj_per_t = 20;
    FuelStock stock = yard(1);
    stock.plants.items = {{"spin", 1.0}};
    scene.add(stock);
    const Solution solution = scene.solve();
    EXPECT_NEAR(above_base(solution), 100.0, tolerance);
    EXPECT_EQ(cost_of(solution, "on coal", "fuel"), 0.0);
    EXPECT_NEAR(series(solution, "yard", "level")[1], 0.0, tolerance);
    for (const auto* quantity : {"level", "burnt"}) expect_audit_finds(scene, solution, "yard", quantity);
    expect_audit_finds(scene, solution, "on coal", "fuel_use");
    scene.data.list<StageMode>().pop_back();
    EXPECT_NEAR(above_base(scene.solve()), 500.0, tolerance);
    scene.data.list<FuelStock>()[0].plants.items = {{"spun", 1.0}};
    EXPECT_EQ(scene.issues(), (std::vector<std::string>{
                                  "fuel_stock yard: plants is spun, expected the name of a plant, boiler or stage that "
                                  "burns fuel; did you mean 'spin'?"}));
    scene.data.list<FuelStock>()[0].plants.items = {{"spin", 1.0}};
    scene.data.list<StageMode>()[0].fuel.name = "gas";
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "fuel_stock yard: plants is spin, expected a plant, boiler or stage that burns coal"}));
}

TEST(StageFuel, RefusesContradictions) {
    Scene scene{2};
    scene.add(fuel_of("coal", 2, 0.1));
    StageMode cold = mode("cold", 10, 5), unnamed = mode("unnamed", 10, 5), idle = mode("idle", 0, 5, "");
    cold.fuel.name = "coal";
    unnamed.fuel_gj_per_unit = 3;
    idle.process_emissions_t_per_unit = 0.5;
    StageMode negative = mode("negative", 10, 5), wrong = mode("wrong", 10, 5);
    negative.process_emissions_t_per_unit = -1;
    wrong.fuel.name = "cola";
    wrong.fuel_gj_per_unit = 3;
    add_mill(scene).add(cold).add(unnamed).add(idle).add(negative).add(wrong);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "stage_mode cold: fuel_gj_per_unit is 0, expected more than 0, as fuel is given",
                  "stage_mode unnamed: fuel is empty, expected the fuel that fuel_gj_per_unit speaks of",
                  "stage_mode idle: process_emissions_t_per_unit is 0.5, expected 0, as the mode makes nothing",
                  "stage_mode negative: process_emissions_t_per_unit is -1, expected a number of at least 0 [tCO2]",
                  "stage_mode wrong: fuel is cola, expected the name of a fuel; did you mean 'coal'?"}));
}

}  // namespace
}  // namespace indus::tests
