// SPDX-License-Identifier: Apache-2.0
// How reserve shares the ramp of a step with the change of output, and what a plant may and wants to give.
#include "tests/model/components/limits.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

Reserve within_ten_minutes(RampSharing sharing, std::vector<double> requirement_mw) {
    Reserve made;
    made.name = "up";
    made.requirement_mw = Profile{std::move(requirement_mw)};
    made.response_minutes = 10;
    made.ramp_sharing = sharing;
    return made;
}

/// Coal at 20 per MWh, on at 50 MW before, rising by 30 MW/h at most; gas at 60 gives no reserve.
Scene rising(RampSharing sharing, std::vector<double> load, double step_hours = 1.0, double units = 1.0) {
    Scene scene{static_cast<int>(load.size()), step_hours};
    ThermalPlant coal = thermal("coal", 100 / units, 20);
    coal.units = units;
    coal.ramp_up_mw_per_h = 30 / units;
    ThermalPlant gas = thermal("gas", 100, 60);
    gas.provides_reserve = false;
    std::vector<double> wanted(load.size(), 1.0);
    wanted.front() = 4.0;
    return scene.add(coal).add(gas).add(within_ten_minutes(sharing, wanted)).demand(std::move(load));
}

// 4 MW of reserve, then 1. A step of an hour is six times ten minutes. Coal may reach:
//   none: 50 + 30 - 4 = 76, so 60 as wanted; then 60 + 30 - 1 = 89      1200 + (89 * 20 + 1 * 60)
//   step: 50 + 30 - 24 = 56; then 56 + 30 - 6 = 80                     (56 * 20 + 4 * 60) + (80 * 20 + 10 * 60)
//   mean: 56, as no step is before; then 56 + 30 - 6 * (4 + 1) / 2 = 71  1360 + (71 * 20 + 19 * 60)
TEST(RampSharing, TakesTheRateOfTheResponseForTheWholeStep) {
    for (const double units : {1.0, 2.0}) {
        SCOPED_TRACE(units);
        EXPECT_NEAR(cost(rising(RampSharing::none, {60, 90}, 1.0, units).solve()), 3040, tolerance);
        EXPECT_NEAR(cost(rising(RampSharing::step, {60, 90}, 1.0, units).solve()), 3560, tolerance);
        const Solution mean = rising(RampSharing::mean, {60, 90}, 1.0, units).solve();
        EXPECT_NEAR(cost(mean), 3920, tolerance);
        expect_near(series(mean, "coal", "output"), {56, 71});
    }
}

// A quarter of an hour is 1.5 times ten minutes, and its ramp 7.5 MW. Step: 50 + 7.5 - 6 = 51.5, 51.5 + 7.5 - 1.5 =
// 57.5; mean: 51.5, 51.5 + 7.5 - 1.5 * 2.5 = 55.25. Two hours are 12 times ten minutes: 50 + 60 - 48 = 62.
TEST(RampSharing, ScalesWithTheStep) {
    EXPECT_NEAR(cost(rising(RampSharing::step, {54, 60}, 0.25).solve()), 0.25 * (109 * 20 + 5 * 60), tolerance);
    EXPECT_NEAR(cost(rising(RampSharing::mean, {54, 60}, 0.25).solve()), 0.25 * (106.75 * 20 + 7.25 * 60), tolerance);
    EXPECT_NEAR(cost(rising(RampSharing::step, {70}, 2.0).solve()), 2 * (62 * 20 + 8 * 60), tolerance);
}

// Off before, at most 60 MW in the step of a start, of which 4 MW of reserve take 24: 36 MW. In a step of 5 minutes
// they take half as much of the ramp, 2 MW, but can still be called in full: 56.
TEST(RampSharing, LeavesLessForAStart) {
    Scene scene = rising(RampSharing::step, {58});
    ThermalPlant& coal = scene.data.list<ThermalPlant>()[0];
    coal.initial_status_h = -10;
    coal.initial_output_mw.reset();
    coal.start_up_limit_mw = 60;
    EXPECT_NEAR(cost(scene.solve()), 36 * 20 + 22 * 60, tolerance);
    scene.data.horizon = Horizon::uniform(monday(), 1.0 / 12.0, 1);
    const Solution solution = scene.solve();
    expect_near(series(solution, "coal", "output"), {56});
    Spoilt spoilt{scene};
    spoilt.set("coal", "output", {57});
    EXPECT_THAT(spoilt.findings(),
                Contains("coal at 0: output with reserve in the step of a start is 61 MW, above its limit 60 MW"));
}

// Coal would fall from 50 MW to 10 beside free sun of 40 MW. Its ramp of 30 MW/h less 4 leaves 24 MW, less 24
// leaves 44.
TEST(RampSharing, HoldsForReserveDown) {
    for (const auto& [sharing, least_mw] : {std::pair{RampSharing::none, 24.0}, {RampSharing::step, 44.0}}) {
        ThermalPlant coal = thermal("coal", 100, 20);
        coal.ramp_down_mw_per_h = 30;
        Reserve down = within_ten_minutes(sharing, {4});
        down.direction = ReserveDirection::down;
        const Solution solution = Scene{1}.add(coal).add(sun(40, 0)).add(down).demand({50}).solve();
        EXPECT_NEAR(cost(solution), least_mw * 20, tolerance);
    }
}

TEST(RampSharing, AuditFindsWhatExceedsTheRamp) {
    Spoilt spoilt{rising(RampSharing::mean, {60, 90})};
    spoilt.set("coal", "reserve_up", {4, 5});
    EXPECT_THAT(spoilt.findings(),
                ElementsAre("coal at 1: rise of output with reserve is 42 MW, above its limit 30 MW"));
    Spoilt units{rising(RampSharing::step, {60, 90}, 1.0, 2.0)};
    units.set("coal", "reserve_up", {4, 2});
    EXPECT_THAT(units.findings(),
                ElementsAre("coal at 1: rise of output with reserve is 36 MW, above its limit 30 MW"));
}

/// Coal that gives 10 MW of reserve; gas that costs 100 an hour when on.
Scene offers(double requirement_mw, double units = 1.0, double step_hours = 1.0) {
    ThermalPlant coal = thermal("coal", 100 / units, 20);
    coal.units = units;
    coal.reserve_limit_mw.items = {{"up", 3 / units}};
    ThermalPlant gas = thermal("gas", 100, 60);
    gas.no_load_cost_per_h = 100;
    Scene scene{1, step_hours};
    return scene.add(coal).add(gas).reserve(requirement_mw).demand({50});
}

// 3 MW are what coal may give, of one unit or of two that are on; for 4 MW gas must be on.
TEST(ReserveLimit, IsOfAProduct) {
    for (const double units : {1.0, 2.0}) {
        EXPECT_NEAR(cost(offers(3, units).solve()), 1000, tolerance);
        EXPECT_NEAR(cost(offers(4, units).solve()), 1100, tolerance);
    }
    Scene other = offers(3);
    other.data.list<ThermalPlant>()[0].reserve_limit_mw.items = {{"up", 0.0}};
    EXPECT_NEAR(cost(other.solve()), 1100, tolerance);
    Reserve second;
    second.name = "slow";
    other.add(second).data.list<ThermalPlant>()[0].reserve_limit_mw.items = {{"slow", 50.0}};
    EXPECT_NEAR(cost(other.solve()), 1100, tolerance) << "a product that is not named";
}

// A turbine that is off gives 30 MW fast and, of the 40 that it has, 5 more slowly: the limit of the slow product is
// not one of both.
TEST(ReserveLimit, OfASlowProductLeavesTheFastOne) {
    ThermalPlant turbine = thermal("turbine", 50, 90);
    turbine.initial_status_h = -5;
    turbine.initial_output_mw.reset();
    turbine.no_load_cost_per_h = 100;
    turbine.quick_start_mw.steps = {{5, 40}};
    turbine.reserve_limit_mw.items = {{"fast", 30}, {"slow", 5}};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.provides_reserve = false;
    Reserve fast = within_ten_minutes(RampSharing::none, {30}), slow = within_ten_minutes(RampSharing::none, {5});
    fast.type = slow.type = ReserveType::replacement;
    fast.name = "fast";
    slow.name = "slow";
    slow.response_minutes = 30;
    Scene scene{1};
    scene.add(turbine).add(coal).add(fast).add(slow).demand({50});
    EXPECT_NEAR(cost(scene.solve()), 1000, tolerance);
    scene.data.list<Reserve>()[1].requirement_mw = 6;
    EXPECT_NE(explanation(scene), "") << "not even when it is on";
    // Two of half the size, one of them on at 10 MW as coal has no more: 2.5 MW from each for the slow product.
    ThermalPlant& pair = scene.data.list<ThermalPlant>()[0];
    pair.units = 2;
    pair.capacity_mw = 25;
    pair.quick_start_mw.steps = {{5, 20}};
    pair.reserve_limit_mw.items = {{"fast", 15}, {"slow", 2.5}};
    scene.data.list<Reserve>()[0].requirement_mw = 25;
    scene.data.list<Reserve>()[1].requirement_mw = 5;
    scene.data.list<ThermalPlant>()[1].capacity_mw = 40;
    scene.data.list<ThermalPlant>()[1].initial_output_mw = 40;
    EXPECT_NEAR(cost(scene.solve()), 40 * 20 + 10 * 90 + 100, tolerance);
    Spoilt spoilt{scene};
    spoilt.set("turbine", "spinning_slow", {2}).set("turbine", "standby_slow", {3});
    EXPECT_THAT(spoilt.findings(),
                ElementsAre("turbine at 0: reserve of a product from standstill is 3 MW, above its limit 2.5 MW"));
}

TEST(ReserveLimit, AuditFindsMore) {
    Spoilt spoilt{offers(3)};
    spoilt.set("coal", "reserve_up", {6});
    EXPECT_THAT(spoilt.findings(), ElementsAre("coal at 0: reserve of a product is 6 MW, above its limit 3 MW"));
}

// 3 MW from coal at 5 and 7 from gas at 8: 15 + 56 an hour, and gas sets the price of reserve; in half an hour half.
TEST(ReserveCost, IsPaidPerMegawattAndHour) {
    for (const double hours : {1.0, 0.5})
        for (const double units : {1.0, 2.0}) {
            Scene scene = offers(10, units, hours);
            scene.data.list<ThermalPlant>()[0].reserve_cost_per_mwh.items = {{"up", 5}};
            scene.data.list<ThermalPlant>()[1].reserve_cost_per_mwh.items = {{"up", 8}};
            const Solution solution = scene.solve();
            EXPECT_NEAR(cost(solution), hours * (50 * 20 + 100 + 71), tolerance);
            expect_near(price(solution, "up"), {8});
            Spoilt spoilt{scene};
            spoilt.set_cost("reserve", 1.0);
            EXPECT_THAT(spoilt.findings(),
                        Contains(fmt::format("coal: the cost 'reserve' is 1, but should be {}", 15 * hours)));
        }
}

// Reserve from standstill is paid for as well: 10 MW at 8.
TEST(ReserveCost, IsPaidFromStandstill) {
    Scene scene = offers(10);
    ThermalPlant& gas = scene.data.list<ThermalPlant>()[1];
    gas.initial_status_h = -5;
    gas.initial_output_mw.reset();
    gas.quick_start_mw.steps = {{0, 50}};
    gas.reserve_cost_per_mwh.items = {{"up", 8}};
    scene.data.list<ThermalPlant>()[0].provides_reserve = false;
    scene.data.list<Reserve>()[0].type = ReserveType::replacement;
    EXPECT_NEAR(cost(scene.solve()), 1000 + 80, tolerance);
}

TEST(ReserveOffers, RulesAreToldInWords) {
    Scene scene = offers(3);
    scene.data.list<ThermalPlant>()[0].reserve_limit_mw.items = {{"upp", 3}};
    scene.data.list<ThermalPlant>()[0].reserve_cost_per_mwh.items = {{"north", 3}};
    const std::vector<std::string> expected{
        "thermal_plant coal: reserve_limit_mw is upp, expected the name of a reserve; did you mean 'up'?",
        "thermal_plant coal: reserve_cost_per_mwh is north, expected the name of a reserve"};
    EXPECT_EQ(scene.issues(), expected);
}

}  // namespace
}  // namespace indus::tests
