// SPDX-License-Identifier: Apache-2.0
// Plants on one river. The upper plant makes 200 MWh of a million cubic metres and the lower 100 where nothing else is
// said, so that a MWh released above is half a MWh below.
#include "model/audit.hpp"
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Reservoir upper(double initial_mwh, double travel_h = 0.0, std::vector<Steps::Step> before = {}) {
    Reservoir r;
    r.name = "upper";
    r.zone.name = "zone";
    r.capacity_mw = 100;
    r.max_level_mwh = 500;
    r.inflow_mw = 0.0;
    r.initial_level_mwh = initial_mwh;
    r.end_level_mwh = 0;
    r.energy_per_hm3_mwh = 200;
    r.downstream_reservoir.name = "lower";
    r.travel_time_h = travel_h;
    r.release_before_mw.steps = std::move(before);
    return r;
}

Reservoir lower(double max_level_mwh, double initial_mwh = 0.0) {
    Reservoir r;
    r.name = "lower";
    r.zone.name = "zone";
    r.capacity_mw = 100;
    r.max_level_mwh = max_level_mwh;
    r.inflow_mw = 0.0;
    r.initial_level_mwh = initial_mwh;
    r.energy_per_hm3_mwh = 100;
    return r;
}

RunOfRiver weir(double capacity_mw = 100) {
    RunOfRiver w;
    w.name = "weir";
    w.zone.name = "zone";
    w.capacity_mw = capacity_mw;
    w.inflow_mw = 0.0;
    w.energy_per_hm3_mwh = 100;
    return w;
}

Scene with(std::vector<double> load_mw, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load_mw.size()), step_hours};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 200, 80));
    return scene.demand(std::move(load_mw));
}

// 100 MWh above are 50 below: 150 of 160 MW come from water, coal gives 10 (200).
TEST(Cascade, CountsTheSameWaterByEachPlantsHead) {
    const Solution solution = with({160}).add(upper(100)).add(lower(500)).solve();
    EXPECT_NEAR(cost(solution), 200.0, tolerance);
    expect_near(series(solution, "lower", "arrival"), {50});
    expect_near(series(solution, "lower", "output"), {50});
}

// Only hour 0 needs the peaker, so all 60 MWh are released there; the lower plant has no storage. What leaves in hours
// [0, 1) arrives in [1.5, 2.5): 30 MWh, half in hour 1 and half in hour 2.
//   100 * 20 + 85 * 20 + 85 * 20 + 100 * 20 = 7400
TEST(Cascade, SplitsWaterOverTheStepsItArrivesIn) {
    const Solution solution = with({160, 100, 100, 100}).add(upper(60, 1.5, {{0, 0}})).add(lower(0)).solve();
    EXPECT_NEAR(cost(solution), 7400.0, tolerance);
    expect_near(series(solution, "upper", "output"), {60, 0, 0, 0});
    expect_near(series(solution, "lower", "output"), {0, 15, 15, 0});
}

// Quarter hours: four steps of 60 MW arrive as four steps of 30 MW six steps later, whole: in the second half of hour 1
// and the first half of hour 2.
TEST(Cascade, TravelsInHoursAtQuarterHours) {
    std::vector<double> load(12, 100);
    for (std::size_t t = 0; t < 4; ++t) load[t] = 160;
    const Solution solution = with(load, 0.25).add(upper(60, 1.5, {{0, 0}})).add(lower(0)).solve();
    EXPECT_NEAR(cost(solution), 2000 + (0.5 * 100 + 0.5 * 70) * 20 * 2, tolerance);
    expect_near(series(solution, "lower", "output"), {0, 0, 0, 0, 0, 0, 30, 30, 30, 30, 0, 0});
}

// Steps of two hours: what leaves in [0, 2) arrives in [1.5, 3.5), a quarter of it still in the first step.
// Hour 0 and 1: 160 MW less 60 above and 7.5 below; then 100 less 22.5.
//   2 * 92.5 * 20 + 2 * 77.5 * 20 = 6800
TEST(Cascade, TravelsInHoursAtStepsOfTwoHours) {
    const Solution solution = with({160, 100}, 2.0).add(upper(120, 1.5, {{0, 0}})).add(lower(0)).solve();
    EXPECT_NEAR(cost(solution), 6800.0, tolerance);
    expect_near(series(solution, "lower", "output"), {7.5, 22.5});
}

// Two hours on its way, released before the start: 40 MW in the last hour, 20 MW in those before. 20 MW arrive in hour
// 0 and 40 in hour 1, of half the energy: 10 and 20 MW.
TEST(Cascade, ReceivesWhatWasReleasedBeforeTheStart) {
    const Solution solution = with({100, 100, 100}).add(upper(0, 2.0, {{0, 40}, {1, 20}})).add(lower(0)).solve();
    expect_near(series(solution, "lower", "output"), {10, 20, 0});
    EXPECT_NEAR(cost(solution), 20 * (90 + 80 + 100), tolerance);
    // Ninety minutes split it otherwise: the half hour 1.5 to 1 h before (20 MW) and the one after it (40) arrive in
    // hour 0.
    expect_near(
        series(with({100, 100}).add(upper(0, 1.5, {{0, 40}, {1, 20}})).add(lower(0)).solve(), "lower", "output"),
        {15, 10});
}

// Water that has not arrived at the end is worth what it is worth below. Turbining a MWh above saves 20 and makes half
// a MWh on its way, worth 15; left above it is worth 10. So all 50 MWh go: 50 * 20 of coal, 500 less above, 750 more
// below.
TEST(Cascade, ValuesWaterOnItsWayAtTheReceiver) {
    Reservoir above = upper(50, 2.0, {{0, 0}});
    above.end_level_mwh.reset();
    above.end_value_per_mwh = 10;
    Reservoir below = lower(500);
    below.end_value_per_mwh = 30;
    const Solution solution = with({100}).add(above).add(below).solve();
    EXPECT_NEAR(cost(solution), 1000.0 + 500.0 - 750.0, tolerance);
    expect_near(series(solution, "upper", "output"), {50});
}

// 40 MW before the start arrive as 20 MWh; of 60 MWh released above, 30 are on their way at the end. They count towards
// the end level, the initial 100 MWh, so that the level may fall to 70 and 100 + 20 - 70 = 50 MWh are turbined.
//   (150 - 60 - 50) * 20 = 800
TEST(Cascade, CountsWaterOnItsWayInTheEndLevel) {
    const Solution solution = with({150}).add(upper(60, 1.0, {{0, 40}})).add(lower(500, 100)).solve();
    EXPECT_NEAR(cost(solution), 800.0, tolerance);
    expect_near(series(solution, "lower", "level"), {70});
}

// Two hours after a spring plant of 30 MW (60 hm3-energy 50) through a weir into the lower reservoir: all plants turn
// the same water. 100 MWh above: 50 at the weir (at most 40 turbined, 10 spilt), 50 below.  (200 - 190) * 20 = 200
TEST(Cascade, RunsThroughPlantsWithoutStorage) {
    Reservoir above = upper(100);
    above.downstream_reservoir.name.clear();
    above.downstream_run_of_river.name = "weir";
    RunOfRiver between = weir(40);
    between.downstream_reservoir.name = "lower";
    const Solution solution = with({200}).add(lower(500)).add(above).add(between).solve();
    EXPECT_NEAR(cost(solution), 200.0, tolerance);
    expect_near(series(solution, "weir", "spill"), {10});
    expect_near(series(solution, "lower", "output"), {50});
}

// The weir must pass 20 MW beside its turbines and has 5 of its own: 15 must come from above (30 MWh there), though
// coal at 20 is cheaper than the water, worth 90. Weir: 0 MW.
//   70 * 20 + 30 * 90 = 4100
TEST(Cascade, ReleasesForTheEnvironmentBelow) {
    Reservoir above = upper(100);
    above.downstream_reservoir.name.clear();
    above.downstream_run_of_river.name = "weir";
    above.end_level_mwh.reset();
    above.end_value_per_mwh = 90;
    RunOfRiver below = weir();
    below.inflow_mw = 5.0;
    below.environmental_release_mw = 20.0;
    EXPECT_NEAR(cost(with({100}).add(above).add(below).solve()), 4100.0, tolerance);
}

// Issue 3: a cascade with zero travel time and no storage below equals one plant. The lower plants turn every release
// of the upper, in the ratio of their heads: together they are one plant of 1 + 0.5 + 0.25 times the power, water and
// inflow.
TEST(Cascade, WithoutTravelAndStorageEqualsOnePlant) {
    for (const double step_hours : {0.25, 1.0, 2.0}) {
        const std::vector<double> load{60, 140, 90, 210, 180, 70, 250, 100};
        const Profile inflow{std::vector<double>{10, 0, 25, 5, 40, 0, 15, 20}};
        Reservoir above = upper(40 * step_hours);
        above.max_level_mwh = 60 * step_hours;
        above.capacity_mw = 48;
        above.inflow_mw = inflow;
        above.end_level_mwh.reset();
        Reservoir between = lower(0);
        between.capacity_mw = 24;
        between.downstream_run_of_river.name = "weir";
        RunOfRiver last = weir(12);
        last.energy_per_hm3_mwh = 50;
        const Solution cascade = with(load, step_hours).add(between).add(last).add(above).solve();

        Reservoir one = above;
        one.downstream_reservoir.name.clear();
        one.energy_per_hm3_mwh.reset();
        one.capacity_mw *= 1.75;
        one.max_level_mwh *= 1.75;
        *one.initial_level_mwh *= 1.75;
        for (double& mw : one.inflow_mw.values) mw *= 1.75;
        const Solution single = with(load, step_hours).add(one).solve();
        EXPECT_NEAR(cost(cascade), cost(single), 1e-6 * cost(single)) << step_hours;
        EXPECT_GT(cost(single), 0.0);
    }
}

// Rows of a river touch the columns of several plants, so they lie in one block; other plants keep their own.
TEST(Cascade, IsOneBlock) {
    Reservoir alone = lower(100);
    alone.name = "alone";
    alone.energy_per_hm3_mwh.reset();
    const System system = with({100}).add(lower(100)).add(alone).add(upper(50)).system();
    const auto formulation = build(system);
    const solver::Program& program = formulation->program();
    std::map<std::string, std::set<std::string>> owners;
    for (int j = 0; j < program.column_count(); ++j)
        owners[program.block_name(program.block_of_column(j))].insert(program.column_label(j).owner);
    EXPECT_EQ(owners.at("river lower, upper"), (std::set<std::string>{"lower", "upper"}));
    EXPECT_EQ(owners.at("reservoir alone"), (std::set<std::string>{"alone"}));
}

TEST(Cascade, TellsWhichPlantOfARiverIsShort) {
    Reservoir below = lower(500, 100);
    below.end_level_mwh = 300;
    const Solution solution = dispatch(with({100}).add(upper(50)).add(below).system(), {});
    EXPECT_EQ(solution.outcome, "infeasible");
    EXPECT_NE(solution.explanation.find("reservoir lower: the end level of 300 MWh cannot be reached"),
              std::string::npos)
        << solution.explanation;
}

TEST(Cascade, RefusesWaterThatFlowsInCircles) {
    Reservoir a = upper(50), b = lower(100), c = lower(100);
    b.downstream_run_of_river.name = "weir";
    c.name = "loop";
    c.downstream_reservoir.name = "loop";
    RunOfRiver w = weir();
    w.downstream_reservoir.name = "upper";
    Scene scene = with({100});
    scene.add(a).add(b).add(c).add(w);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{"reservoir upper: downstream_reservoir is lower, expected a plant whose water "
                                        "does not come back: upper -> lower -> weir -> upper",
                                        ("reservoir loop: downstream_reservoir is loop, expected a plant whose water "
                                         "does not come back: loop -> loop")}));
}

TEST(Cascade, RefusesContradictions) {
    Reservoir unsaid = upper(50, 3.0);
    unsaid.energy_per_hm3_mwh.reset();
    Reservoir twice = upper(50, 0.0, {{0, 10}});
    twice.name = "twice";
    twice.downstream_run_of_river.name = "weir";
    Reservoir below = lower(100);
    below.energy_per_hm3_mwh.reset();
    below.travel_time_h = 2;
    Reservoir late = upper(50, 1.0, {{2, 10}});
    late.name = "late";
    RunOfRiver w = weir();
    w.downstream_reservoir.name = "lowre";
    Scene scene = with({100});
    scene.add(unsaid).add(twice).add(below).add(late).add(w);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "run_of_river weir: downstream_reservoir is lowre, expected the name of a reservoir; did you mean 'lower'?",
            ("reservoir upper: energy_per_hm3_mwh is empty, expected a number above 0 [MWh/hm3], as its water flows to "
             "lower"),
            ("reservoir upper: release_before_mw is empty, expected the release in the 3 hours before the start, which "
             "is on its way to lower"),
            ("reservoir twice: downstream_run_of_river is weir, expected nothing, as downstream_reservoir (lower) is "
             "given: water flows to one plant"),
            "reservoir twice: release_before_mw is 10, expected nothing, as travel_time_h is 0: no water is on its way",
            "reservoir lower: travel_time_h is 2, expected 0, as no plant is downstream",
            "reservoir late: release_before_mw is 2, expected pairs that begin 0 hours before the start",
            ("reservoir lower: energy_per_hm3_mwh is empty, expected a number above 0 [MWh/hm3], as the water of upper "
             "flows into it")}));
}

// Water that a plant above says it released and that the plant below does not know of, and the other way round.
TEST(Cascade, AuditFollowsTheWater) {
    const Scene scene = with({160, 100, 100, 100}).add(upper(60, 1.5, {{0, 20}})).add(lower(400, 100));
    const Solution correct = scene.solve();
    const auto spoil = [&](std::string_view owner, std::string_view quantity, std::size_t t, double by) {
        Solution wrong = correct;
        for (SeriesRecord& each : wrong.series)
            if (each.owner == owner && each.quantity == quantity) each.values[t] += by;
        std::vector<std::string> texts;
        for (const Finding& each : audit(scene.system(), wrong).findings)
            texts.push_back(fmt::format("{} {}: {}", each.owner, each.step, each.what));
        return texts;
    };
    // Bypass above in hour 1 arrives as 2 MW, half in hour 2 and half in hour 3 (and level and arrival miss both).
    const auto bypassed = spoil("upper", "bypass", 1, 4.0);
    ASSERT_EQ(bypassed.size(), 5U);
    EXPECT_TRUE(bypassed[0].starts_with("upper 1: level is"));
    EXPECT_TRUE(bypassed[1].starts_with("lower 2: arriving water is")) << bypassed[1];
    EXPECT_TRUE(bypassed[2].starts_with("lower 2: level is"));
    EXPECT_TRUE(bypassed[3].starts_with("lower 3: arriving water is"));
    EXPECT_TRUE(bypassed[4].starts_with("lower 3: level is"));
    EXPECT_EQ(spoil("lower", "arrival", 0, 1.0),
              (std::vector<std::string>{"lower 0: arriving water is 11 MW, but should be 10 MW"}));
}

}  // namespace
}  // namespace indus::tests
