// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/heat_store.hpp"

#include "tests/model/components/heat_scenes.hpp"

namespace indus::tests {
namespace {

/// 0.9 in, 0.8 out.
HeatStore tank() {
    HeatStore store;
    store.name = "tank";
    store.node.name = "steam";
    store.charge_mw = store.discharge_mw = 60;
    store.energy_mwh = 100;
    store.charge_efficiency = 0.9;
    store.discharge_efficiency = 0.8;
    return store;
}

// 50 MW charged in the first hour are 45 MWh, which give 36 MW in the second; 14 of 150 MW go unserved.
//   200 * 18 + 14 * 100
TEST(HeatStore, MovesHeatIntoThePeak) {
    Scene scene = steam_scene(2);
    scene.add(heat_demand({50, 150})).add(gas_boiler()).add(tank());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5000.0, tolerance);
    expect_near(series(solution, "tank", "level"), {45, 0});
    expect_near(series(solution, "tank", "discharge"), {0, 36});
    for (const auto* quantity : {"charge", "discharge", "level"}) expect_audit_finds(scene, solution, "tank", quantity);
    expect_audit_finds(scene, solution, "works", "unserved_heat");
}

// Half an hour a step: half of each energy.
TEST(HeatStore, CountsEnergyInHours) {
    Scene scene = steam_scene(2, 0.5);
    scene.add(heat_demand({50, 150})).add(gas_boiler()).add(tank());
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2500.0, tolerance);
    expect_near(series(solution, "tank", "level"), {22.5, 0});
}

// A tenth lost an hour: of 10 MWh 8.1 are left after a step of 2 h, 0.8 * 8.1 = 6.48 MWh or 3.24 MW of heat. Nothing
// has to be there at the end.
TEST(HeatStore, LosesHeatWhileItWaits) {
    Scene scene = steam_scene(1, 2.0);
    HeatStore store = tank();
    store.initial_level_mwh = 10;
    store.standing_loss_share_per_h = 0.1;
    store.end_level_mwh = 0;
    scene.add(heat_demand({10})).add(store);
    const Solution solution = scene.solve();
    expect_near(series(solution, "tank", "discharge"), {3.24});
    expect_audit_finds(scene, solution, "tank", "level");
}

// The level at the end is the initial one: 10 MWh more cost 10 / 0.9 * 18 where they are asked for.
TEST(HeatStore, EndsAsFullAsItBegan) {
    Scene scene = steam_scene(1);
    HeatStore store = tank();
    store.initial_level_mwh = 10;
    scene.add(gas_boiler()).add(heat_demand({5})).add(store);
    EXPECT_NEAR(cost(scene.solve()), 90.0, tolerance);
    scene.data.list<HeatStore>()[0].end_level_mwh = 20;
    EXPECT_NEAR(cost(scene.solve()), 90 + 10 / 0.9 * 18, tolerance);
}

// The boiler gives 100 MW or nothing, 40 are asked for, nothing may be vented. The tank has room for 20 MWh: charging
// 80 MW at 0.5 while it discharges 20 would burn the rest. As it must choose, the boiler stays off: 40 * 100.
TEST(HeatStore, NeverChargesAndDischargesAtOnce) {
    Scene scene = steam_scene(1, 1.0, false);
    Boiler boiler = gas_boiler();
    boiler.min_heat_mw = 100;
    HeatStore store = tank();
    store.charge_mw = 100;
    store.energy_mwh = 20;
    store.charge_efficiency = 0.5;
    store.discharge_efficiency = 1.0;
    scene.add(boiler).add(heat_demand({40})).add(store);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4000.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"heat_store/tank/0"});
}

TEST(HeatStore, RefusesContradictions) {
    Scene scene = steam_scene(1);
    HeatStore store = tank();
    store.initial_level_mwh = 110;
    store.end_level_mwh = 120;
    scene.add(store);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{"heat_store tank: initial_level_mwh is 110, expected at most energy_mwh (100)",
                                        "heat_store tank: end_level_mwh is 120, expected at most energy_mwh (100)"}));
}

}  // namespace
}  // namespace indus::tests
