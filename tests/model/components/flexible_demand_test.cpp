// SPDX-License-Identifier: Apache-2.0
#include "model/components/flexible_demand.hpp"

#include "tests/model/components/limits.hpp"

namespace indus::tests {
namespace {

/// 20 MW worth 90, 30 more worth 60, 50 more worth 15.
FlexibleDemand mill() {
    FlexibleDemand demand;
    demand.name = "mill";
    demand.zone.name = "zone";
    demand.bids_per_mwh.steps = {{20, 90}, {50, 60}, {100, 15}};
    return demand;
}

// Power at 20 is worth it for the first 50 MW: 90 MW of coal in all. 90 * 20 - 20 * 90 - 30 * 60 = -1800.
TEST(FlexibleDemand, ConsumesWhilePowerIsWorthIt) {
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(mill()).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), -1800.0, tolerance);
    EXPECT_NEAR(solution.cost_of("consumer_value"), -3600.0, tolerance);
    expect_near(series(solution, "mill", "served"), {50});
    expect_near(price(solution, "zone"), {20});
    for (const auto* quantity : {"served", "served_1", "served_2", "served_3", "withdrawal"})
        expect_audit_finds(scene, solution, "mill", quantity);
}

// With 80 MW of coal, 40 are left: the second tier is served in part and sets the price, 60.
TEST(FlexibleDemand, SetsThePriceWhereItIsServedInPart) {
    Scene scene{1};
    scene.add(thermal("coal", 80, 20)).add(mill()).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 80 * 20 - 20 * 90 - 20 * 60.0, tolerance);
    expect_near(price(solution, "zone"), {60});
}

// Half an hour; half of it available: 10 MW worth 90, 15 worth 60; each MW consumed draws 1 / 0.8 MW.
TEST(FlexibleDemand, LosesPowerOnTheWay) {
    FlexibleDemand demand = mill();
    demand.availability = 0.5;
    demand.loss_share = 0.2;
    Scene scene{1, 0.5};
    scene.add(thermal("coal", 100, 20)).add(demand);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 0.5 * (25 / 0.8 * 20 - 10 * 90 - 15 * 60.0), tolerance);
    expect_near(series(solution, "mill", "withdrawal"), {25 / 0.8});
}

TEST(FlexibleDemand, RefusesContradictions) {
    FlexibleDemand demand = mill();
    demand.bids_per_mwh.steps = {{0, 50}, {10, 60}};
    Scene scene{1};
    scene.add(demand);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            ("flexible_demand mill: bids_per_mwh is 0, expected pairs MW:money whose first number, up to which the bid "
             "holds, is above 0"),
            "flexible_demand mill: bids_per_mwh is 60, expected bids that do not rise: tier 2 is above tier 1 (50)"}));
}

}  // namespace
}  // namespace indus::tests
