// SPDX-License-Identifier: Apache-2.0
// Products of reserve: direction, standstill, zones, the largest unit, steps of shortfall, quality.
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Reserve product(std::string name, double requirement_mw, double response_minutes = 60.0) {
    Reserve made;
    made.name = std::move(name);
    made.requirement_mw = requirement_mw;
    made.response_minutes = response_minutes;
    return made;
}

Reserve down(double requirement_mw, double response_minutes = 60.0) {
    Reserve made = product("down", requirement_mw, response_minutes);
    made.direction = ReserveDirection::down;
    return made;
}

ThermalPlant gas(double min_output_mw = 10) {
    ThermalPlant plant = thermal("gas", 50, 60);
    plant.min_output_mw = min_output_mw;
    return plant;
}

ThermalPlant gas_off(double hours_off) {
    ThermalPlant plant = gas();
    plant.initial_status_h = -hours_off;
    plant.initial_output_mw.reset();
    plant.quick_start_mw.steps = {{10, 30}};
    return plant;
}

// Coal at 20 falls by 10 MW/h: 5 MW in half an hour. 15 MW down need gas at 10 MW (it can fall to 0): 50 * 20 + 10
// * 60.
TEST(ReserveDown, IsLimitedByTheRampDownAndTheLeastOutput) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 40;
    coal.ramp_down_mw_per_h = 10;
    coal.initial_output_mw = 50;
    Scene scene{1};
    scene.add(coal).add(gas(0)).add(down(15, 30)).demand({60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1600, tolerance);
    expect_near(series(solution, "coal", "reserve_down"), {5});
    expect_near(series(solution, "gas", "reserve_down"), {10});
}

// The ramp of a quarter of an hour is shared by the fall of output and the reserve: 40 MW/h are 10 MW. Coal falls from
// 50 to 45 at least because gas must run at 10 of 55 MW; with 8 MW of reserve down it could only fall to 48, so that
// gas stays at 7.
TEST(ReserveDown, SharesTheRampWithTheFallOfOutput) {
    ThermalPlant coal = thermal("coal", 100, 80);
    coal.ramp_down_mw_per_h = 40;
    coal.initial_output_mw = 50;
    ThermalPlant cheap = thermal("gas", 50, 60);
    cheap.provides_reserve = false;
    Scene scene{1, 0.25};
    scene.add(coal).add(cheap).add(down(8, 15)).demand({55});
    const Solution solution = scene.solve();
    expect_near(series(solution, "coal", "output"), {48});
    EXPECT_NEAR(cost(solution), 0.25 * (48 * 80 + 7 * 60), tolerance);
}

// The battery has 2 of 10 MWh to spare and coal runs at its least: 3 MW down for an hour miss 1 MW at 7. 50 * 20 + 7.
TEST(ReserveDown, OfABatteryNeedsRoomToCharge) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 50;
    Battery battery;
    battery.name = "cell";
    battery.zone.name = "zone";
    battery.charge_mw = battery.discharge_mw = 5;
    battery.energy_mwh = 10;
    battery.initial_level_mwh = 8;
    Reserve reserve = down(3);
    reserve.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.add(coal).add(battery).add(reserve).demand({50});
    EXPECT_NEAR(cost(scene.solve()), 1007, tolerance);
    // Half an hour needs half the room: 2.5 MW of charge power would do, 3 MW are there.
    scene.data.list<Reserve>()[0].sustain_h = 0.5;
    EXPECT_NEAR(cost(scene.solve()), 1000, tolerance);
    // A charge rate of 1 MW is the limit then: 2 MW miss.
    scene.data.list<Battery>()[0].charge_mw = 1;
    EXPECT_NEAR(cost(scene.solve()), 1014, tolerance);
}

// Coal must run at 40 of 50 MW, the sun has 30: curtailing what is used (10 MW) is the reserve down; 12 MW miss 2 at 7.
// Up, 20 MW of sun are curtailed anyway: they and coal's 60 MW carry 80 MW.
TEST(ReserveOfTheSun, IsWhatCanBeCurtailedAndWhatIs) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 40;
    coal.must_run = true;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 30;
    sun.availability = 1.0;
    sun.provides_reserve = true;
    Reserve reserve = down(12);
    reserve.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.add(coal).add(sun).add(reserve).add(product("up", 80)).demand({50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 40 * 20 + 2 * 7, tolerance);
    expect_near(series(solution, "sun", "reserve_down"), {10});
    expect_near(series(solution, "sun", "reserve_up"), {20});
}

// The turbines can fall by what they give; with a bypass of 5 MW the water must find room: 3 MWh below the largest
// level.
TEST(ReserveDown, OfAReservoirNeedsABypassOrRoom) {
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 40;
    dam.max_level_mwh = 100;
    dam.inflow_mw = 20.0;
    dam.initial_level_mwh = 97;
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.provides_reserve = false;
    Reserve reserve = down(20);
    reserve.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.add(dam).add(coal).add(reserve).demand({20});
    EXPECT_NEAR(cost(scene.solve()), 0, tolerance);
    scene.data.list<Reservoir>()[0].bypass_capacity_mw = 5;
    EXPECT_NEAR(cost(scene.solve()), 17 * 7, tolerance);
}

// Coal cannot fall; the pumps could take 40 MW more, but there is room for 18 MWh at 0.9 each: 20 MW, 5 of 25 miss
// at 7. For half an hour the room is enough.
TEST(ReserveDown, OfPumpsNeedsRoomForTheWater) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.provides_reserve = false;
    PumpedStorage pumped;
    pumped.name = "pumped";
    pumped.zone.name = "zone";
    pumped.turbine_mw = 30;
    pumped.pump_mw = 40;
    pumped.energy_mwh = 68;
    pumped.initial_level_mwh = 50;
    pumped.turbine_efficiency = 0.8;
    pumped.pump_efficiency = 0.9;
    Reserve reserve = down(25);
    reserve.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.add(coal).add(pumped).add(reserve).demand({60});
    EXPECT_NEAR(cost(scene.solve()), 60 * 20 + 5 * 7, tolerance);
    scene.data.list<Reserve>()[0].sustain_h = 0.5;
    EXPECT_NEAR(cost(scene.solve()), 60 * 20, tolerance);
}

// Below a dam that lets 20 MW through, the river has 20 of 50 MW to give: it holds 8 MW up, so that 12 MW are used.
TEST(ReserveUp, OfARiverBelowADamIsOfTheWaterThatComes) {
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 0;
    dam.max_level_mwh = 100;
    dam.inflow_mw = 20.0;
    dam.initial_level_mwh = 100;
    dam.energy_per_hm3_mwh = 100;
    dam.downstream_run_of_river.name = "river";
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 50;
    river.inflow_mw = 0.0;
    river.energy_per_hm3_mwh = 100;
    river.provides_reserve = true;
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.provides_reserve = false;
    Scene scene{1};
    scene.add(dam).add(river).add(coal).add(product("up", 8)).demand({60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 48 * 20, tolerance);
    expect_near(series(solution, "river", "reserve_up"), {8});
}

// Coal at 20 leaves 10 of 100 MW; 30 MW of replacement reserve: gas, off for long, gives 30 MW within 10 minutes.
// 90 * 20. As spinning reserve it must be on: 80 * 20 + 10 * 60.
TEST(ReplacementReserve, ComesFromUnitsThatAreOff) {
    Reserve reserve = product("slow", 30, 30);
    reserve.type = ReserveType::replacement;
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(gas_off(100)).add(reserve).demand({90});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1800, tolerance);
    const double from_gas = series(solution, "gas", "standby_slow")[0];
    EXPECT_GE(from_gas, 20 - tolerance);
    expect_near(series(solution, "gas", "reserve_slow"), {from_gas});
    scene.data.list<Reserve>()[0].type = ReserveType::spinning;
    EXPECT_NEAR(cost(scene.solve()), 2200, tolerance);
}

// Off for 1 h of the 2 h it must stay off: in the first hour gas gives nothing, 20 MW miss at 7; then it stands by.
TEST(ReplacementReserve, WaitsForTheLeastTimeOff) {
    Reserve reserve = product("slow", 30, 30);
    reserve.type = ReserveType::replacement;
    reserve.shortfall_cost_per_mwh = 7;
    ThermalPlant waiting = gas_off(1);
    waiting.min_down_h = 2;
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).add(waiting).add(reserve).demand({90, 90});
    EXPECT_NEAR(cost(scene.solve()), 2 * 1800 + 20 * 7, tolerance);
}

// In 5 minutes nothing starts, in 10 minutes 30 MW, in half an hour 45: both products together 45, the fast one 30.
TEST(ReplacementReserve, GrowsWithTheResponseTime) {
    Reserve fast = product("fast", 40, 10);
    Reserve slow = product("slow", 20, 30);
    fast.type = slow.type = ReserveType::replacement;
    fast.shortfall_cost_per_mwh = slow.shortfall_cost_per_mwh = 7;
    ThermalPlant turbine = gas_off(100);
    turbine.quick_start_mw.steps = {{10, 30}, {30, 45}};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.provides_reserve = false;
    Scene scene{1};
    scene.add(coal).add(turbine).add(fast).add(slow).demand({50});
    // 30 of 40 fast, 15 of 20 slow.
    EXPECT_NEAR(cost(scene.solve()), 50 * 20 + 15 * 7, tolerance);
}

// The south asks for 10% of its own load, 60 MW, and takes no reserve from the north: its gas must be on.
TEST(ReserveZones, TakeFromTheirPlantsAndReferToTheirLoad) {
    Reserve reserve = product("south_up", 0);
    reserve.share_of_load = 0.1;
    reserve.zones.items = {{"south"}};
    Line line;
    line.name = "link";
    line.from.name = "zone";
    line.to.name = "south";
    line.capacity_mw = 100.0;
    ThermalPlant turbine = gas();
    turbine.zone.name = "south";
    Scene scene{1};
    scene.zone("south")
        .add(thermal("coal", 200, 20))
        .add(turbine)
        .add(line)
        .add(reserve)
        .demand({30})
        .demand({60}, "south");
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 80 * 20 + 10 * 60, tolerance);
    EXPECT_EQ(solution.find("coal", "reserve_south_up"), nullptr);
    EXPECT_NEAR(series(solution, "south_up", "requirement")[0], 6, tolerance);
}

// Units of 100 MW at 10 and at 20. The dear one can rise by 30 MW in half an hour: the cheap one may give no more than
// that, as its loss must be made up for. 30 * 10 + 70 * 20. Units below 200 MW are not covered: 100 * 10.
TEST(LargestUnit, IsCoveredByTheReserveOfOthers) {
    ThermalPlant dear = thermal("dear", 100, 20);
    dear.ramp_up_mw_per_h = 60;
    dear.initial_output_mw = 70;
    Reserve reserve = product("up", 0, 30);
    reserve.covers_units_from_mw = 50;
    Scene scene{1};
    scene.add(thermal("cheap", 100, 10)).add(dear).add(reserve).demand({100});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1700, tolerance);
    expect_near(series(solution, "cheap", "output"), {30});
    scene.data.list<Reserve>()[0].covers_units_from_mw = 200;
    EXPECT_NEAR(cost(scene.solve()), 1000, tolerance);
}

// As above; what is missing costs 4 per MW, less than the 10 that a MW from the dear unit costs more.
TEST(LargestUnit, MayBeLeftUncoveredAtACost) {
    ThermalPlant dear = thermal("dear", 100, 20);
    dear.ramp_up_mw_per_h = 60;
    dear.initial_output_mw = 0;
    Reserve reserve = product("up", 0, 30);
    reserve.covers_units_from_mw = 50;
    reserve.shortfall_cost_per_mwh = 4;
    Scene scene{1};
    scene.add(thermal("cheap", 100, 10)).add(dear).add(reserve).demand({100});
    EXPECT_NEAR(cost(scene.solve()), 1000 + 70 * 4, tolerance);
}

// 15 of 30 MW are there: 10 MW missing cost 5 each, 5 more cost 50 each, for half an hour.
TEST(ReserveShortfall, CostsInSteps) {
    Reserve reserve = product("up", 30);
    reserve.shortfall_steps_per_mwh.steps = {{0, 5}, {10, 50}};
    Scene scene{1, 0.5};
    scene.add(thermal("coal", 100, 20)).add(reserve).demand({85});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 0.5 * (85 * 20 + 10 * 5 + 5 * 50), tolerance);
    expect_near(series(solution, "up", "shortfall"), {15});
    // The price of a MW more is what the second step costs.
    expect_near(price(solution, "up"), {50});
}

// Nobody in the south gives slow reserve, but what coal holds of the fast one beyond its 10 MW counts: 30 MW in all.
// The price of fast reserve is that of both requirements; demand 80 leaves only 20 MW, and 10 MW miss at 7.
TEST(BetterReserve, CountsForTheLowerProduct) {
    Reserve slow = product("slow", 20);
    slow.zones.items = {{"south"}};
    slow.better.items = {{"fast"}};
    slow.shortfall_cost_per_mwh = 7;
    Scene scene{1};
    scene.zone("south").add(thermal("coal", 100, 20)).add(product("fast", 10)).add(slow).demand({70});
    EXPECT_NEAR(cost(scene.solve()), 1400, tolerance);
    scene.data.list<Demand>()[0].load_mw = Profile{std::vector<double>{80}};
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 1670, tolerance);
    expect_near(price(solution, "fast"), {7});
    expect_near(price(solution, "slow"), {7});
}

// 60 MW/h give 5 MW in 5 minutes and 10 in 10. Called together, 5 and 8 MW are more than coal can do: gas must be on.
TEST(JointResponse, SharesTheRampBetweenProducts) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_mw_per_h = coal.ramp_down_mw_per_h = 60;
    Reserve fast = product("fast", 5, 5);
    Reserve slow = product("slow", 8, 10);
    Scene scene{1};
    scene.add(coal).add(gas()).add(fast).add(slow).demand({50});
    EXPECT_NEAR(cost(scene.solve()), 1000, tolerance);
    for (Reserve& each : scene.data.list<Reserve>()) each.joint_response = true;
    EXPECT_NEAR(cost(scene.solve()), 40 * 20 + 10 * 60, tolerance);
}

TEST(ReserveRules, AreToldInWords) {
    Scene scene{1};
    scene.zone("south").add(thermal("coal", 100, 20));
    Reserve wrong = down(5);
    wrong.type = ReserveType::replacement;
    wrong.covers_units_from_mw = 100;
    wrong.shortfall_cost_per_mwh = 1;
    wrong.shortfall_steps_per_mwh.steps = {{5, 9}, {8, 4}};
    scene.add(wrong);
    const std::vector<std::string> expected{
        "reserve down: type is replacement, expected spinning, as a unit that is off has no output that could fall",
        "reserve down: covers_units_from_mw is 100, expected nothing, as reserve down makes up for no lost unit",
        ("reserve down: shortfall_steps_per_mwh is steps beside a cost, expected either shortfall_steps_per_mwh or "
         "shortfall_cost_per_mwh"),
        "reserve down: shortfall_steps_per_mwh is 5, expected a first step that begins at 0 MW missing",
        "reserve down: shortfall_steps_per_mwh is 4, expected costs that do not fall (9 before)"};
    EXPECT_EQ(scene.issues(), expected);
}

TEST(ReserveRules, OfOthersAreToldInWords) {
    Scene scene{1};
    scene.zone("south").add(thermal("coal", 100, 20));
    Reserve first = down(5);
    first.better.items = {{"up"}};
    first.zones.items = {{"suoth"}, {"south", 0.5}};
    scene.add(first).add(product("up", 1));
    const std::vector<std::string> expected{
        "reserve down: zones is suoth, expected the name of a zone; did you mean 'south'?",
        "reserve down: zones is south:0.5, expected a zone without a weight",
        "reserve down: better is up, expected a product in a row above this one",
        "reserve down: better is up, expected a product of the same direction"};
    EXPECT_EQ(scene.issues(), expected);
}

TEST(QuickStart, RulesAreToldInWords) {
    ThermalPlant plant = gas();
    plant.quick_start_mw.steps = {{10, 60}, {30, 40}};
    plant.provides_reserve = false;
    Scene scene{1};
    scene.add(plant);
    const std::vector<std::string> expected{
        "thermal_plant gas: quick_start_mw is 60, expected at most capacity_mw (50)",
        "thermal_plant gas: quick_start_mw is 40, expected power that does not fall with the minutes (60 before)",
        "thermal_plant gas: quick_start_mw is 40, expected nothing, as provides_reserve is no"};
    EXPECT_EQ(scene.issues(), expected);
}

}  // namespace
}  // namespace indus::tests
