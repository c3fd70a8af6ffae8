// SPDX-License-Identifier: Apache-2.0
#include "model/components/thermal_plant.hpp"

#include "model/components/production_curve.hpp"
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

/// Off before the start, cold.
ThermalPlant off(ThermalPlant plant) {
    plant.initial_status_h = -100.0;
    plant.initial_output_mw.reset();
    return plant;
}

// Coal 100 MW at 20, least output 40 MW; gas 50 MW at 60. Demand 90, 30, 90.
// In hour 2 coal cannot go below 40: it stops (and may start again for nothing), gas serves 30.
//   90 * 20 + 30 * 60 + 90 * 20 = 5400
TEST(ThermalPlant, StopsBelowItsLeastOutput) {
    Scene scene{3};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 40;
    scene.add(coal).add(thermal("gas", 50, 60)).demand({90, 30, 90});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5400.0, tolerance);
    expect_near(series(solution, "coal", "on"), {1, 0, 1});
    expect_near(price(solution, "zone"), {20, 60, 20});
}

// As above with a minimum down time of 2 h and 90 MW wanted in hour 3. On at 40 MW against a demand of 30 is infeasible
// without surplus, so coal is off in hour 2 and in the hour before or after it:
//   off in 2 and 3: 100 * 20 + 30 * 60 + 50 * 60 + 40 * 3000 = 126800   (gas has 50 MW, the rest is unserved)
//   off in 1 and 2: 50 * 60 + 50 * 3000 + 30 * 60 + 90 * 20  = 156600
TEST(ThermalPlant, StaysOffForItsMinimumDownTime) {
    Scene scene{3};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 40;
    coal.min_down_h = 2;
    scene.add(coal).add(thermal("gas", 50, 60)).demand({100, 30, 90});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 126800.0, tolerance);
    expect_near(series(solution, "coal", "on"), {1, 0, 0});
}

// Gas (start 100, 60 per MWh, least output 10) is needed in hour 1 beside coal (100 MW at 20), then stays on for its
// 3 hours at 10 MW: 100 + 20 * 60 + 10 * 60 + 10 * 60, while coal gives 100, 40, 40, 50.
//   coal 230 * 20 = 4600, gas 2500: together 7100. After hour 3 it stops.
TEST(ThermalPlant, StaysOnForItsMinimumUpTime) {
    Scene scene{4};
    ThermalPlant gas = off(thermal("gas", 50, 60));
    gas.min_output_mw = 10;
    gas.min_up_h = 3;
    gas.start_cost.steps = {{0, 100}};
    scene.add(thermal("coal", 100, 20)).add(gas).demand({120, 50, 50, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 7100.0, tolerance);
    expect_near(series(solution, "gas", "on"), {1, 1, 1, 0});
}

// Times are in hours whatever the step: a minimum up time of 3 h is 12 quarter hours, and rounds up to 2 steps of 2 h.
TEST(ThermalPlant, RoundsMinimumTimesUpToSteps) {
    for (const auto& [step_hours, expected_steps] : {std::pair{0.25, 12}, {1.0, 3}, {2.0, 2}}) {
        const int steps = static_cast<int>(8.0 / step_hours);
        Scene scene{steps, step_hours};
        ThermalPlant gas = off(thermal("gas", 50, 60));
        gas.min_output_mw = 10;
        gas.min_up_h = 3;
        std::vector<double> load(static_cast<std::size_t>(steps), 50.0);
        load[0] = 120.0;
        scene.add(thermal("coal", 100, 20)).add(gas).demand(load);
        const auto on = series(scene.solve(), "gas", "on");
        EXPECT_EQ(std::count(on.begin(), on.end(), 1.0), expected_steps) << step_hours;
    }
}

// On for 1 h before the start with a minimum up time of 3 h: it must stay on for 2 more hours, at least 10 MW.
// Cheap coal would do alone: (30 + 30 + 40) * 20 + 20 * 60 = 3200.
TEST(ThermalPlant, CarriesItsMinimumUpTimeFromBefore) {
    Scene scene{3};
    ThermalPlant gas = thermal("gas", 50, 60);
    gas.min_output_mw = 10;
    gas.min_up_h = 3;
    gas.initial_status_h = 1;
    gas.initial_output_mw = 10;
    scene.add(thermal("coal", 100, 20)).add(gas).demand({40, 40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3200.0, tolerance);
    expect_near(series(solution, "gas", "on"), {1, 1, 0});
}

// Start-up by hours off: hot below 2 h 10, warm from 2 h 50, cold from 4 h 200. The plant (least output 50) is on in
// hours 1, 3 and 6 only, since demand is 0 elsewhere: off 1 h (hot), then 2 h (warm).
//   3 * 50 * 10 + 10 + 50 = 1560
TEST(ThermalPlant, PaysForAStartByTheHoursOff) {
    Scene scene{6};
    ThermalPlant plant = thermal("plant", 50, 10);
    plant.min_output_mw = 50;
    plant.initial_output_mw = 50;
    plant.start_cost.steps = {{0, 10}, {2, 50}, {4, 200}};
    scene.add(plant).demand({50, 0, 50, 0, 0, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1560.0, tolerance);
    EXPECT_NEAR(solution.cost_of("start_up"), 60.0, tolerance);
}

// Off for 3 h before the start: a start in hour 1 is warm (50), one in hour 2 cold (200).
TEST(ThermalPlant, CountsHoursOffBeforeTheStart) {
    ThermalPlant plant = thermal("plant", 50, 10);
    plant.initial_status_h = -3;
    plant.initial_output_mw.reset();
    plant.start_cost.steps = {{0, 10}, {2, 50}, {4, 200}};
    Scene early{2};
    early.add(plant).demand({50, 50});
    EXPECT_NEAR(cost(early.solve()), 1050.0, tolerance);
    Scene late{2};
    late.add(plant).demand({0, 50});
    // Starting in hour 1 at no output costs 50 instead of 200.
    EXPECT_NEAR(cost(late.solve()), 550.0, tolerance);
    plant.min_output_mw = 10;
    Scene forced{2};
    forced.add(plant).demand({0, 50});
    EXPECT_NEAR(cost(forced.solve()), 700.0, tolerance);
}

// Coal rises by 20 MW an hour from 50: 70, 90. Demand 100, 100; gas fills 30 and 10 at 60.
//   160 * 20 + 40 * 60 = 5600. The price in hour 1 is 60; a MW more of coal there is worth another in hour 2.
TEST(ThermalPlant, RampsInMegawattsPerHour) {
    Scene scene{2};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_mw_per_h = 20;
    coal.initial_output_mw = 50;
    scene.add(coal).add(thermal("gas", 50, 60)).demand({100, 100});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5600.0, tolerance);
    expect_near(series(solution, "coal", "output"), {70, 90});
    // In half hours the ramp is 10 MW a step: 60, 70, 80, 90.
    Scene halves{4, 0.5};
    halves.add(coal).add(thermal("gas", 50, 60)).demand({100, 100, 100, 100});
    expect_near(series(halves.solve(), "coal", "output"), {60, 70, 80, 90});
}

// Falling by 30 MW an hour from 100 with demand 40, 40: coal gives 70 while only 40 are wanted: the surplus of 30 MW
// costs 5 each. Stopping at once is not allowed above a shut-down limit of 50.
//   70 * 20 + 30 * 5 + 40 * 20 = 2350
TEST(ThermalPlant, RampsDownAndStopsBelowItsLimit) {
    Scene scene{2};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 5.0;
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_down_mw_per_h = 30;
    coal.min_output_mw = 20;
    coal.shut_down_limit_mw = 50;
    coal.initial_output_mw = 100;
    scene.add(coal).add(thermal("gas", 50, 25)).demand({40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2350.0, tolerance);
    expect_near(series(solution, "coal", "output"), {70, 40});
}

// On at 100 MW before and above its shut-down limit of 50, without ramps: it cannot stop at once, although gas at 10
// serves 40 MW more cheaply. In hour 1 it falls to its least output of 20, in hour 2 it is off: 20 * 30 + 20 * 10 + 40
// * 10 = 1200.
TEST(ThermalPlant, CannotStopFromAboveItsShutDownLimit) {
    Scene scene{2};
    ThermalPlant coal = thermal("coal", 100, 30);
    coal.min_output_mw = 20;
    coal.shut_down_limit_mw = 50;
    coal.initial_output_mw = 100;
    scene.add(coal).add(thermal("gas", 60, 10)).demand({40, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1200.0, tolerance);
    expect_near(series(solution, "coal", "on"), {1, 0});
}

// In the step of a start, at most 30 MW: demand 80 is short by 50 in hour 1. 30 * 20 + 80 * 20 + 50 * 3000.
TEST(ThermalPlant, StartsWithinItsStartUpLimit) {
    Scene scene{2};
    ThermalPlant plant = off(thermal("plant", 100, 20));
    plant.min_output_mw = 20;
    plant.start_up_limit_mw = 30;
    scene.add(plant).demand({80, 80});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2200.0 + 150000.0, tolerance);
}

// Start and stop limits of 60 and 50 MW with a minimum up time of one step: on for one step alone, the plant gives
// min(60, 50) = 50 MW. Demand 0, 100, 0 with least output 20: 50 MW served, 50 unserved.
TEST(ThermalPlant, MeetsBothLimitsWhenOnForOneStep) {
    Scene scene{3};
    ThermalPlant plant = off(thermal("plant", 100, 20));
    plant.min_output_mw = 20;
    plant.start_up_limit_mw = 60;
    plant.shut_down_limit_mw = 50;
    scene.add(plant).demand({0, 100, 0});
    const Solution solution = scene.solve();
    expect_near(series(solution, "plant", "output"), {0, 50, 0});
    EXPECT_NEAR(cost(solution), 1000.0 + 150000.0, tolerance);
}

// Heat curve 50 MW: 500 GJ/h, 100 MW: 900, 150 MW: 1400 (slopes 8 and 10 GJ/MWh), fuel 5 per GJ, 0.1 t per GJ, carbon
// 20 per t. A GJ costs 5 + 0.1 * 20 = 7. At 120 MW: 900 + 20 * 10 = 1100 GJ: 7700. Price 10 GJ/MWh * 7 = 70.
TEST(ThermalPlant, BurnsFuelAlongItsHeatCurve) {
    Scene scene{1};
    scene.add(Fuel{.name = "coal", .price_per_gj = 5.0, .emission_factor_t_per_gj = 0.1});
    scene.add(Policy{.name = "carbon", .carbon_price_per_t = 20.0});
    ThermalPlant plant = thermal("plant", 150, 0);
    plant.min_output_mw = 50;
    plant.fuel.name = "coal";
    plant.heat_curve_gj_per_h.steps = {{50, 500}, {100, 900}, {150, 1400}};
    scene.add(plant).demand({120});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 7700.0, tolerance);
    EXPECT_NEAR(solution.cost_of("fuel"), 5500.0, tolerance);
    EXPECT_NEAR(solution.cost_of("carbon"), 2200.0, tolerance);
    expect_near(series(solution, "plant", "fuel_use"), {1100});
    expect_near(series(solution, "plant", "emissions"), {110});
    expect_near(price(solution, "zone"), {70});
}

// As above with a fuel that costs nothing (and carbon that costs nothing): every piece costs 1 per MWh, so that the
// program does not mind which it takes. The fuel burnt is still the curve's: 1100 GJ at 120 MW, 500 at 50, 1300 at 140.
TEST(ThermalPlant, BurnsFreeFuelAlongItsHeatCurve) {
    Scene scene{3};
    scene.add(Fuel{.name = "waste", .price_per_gj = 0.0, .emission_factor_t_per_gj = 0.1});
    ThermalPlant plant = thermal("plant", 150, 1);
    plant.min_output_mw = 50;
    plant.fuel.name = "waste";
    plant.heat_curve_gj_per_h.steps = {{50, 500}, {100, 900}, {150, 1400}};
    scene.add(plant).demand({120, 50, 140});
    const Solution solution = scene.solve();
    expect_near(series(solution, "plant", "fuel_use"), {1100, 500, 1300});
    expect_near(series(solution, "plant", "emissions"), {110, 50, 130});
}

// Cost 100 + 10 p + 0.1 p^2, cut into 2 pieces between 0 and 100: chords 0.1 * 50 = 5 and 0.1 * 150 = 15 per MWh.
// At 60 MW: 100 + 600 + 50 * 5 + 10 * 15 = 1100; exactly 0.1 * 3600 = 360 instead of 400: 1060. Limit 0.1 * 50^2 / 4
// = 62.5.
TEST(ThermalPlant, CutsAQuadraticIntoEqualPieces) {
    Scene scene{1};
    scene.data.settings.cost_segments = 2;
    ThermalPlant plant = thermal("plant", 100, 10);
    plant.no_load_cost_per_h = 100;
    plant.quadratic_cost_per_mw2h = 0.1;
    scene.add(plant).demand({60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1100.0, tolerance);
    ASSERT_TRUE(solution.piecewise.has_value());
    EXPECT_NEAR(solution.piecewise->exact_cost, 1060.0, tolerance);
    EXPECT_NEAR(solution.piecewise->error_limit, 62.5, tolerance);
    expect_near(price(solution, "zone"), {25});
}

// Coal 100 MW at 20 and gas 50 MW at 60 (least output 10), demand 90, reserve 20. Coal alone leaves 10: gas must be on,
// at least 10 MW, and then holds the rest. 80 * 20 + 10 * 60 = 2200.
TEST(ThermalPlant, HoldsReserveOnlyWhileOn) {
    Scene scene{1};
    ThermalPlant gas = thermal("gas", 50, 60);
    gas.min_output_mw = 10;
    scene.add(thermal("coal", 100, 20)).add(gas).demand({90}).reserve(20);
    EXPECT_NEAR(cost(scene.solve()), 2200.0, tolerance);
}

// The ramp limits reserve: 30 MW/h times 20 minutes is 10 MW. Reserve 20 with coal's 10 MW needs gas for the other 10.
// Demand 50: coal 40, gas on at its least output 10: 40 * 20 + 10 * 60 = 1400.
TEST(ThermalPlant, HoldsReserveWithinRampTimesResponse) {
    Scene scene{1};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_mw_per_h = 30;
    ThermalPlant gas = thermal("gas", 50, 60);
    gas.min_output_mw = 10;
    gas.initial_output_mw = 10;
    scene.add(coal).add(gas).demand({50}).reserve(20, 20);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1400.0, tolerance);
    EXPECT_LE(series(solution, "coal", "reserve_up")[0], 10.0 + tolerance);
}

// Must run at 40 MW and 50 per MWh although coal is cheaper: 40 * 50 + 20 * 20 = 2400. Shut-down cost never falls due.
TEST(ThermalPlant, RunsWhenItMust) {
    Scene scene{1};
    ThermalPlant plant = thermal("must", 60, 50);
    plant.min_output_mw = 40;
    plant.initial_output_mw = 40;
    plant.must_run = true;
    plant.shut_down_cost = 7;
    scene.add(thermal("coal", 100, 20)).add(plant).demand({60});
    EXPECT_NEAR(cost(scene.solve()), 2400.0, tolerance);
}

// On before, not needed: stopping in hour 1 costs 7 rather than running at 40 MW for 50 each.
TEST(ThermalPlant, PaysForAShutDown) {
    Scene scene{1};
    ThermalPlant plant = thermal("plant", 60, 50);
    plant.min_output_mw = 40;
    plant.initial_output_mw = 40;
    plant.shut_down_cost = 7;
    scene.add(thermal("coal", 100, 20)).add(plant).demand({60});
    EXPECT_NEAR(cost(scene.solve()), 1207.0, tolerance);
}

TEST(ThermalPlant, OfNoSizeChangesNothing) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).add(thermal("nothing", 0, 1)).demand({60, 70});
    EXPECT_NEAR(cost(scene.solve()), 2600.0, tolerance);
}

TEST(ThermalPlant, RefusesContradictions) {
    Scene scene{1};
    ThermalPlant plant = thermal("plant", 100, 10);
    plant.start_up_limit_mw = 10;
    plant.min_output_mw = 20;
    plant.cost_curve_per_h.steps = {{20, 100}, {60, 900}, {100, 1000}};
    plant.start_cost.steps = {{0, 100}, {5, 50}};
    plant.heat_rate_gj_per_mwh = 9;
    plant.initial_output_mw = 10;
    scene.add(plant);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "thermal_plant plant: start_up_limit_mw is 10, expected at least min_output_mw (20)",
            ("thermal_plant plant: cost_curve_per_h is slope 2.5 in segment 60 to 100 MW, expected a convex curve: "
             "slopes that "
             "do not fall (the segment before has 20)"),
            "thermal_plant plant: start_cost is 50, expected costs that do not fall with the hours off (100 before)",
            "thermal_plant plant: fuel is empty, expected the fuel that the heat rate speaks of",
            ("thermal_plant plant: initial_output_mw is 10, expected between min_output_mw (20) and capacity_mw "
             "(100)")}));
}

// 20 to 100 MW with a heat curve bending at 60 and a quadratic in 2 pieces bending at 60 too: two pieces, not three.
TEST(ProductionCurve, MergesBreakpoints) {
    ThermalPlant plant = thermal("plant", 100, 3);
    plant.min_output_mw = 20;
    plant.heat_curve_gj_per_h.steps = {{20, 200}, {60, 520}, {100, 920}};
    plant.quadratic_cost_per_mw2h = 0.5;
    const ProductionCurve curve{plant, 2};
    ASSERT_EQ(curve.pieces.size(), 2U);
    EXPECT_NEAR(curve.pieces[0].heat_gj_per_mwh, 8.0, 1e-12);
    EXPECT_NEAR(curve.pieces[1].heat_gj_per_mwh, 10.0, 1e-12);
    EXPECT_NEAR(curve.pieces[0].cost_per_mwh, 3 + 0.5 * 80, 1e-12);
    EXPECT_NEAR(curve.cost_at_least_per_h, 60 + 0.5 * 400, 1e-9);
    EXPECT_NEAR(curve.heat_at_least_gj_per_h, 200.0, 1e-9);
    EXPECT_NEAR(chord_excess(plant, 2, 40), 0.5 * (80 * 40 - 20 * 60) - 0.5 * 1600, 1e-9);
    EXPECT_NEAR(largest_chord_excess(plant, 2), 0.5 * 1600 / 4, 1e-9);
}

}  // namespace
}  // namespace indus::tests
