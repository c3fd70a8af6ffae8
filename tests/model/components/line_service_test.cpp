// SPDX-License-Identifier: Apache-2.0
// Transport and HVDC lines that fall out, and limits that may be exceeded at a cost.
#include <gmock/gmock.h>

#include "model/audit.hpp"
#include "tests/model/components/ac_network_scenes.hpp"

namespace indus::tests {
namespace {

using testing::Contains;

Line link(double capacity_mw, double loss_share = 0.0) {
    Line line;
    line.name = "link";
    line.from.name = "zone";
    line.to.name = "b";
    line.capacity_mw = capacity_mw;
    line.loss_share = loss_share;
    return line;
}

Line& link_of(Scene& scene) { return scene.data.list<Line>().at(0); }

// Full, a quarter and nothing of 80 MW; 100 wanted in b: 80, 20 and 0 at 20, the rest at 30.
TEST(LineService, FollowsItsAvailability) {
    Scene scene = pair({100, 100, 100});
    scene.add(link(80));
    link_of(scene).available = Profile{std::vector<double>{1.0, 0.25, 0.0}};
    const Solution solution = scene.solve();
    expect_near(series(solution, "link", "forward"), {80, 20, 0});
    EXPECT_NEAR(cost(solution), 9000.0 - 100 * 10.0, tolerance);
    link_of(scene).in_service = false;
    EXPECT_NEAR(cost(scene.solve()), 9000.0, tolerance);
}

// 80 MW, 4 per MWh more, two hours a step: 2 h * (100 * 20 + 20 * 4) = 4160, price 24. Out of service, nothing is
// exceeded.
TEST(LineService, ExceedsALimitAtACost) {
    Scene scene = pair({100, 100}, 2.0);
    scene.add(link(80));
    link_of(scene).violation_cost_per_mwh = 4;
    link_of(scene).available = Profile{std::vector<double>{1.0, 0.0}};
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4160.0 + 6000.0, tolerance);
    EXPECT_NEAR(solution.cost_of("line_violation"), 160.0, tolerance);
    expect_near(series(solution, "link", "overload"), {20, 0});
    expect_near(price(solution, "b"), {24, 30});
}

// Back over its limit of 30 MW, at 1 per MWh and a loss of a tenth: 90 wanted in "zone" need 100 sent, 70 beyond the
// limit.
TEST(LineService, ExceedsItsReverseLimitToo) {
    Scene scene{1};
    scene.zone("b").add(thermal("coal", 200, 90)).add(thermal("gas", 200, 30, "b")).add(link(50, 0.1)).demand({90});
    link_of(scene).reverse_capacity_mw = 30;
    link_of(scene).violation_cost_per_mwh = 1;
    EXPECT_NEAR(cost(scene.solve()), 100 * 30 + 70.0, tolerance);
}

// As Line.SendsOneWayAtATime, with a limit that may be exceeded for nothing: the direction is still chosen.
TEST(LineService, SendsOneWayAtATimeBeyondItsLimit) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = 100;
    nuclear.initial_output_mw = 100;
    nuclear.must_run = true;
    scene.zone("b").add(nuclear).add(link(10, 0.5)).demand({40});
    link_of(scene).violation_cost_per_mwh = 0;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4000.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"line/link/0"});
}

TEST(LineService, IsAudited) {
    Scene scene = pair({100});
    scene.add(link(80));
    link_of(scene).violation_cost_per_mwh = 4;
    const auto findings = [&](const Scene& of, std::string_view quantity, double value) {
        Solution solution = of.solve();
        for (SeriesRecord& each : solution.series)
            if (each.owner == "link" && each.quantity == quantity) each.values = {value};
        std::vector<std::string> texts;
        for (const Finding& each : audit(of.system(), solution).findings)
            texts.push_back(fmt::format("{}: {}", each.owner, each.what));
        return texts;
    };
    EXPECT_THAT(findings(scene, "overload", 0), Contains("link: forward flow is 100 MW, above its limit 80 MW"));
    EXPECT_THAT(findings(scene, "overload", 30), Contains("link: the cost 'line_violation' is 80, but should be 120"));
    EXPECT_THAT(findings(scene, "overload", -1), Contains("link: overload is -1 MW, below its limit 0 MW"));
    link_of(scene).violation_cost_per_mwh.reset();
    link_of(scene).available = 0.5;
    EXPECT_THAT(findings(scene, "forward", 60), Contains("link: forward flow is 60 MW, above its limit 40 MW"));
    link_of(scene).in_service = false;
    EXPECT_THAT(findings(scene, "backward", 1), Contains("link: backward flow is 1 MW, above its limit 0 MW"));
}

// What kept power away is named: a line out of service, a full line in the meshes.
TEST(LineService, IsNamedWhereDemandIsNotServed) {
    Scene scene{1};
    scene.zone("b").add(thermal("cheap", 300, 20)).add(link(80)).demand({100}, "b");
    link_of(scene).in_service = false;
    EXPECT_EQ(scene.solve().unserved.at(0).cause,
              "Out of service was a line: link (80 MW); the zone has no plant that could give more.");
    Scene meshed = triangle(60, {100});
    meshed.data.list<ThermalPlant>().pop_back();
    EXPECT_EQ(meshed.solve().unserved.at(0).cause,
              "A line was full: zone_c (60 MW); every plant of the zones within reach ran at its limit.");
}

}  // namespace
}  // namespace indus::tests
