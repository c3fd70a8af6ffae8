// SPDX-License-Identifier: Apache-2.0
#include "model/components/plant_constraint.hpp"

#include "tests/model/components/limits.hpp"

namespace indus::tests {
namespace {

// Two coal plants of 100 MW at 20 and 22, gas at 50; 120 and 150 MW are wanted, in steps of half an hour.
Scene three_plants(const PlantConstraint& constraint) {
    Scene scene{2, 0.5};
    scene.add(thermal("hub", 100, 20)).add(thermal("port", 100, 22)).add(thermal("gas", 100, 50));
    return scene.demand({120, 150}).add(constraint);
}

PlantConstraint on(std::vector<WeightedNames::Item> plants) {
    PlantConstraint constraint;
    constraint.name = "cooling";
    constraint.plants.items = std::move(plants);
    return constraint;
}

// The sea takes the heat of 130 MW: hub 100, port 20 then 30, gas 0 then 20.
//   0.5 (100 * 20 + 20 * 22) + 0.5 (100 * 20 + 30 * 22 + 20 * 50) = 1220 + 1830
TEST(PlantConstraint, LimitsAnOutputTogether) {
    PlantConstraint constraint = on({{"hub", 1.0}, {"port", 1.0}});
    constraint.max_mw = 130.0;
    const Solution solution = three_plants(constraint).solve();
    EXPECT_NEAR(cost(solution), 3050.0, tolerance);
    expect_near(price(solution, "zone"), {22, 50});
}

// At 10 per MWh, 20 MW above the limit for half an hour cost 100 and save 0.5 * 20 * 28 = 280.
TEST(PlantConstraint, MayBeBrokenAtAPrice) {
    PlantConstraint constraint = on({{"hub", 1.0}, {"port", 1.0}});
    constraint.max_mw = 130.0;
    constraint.violation_cost_per_mwh = 10.0;
    Scene scene = three_plants(constraint);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3050.0 - 280 + 100, tolerance);
    expect_near(series(solution, "cooling", "excess"), {0, 20});
    expect_near(price(solution, "zone"), {22, 32});
    expect_audit_finds(scene, solution, "cooling", "excess");
}

// gas >= 0.2 hub, written as gas - 0.2 hub >= 0: a MW of demand, with the hub at 100 MW, still comes from the port. Gas
// 20, hub 100, port 0 then 30.   0.5 (2000 + 1000) + 0.5 (2000 + 1000 + 660)
TEST(PlantConstraint, WeighsItsPlants) {
    PlantConstraint constraint = on({{"gas", 1.0}, {"hub", -0.2}});
    constraint.min_mw = 0.0;
    const Solution solution = three_plants(constraint).solve();
    // Backing the hub down by 5 MW would save one of gas: 5 * 20 + 50 = 150 against 6 * 22 = 132 from the port: worth
    // it. So the hub stands still and the port gives 100, the hub x, gas 0.2 x for the rest: 20 = 1.2 x and 50 = 1.2 x.
    const auto half_hour = [](double rest) { return 0.5 * (100 * 22 + rest / 1.2 * (20 + 0.2 * 50)); };
    EXPECT_NEAR(cost(solution), half_hour(20) + half_hour(50), tolerance);
    expect_near(price(solution, "zone"), {25, 25});
    expect_near(series(solution, "gas", "output"), {20 * 0.2 / 1.2, 50 * 0.2 / 1.2});
}

// Over the horizon: gas must give 15 MWh of the 135; of it, 5 MWh less at 40 per MWh would save only 28.
TEST(PlantConstraint, LimitsEnergy) {
    PlantConstraint constraint = on({{"gas", 1.0}});
    constraint.min_energy_mwh = 15.0;
    const Solution solution = three_plants(constraint).solve();
    EXPECT_NEAR(cost(solution), 100 * 20 + 20 * 22 + 15 * 50.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "cooling", "least energy of plants").shadow_price, 28.0, tolerance);
    constraint.violation_cost_per_mwh = 10.0;
    Scene scene = three_plants(constraint);
    const Solution missed = scene.solve();
    EXPECT_NEAR(cost(missed), 100 * 20 + 35 * 22 + 15 * 10.0, tolerance);
    expect_audit_finds(scene, missed, "cooling", "energy_shortfall");

    PlantConstraint most = on({{"hub", 1.0}});
    most.max_energy_mwh = 90.0;
    EXPECT_NEAR(cost(three_plants(most).solve()), 90 * 20 + 45 * 22.0, tolerance);
    most.violation_cost_per_mwh = 1.0;
    Scene exceeded_scene = three_plants(most);
    const Solution exceeded = exceeded_scene.solve();
    EXPECT_NEAR(cost(exceeded), 100 * 20 + 35 * 22 + 10.0, tolerance);
    expect_audit_finds(exceeded_scene, exceeded, "cooling", "energy_excess");
}

// A store counts what it gives less what it takes: charging 30 MW is -30. At least -10 lets it charge 10 MW only.
TEST(PlantConstraint, CountsAStoreBothWays) {
    Scene scene{2};
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = cell.discharge_mw = 30;
    cell.energy_mwh = 60;
    PlantConstraint constraint = on({{"cell", 1.0}});
    constraint.min_mw = -10.0;
    scene.add(thermal("hub", 100, 20)).add(thermal("gas", 100, 80)).add(cell).demand({50, 150}).add(constraint);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 60 * 20 + 100 * 20 + 40 * 80.0, tolerance);
    expect_audit_finds(scene, solution, "cell", "charge");
}

TEST(PlantConstraint, RefusesContradictions) {
    PlantConstraint none = on({{"hub", 1.0}});
    PlantConstraint crossed = on({{"hup", 1.0}, {"port", 1.0}});
    crossed.name = "crossed";
    crossed.min_mw = 2.0;
    crossed.max_mw = 1.0;
    crossed.min_energy_mwh = 2.0;
    crossed.max_energy_mwh = 1.0;
    Scene scene = three_plants(none);
    SolarPlant twin = sun(10, 0);
    twin.name = "port";
    scene.add(crossed).add(twin);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  ("plant_constraint cooling: max_mw is empty, expected a limit: min_mw, max_mw, min_energy_mwh or "
                   "max_energy_mwh"),
                  "plant_constraint crossed: min_mw is 2, expected at most max_mw (1)",
                  "plant_constraint crossed: min_energy_mwh is 2, expected at most max_energy_mwh (1)",
                  "plant_constraint crossed: plants is hup, expected the name of a plant; did you mean 'hub'?",
                  ("plant_constraint crossed: plants is port, expected a name that only one plant has; plants of "
                   "several kinds have it")}));
}

}  // namespace
}  // namespace indus::tests
