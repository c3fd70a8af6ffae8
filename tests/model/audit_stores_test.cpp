// SPDX-License-Identifier: Apache-2.0
// One broken rule of a reservoir or a battery at a time, and what the audit says of it.
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

Reservoir dam() {
    Reservoir r;
    r.name = "dam";
    r.zone.name = "zone";
    r.capacity_mw = 100;
    r.min_level_mwh = 40;
    r.max_level_mwh = 120;
    r.inflow_mw = 20.0;
    r.initial_level_mwh = 100;
    r.environmental_release_mw = 5.0;
    r.bypass_capacity_mw = 50;
    return r;
}

TEST(AuditFindings, ReservoirLevelsAndReleases) {
    Spoilt spoilt{Scene{4}.add(dam()).add(thermal("coal", 100, 20)).demand({20, 20, 20, 20})};
    // 100 + 20 - 20 = 100, told as 101; then 101 + 20 - 2 = 119 is right and above nothing, but 2 MW are too small a release;
    // then 119 + 20 - 101 = 38 lies below 40; at last 38 + 20 + 51 - 60 would need water that is not there.
    spoilt.set("dam", "output", {20, 2, 101, 0}).set("dam", "bypass", {0, 0, 0, 60}).set("dam", "level", {101, 119, 38, 121});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("dam at 0: level is 101 MWh, but should be 100 MWh"));
    EXPECT_THAT(findings, Contains("dam at 1: release is 2 MW, below its limit 5 MW"));
    EXPECT_THAT(findings, Contains("dam at 2: output is 101 MW, above its limit 100 MW"));
    EXPECT_THAT(findings, Contains("dam at 2: level is 38 MWh, below its limit 40 MWh"));
    EXPECT_THAT(findings, Contains("dam at 3: bypass is 60 MW, above its limit 50 MW"));
    EXPECT_THAT(findings, Contains("dam at 3: level is 121 MWh, but should be -2 MWh"));
    EXPECT_THAT(findings, Contains("dam at 3: level is 121 MWh, above its limit 120 MWh"));
}

TEST(AuditFindings, ReservoirEndLevelAndItsValue) {
    Spoilt kept{Scene{1}.add(dam()).add(thermal("coal", 100, 20)).demand({50})};
    kept.set("dam", "output", {50}).set("dam", "level", {70}).set("coal", "output", {0});
    EXPECT_THAT(kept.findings(), Contains("dam at 0: end level is 70 MWh, below its limit 100 MWh"));
    Reservoir valued = dam();
    valued.end_value_per_mwh = 15;
    Spoilt told{Scene{1}.add(valued).add(thermal("coal", 100, 20)).demand({50})};
    // All 50 MW from water: the level falls by 30, worth 450.
    told.set_cost("end_value", 0.0);
    EXPECT_THAT(told.findings(), ElementsAre("dam: the cost 'end_value' is 0, but should be 450"));
}

TEST(AuditFindings, ReservoirIrrigation) {
    Reservoir r = dam();
    r.irrigation_min_mwh.constant = 240.0;
    r.irrigation_max_mwh.constant = 480.0;
    Spoilt spoilt{Scene{2}.add(r).add(thermal("coal", 100, 20)).demand({20, 20})};
    // 10 MWh an hour at least, 20 at most, of the day's two hours together.
    spoilt.set("dam", "output", {5, 5});
    EXPECT_THAT(spoilt.findings(), Contains("dam at 0: irrigation release is 10 MWh, below its limit 20 MWh"));
    spoilt.set("dam", "output", {30, 15});
    EXPECT_THAT(spoilt.findings(), Contains("dam at 0: irrigation release is 45 MWh, above its limit 40 MWh"));
}

TEST(AuditFindings, ReservoirReserve) {
    Spoilt spoilt{Scene{2}.add(dam()).add(thermal("coal", 100, 20)).demand({20, 20}).reserve(10, 60, 2.0)};
    spoilt.set("dam", "output", {90, 20}).set("dam", "reserve_up", {15, 35}).set("dam", "level", {30, 100});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("dam at 0: output with reserve is 105 MW, above its limit 100 MW"));
    EXPECT_THAT(findings, Contains("dam at 1: level after giving the reserve is 30 MWh, below its limit 40 MWh"));
}

Battery cell() {
    Battery b;
    b.name = "cell";
    b.zone.name = "zone";
    b.charge_mw = 10;
    b.discharge_mw = 20;
    b.energy_mwh = 40;
    b.min_level_mwh = 4;
    b.charge_efficiency = 0.8;
    b.discharge_efficiency = 0.5;
    b.standing_loss_share_per_h = 0.1;
    b.throughput_cost_per_mwh = 3;
    b.initial_level_mwh = 20;
    b.end_level_mwh = 15;
    return b;
}

TEST(AuditFindings, Battery) {
    Spoilt spoilt{Scene{3}.add(cell()).add(thermal("coal", 100, 20)).demand({30, 30, 30})};
    // 20 * 0.9 + 8 = 26; 26 * 0.9 + 0.8 * 12 - 2 * 21 = -9; then what is told, 12, keeps to no rule.
    spoilt.set("cell", "charge", {10, 12, 0}).set("cell", "discharge", {0, 21, -1}).set("cell", "level", {26, -9, 12});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, testing::Not(Contains(testing::StartsWith("cell at 0"))));
    EXPECT_THAT(findings, Contains("cell at 1: level is -9 MWh, below its limit 4 MWh"));
    EXPECT_THAT(findings, Contains("cell at 1: charge is 12 MW, above its limit 10 MW"));
    EXPECT_THAT(findings, Contains("cell at 1: discharge is 21 MW, above its limit 20 MW"));
    EXPECT_THAT(findings, Contains("cell at 1: charges and discharges at once: 12 MW and 21 MW"));
    EXPECT_THAT(findings, Contains("cell at 2: level is 12 MWh, but should be -6.1 MWh"));
    EXPECT_THAT(findings, Contains("cell at 2: discharge is -1 MW, below its limit 0 MW"));
    EXPECT_THAT(findings, Contains("cell at 2: end level is 12 MWh, below its limit 15 MWh"));
    EXPECT_THAT(findings, Contains("cell: the cost 'wear' is 0, but should be 60"));
}

// Going both ways at once is more than a finding: it names the step at which a direction must be chosen.
TEST(AuditFindings, BatteryAndLineNameTheStepOfBothWays) {
    Line feeder;
    feeder.name = "feeder";
    feeder.from.name = "zone";
    feeder.to.name = "south";
    feeder.capacity_mw = 50.0;
    feeder.loss_share = 0.1;
    Scene scene{2};
    scene.zone("south").add(feeder).add(cell()).add(thermal("coal", 100, 20)).demand({30, 30});
    Solution wrong = scene.solve();
    for (SeriesRecord& each : wrong.series) {
        if (each.quantity == "forward" || each.quantity == "backward") each.values = {0, 5};
        if (each.quantity == "charge" || each.quantity == "discharge") each.values = {2, 0};
    }
    const AuditResult result = audit(scene.system(), wrong);
    EXPECT_EQ(result.mode_steps, (ModeSteps{{"battery/cell", {0}}, {"line/feeder", {1}}}));
}

TEST(AuditFindings, BatteryReserve) {
    Spoilt spoilt{Scene{2}.add(cell()).add(thermal("coal", 100, 20)).demand({30, 30}).reserve(5, 10, 0.5)};
    spoilt.set("cell", "discharge", {15, 0}).set("cell", "reserve_up", {6, 18}).set("cell", "level", {22, 21});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("cell at 0: discharge with reserve is 21 MW, above its limit 20 MW"));
    EXPECT_THAT(findings, Contains("cell at 1: level after giving the reserve is 3 MWh, below its limit 4 MWh"));
}

TEST(AuditFindings, ReserveOfPlantsThatProvideNone) {
    Battery b = cell();
    b.provides_reserve = false;
    Reservoir r = dam();
    r.provides_reserve = false;
    Scene scene{1};
    scene.add(b).add(r).add(thermal("coal", 100, 20)).demand({30}).reserve(5);
    Solution wrong = scene.solve();
    for (const auto& [kind, owner] : {std::pair{"battery", "cell"}, {"reservoir", "dam"}}) wrong.series.push_back({kind, owner, "reserve_up", "MW", true, {3}});
    std::vector<std::string> whats;
    for (const Finding& each : audit(scene.system(), wrong).findings) whats.push_back(each.what);
    EXPECT_THAT(whats, ElementsAre("reserve of a reservoir that provides none is 3 MW, above its limit 0 MW",
                                   "reserve of a battery that provides none is 3 MW, above its limit 0 MW"));
}

}  // namespace
}  // namespace indus::tests
