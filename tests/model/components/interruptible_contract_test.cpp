// SPDX-License-Identifier: Apache-2.0
// Coal gives 100 MW at 20, a peaker more at 300; the contract takes 40 MW off the load at 50 a MWh.
#include "model/components/contracts/interruptible_contract.hpp"

#include "tests/model/components/limits.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

InterruptibleContract contract() {
    InterruptibleContract made;
    made.name = "mill";
    made.demand.name = "load_zone";
    made.power_mw = 40.0;
    made.loss_per_mwh = 50;
    return made;
}

Scene scene_of(std::vector<double> load_mw, const InterruptibleContract& made, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load_mw.size()), step_hours};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 300)).demand(std::move(load_mw)).add(made);
    return scene;
}

double cost_of(std::vector<double> load_mw, const InterruptibleContract& made, double step_hours = 1.0) {
    return cost(scene_of(std::move(load_mw), made, step_hours).solve());
}

// 300 MWh of coal, 10 of the 50 MWh above it by the peaker, 40 called off, one call at 10:
//   300 * 20 + 10 * 300 + 40 * 50 + 10 = 11010
TEST(InterruptibleContract, IsCalledWherePowerIsDearer) {
    InterruptibleContract made = contract();
    made.loss_per_call = 10;
    const Scene scene = scene_of({100, 150, 100}, made);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 11010.0, tolerance);
    EXPECT_NEAR(solution.cost_of("interruption"), 2000.0, tolerance);
    EXPECT_NEAR(solution.cost_of("interruption_call"), 10.0, tolerance);
    expect_near(series(solution, "mill", "cut"), {0, 40, 0});
    for (const auto* quantity : {"called", "begin", "end", "cut", "withdrawal"})
        expect_audit_finds(scene, solution, "mill", quantity);
}

// A quarter of an hour; 80 MW at the customer draw 100. Coal gives 90, 8 MW called off are the other 10:
//   0.25 * (90 * 20 + 8 * 50) = 550
TEST(InterruptibleContract, SavesTheLossesOfItsDemand) {
    Scene scene = scene_of({80}, contract(), 0.25);
    scene.data.list<ThermalPlant>()[0].capacity_mw = 90;
    scene.data.list<Demand>()[0].loss_share = 0.2;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 550.0, tolerance);
    expect_near(series(solution, "mill", "cut"), {8});
    expect_near(series(solution, "mill", "withdrawal"), {-10});
}

// Two hours at most: in one of three hours the peaker gives all 50 MW.
//   300 * 20 + 2 * (10 * 300 + 40 * 50) + 50 * 300 = 31000
TEST(InterruptibleContract, IsCalledForItsLongestTimeAtMost) {
    InterruptibleContract made = contract();
    made.longest_call_h = 2;
    EXPECT_NEAR(cost_of({150, 150, 150}, made), 31000.0, tolerance);
    made.longest_call_h = 3;  // one step of 2 h
    EXPECT_NEAR(cost_of({150, 150, 150}, made, 2.0), 62000.0, tolerance);
    made.longest_call_h = 0.1;  // one step all the same
    EXPECT_NEAR(cost_of({150, 150, 150}, made), 31000.0, tolerance);
}

// Peaks at 0 and 2 h. Two calls: 300 * 20 + 2 * 5000 = 16000. One only: 300 * 20 + 5000 + 15000 = 26000.
TEST(InterruptibleContract, RestsBetweenCalls) {
    InterruptibleContract made = contract();
    made.longest_call_h = 1;
    made.rest_h = 1;
    EXPECT_NEAR(cost_of({150, 100, 150}, made), 16000.0, tolerance);
    made.rest_h = 1.5;
    EXPECT_NEAR(cost_of({150, 100, 150}, made), 26000.0, tolerance);
}

// A call of the first hour lasts the second too and is over in the third.
TEST(InterruptibleContract, IsCalledForItsShortestTimeAtLeast) {
    InterruptibleContract made = contract();
    made.longest_call_h = made.shortest_call_h = 2;
    EXPECT_NEAR(cost_of({150, 100, 150}, made), 26000.0, tolerance);
}

// From 22:00 on the last of January: one call in each month; none in January when one has been before.
TEST(InterruptibleContract, CountsCallsByCalendarMonth) {
    InterruptibleContract made = contract();
    made.longest_call_h = 1;
    made.calls_per_month = 1;
    EXPECT_NEAR(cost_of({150, 100, 150, 100}, made), 8000 + 5000 + 15000.0, tolerance);
    Scene scene = scene_of({150, 100, 150, 100}, made);
    const TimePoint midnight{std::chrono::local_days{std::chrono::year{2025} / 2 / 1}};
    scene.data.horizon = Horizon::uniform(midnight - std::chrono::hours{2}, 1.0, 4);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 8000 + 5000 + 5000.0, tolerance);
    scene.data.list<InterruptibleContract>()[0].calls_so_far = 1;
    EXPECT_NEAR(cost(scene.solve()), 8000 + 15000 + 5000.0, tolerance);
    // The audit of the first answer with one call less to go.
    bool found = false;
    for (const Finding& each : audit(scene.system(), solution).findings)
        found = found || each.what == "calls in a month is 2, above its limit 1";
    EXPECT_TRUE(found);
}

// Steps that begin before the notice is over, or before the rest after a call before the horizon, have no call:
//   300 * 20 + 2 * 15000 + 5000 = 41000
TEST(InterruptibleContract, NeedsNoticeAndRestFromBeforeTheHorizon) {
    InterruptibleContract made = contract();
    made.notice_h = 1.5;
    EXPECT_NEAR(cost_of({150, 150, 150}, made), 41000.0, tolerance);
    made.notice_h = 0;
    made.rest_h = 3;
    made.hours_since_call = 1;
    EXPECT_NEAR(cost_of({150, 150, 150}, made), 41000.0, tolerance);
}

// 40 MWh called off, and the share of them drawn afterwards from coal: 6000 + 3000 + 2000 + share * 40 * 20.
TEST(InterruptibleContract, IsPaidBackAfterwards) {
    InterruptibleContract made = contract();
    made.payback_h = 2;
    made.payback_share = 1;
    const Scene scene = scene_of({100, 150, 50, 50}, made);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 11800.0, tolerance);
    EXPECT_NEAR(series(solution, "mill", "owed")[1], 40.0, tolerance);
    EXPECT_NEAR(series(solution, "mill", "owed")[3], 0.0, tolerance);
    for (const auto* quantity : {"payback", "owed"}) expect_audit_finds(scene, solution, "mill", quantity);
    made.payback_share = 0.5;
    EXPECT_NEAR(cost_of({100, 150, 50, 50}, made), 11400.0, tolerance);
    // 10 MW over two hours: no more than 20 MWh are called off. 6000 + 20 * 20 + 30 * 300 + 20 * 50
    made.payback_share = 1;
    made.payback_mw = 10;
    EXPECT_NEAR(cost_of({100, 150, 50, 50}, made), 16400.0, tolerance);
}

// Within an hour coal can pay back 10 MWh only, so that no more is called off: 350 * 20 + 40 * 300 + 10 * 50.
// Within two it can pay back all: 380 * 20 + 10 * 300 + 40 * 50.
TEST(InterruptibleContract, IsPaidBackInTime) {
    InterruptibleContract made = contract();
    made.payback_share = 1;
    made.payback_h = 1;
    EXPECT_NEAR(cost_of({100, 150, 90, 50}, made), 19500.0, tolerance);
    made.payback_h = 2;
    EXPECT_NEAR(cost_of({100, 150, 90, 50}, made), 12600.0, tolerance);
}

// A call lasts two hours, and what is called off in the first would be due in the second, when the call still lasts: so
// nothing is called off. 200 * 20 + 50 * 300
TEST(InterruptibleContract, PaysNothingBackDuringACall) {
    InterruptibleContract made = contract();
    made.shortest_call_h = 2;
    made.payback_share = 1;
    made.payback_h = 1;
    EXPECT_NEAR(cost_of({150, 50, 50}, made), 19000.0, tolerance);
}

// What is called off in the last hour could only be paid back after the end.
TEST(InterruptibleContract, OwesNothingAtTheEnd) {
    InterruptibleContract made = contract();
    made.payback_share = 1;
    EXPECT_NEAR(cost_of({50, 150}, made), 150 * 20 + 50 * 300.0, tolerance);
}

// There is no power. Of 100 MW in the north, called off for 1 and 2 a MWh, nothing can be sent to the south, whose 100
// MW go unserved at 3000: called off and unserved together are no more than the load.
TEST(InterruptibleContract, CallsOffNoLoadTwice) {
    Scene scene{1};
    scene.zone("south").demand({100}, "zone", 60).demand({100}, "south");
    Line line;
    line.name = "line";
    line.from.name = "zone";
    line.to.name = "south";
    line.capacity_mw = 200.0;
    scene.add(line);
    InterruptibleContract made = contract();
    made.power_mw = 200.0;
    made.loss_per_mwh = 1;
    scene.add(made);
    made.name = "second";
    made.loss_per_mwh = 2;
    scene.add(made);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 100 * 1 + 100 * 3000.0, tolerance);
    for (const auto* owner : {"mill", "second"}) expect_audit_finds(scene, solution, owner, "cut");
}

TEST(InterruptibleContract, WithoutPowerIsNoHelp) {
    InterruptibleContract made = contract();
    made.power_mw = 0.0;
    made.payback_share = 1;
    EXPECT_NEAR(cost_of({150}, made), 100 * 20 + 50 * 300.0, tolerance);
}

TEST(InterruptibleContract, RefusesCallsThatNoStepsCanLast) {
    InterruptibleContract made = contract();
    made.shortest_call_h = made.longest_call_h = 1.5;
    EXPECT_EQ(scene_of({100, 150}, made).issues(),
              std::vector<std::string>{"interruptible_contract mill: longest_call_h is 1.5, expected room for whole "
                                       "steps of 1 h that last shortest_call_h (1.5)"});
}

TEST(InterruptibleContract, RefusesContradictions) {
    InterruptibleContract made = contract();
    made.shortest_call_h = 3;
    made.longest_call_h = 2;
    made.calls_per_month = 1.5;
    made.calls_so_far = 2;
    made.payback_mw = 5;
    EXPECT_EQ(scene_of({100}, made).issues(),
              (std::vector<std::string>{
                  "interruptible_contract mill: shortest_call_h is 3, expected at most longest_call_h (2)",
                  "interruptible_contract mill: calls_per_month is 1.5, expected a whole number",
                  "interruptible_contract mill: calls_so_far is 2, expected at most calls_per_month (1.5)",
                  "interruptible_contract mill: payback_mw is 5, expected nothing, as payback_share is 0"}));
}

}  // namespace
}  // namespace indus::tests
