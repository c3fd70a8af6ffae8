// SPDX-License-Identifier: Apache-2.0
#include "model/components/demand.hpp"

#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Demand tiered(double load_mw) {
    Demand d;
    d.name = "mill";
    d.zone.name = "zone";
    d.sector = "textile";
    d.load_mw = load_mw;
    d.value_of_lost_load_per_mwh.steps = {{0.0, 50}, {0.2, 500}};
    return d;
}

// Load 100 MW, coal 60 MW at 20, oil 30 MW at 80. The first fifth (20 MW) is worth 50 per MWh, less than oil: it is
// shed. Coal 60 + oil 20 serve the other 80.   60 * 20 + 20 * 80 + 20 * 50 = 3800; price 80.
TEST(Demand, ShedsTheCheapTierFirst) {
    Scene scene{1};
    scene.add(thermal("coal", 60, 20)).add(thermal("oil", 30, 80)).add(tiered(100));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3800.0, tolerance);
    expect_near(series(solution, "mill", "unserved_1"), {20});
    expect_near(series(solution, "mill", "unserved_2"), {0});
    expect_near(price(solution, "zone"), {80});
    ASSERT_EQ(solution.unserved.size(), 1U);
    EXPECT_EQ(solution.unserved[0].sector, "textile");
    EXPECT_NEAR(solution.unserved[0].energy_mwh, 20.0, tolerance);
    EXPECT_NEAR(solution.unserved[0].value, 1000.0, tolerance);
    EXPECT_EQ(solution.unserved[0].cause,
              "Power was to be had from oil (10 MW), but serving would have cost more than the value of lost load of "
              "50 per MWh.");
}

// Without oil the second tier suffers too: 20 * 50 + 20 * 500 + 60 * 20 = 12200; price 500.
TEST(Demand, TellsWhyItWasNotServed) {
    Scene scene{1};
    scene.add(thermal("coal", 60, 20)).add(tiered(100));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 12200.0, tolerance);
    expect_near(price(solution, "zone"), {500});
    ASSERT_EQ(solution.unserved.size(), 1U);
    EXPECT_EQ(solution.unserved[0].cause, "Every plant of the zone ran at its limit.");
}

// An industrial zone behind a full line of 30 MW: the line is named.
TEST(Demand, NamesTheFullLine) {
    Scene scene{2};
    Line l;
    l.name = "feeder";
    l.from.name = "zone";
    l.to.name = "estate";
    l.capacity_mw = 30.0;
    Demand d = tiered(40);
    d.zone.name = "estate";
    scene.zone("estate").add(thermal("coal", 60, 20)).add(l).add(d);
    const Solution solution = scene.solve();
    ASSERT_EQ(solution.unserved.size(), 1U);
    EXPECT_EQ(solution.unserved[0].step_count, 2);
    EXPECT_EQ(solution.unserved[0].cause, "A line was full: feeder (30 MW).");
}

// 95 MW delivered with 5% lost on the way are 100 MW from the zone; sent out, they are 95.
TEST(Demand, StatesItsLevel) {
    Demand d = tiered(95);
    d.loss_share = 0.05;
    Scene delivered{1};
    delivered.add(thermal("coal", 200, 20)).add(d);
    EXPECT_NEAR(cost(delivered.solve()), 2000.0, tolerance);
    d.level = DemandLevel::sent_out;
    Scene sent_out{1};
    sent_out.add(thermal("coal", 200, 20)).add(d);
    EXPECT_NEAR(cost(sent_out.solve()), 1900.0, tolerance);
}

// A MWh unserved at the customer spares 1 / 0.95 MWh of the zone: 190 MW available serve 180.5; 14.5 of 195 are
// missing.
TEST(Demand, CountsUnservedEnergyAtTheCustomer) {
    Demand d = tiered(195);
    d.loss_share = 0.05;
    Scene scene{1};
    scene.add(thermal("coal", 190, 20)).add(d);
    const Solution solution = scene.solve();
    expect_near(series(solution, "mill", "unserved"), {14.5});
    EXPECT_NEAR(cost(solution), 190 * 20 + 14.5 * 50, tolerance);
    expect_near(price(solution, "zone"), {50 * 0.95});
}

TEST(Demand, RefusesContradictions) {
    Scene scene{1};
    Demand d = tiered(10);
    d.value_of_lost_load_per_mwh.steps = {{0.1, 500}, {0.5, 50}};
    scene.add(d);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "demand mill: value_of_lost_load_per_mwh is 0.1, expected a first tier that begins at share 0",
                  ("demand mill: value_of_lost_load_per_mwh is 50, expected values that do not fall: tier 2 is below "
                   "tier 1 (500)")}));
}

}  // namespace
}  // namespace indus::tests
