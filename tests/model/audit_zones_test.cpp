// SPDX-License-Identifier: Apache-2.0
// One broken rule of zones, what feeds them, joins them and draws from them at a time, and what the audit says of it.
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

TEST(AuditFindings, RunOfRiver) {
    Scene scene{2};
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 30;
    river.inflow_mw = 50.0;
    river.environmental_release_mw = 25.0;
    river.variable_cost_per_mwh = 2;
    Spoilt spoilt{scene.add(river).demand({20, 20})};
    spoilt.set("river", "output", {31, -1}).set("river", "spill", {30, 30});
    EXPECT_THAT(spoilt.findings(),
                ElementsAre("river at 0: output is 31 MW, above its limit 30 MW", "river at 0: turbined water is 31 MW, above its limit 25 MW",
                            "river at 0: spilled and turbined water is 61 MW, but should be 50 MW", "river at 1: output is -1 MW, below its limit 0 MW",
                            "river at 1: spilled and turbined water is 29 MW, but should be 50 MW",
                            "zone at 0: supply less demand is 11 MW, but should be 0 MW", "zone at 1: supply less demand is -21 MW, but should be 0 MW",
                            "river: the cost 'variable' is 80, but should be 60",
                            "total: the cost of the run is 80, but its parts sum to 60"));
}

template <class Plant>
Scene weather_scene() {
    Scene scene{2};
    Plant plant;
    plant.name = "field";
    plant.zone.name = "zone";
    plant.capacity_mw = 100;
    plant.availability = Profile{std::vector<double>{0.5, 0.3}};
    plant.variable_cost_per_mwh = 1;
    plant.curtailment_cost_per_mwh = 2;
    return scene.add(plant).add(thermal("coal", 100, 20)).demand({40, 40});
}

template <class Plant>
void expect_weather_findings() {
    Spoilt spoilt{weather_scene<Plant>()};
    spoilt.set("field", "output", {51, -3}).set("field", "curtailment", {0, 33}).set("coal", "output", {0, 43});
    EXPECT_THAT(spoilt.findings(), ElementsAre("field at 0: output is 51 MW, above its limit 50 MW", "field at 0: curtailment is 0 MW, but should be -1 MW",
                                               "field at 1: output is -3 MW, below its limit 0 MW", "zone at 0: supply less demand is 11 MW, but should be 0 MW",
                                               "coal: the cost 'variable' is 200, but should be 860", "field: the cost 'variable' is 70, but should be 48",
                                               "field: the cost 'curtailment' is 20, but should be 64",
                                               "total: the cost of the run is 290, but its parts sum to 972"));
}

TEST(AuditFindings, SolarPlant) { expect_weather_findings<SolarPlant>(); }
TEST(AuditFindings, WindPlant) { expect_weather_findings<WindPlant>(); }

TEST(AuditFindings, Line) {
    Line feeder;
    feeder.name = "feeder";
    feeder.from.name = "zone";
    feeder.to.name = "south";
    feeder.capacity_mw = 50.0;
    feeder.reverse_capacity_mw = 20;
    feeder.loss_share = 0.1;
    feeder.wheeling_cost_per_mwh = 2;
    Spoilt spoilt{Scene{2}.zone("south").add(feeder).add(thermal("coal", 100, 20)).demand({27, 27}, "south")};
    spoilt.set("feeder", "forward", {60, 30}).set("feeder", "backward", {-1, 21});
    EXPECT_THAT(spoilt.findings(),
                ElementsAre("feeder at 0: backward flow is -1 MW, below its limit 0 MW", "feeder at 0: forward flow is 60 MW, above its limit 50 MW",
                            "feeder at 1: backward flow is 21 MW, above its limit 20 MW", "feeder at 1: sends both ways at once: 30 MW and 21 MW",
                            "zone at 0: supply less demand is -30.9 MW, but should be 0 MW", "zone at 1: supply less demand is 18.9 MW, but should be 0 MW",
                            "south at 0: supply less demand is 28 MW, but should be 0 MW", "south at 1: supply less demand is -21 MW, but should be 0 MW",
                            "feeder: the cost 'wheeling' is 120, but should be 220", "total: the cost of the run is 1320, but its parts sum to 1420"));
}

TEST(AuditFindings, Demand) {
    Scene scene{1};
    Demand mill;
    mill.name = "mill";
    mill.zone.name = "zone";
    mill.load_mw = 95.0;
    mill.loss_share = 0.05;
    mill.value_of_lost_load_per_mwh.steps = {{0, 50}, {0.2, 500}};
    Spoilt spoilt{scene.add(mill).add(thermal("coal", 80, 20))};
    // 80 MW of coal serve 76: a fifth, 19 MW, is unserved at 50. Told as 20 MW of the first tier and none withdrawn.
    spoilt.set("mill", "unserved_1", {20}).set("mill", "unserved_2", {-1}).set("mill", "unserved", {18}).set("mill", "withdrawal", {0});
    EXPECT_THAT(spoilt.findings(), ElementsAre("mill at 0: unserved power of a tier is 20 MW, above its limit 19 MW",
                                               "mill at 0: unserved power is -1 MW, below its limit 0 MW", "mill at 0: unserved power is 18 MW, but should be 19 MW",
                                               "mill at 0: withdrawal is 0 MW, but should be 80 MW", "mill: the cost 'unserved' is 950, but should be 500",
                                               "total: the cost of the run is 2550, but its parts sum to 2100"));
}

TEST(AuditFindings, ZoneBalanceAndSurplus) {
    Scene scene{2};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 4;
    Spoilt spoilt{scene.add(thermal("coal", 80, 20)).demand({50, 50})};
    spoilt.set("zone", "surplus", {-2, 6});
    EXPECT_THAT(spoilt.findings(), ElementsAre("zone at 0: surplus is -2 MW, below its limit 0 MW", "zone at 0: supply less demand is 2 MW, but should be 0 MW",
                                               "zone at 1: supply less demand is -6 MW, but should be 0 MW", "zone: the cost 'surplus' is 0, but should be 16",
                                               "total: the cost of the run is 2000, but its parts sum to 2016"));
}

// Where nothing may be dumped or be short, a stored solution cannot claim it either.
TEST(AuditFindings, SurplusAndShortfallWithoutAPrice) {
    Spoilt spoilt{Scene{1}.add(thermal("coal", 80, 20)).demand({50}).reserve(10)};
    spoilt.add("zone", "zone", "surplus", {5}).add("reserve", "up", "shortfall", {10}).set("coal", "output", {55}).set("coal", "reserve_up", {0});
    EXPECT_THAT(spoilt.findings(), ElementsAre("zone at 0: surplus of a zone without a price for it is 5 MW, above its limit 0 MW",
                                               "up at 0: shortfall of a reserve without a price for it is 10 MW, above its limit 0 MW",
                                               "coal: the cost 'variable' is 1000, but should be 1100",
                                               "total: the cost of the run is 1000, but its parts sum to 1100"));
}

TEST(AuditFindings, ReserveRequirementAndShortfall) {
    Scene scene{2};
    Reserve product;
    product.name = "up";
    product.requirement_mw = 10.0;
    product.share_of_load = 0.1;
    product.shortfall_cost_per_mwh = 7;
    Spoilt spoilt{scene.add(product).add(thermal("coal", 80, 20)).demand({70, 70})};
    // 17 MW are wanted, 10 are held, 7 missing.
    spoilt.set("up", "shortfall", {5, -7}).set("coal", "reserve_up", {10, 10});
    EXPECT_THAT(spoilt.findings(), ElementsAre("up at 0: reserve is 15 MW, below its limit 17 MW", "up at 1: shortfall is -7 MW, below its limit 0 MW",
                                               "up at 1: reserve is 3 MW, below its limit 17 MW", "up: the cost 'reserve_shortfall' is 98, but should be -14",
                                               "total: the cost of the run is 2898, but its parts sum to 2786"));
}

}  // namespace
}  // namespace indus::tests
