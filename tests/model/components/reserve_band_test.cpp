// SPDX-License-Identifier: Apache-2.0
// Products that a unit gives only within a band of its output, and products with several better ones.
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Reserve product(std::string name, double requirement_mw, std::vector<WeightedNames::Item> better = {}) {
    Reserve made;
    made.name = std::move(name);
    made.requirement_mw = requirement_mw;
    made.response_minutes = 60.0;
    made.better.items = std::move(better);
    return made;
}

/// 20 to 100 MW at 20, regulates between 30 and 80 MW.
ThermalPlant coal() {
    ThermalPlant plant = thermal("coal", 100, 20);
    plant.min_output_mw = 20;
    plant.band_products.items = {{"regulation"}};
    plant.band_min_mw = 30;
    plant.band_max_mw = 80;
    return plant;
}

ThermalPlant gas() {
    ThermalPlant plant = thermal("gas", 50, 60);
    plant.provides_reserve = false;
    return plant;
}

// With 5 MW of regulation coal gives at most 75 of 90 MW: 75 * 20 + 15 * 60. Reserve that asks for no band leaves it
// at 85: 85 * 20 + 5 * 60.
TEST(ReserveBand, LimitsOutputWithReserveFromAbove) {
    Scene scene{1};
    scene.add(coal()).add(gas()).add(product("regulation", 5)).demand({90});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2400, tolerance);
    expect_near(series(solution, "coal", "output"), {75});
    Scene other{1};
    other.add(coal()).add(gas()).add(product("regulation", 0)).add(product("spinning", 15)).demand({90});
    EXPECT_NEAR(cost(other.solve()), 2000, tolerance);
}

// Reserve of other products counts within the band: 5 MW of each leave 70 MW. 70 * 20 + 20 * 60.
TEST(ReserveBand, HoldsForAllReserveOfTheUnit) {
    Scene scene{1};
    scene.add(coal()).add(gas()).add(product("regulation", 5)).add(product("spinning", 5)).demand({90});
    EXPECT_NEAR(cost(scene.solve()), 2600, tolerance);
}

// 25 MW lie below the band: 2 MW down miss at 7. From 32 MW on coal gives them.
TEST(ReserveBand, LimitsOutputLessReserveFromBelow) {
    Reserve regulation = product("regulation", 2);
    regulation.direction = ReserveDirection::down;
    regulation.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.add(coal()).add(regulation).demand({25});
    EXPECT_NEAR(cost(scene.solve()), 514, tolerance);
    scene.data.list<Demand>()[0].load_mw = Profile{std::vector<double>{32}};
    EXPECT_NEAR(cost(scene.solve()), 640, tolerance);
}

TEST(ReserveBand, RulesAreToldInWords) {
    ThermalPlant low = coal(), alone = gas(), several = thermal("several", 100, 20);
    low.band_min_mw = 10;
    low.band_max_mw = 120;
    low.band_products.items = {{"regulaton"}};
    alone.band_max_mw = 40;
    several.units = 2;
    several.band_products.items = {{"regulation"}};
    Scene scene{1};
    scene.add(low).add(alone).add(several).add(product("regulation", 5));
    const std::vector<std::string> expected{
        "thermal_plant coal: band_min_mw is 10, expected from min_output_mw (20) to band_max_mw (120)",
        "thermal_plant coal: band_max_mw is 120, expected at most capacity_mw (100)",
        "thermal_plant gas: band_max_mw is 40, expected nothing, as no band_products keep to it",
        "thermal_plant several: band_products is a band, expected nothing, as there are several units",
        "thermal_plant coal: band_products is regulaton, expected the name of a reserve; did you mean 'regulation'?"};
    EXPECT_EQ(scene.issues(), expected);
}

// A region and the whole, fast and slow: what the region holds counts for the whole, fast for slow. The slow product of
// the whole is reached by both ways from the region's fast one, which counts once: 5 + 3 + 4 + 6 = 18 MW in all.
TEST(BetterReserve, CountsOnceHoweverManyWaysLeadToIt) {
    Reserve slow = product("slow", 6, {{"regional slow"}, {"fast"}});
    slow.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.add(thermal("coal", 100, 20))
        .add(product("regional fast", 5))
        .add(product("fast", 3, {{"regional fast"}}))
        .add(product("regional slow", 4, {{"regional fast"}}))
        .add(slow)
        .demand({82});
    EXPECT_NEAR(cost(scene.solve()), 1640, tolerance);
    scene.data.list<Demand>()[0].load_mw = Profile{std::vector<double>{83}};
    EXPECT_NEAR(cost(scene.solve()), 1667, tolerance);
}

TEST(BetterReserve, OthersAreNamedWithoutWeights) {
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(product("fast", 5)).add(product("slow", 3, {{"fsat"}, {"fast", 0.5}}));
    const std::vector<std::string> expected{
        "reserve slow: better is fsat, expected the name of a reserve; did you mean 'fast'?",
        "reserve slow: better is fast:0.5, expected a product without a weight"};
    EXPECT_EQ(scene.issues(), expected);
}

}  // namespace
}  // namespace indus::tests
