// SPDX-License-Identifier: Apache-2.0
// Loads, contracts, heat stores and fuel that follow no price, by hand.
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/rigid_scene.hpp"

namespace indus::tests {
namespace {

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
TEST(RigidLoads, AShiftableLoadDrawsEvenly) {
    const Both found{pump_scene(pump(30, 60))};
    expect_near(series(found.best, "pump", "draw"), {30, 0, 0, 30});
    expect_near(series(found.rigid, "pump", "draw"), {15, 15, 15, 15});
    EXPECT_NEAR(found.worth.optimised.cost, 8800, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 10600, tolerance);
    EXPECT_NEAR(*found.worth.firm_capacity_displaced_mw(), 15, tolerance);
}

// 6 MW at most in the first hour, so 18 in each of the others; of 200 MWh all it can, the rest is missing.
TEST(RigidLoads, AShiftableLoadIsAsEvenAsItsLimitsLet) {
    ShiftableLoad load = pump(30, 60);
    load.max_mw = Profile{{6, 30, 30, 30}};
    expect_near(series(Both{pump_scene(load)}.rigid, "pump", "draw"), {6, 18, 18, 18});
    load.energy_mwh.windows[0].energy_mwh = 200;
    load.value_of_lost_load_per_mwh = 50;
    expect_near(series(Both{pump_scene(load)}.rigid, "pump", "draw"), {6, 30, 30, 30});
}

TEST(RigidLoads, AShiftableLoadWithAPlanDrawsAsPlanned) {
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
TEST(RigidLoads, AShiftableLoadKeepsItsRamp) {
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
TEST(RigidLoads, AContractIsNeverCalled) {
    Scene scene{3};
    InterruptibleContract contract;
    contract.name = "mill";
    contract.demand.name = "load_zone";
    contract.power_mw = 40.0;
    contract.loss_per_mwh = 50;
    contract.payback_share = 0.0;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 300)).demand({100, 150, 100}).add(contract);
    const Both found{scene};
    EXPECT_NEAR(found.worth.optimised.cost, 11000, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 21000, tolerance);
    EXPECT_NEAR(*found.worth.firm_capacity_displaced_mw(), 40, tolerance);
}

// Power costs 20, then 80; an electric boiler heats. The store is filled while power is cheap, and not by the rigid.
TEST(RigidLoads, AHeatStoreIsNotUsed) {
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
TEST(RigidLoads, FuelComesAsItIsBurnt) {
    const Both found{yard_scene()};
    EXPECT_NEAR(found.worth.optimised.cost, 100, tolerance);
    EXPECT_NEAR(found.worth.rigid->cost, 300, tolerance);
    expect_near(series(found.rigid, "trucks", "sent"), {25, 25, 25, 25});
    expect_near(series(found.rigid, "yard", "level"), {100, 100, 100, 100});
}

// With an hour on the way, nothing comes in the first hour; what is on its way at the end counts.
TEST(RigidLoads, FuelOnItsWayCounts) {
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
TEST(RigidLoads, ShipmentsKeepTheLevelAsNearAsTheyCan) {
    Scene scene = yard_scene();
    scene.data.list<FuelRoute>()[0].shipment_t = 50;
    const Both found{scene};
    for (const double level : series(found.rigid, "yard", "level")) EXPECT_NEAR(level, 100, 25 + tolerance);
    EXPECT_NEAR(series(found.rigid, "yard", "level").back(), 100, tolerance);
}

// The mill is moved first, then coal follows what is burnt for it: 50 MW more in the first two hours.
TEST(RigidLoads, FuelFollowsTheRigidMill) {
    Scene scene = yard_scene();
    add_mill(scene).add(mode("run", 10, 50)).add(order(20));
    const Both found{scene};
    expect_near(series(found.rigid, "yard", "burnt"), {50, 50, 25, 25});
    expect_near(series(found.rigid, "trucks", "sent"), {50, 50, 25, 25});
}

}  // namespace
}  // namespace indus::tests
