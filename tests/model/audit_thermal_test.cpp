// SPDX-License-Identifier: Apache-2.0
// One broken rule of a thermal plant at a time, and what the audit says of it.
#include <functional>

#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

/// 20 to 100 MW, on at 50 before, beside a plant that serves whatever is left.
Scene coal_scene(int steps, const std::function<void(ThermalPlant&)>& change) {
    Scene scene{steps};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 20;
    change(coal);
    return scene.add(coal).add(thermal("other", 500, 60)).demand(std::vector<double>(static_cast<std::size_t>(steps), 50.0));
}

TEST(AuditFindings, ThermalOutputOutsideItsLimits) {
    Spoilt spoilt{coal_scene(4, [](ThermalPlant&) {})};
    spoilt.set("coal", "on", {1, 1, 0, 0.5}).set("coal", "output", {130, 10, 7, 50});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 0: output with reserve is 130 MW, above its limit 100 MW"));
    EXPECT_THAT(findings, Contains("coal at 1: output is 10 MW, below its limit 20 MW"));
    EXPECT_THAT(findings, Contains("coal at 2: output with reserve is 7 MW, above its limit 0 MW"));
    EXPECT_THAT(findings, Contains("coal at 3: on is 0.5, neither 0 nor 1"));
}

TEST(AuditFindings, ThermalTimesOnAndOff) {
    Spoilt spoilt{coal_scene(5, [](ThermalPlant& coal) {
        coal.min_up_h = 3;
        coal.min_down_h = 2;
    })};
    spoilt.set("coal", "on", {1, 0, 1, 1, 0}).set("coal", "output", {50, 0, 50, 50, 0});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 2: time off before a start is 1 h, below its limit 2 h"));
    EXPECT_THAT(findings, Contains("coal at 4: time on before a stop is 2 h, below its limit 3 h"));
}

TEST(AuditFindings, ThermalTimesFromBeforeTheStart) {
    Spoilt on{coal_scene(2, [](ThermalPlant& coal) {
        coal.min_up_h = 3;
        coal.initial_status_h = 2;
    })};
    on.set("coal", "on", {0, 0}).set("coal", "output", {0, 0});
    EXPECT_THAT(on.findings(), Contains("coal at 0: time on before a stop is 2 h, below its limit 3 h"));
    Spoilt off{coal_scene(2, [](ThermalPlant& coal) {
        coal.min_down_h = 4;
        coal.initial_status_h = -1.5;
        coal.initial_output_mw.reset();
    })};
    off.set("coal", "on", {0, 1}).set("coal", "output", {0, 50});
    EXPECT_THAT(off.findings(), Contains("coal at 1: time off before a start is 2.5 h, below its limit 4 h"));
}

TEST(AuditFindings, ThermalRampsAndLimitsOfStartAndStop) {
    Spoilt spoilt{coal_scene(5, [](ThermalPlant& coal) {
        coal.ramp_up_mw_per_h = 15;
        coal.ramp_down_mw_per_h = 25;
        coal.start_up_limit_mw = 30;
        coal.shut_down_limit_mw = 40;
    })};
    spoilt.set("coal", "on", {1, 1, 0, 1, 1}).set("coal", "output", {70, 44, 0, 45, 45});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 0: rise of output with reserve is 20 MW, above its limit 15 MW"));
    EXPECT_THAT(findings, Contains("coal at 1: fall of output is 26 MW, above its limit 25 MW"));
    EXPECT_THAT(findings, Contains("coal at 2: output with reserve before a stop is 44 MW, above its limit 40 MW"));
    EXPECT_THAT(findings, Contains("coal at 3: output with reserve in the step of a start is 45 MW, above its limit 30 MW"));
}

TEST(AuditFindings, ThermalPlantThatMustRun) {
    Spoilt spoilt{coal_scene(1, [](ThermalPlant& coal) { coal.must_run = true; })};
    spoilt.set("coal", "on", {0}).set("coal", "output", {0}).set("other", "on", {1}).set("other", "output", {50});
    EXPECT_THAT(spoilt.findings(), Contains("coal at 0: units on of a plant that must run is 0, below its limit 1"));
}

// 40 MW/h for 15 min are 10 MW of reserve; off, none.
TEST(AuditFindings, ThermalReserveBeyondItsResponse) {
    Scene scene = coal_scene(2, [](ThermalPlant& coal) { coal.ramp_up_mw_per_h = 40; });
    Spoilt spoilt{scene.reserve(10, 15)};
    spoilt.set("coal", "on", {1, 0}).set("coal", "output", {50, 0}).set("coal", "reserve_up", {20, 5});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 0: reserve is 20 MW, above its limit 10 MW"));
    EXPECT_THAT(findings, Contains("coal at 1: reserve is 5 MW, above its limit 0 MW"));
}

TEST(AuditFindings, ThermalCostsOfSwitchingAndRunning) {
    Spoilt spoilt{coal_scene(3, [](ThermalPlant& coal) {
        coal.start_cost.steps = {{0, 100}, {2, 300}};
        coal.shut_down_cost = 7;
        coal.no_load_cost_per_h = 11;
    })};
    // Off for an hour only: a hot start of 100; on for two hours at 50 and 40 MW: 22 + 90 * 20.
    spoilt.set("coal", "on", {1, 0, 1}).set("coal", "output", {50, 0, 40});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal: the cost 'start_up' is 0, but should be 100"));
    EXPECT_THAT(findings, Contains("coal: the cost 'shut_down' is 0, but should be 7"));
    EXPECT_THAT(findings, Contains("coal: the cost 'variable' is 3033, but should be 1822"));
}

// 9 GJ/MWh and 10 GJ/h: 460 GJ at 50 MW, 46 t, at 3 per GJ and 5 per t.
TEST(AuditFindings, FuelAndItsCarbon) {
    Scene scene = coal_scene(1, [](ThermalPlant& coal) {
        coal.fuel.name = "hard coal";
        coal.heat_rate_gj_per_mwh = 9;
        coal.no_load_heat_gj_per_h = 10;
        coal.variable_cost_per_mwh = 0;
    });
    scene.add(Fuel{.name = "hard coal", .price_per_gj = 3.0, .emission_factor_t_per_gj = 0.1}).add(Policy{.name = "tax", .carbon_price_per_t = 5.0});
    Spoilt amounts{scene};
    amounts.set("coal", "fuel_use", {450}).set("coal", "emissions", {45});
    EXPECT_THAT(amounts.findings(), ElementsAre("coal at 0: fuel use is 450 GJ, but should be 460 GJ", "coal at 0: emissions is 45 tCO2, but should be 46 tCO2"));
    Spoilt money{scene};
    money.set_cost("fuel", 1350).set_cost("carbon", 229);
    EXPECT_THAT(money.findings(), ElementsAre("coal: the cost 'fuel' is 1350, but should be 1380", "coal: the cost 'carbon' is 229, but should be 230"));
}

TEST(AuditFindings, SeriesThatAreMissingOrOfAnotherLength) {
    Spoilt spoilt{coal_scene(2, [](ThermalPlant&) {})};
    spoilt.drop("coal", "on").set("coal", "output", {50});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal: the solution has no series 'on'"));
    EXPECT_THAT(findings, Contains("coal: output has 1 values for 2 steps"));
}

// Not a number is a finding wherever it stands.
TEST(AuditFindings, NumbersThatAreNone) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Spoilt output{coal_scene(1, [](ThermalPlant&) {})};
    EXPECT_THAT(output.set("coal", "output", {nan}).findings(), Contains("coal at 0: output is nan MW, below its limit 20 MW"));
    Spoilt money{coal_scene(1, [](ThermalPlant&) {})};
    EXPECT_THAT(money.set_cost("variable", nan).findings(), Contains("coal: the cost 'variable' is nan, but should be 1000"));
}

// No program is built here: a solution written by hand from the fields is all that the audit needs. Coal 60 MW at 20 serves 50.
TEST(Audit, NeedsNoProgram) {
    Scene scene{1};
    scene.add(thermal("coal", 60, 20)).demand({50});
    Solution byhand;
    byhand.series = {{"thermal_plant", "coal", "on", "1", true, {1}},         {"thermal_plant", "coal", "output", "MW", false, {50}},
                     {"demand", "load_zone", "unserved_1", "MW", true, {0}}, {"demand", "load_zone", "unserved", "MW", false, {0}},
                     {"demand", "load_zone", "withdrawal", "MW", false, {50}}};
    byhand.costs = {{"thermal_plant", "coal", "variable", 1000.0}};
    byhand.certificate.cost = 1000.0;
    for (const Finding& each : audit(scene.system(), byhand).findings) ADD_FAILURE() << each.owner << ": " << each.what;
}

}  // namespace
}  // namespace indus::tests
