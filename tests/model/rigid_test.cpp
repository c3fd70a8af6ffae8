// SPDX-License-Identifier: Apache-2.0
// A rigid industry beside one that follows prices, by hand.
#include "model/studies/rigid.hpp"

#include <gmock/gmock.h>

#include "model/audit.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};

/// Both answers; the rigid one certified and audited.
struct Both {
    explicit Both(const Scene& scene) : system{scene.system()}, best{scene.solve()} {
        rigid = dispatch_rigid(system, best, exactly);
        EXPECT_TRUE(rigid.has_solution()) << rigid.outcome << ": " << rigid.explanation;
        EXPECT_TRUE(rigid.certificate.feasible) << rigid.certificate.worst_row;
        for (const Finding& each : rigid.findings) ADD_FAILURE() << each.owner << ": " << each.what;
        worth = compare_with_rigid(system, best, rigid);
    }
    System system;
    Solution best;
    Solution rigid{};
    RigidComparison worth{};
};

/// Two hours at 60, two at 20; 20 t of yarn take two hours of 50 MW.
Scene mill_by_day() {
    Scene scene = hours_of({true, true, false, false});
    return add_mill(scene).add(mode("run", 10, 50)).add(order(20));
}

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

// An upgrade that saves half pays for itself; a rigid mill does not have it unless the case says so.
TEST(Rigid, OpenUpgradesAreNotBuilt) {
    Scene scene = mill_by_day();
    Upgrade drive{.name = "drive"};
    drive.stage.name = "spin";
    drive.saving_share = 0.5;
    scene.add(drive);
    expect_near(series(Both{scene}.rigid, "drive", "built"), {0, 0, 0, 0});
    scene.data.list<Upgrade>()[0].build = UpgradeChoice::yes;
    const Both found{scene};
    expect_near(series(found.rigid, "drive", "saved"), {25, 25, 0, 0});
    EXPECT_NEAR(found.worth.rigid->peak_mw, 145, tolerance);
}

ShiftableLoad pump(double max_mw, double energy_mwh) {
    ShiftableLoad load;
    load.name = "pump";
    load.zone.name = "zone";
    load.max_mw = max_mw;
    load.energy_mwh.windows = {{0, 4, energy_mwh}};
    return load;
}

Scene pump_scene(const ShiftableLoad& load) {
    Scene scene{4};
    return scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({50, 120, 100, 50}).add(load);
}

// 15 MW in every hour: coal 65 + 100 + 100 + 65 at 20, peaker 35 + 15 at 80.
TEST(Rigid, AShiftableLoadDrawsEvenly) {
    const Both found{pump_scene(pump(30, 60))};
    expect_near(series(found.best, "pump", "draw"), {30, 0, 0, 30});
    expect_near(series(found.rigid, "pump", "draw"), {15, 15, 15, 15});
    EXPECT_NEAR(found.worth.optimised.cost, 8800, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 10600, tolerance);
    EXPECT_NEAR(*found.worth.firm_capacity_displaced_mw(), 15, tolerance);
}

// 6 MW at most in the first hour, so 18 in each of the others; of 200 MWh all it can, the rest is missing.
TEST(Rigid, AShiftableLoadIsAsEvenAsItsLimitsLet) {
    ShiftableLoad load = pump(30, 60);
    load.max_mw = Profile{{6, 30, 30, 30}};
    expect_near(series(Both{pump_scene(load)}.rigid, "pump", "draw"), {6, 18, 18, 18});
    load.energy_mwh.windows[0].energy_mwh = 200;
    load.value_of_lost_load_per_mwh = 50;
    expect_near(series(Both{pump_scene(load)}.rigid, "pump", "draw"), {6, 30, 30, 30});
}

TEST(Rigid, AShiftableLoadWithAPlanDrawsAsPlanned) {
    ShiftableLoad load = pump(30, 60);
    load.planned_mw = Profile{{10, 20, 20, 10}};
    load.shift_loss_share = 0.1;
    expect_near(series(Both{pump_scene(load)}.rigid, "pump", "draw"), {10, 20, 20, 10});
    // 4 MWh more than planned are due, and a tenth of what is drawn above the plan is lost.
    load.energy_mwh.windows[0].energy_mwh = 64;
    double drawn = 0.0;
    for (const double mw : series(Both{pump_scene(load)}.rigid, "pump", "draw")) drawn += mw;
    EXPECT_NEAR(drawn, 60 + 4 / 0.9, tolerance);
}

// Even would be 15 MW, but it comes from 5 MW at 5 MW an hour: 10 at first, and the 5 MWh later on top of 15.
TEST(Rigid, AShiftableLoadKeepsItsRamp) {
    ShiftableLoad load = pump(30, 60);
    load.ramp_mw_per_h = 5;
    load.initial_mw = 5;
    const std::vector<double> draw = series(Both{pump_scene(load)}.rigid, "pump", "draw");
    EXPECT_NEAR(draw[0], 10, tolerance);
    EXPECT_NEAR(draw[1] + draw[2] + draw[3], 50, tolerance);
    for (int t = 1; t < 4; ++t) EXPECT_GE(draw[static_cast<std::size_t>(t)], 15 - tolerance);
}

// Coal gives 100 MW at 20, a peaker more at 300; as optimised 40 MWh are called off at 50.
//   optimised 300 * 20 + 10 * 300 + 40 * 50 = 11000     rigid 300 * 20 + 50 * 300 = 21000
TEST(Rigid, AContractIsNeverCalled) {
    Scene scene{3};
    InterruptibleContract contract;
    contract.name = "mill";
    contract.demand.name = "load_zone";
    contract.power_mw = 40.0;
    contract.payment_per_mwh = 50;
    contract.payback_share = 0.0;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 300)).demand({100, 150, 100}).add(contract);
    const Both found{scene};
    EXPECT_NEAR(found.worth.optimised.cost, 11000, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 21000, tolerance);
    EXPECT_NEAR(*found.worth.firm_capacity_displaced_mw(), 40, tolerance);
}

// Power costs 20, then 80; an electric boiler heats. The store is filled while power is cheap, and not by the rigid.
TEST(Rigid, AHeatStoreIsNotUsed) {
    Scene scene = steam_scene(2);
    Boiler rod = gas_boiler();
    rod.fuel.name = "";
    HeatStore tank;
    tank.name = "tank";
    tank.node.name = "steam";
    tank.charge_mw = tank.discharge_mw = tank.energy_mwh = 50;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({0, 100}).add(rod).add(tank);
    scene.add(heat_demand({30, 30}));
    const Both found{scene};
    EXPECT_NEAR(found.worth.optimised.cost, 60 * 20 + 100 * 20, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 30 * 20 + 100 * 20 + 30 * 80, tolerance);
    expect_near(series(found.rigid, "tank", "charge"), {0, 0});
}

/// 25 t an hour from a yard of 200 t with 100, which is to hold 100 at the end; coal at 1, then at 5.
Scene yard_scene() {
    FuelStock stock = yard(100, 200);
    stock.end_level_t.reset();
    FuelRoute trucks = route("trucks", 0, 50);
    trucks.price_per_t = Profile{{1, 1, 5, 5}};
    return coal_scene(stock, {50, 50, 50, 50}).add(trucks);
}

// As optimised 100 t at 1; rigid 25 t in every hour: 25 + 25 + 125 + 125.
TEST(Rigid, FuelComesAsItIsBurnt) {
    const Both found{yard_scene()};
    EXPECT_NEAR(found.worth.optimised.cost, 100, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 300, tolerance);
    expect_near(series(found.rigid, "trucks", "sent"), {25, 25, 25, 25});
    expect_near(series(found.rigid, "yard", "level"), {100, 100, 100, 100});
}

// With an hour on the way, nothing comes in the first hour; what is on its way at the end counts.
TEST(Rigid, FuelOnItsWayCounts) {
    Scene scene = yard_scene();
    scene.data.list<FuelRoute>()[0].lead_time_h = 1;
    const Both found{scene};
    double sent = 0.0;
    for (const double each : series(found.rigid, "trucks", "sent")) sent += each;
    EXPECT_NEAR(sent, 100, tolerance);
    EXPECT_NEAR(series(found.rigid, "yard", "level")[0], 75, tolerance);
    expect_near(series(found.rigid, "trucks", "sent"), {50, 25, 25, 0});
}

// Trains of 50 t: never further than 25 t from the initial level.
TEST(Rigid, ShipmentsKeepTheLevelAsNearAsTheyCan) {
    Scene scene = yard_scene();
    scene.data.list<FuelRoute>()[0].shipment_t = 50;
    const Both found{scene};
    for (const double level : series(found.rigid, "yard", "level")) EXPECT_NEAR(level, 100, 25 + tolerance);
    EXPECT_NEAR(series(found.rigid, "yard", "level").back(), 100, tolerance);
}

// The mill is moved first, then coal follows what is burnt for it: 50 MW more in the first two hours.
TEST(Rigid, FuelFollowsTheRigidMill) {
    Scene scene = yard_scene();
    add_mill(scene).add(mode("run", 10, 50)).add(order(20));
    const Both found{scene};
    expect_near(series(found.rigid, "yard", "burnt"), {50, 50, 25, 25});
    expect_near(series(found.rigid, "trucks", "sent"), {50, 50, 25, 25});
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
