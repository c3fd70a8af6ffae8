// SPDX-License-Identifier: Apache-2.0
// What changes of output cost a thermal plant.
#include "tests/model/components/limits.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

/// Coal at 20 per MWh, on at 50 MW before; a MW more costs 30 and one less 5. Gas at 45 follows for nothing.
Scene worn(std::vector<double> load, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load.size()), step_hours};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_cost_per_mw = 30;
    coal.ramp_down_cost_per_mw = 5;
    return scene.add(coal).add(thermal("gas", 100, 45)).demand(std::move(load));
}

// A MW of coal for an hour saves 25 and costs 30 to reach and 5 to leave: a peak of one hour is gas's, one of two
// hours coal's, the fall after it included. Alone at the end, one of an hour is still gas's.
TEST(RampCost, LeavesShortPeaksToOthers) {
    EXPECT_NEAR(cost(worn({50, 80, 50}).solve()), 150 * 20 + 30 * 45, tolerance);
    const Solution longer = worn({50, 80, 80, 50}).solve();
    expect_near(series(longer, "coal", "output"), {50, 80, 80, 50});
    EXPECT_NEAR(longer.cost_of("ramping"), 30 * 30 + 30 * 5, tolerance);
    EXPECT_NEAR(cost(longer), 260 * 20 + 1050, tolerance);
    EXPECT_NEAR(cost(worn({50, 80}).solve()), 100 * 20 + 30 * 45, tolerance);
}

// The same MW by half-hour steps: it is the change that wears, not the time.
TEST(RampCost, IsPerMegawattWhateverTheStep) {
    const Solution solution = worn({50, 50, 80, 80, 80, 80, 50, 50}, 0.5).solve();
    EXPECT_NEAR(solution.cost_of("ramping"), 1050, tolerance);
    EXPECT_NEAR(cost(solution), 260 * 20 + 1050, tolerance);
}

// On at 50 MW before: the fall to 40 in the first step counts, 10 * 5.
TEST(RampCost, CountsFromTheOutputBefore) { EXPECT_NEAR(cost(worn({40}).solve()), 40 * 20 + 50, tolerance); }

// Off before and 20 MW at least: the start rises from 0, the stop falls to 0. 60 MW for 2 h at 20, 60 * 30 + 60 * 5.
TEST(RampCost, CountsStartsAndStops) {
    Scene scene{4};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 20;
    coal.initial_status_h = -10;
    coal.initial_output_mw.reset();
    coal.ramp_up_cost_per_mw = 30;
    coal.ramp_down_cost_per_mw = 5;
    scene.add(coal).demand({0, 60, 60, 0});
    const Solution solution = scene.solve();
    EXPECT_NEAR(solution.cost_of("ramping"), 60 * 35, tolerance);
    EXPECT_NEAR(cost(solution), 120 * 20 + 60 * 35, tolerance);
}

// Coal trips from 50 MW: no fall by choice. It comes back for 40 MW of 2 h, 40 * 30; run down before a planned outage
// the fall is paid.
TEST(RampCost, LeavesTheFallOfATripFree) {
    Scene scene = worn({50, 50, 40, 40});
    scene.add(out("coal", 1, 2, OutageCause::forced));
    const Solution solution = scene.solve();
    EXPECT_NEAR(solution.cost_of("ramping"), 40 * 30, tolerance);
    EXPECT_NEAR(cost(solution), 50 * 20 + 50 * 45 + 80 * 20 + 1200, tolerance);
    scene.data.list<Outage>()[0].cause = OutageCause::planned;
    EXPECT_NEAR(scene.solve().cost_of("ramping"), 50 * 5 + 1200, tolerance);
}

// Two of 50 MW at 45 each before; at 90 MW one trips: of the fall to 20 MW, 50 are the trip's and 20 by choice.
TEST(RampCost, LeavesWhatTrippedUnitsGaveAtMostFree) {
    Scene scene{2};
    ThermalPlant coal = thermal("coal", 50, 20);
    coal.units = 2;
    coal.initial_output_mw = 45;
    coal.ramp_up_cost_per_mw = 30;
    coal.ramp_down_cost_per_mw = 5;
    Outage trip = out("coal", 1, 2, OutageCause::forced);
    trip.units_out = 1;
    scene.add(coal).add(trip).demand({90, 20});
    const Solution solution = scene.solve();
    EXPECT_NEAR(solution.cost_of("ramping"), 20 * 5, tolerance);
    EXPECT_NEAR(cost(solution), 110 * 20 + 100, tolerance);
}

TEST(RampCost, IsAudited) {
    Spoilt spoilt{worn({50, 80, 80, 50})};
    spoilt.set("coal", "output", {50, 80, 90, 50});
    EXPECT_THAT(spoilt.findings(), Contains("coal at 2: rise of output that is paid is 0 MW, but should be 10 MW"));
    EXPECT_THAT(spoilt.findings(), Contains("coal: the cost 'ramping' is 1050, but should be 1400"));
}

}  // namespace
}  // namespace indus::tests
