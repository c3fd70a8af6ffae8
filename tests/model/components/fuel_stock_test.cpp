// SPDX-License-Identifier: Apache-2.0
// Coal in yards, by hand.
#include "model/components/fuel_chain/fuel_stock.hpp"

#include <cmath>

#include "model/studies/evaluate.hpp"
#include "solver/certificate.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

// 30 t are 60 MWh; 100 are wanted: 40 * 3000. No route brings more, and the price of coal is not charged.
TEST(FuelStock, KeepsAPlantWithoutCoalFromRunning) {
    Scene scene = coal_scene(yard(30), {50, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 120000, tolerance);
    const std::vector<double> output = series(solution, "hub", "output");
    EXPECT_NEAR(output[0] + output[1], 60, tolerance);
    EXPECT_NEAR(series(solution, "yard", "level")[1], 0, tolerance);
    expect_near(price(solution, "zone"), {3000, 3000});
    expect_audit_finds(scene, solution, "yard", "level");
    expect_audit_finds(scene, solution, "yard", "burnt");
    EXPECT_NEAR(cost(coal_scene(yard(0), {50}).solve()), 150000, tolerance) << "none at all";
    EXPECT_NEAR(cost(coal_scene(yard(0, 0), {50}).solve()), 150000, tolerance) << "no yard to speak of";
}

// 30 t are 60 MWh in steps of any length; 50 MW are wanted for four quarters of an hour, or for two hours.
TEST(FuelStock, LastsAsLongInStepsOfAnyLength) {
    EXPECT_NEAR(cost(coal_scene(yard(10), {50, 50, 50, 50}, 0.25).solve()), (50 - 20) * 3000, tolerance);
    EXPECT_NEAR(cost(coal_scene(yard(30), {50, 50}, 2.0).solve()), (200 - 60) * 3000, tolerance);
}

// By default the level at the end is the initial level: nothing may be burnt. At 100 per missing tonne, 30 t are missed
// for 3000, which serve 60 MWh.
TEST(FuelStock, EndsAsItBeganOrPays) {
    FuelStock stock = yard(30);
    stock.end_level_t.reset();
    EXPECT_NEAR(cost(coal_scene(stock, {50, 50}).solve()), 300000, tolerance);
    stock.shortfall_cost_per_t = 100;
    Scene scene = coal_scene(stock, {50, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 120000 + 3000, tolerance);
    EXPECT_NEAR(cost_of(solution, "yard", "end_shortfall"), 3000, tolerance);
    expect_near(series(solution, "yard", "end_shortfall"), {0, 30});
    expect_audit_finds(scene, solution, "yard", "end_shortfall");
    stock.end_level_t = 10;
    stock.shortfall_cost_per_t.reset();
    EXPECT_NEAR(cost(coal_scene(stock, {50, 50}).solve()), 60 * 3000, tolerance) << "20 t are 40 MWh";
}

// A MWh burns half a tonne. At 40 per tonne all 30 t are burnt: 120000 + 30 * 40. At 7000, coal is worth more than what
// it would serve.
TEST(FuelStock, IsWorthWhatIsSaidAtTheEnd) {
    FuelStock stock = yard(30);
    stock.end_level_t.reset();
    stock.end_value_per_t = 40;
    Scene scene = coal_scene(stock, {50, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 121200, tolerance);
    expect_audit_finds(scene, solution, "yard", "level");
    stock.end_value_per_t = 7000;
    EXPECT_NEAR(cost(coal_scene(stock, {50, 50}).solve()), 300000, tolerance);
}

// Half of it goes in a day. 24 per tonne and day are 2 a step of two hours: 2 * 100 * (0.5^(1/12) + ... + 0.5^(12/12)).
TEST(FuelStock, LosesAndCosts) {
    FuelStock stock = yard(100);
    stock.loss_share_per_day = 0.5;
    stock.holding_cost_per_t_day = 24;
    Scene scene = coal_scene(stock, std::vector<double>(12, 0.0), 2.0);
    const Solution solution = scene.solve();
    double held = 0.0;
    for (int k = 1; k <= 12; ++k) held += 2 * 100 * std::pow(0.5, k / 12.0);
    EXPECT_NEAR(cost(solution), held, tolerance);
    EXPECT_NEAR(series(solution, "yard", "level")[11], 50, tolerance);
    EXPECT_NEAR(cost_of(solution, "yard", "fuel_holding"), held, tolerance);
    expect_audit_finds(scene, solution, "yard", "level");
}

// The last 12 t stay: 18 t are 36 MWh.
TEST(FuelStock, KeepsItsLeastLevel) {
    FuelStock stock = yard(30);
    stock.min_level_t = 12;
    stock.end_level_t = 12;
    EXPECT_NEAR(cost(coal_scene(stock, {50}).solve()), (50 - 36) * 3000, tolerance);
}

// 15 t: hub 2 makes its 20 MW of 8 t, the other 7 t are 14 MW of hub: 16 of 50 MWh are missing.
TEST(FuelStock, IsSharedByTwoPlants) {
    FuelStock stock = yard(15);
    stock.plants.items = {{"hub"}, {"hub 2"}};
    ThermalPlant good = plant_of_yard("hub 2", 20);
    good.heat_rate_gj_per_mwh = 8;
    Scene scene = coal_scene(stock, {50});
    scene.add(good);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 16 * 3000, tolerance);
    expect_near(series(solution, "yard", "burnt"), {15});
    // A plant that the yard does not name buys its coal where it burns it: 20 * 8 * 99 for what it makes.
    scene.data.list<FuelStock>()[0].plants.items = {{"hub"}};
    EXPECT_NEAR(cost(scene.solve()), 20 * 8 * 99, tolerance);
}

// Carbon and limits of the fuel stay: 500 GJ emit 50 t at 3 each; of 300 GJ, 30 MWh.
TEST(FuelStock, LeavesCarbonAndLimitsOfTheFuel) {
    Scene scene = coal_scene(yard(30), {50});
    scene.data.list<Fuel>()[0].emission_factor_t_per_gj = 0.1;
    scene.add(Policy{.name = "tax", .carbon_price_per_t = 3.0});
    EXPECT_NEAR(cost(scene.solve()), 150, tolerance);
    scene.data.list<Fuel>()[0].max_draw_gj = 300.0;
    EXPECT_NEAR(cost(scene.solve()), 20 * 3000 + 90, tolerance);
}

// Imported coal is at least 0.6 of the heat. 10 t of it are 200 GJ: 333.33 GJ of heat, 33.33 MWh, however much lignite
// there is. 133.33 GJ of lignite of 10 GJ/t are 13.33 t.
TEST(FuelStock, LimitsTheBlendWhenImportedCoalRunsOut) {
    Fuel lignite{.name = "lignite", .price_per_gj = 99.0};
    lignite.heating_value_gj_per_t = 10.0;
    FuelStock pit = yard(500);
    pit.name = "pit";
    pit.fuel.name = "lignite";
    Scene scene = coal_scene(yard(10), {50});
    scene.add(lignite).add(pit);
    ThermalPlant& plant = scene.data.list<ThermalPlant>()[0];
    plant.second_fuel.name = "lignite";
    plant.second_fuel_max_share = 0.4;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), (50 - 100.0 / 3) * 3000, 0.01);
    expect_near(series(solution, "hub", "output"), {100.0 / 3});
    expect_near(series(solution, "yard", "burnt"), {10});
    expect_near(series(solution, "pit", "burnt"), {40.0 / 3});
    scene.data.list<FuelStock>()[0].initial_level_t = 15;
    EXPECT_NEAR(cost(scene.solve()), 0, tolerance) << "15 t are 0.6 of 500 GJ";
}

// The curve burns 10 GJ/MWh up to 50 MW and 12 beyond. Keeping coal costs 10 a tonne and hour; burning the dear piece
// first would be rid of it. 50 MW burn 500 GJ, 25 t, whatever that costs: 75 t are kept.
TEST(FuelStock, BurnsNoMoreThanTheCurveSays) {
    FuelStock stock = yard(100);
    stock.holding_cost_per_t_day = 240;
    Scene scene = coal_scene(stock, {50});
    ThermalPlant& plant = scene.data.list<ThermalPlant>()[0];
    plant.heat_rate_gj_per_mwh = 0;
    plant.heat_curve_gj_per_h.steps = {{0, 0}, {50, 500}, {100, 1100}};
    EXPECT_NEAR(cost(scene.solve()), 750, tolerance);
}

// Where coal left over is worth nothing, burning the dear piece first costs as much: 50 MW of 12 GJ/MWh, 30 t. Put in
// order, 25 t are burnt and the 5 others lie in the yard from then on, 4.5 of them after an hour in which a tenth goes.
TEST(FuelStock, HasWhatOrderedPiecesSave) {
    FuelStock stock = yard(100);
    stock.loss_share_per_day = 1.0 - std::pow(0.9, 24.0);
    Scene scene = coal_scene(stock, {50, 0});
    ThermalPlant& hub = scene.data.list<ThermalPlant>()[0];
    hub.heat_rate_gj_per_mwh = 0;
    hub.heat_curve_gj_per_h.steps = {{0, 0}, {50, 500}, {100, 1100}};
    const System system = scene.system();
    const auto f = build(system);
    std::vector<double> point = solver::make_solver("plain_cbc")->solve(f->program()).values;
    const auto set = [&](std::string_view quantity, std::vector<double> values) {
        for (const DecisionSeries& each : f->decisions())
            if (each.quantity == quantity) std::copy(values.begin(), values.end(), point.begin() + each.first_column);
    };
    set("piece_1", {0, 0});
    set("piece_2", {50, 0});
    set("level", {90.0 - 30.0, 0.9 * 60.0});
    ASSERT_TRUE(solver::check_feasibility(f->program(), point).within_tolerance);
    order_pieces(*f, point);
    EXPECT_TRUE(solver::check_feasibility(f->program(), point).within_tolerance);
    Solution solution;
    record_series(*f, point, solution);
    expect_near(series(solution, "hub", "piece_1"), {50, 0});
    expect_near(series(solution, "yard", "level"), {65, 58.5});
}

TEST(FuelStock, SaysWhichEndLevelCannotBeReached) {
    FuelStock stock = yard(50, 100);
    stock.end_level_t = 80;
    EXPECT_THAT(explanation(coal_scene(stock, {0})),
                testing::HasSubstr("the end level of 80 t cannot be reached: 30 t are missing"));
}

TEST(FuelStock, RefusesContradictions) {
    const auto issues = [](auto change) {
        FuelStock stock = yard(30);
        change(stock);
        return coal_scene(stock, {50}).issues();
    };
    EXPECT_THAT(issues([](FuelStock& s) { s.min_level_t = 2000; }),
                ElementsAre("fuel_stock yard: min_level_t is 2000, expected at most capacity_t (1000)"));
    EXPECT_THAT(issues([](FuelStock& s) { s.initial_level_t = 1001; }),
                ElementsAre("fuel_stock yard: initial_level_t is 1001, expected between min_level_t (0) and capacity_t "
                            "(1000)"));
    EXPECT_THAT(issues([](FuelStock& s) { s.end_level_t = 1001; }),
                ElementsAre("fuel_stock yard: end_level_t is 1001, expected between min_level_t (0) and capacity_t "
                            "(1000)"));
    EXPECT_THAT(issues([](FuelStock& s) { s.end_value_per_t = 3; }),
                ElementsAre("fuel_stock yard: end_value_per_t is 3, expected nothing, as end_level_t is given: one "
                            "rule for the end"));
    EXPECT_THAT(issues([](FuelStock& s) {
                    s.end_level_t.reset();
                    s.end_value_per_t = 3;
                    s.shortfall_cost_per_t = 4;
                }),
                ElementsAre("fuel_stock yard: shortfall_cost_per_t is 4, expected nothing, as end_value_per_t is "
                            "given"));
    EXPECT_THAT(issues([](FuelStock& s) {
                    s.plants.items = {{"hub", 2.0}};
                }),
                ElementsAre("fuel_stock yard: plants is 2, expected names without weights"));
    EXPECT_THAT(issues([](FuelStock& s) { s.plants.items = {{"hug"}}; }),
                ElementsAre("fuel_stock yard: plants is hug, expected the name of a plant, boiler or stage that burns "
                            "fuel; did you mean 'hub'?"));
}

TEST(FuelStock, RefusesPlantsThatCannotBurnFromIt) {
    Scene other = coal_scene(yard(30), {50});
    other.data.list<ThermalPlant>()[0].fuel.name = "gas";
    other.add(Fuel{.name = "gas", .price_per_gj = 1.0});
    EXPECT_THAT(other.issues(),
                ElementsAre("fuel_stock yard: plants is hub, expected a plant, boiler or stage that burns coal"));
    Scene twice = coal_scene(yard(30), {50});
    FuelStock heap = yard(30);
    heap.name = "heap";
    twice.add(heap);
    EXPECT_THAT(twice.issues(), ElementsAre("fuel_stock heap: plants is hub, expected a plant that takes coal from "
                                            "one stock; it is in yard too"));
    Scene unknown = coal_scene(yard(30), {50});
    unknown.data.list<Fuel>()[0].heating_value_gj_per_t.reset();
    EXPECT_THAT(unknown.issues(),
                ElementsAre("fuel_stock yard: fuel is coal, expected a fuel with a heating_value_gj_per_t"));
}

}  // namespace
}  // namespace indus::tests
