// SPDX-License-Identifier: Apache-2.0
// Reserve that is promised and could not be given: the audit says so.
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

Reserve product(std::string name, double requirement_mw, double response_minutes = 30.0) {
    Reserve made;
    made.name = std::move(name);
    made.requirement_mw = requirement_mw;
    made.response_minutes = response_minutes;
    return made;
}

TEST(AuditReserve, FindsReserveDownBelowTheLeastOutputAndBeyondTheRamp) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 40;
    coal.ramp_down_mw_per_h = 20;
    Reserve down = product("down", 5);
    down.direction = ReserveDirection::down;
    Spoilt spoilt{Scene{1}.add(coal).add(down).demand({50})};
    spoilt.set("coal", "reserve_down", {21});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 0: reserve is 21 MW, above its limit 10 MW"));
    EXPECT_THAT(findings, Contains("coal at 0: output less reserve down is 29 MW, below its limit 40 MW"));
    EXPECT_THAT(findings, Contains("coal at 0: fall of output with reserve is 21 MW, above its limit 20 MW"));
}

TEST(AuditReserve, FindsReserveFromUnitsThatCannotStart) {
    ThermalPlant gas = thermal("gas", 50, 60);
    gas.min_output_mw = 10;
    gas.initial_status_h = -1;
    gas.initial_output_mw.reset();
    gas.min_down_h = 2;
    gas.quick_start_mw.steps = {{10, 30}};
    Reserve slow = product("slow", 5);
    slow.type = ReserveType::replacement;
    Spoilt spoilt{Scene{2}.add(gas).add(thermal("coal", 100, 20)).add(slow).demand({50, 50})};
    spoilt.set("gas", "standby_slow", {20, 40}).set("gas", "reserve_slow", {20, 35});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("gas at 0: reserve from standstill is 20 MW, above its limit 0 MW"));
    EXPECT_THAT(findings, Contains("gas at 1: reserve from standstill is 40 MW, above its limit 30 MW"));
    EXPECT_THAT(findings, Contains("gas at 1: reserve is 35 MW, but should be 40 MW"));
}

TEST(AuditReserve, FindsProductsCalledTogetherBeyondTheRamp) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_mw_per_h = 60;
    Reserve fast = product("fast", 1, 5), slow = product("slow", 1, 10);
    fast.joint_response = slow.joint_response = true;
    Spoilt spoilt{Scene{1}.add(coal).add(fast).add(slow).demand({50})};
    spoilt.set("coal", "reserve_fast", {5}).set("coal", "reserve_slow", {9});
    EXPECT_THAT(spoilt.findings(), ElementsAre("coal at 0: reserve called together is 14 MW, above its limit 10 MW"));
}

TEST(AuditReserve, FindsReserveOfOtherZonesAndAnUncoveredUnit) {
    Reserve south = product("south_up", 0);
    south.zones.items = {{"south"}};
    Reserve up = product("up", 0);
    up.covers_units_from_mw = 50;
    Spoilt spoilt{Scene{1}
                      .zone("south")
                      .add(thermal("coal", 100, 20))
                      .add(thermal("gas", 100, 30))
                      .add(south)
                      .add(up)
                      .demand({50})};
    spoilt.add("thermal_plant", "coal", "reserve_south_up", {3})
        .set("gas", "reserve_up", {45})
        .set("coal", "reserve_up", {0});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 0: reserve for other zones is 3 MW, above its limit 0 MW"));
    EXPECT_THAT(findings, Contains("up at 0: reserve against the loss of coal is 45 MW, below its limit 50 MW"));
}

TEST(AuditReserve, FindsShortfallInTheWrongStep) {
    Reserve up = product("up", 30);
    up.shortfall_steps_per_mwh.steps = {{0, 5}, {10, 50}};
    Spoilt spoilt{Scene{1}.add(thermal("coal", 100, 20)).add(up).demand({85})};
    spoilt.set("up", "shortfall_1", {16}).set("up", "shortfall_2", {-2});
    EXPECT_THAT(spoilt.findings(), ElementsAre("up at 0: shortfall of a step is 16 MW, above its limit 10 MW",
                                               "up at 0: shortfall of a step is -2 MW, below its limit 0 MW",
                                               "up at 0: shortfall is 15 MW, but should be 14 MW",
                                               "up: the cost 'reserve_shortfall' is 300, but should be -20",
                                               "total: the cost of the run is 2000, but its parts sum to 1680"));
}

TEST(AuditReserve, FindsStoresAndWeatherBeyondTheirRoom) {
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = cell.discharge_mw = 5;
    cell.energy_mwh = 10;
    cell.initial_level_mwh = 8;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 30;
    sun.availability = 1.0;
    sun.provides_reserve = true;
    Reserve down = product("down", 0);
    down.direction = ReserveDirection::down;
    Spoilt spoilt{
        Scene{1}.add(cell).add(sun).add(thermal("coal", 100, 20)).add(down).add(product("up", 0)).demand({50})};
    spoilt.set("cell", "reserve_down", {6}).set("sun", "reserve_down", {31}).set("sun", "reserve_up", {1});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("cell at 0: charge with reserve is 6 MW, above its limit 5 MW"));
    EXPECT_THAT(findings, Contains("cell at 0: level after giving the reserve down is 14 MWh, above its limit 10 MWh"));
    EXPECT_THAT(findings, Contains("sun at 0: output less reserve down is -1 MW, below its limit 0 MW"));
    EXPECT_THAT(findings, Contains("sun at 0: output with reserve is 31 MW, above its limit 30 MW"));
}

}  // namespace
}  // namespace indus::tests
