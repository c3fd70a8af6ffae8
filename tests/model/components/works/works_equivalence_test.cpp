// SPDX-License-Identifier: Apache-2.0
// Processes that are something else in disguise: the same cost by other rows.
#include "tests/model/components/works/works_scene.hpp"
#include "tests/model/random_systems.hpp"

namespace indus::tests {
namespace {

/// Three plants of different cost and a demand, each from its seed.
Scene random_supply(Dice& dice, int steps, double step_hours) {
    Scene scene{steps, step_hours};
    scene.add(thermal("cheap", dice.pick({40, 60, 80}), dice.pick({10, 20})));
    scene.add(thermal("middle", dice.pick({40, 60}), dice.pick({30, 45})));
    ThermalPlant dear = thermal("dear", dice.pick({60, 100}), dice.pick({70, 110}));
    dear.min_output_mw = dice.pick({0, 20});
    dear.start_cost.steps = {{0.0, dice.pick({0, 500})}};
    scene.add(dear);
    std::vector<double> load;
    for (int t = 0; t < steps; ++t) load.push_back(dice.pick({20, 50, 80, 110}));
    scene.demand(load);
    return scene;
}

class WorksEquivalence : public testing::TestWithParam<unsigned> {};

// One level, no stock and a target that needs every step: firm demand of that level.
TEST_P(WorksEquivalence, OneLevelWithoutStockIsFirmDemand) {
    Dice dice{GetParam()};
    const double h = dice.pick({0.25, 1.0, 2.0});
    const int steps = 4 + dice.roll(3);
    Scene firm = random_supply(dice, steps, h);
    Scene works = firm;
    const double mw = dice.pick({5, 15, 30});
    Demand load;
    load.name = "mill";
    load.zone.name = "zone";
    load.load_mw = mw;
    load.value_of_lost_load_per_mwh.steps = {{0.0, 5000.0}};
    firm.add(load);
    add_mill(works).add(mode("run", 10, mw)).add(order(10 * h * steps));
    yarn_of(works).capacity = 0;
    // Without a stock each step's output leaves in the step.
    const double expected = cost(firm.solve());
    EXPECT_NEAR(cost(works.solve()), expected, 1e-6 * (1.0 + std::abs(expected)));
}

// Unlimited stock: the mean demand, and a lossless store that charges up to the most less the mean, and discharges up
// to the mean less the least.
TEST_P(WorksEquivalence, UnlimitedStockIsALosslessStore) {
    Dice dice{GetParam() + 1000};
    const double h = dice.pick({0.5, 1.0, 2.0});
    const int steps = 4 + dice.roll(3);
    Scene store = random_supply(dice, steps, h);
    Scene works = store;
    const double most_mw = dice.pick({20, 30}), least_mw = dice.pick({0, 5}), mean_mw = 10;
    Demand load;
    load.name = "mill";
    load.zone.name = "zone";
    load.load_mw = mean_mw;
    load.value_of_lost_load_per_mwh.steps = {{0.0, 5000.0}};
    store.add(load);
    Battery buffer;
    buffer.name = "buffer";
    buffer.zone.name = "zone";
    buffer.charge_mw = most_mw - mean_mw;
    buffer.discharge_mw = mean_mw - least_mw;
    buffer.energy_mwh = 2000;
    buffer.initial_level_mwh = 1000;
    buffer.provides_reserve = false;
    store.add(buffer);
    StageMode run = mode("run", most_mw, 0);  // a unit a MWh
    run.min_rate_per_h = least_mw;
    run.energy_mwh_per_unit = 1;
    add_mill(works).add(run).add(order(mean_mw * h * steps));
    spin_of(works).must_run = true;
    yarn_of(works).capacity = 2000;
    yarn_of(works).initial_level = 1000;
    const double expected = cost(store.solve());
    EXPECT_NEAR(cost(works.solve()), expected, 1e-6 * (1.0 + std::abs(expected)));
}

INSTANTIATE_TEST_SUITE_P(Seeds, WorksEquivalence, testing::Range(0U, 20U));

}  // namespace
}  // namespace indus::tests
