// SPDX-License-Identifier: Apache-2.0
// A rigid industry beside one that follows prices, by hand.
#include <gmock/gmock.h>

#include "tests/model/rigid_scene.hpp"

namespace indus::tests {
namespace {

// As optimised 100 MWh at 20, rigid 100 MWh at 60; the peak is 120 + 50 instead of 120.
TEST(Rigid, AProcessRunsFromTheFirstHourWhateverThePrice) {
    const Both found{mill_by_day()};
    const double base = base_cost({true, true, false, false});
    expect_near(series(found.best, "spin", "power"), {0, 0, 50, 50});
    expect_near(series(found.rigid, "spin", "power"), {50, 50, 0, 0});
    EXPECT_NEAR(found.worth.optimised.cost, base + 2000, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, base + 6000, tolerance);
    EXPECT_NEAR(found.worth.optimised.peak_mw, 120, tolerance);
    EXPECT_NEAR(found.worth.rigid->peak_mw, 170, tolerance);
    EXPECT_NEAR(*found.worth.firm_capacity_displaced_mw(), 50, tolerance);
    EXPECT_NEAR(*found.worth.gap, 0, 1e-6);
    EXPECT_TRUE(found.worth.has_industry);
    EXPECT_THAT(found.rigid.fixed, testing::Contains("stage/spin"));
}

// The calendar opens at one o'clock.
TEST(Rigid, AProcessWaitsForItsCalendar) {
    Scene scene = mill_by_day();
    Calendar shift{.name = "shift"};
    shift.shifts.steps = {{1.0, 4.0}};
    scene.add(shift);
    scene.data.list<Process>()[0].calendar.name = "shift";
    expect_near(series(Both{scene}.rigid, "spin", "power"), {0, 50, 50, 0});
}

// Sun of 100 MW in the first two hours, too dear to be used: what counts is that it could give.
//   residual load as optimised: max(120 - 100, 20 + 50) = 70     rigid: max(120 + 50 - 100, 20) = 70
TEST(Rigid, FirmCapacityIsCountedOnResidualLoad) {
    Scene scene = mill_by_day();
    SolarPlant plant = sun(100, 0);
    plant.availability = Profile{{1, 1, 0, 0}};
    plant.variable_cost_per_mwh = 100;
    scene.add(plant);
    const Both found{scene};
    EXPECT_NEAR(found.worth.optimised.peak_residual_mw, 70, tolerance);
    EXPECT_NEAR(found.worth.rigid->peak_residual_mw, 70, tolerance);
    EXPECT_NEAR(*found.worth.firm_capacity_displaced_mw(), 0, tolerance);
    EXPECT_NEAR(found.worth.rigid->peak_mw, 170, tolerance);
    EXPECT_NEAR(found.worth.rigid->curtailment_mwh, 200, tolerance);
}

// 90 MW on 120 of 200: 10 MW of firm demand are not served in the first two hours.
TEST(Rigid, ShortageIsAResult) {
    Scene scene = mill_by_day();
    scene.data.list<StageMode>()[0].power_mw = 90;
    scene.data.list<ThermalPlant>()[0].capacity_mw = 100;
    const Both found{scene};
    EXPECT_NEAR(found.worth.optimised.unserved_mwh, 0, tolerance);
    EXPECT_NEAR(found.worth.rigid->unserved_mwh, 20, tolerance);
}

// A batch of two hours that may begin in any of the first three.
TEST(Rigid, ABatchBeginsAtOnce) {
    Scene scene = hours_of({true, true, false, false});
    StageMode batch{.name = "heat"};
    batch.stage.name = "spin";
    batch.batch_h = 2;
    batch.batch_units = 20;
    batch.batch_mw.steps = {{0.0, 40.0}, {1.0, 10.0}};
    batch.output.items = {{"yarn", 1.0}};
    add_mill(scene).add(batch).add(order(20));
    const Both found{scene};
    expect_near(series(found.best, "spin", "power"), {0, 0, 40, 10});
    expect_near(series(found.rigid, "spin", "power"), {40, 10, 0, 0});
}

// The case lets the yarn be used up; a rigid mill makes it again: 10 t for the order, none less in stock.
TEST(Rigid, StocksAreBackAtTheirInitialLevel) {
    Scene scene = hours_of({true, true, false, false});
    add_mill(scene).add(mode("run", 10, 50)).add(order(10));
    yarn_of(scene).initial_level = 20;
    yarn_of(scene).end_level = 0;
    const Both found{scene};
    expect_near(series(found.best, "spin", "power"), {0, 0, 0, 0});
    expect_near(series(found.rigid, "spin", "power"), {50, 0, 0, 0});
    EXPECT_NEAR(series(found.rigid, "yarn", "level").back(), 20, tolerance);
}

// An hour's yarn sells for 10 * 200 = 2000; its power costs 50 * 20 = 1000 in the last hour and 3000 before. What is
// sold is the same 10 t, made in the first hour in the place of the last.
TEST(Rigid, SellsAsMuchAsTheOptimised) {
    Scene scene = hours_of({true, true, false});
    add_mill(scene).add(mode("run", 10, 50));
    yarn_of(scene).sell_max_per_h = 100;
    yarn_of(scene).sell_value_per_unit = 200;
    const Both found{scene};
    expect_near(series(found.best, "spin", "power"), {0, 0, 50});
    expect_near(series(found.rigid, "spin", "power"), {50, 0, 0});
    EXPECT_NEAR(found.rigid.cost_of("sales"), found.best.cost_of("sales"), tolerance);
}

// An upgrade that saves half pays for itself, and one that costs a billion a year and more does not: what both save is
// not flexibility, so the rigid mill has what the optimised has.
TEST(Rigid, OpenUpgradesAreThoseOfTheOptimised) {
    Scene scene = mill_by_day();
    Upgrade drive{.name = "drive"};
    drive.stage.name = "spin";
    drive.saving_share = 0.5;
    scene.add(drive);
    const Both found{scene};
    expect_near(series(found.best, "drive", "built"), {1, 0, 0, 0});
    expect_near(series(found.rigid, "drive", "built"), {1, 0, 0, 0});
    expect_near(series(found.rigid, "drive", "saved"), {25, 25, 0, 0});
    EXPECT_NEAR(found.worth.rigid->peak_mw, 145, tolerance);
    scene.data.list<Upgrade>()[0].cost_per_year = 1e12;
    const Both without{scene};
    expect_near(series(without.best, "drive", "built"), {0, 0, 0, 0});
    expect_near(series(without.rigid, "drive", "saved"), {0, 0, 0, 0});
}

TEST(Rigid, SaysWhyAProcessHasNoSchedule) {
    Scene scene = mill_by_day();
    scene.data.list<Order>()[0].amount = 100;
    const System system = scene.system();
    const Solution rigid = dispatch_rigid(system, Solution{}, exactly);
    EXPECT_EQ(rigid.outcome, "infeasible");
    EXPECT_THAT(rigid.explanation, testing::HasSubstr("Rigid schedule of process mill: none keeps its own rules"));
}

TEST(Rigid, OfNoIndustryIsTheSame) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).demand({50, 80});
    const Both found{scene};
    EXPECT_FALSE(found.worth.has_industry);
    EXPECT_EQ(found.worth.rigid->cost, found.worth.optimised.cost);
    EXPECT_THAT(found.worth.explanation, testing::HasSubstr("no industry that could be flexible"));
}

TEST(Rigid, AStoppedRunComparesNothing) {
    const Scene scene = mill_by_day();
    const RigidComparison found = compare_with_rigid(scene.system(), scene.solve(), Solution{}, true);
    EXPECT_FALSE(found.rigid.has_value());
    EXPECT_FALSE(found.firm_capacity_displaced_mw().has_value());
    EXPECT_THAT(found.explanation, testing::HasSubstr("stopped"));
}

}  // namespace
}  // namespace indus::tests
