// SPDX-License-Identifier: Apache-2.0
#include "model/components/technology_limit.hpp"

#include "tests/model/components/limits.hpp"

namespace indus::tests {
namespace {

// Coal at 20, gas at 50, 100 MW each; 50 MW in each of two hours.
Scene coal_and_gas(const TechnologyLimit& limit) {
    Scene scene{2};
    add_emitter(scene, "coal", 100, 20, 0.9);
    add_emitter(scene, "gas", 100, 50, 0.4);
    return scene.demand({50, 50}).add(limit);
}

TechnologyLimit limit_on(const std::string& technology) {
    TechnologyLimit limit;
    limit.name = "rule";
    limit.technologies.items = {{technology}};
    return limit;
}

// At most 30 MWh of coal: 30 * 20 + 70 * 50. A MWh more saves 30.
TEST(TechnologyLimit, CapsEnergy) {
    TechnologyLimit limit = limit_on("coal");
    limit.max_energy_mwh = 30.0;
    const Solution solution = coal_and_gas(limit).solve();
    EXPECT_NEAR(cost(solution), 4100.0, tolerance);
    expect_near(price(solution, "zone"), {50, 50});
    EXPECT_NEAR(*limit_of(solution, "rule", "largest energy of technologies").shadow_price, 30.0, tolerance);
    limit.excess_cost_per_mwh = 5.0;
    Scene scene = coal_and_gas(limit);
    const Solution exceeded = scene.solve();
    EXPECT_NEAR(cost(exceeded), 100 * 20 + 70 * 5.0, tolerance);
    expect_near(price(exceeded, "zone"), {25, 25});
    expect_audit_finds(scene, exceeded, "rule", "excess");
}

// At least 30 MWh of gas: 70 * 20 + 30 * 50; falling short at 5 per MWh is cheaper than the 30 it saves.
TEST(TechnologyLimit, ForcesEnergy) {
    TechnologyLimit limit = limit_on("gas");
    limit.min_energy_mwh = 30.0;
    const Solution solution = coal_and_gas(limit).solve();
    EXPECT_NEAR(cost(solution), 2900.0, tolerance);
    expect_near(price(solution, "zone"), {20, 20});
    EXPECT_NEAR(*limit_of(solution, "rule", "least energy of technologies").shadow_price, 30.0, tolerance);
    limit.shortfall_cost_per_mwh = 5.0;
    Scene scene = coal_and_gas(limit);
    const Solution missed = scene.solve();
    EXPECT_NEAR(cost(missed), 2000 + 30 * 5.0, tolerance);
    expect_audit_finds(scene, missed, "rule", "shortfall");
}

// A quarter from gas: 75 * 20 + 25 * 50; a MWh costs 0.75 * 20 + 0.25 * 50 = 27.5.
TEST(TechnologyLimit, ForcesAndCapsShares) {
    TechnologyLimit limit = limit_on("gas");
    limit.min_share = 0.25;
    const Solution solution = coal_and_gas(limit).solve();
    EXPECT_NEAR(cost(solution), 2750.0, tolerance);
    expect_near(price(solution, "zone"), {27.5, 27.5});
    EXPECT_NEAR(limit_of(solution, "rule", "least share of technologies").reached, 0.25, tolerance);
    limit.shortfall_cost_per_mwh = 5.0;
    Scene scene = coal_and_gas(limit);
    const Solution missed = scene.solve();
    EXPECT_NEAR(cost(missed), 2000 + 25 * 5.0, tolerance);
    expect_audit_finds(scene, missed, "rule", "share_shortfall");

    TechnologyLimit most = limit_on("coal");
    most.max_share = 0.75;
    EXPECT_NEAR(cost(coal_and_gas(most).solve()), 2750.0, tolerance);
    most.excess_cost_per_mwh = 5.0;
    Scene exceeded_scene = coal_and_gas(most);
    const Solution exceeded = exceeded_scene.solve();
    EXPECT_NEAR(cost(exceeded), 2000 + 25 * 5.0, tolerance);
    expect_audit_finds(exceeded_scene, exceeded, "rule", "share_excess");
}

// In the south alone: its gas must give 10 MWh though the north is cheaper.
TEST(TechnologyLimit, LooksAtItsZonesOnly) {
    TechnologyLimit limit = limit_on("gas");
    limit.zones.items = {{"south"}};
    limit.min_energy_mwh = 10.0;
    Scene scene{1};
    scene.zone("south");
    add_emitter(scene, "coal", 100, 20, 0.9);
    ThermalPlant north = thermal("north", 50, 30);
    ThermalPlant south = thermal("south_gas", 50, 40, "south");
    north.technology = south.technology = "gas";
    Line line;
    line.name = "line";
    line.from.name = "zone";
    line.to.name = "south";
    line.capacity_mw = 100.0;
    scene.add(north).add(south).add(line).demand({60}, "south").add(limit);
    EXPECT_NEAR(cost(scene.solve()), 50 * 20 + 10 * 40.0, tolerance);
}

TEST(TechnologyLimit, JudgesCapacity) {
    TechnologyLimit limit = limit_on("coal");
    limit.max_capacity_mw = 90.0;
    EXPECT_EQ(explanation(coal_and_gas(limit)),
              "No schedule satisfies all rules of the case. The least that would have to give way: technology_limit "
              "rule: the capacity "
              "exceeds the largest by 10 MW at 2025-01-13 00:00.");
    limit.max_capacity_mw = 100.0;
    limit.min_capacity_mw = 100.0;
    const Solution solution = coal_and_gas(limit).solve();
    EXPECT_NEAR(limit_of(solution, "rule", "least capacity of technologies").reached, 100.0, tolerance);
}

TEST(TechnologyLimit, RefusesContradictions) {
    TechnologyLimit limit = limit_on("coals");
    limit.zones.items = {{"south"}};
    limit.min_energy_mwh = 3.0;
    limit.max_energy_mwh = 2.0;
    limit.min_capacity_mw = 3.0;
    limit.max_capacity_mw = 2.0;
    TechnologyLimit idle = limit_on("gas");
    idle.name = "idle";
    idle.shortfall_cost_per_mwh = 1.0;
    idle.excess_cost_per_mwh = 1.0;
    TechnologyLimit shares = limit_on("gas");
    shares.name = "shares";
    shares.min_share = 0.5;
    shares.max_share = 0.4;
    Scene scene = coal_and_gas(limit);
    scene.add(idle).add(shares);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "technology_limit rule: min_energy_mwh is 3, expected at most max_energy_mwh (2)",
            "technology_limit rule: min_capacity_mw is 3, expected at most max_capacity_mw (2)",
            ("technology_limit idle: shortfall_cost_per_mwh is 1, expected nothing, as no least energy or share is "
             "given"),
            "technology_limit idle: excess_cost_per_mwh is 1, expected nothing, as no largest energy or share is given",
            "technology_limit shares: min_share is 0.5, expected at most max_share (0.4)",
            "technology_limit rule: zones is south, expected the name of a zone",
            ("technology_limit rule: technologies is coals, expected the technology of a plant that generates; did you "
             "mean 'coal'?")}));
}

}  // namespace
}  // namespace indus::tests
