// SPDX-License-Identifier: Apache-2.0
// What processes made and delivered, order by order, and upgrades and contracts, each computed by hand.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/digest.hpp"
#include "reports/page_data.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

using reports::Digest;
using reports::OrderRow;

Digest digest_of(const Scene& scene) {
    const System system = scene.system();
    return reports::digest(system, scene.solve());
}

// A batch may be of 2 to 10 t and takes a MWh a tonne; 5 t are due.
TEST(ProcessFigures, ABatchCountsWithTheSizeThatWasDecided) {
    Scene scene = hours_of({false, false});
    StageMode batch = mode("batch", 0, 0);
    batch.batch_h = 1;
    batch.batch_units = 10;
    batch.batch_min_units = 2;
    batch.energy_mwh_per_unit = 1;
    add_mill(scene).add(batch).add(order(5));
    const Digest d = digest_of(scene);
    EXPECT_NEAR(*d.processes[0].made, 5.0, tolerance);
    EXPECT_NEAR(*d.processes[0].energy_per_unit_mwh, 1.0, tolerance);
    EXPECT_NEAR(*d.processes[0].cost_per_unit, 20.0, tolerance);
}

/// Four hours, of which the stage is open in the first three by a calendar of its own.
Scene mill_with_shift() {
    Scene scene = hours_of({false, true, false, true});
    Calendar shift{.name = "shift"};
    shift.shifts.steps = {{0.0, 3.0}};
    add_mill(scene).add(mode("run", 10, 5)).add(order(20)).add(shift);
    spin_of(scene).calendar.name = "shift";
    return scene;
}

// 10/3 MW in each of three hours if even; 5 MW were drawn in two.
TEST(ProcessFigures, AStageIsHeldAgainstTheHoursOfItsOwnCalendar) {
    const Digest d = digest_of(mill_with_shift());
    EXPECT_NEAR(d.processes[0].energy_shifted_mwh, 2 * (5 - 10.0 / 3), tolerance);
}

// Cell 3 is closed (reason 1); the off hour before it is a choice.
TEST(ProcessFigures, TheGanttChartShowsTheCalendarOfTheStage) {
    const Scene scene = mill_with_shift();
    const System system = scene.system();
    const Solution solution = scene.solve();
    const Digest d = reports::digest(system, solution);
    const reports::SeriesIndex series{system, solution};
    const reports::RunInfo info{.version = "test"};
    const auto data = nlohmann::json::parse(reports::page_data({system, solution, d, series, info}).json);
    EXPECT_EQ(data["views"][0]["stages"][0]["rests"], nlohmann::json({3, 4, 1}));
}

/// Yarn at 10 t/h and 5 MW, rope at 6 t/h and 6 MW.
Scene mill_of_two(const std::string& unit_of_rope) {
    Scene scene = hours_of({false, false, false});
    Stock rope{.name = "rope"};
    rope.process.name = "mill";
    rope.unit = unit_of_rope;
    rope.capacity = 1000.0;
    add_mill(scene).add(rope).add(mode("run", 10, 5)).add(mode("twist", 6, 6, "rope"));
    return scene;
}

// Rope first: 6 t by 01:00, of 12 due then; 6 t an hour late. Yarn by the end: 10 t.
TEST(ProcessFigures, EveryOrderHasARowAndCountsInItsProcess) {
    Scene scene = mill_of_two("t");
    Order rope = order(12, "rope");
    rope.due.time = monday() + std::chrono::hours{1};
    rope.late_cost_per_unit_h = 7;
    scene.add(order(10)).add(rope);
    const Digest d = digest_of(scene);
    ASSERT_EQ(d.orders.size(), 2U);
    const OrderRow& late = d.orders[1];
    EXPECT_EQ(late.process + " " + late.stock + " " + late.unit, "mill rope t");
    EXPECT_EQ(late.windows, 1);
    EXPECT_EQ(late.first_due, "2025-01-13 01:00");
    EXPECT_EQ(d.orders[0].last_due, "2025-01-13 03:00");
    EXPECT_NEAR(late.due, 12.0, tolerance);
    EXPECT_NEAR(late.delivered, 12.0, tolerance);
    EXPECT_NEAR(late.on_time, 6.0, tolerance);
    EXPECT_NEAR(late.late, 6.0, tolerance);
    EXPECT_NEAR(late.late_unit_hours, 6.0, tolerance);
    EXPECT_NEAR(late.penalty, 42.0, tolerance);
    EXPECT_NEAR(*d.orders[0].on_time_share, 1.0, tolerance);

    const reports::ProcessRow& mill = d.processes[0];
    EXPECT_EQ(mill.product, "yarn, rope");
    EXPECT_EQ(mill.unit, "t");
    EXPECT_NEAR(*mill.due, 22.0, tolerance);
    EXPECT_NEAR(*mill.on_time, 16.0, tolerance);
    EXPECT_NEAR(*mill.on_time_share, 16.0 / 22, tolerance);
    EXPECT_NEAR(*mill.made, 22.0, tolerance);
    EXPECT_NEAR(*mill.energy_per_unit_mwh, (5 + 2 * 6) / 22.0, tolerance);
}

// Units that differ are not added up.
TEST(ProcessFigures, UnlikeUnitsHaveNoFiguresTogether) {
    Scene scene = mill_of_two("km");
    scene.add(order(10)).add(order(6, "rope"));
    const Digest d = digest_of(scene);
    EXPECT_NEAR(*d.orders[0].on_time_share, 1.0, tolerance);
    EXPECT_EQ(d.orders[1].unit, "km");
    const reports::ProcessRow& mill = d.processes[0];
    EXPECT_EQ(mill.product, "yarn, rope");
    EXPECT_EQ(mill.unit, "");
    for (const auto& figure : {mill.made, mill.due, mill.on_time, mill.on_time_share, mill.energy_per_unit_mwh,
                               mill.cost_per_unit, mill.emissions_per_unit_t})
        EXPECT_FALSE(figure);
    EXPECT_NEAR(mill.energy_mwh, 11.0, tolerance);
}

// A tonne of rope takes a tonne of yarn: 16 t of yarn are spun, 6 of them go into rope, 10 + 6 t leave.
TEST(ProcessFigures, WhatTheProcessTakesBackIsNoProduct) {
    Scene scene = mill_of_two("t");
    scene.data.list<StageMode>()[1].input.items = {{"yarn", 1.0}};
    Stage twisting{.name = "twisting"};
    twisting.process.name = "mill";
    scene.data.list<StageMode>()[1].stage.name = "twisting";
    scene.data.list<StageMode>()[0].min_rate_per_h = 0.0;
    scene.add(twisting).add(order(10)).add(order(6, "rope"));
    const Digest d = digest_of(scene);
    EXPECT_NEAR(*d.processes[0].made, 16.0, tolerance);
}

// The case names yarn: rope made beside it counts in no figure per unit.
TEST(ProcessFigures, AProductThatTheCaseNamesCountsAlone) {
    Scene scene = mill_of_two("km");
    scene.data.list<Process>()[0].product = "yarn";
    scene.add(order(10)).add(order(6, "rope"));
    const Digest d = digest_of(scene);
    EXPECT_EQ(d.processes[0].product, "yarn");
    EXPECT_NEAR(*d.processes[0].made, 10.0, tolerance);
    EXPECT_FALSE(d.processes[0].due);
}

// Two hours at 5 MW of which a fifth is saved: 2 MWh at 20. A twentieth of a MWh is recovered per tonne: 1 MWh. It
// costs 1 an hour. The other one saves less than it costs.
TEST(ProcessFigures, UpgradesSayWhetherTheyWereBuilt) {
    Scene scene = hours_of({false, false});
    Upgrade drive{.name = "drive"}, dear{.name = "dear drive"};
    drive.stage.name = dear.stage.name = "spin";
    drive.cost_per_year = 8760;
    drive.saving_share = 0.2;
    drive.recovered_mwh_per_unit = 0.05;
    drive.recovered_max_mw = 10;
    dear.cost_per_year = 8760 * 1000.0;
    dear.saving_share = 0.3;
    add_mill(scene).add(mode("run", 10, 5)).add(order(20)).add(drive).add(dear);
    const Digest d = digest_of(scene);
    ASSERT_EQ(d.upgrades.size(), 2U);
    const reports::UpgradeRow& built = d.upgrades[0];
    EXPECT_EQ(built.process + " " + built.stage + " " + built.choice + " " + built.built, "mill spin open yes");
    EXPECT_NEAR(built.cost, 2.0, tolerance);
    EXPECT_NEAR(built.saved_mwh, 2.0, tolerance);
    EXPECT_NEAR(built.recovered_mwh, 1.0, tolerance);
    EXPECT_EQ(d.upgrades[1].built, "no");
    EXPECT_EQ(d.upgrades[1].cost, 0.0);
    EXPECT_NEAR(d.processes[0].energy_mwh, 7.0, tolerance);
}

// One call of an hour, at the peak: 40 MWh at 50 and 10 for the call.
TEST(ProcessFigures, ContractsSayHowOftenTheyWereCalledAndPaid) {
    Scene scene{3};
    InterruptibleContract contract;
    contract.name = "contract";
    contract.demand.name = "load_zone";
    contract.power_mw = 40.0;
    contract.longest_call_h = 1;
    contract.calls_per_month = 1;
    contract.payment_per_mwh = 50;
    contract.payment_per_call = 10;
    contract.payback_share = 0.5;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 300)).demand({100, 150, 50}).add(contract);
    const Digest d = digest_of(scene);
    ASSERT_EQ(d.contracts.size(), 1U);
    EXPECT_EQ(d.contracts[0].zone, "zone");
    EXPECT_NEAR(d.contracts[0].calls, 1.0, tolerance);
    EXPECT_NEAR(d.contracts[0].hours_called, 1.0, tolerance);
    EXPECT_NEAR(d.contracts[0].called_off_mwh, 40.0, tolerance);
    EXPECT_NEAR(d.contracts[0].most_called_off_mw, 40.0, tolerance);
    EXPECT_NEAR(d.contracts[0].paid_back_mwh, 20.0, tolerance);
    EXPECT_NEAR(d.contracts[0].payment, 2010.0, tolerance);
}

}  // namespace
}  // namespace indus::tests
