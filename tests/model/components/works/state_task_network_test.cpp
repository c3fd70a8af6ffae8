// SPDX-License-Identifier: Apache-2.0
// Published examples of batch scheduling with known optima: state-task networks in discrete time.
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

/// Hours without power, in which a process "plant" works.
Scene plant_scene(int hours) {
    Scene scene{hours};
    scene.add(thermal("idle", 1, 1)).demand(std::vector<double>(static_cast<std::size_t>(hours), 0.0));
    Process plant{.name = "plant"};
    plant.zone.name = "zone";
    return scene.add(plant);
}

void add_state(Scene& scene, std::string name, double capacity, double initial, double end_value) {
    Stock state{.name = std::move(name)};
    state.process.name = "plant";
    state.capacity = capacity;
    state.initial_level = initial;
    state.end_value_per_unit = end_value;
    scene.add(state);
}

void add_unit(Scene& scene, std::string name) {
    Stage unit{.name = std::move(name)};
    unit.process.name = "plant";
    scene.add(unit);
}

/// A task in a unit: batches of any size up to `most`.
StageMode task(const std::string& name, const std::string& unit, double hours, double most, WeightedNames input,
               WeightedNames output) {
    StageMode made{.name = name + " in " + unit};
    made.stage.name = unit;
    made.batch_h = hours;
    made.batch_units = most;
    made.batch_min_units = 0.0;
    made.input = std::move(input);
    made.output = std::move(output);
    return made;
}

// Kondili, Pantelides & Sargent (1993), Computers & Chemical Engineering 17(2), 211-227,
// doi:10.1016/0098-1354(93)80015-F, example 1: a heater, two reactors that share three reactions, a still that gives
// one of its products an hour before the other; ten hours. Products count 10 at the end, what lies between stages -1.
// Vujanic, Goulart & Morari (2015), A New Approach for Robust Optimization of Mixed-Integer Programs, with an
// Application to Scheduling, solve it with the data of the paper and publish a profit of 2744.375.
Scene kondili() {
    Scene scene = plant_scene(10);
    for (const char* feed : {"feed_a", "feed_b", "feed_c"}) add_state(scene, feed, 5000, 5000, 0);
    add_state(scene, "hot_a", 100, 0, -1);
    add_state(scene, "int_ab", 200, 0, -1);
    add_state(scene, "int_bc", 150, 0, -1);
    add_state(scene, "impure_e", 100, 0, -1);
    for (const char* product : {"product_1", "product_2"}) add_state(scene, product, 5000, 0, 10);
    for (const char* unit : {"heater", "reactor_1", "reactor_2", "still"}) add_unit(scene, unit);
    scene.add(task("heating", "heater", 1, 100, {{{"feed_a", 1.0}}}, {{{"hot_a", 1.0}}}));
    for (const auto& [unit, most] : {std::pair{"reactor_1", 80.0}, std::pair{"reactor_2", 50.0}}) {
        scene.add(task("reaction_1", unit, 2, most, {{{"feed_b", 0.5}, {"feed_c", 0.5}}}, {{{"int_bc", 1.0}}}));
        scene.add(task("reaction_2", unit, 2, most, {{{"hot_a", 0.4}, {"int_bc", 0.6}}},
                       {{{"int_ab", 0.6}, {"product_1", 0.4}}}));
        scene.add(task("reaction_3", unit, 1, most, {{{"feed_c", 0.2}, {"int_ab", 0.8}}}, {{{"impure_e", 1.0}}}));
    }
    StageMode separation =
        task("separation", "still", 2, 200, {{{"impure_e", 1.0}}}, {{{"product_2", 0.9}, {"int_ab", 0.1}}});
    separation.batch_output_h.items = {{"product_2", 1.0}};
    return scene.add(separation);
}

TEST(StateTaskNetwork, FindsTheOptimumOfKondili) {
    const Solution solution = kondili().solve();
    EXPECT_NEAR(cost(solution), -2744.375, tolerance);
}

// Maravelias & Grossmann (2003), Industrial & Engineering Chemistry Research 42(13), 3056-3074, example of the
// appendix: 100 kg of A are heated, become IB in a slow reactor or a fast small one, and B in a filter; six hours. 10
// kg are hot after an hour, 4 of them IB after four, 2 and 2 and 2 after two, three and four; 10 kg of B after six.
TEST(StateTaskNetwork, FindsTheOptimumOfMaraveliasAndGrossmann) {
    Scene scene = plant_scene(6);
    add_state(scene, "a", 1000, 100, 0);
    for (const char* between : {"hot_a", "ib"}) add_state(scene, between, 1000, 0, 0);
    add_state(scene, "b", 1000, 0, 10);
    for (const char* unit : {"heater", "reactor_1", "reactor_2", "filter"}) add_unit(scene, unit);
    scene.add(task("heat", "heater", 1, 10, {{{"a", 1.0}}}, {{{"hot_a", 1.0}}}))
        .add(task("slow", "reactor_1", 3, 4, {{{"hot_a", 1.0}}}, {{{"ib", 1.0}}}))
        .add(task("fast", "reactor_2", 1, 2, {{{"hot_a", 1.0}}}, {{{"ib", 1.0}}}))
        .add(task("separate", "filter", 2, 10, {{{"ib", 1.0}}}, {{{"b", 1.0}}}));
    EXPECT_NEAR(cost(scene.solve()), -100.0, tolerance);
}

}  // namespace
}  // namespace indus::tests
