// SPDX-License-Identifier: Apache-2.0
// What must hold of any system when its money or its plants are counted in other portions.
#include "tests/model/properties/field_scaling.hpp"
#include "tests/model/random_everything.hpp"

namespace indus::tests {
namespace {

TEST(SizeProperties, ScalingAllCostsScalesTheCost) {
    int solved = 0;
    for (unsigned seed = 1; seed <= 32; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Scene scene = RandomEverything{seed}.make();
        const double factor = seed % 2 == 0 ? 0.125 : 37.0;
        Scene scaled = scene;
        scale_costs(scaled.data, factor);
        std::optional<double> expected = best_cost(scene);
        if (expected) *expected *= factor;
        expect_same(best_cost(scaled), expected);
        solved += expected.has_value();
    }
    EXPECT_GE(solved, 15);
}

// Ramps, quadratic costs, stores with losses, weather and water: all of it divides.
TEST(SizeProperties, HalvesOfPlantsThatNeverCommitEqualTheWhole) {
    int solved = 0;
    for (unsigned seed = 101; seed <= 136; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Scene whole = RandomEverything{seed}.make();
        never_commit(whole.data);
        let_power_go(whole.data);
        Scene halves = whole;
        halve<ThermalPlant>(halves.data);
        halve<RunOfRiver>(halves.data);
        halve<Reservoir>(halves.data);
        halve<SolarPlant>(halves.data);
        halve<WindPlant>(halves.data);
        halve<Battery>(halves.data);
        const std::optional<double> expected = best_cost(whole);
        expect_same(best_cost(halves), expected);
        solved += expected.has_value();
    }
    EXPECT_GE(solved, 12);
}

// What the whole does its halves can do together, and more.
TEST(SizeProperties, HalvesOfCommittedPlantsAreNeverDearer) {
    int solved = 0;
    int cheaper = 0;
    for (unsigned seed = 201; seed <= 260; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Scene whole = RandomSystem{seed}.make();
        Scene halves = whole;
        halve<ThermalPlant>(halves.data);
        const std::optional<double> most = best_cost(whole);
        if (!most) continue;
        const std::optional<double> reached = best_cost(halves);
        ASSERT_TRUE(reached.has_value());
        EXPECT_LE(*reached, *most + close_to(*most));
        ++solved;
        cheaper += *reached < *most - close_to(*most);
    }
    EXPECT_GE(solved, 20);
    EXPECT_GE(cheaper, 5);
}

}  // namespace
}  // namespace indus::tests
