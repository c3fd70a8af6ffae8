// SPDX-License-Identifier: Apache-2.0
// Several units of a type: one plant of N units against N plants, and small cases by hand.
#include "tests/model/random_systems.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

ThermalPlant units(double count) {
    ThermalPlant plant = thermal("gas", 50, 10);
    plant.units = count;
    plant.min_output_mw = 20;
    plant.no_load_cost_per_h = 100;
    plant.initial_output_mw = 30;
    return plant;
}

// 120 MW need three units of 50 MW, 90 MW two: (120 + 90) * 10 + 5 * 100.
TEST(Units, AreSwitchedOneByOne) {
    Scene scene{2};
    scene.add(units(3)).demand({120, 90});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2600, tolerance);
    expect_near(series(solution, "gas", "on"), {3, 2});
    expect_near(series(solution, "gas", "stop"), {0, 1});
    expect_near(series(solution, "gas", "output"), {120, 90});
}

// One of three is on before. 120 MW need two starts: one at 0 h that no stop precedes, cold: 2 * 300.
// Then two stop and one of them starts again an hour later, hot, the other never: 80.
TEST(Units, StartHotOncePerStop) {
    ThermalPlant gas = units(3);
    gas.initial_units_on = 1;
    gas.start_cost.steps = {{0, 80}, {3, 300}};
    Scene scene{3};
    scene.add(gas).demand({120, 40, 90});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 250 * 10 + 6 * 100 + 2 * 300 + 80, tolerance);
    expect_near(series(solution, "gas", "on"), {3, 1, 2});
    expect_near(series(solution, "gas", "start_category_1"), {0, 0, 1});
}

// Three on before, two needed, then one, two, three: two stop in different hours and start again within 3 h, both hot.
TEST(Units, MatchEachStartWithItsOwnStop) {
    ThermalPlant gas = units(3);
    gas.start_cost.steps = {{0, 80}, {4, 300}};
    gas.no_load_cost_per_h = 500;  // never on for nothing
    gas.min_output_mw = 0;
    Scene scene{4};
    scene.add(gas).demand({100, 50, 100, 150});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 400 * 10 + 8 * 500 + 2 * 80, tolerance);
}

// One of three on at 40 MW has 10 left, the two that are off give 20 each: 50 MW.
TEST(Units, StandByEach) {
    ThermalPlant gas = units(3);
    gas.quick_start_mw.steps = {{5, 20}};
    Reserve slow;
    slow.name = "slow";
    slow.requirement_mw = 45.0;
    slow.type = ReserveType::replacement;
    Scene scene{1};
    scene.add(gas).add(slow).demand({40});
    EXPECT_NEAR(cost(scene.solve()), 500, tolerance);
    scene.data.list<Reserve>()[0].requirement_mw = 51.0;  // two on have 60 left, one off gives 20
    EXPECT_NEAR(cost(scene.solve()), 600, tolerance);
}

// The loss of one unit is taken as its capacity: 60 MW from others, whatever the three share.
TEST(Units, AreCoveredByTheCapacityOfOne) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.provides_reserve = true;
    Reserve up;
    up.name = "up";
    up.requirement_mw = 0.0;
    up.covers_units_from_mw = 40;
    up.shortfall_cost_per_mwh = 7;
    ThermalPlant gas = units(3);
    gas.provides_reserve = false;
    coal.capacity_mw = 39;
    coal.initial_output_mw = 0;
    Scene scene{1};
    scene.add(gas).add(coal).add(up).demand({150});
    // Coal holds 39 of 50 MW.
    EXPECT_NEAR(cost(scene.solve()), 1500 + 300 + 11 * 7, tolerance);
}

/// N plants of one unit each, with the same fields; the outage is of the first or of the last.
Scene taken_apart(const Scene& cluster, bool first_is_out = false) {
    Scene apart = cluster;
    auto& plants = apart.data.list<ThermalPlant>();
    const ThermalPlant one = plants[0];
    plants.clear();
    for (int n = 0; n < static_cast<int>(one.units); ++n) {
        ThermalPlant each = one;
        each.name = fmt::format("{}_{}", one.name, n + 1);
        each.units = 1;
        each.initial_units_on.reset();
        if (one.initially_on() && n >= static_cast<int>(one.units_on_before())) {
            each.initial_status_h.reset();
            each.initial_output_mw.reset();
        }
        plants.push_back(each);
    }
    for (Outage& outage : apart.data.list<Outage>()) {
        outage.plant = fmt::format("{}_{}", one.name, first_is_out ? 1 : static_cast<int>(one.units));
        outage.units_out.reset();
    }
    return apart;
}

/// Which unit is out is open: the better of the first and the last, of which one was on before where any was.
std::optional<double> least_cost_apart(const Scene& cluster) {
    std::optional<double> least;
    for (const bool first_is_out : {false, true}) {
        const Solution solution =
            dispatch(taken_apart(cluster, first_is_out).system(), {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
        if (solution.has_solution()) least = std::min(cost(solution), least.value_or(cost(solution)));
        if (cluster.data.list<Outage>().empty()) break;
    }
    return least;
}

class RandomUnits : public testing::TestWithParam<int> {};

// Without ramps, units counted together cost what they cost apart, proven for both; the audit takes the cluster apart.
TEST_P(RandomUnits, CostTogetherWhatTheyCostApart) {
    constexpr int systems_per_test = 15;
    int solved = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(GetParam() * systems_per_test + i + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Scene scene = RandomSystem{seed}.make();
        Dice dice{seed + 1000};
        auto& plants = scene.data.list<ThermalPlant>();
        plants.erase(plants.begin() + 1, plants.end());
        ThermalPlant& plant = plants[0];
        plant.ramp_up_mw_per_h.reset();
        plant.ramp_down_mw_per_h.reset();
        plant.units = 2 + dice.roll(2);
        if (plant.initially_on() && dice.once_in(2) && !plant.must_run)
            plant.initial_units_on = 1 + dice.roll(static_cast<int>(plant.units));
        if (plant.provides_reserve && dice.once_in(2)) plant.quick_start_mw.steps = {{5, plant.capacity_mw / 2}};
        for (Reserve& each : scene.data.list<Reserve>())
            if (dice.once_in(2)) each.type = ReserveType::replacement;
        if (plant.quick_start_mw.empty() && dice.once_in(2)) {
            Outage outage{.name = "overhaul", .plant = plant.name};
            const int first = 1 + dice.roll(2);
            outage.from.time = scene.data.horizon.start(first);
            outage.to.time = scene.data.horizon.end(first + dice.roll(2));
            outage.units_out = 1;
            scene.add(outage);
        }
        const std::optional<double> apart = least_cost_apart(scene);
        if (!apart) {
            EXPECT_EQ(dispatch(scene.system(), {.run = {.gap = 0.0}}).outcome, "infeasible");
            continue;
        }
        EXPECT_NEAR(cost(scene.solve()), *apart, 1e-6 * std::max(1.0, std::abs(*apart)));
        ++solved;
    }
    EXPECT_GE(solved, systems_per_test / 2);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomUnits, testing::Range(0, 6));

// With ramps the sum is a relaxation: never dearer.
TEST(Units, WithRampsCostNoMoreThanApart) {
    for (unsigned seed = 200; seed < 215; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Scene scene = RandomSystem{seed}.make();
        auto& plants = scene.data.list<ThermalPlant>();
        plants.erase(plants.begin() + 1, plants.end());
        plants[0].units = 2;
        const Solution apart = dispatch(taken_apart(scene).system(), {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
        if (!apart.has_solution()) continue;
        EXPECT_LE(cost(scene.solve()), cost(apart) + 1e-6 * std::max(1.0, std::abs(cost(apart))));
    }
}

TEST(Units, AreAuditedOneByOne) {
    ThermalPlant gas = units(3);
    gas.min_up_h = 2;
    gas.min_down_h = 2;
    gas.initial_status_h = 1;
    gas.start_up_limit_mw = 30;
    gas.start_cost.steps = {{0, 80}, {3, 300}};
    Spoilt spoilt{Scene{3}.add(gas).demand({120, 120, 120})};
    spoilt.set("gas", "on", {1, 3, 2})
        .set("gas", "stop", {2, 0, 1})
        .set("gas", "start", {0, 2, 0})
        .set("gas", "output", {60, 140, 30});
    spoilt.set("gas", "start_after_2", {0, 0, 1});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("gas at 0: time on before a stop is 1 h, below its limit 2 h"));
    EXPECT_THAT(findings, Contains("gas at 0: output with reserve is 60 MW, above its limit 50 MW"));
    EXPECT_THAT(findings, Contains("gas at 1: time off before a start is 1 h, below its limit 2 h"));
    EXPECT_THAT(findings, Contains("gas at 1: output with reserve is 140 MW, above its limit 110 MW"));
    EXPECT_THAT(findings, Contains("gas at 2: output is 30 MW, below its limit 40 MW"));
    EXPECT_THAT(findings, Contains("gas at 2: starts after known stops is 1, above its limit 0"));
}

TEST(Units, RulesAreToldInWords) {
    ThermalPlant gas = units(2.5);
    gas.initial_units_on = 3;
    Scene scene{1};
    scene.add(gas);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "thermal_plant gas: units is 2.5, expected a whole number of at most 1000",
                  "thermal_plant gas: initial_units_on is 3, expected a whole number of at most units (2.5)"}));
    scene.data.list<ThermalPlant>()[0].units = 3;
    scene.data.list<ThermalPlant>()[0].initial_units_on = 0;
    EXPECT_EQ(scene.issues(), (std::vector<std::string>{"thermal_plant gas: initial_units_on is 0, expected at least "
                                                        "1, as initial_status_h says that units are on"}));
    scene.data.list<ThermalPlant>()[0].initial_status_h = -3;
    scene.data.list<ThermalPlant>()[0].initial_output_mw.reset();
    scene.data.list<ThermalPlant>()[0].initial_units_on = 1;
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "thermal_plant gas: initial_units_on is 1, expected 0 or empty, as the plant is off before the start"}));
}

TEST(Units, TakeNoFuelWithALeastDraw) {
    ThermalPlant gas = units(2);
    gas.fuel.name = "pipe";
    gas.heat_rate_gj_per_mwh = 9;
    Scene scene{1};
    scene.add(Fuel{.name = "pipe", .price_per_gj = 1.0, .min_draw_gj = 100.0}).add(gas);
    EXPECT_EQ(scene.issues(),
              std::vector<std::string>{"thermal_plant gas: units is 2, expected 1, as its fuel pipe has a least draw"});
}

}  // namespace
}  // namespace indus::tests
