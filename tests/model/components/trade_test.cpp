// SPDX-License-Identifier: Apache-2.0
#include "model/components/trade.hpp"

#include "tests/model/components/limits.hpp"

namespace indus::tests {
namespace {

Trade border(double import_mw, double import_price, double export_mw, double export_price) {
    Trade trade;
    trade.name = "border";
    trade.zone.name = "zone";
    trade.import_capacity_mw = import_mw;
    trade.import_price_per_mwh = import_price;
    trade.export_capacity_mw = export_mw;
    trade.export_price_per_mwh = export_price;
    return trade;
}

// 120 MW are wanted, coal gives 100 at 20, the neighbour the rest at 30: 2000 + 600.
TEST(Trade, BuysWhatIsDearerAtHome) {
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(thermal("gas", 100, 50)).add(border(50, 30, 0, 0)).demand({120});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2600.0, tolerance);
    EXPECT_NEAR(solution.cost_of("import"), 600.0, tolerance);
    expect_near(price(solution, "zone"), {30});
    expect_near(series(solution, "zone", "net_import"), {20});
    expect_audit_finds(scene, solution, "border", "import");
}

// 60 MW are wanted; the coal that is left sells at 25 up to 30 MW: 90 * 20 - 30 * 25. For half an hour: half of it.
TEST(Trade, SellsWhatIsCheaperAtHome) {
    for (const double hours : {1.0, 0.5}) {
        Scene scene{1, hours};
        scene.add(thermal("coal", 100, 20)).add(border(0, 0, 30, 25)).demand({60});
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), hours * (1800 - 750.0), tolerance);
        EXPECT_NEAR(solution.cost_of("export"), hours * -750.0, tolerance);
        expect_near(price(solution, "zone"), {20});
        expect_audit_finds(scene, solution, "border", "export");
    }
}

// Prices of 25 and 35 abroad, 40 MWh to sell, 30 MW at a time: 30 in the second hour, 10 in the first.
TEST(Trade, SpreadsALimitedEnergy) {
    Trade trade = border(0, 0, 30, 0);
    trade.export_price_per_mwh = Profile{std::vector<double>{25, 35}};
    trade.max_export_mwh = 40.0;
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).add(trade).demand({60, 60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 160 * 20 - 10 * 25 - 30 * 35.0, tolerance);
    expect_near(series(solution, "border", "export"), {10, 30});
    expect_audit_finds(scene, solution, "border", "export");
}

// A contract to take 30 MWh at 45, though coal at 20 would do: 70 * 20 + 30 * 45; one to deliver 20 MWh at 5.
TEST(Trade, KeepsItsContracts) {
    Trade take = border(50, 45, 0, 0);
    take.min_import_mwh = 30.0;
    Scene scene{1};
    scene.add(thermal("coal", 200, 20)).add(take).demand({100});
    EXPECT_NEAR(cost(scene.solve()), 70 * 20 + 30 * 45.0, tolerance);
    Trade give = border(0, 0, 50, 5);
    give.min_export_mwh = 20.0;
    scene.data.list<Trade>() = {give};
    EXPECT_NEAR(cost(scene.solve()), 120 * 20 - 20 * 5.0, tolerance);
    take.max_import_mwh = 10.0;
    take.min_import_mwh.reset();
    take.import_price_per_mwh = 15.0;
    scene.data.list<Trade>() = {take};
    EXPECT_NEAR(cost(scene.solve()), 10 * 15 + 90 * 20.0, tolerance);
}

// Buying at 10 and selling at 40 at once would be money for nothing; only one way is open. Selling 30: 90 * 20 - 1200 =
// 600; buying 50: 10 * 20 + 500 = 700.
TEST(Trade, GoesOneWayAtATime) {
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(border(50, 10, 30, 40)).demand({60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 600.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"trade/border/0"});
}

TEST(Trade, RefusesContradictions) {
    Trade trade = border(10, 10, 10, 10);
    trade.min_import_mwh = 2.0;
    trade.max_import_mwh = 1.0;
    trade.min_export_mwh = 4.0;
    trade.max_export_mwh = 3.0;
    Scene scene{1};
    scene.add(trade);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{"trade border: min_import_mwh is 2, expected at most max_import_mwh (1)",
                                        "trade border: min_export_mwh is 4, expected at most max_export_mwh (3)"}));
}

}  // namespace
}  // namespace indus::tests
