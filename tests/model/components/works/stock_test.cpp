// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stock.hpp"

#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

// Made in the cheap hour 0, due in hour 1 and kept an hour at 0.5 a tonne: 10 * 0.5. A tenth spoils per hour: for 9 t
// in hour 1, 10 are made in hour 0.
TEST(Stock, KeepsGoodsAtACostAndLosesSome) {
    const std::vector<bool> dear{false, true};
    Scene scene = hours_of(dear);
    StageMode run = mode("run", 20, 0);
    run.min_rate_per_h = 0;
    run.energy_mwh_per_unit = 0.5;
    add_mill(scene).add(run).add(order(9));
    yarn_of(scene).spoilage_share_per_h = 0.1;
    yarn_of(scene).holding_cost_per_unit_h = 0.5;
    scene.data.list<Order>().front().release.time = monday() + std::chrono::hours{1};
    const Solution solution = scene.solve();
    expect_near(series(solution, "yarn", "level"), {10, 0});
    EXPECT_NEAR(cost(solution), base_cost(dear) + 10 * 0.5 * 20 + 10 * 0.5, tolerance);
    for (const auto* quantity : {"level", "rate"}) {
        const auto* owner = std::string_view{quantity} == "level" ? "yarn" : "spin";
        expect_audit_finds(scene, solution, owner, quantity);
    }
}

// Room for 4 t: the rest is made in the dear hour. 10 t are due in it, 4 of them from before.
TEST(Stock, HasLimitedRoom) {
    const std::vector<bool> dear{false, true};
    Scene scene = hours_of(dear);
    StageMode run = mode("run", 20, 0);
    run.min_rate_per_h = 0;
    run.energy_mwh_per_unit = 0.5;
    add_mill(scene).add(run).add(order(10));
    yarn_of(scene).capacity = 4;
    scene.data.list<Order>().front().release.time = monday() + std::chrono::hours{1};
    EXPECT_NEAR(cost(scene.solve()), base_cost(dear) + 0.5 * (4 * 20 + 6 * 60), tolerance);
}

// 5 t at the start, which are there again at the end by default; 2 are enough where that is said.
TEST(Stock, ComesBackToWhereItBegan) {
    Scene scene = hours_of({false});
    StageMode run = mode("run", 20, 0);
    run.min_rate_per_h = 0;
    run.energy_mwh_per_unit = 1;
    add_mill(scene).add(run).add(order(5));
    yarn_of(scene).initial_level = 5;
    EXPECT_NEAR(cost(scene.solve()), base_cost({false}) + 5 * 20, tolerance);
    yarn_of(scene).end_level = 2;
    EXPECT_NEAR(cost(scene.solve()), base_cost({false}) + 2 * 20, tolerance);
}

// Yarn sells at 30 while it takes 1 MWh: worth it at 20, not at 60; 4 t/h may be sold. Buying at 25 for sale at 30 is
// worth 5 in the dear hour.
TEST(Stock, BuysAndSells) {
    const std::vector<bool> dear{false, true};
    Scene scene = hours_of(dear);
    StageMode run = mode("run", 20, 0);
    run.min_rate_per_h = 0;
    run.energy_mwh_per_unit = 1;
    add_mill(scene).add(run);
    yarn_of(scene).capacity = 0;
    yarn_of(scene).sell_max_per_h = 4;
    yarn_of(scene).sell_value_per_unit = 30;
    EXPECT_NEAR(cost(scene.solve()), base_cost(dear) - 4 * 30 + 4 * 20, tolerance);
    yarn_of(scene).buy_max_per_h = 3;
    yarn_of(scene).buy_cost_per_unit = 25;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(dear) - 4 * (30 - 20) - 3 * (30 - 25), tolerance);
    for (const auto* quantity : {"bought", "sold"}) expect_audit_finds(scene, solution, "yarn", quantity);
}

// A by-product of 0.2 t/t with no room has to be thrown away at 3 a tonne.
TEST(Stock, ThrowsAwayWhatHasNoRoom) {
    Scene scene = hours_of({false});
    StageMode run = mode("run", 10, 5);
    run.output.items.push_back({"waste", 0.2});
    Stock waste{.name = "waste"};
    waste.process.name = "mill";
    waste.dump_cost_per_unit = 3;
    add_mill(scene).add(run).add(waste).add(order(10));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost({false}) + 5 * 20 + 2 * 3, tolerance);
    expect_audit_finds(scene, solution, "waste", "dumped");
}

TEST(Stock, RefusesContradictions) {
    Scene scene{1};
    add_mill(scene).add(mode("run", 1, 1));
    yarn_of(scene).initial_level = 2000;
    yarn_of(scene).end_level = 1001;
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "stock yarn: initial_level is 2000, expected between min_level (0) and capacity (1000)",
                  "stock yarn: end_level is 1001, expected between min_level (0) and capacity (1000)"}));
}

}  // namespace
}  // namespace indus::tests
