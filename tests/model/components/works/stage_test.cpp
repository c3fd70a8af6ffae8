// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stage.hpp"

#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

const std::vector<bool> waves{false, true, false, true};

// 20 t at 10 t/h are made in the two cheap hours: 2 h of 5 MW at 20.
TEST(Stage, WorksInCheapHours) {
    Scene scene = hours_of(waves);
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(waves) + 2 * 5 * 20, tolerance);
    expect_near(series(solution, "spin", "in_run"), {1, 0, 1, 0});
    expect_near(series(solution, "spin", "power"), {5, 0, 5, 0});
    expect_near(series(solution, "spin", "rate"), {10, 0, 10, 0});
    for (const auto* quantity : {"in_run", "power", "withdrawal", "rate", "start", "stop", "rate_run"})
        expect_audit_finds(scene, solution, "spin", quantity);
}

// A quarter of the power is lost on the way: 5 MW at the mill are 6.667 of the zone.
TEST(Stage, DrawsMoreThanItNeedsByTheLoss) {
    Scene scene = hours_of(waves);
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    scene.data.list<Process>().front().loss_share = 0.25;
    EXPECT_NEAR(cost(scene.solve()), base_cost(waves) + 2 * 5 / 0.75 * 20, tolerance);
}

// 0.5 MWh/t, 1 MW whatever the rate, 4 to 12 t/h: 20 t are cheapest as 12 and 8 in the cheap hours. Energy 10 MWh and
// 2 MWh of standing, all at 20; other cost 3 a tonne.
TEST(Stage, WorksAtARateWithinItsLimits) {
    Scene scene = hours_of(waves);
    StageMode run = mode("run", 12, 1);
    run.min_rate_per_h = 4;
    run.energy_mwh_per_unit = 0.5;
    run.cost_per_unit = 3;
    add_mill(scene).add(run).add(order(20));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(waves) + 12 * 20 + 20 * 3, tolerance);
    expect_audit_finds(scene, solution, "spin", "rate_run");
    // 2 t would be less than the least rate of an hour: 4 t are made, 2 stay.
    scene.data.list<Order>().front().amount = 2;
    EXPECT_NEAR(cost(scene.solve()), base_cost(waves) + 20 * (1 + 2) + 4 * 3, tolerance);
}

// Once begun it runs two hours: one cheap and one dear one, at 5 MW. A start costs 7 and 2 MWh in its hour.
TEST(Stage, KeepsRunningOnceBegun) {
    Scene scene = hours_of(waves);
    add_mill(scene).add(mode("run", 10, 5)).add(order(10));
    scene.data.list<Order>().front().due.time = monday() + std::chrono::hours{2};
    spin_of(scene).min_run_h = 1.5;
    spin_of(scene).start_cost = 7;
    spin_of(scene).start_energy_mwh = 2;
    const Solution solution = scene.solve();
    // The start in the cheap hour before it is due: (5 + 2) * 20 + 5 * 60.
    EXPECT_NEAR(cost(solution), base_cost(waves) + 7 * 20 + 5 * 60 + 7, tolerance);
    expect_audit_finds(scene, solution, "spin", "start");
}

// After a stop it is off for two hours, so that only one of the cheap hours 0 and 2 can be used: one cheap, one dear.
TEST(Stage, CoolsDownAfterAStop) {
    Scene scene = hours_of(waves);
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    spin_of(scene).cool_down_h = 2;
    EXPECT_NEAR(cost(scene.solve()), base_cost(waves) + 5 * 20 + 5 * 60, tolerance);
}

// Half hours: a minimum of 0.75 h is two steps, a cool-down of 1 h too. On for half an hour before.
TEST(Stage, GoesOnFromBeforeTheHorizon) {
    const std::vector<bool> dear{true, true, false, false};
    Scene scene = hours_of(dear, 0.5);
    add_mill(scene).add(mode("run", 10, 5));
    spin_of(scene).min_run_h = 1.5;
    spin_of(scene).initial_status_h = 0.5;
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "in_run"), {1, 1, 0, 0});
    EXPECT_NEAR(cost(solution), base_cost(dear, 0.5) + 0.5 * 2 * 5 * 60, tolerance);
    // Off for a quarter of an hour before: an hour of cool-down ends after two half hours.
    spin_of(scene).initial_status_h = -0.25;
    spin_of(scene).cool_down_h = 1.0;
    spin_of(scene).must_run = true;
    scene.add(out("spin", 0, 1));
    expect_near(series(scene.solve(), "spin", "in_run"), {0, 0, 1, 1});
}

// Idling at 1 MW through the dear hour costs 60; going cold costs a start of 100.
TEST(Stage, IdlesWhereAStartIsDearer) {
    const std::vector<bool> dear{false, true, false};
    Scene scene = hours_of(dear);
    add_mill(scene).add(mode("run", 10, 5)).add(mode("idle", 0, 1, "")).add(order(20));
    spin_of(scene).start_cost = 100;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(dear) + 100 + 2 * 5 * 20 + 60, tolerance);
    expect_near(series(solution, "spin", "in_idle"), {0, 1, 0});
    expect_audit_finds(scene, solution, "spin", "in_idle");
}

// Two products of one machine: an hour off and 7 between them. Set up for warp before: warp, nothing, weft.
TEST(Stage, ChangesOverBetweenProducts) {
    const std::vector<bool> dear{false, false, false};
    Scene scene = hours_of(dear);
    add_mill(scene).add(mode("warp", 10, 5, "yarn")).add(mode("weft", 10, 4, "weft yarn"));
    Stock weft = yarn_of(scene);
    weft.name = "weft yarn";
    scene.add(weft).add(order(10)).add(order(10, "weft yarn"));
    spin_of(scene).changeover_h = 1;
    spin_of(scene).changeover_cost = 7;
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "in_warp"), {1, 0, 0});
    expect_near(series(solution, "spin", "in_weft"), {0, 0, 1});
    EXPECT_NEAR(cost(solution), base_cost(dear) + 20 * (5 + 4) + 7, tolerance);
    Solution wrong = solution;
    for (SeriesRecord& each : wrong.series)
        if (each.quantity == "in_weft") each.values = {0, 1, 0};
    EXPECT_FALSE(audit(scene.system(), wrong).findings.empty());
    // Set up for weft: the other way round.
    spin_of(scene).initial_mode = "weft";
    expect_near(series(scene.solve(), "spin", "in_weft"), {1, 0, 0});
}

// A batch of two hours draws 10 MW, then 30: it begins in the dear hour so that the 30 fall on the cheap one:
// 10 * 60 + 30 * 20. It takes 1.1 t of scrap a tonne, bought at 2, and its 50 t are there when it is over.
TEST(Stage, RunsABatchThrough) {
    const std::vector<bool> dear{false, true, false};
    Scene scene = hours_of(dear);
    StageMode heat = mode("heat", 0, 0);
    heat.batch_h = 2;
    heat.batch_units = 50;
    heat.batch_mw.steps = {{0, 10}, {1, 30}};
    heat.input.items = {{"scrap", 1.1}};
    Stock scrap{.name = "scrap"};
    scrap.process.name = "mill";
    scrap.capacity = 0;
    scrap.buy_max_per_h = 100;
    scrap.buy_cost_per_unit = 2;
    add_mill(scene).add(heat).add(scrap).add(order(50));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(dear) + 10 * 60 + 30 * 20 + 55 * 2, tolerance);
    expect_near(series(solution, "spin", "begin_heat"), {0, 1, 0});
    expect_near(series(solution, "spin", "in_heat"), {0, 1, 1});
    expect_near(series(solution, "spin", "power"), {0, 10, 30});
    expect_near(series(solution, "scrap", "bought"), {0, 55, 0});
    for (const auto* quantity : {"begin_heat", "in_heat", "power"})
        expect_audit_finds(scene, solution, "spin", quantity);
}

// Steps of 15 minutes: a batch of 25 minutes takes two; 20 MW for 12 minutes, then 40 for 13: 20 * 0.8 + 40 * 0.2 = 24
// in the first step, 40 * 10 / 15 in the second.
TEST(Stage, SharesABatchOutOverSteps) {
    Scene scene{3, 0.25};
    StageMode heat = mode("heat", 0, 0);
    heat.batch_h = 25.0 / 60.0;
    heat.batch_units = 5;
    heat.batch_mw.steps = {{0, 20}, {0.2, 40}};
    scene.add(thermal("coal", 100, 20));
    add_mill(scene).add(heat).add(order(5));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 0.25 * 20 * (24 + 40 * 10 / 15.0), tolerance);
}

// The rate may rise by 4 t/h an hour while it runs; it starts at any: 12 t/h is at the end of nothing. From 2 t/h
// before: at most 6, 10, 14 in three hours, 30 t.
TEST(Stage, RampsItsRate) {
    Scene scene{3};
    StageMode run = mode("run", 20, 0);
    run.min_rate_per_h = 1;
    run.energy_mwh_per_unit = 1;
    scene.add(thermal("coal", 100, 20));
    add_mill(scene).add(run).add(order(31));
    scene.data.list<Order>().front().lost_cost_per_unit = 1000;
    spin_of(scene).ramp_per_h = 4;
    spin_of(scene).initial_status_h = 5;
    spin_of(scene).initial_rate_per_h = 2;
    spin_of(scene).min_run_h = 24;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 30 * 20 + 1000, tolerance);
    expect_near(series(solution, "spin", "rate"), {6, 10, 14});
}

// Ten days of maintenance are an outage; half of the machines out is half the rate.
TEST(Stage, MindsOutages) {
    Scene scene = hours_of({false, false});
    add_mill(scene).add(mode("run", 10, 5)).add(order(10)).add(out("spin", 0, 1));
    expect_near(series(scene.solve(), "spin", "in_run"), {0, 1});
    scene.data.list<Outage>().front().available_share = 0.5;
    scene.data.list<Order>().front().amount = 15;
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "rate"), {5, 10});
    expect_near(series(solution, "spin", "power"), {2.5, 5});
}

/// A spinning hall that must run at 10 t/h with 5 MW, three hours at least, and is cleaned for two hours after a stop.
Scene must_run(int steps, double status_h) {
    Scene scene = hours_of(std::vector<bool>(static_cast<std::size_t>(steps), false));
    add_mill(scene).add(mode("run", 10, 5));
    spin_of(scene).must_run = true;
    spin_of(scene).min_run_h = 3;
    spin_of(scene).cool_down_h = 2;
    spin_of(scene).initial_status_h = status_h;
    return scene;
}

Outage forced(double from_h, double to_h) {
    Outage made = out("spin", from_h, to_h);
    made.cause = OutageCause::forced;
    return made;
}

// An outage ends what it meets, before the least run is over, and what must run comes back once it has cooled down.
TEST(Stage, StopsInAnOutageAndComesBackWhenItCan) {
    const auto expect = [](Scene scene, const std::vector<double>& on) {
        const Solution solution = scene.solve();
        expect_near(series(solution, "spin", "in_run"), on);
        for (const auto* quantity : {"in_run", "start", "stop"}) expect_audit_finds(scene, solution, "spin", quantity);
    };
    expect(must_run(7, -5).add(forced(1, 2)), {1, 0, 0, 1, 1, 1, 1});
    expect(must_run(6, 1).add(out("spin", 1, 2)), {1, 0, 0, 1, 1, 1});
    expect(must_run(6, -1).add(forced(4, 5)), {0, 1, 1, 1, 0, 0});
}

// Between two closings that leave less than its least run it rests; before a failure it runs, for nobody knew of it.
TEST(Stage, RestsWhereClosingsLeaveNoTime) {
    Scene scene = must_run(8, -5).add(out("spin", 2, 3));
    expect_near(series(scene.solve(), "spin", "in_run"), {0, 0, 0, 1, 1, 1, 1, 1});
    Scene failing = must_run(8, -5).add(forced(2, 3));
    expect_near(series(failing.solve(), "spin", "in_run"), {1, 1, 0, 0, 1, 1, 1, 1});
}

// At 10 t/h all the time, though half of the second hour is a break: 5 t in it are no fall of the rate.
TEST(Stage, RampsWhileItWorks) {
    Scene scene = hours_of({false, false, false});
    Calendar calendar{.name = "hours"};
    calendar.breaks.steps = {{1.5, 2}};
    StageMode run = mode("run", 10, 5);
    run.min_rate_per_h = 8;
    scene.add(calendar);
    add_mill(scene).add(run).add(order(25));
    spin_of(scene).calendar.name = "hours";
    spin_of(scene).must_run = true;
    spin_of(scene).ramp_per_h = 1;
    spin_of(scene).initial_status_h = 5;
    spin_of(scene).initial_rate_per_h = 9;
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "rate"), {10, 5, 10});
    expect_audit_finds(scene, solution, "spin", "rate_run");
}

TEST(Stage, RefusesRatesItsRampCannotLeave) {
    Scene scene{2};
    StageMode run = mode("run", 10, 5);
    run.min_rate_per_h = 8;
    add_mill(scene).add(run);
    spin_of(scene).initial_status_h = 5;
    spin_of(scene).min_run_h = 6;
    spin_of(scene).ramp_per_h = 1;
    EXPECT_EQ(scene.issues(), std::vector<std::string>{
                                  "stage spin: initial_rate_per_h is 0, expected at least 7, from which ramp_per_h "
                                  "reaches the least rate of its modes (8)"});
    spin_of(scene).initial_rate_per_h = 30;
    EXPECT_EQ(scene.issues(),
              std::vector<std::string>{"stage spin: initial_rate_per_h is 30, expected at most the largest rate of its "
                                       "modes (10)"});
}

TEST(Stage, RefusesContradictions) {
    Scene scene{2};
    add_mill(scene);
    EXPECT_EQ(scene.issues(),
              std::vector<std::string>{"stage spin: name is spin, expected a stage with at least one stage_mode"});
    StageMode run = mode("run", 10, 5, "yran");
    run.min_rate_per_h = 11;
    run.batch_mw.steps = {{0, 3}};
    scene.add(run);
    spin_of(scene).initial_mode = "rum";
    spin_of(scene).initial_rate_per_h = 3;
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "stage spin: initial_rate_per_h is 3, expected 0, as initial_status_h says that it is off",
            "stage_mode run: min_rate_per_h is 11, expected at most max_rate_per_h (10)",
            "stage_mode run: batch_mw is a value, expected nothing, as batch_h is 0: the mode is no batch",
            "stage spin: initial_mode is rum, expected the name of a mode of this stage; did you mean 'run'?",
            "stage_mode run: output is yran, expected the name of a stock of process mill; did you mean 'yarn'?"}));
}

// Nothing to make, nothing to draw: rates and orders of zero solve.
TEST(Stage, MayHaveNothingToDo) {
    Scene scene = hours_of({false, true});
    add_mill(scene).add(mode("run", 0, 0)).add(order(0));
    EXPECT_NEAR(cost(scene.solve()), base_cost({false, true}), tolerance);
}

}  // namespace
}  // namespace indus::tests
