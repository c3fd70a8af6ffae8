// SPDX-License-Identifier: Apache-2.0
#include "model/components/ac_line.hpp"

#include "model/studies/verify.hpp"
#include "tests/model/components/ac_network_scenes.hpp"

namespace indus::tests {
namespace {

// Three equal lines: of a MW from "zone" to "c", 2/3 goes straight and 1/3 by way of b; of a MW from b, 1/3 passes
// "zone". 150 MW wanted in c, 80 MW fit on the line zone-c: 2/3 cheap + 1/3 dear = 80 and cheap + dear = 150: cheap 90,
// dear 60.
//   90 * 20 + 60 * 30 = 3600.   Flows: zone-c 80, b-c 70, zone-b 90 - 80 = 10.
// Prices: 20 and 30 where plants have room. One MW more in c needs dear + 2, cheap - 1: 60 - 20 = 40.
TEST(AcLine, SharesFlowByReactance) {
    const Solution solution = triangle(80).solve();
    EXPECT_NEAR(cost(solution), 3600.0, tolerance);
    expect_near(series(solution, "cheap", "output"), {90});
    expect_near(series(solution, "dear", "output"), {60});
    expect_near(series(solution, "zone_c", "flow"), {80});
    expect_near(series(solution, "b_c", "flow"), {70});
    expect_near(series(solution, "zone_b", "flow"), {10});
    expect_near(series(solution, "zone", "ac_export"), {90});
    expect_near(series(solution, "c", "net_import"), {150});
    expect_near(price(solution, "zone"), {20});
    expect_near(price(solution, "b"), {30});
    expect_near(price(solution, "c"), {40});
}

// Side by side, 0.1 takes twice what 0.2 takes. The first is full at 60: 90 MW in all, dear gives the rest of 150.
//   90 * 20 + 60 * 30 = 3600.
TEST(AcLine, SharesWithAParallelLine) {
    Scene scene = pair({150});
    scene.add(ac("zone", "b", 0.1, 60)).add(ac("zone", "b", 0.2, 500));
    line_of(scene, 1).name = "second";
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3600.0, tolerance);
    expect_near(series(solution, "zone_b", "flow"), {60});
    expect_near(series(solution, "second", "flow"), {30});
}

// As above with the second line the other way round, its reactance on 50 MVA and with a tap: 0.08 * 1.25 on 50 MVA is
// 0.2 on 100 MVA. Back, towards "zone", the first carries 20: there the two carry 30 of 150 MW, so that coal at 90
// gives 120.
TEST(AcLine, KnowsBaseTapAndReverse) {
    Scene scene{1};
    scene.zone("b").add(thermal("coal", 300, 90)).add(thermal("gas", 300, 30, "b")).demand({150});
    scene.add(ac("zone", "b", 0.1, 60)).add(ac("b", "zone", 0.08, 500));
    line_of(scene, 0).reverse_capacity_mw = 20;
    line_of(scene, 1).base_mva = 50;
    line_of(scene, 1).tap_ratio = 1.25;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 30 * 30 + 120 * 90.0, tolerance);
    expect_near(series(solution, "zone_b", "flow"), {-20});
    expect_near(series(solution, "b_zone", "flow"), {10});
}

// Nothing is sent, yet a shift of 6 degrees on the line zone-b drives 1000 * (6 pi / 180) / 3 = 34.9066 MW round the
// three lines: against that line's direction, so that it comes from b.
TEST(AcLine, TurnsPowerRoundByAPhaseShift) {
    Scene scene = triangle(500, {0});
    line_of(scene, 0).phase_shift_degrees = 6;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 0.0, tolerance);
    expect_near(series(solution, "zone_b", "flow"), {-34.906585});
    expect_near(series(solution, "b_c", "flow"), {-34.906585});
    expect_near(series(solution, "zone_c", "flow"), {34.906585});
}

// 1000 MW per radian: an angle of 3 degrees is 52.35988 MW. A shift of 1 degree leaves 2 degrees for the
// flow: 34.90659.
TEST(AcLine, LimitsAngles) {
    Scene scene = pair({100});
    scene.add(ac("zone", "b", 0.1, 500));
    line_of(scene, 0).max_angle_degrees = 3;
    const double straight = 52.3598776;
    const Solution solution = scene.solve();
    expect_near(series(solution, "zone_b", "flow"), {straight});
    EXPECT_NEAR(cost(solution), straight * 20 + (100 - straight) * 30, 1e-3);
    line_of(scene, 0).phase_shift_degrees = 1;
    expect_near(series(scene.solve(), "zone_b", "flow"), {straight * 2 / 3});
    // The other way round it is the least angle of the line that limits.
    line_of(scene, 0) = ac("b", "zone", 0.1, 500);
    line_of(scene, 0).min_angle_degrees = -3;
    expect_near(series(scene.solve(), "b_zone", "flow"), {-straight});
}

// Half the loss falls to each end: of a flow f, "zone" gives 1.05 f and b gets 0.95 f = 95, so f = 100 and 105 MW are
// made at 20. One MW more in b costs 20 * 1.05 / 0.95.
TEST(AcLine, LosesHalfAtEachEnd) {
    Scene scene = pair({95});
    scene.add(ac("zone", "b", 0.1, 500));
    line_of(scene, 0).loss_share = 0.1;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2100.0, tolerance);
    expect_near(series(solution, "zone_b", "flow"), {100});
    expect_near(series(solution, "zone", "net_import"), {-105});
    expect_near(series(solution, "b", "net_import"), {95});
    expect_near(price(solution, "b"), {20 * 1.05 / 0.95});
}

// A must-run plant of 100 MW against 40 MW of demand, surplus at 50: a flow both ways would burn the rest for nothing.
// Of one flow only, all that can be burnt is what b may draw: nothing. 100 * 10 + 60 * 50 = 4000.
TEST(AcLine, FlowsOneWayAtATime) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = 100;
    nuclear.initial_output_mw = 100;
    nuclear.must_run = true;
    scene.zone("b").add(nuclear).add(ac("zone", "b", 0.1, 100)).demand({40});
    line_of(scene, 0).loss_share = 0.5;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4000.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"ac_line/zone_b/0"});
}

// 80 MW each way, 4 per MWh beyond, two hours a step. 100 MW wanted in b: sent at 20 + 4 for the last 20 MW, not made
// at 30.
//   2 h * (100 * 20 + 20 * 4) = 4160, then 2 h * 70 * 20 = 2800.   Price in b: 24, then 20.
TEST(AcLine, ExceedsALimitAtACost) {
    Scene scene = pair({100, 70}, 2.0);
    scene.add(ac("zone", "b", 0.1, 80));
    line_of(scene, 0).violation_cost_per_mwh = 4;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 6960.0, tolerance);
    EXPECT_NEAR(solution.cost_of("line_violation"), 160.0, tolerance);
    expect_near(series(solution, "zone_b", "overload"), {20, 0});
    expect_near(price(solution, "b"), {24, 20});
    // Quarters of an hour cost an eighth of that; angles are no matter of money: 3 degrees are 52.36 MW.
    scene.data.horizon = Horizon::uniform(monday(), 0.25, 2);
    EXPECT_NEAR(cost(scene.solve()), 870.0, tolerance);
    line_of(scene, 0).max_angle_degrees = 3;
    expect_near(series(scene.solve(), "zone_b", "flow"), {52.3598776, 52.3598776});
}

// Without a capacity a line still holds its ends at one angle. No power may pass b-c, so that b and c get the same from
// "zone"; b wants nothing, so that c gets nothing: 100 MW at 90. Open, the line is no tie: 100 MW at 20 come straight.
TEST(AcLine, TiesAnglesEvenWithoutCapacity) {
    Scene scene = triangle(500, {100});
    scene.add(thermal("peaker", 100, 90, "c"));
    line_of(scene, 2).capacity_mw = 0.0;
    EXPECT_NEAR(cost(scene.solve()), 9000.0, tolerance);
    line_of(scene, 2).in_service = false;
    const Solution open = scene.solve();
    EXPECT_NEAR(cost(open), 2000.0, tolerance);
    expect_near(series(open, "zone_c", "flow"), {100});
    expect_near(series(open, "b_c", "flow"), {0});
}

// The line zone-c (80 MW) at full, half and no availability, 150 MW wanted in c. Full: 90 at 20, 60 at 30 (see above).
// Half: 2/3 cheap + 1/3 dear = 40 has no cheap >= 0 with dear 150 (1/3 dear = 50): a peaker at 90 must give g, with
// 1/3 dear = 40, dear = 120, g = 30. Open: all of cheap's 150 go by way of b.
//   3600, 120 * 30 + 30 * 90 = 6300, 150 * 20 = 3000.
TEST(AcLine, FallsOutStepByStep) {
    Scene scene = triangle(80, {150, 150, 150});
    scene.add(thermal("peaker", 100, 90, "c"));
    line_of(scene, 1).available = Profile{std::vector<double>{1.0, 0.5, 0.0}};
    const Solution solution = scene.solve();
    expect_near(series(solution, "cheap", "output"), {90, 0, 150});
    expect_near(series(solution, "peaker", "output"), {0, 30, 0});
    expect_near(series(solution, "zone_c", "flow"), {80, 40, 0});
    expect_near(series(solution, "zone_b", "flow"), {10, -40, 150});
    EXPECT_NEAR(cost(solution), 12900.0, tolerance);
}

// Two islands and a zone by itself; what joins them is a transport line. "zone" sends 50 MW to b by an AC line, 30 of
// which go on to c by the transport line and 30 from there to d by an AC line; e serves itself.
TEST(AcLine, LeavesIslandsToOtherLines) {
    Scene scene{1};
    scene.zone("b").zone("c").zone("d").zone("e");
    Line link;
    link.name = "link";
    link.from.name = "b";
    link.to.name = "c";
    link.capacity_mw = 30.0;
    scene.add(ac("zone", "b", 0.1, 50)).add(ac("c", "d", 0.3, 70)).add(link);
    scene.add(thermal("cheap", 300, 20)).add(thermal("own", 50, 60, "e")).add(thermal("local", 100, 40, "d"));
    scene.demand({20}, "b").demand({45}, "d").demand({5}, "e");
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 50 * 20 + 15 * 40 + 5 * 60.0, tolerance);
    expect_near(series(solution, "zone_b", "flow"), {50});
    expect_near(series(solution, "c_d", "flow"), {30});
    expect_near(series(solution, "c", "net_import"), {0});
    expect_near(price(solution, "d"), {40});
    EXPECT_EQ(solution.find("e", "ac_export"), nullptr);
}

TEST(AcLine, OpenEverywhereIsNoLine) {
    Scene scene = pair({150});
    scene.add(ac("zone", "b", 0.1, 60));
    line_of(scene, 0).in_service = false;
    EXPECT_NEAR(cost(scene.solve()), 4500.0, tolerance);
}

// -0.05 in series with 0.15 beside 0.1: both ways have 0.1, so that each takes half.
TEST(AcLine, MayBeCompensated) {
    Scene scene = triangle(30, {100});
    line_of(scene, 0).reactance_pu = 0.15;
    line_of(scene, 2).reactance_pu = -0.05;
    scene.data.list<ThermalPlant>()[1].zone.name = "c";
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 60 * 20 + 40 * 30.0, tolerance);
    expect_near(series(solution, "zone_b", "flow"), {30});
    line_of(scene, 0).reactance_pu = 0.05;
    line_of(scene, 1).in_service = false;
    EXPECT_NEAR(cost(scene.solve()), 100 * 20.0, tolerance);
    // Side by side, 0.05 and -0.05 take any flow round: nothing says how much.
    line_of(scene, 2).from.name = "zone";
    line_of(scene, 2).to.name = "b";
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "ac_line b_c: reactance_pu is -0.05, expected reactances that do not cancel: no flow follows from them"}));
}

TEST(AcLine, RefusesContradictions) {
    Scene scene = triangle(80);
    line_of(scene, 0).to.name = "zone";
    line_of(scene, 0).reactance_pu = 0.0;
    line_of(scene, 1).min_angle_degrees = 5;
    line_of(scene, 1).max_angle_degrees = 2;
    line_of(scene, 2).min_angle_degrees = 45;
    EXPECT_EQ(scene.issues(), (std::vector<std::string>{
                                  "ac_line zone_b: to is zone, expected another zone than from (zone)",
                                  "ac_line zone_b: reactance_pu is 0, expected a number other than 0",
                                  "ac_line zone_c: min_angle_degrees is 5, expected at most max_angle_degrees (2)",
                                  ("ac_line b_c: min_angle_degrees is an angle that drives 785.398 MW, expected one "
                                   "that leaves the flow between -500 "
                                   "and 500 MW")}));
    Scene other = triangle(80);
    line_of(other, 0).max_angle_degrees = -45;
    EXPECT_EQ(other.issues(),
              (std::vector<std::string>{"ac_line zone_b: max_angle_degrees is an angle that drives -785.398 MW, "
                                        "expected one that leaves the flow between -500 and 500 MW"}));
}

// Stored decisions are found again by verify, the blocks of the steps included.
TEST(AcLine, IsVerified) {
    Scene scene = triangle(80, {150, 90});
    line_of(scene, 1).violation_cost_per_mwh = 1;
    line_of(scene, 2).loss_share = 0.02;
    const Solution solution = scene.solve();
    EXPECT_TRUE(verify(scene.system(), solution).problems.empty());
    Solution moved = solution;
    for (SeriesRecord& each : moved.series)
        if (each.quantity == "ac_export" && each.owner == "b") each.values[1] += 1.0;
    EXPECT_FALSE(verify(scene.system(), moved).problems.empty());
}

}  // namespace
}  // namespace indus::tests
