// SPDX-License-Identifier: Apache-2.0
// Heat in balance: nodes and demands.
#include "model/components/heat/heat_node.hpp"

#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/explained.hpp"

namespace indus::tests {
namespace {

// 100 MW there are, 130 wanted, half an hour: 0.5 * (100 * 18 + 30 * 100).
TEST(HeatDemand, GoesUnservedAtACost) {
    Scene scene = steam_scene(1, 0.5);
    scene.add(heat_demand({130})).add(gas_boiler());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2400.0, tolerance);
    EXPECT_NEAR(solution.cost_of("unserved_heat"), 1500.0, tolerance);
    expect_near(series(solution, "works", "unserved_heat"), {30});
    for (const auto* quantity : {"unserved_heat", "load"}) expect_audit_finds(scene, solution, "works", quantity);
}

TEST(HeatDemand, MustBeServedWithoutAValue) {
    Scene scene = steam_scene(1);
    scene.add(heat_demand({130})).add(gas_boiler());
    scene.data.list<HeatDemand>()[0].value_of_lost_heat_per_mwh.reset();
    EXPECT_THAT(explained(scene), testing::HasSubstr("heat given falls short of heat taken by 30 MW"));
}

// Nodes do not share their heat: 10 MW of water go unserved beside a boiler of steam.
TEST(HeatNode, KeepsItsHeatToItself) {
    Scene scene = steam_scene(1);
    scene.add(HeatNode{.name = "water", .zone = {.name = "zone"}});
    HeatDemand second = heat_demand({10});
    second.name = "town";
    second.node.name = "water";
    scene.add(heat_demand({50})).add(second).add(gas_boiler());
    EXPECT_NEAR(cost(scene.solve()), 50 * 18 + 10 * 100.0, tolerance);
}

// A boiler that must stay on with 40 MW: what nobody takes is vented, where it may be.
TEST(HeatNode, VentsWhereItMay) {
    Scene scene = steam_scene(1);
    Boiler boiler = gas_boiler();
    boiler.min_heat_mw = 40;
    boiler.min_up_h = 5;
    boiler.initial_status_h = 1;
    scene.add(boiler).add(heat_demand({10}));
    const Solution solution = scene.solve();
    expect_near(series(solution, "steam", "vented"), {30});
    expect_audit_finds(scene, solution, "steam", "vented");
    scene.data.list<HeatNode>()[0].may_vent = false;
    EXPECT_FALSE(explained(scene).empty());
}

TEST(HeatNode, AuditFindsHeatFromNowhere) {
    Scene scene = steam_scene(1);
    Spoilt spoilt{scene.add(heat_demand({90})).add(gas_boiler())};
    spoilt.set("boiler", "heat", {80}).set("boiler", "fuel_use", {288}).set("boiler", "emissions", {14.4});
    EXPECT_THAT(spoilt.findings(), Contains("steam at 0: heat given less heat taken is -10 MW, but should be 0 MW"));
}

}  // namespace
}  // namespace indus::tests
