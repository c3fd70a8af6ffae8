// SPDX-License-Identifier: Apache-2.0
#include "model/components/interface.hpp"

#include <gmock/gmock.h>

#include "model/audit.hpp"
#include "model/studies/verify.hpp"
#include "tests/model/components/ac_network_scenes.hpp"

namespace indus::tests {
namespace {

using testing::Contains;

Interface group(std::vector<WeightedNames::Item> lines) {
    Interface interface;
    interface.name = "group";
    interface.lines.items = std::move(lines);
    return interface;
}

Interface& group_of(Scene& scene) { return scene.data.list<Interface>().at(0); }

Line link(double capacity_mw) {
    Line line;
    line.name = "link";
    line.from.name = "zone";
    line.to.name = "b";
    line.capacity_mw = capacity_mw;
    return line;
}

// Both ways into c together carry 120 of the 150 MW wanted there; a peaker at 90 makes the rest: 120 * 20 + 30 * 90 =
// 5100.
TEST(Interface, LimitsLinesTogether) {
    Scene scene = triangle(500);
    scene.add(thermal("peaker", 100, 90, "c")).add(group({{"zone_c", 1}, {"b_c", 1}}));
    group_of(scene).max_mw = 120.0;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5100.0, tolerance);
    expect_near(series(solution, "group", "flow"), {120});
    expect_near(price(solution, "zone"), {20});
    expect_near(price(solution, "c"), {90});
}

// flow zone-c = 2/3 cheap + 1/3 dear, flow zone-b = 1/3 cheap - 1/3 dear: their difference 1/3 cheap + 2/3 dear is to
// be 60 at least, of 150 MW in all: dear 30, cheap 120. 120 * 20 + 30 * 30 = 3300. One MW more in c needs cheap + 2,
// dear - 1: the price there is 40 - 30 = 10.
TEST(Interface, WeighsFlowsAndHasALeast) {
    Scene scene = triangle(500);
    scene.add(group({{"zone_c", 1}, {"zone_b", -1}}));
    group_of(scene).min_mw = 60.0;
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3300.0, tolerance);
    expect_near(series(solution, "dear", "output"), {30});
    expect_near(price(solution, "c"), {10});
}

// An AC line and a link side by side carry 70 of 100 MW together, then 40: 70 * 20 + 30 * 30 = 2300 and 40 * 20 + 60 *
// 30 = 2600.
TEST(Interface, HoldsLinesOfBothKindsStepByStep) {
    Scene scene = pair({100, 100});
    scene.add(ac("zone", "b", 0.1, 60)).add(link(60)).add(group({{"zone_b", 1}, {"link", 1}}));
    group_of(scene).max_mw = Profile{std::vector<double>{70, 40}};
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4900.0, tolerance);
    expect_near(price(solution, "b"), {30, 30});
    const System system = scene.system();
    const auto formulation = build(system);
    EXPECT_NE(formulation->row_of(Interface::equations()[0], "group", 1), -1);
    EXPECT_TRUE(verify(scene.system(), solution).problems.empty());
}

// Two hours a step. 70 MW and 4 per MWh more: all 100 are sent, 2 h * (100 * 20 + 30 * 4) = 4240; price 24 in b.
// At least 90 MW through, 1 per MWh less, when only 60 are wanted: 2 h * (60 * 20 + 30 * 1) = 2460; price 20 - 1 = 19.
TEST(Interface, IsBrokenAtACost) {
    for (const bool linked : {false, true}) {
        Scene scene = pair({100, 60}, 2.0);
        scene.add(group({{linked ? "link" : "zone_b", 1}}));
        if (linked)
            scene.add(link(200));
        else
            scene.add(ac("zone", "b", 0.1, 200));
        group_of(scene).max_mw = Profile{std::vector<double>{70, 1e6}};
        group_of(scene).violation_cost_per_mwh = 4;
        const Solution above = scene.solve();
        EXPECT_NEAR(cost(above), 4240.0 + 2400.0, tolerance);
        EXPECT_NEAR(above.cost_of("interface_violation"), 240.0, tolerance);
        expect_near(price(above, "b"), {24, 20});
        group_of(scene).max_mw = 1e6;
        group_of(scene).min_mw = Profile{std::vector<double>{-1e6, 90}};
        group_of(scene).violation_cost_per_mwh = 1;
        const Solution below = scene.solve();
        EXPECT_NEAR(cost(below), 4000.0 + 2460.0, tolerance);
        expect_near(series(below, "group", "shortfall"), {0, 30});
        expect_near(price(below, "b"), {20, 19});
        EXPECT_TRUE(verify(scene.system(), below).problems.empty());
    }
}

// Of AC lines only, an interface is part of its step's network and links nothing.
TEST(Interface, OfAcLinesLiesInTheBlockOfItsStep) {
    Scene scene = triangle(500, {150, 120});
    scene.add(group({{"zone_c", 1}, {"b_c", 1}}));
    group_of(scene).max_mw = 120.0;
    group_of(scene).violation_cost_per_mwh = 4;
    const System system = scene.system();
    const auto formulation = build(system);
    const solver::Program& program = formulation->program();
    int rows = 0;
    for (int i = 0; i < program.row_count(); ++i) {
        if (program.row_label(i).owner != "group") continue;
        EXPECT_FALSE(program.is_linking(i));
        ++rows;
    }
    EXPECT_EQ(rows, 2);
}

TEST(Interface, RefusesContradictions) {
    Scene scene = triangle(500);
    scene.add(group({{"zone_d", 1}, {"b_c", 1}, {"b_c", 2}}));
    group_of(scene).min_mw = 10.0;
    group_of(scene).max_mw = 5.0;
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "interface group: lines is b_c, expected each name once",
            "interface group: lines is zone_d, expected the name of a line or an ac_line; did you mean 'zone_b'?"}));
    group_of(scene).lines.items = {{"link", 1}};
    Line twin = link(10);
    scene.add(twin);
    line_of(scene, 0).name = "link";
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "interface group: min_mw is 10, expected at most max_mw (5)",
            "interface group: lines is link, expected a name that only one line has; a line and an ac_line have it"}));
    group_of(scene).lines.items.clear();
    EXPECT_THAT(scene.issues(), Contains("interface group: lines is empty, expected at least one name"));
}

std::vector<std::string> findings(const Scene& scene, std::string_view quantity, double value) {
    Solution solution = scene.solve();
    for (SeriesRecord& each : solution.series)
        if (each.owner == "group" && each.quantity == quantity) each.values = {value};
    std::vector<std::string> texts;
    for (const Finding& each : audit(scene.system(), solution).findings)
        texts.push_back(fmt::format("{}: {}", each.owner, each.what));
    return texts;
}

TEST(InterfaceAudit, FindsWhatIsWrong) {
    Scene scene = pair({100});
    scene.add(ac("zone", "b", 0.1, 200)).add(group({{"zone_b", 2}}));
    group_of(scene).max_mw = 140.0;
    EXPECT_THAT(findings(scene, "flow", 120), Contains("group: flow is 120 MW, but should be 140 MW"));
    group_of(scene).violation_cost_per_mwh = 4;
    EXPECT_THAT(findings(scene, "excess", 0), Contains("group: flow is 200 MW, above its limit 140 MW"));
    EXPECT_THAT(findings(scene, "excess", 70),
                Contains("group: the cost 'interface_violation' is 240, but should be 280"));
    EXPECT_THAT(findings(scene, "excess", -1), Contains("group: excess is -1 MW, below its limit 0 MW"));
    EXPECT_THAT(findings(scene, "shortfall", -1), Contains("group: shortfall is -1 MW, below its limit 0 MW"));
    group_of(scene).max_mw = 1e6;
    group_of(scene).min_mw = 300.0;
    group_of(scene).violation_cost_per_mwh = 1;
    EXPECT_THAT(findings(scene, "shortfall", 0), Contains("group: flow is 200 MW, below its limit 300 MW"));
}

// A hard limit cannot be broken, whatever the solution says of an excess.
TEST(InterfaceAudit, AllowsNoExcessOfAHardLimit) {
    Scene scene = pair({100});
    scene.add(ac("zone", "b", 0.1, 200)).add(group({{"zone_b", 1}}));
    group_of(scene).max_mw = 70.0;
    Solution solution = scene.solve();
    solution.series.push_back({"interface", "group", "excess", "MW", true, {5}});
    std::vector<std::string> texts;
    for (const Finding& each : audit(scene.system(), solution).findings)
        texts.push_back(fmt::format("{}: {}", each.owner, each.what));
    EXPECT_THAT(texts, Contains("group: violation of a hard limit is 5 MW, above its limit 0 MW"));
}

}  // namespace
}  // namespace indus::tests
