// SPDX-License-Identifier: Apache-2.0
#include "model/components/line.hpp"

#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Line line(double capacity_mw, double loss_share) {
    Line l;
    l.name = "line";
    l.from.name = "zone";
    l.to.name = "south";
    l.capacity_mw = capacity_mw;
    l.loss_share = loss_share;
    return l;
}

// Coal (200 MW at 20) in the north, peaker (100 MW at 90) in the south, where 60 MW are wanted. The line carries 50 MW
// and loses a tenth: 45 arrive, the peaker gives 15.   50 * 20 + 15 * 90 = 2350; prices 20 and 90.
TEST(Line, CarriesWhatItCanAndLosesItsShare) {
    Scene scene{1};
    scene.zone("south").add(thermal("coal", 200, 20)).add(thermal("peaker", 100, 90, "south")).add(line(50, 0.1));
    scene.demand({60}, "south");
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2350.0, tolerance);
    expect_near(series(solution, "line", "forward"), {50});
    expect_near(series(solution, "south", "net_import"), {45});
    expect_near(price(solution, "zone"), {20});
    expect_near(price(solution, "south"), {90});
}

// With room on the line the southern price is 20 / 0.9, the cost of 1 / 0.9 MWh in the north.
TEST(Line, PricesItsLosses) {
    Scene scene{1};
    scene.zone("south").add(thermal("coal", 200, 20)).add(thermal("peaker", 100, 90, "south")).add(line(100, 0.1));
    scene.demand({60}, "south").demand({10});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 20 * (10 + 60 / 0.9), tolerance);
    expect_near(price(solution, "south"), {20 / 0.9});
}

// The other way only 20 MW fit; 60 wanted in the north: 40 from coal at 90.
TEST(Line, HasALimitOfItsOwnBackwards) {
    Scene scene{1};
    Line l = line(50, 0.0);
    l.reverse_capacity_mw = 20;
    l.wheeling_cost_per_mwh = 1;
    scene.zone("south").add(thermal("coal", 200, 90)).add(thermal("gas", 100, 30, "south")).add(l).demand({60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 20 * 31 + 40 * 90.0, tolerance);
    expect_near(series(solution, "line", "backward"), {20});
}

// An HVDC link loses in both converters: 1 MW sent delivers 0.99 * 0.95 * 0.99.
TEST(Line, LosesInBothConverters) {
    Scene scene{1};
    Line l = line(200, 0.05);
    l.technology = LineTechnology::hvdc;
    l.converter_loss_share = 0.01;
    scene.zone("south").add(thermal("coal", 200, 20)).add(l).demand({60}, "south");
    EXPECT_NEAR(cost(scene.solve()), 20 * 60 / (0.99 * 0.95 * 0.99), tolerance);
}

// A must-run plant of 100 MW against 40 MW of demand: sending both ways over the lossy line would burn the surplus for
// nothing. Only one way at a time is allowed, so what the south takes is 0: 60 MW of surplus at 50 each.
TEST(Line, SendsOneWayAtATime) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = 100;
    nuclear.initial_output_mw = 100;
    nuclear.must_run = true;
    scene.zone("south").add(nuclear).add(line(100, 0.5)).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1000 + 60 * 50.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"line/line/0"});
}

TEST(Line, RefusesContradictions) {
    Scene scene{1};
    Line l = line(50, 0.0);
    l.to.name = "zone";
    l.converter_loss_share = 0.01;
    scene.add(l);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "line line: to is zone, expected another zone than from (zone)",
                  "line line: converter_loss_share is 0.01, expected 0, as a transport line has no converters"}));
}

}  // namespace
}  // namespace indus::tests
