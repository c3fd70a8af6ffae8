// SPDX-License-Identifier: Apache-2.0
// Power of a reservoir's water as a function of release and level.
#include "model/components/reservoir_production.hpp"

#include "model/audit.hpp"
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

/// 100 MW, up to 500 MWh, all of it free to use.
Reservoir dam(double initial_mwh) {
    Reservoir r;
    r.name = "dam";
    r.zone.name = "zone";
    r.capacity_mw = 100;
    r.max_level_mwh = 500;
    r.inflow_mw = 0.0;
    r.initial_level_mwh = initial_mwh;
    r.end_level_mwh = 0;
    return r;
}

Scene with(const Reservoir& reservoir, std::vector<double> load_mw, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load_mw.size()), step_hours};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 200, 80)).add(reservoir);
    return scene.demand(std::move(load_mw));
}

// Water of 55 MW gives 1.1 * 50 + 1 * 5 = 60 MW; of 65 MW 1.1 * 50 + 10 + 0.5 * 5 = 67.5. Capacity 70 is reached at 70
// MW.
TEST(ReservoirProduction, CutsTheCurveAtCapacity) {
    Reservoir r = dam(100);
    r.capacity_mw = 70;
    r.turbine_curve.steps = {{0, 1.1}, {50, 1.0}, {60, 0.5}};
    const ReservoirProduction function{r};
    ASSERT_EQ(function.pieces.size(), 3U);
    EXPECT_NEAR(function.pieces[2].width_mw, 10.0, 1e-12);
    EXPECT_NEAR(function.power_mw(55), 60.0, 1e-12);
    EXPECT_NEAR(function.power_mw(65), 67.5, 1e-12);
    EXPECT_TRUE(function.is_concave());
}

// 100 MWh of water and two hours that need the peaker (80) for 60 MW each. The first 50 MW of water of an hour give 1.1
// each, more than that 0.5: 50 MWh in each hour make 55 MW, and no MWh is better used in the other hour.
//   2 * (100 * 20 + 5 * 80) = 4800
TEST(ReservoirProduction, SpreadsReleaseWhereTurbinesAreBest) {
    Reservoir r = dam(100);
    r.capacity_mw = 70;
    r.turbine_curve.steps = {{0, 1.1}, {50, 0.5}};
    const Solution solution = with(r, {160, 160}).solve();
    EXPECT_NEAR(cost(solution), 4800.0, tolerance);
    expect_near(series(solution, "dam", "output"), {55, 55});
    expect_near(series(solution, "dam", "turbined"), {50, 50});
    EXPECT_TRUE(solution.mode_binaries.empty());
}

// The same powers in steps of a quarter hour and of two hours.
TEST(ReservoirProduction, CountsWaterInHours) {
    for (const double h : {0.25, 2.0}) {
        Reservoir r = dam(100 * h);
        r.capacity_mw = 70;
        r.turbine_curve.steps = {{0, 1.1}, {50, 0.5}};
        EXPECT_NEAR(cost(with(r, {160, 160}, h).solve()), 4800.0 * h, tolerance) << h;
    }
}

// Not concave: the first 40 MW of water give 0.5 each, those above 1.5. 60 MWh of water for two like hours: 30 each
// would give 15 MW twice; all of it in one hour gives 20 + 30 = 50 MW. Without an order of pieces water would give 1.5
// at once.
//   (300 - 50) * 20 - no hour needs the peaker: 2 * 100 = 200 MW of demand, 150 from coal: 3000
TEST(ReservoirProduction, FillsPiecesInOrderWhenTheCurveIsNotConcave) {
    Reservoir r = dam(60);
    r.turbine_curve.steps = {{0, 0.5}, {40, 1.5}};
    const Solution solution = with(r, {100, 100}).solve();
    EXPECT_NEAR(cost(solution), 3000.0, tolerance);
}

// A plant must give 100 MW, demand is 120, surplus costs 50. Canals need 70 MWh to pass the dam and every MWh beside
// the turbines costs 90. Turbined in order, 70 MW of water give 1.1 * 50 + 0.5 * 20 = 65 MW and 45 of surplus; 50 MW of
// water would do for 55. A solution that used the bad piece first would lose power: one that fills pieces in order is
// asked for.
//   turbining x MW costs 50 * (P(x) - 20) of surplus and 90 * (70 - x): 55 a MWh more in the good piece, 25 in the bad
//   one, both below 90: 65 MW, 45 * 50 = 2250, and 1000 of fuel.
TEST(ReservoirProduction, DoesNotLoseWaterInABadPiece) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = 100;
    nuclear.initial_output_mw = 100;
    nuclear.must_run = true;
    Reservoir r = dam(70);
    r.turbine_curve.steps = {{0, 1.1}, {50, 0.5}};
    r.environmental_release_mw = 70.0;
    r.bypass_cost_per_mwh = 90;
    scene.add(nuclear).add(r).demand({120});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2250.0 + 1000.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"reservoir/dam/0"});
}

// Bands: 0.8 below 100 MWh, 1.2 above. Two hours that need the peaker for 60 MW each. A MWh left is worth 30: more than
// the 24 of coal it saves, less than the 96 of peaker. 150 MWh: releasing 50 (60 MW) in hour 0 leaves 100, on the edge,
// so hour 1 is still at 1.2 and gives 60 MW of 50 MWh.
//   2 * 100 * 20 = 4000, and 100 MWh of stock used, 3000
TEST(ReservoirProduction, KeepsItsHead) {
    Reservoir r = dam(150);
    r.head_curve.steps = {{0, 0.8}, {100, 1.2}};
    r.end_level_mwh.reset();
    r.end_value_per_mwh = 30;
    const Solution solution = with(r, {160, 160}).solve();
    EXPECT_NEAR(cost(solution), 4000.0 + 3000.0, tolerance);
    expect_near(series(solution, "dam", "output"), {60, 60});
    expect_near(series(solution, "dam", "turbined"), {50, 50});
}

// 149 MWh: after 50 in hour 0 the level would be 99 and the head lost, so that hour 1 needed 75 MWh (125 * 30 = 3750 of
// stock). One MWh less in hour 0 (58.8 MW, 1.2 * 80 = 96 of peaker) keeps it:
//   4000 + 96, and 99 MWh of stock used, 2970
TEST(ReservoirProduction, HoldsWaterBackForTheHead) {
    Reservoir r = dam(149);
    r.head_curve.steps = {{0, 0.8}, {100, 1.2}};
    r.end_level_mwh.reset();
    r.end_value_per_mwh = 30;
    const Solution solution = with(r, {160, 160}).solve();
    EXPECT_NEAR(cost(solution), 4000.0 + 96.0 + 2970.0, tolerance);
    expect_near(series(solution, "dam", "level"), {100, 50});
}

// At a low level the turbines cannot reach their capacity: 0.8 * 100 = 80 MW. Demand 150 and 30 MW of reserve, which
// coal holds: 70 MW of coal.
TEST(ReservoirProduction, LimitsCapacityAtLowHead) {
    Reservoir r = dam(400);
    r.head_curve.steps = {{0, 0.8}, {450, 1.0}};
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(r).demand({150}).reserve(30, 60, 1.0);
    const Solution solution = scene.solve();
    expect_near(series(solution, "dam", "output"), {80});
    expect_near(series(solution, "coal", "output"), {70});
    EXPECT_NEAR(cost(solution), 1400.0, tolerance);
}

// Curves with water flowing on: what arrives below is the water, not the power. 50 MWh of water give 55 above; below,
// of the same head, 50.
TEST(ReservoirProduction, PassesOnWaterNotPower) {
    Reservoir above = dam(50);
    above.turbine_curve.steps = {{0, 1.1}};
    above.capacity_mw = 55;
    above.energy_per_hm3_mwh = 100;
    above.downstream_reservoir.name = "below";
    Reservoir below = dam(0);
    below.name = "below";
    below.energy_per_hm3_mwh = 100;
    const Solution solution = with(above, {200}).add(below).solve();
    EXPECT_NEAR(cost(solution), 95 * 20, tolerance);
    expect_near(series(solution, "below", "output"), {50});
}

TEST(ReservoirProduction, RefusesContradictions) {
    Scene scene{1};
    Reservoir late = dam(100);
    late.name = "late";
    late.min_level_mwh = 50;
    late.end_level_mwh = 50;
    late.turbine_curve.steps = {{5, 1.0}};
    late.head_curve.steps = {{60, 1.0}, {500, 1.1}};
    Reservoir past = dam(100);
    past.name = "past";
    past.turbine_curve.steps = {{0, 1.1}, {100, 0.5}};
    scene.add(late).add(past);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "reservoir late: turbine_curve is 5, expected pieces that begin at 0 MW of water",
                  "reservoir late: head_curve is 60, expected bands that begin at or below min_level_mwh (50)",
                  "reservoir late: head_curve is 500, expected bands that begin below max_level_mwh (500)",
                  ("reservoir past: turbine_curve is 100, expected pieces that begin before the output reaches "
                   "capacity_mw (100); it would be 110")}));
}

// All water may be used: 49 MWh in hour 0, so that hour 1 starts at 100, on the edge of both bands, and gives 100 MW.
TEST(ReservoirProduction, AuditRecomputesPower) {
    Reservoir r = dam(149);
    r.head_curve.steps = {{0, 0.8}, {100, 1.2}};
    const Scene scene = with(r, {160, 160});
    const Solution correct = scene.solve();
    const auto spoil = [&](std::string_view quantity, const std::vector<double>& values) {
        Solution wrong = correct;
        for (SeriesRecord& each : wrong.series)
            if (each.owner == "dam" && each.quantity == quantity) each.values = values;
        std::vector<std::string> texts;
        for (const Finding& each : audit(scene.system(), wrong).findings)
            if (each.owner == "dam") texts.push_back(fmt::format("{}: {}", each.step, each.what));
        return texts;
    };
    const double second = series(correct, "dam", "turbined")[1];
    EXPECT_EQ(spoil("turbined", {60, second}),
              (std::vector<std::string>{"0: output of the turbined water is 58.8 MW, but should be 72 MW",
                                        "0: water of all pieces is 49 MW, but should be 60 MW",
                                        "0: level is 100 MWh, but should be 89 MWh"}));
    EXPECT_EQ(spoil("output", {60, series(correct, "dam", "output")[1]}),
              (std::vector<std::string>{"0: output of the turbined water is 60 MW, but should be 58.8 MW"}));
}

}  // namespace
}  // namespace indus::tests
