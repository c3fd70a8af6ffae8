// SPDX-License-Identifier: Apache-2.0
#include "model/components/pumped_storage.hpp"

#include "model/audit.hpp"
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

/// Pumps 40 MW at 0.9, turbines 50 MW at 0.8; holds 100 MWh, empty at the start.
PumpedStorage pumped() {
    PumpedStorage p;
    p.name = "pumped";
    p.zone.name = "zone";
    p.turbine_mw = 50;
    p.pump_mw = 40;
    p.energy_mwh = 100;
    p.turbine_efficiency = 0.8;
    p.pump_efficiency = 0.9;
    return p;
}

Scene with(const PumpedStorage& plant, std::vector<double> load_mw, double coal_mw = 100, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load_mw.size()), step_hours};
    scene.add(thermal("coal", coal_mw, 20)).add(thermal("peaker", 100, 80)).add(plant);
    return scene.demand(std::move(load_mw));
}

// Two hours, demand 50 then 150 MW; coal 100 MW at 20, peaker 100 MW at 80. A MWh pumped costs 20 and gives 0.72, worth
// 57.6: the pumps run full, 40 * 0.9 = 36 MWh are raised and give 36 * 0.8 = 28.8.
//   hour 1: 90 * 20 = 1800     hour 2: 100 * 20 + 21.2 * 80 = 3696
TEST(PumpedStorage, MovesCheapEnergyIntoThePeak) {
    const Solution solution = with(pumped(), {50, 150}).solve();
    EXPECT_NEAR(cost(solution), 5496.0, tolerance);
    expect_near(series(solution, "pumped", "charge"), {40, 0});
    expect_near(series(solution, "pumped", "discharge"), {0, 28.8});
    expect_near(series(solution, "pumped", "level"), {36, 0});
    expect_near(series(solution, "pumped", "pumping"), {1, 0});
    expect_near(price(solution, "zone"), {20, 80});
}

// The same powers in quarter hours cost the same; in steps of two hours energies and cost are twice those of an hour.
TEST(PumpedStorage, CountsEnergyInHoursWhateverTheStep) {
    const Solution quarters = with(pumped(), {50, 50, 50, 50, 150, 150, 150, 150}, 100, 0.25).solve();
    EXPECT_NEAR(cost(quarters), 5496.0, tolerance);
    EXPECT_NEAR(series(quarters, "pumped", "level")[3], 36.0, tolerance);
    const Solution doubles = with(pumped(), {50, 150}, 100, 2.0).solve();
    EXPECT_NEAR(cost(doubles), 2 * 5496.0, tolerance);
    expect_near(series(doubles, "pumped", "level"), {72, 0});
}

// Coal of 70 MW has 20 MW to spare in hour 1. Pumps of variable speed take just those:
//   70 * 20 + 70 * 20 + (80 - 14.4) * 80 = 8048
// A fixed-speed pump takes 40 or nothing. The other 20 MW come from the peaker (80 * 20 = 1600 for 1152 of gain), which
// is still better than not to pump (8800):
//   70 * 20 + 20 * 80 + 70 * 20 + (80 - 28.8) * 80 = 8496
TEST(PumpedStorage, RunsAFixedSpeedPumpFullyOrNotAtAll) {
    EXPECT_NEAR(cost(with(pumped(), {50, 150}, 70).solve()), 8048.0, tolerance);
    PumpedStorage fixed = pumped();
    fixed.min_pump_mw = fixed.pump_mw;
    const Solution solution = with(fixed, {50, 150}, 70).solve();
    EXPECT_NEAR(cost(solution), 8496.0, tolerance);
    expect_near(series(solution, "pumped", "charge"), {40, 0});
}

// Demand 105. Water costs 10 / 0.8 + 30 = 42.5 per MWh: dearer than coal (20), cheaper than the peaker (80). 5 MW would
// do, but turbines that run give at least 7:  98 * 20 + 7 * 42.5 = 2257.5
TEST(PumpedStorage, KeepsTheLeastOutputOfItsTurbines) {
    PumpedStorage p = pumped();
    p.min_turbine_mw = 7;
    p.initial_level_mwh = 10;
    p.end_value_per_mwh = 10;
    p.variable_cost_per_mwh = 30;
    const Solution solution = with(p, {105}).solve();
    EXPECT_NEAR(cost(solution), 2257.5, tolerance);
    expect_near(series(solution, "pumped", "discharge"), {7});
    expect_near(series(solution, "pumped", "generating"), {1});
}

// A plant must run at 100 MW, demand is 40, surplus costs 50 per MWh and the upper reservoir has room for 3 MWh.
// One machine pumps 6 MW (3 MWh raised at 0.5): 54 MW of surplus. Separate machines pump 30 MW and turbine 12 of the 15
// raised: 42 MW of surplus.
TEST(PumpedStorage, DoesOneThingAtATimeUnlessItsMachinesAreSeparate) {
    for (const auto& [exclusive, surplus] : {std::pair{true, 54.0}, {false, 42.0}}) {
        Scene scene{1};
        scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
        ThermalPlant nuclear = thermal("nuclear", 100, 10);
        nuclear.min_output_mw = 100;
        nuclear.initial_output_mw = 100;
        nuclear.must_run = true;
        PumpedStorage p = pumped();
        p.pump_mw = 30;
        p.energy_mwh = 3;
        p.pump_efficiency = 0.5;
        p.turbine_efficiency = 1.0;
        p.exclusive = exclusive;
        scene.add(nuclear).add(p).demand({40});
        EXPECT_NEAR(cost(scene.solve()), 100 * 10 + surplus * 50, tolerance) << exclusive;
    }
}

// Water is worth 50 at the end, so 1 MWh pumped (20) gains 45 and the pumps take all that coal has left, 40 MW. Coal
// has no headroom then; the 40 MW of reserve are load that the pumps can shed, which needs no water.
//   100 * 20 - 36 * 50 = 200
TEST(PumpedStorage, ShedsItsPumpsAsReserve) {
    PumpedStorage p = pumped();
    p.end_value_per_mwh = 50;
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(p).demand({60}).reserve(40, 60, 4.0);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 200.0, tolerance);
    expect_near(series(solution, "pumped", "reserve_up"), {40});
    expect_near(series(solution, "pumped", "shed_up"), {40});
}

// 12 MW of reserve for an hour, demand 100 MW, coal 100 MW, 20 MWh of water worth 30 each at the end.
// Turbines without a least output stand ready: 12 / 0.8 = 15 MWh carry the reserve, coal gives 100: 2000.
// Turbines of at least 10 MW must turn to give any: 10 / 0.8 = 12.5 MWh used, the other 7.5 carry 6 MW; coal holds 10.
//   90 * 20 + 12.5 * 30 = 2175
TEST(PumpedStorage, HoldsReserveInTurbinesThatTurn) {
    for (const auto& [least, expected] : {std::pair{0.0, 2000.0}, {10.0, 2175.0}}) {
        PumpedStorage p = pumped();
        p.min_turbine_mw = least;
        p.initial_level_mwh = 20;
        p.end_value_per_mwh = 30;
        Scene scene{1};
        scene.add(thermal("coal", 100, 20)).add(p).demand({100}).reserve(12, 60, 1.0);
        EXPECT_NEAR(cost(scene.solve()), expected, tolerance) << least;
    }
}

// The same water must carry the reserve for its sustain time: 20 MWh at 0.8 give 16 MW for an hour, 8 for two. Coal, at
// its limit, serves less by what is missing of 12 MW.
TEST(PumpedStorage, CannotGiveReserveBeyondItsWater) {
    for (const auto& [sustain_h, unserved] : {std::pair{1.0, 0.0}, {2.0, 4.0}}) {
        PumpedStorage p = pumped();
        p.initial_level_mwh = 20;
        Scene scene{1};
        scene.add(thermal("coal", 100, 20)).add(p).demand({100}).reserve(12, 60, sustain_h);
        EXPECT_NEAR(series(scene.solve(), "load_zone", "unserved")[0], unserved, tolerance) << sustain_h;
    }
}

// A full reservoir of 10 MWh, 30 MW flowing in, turbines of 5 MW: 25 MW are spilt. 95 * 20 = 1900.
TEST(PumpedStorage, SpillsWhatFlowsInAndCannotBeUsed) {
    PumpedStorage p = pumped();
    p.turbine_mw = 5;
    p.turbine_efficiency = 1.0;
    p.energy_mwh = 10;
    p.initial_level_mwh = 10;
    p.inflow_mw = 30.0;
    const Solution solution = with(p, {100}).solve();
    EXPECT_NEAR(cost(solution), 1900.0, tolerance);
    expect_near(series(solution, "pumped", "spill"), {25});
}

// 1 per MWh generated and 2 per MWh pumped come on top of the first test: 28.8 + 80.
TEST(PumpedStorage, PaysForPumpingAndGenerating) {
    PumpedStorage p = pumped();
    p.variable_cost_per_mwh = 1;
    p.pump_cost_per_mwh = 2;
    EXPECT_NEAR(cost(with(p, {50, 150}).solve()), 5496.0 + 28.8 + 80.0, tolerance);
}

TEST(PumpedStorage, RefusesContradictions) {
    Scene scene{1};
    PumpedStorage p = pumped();
    p.min_turbine_mw = 51;
    p.min_pump_mw = 41;
    p.initial_level_mwh = 101;
    p.end_level_mwh = 102;
    p.end_value_per_mwh = 1;
    scene.add(p);
    PumpedStorage shallow = pumped();
    shallow.name = "shallow";
    shallow.min_level_mwh = 120;
    scene.add(shallow);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "pumped_storage pumped: min_turbine_mw is 51, expected at most turbine_mw (50)",
            "pumped_storage pumped: min_pump_mw is 41, expected at most pump_mw (40)",
            "pumped_storage pumped: initial_level_mwh is 101, expected between min_level_mwh (0) and energy_mwh (100)",
            "pumped_storage pumped: end_level_mwh is 102, expected between min_level_mwh (0) and energy_mwh (100)",
            ("pumped_storage pumped: end_value_per_mwh is 1, expected nothing, as end_level_mwh is given: one rule for "
             "the end"),
            "pumped_storage shallow: min_level_mwh is 120, expected at most energy_mwh (100)"}));
}

/// What the audit says of the plant after a series was replaced.
std::vector<std::string> findings(const Scene& scene, Solution solution,
                                  const std::vector<std::pair<std::string, std::vector<double>>>& spoilt) {
    for (const auto& [quantity, values] : spoilt)
        for (SeriesRecord& each : solution.series)
            if (each.owner == "pumped" && each.quantity == quantity) each.values = values;
    std::vector<std::string> texts;
    for (const Finding& each : audit(scene.system(), solution).findings)
        if (each.owner == "pumped") texts.push_back(fmt::format("{}: {}", each.step, each.what));
    return texts;
}

// Water and costs are told to fit, so that only the broken rule is found.
TEST(PumpedStorage, AuditFindsBrokenRules) {
    PumpedStorage p = pumped();
    p.min_turbine_mw = 10;
    p.min_pump_mw = 20;
    p.initial_level_mwh = 50;
    p.end_level_mwh = 0;
    p.provides_reserve = true;
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(p).demand({50}).reserve(5, 60, 1.0);
    const Solution solution = scene.solve();
    using Texts = std::vector<std::string>;
    EXPECT_EQ(findings(scene, solution, {{"discharge", {8}}, {"charge", {0}}, {"level", {40}}}),
              (Texts{"0: output of running turbines is 8 MW, below its limit 10 MW"}));
    EXPECT_EQ(
        findings(
            scene, solution,
            {{"discharge", {0}}, {"charge", {10}}, {"level", {59}}, {"turbine_reserve_up", {0}}, {"reserve_up", {0}}}),
        (Texts{"0: load of running pumps is 10 MW, below its limit 20 MW"}));
    EXPECT_EQ(
        findings(
            scene, solution,
            {{"discharge", {16}}, {"charge", {20}}, {"level", {48}}, {"turbine_reserve_up", {0}}, {"reserve_up", {0}}}),
        (Texts{"0: turbine output while pumping is 16 MW, above its limit 0 MW"}));
    EXPECT_EQ(findings(scene, solution,
                       {{"discharge", {0}},
                        {"charge", {20}},
                        {"level", {68}},
                        {"turbine_reserve_up", {5}},
                        {"shed_up", {0}},
                        {"reserve_up", {5}}}),
              (Texts{"0: reserve of turbines that do not turn is 5 MW, above its limit 0 MW"}));
    EXPECT_EQ(findings(scene, solution,
                       {{"discharge", {0}},
                        {"charge", {20}},
                        {"level", {68}},
                        {"turbine_reserve_up", {0}},
                        {"shed_up", {25}},
                        {"reserve_up", {25}}}),
              (Texts{"0: shed pump load is 25 MW, above its limit 20 MW"}));
    EXPECT_EQ(findings(scene, solution,
                       {{"discharge", {32}},
                        {"charge", {0}},
                        {"level", {10}},
                        {"turbine_reserve_up", {12}},
                        {"shed_up", {0}},
                        {"reserve_up", {12}}}),
              (Texts{"0: level after giving the reserve is -5 MWh, below its limit 0 MWh"}));
    EXPECT_EQ(
        findings(
            scene, solution,
            {{"discharge", {0}}, {"charge", {0}}, {"level", {49}}, {"turbine_reserve_up", {0}}, {"reserve_up", {0}}}),
        (Texts{"0: level is 49 MWh, but should be 50 MWh"}));
}

}  // namespace
}  // namespace indus::tests
