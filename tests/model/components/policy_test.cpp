// SPDX-License-Identifier: Apache-2.0
#include "model/components/policy.hpp"

#include "tests/model/components/limits.hpp"

namespace indus::tests {
namespace {

// Coal of 0.9 t/MWh at 20, gas of 0.4 t/MWh at 50, 150 MW each; 100 MWh are wanted.
Scene coal_and_gas(int step_count = 1, double step_hours = 1.0) {
    Scene scene{step_count, step_hours};
    add_emitter(scene, "coal", 150, 20, 0.9);
    add_emitter(scene, "gas", 150, 50, 0.4);
    return scene.demand(std::vector<double>(static_cast<std::size_t>(step_count), 100.0));
}

Policy cap(double tonnes) {
    Policy policy;
    policy.name = "cap";
    policy.carbon_cap_t = tonnes;
    return policy;
}

// Under a cap of 60 t: 0.9 x + 0.4 (100 - x) = 60, so x = 40 MWh of coal and 60 of gas: 40 * 20 + 60 * 50 = 3800.
// A tonne more replaces 1 / (0.9 - 0.4) = 2 MWh of gas by coal: it is worth 2 * 30 = 60. A MWh more must be
// emission-neutral: both plants cost the same with the cap's price, 20 + 0.9 * 60 = 50 + 0.4 * 60 = 74.
TEST(CarbonCap, HasAPriceThatTurnsCoalIntoGas) {
    const Solution solution = coal_and_gas().add(cap(60)).solve();
    EXPECT_NEAR(cost(solution), 3800.0, tolerance);
    expect_near(series(solution, "coal", "output"), {40});
    expect_near(price(solution, "zone"), {74});
    const LimitRecord limit = limit_of(solution, "cap", "carbon cap");
    EXPECT_NEAR(limit.reached, 60.0, tolerance);
    EXPECT_NEAR(limit.limit, 60.0, tolerance);
    EXPECT_NEAR(*limit.shadow_price, 60.0, tolerance);
    // The price is what the next tonne costs: 3860 under a cap of 59 t.
    EXPECT_NEAR(cost(coal_and_gas().add(cap(59)).solve()), 3860.0, tolerance);
}

// A carbon price equal to the cap's price costs the same dispatch its emissions more: 3800 + 60 * 60, whatever the
// split.
TEST(CarbonCap, PriceEqualsTheTaxThatReachesIt) {
    const Solution solution = coal_and_gas().add(Policy{.name = "tax", .carbon_price_per_t = 60.0}).solve();
    EXPECT_NEAR(cost(solution), 3800.0 + 60.0 * 60.0, tolerance);
}

// The same energy in quarter hours: 4 * 0.25 * 100 MWh.
TEST(CarbonCap, CountsTonnesWhateverTheStep) {
    const Solution solution = coal_and_gas(4, 0.25).add(cap(60)).solve();
    EXPECT_NEAR(cost(solution), 3800.0, tolerance);
    expect_near(price(solution, "zone"), {74, 74, 74, 74});
    EXPECT_NEAR(*limit_of(solution, "cap", "carbon cap").shadow_price, 60.0, tolerance);
}

// At 40 per tonne above it, less than the 60 that keeping it is worth, the cap is exceeded by 30 t: 2000 + 30 * 40.
TEST(CarbonCap, MayBeExceededAtAPrice) {
    Policy policy = cap(60);
    policy.carbon_excess_cost_per_t = 40.0;
    Scene scene = coal_and_gas();
    const Solution solution = scene.add(policy).solve();
    EXPECT_NEAR(cost(solution), 3200.0, tolerance);
    EXPECT_NEAR(solution.cost_of("carbon_excess"), 1200.0, tolerance);
    const LimitRecord limit = limit_of(solution, "cap", "carbon cap");
    EXPECT_NEAR(limit.reached, 90.0, tolerance);
    EXPECT_NEAR(limit.violation, 30.0, tolerance);
    EXPECT_NEAR(*limit.shadow_price, 40.0, tolerance);
    expect_near(price(solution, "zone"), {20 + 0.9 * 40});
    expect_audit_finds(scene, solution, "cap", "carbon_excess");
}

// A cap on the south alone: its coal stands still beyond 9 t = 10 MWh, the north's is free.
TEST(CarbonCap, LooksAtItsZonesOnly) {
    Scene scene{1};
    scene.zone("south");
    add_emitter(scene, "coal", 100, 20, 0.9);
    add_emitter(scene, "lignite", 100, 10, 0.9, "south");
    scene.add(thermal("gas", 100, 50, "south")).demand({80}).demand({80}, "south");
    Policy policy = cap(9);
    policy.zones.items = {{"south"}};
    const Solution solution = scene.add(policy).solve();
    EXPECT_NEAR(cost(solution), 80 * 20 + 10 * 10 + 70 * 50.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "cap", "carbon cap").shadow_price, 40 / 0.9, tolerance);
}

// A cap that nothing can break is not written: the program stays as it was, and the limit is still told.
TEST(CarbonCap, LeavesTheProgramAloneWhereItCannotBind) {
    Scene scene = coal_and_gas();
    const int rows = build(scene.system())->program().row_count();
    scene.add(cap(200));
    EXPECT_EQ(build(scene.system())->program().row_count(), rows);
    const Solution solution = scene.solve();
    EXPECT_NEAR(limit_of(solution, "cap", "carbon cap").reached, 90.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "cap", "carbon cap").shadow_price, 0.0, tolerance);
}

TEST(CarbonCap, TellsWhenItCannotBeKept) {
    Scene scene{1};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 50;
    coal.must_run = true;
    coal.fuel.name = "coal";
    coal.heat_rate_gj_per_mwh = 10;
    scene.add(Fuel{.name = "coal", .price_per_gj = 0.0, .emission_factor_t_per_gj = 0.1})
        .add(coal)
        .demand({60})
        .add(cap(45));
    EXPECT_EQ(explanation(scene),
              "No schedule satisfies all rules of the case. The least that would have to give way: policy cap: the "
              "carbon cap of 45 tCO2 "
              "cannot be kept: 5 tCO2 are too much at 2025-01-13 00:00.");
}

// 40% of 100 MWh from the sun at 30 instead of coal at 20: 40 * 30 + 60 * 20. A MWh of sun more costs 10 more than
// coal; a MWh of demand costs 0.4 * 30 + 0.6 * 20 = 24.
TEST(RenewableShare, ForcesDearSunlight) {
    Policy policy;
    policy.name = "share";
    policy.renewable_share = 0.4;
    Scene scene{2, 0.5};
    scene.add(thermal("coal", 200, 20)).add(sun(60, 30)).demand({100, 100});
    const Solution solution = scene.add(policy).solve();
    EXPECT_NEAR(cost(solution), 2400.0, tolerance);
    expect_near(price(solution, "zone"), {24, 24});
    const LimitRecord limit = limit_of(solution, "share", "renewable share");
    EXPECT_NEAR(limit.reached, 0.4, tolerance);
    EXPECT_EQ(limit.unit, "share");
    EXPECT_NEAR(*limit.shadow_price, 10.0, tolerance);
}

// At 4 per MWh missing, 40 MWh are missed: 2000 + 160.
TEST(RenewableShare, MayFallShortAtAPrice) {
    Policy policy;
    policy.name = "share";
    policy.renewable_share = 0.4;
    policy.renewable_shortfall_cost_per_mwh = 4.0;
    Scene scene{1};
    scene.add(thermal("coal", 200, 20)).add(sun(60, 30)).demand({100}).add(policy);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2160.0, tolerance);
    EXPECT_NEAR(limit_of(solution, "share", "renewable share").violation, 40.0, tolerance);
    expect_audit_finds(scene, solution, "share", "renewable_shortfall");
}

// 95 MW at the customer draw 100 MW; 50 come from abroad at 5. Of the load, 40 MWh must be renewable; of the generation
// of 50 only 20. Coal gives the rest.
TEST(RenewableShare, IsOfLoadOrOfGeneration) {
    const auto run = [](ShareBase base) {
        Scene scene{1};
        Policy policy;
        policy.name = "share";
        policy.renewable_share = 0.4;
        policy.renewable_share_of = base;
        Trade border;
        border.name = "border";
        border.zone.name = "zone";
        border.import_capacity_mw = 50.0;
        border.import_price_per_mwh = 5.0;
        scene.add(thermal("coal", 200, 20)).add(sun(60, 30)).add(border).demand({95}).add(policy);
        scene.data.list<Demand>()[0].loss_share = 0.05;
        return cost(scene.solve());
    };
    EXPECT_NEAR(run(ShareBase::load), 50 * 5 + 40 * 30 + 10 * 20.0, tolerance);
    EXPECT_NEAR(run(ShareBase::generation), 50 * 5 + 20 * 30 + 30 * 20.0, tolerance);
}

// Bagasse counts, where its plant says so; a store does not, neither as renewable nor as generation.
TEST(RenewableShare, CountsRenewablePlantsAndNoStores) {
    Scene scene{1};
    ThermalPlant mill = thermal("mill", 100, 30);
    mill.renewable = true;
    Battery full;
    full.name = "cell";
    full.zone.name = "zone";
    full.discharge_mw = 20;
    full.energy_mwh = 20;
    full.initial_level_mwh = 20;
    full.end_level_mwh = 0.0;
    Policy policy;
    policy.name = "share";
    policy.renewable_share = 0.5;
    scene.add(mill).add(full).add(thermal("coal", 100, 20)).demand({100}).add(policy);
    EXPECT_NEAR(cost(scene.solve()), 40 * 30 + 40 * 20.0, tolerance);
}

Policy margin(double share) {
    Policy policy;
    policy.name = "margin";
    policy.firm_capacity_margin = share;
    policy.capacity_credits.items = {{"coal", 0.9}, {"solar", 0.1}};
    return policy;
}

// 100 MW of coal at 0.9 and 50 of sun at 0.1 are 95 firm MW; the peak of 80 MW with 10% on top asks for 88.
TEST(FirmCapacity, IsCountedWithItsCredits) {
    Scene scene{2};
    add_emitter(scene, "coal", 100, 20, 0.9);
    scene.add(sun(50, 0)).demand({60, 80}).add(margin(0.1));
    const Solution solution = scene.solve();
    const LimitRecord limit = limit_of(solution, "margin", "firm capacity margin");
    EXPECT_NEAR(limit.reached, 95.0, tolerance);
    EXPECT_NEAR(limit.limit, 88.0, tolerance);
    scene.data.list<Policy>()[0].firm_capacity_margin = 0.25;
    EXPECT_EQ(explanation(scene),
              "No schedule satisfies all rules of the case. The least that would have to give way: policy margin: the "
              "firm capacity margin "
              "cannot be met: 5 MW are missing at 2025-01-13 00:00.");
}

// 5 MW missing at 1000 each, on top of 10 + 30 MWh of coal at 20.
TEST(FirmCapacity, MayFallShortAtAPrice) {
    Scene scene{2};
    add_emitter(scene, "coal", 100, 20, 0.9);
    Policy policy = margin(0.25);
    policy.firm_shortfall_cost_per_mw = 1000.0;
    scene.add(sun(50, 0)).demand({60, 80}).add(policy);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 40 * 20 + 5 * 1000.0, tolerance);
    EXPECT_NEAR(*limit_of(solution, "margin", "firm capacity margin").shadow_price, 1000.0, tolerance);
    expect_audit_finds(scene, solution, "margin", "firm_shortfall");
}

TEST(Policy, RefusesContradictions) {
    Scene scene{1};
    add_emitter(scene, "coal", 100, 20, 0.9);
    Policy policy;
    policy.name = "muddle";
    policy.carbon_price_per_t = 5.0;
    policy.zones.items = {{"zone"}, {"zome"}};
    policy.carbon_excess_cost_per_t = 1.0;
    policy.renewable_shortfall_cost_per_mwh = 2.0;
    policy.firm_shortfall_cost_per_mw = 3.0;
    policy.capacity_credits.items = {{"coals", 0.5}};
    Policy bare = margin(0.1);
    bare.capacity_credits.items = {};
    scene.add(policy).add(bare);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "policy muddle: carbon_excess_cost_per_t is 1, expected nothing, as no carbon_cap_t is given",
            "policy muddle: renewable_shortfall_cost_per_mwh is 2, expected nothing, as no renewable_share is given",
            "policy muddle: firm_shortfall_cost_per_mw is 3, expected nothing, as no firm_capacity_margin is given",
            ("policy muddle: carbon_price_per_t is 5, expected 0 in a policy for some zones: a carbon price holds in "
             "all"),
            "policy muddle: zones is zome, expected the name of a zone; did you mean 'zone'?",
            "policy muddle: capacity_credits is coals, expected the technology of a plant; did you mean 'coal'?",
            ("policy margin: capacity_credits is empty, expected a credit for every technology of the case; coal has "
             "none")}));
}

TEST(Policy, TakesEachNameOnceAndWithoutAWeight) {
    Scene scene{1};
    Policy policy = cap(1);
    policy.zones.items = {{"zone", 2.0}, {"zone"}};
    scene.add(policy);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{"policy cap: zones is 2, expected a number of at least 1 and at most 1",
                                        "policy cap: zones is zone, expected each name once"}));
}

}  // namespace
}  // namespace indus::tests
