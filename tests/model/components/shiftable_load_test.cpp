// SPDX-License-Identifier: Apache-2.0
#include "model/components/contracts/shiftable_load.hpp"

#include <gmock/gmock.h>

#include "tests/model/components/limits.hpp"
#include "tests/model/explained.hpp"
#include "tests/model/random_everything.hpp"

namespace indus::tests {
namespace {

ShiftableLoad pump(double max_mw) {
    ShiftableLoad load;
    load.name = "pump";
    load.zone.name = "zone";
    load.max_mw = max_mw;
    return load;
}

/// So much is due in the first `steps` steps.
ShiftableLoad pump_due(double max_mw, int steps, double energy_mwh) {
    ShiftableLoad load = pump(max_mw);
    load.energy_mwh.windows = {{0, steps, energy_mwh}};
    return load;
}

// 60 MWh, at most 30 MW. Coal has 50, 0, 0 and 50 MW left: 30 in the first hour and 30 in the last cost 20 each.
//   coal 80 + 100 + 100 + 80 = 360 MWh at 20, peaker 20 MWh at 80: 7200 + 1600 = 8800
TEST(ShiftableLoad, DrawsWhilePowerIsCheap) {
    Scene scene{4};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({50, 120, 100, 50});
    scene.add(pump_due(30, 4, 60));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 8800.0, tolerance);
    expect_near(series(solution, "pump", "draw"), {30, 0, 0, 30});
    for (const auto* quantity : {"draw", "withdrawal"}) expect_audit_finds(scene, solution, "pump", quantity);
}

// Half an hour a step: 10 MWh at the customer are 10 / 0.8 = 12.5 MWh from the zone, at 20 each.
TEST(ShiftableLoad, LosesPowerOnTheWay) {
    Scene scene{2, 0.5};
    ShiftableLoad load = pump_due(20, 2, 10);
    load.loss_share = 0.2;
    scene.add(thermal("coal", 100, 20)).add(load);
    EXPECT_NEAR(cost(scene.solve()), 250.0, tolerance);
}

// Coal gives 10 MW at 20; the peaker at 80 is dearer than missing energy at 50: of 60 MWh in three hours 30 are drawn.
//   30 * 20 + 30 * 50 = 2100
TEST(ShiftableLoad, MissesEnergyThatIsTooDear) {
    Scene scene{3};
    ShiftableLoad load = pump_due(30, 3, 60);
    load.value_of_lost_load_per_mwh = 50;
    scene.add(thermal("coal", 10, 20)).add(thermal("peaker", 100, 80)).add(load);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2100.0, tolerance);
    EXPECT_NEAR(solution.cost_of("unserved"), 1500.0, tolerance);
    expect_near(series(solution, "pump", "missing"), {0, 0, 30});
    for (const auto* quantity : {"draw", "missing"}) expect_audit_finds(scene, solution, "pump", quantity);
}

// Planned: 40 MW in the second hour, when power costs 80. Of what is drawn in the first hour instead, at 20, a fifth is
// lost: 40 MW there leave 40 - 0.8 * 40 = 8 MW. Coal 40 * 20 + 100 * 20, peaker 8 * 80: 800 + 2000 + 640.
TEST(ShiftableLoad, PaysForShiftingWithEnergy) {
    Scene scene{2};
    ShiftableLoad load = pump(40);
    load.planned_mw = Profile{std::vector<double>{0, 40}};
    load.shift_loss_share = 0.2;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({0, 100}).add(load);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3440.0, tolerance);
    expect_near(series(solution, "pump", "draw"), {40, 8});
    expect_near(series(solution, "pump", "moved_up"), {40, 0});
    expect_near(series(solution, "pump", "moved_down"), {0, 32});
    for (const auto* quantity : {"draw", "moved_up", "moved_down"})
        expect_audit_finds(scene, solution, "pump", quantity);
}

// The plant gives 100 MW whatever happens, 40 + 30 are wanted; surplus costs 50. Moving up and down at once would burn
// up to 15 MW for nothing, so the direction is chosen and the plan kept: 30 MW of surplus, 100 * 10 + 30 * 50.
TEST(ShiftableLoad, NeverMovesBothWays) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = 100;
    nuclear.initial_output_mw = 100;
    nuclear.must_run = true;
    ShiftableLoad load = pump(60);
    load.planned_mw = 30.0;
    load.shift_loss_share = 0.5;
    scene.add(nuclear).add(load).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2500.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"shiftable_load/pump/0"});
}

// 80 MWh a day, drawn from 22 to 6 with 10 MW: a whole night. The horizon is a day from midnight: six hours of the
// night before (60 MWh) and two of its own (20 MWh), whatever the step.
TEST(ShiftableLoad, CountsANightForTheDayOnWhichItBegins) {
    for (const double hours : {0.25, 1.0, 2.0}) {
        SCOPED_TRACE(hours);
        Scene scene{static_cast<int>(24 / hours), hours};
        ShiftableLoad load = pump(10);
        load.energy_mwh.constant = 80.0;
        load.open_from_h = 22;
        load.open_to_h = 6;
        scene.add(thermal("coal", 100, 20)).add(load);
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), 80 * 20.0, tolerance);
        const std::vector<double> draw = series(solution, "pump", "draw");
        for (std::size_t t = 0; t < draw.size(); ++t) {
            const double hour = static_cast<double>(t) * hours;
            EXPECT_NEAR(draw[t], hour < 6 || hour >= 22 ? 10.0 : 0.0, tolerance) << hour;
        }
        const auto windows = scene.system().all<ShiftableLoad>()[0].windows(scene.data.horizon);
        ASSERT_EQ(windows.size(), 2U);
        EXPECT_NEAR(windows[0].due_mwh, 60.0, tolerance);
        EXPECT_NEAR(windows[1].due_mwh, 20.0, tolerance);
    }
}

// A day of 24 hours from 6 o'clock: the horizon begins with the last six hours of the day before, 30 of its 120 MWh.
TEST(ShiftableLoad, MayHaveDaysThatBeginInTheMorning) {
    Scene scene{12};
    ShiftableLoad load = pump(10);
    load.energy_mwh.constant = 120.0;
    load.open_from_h = load.open_to_h = 6;
    scene.add(load);
    const auto windows = scene.system().all<ShiftableLoad>()[0].windows(scene.data.horizon);
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_NEAR(windows[0].due_mwh, 30.0, tolerance);
    EXPECT_EQ(windows[0].steps.size(), 6U);
    EXPECT_NEAR(windows[1].due_mwh, 30.0, tolerance);
}

// Before the horizon 0 MW, 10 MW more an hour: 10 + 20 + 30 = 60 MWh are the most, in quarter hours 0.25 * (2.5 + 5).
TEST(ShiftableLoad, RisesNoFasterThanItsRamp) {
    Scene scene{3};
    ShiftableLoad load = pump_due(100, 3, 60);
    load.ramp_mw_per_h = 10;
    load.initial_mw = 0;
    scene.add(thermal("coal", 100, 20)).add(load);
    const Solution solution = scene.solve();
    expect_near(series(solution, "pump", "draw"), {10, 20, 30});
    expect_audit_finds(scene, solution, "pump", "draw");
    Scene quarters{2, 0.25};
    load.energy_mwh.windows = {{0, 2, 0.25 * 7.5}};
    quarters.add(thermal("coal", 100, 20)).add(load);
    expect_near(series(quarters.solve(), "pump", "draw"), {2.5, 5});
}

// From 30 MW it falls by 10 MW an hour at most: 20 + 10 + 0 MWh are the least.
TEST(ShiftableLoad, FallsNoFasterThanItsRamp) {
    Scene scene{3};
    ShiftableLoad load = pump_due(100, 3, 30);
    load.ramp_mw_per_h = 10;
    load.initial_mw = 30;
    scene.add(thermal("coal", 100, 20)).add(load);
    expect_near(series(scene.solve(), "pump", "draw"), {20, 10, 0});
}

// Windows of two hours side by side, all due in the first hour of the second: it still rises and falls by its ramp.
TEST(ShiftableLoad, RampsFromWindowToWindow) {
    Scene scene{4};
    ShiftableLoad load = pump(100);
    load.energy_mwh.windows = {{0, 2, 10}, {2, 2, 50}};
    load.ramp_mw_per_h = 10;
    load.initial_mw = 0;
    load.value_of_lost_load_per_mwh = 100;
    scene.add(thermal("coal", 100, 20)).add(load);
    const Solution solution = scene.solve();
    expect_near(series(solution, "pump", "draw"), {0, 10, 20, 30});
    expect_audit_finds(scene, solution, "pump", "draw");
}

// 60 MWh a day, a number or a series, drawn from 18 to 24 o'clock; the horizon is the second half of the day, with all
// of these hours. From 0 to 6 o'clock it would have drawn before, and nothing is due.
TEST(ShiftableLoad, IsDueForTheOpenHoursOfADayThatIsCut) {
    for (const bool is_series : {false, true})
        for (const bool evening : {false, true}) {
            SCOPED_TRACE(is_series * 2 + evening);
            Scene scene{12};
            scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{12}, 1.0, 12);
            ShiftableLoad load = pump(20);
            if (is_series) {
                scene.data.series.push_back({"daily", monday(), 1440, {60.0}});
                load.energy_mwh.series = "daily";
            } else {
                load.energy_mwh.constant = 60.0;
            }
            load.open_from_h = evening ? 18 : 0;
            load.open_to_h = evening ? 24 : 6;
            scene.add(thermal("coal", 100, 20)).add(load);
            const Solution solution = scene.solve();
            EXPECT_NEAR(cost(solution), evening ? 60 * 20.0 : 0.0, tolerance);
        }
}

// Open from 22:30 to 6:30, 80 MWh a night at 10 MW at most: in hours it draws from 23 to 7 o'clock. The horizon ends
// with the first of these, an eighth of the night.
TEST(ShiftableLoad, CountsANightInTheStepsThatMayDraw) {
    Scene scene{24};
    ShiftableLoad load = pump(10);
    load.energy_mwh.constant = 80.0;
    load.min_mw = 10.0;
    load.open_from_h = 22.5;
    load.open_to_h = 6.5;
    scene.add(thermal("coal", 100, 20)).add(load);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), (70 + 10) * 20.0, tolerance);
    const auto windows = scene.system().all<ShiftableLoad>()[0].windows(scene.data.horizon);
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_NEAR(windows[0].due_mwh, 70.0, tolerance);
    EXPECT_NEAR(windows[1].due_mwh, 10.0, tolerance);
}

// At least 10 MW while it may draw, which is from 1 to 3 o'clock: 20 of 25 MWh are given, the rest is open.
TEST(ShiftableLoad, DrawsItsLeastPowerWhileItMayDraw) {
    Scene scene{4};
    ShiftableLoad load = pump_due(20, 4, 25);
    load.min_mw = 10.0;
    load.open_from_h = 1;
    load.open_to_h = 3;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({0, 0, 100, 0}).add(load);
    expect_near(series(scene.solve(), "pump", "draw"), {0, 15, 10, 0});
}

// A reserve of a tenth of the load: 30 MWh over three hours count as 10 / 0.8 = 12.5 MW in each.
TEST(ShiftableLoad, CountsWithItsMeanForReserves) {
    Scene scene{3};
    ShiftableLoad load = pump_due(30, 3, 30);
    load.loss_share = 0.2;
    scene.add(thermal("coal", 100, 20)).add(load).reserve(0);
    scene.data.list<Reserve>()[0].share_of_load = 0.1;
    const System system = scene.system();
    EXPECT_NEAR(build(system)->load({}, 1), 12.5, tolerance);
    scene.solve();
}

TEST(ShiftableLoad, TellsWhatCannotBeDrawn) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).add(pump_due(30, 2, 100));
    EXPECT_THAT(explained(scene),
                testing::HasSubstr("what is drawn in the window falls short of the energy due of 100 MWh by 40 MWh"));
}

TEST(ShiftableLoad, WithoutPowerMissesAll) {
    Scene scene{2};
    ShiftableLoad load = pump_due(0, 2, 10);
    load.value_of_lost_load_per_mwh = 7;
    scene.add(load);
    EXPECT_NEAR(cost(scene.solve()), 70.0, tolerance);
}

TEST(ShiftableLoad, RefusesContradictions) {
    Scene scene{2};
    ShiftableLoad load = pump(10);
    load.min_mw = 20.0;
    load.shift_loss_share = 0.1;
    load.initial_mw = 5;
    scene.add(load);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "shiftable_load pump: min_mw is 20, expected at most max_mw (10)",
            "shiftable_load pump: energy_mwh is empty, expected the energy that is due, as no planned_mw is given",
            "shiftable_load pump: shift_loss_share is 0.1, expected 0, as no planned_mw is given",
            "shiftable_load pump: initial_mw is 5, expected nothing, as ramp_mw_per_h is not given"}));
}

TEST(ShiftableLoad, RefusesEnergyOutsideItsHours) {
    Scene scene{2};
    ShiftableLoad load = pump_due(10, 1, 5);
    load.open_from_h = 1;
    scene.add(load);
    load.name = "second";
    load.energy_mwh = Volume{};
    load.planned_mw = 3.0;
    scene.add(load);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  ("shiftable_load pump: energy_mwh is 5, expected 0 in the window from 2025-01-13 00:00, in which it "
                   "may not draw"),
                  ("shiftable_load second: planned_mw is 3, expected 0 at 2025-01-13 00:00, when it may not draw, or "
                   "energy_mwh beside the plan")}));
}

TEST(ShiftableLoad, RefusesDaysShorterThanAStep) {
    Scene scene{2, 2.0};
    ShiftableLoad load = pump(10);
    load.energy_mwh.constant = 5.0;
    load.open_from_h = 1;
    load.open_to_h = 2;
    scene.add(load);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{"shiftable_load pump: open_to_h is 2, expected at least a step of 2 h after "
                                        "open_from_h (1)"}));
}

/// The same system in which every demand is a shiftable load whose windows are a step each.
Scene shifted(Scene scene) {
    const Horizon& horizon = scene.data.horizon;
    for (const Demand& demand : scene.data.list<Demand>()) {
        ShiftableLoad load = pump(500);
        load.name = demand.name;
        load.zone = demand.zone;
        load.loss_share = demand.level == DemandLevel::delivered ? demand.loss_share : 0.0;
        load.value_of_lost_load_per_mwh = demand.value_of_lost_load_per_mwh.steps[0].value;
        for (int t = 0; t < horizon.step_count(); ++t)
            load.energy_mwh.windows.push_back({t, 1, demand.load_mw[t] * horizon.hours(t)});
        scene.add(load);
    }
    scene.data.list<Demand>().clear();
    return scene;
}

// Nothing can be shifted: a load whose windows are a step each costs what firm demand costs.
TEST(ShiftableLoad, WithWindowsOfAStepIsFirmDemand) {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE(seed);
        Scene scene = RandomEverything{seed}.make();
        for (Demand& each : scene.data.list<Demand>()) each.value_of_lost_load_per_mwh.steps.resize(1);
        const DispatchOptions options{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};
        const Solution firm = dispatch(scene.system(), options);
        const Solution other = dispatch(shifted(scene).system(), options);
        EXPECT_EQ(firm.outcome, other.outcome);
        if (!firm.has_solution() || !other.has_solution()) continue;
        EXPECT_NEAR(cost(firm), cost(other), 1e-6 * std::max(1.0, std::abs(cost(firm))));
        EXPECT_TRUE(other.findings.empty()) << other.findings.front().what;
    }
}

}  // namespace
}  // namespace indus::tests
