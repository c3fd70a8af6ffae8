// SPDX-License-Identifier: Apache-2.0
// Zones, fuels, policies and reserves: what others share.
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

ThermalPlant must_run(double output_mw) {
    ThermalPlant plant = thermal("nuclear", output_mw, 10);
    plant.min_output_mw = output_mw;
    plant.initial_output_mw = output_mw;
    plant.must_run = true;
    return plant;
}

// 100 MW must run, 40 are wanted. Without a price on surplus that is infeasible, and the sentence says where and by how
// much.
TEST(Zone, HasNoOverSupplyUnlessItHasAPrice) {
    Scene scene{1};
    scene.add(must_run(100)).demand({40});
    const Solution solution = dispatch(scene.system(), {.run = {.gap = 0.0}});
    EXPECT_FALSE(solution.has_solution());
    EXPECT_EQ(solution.outcome, "infeasible");
    EXPECT_EQ(
        solution.explanation,
        "No schedule satisfies all rules of the case. The least that would have to give way: zone zone: supply exceeds "
        "demand by 60 MW, which no unserved tier and no surplus_cost_per_mwh of the zone allows for at 2025-01-13 "
        "00:00.");
}

TEST(Zone, PaysForItsSurplus) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 3.0;
    scene.add(must_run(100)).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1000 + 180.0, tolerance);
    expect_near(price(solution, "zone"), {-3});
}

// A system of one zone and nothing else costs nothing.
TEST(Zone, MayBeEmpty) {
    Scene scene{2};
    EXPECT_NEAR(cost(scene.solve()), 0.0, tolerance);
}

// Two carbon prices add up: 0.09 t/GJ * 10 GJ/MWh = 0.9 t/MWh at 10 + 5 per t is 13.5 more per MWh: coal 30 + 13.5
// loses against gas at 40.
TEST(Policy, PricesAddUpAndTurnTheMeritOrder) {
    Scene scene{1};
    scene.add(Fuel{.name = "lignite", .price_per_gj = 3.0, .emission_factor_t_per_gj = 0.09});
    ThermalPlant coal = thermal("coal", 100, 0);
    coal.fuel.name = "lignite";
    coal.heat_rate_gj_per_mwh = 10;
    scene.add(coal).add(thermal("gas", 100, 40)).demand({50});
    EXPECT_NEAR(cost(scene.solve()), 1500.0, tolerance);
    scene.add(Policy{.name = "tax", .carbon_price_per_t = 10.0}).add(Policy{.name = "levy", .carbon_price_per_t = 5.0});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2000.0, tolerance);
    expect_near(series(solution, "gas", "output"), {50});
}

// Fuel price by series: 3 then 6 per GJ.
TEST(Fuel, MayChangeItsPrice) {
    Scene scene{2};
    scene.add(Fuel{.name = "lignite", .price_per_gj = Profile{std::vector<double>{3, 6}}});
    ThermalPlant coal = thermal("coal", 100, 0);
    coal.fuel.name = "lignite";
    coal.heat_rate_gj_per_mwh = 10;
    scene.add(coal).add(thermal("gas", 100, 40)).demand({50, 50});
    EXPECT_NEAR(cost(scene.solve()), 1500 + 2000.0, tolerance);
}

// 30 MW of reserve are wanted, coal has 20 left: the missing 10 MW cost 7 each rather than shedding demand.
TEST(Reserve, MayFallShortAtACost) {
    Scene scene{1};
    Reserve product;
    product.name = "up";
    product.requirement_mw = 30.0;
    product.shortfall_cost_per_mwh = 7.0;
    scene.add(product).add(thermal("coal", 100, 20)).demand({80});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1600 + 70.0, tolerance);
    expect_near(series(solution, "up", "shortfall"), {10});
    expect_near(series(solution, "up", "provided"), {20});
    expect_near(price(solution, "up"), {7});
    expect_near(price(solution, "zone"), {27});
}

// Two products at once share the headroom: 10 and 15 MW need 25 MW of room: demand 80 leaves 20. Unserved 5 MW.
TEST(Reserve, ProductsShareTheHeadroom) {
    Scene scene{1};
    Reserve slow;
    slow.name = "slow";
    slow.requirement_mw = 15.0;
    scene.add(slow).add(thermal("coal", 100, 20)).demand({80}).reserve(10);
    EXPECT_NEAR(series(scene.solve(), "load_zone", "unserved")[0], 5.0, tolerance);
}

// Where demand just meets a plant's limit, any price between 20 and 60 supports the dispatch: the band says so.
TEST(Zone, TellsWhenAPriceIsNotUnique) {
    Scene scene{1};
    ThermalPlant gas = thermal("gas", 100, 60);
    gas.must_run = true;
    scene.add(thermal("coal", 100, 20)).add(gas).demand({100});
    const Solution solution = scene.solve();
    ASSERT_FALSE(solution.prices.empty());
    EXPECT_NEAR(solution.prices[0].low[0], 20.0, tolerance);
    EXPECT_NEAR(solution.prices[0].high[0], 60.0, tolerance);
}

}  // namespace
}  // namespace indus::tests
