// SPDX-License-Identifier: Apache-2.0
#include "model/components/reservoir.hpp"

#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Reservoir reservoir() {
    Reservoir r;
    r.name = "dam";
    r.zone.name = "zone";
    r.capacity_mw = 100;
    r.max_level_mwh = 500;
    r.inflow_mw = 20.0;
    r.initial_level_mwh = 100;
    return r;
}

// Two hours, demand 50 and 150; coal 100 MW at 20, peaker 100 MW at 80. Water: 20 MW flow in each hour and the end
// level is the initial one, so 40 MWh may be used. They replace the peaker's 50 MW in hour 2 (80), not coal (20).
//   50 * 20 + 100 * 20 + 10 * 80 = 3800; level 120 then 100.
TEST(Reservoir, SavesWaterForThePeak) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(reservoir()).demand({50, 150});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3800.0, tolerance);
    expect_near(series(solution, "dam", "output"), {0, 40});
    expect_near(series(solution, "dam", "level"), {120, 100});
}

// The environment wants 15 MW at every step: hour 1 gives 15, hour 2 the other 25.
//   35 * 20 + 100 * 20 + 25 * 80 = 4700
TEST(Reservoir, ReleasesForTheEnvironment) {
    Scene scene{2};
    Reservoir r = reservoir();
    r.environmental_release_mw = 15.0;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(r).demand({50, 150});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4700.0, tolerance);
    expect_near(series(solution, "dam", "output"), {15, 25});
}

// Irrigation takes exactly 480 MWh a day (20 MW of a constant inflow): over two days of 12-hour steps the volume of
// each day is fixed, its hours are free. Steps: night 0 and day 100 MW of demand; coal 200 MW at 20. All 480 MWh of a
// day fall in the 12 daytime hours at 40 MW: 2 * 12 * 60 * 20 = 28800.
TEST(Reservoir, ReleasesADailyVolumeAtFreeHours) {
    Scene scene{4, 12.0};
    Reservoir r = reservoir();
    r.irrigation_min_mwh.constant = 480.0;
    r.irrigation_max_mwh.constant = 480.0;
    scene.add(thermal("coal", 200, 20)).add(r).demand({0, 100, 0, 100});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 28800.0, tolerance);
    expect_near(series(solution, "dam", "output"), {0, 40, 0, 40});
}

// Canals want more than the turbines take: 1500 MWh on the half day, the turbines 100 * 12 = 1200 at most but only 50
// MW are wanted: 600 turbined, 900 bypassed. Inflow 125 MW covers it.
TEST(Reservoir, BypassesWhatTheTurbinesCannotTake) {
    Scene scene{1, 12.0};
    Reservoir r = reservoir();
    r.inflow_mw = 125.0;
    r.irrigation_min_mwh.constant = 3000.0;
    r.bypass_cost_per_mwh = 0.01;
    scene.add(thermal("coal", 200, 20)).add(r).demand({50});
    const Solution solution = scene.solve();
    expect_near(series(solution, "dam", "output"), {50});
    expect_near(series(solution, "dam", "bypass"), {75});
    EXPECT_NEAR(cost(solution), 75 * 12 * 0.01, tolerance);
}

// A water value of 50 between coal (20) and peaker (80): water replaces the peaker only. All of it may be used.
//   150 MW: coal 100, water 50: 2000; used beyond inflow: 30 MWh of the 100 stored, so the stock falls by 30 * 50 =
//   1500.
TEST(Reservoir, KeepsWaterByItsValue) {
    Scene scene{1};
    Reservoir r = reservoir();
    r.end_value_per_mwh = 50;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(r).demand({150});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3500.0, tolerance);
    expect_near(price(solution, "zone"), {50});
}

// A guide of 100 at the start and 140 at the end stores 40 MWh over two hours: all of the inflow.
TEST(Reservoir, FollowsItsGuide) {
    Scene scene{2};
    Reservoir r = reservoir();
    r.initial_level_mwh.reset();
    r.level_guide_mwh.series = "guide";
    scene.data.series.push_back({"guide", monday(), 120, {100, 140}});
    scene.add(thermal("coal", 200, 20)).add(r).demand({50, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2000.0, tolerance);
    expect_near(series(solution, "dam", "level"), {120, 140});
}

// 20 MWh above the least level carry 20 MW of reserve for one hour but 10 MW for two.
TEST(Reservoir, GivesReserveThatItsWaterCarries) {
    for (const auto& [sustain_h, unserved] : {std::pair{1.0, 0.0}, {2.0, 10.0}}) {
        Scene scene{1};
        Reservoir r = reservoir();
        r.inflow_mw = 0.0;
        r.initial_level_mwh = 20;
        scene.add(thermal("coal", 100, 20)).add(r).demand({100}).reserve(20, 60, sustain_h);
        EXPECT_NEAR(series(scene.solve(), "load_zone", "unserved")[0], unserved, tolerance) << sustain_h;
    }
}

// Windows that a program gives are checked as those of a file.
TEST(Reservoir, RefusesWindowsBeyondTheHorizon) {
    Scene scene{4};
    for (const auto& window : {Volume::Window{0, 5, 10}, {-1, 2, 10}, {2, 0, 10}, {1, 2, -10}}) {
        Reservoir r = reservoir();
        r.name = fmt::format("dam_{}", scene.data.list<Reservoir>().size() + 1);
        r.irrigation_min_mwh.windows = {window};
        scene.add(r);
    }
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{"reservoir dam_1: irrigation_min_mwh is a window of 5 steps from step 0, "
                                        "expected windows within the 4 steps of the horizon",
                                        ("reservoir dam_2: irrigation_min_mwh is a window of 2 steps from step -1, "
                                         "expected windows within the 4 steps of the horizon"),
                                        ("reservoir dam_3: irrigation_min_mwh is a window of 0 steps from step 2, "
                                         "expected windows within the 4 steps of the horizon"),
                                        ("reservoir dam_4: irrigation_min_mwh is -10, expected a number of at least 0 "
                                         "[MWh] in the windows at 2025-01-13 01:00")}));
}

TEST(Reservoir, RefusesContradictions) {
    Scene scene{1};
    Reservoir r = reservoir();
    r.initial_level_mwh = 700;
    r.irrigation_min_mwh.constant = 240;
    r.irrigation_max_mwh.constant = 120;
    scene.add(r);
    Reservoir blank = reservoir();
    blank.name = "blank";
    blank.initial_level_mwh.reset();
    scene.add(blank);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            ("reservoir dam: initial_level_mwh is 700, expected a level between min_level_mwh (0) and max_level_mwh "
             "(500)"),
            "reservoir dam: irrigation_min_mwh is 240, expected at most irrigation_max_mwh (120)",
            "reservoir blank: initial_level_mwh is empty, expected a level, or a level_guide_mwh to take it from"}));
}

}  // namespace
}  // namespace indus::tests
