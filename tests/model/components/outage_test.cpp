// SPDX-License-Identifier: Apache-2.0
// Outages of every kind of plant, by hand; draws of forced outages.
#include "model/outages.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

ThermalPlant dear() { return thermal("dear", 200, 60); }

// Coal is out in the second hour: 50 * 20 + 50 * 60 + 50 * 20.
TEST(ThermalOutage, SwitchesTheUnitOff) {
    Scene scene{3};
    scene.add(thermal("coal", 100, 20)).add(dear()).add(out("coal", 1, 2)).demand({50, 50, 50});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5000, tolerance);
    expect_near(series(solution, "coal", "on"), {1, 0, 1});
}

// Half past one to two: the outage holds in the whole step of an hour, and in half-hour steps from half past one on.
TEST(ThermalOutage, HoldsInEveryStepItTouches) {
    Scene hours{3};
    hours.add(thermal("coal", 100, 20)).add(dear()).add(out("coal", 1.5, 2)).demand({50, 50, 50});
    EXPECT_NEAR(cost(hours.solve()), 5000, tolerance);
    Scene halves{6, 0.5};
    halves.add(thermal("coal", 100, 20)).add(dear()).add(out("coal", 1.5, 2)).demand({50, 50, 50, 50, 50, 50});
    EXPECT_NEAR(cost(halves.solve()), 0.5 * (5 * 50 * 20 + 50 * 60), tolerance);
}

// A planned outage at 2 h is run down to: 40 MW/h and a shut-down limit of 30 MW lead from 70 to 30 MW. Coal gives 70
// and 30 of 70 MW: 100 * 20 + 40 * 60 + 70 * 60. Forced, it trips from full output: 140 * 20 + 70 * 60.
TEST(ThermalOutage, IsRunDownToWhenPlannedAndTripsWhenForced) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_down_mw_per_h = 40;
    coal.shut_down_limit_mw = 30;
    coal.initial_output_mw = 70;
    Scene scene{3};
    scene.add(coal).add(dear()).add(out("coal", 2, 3)).demand({70, 70, 70});
    EXPECT_NEAR(cost(scene.solve()), 100 * 20 + 40 * 60 + 70 * 60, tolerance);
    scene.data.list<Outage>()[0].cause = OutageCause::forced;
    EXPECT_NEAR(cost(scene.solve()), 140 * 20 + 70 * 60, tolerance);
}

// Coal must stay on for 3 h after a start: before a planned outage 2 h away it does not start. Before a forced one it
// does: the trip ends its time on. Off before; a start costs 10. 2 * 50 * 60 + 50 * 60 against 2 * 50 * 20 + 10 + 50
// * 60.
TEST(ThermalOutage, EndsTheLeastTimeOnWhenForced) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_up_h = 3;
    coal.initial_status_h = -10;
    coal.initial_output_mw.reset();
    coal.start_cost.steps = {{0, 10}};
    Scene scene{3};
    scene.add(coal).add(dear()).add(out("coal", 2, 3)).demand({50, 50, 50});
    EXPECT_NEAR(cost(scene.solve()), 9000, tolerance);
    scene.data.list<Outage>()[0].cause = OutageCause::forced;
    EXPECT_NEAR(cost(scene.solve()), 2000 + 10 + 3000, tolerance);
}

// After a trip the least time on begins anew with the next start: on again at 2 h for 3 h, though 10 MW are all that is
// needed.
TEST(ThermalOutage, LetsTheLeastTimeOnBeginAnew) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 10;
    coal.min_up_h = 3;
    coal.no_load_cost_per_h = 100;
    coal.initial_status_h = 1;
    coal.initial_output_mw = 50;
    Outage trip = out("coal", 1, 2);
    trip.cause = OutageCause::forced;
    Scene scene{6};
    scene.add(coal).add(thermal("dear", 200, 60)).add(trip).demand({50, 50, 50, 10, 10, 10});
    // Dear gives 10 MW for 600, coal for 300: coal stays on to the end; out in the second hour.
    const Solution solution = scene.solve();
    expect_near(series(solution, "coal", "on"), {1, 0, 1, 1, 1, 1});
    // With 10 MW worth only 15 each from another plant, coal would stop at once after its 50 MW, but for its 3 h.
    scene.data.list<ThermalPlant>()[1].variable_cost_per_mwh = 25;
    expect_near(series(scene.solve(), "coal", "on"), {1, 0, 1, 1, 1, 0});
}

/// Dearer than what stands beside it, so that it runs only where it must: from 25 MW, three hours off at least.
Scene forced_to_run(double units) {
    ThermalPlant coal = thermal("coal", 50, 90);
    coal.min_output_mw = 25;
    coal.units = units;
    coal.must_run = true;
    coal.min_down_h = 3;
    Outage trip = out("coal", 1, 2);
    trip.cause = OutageCause::forced;
    if (units > 1.0) trip.units_out = 1.0;
    Scene scene{6};
    return scene.add(coal).add(dear()).add(trip).demand({100, 100, 100, 100, 100, 100});
}

// It trips for an hour and stays off for the three that it must, and not an hour longer. 25 MW at 90 - 60 more each.
TEST(ThermalOutage, LetsAPlantThatMustRunWaitOutItsLeastTimeOff) {
    const Solution one = forced_to_run(1).solve();
    expect_near(series(one, "coal", "on"), {1, 0, 0, 0, 1, 1});
    EXPECT_NEAR(cost(one), 600 * 60 + 3 * 25 * 30, tolerance);
    const Solution two = forced_to_run(2).solve();
    expect_near(series(two, "coal", "on"), {2, 1, 1, 1, 2, 2});
    EXPECT_NEAR(cost(two), 600 * 60 + 9 * 25 * 30, tolerance);
}

TEST(ThermalOutage, AuditsThatAPlantThatMustRunIsBackInTime) {
    Spoilt one{forced_to_run(1)};
    one.set("coal", "on", {1, 0, 0, 0, 0, 1}).set("coal", "output", {25, 0, 0, 0, 0, 25});
    EXPECT_THAT(one.findings(), Contains("coal at 4: units on of a plant that must run is 0, below its limit 1"));
    Spoilt early{forced_to_run(1)};
    early.set("coal", "on", {0, 0, 0, 0, 1, 1}).set("coal", "output", {0, 0, 0, 0, 25, 25});
    EXPECT_THAT(early.findings(), Contains("coal at 0: units on of a plant that must run is 0, below its limit 1"));
    Spoilt two{forced_to_run(2)};
    two.set("coal", "on", {2, 1, 1, 1, 1, 2}).set("coal", "start", {0, 0, 0, 0, 0, 1});
    EXPECT_THAT(two.findings(), Contains("coal at 4: units on of a plant that must run is 1, below its limit 2"));
}

// 60 MW are left: coal gives them from its 100, at 40 MW/h down only because the loss is sudden. Reserve of 10 is from
// the rest.
TEST(ThermalOutage, LeavesAPartOfTheCapacity) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 30;
    coal.ramp_down_mw_per_h = 10;
    coal.initial_output_mw = 90;
    Outage derating = out("coal", 1, 2);
    derating.available_share = 0.6;
    derating.cause = OutageCause::forced;
    ThermalPlant other = dear();
    other.provides_reserve = false;
    Reserve up;
    up.name = "up";
    up.requirement_mw = 10.0;
    Scene scene{2};
    scene.add(coal).add(other).add(up).add(derating).demand({90, 90});
    const Solution solution = scene.solve();
    expect_near(series(solution, "coal", "output"), {90, 50});
    // Planned, it is run down at 10 MW/h: 60, then 50.
    scene.data.list<Outage>()[0].cause = OutageCause::planned;
    scene.data.list<ThermalPlant>()[0].initial_output_mw = 70;
    expect_near(series(scene.solve(), "coal", "output"), {60, 50});
    // 20 MW are less than the least output: off, and the reserve cannot be held.
    scene.data.list<Outage>()[0] = out("coal", 1, 2);
    scene.data.list<Outage>()[0].available_mw = 20;
    scene.data.list<Outage>()[0].cause = OutageCause::forced;
    scene.data.list<Reserve>()[0].shortfall_cost_per_mwh = 7;
    const Solution off = scene.solve();
    expect_near(series(off, "coal", "on"), {1, 0});
    expect_near(series(off, "up", "shortfall"), {0, 10});
}

// Two of three units are out: one is left for the hour, the others start again when they are back.
TEST(ThermalOutage, TakesUnitsOfSeveral) {
    ThermalPlant gas = thermal("gas", 50, 10);
    gas.units = 3;
    Outage two = out("gas", 1, 2);
    two.units_out = 2;
    Scene scene{3};
    scene.add(gas).add(dear()).add(two).demand({140, 140, 140});
    const Solution solution = scene.solve();
    expect_near(series(solution, "gas", "output"), {140, 50, 140});
    scene.data.list<Outage>()[0].units_out.reset();
    expect_near(series(scene.solve(), "gas", "output"), {140, 0, 140});
}

TEST(Outage, LowersEveryOtherKindOfPlant) {
    SolarPlant sun;
    sun.name = "sun";
    sun.capacity_mw = 40;
    sun.availability = 0.5;
    RunOfRiver river;
    river.name = "river";
    river.capacity_mw = 20;
    river.inflow_mw = 30.0;
    Reservoir dam;
    dam.name = "dam";
    dam.capacity_mw = 30;
    dam.max_level_mwh = 200;
    dam.initial_level_mwh = 100;
    dam.end_level_mwh = 0;
    dam.inflow_mw = 0.0;
    Battery cell;
    cell.name = "cell";
    cell.charge_mw = cell.discharge_mw = 10;
    cell.energy_mwh = cell.initial_level_mwh = 40;
    cell.end_level_mwh = 0;
    PumpedStorage pumped;
    pumped.name = "pumped";
    pumped.turbine_mw = pumped.pump_mw = 20;
    pumped.energy_mwh = pumped.initial_level_mwh = 60;
    pumped.end_level_mwh = 0;
    sun.zone.name = river.zone.name = dam.zone.name = cell.zone.name = pumped.zone.name = "zone";
    Scene scene{2};
    scene.add(sun).add(river).add(dam).add(cell).add(pumped).add(dear()).demand({120, 110});
    for (const char* plant : {"sun", "river", "dam", "cell", "pumped"}) {
        scene.add(out(plant, 1, 2));
        scene.data.list<Outage>().back().available_share = 0.5;
    }
    const Solution solution = scene.solve();
    expect_near(series(solution, "sun", "output"), {20, 10});
    expect_near(series(solution, "river", "output"), {20, 10});
    expect_near(series(solution, "dam", "output"), {30, 15});
    expect_near(series(solution, "cell", "discharge"), {10, 5});
    expect_near(series(solution, "pumped", "discharge"), {20, 10});
    expect_near(series(solution, "dear", "output"), {20, 60});
    EXPECT_NEAR(cost(solution), 80 * 60, tolerance);
}

TEST(Outage, IsNamedWhenDemandIsShort) {
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).add(out("coal", 0, 1)).demand({50});
    const Solution solution = scene.solve();
    ASSERT_EQ(solution.unserved.size(), 1U);
    EXPECT_EQ(solution.unserved[0].cause, "In an outage: coal (100 MW); the zone has no plant that could give more.");
}

TEST(AuditOutage, FindsPowerThatIsNotThere) {
    Outage derating = out("coal", 1, 2);
    derating.available_mw = 60;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 10;
    sun.availability = 1.0;
    Spoilt spoilt{Scene{2}
                      .add(thermal("coal", 100, 20))
                      .add(thermal("gas", 100, 30))
                      .add(dear())
                      .add(sun)
                      .add(derating)
                      .add(out("gas", 0, 1))
                      .add(out("sun", 0, 2))
                      .demand({80, 80})};
    spoilt.set("coal", "output", {80, 70}).set("gas", "on", {1, 0}).set("sun", "output", {0, 4});
    const auto findings = spoilt.findings();
    EXPECT_THAT(findings, Contains("coal at 1: output with reserve is 70 MW, above its limit 60 MW"));
    EXPECT_THAT(findings, Contains("gas at 0: units on in an outage is 1, above its limit 0"));
    EXPECT_THAT(findings, Contains("sun at 1: output is 4 MW, above its limit 0 MW"));
}

TEST(OutageRules, AreToldInWords) {
    Scene scene{2};
    ThermalPlant gas = thermal("gas", 50, 10);
    gas.units = 2;
    Outage wrong = out("coal", 2, 1);
    wrong.available_share = 0.5;
    wrong.available_mw = 120;
    Outage of_units = out("gas", 0, 1);
    of_units.available_share = 0.5;
    Outage too_many = out("gas", 1, 2);
    too_many.name = "too many";
    too_many.units_out = 3;
    Outage unknown = out("caol", 0, 1);
    Outage empty;
    empty.name = "empty";
    empty.plant = "coal";
    scene.add(thermal("coal", 100, 20)).add(gas).add(wrong).add(of_units).add(too_many).add(unknown).add(empty);
    EXPECT_THAT(scene.issues(),
                testing::UnorderedElementsAre(
                    "outage outage of coal: to is 2025-01-13 01:00, expected a time after from (2025-01-13 02:00)",
                    "outage outage of coal: available_mw is several fields, expected one of available_share, "
                    "available_mw and units_out",
                    "outage outage of coal: available_mw is 120, expected at most the capacity of coal (100)",
                    "outage outage of gas: units_out is empty, expected the number of units that are out, as gas has 2",
                    "outage too many: units_out is 3, expected at most the units of gas (2)",
                    "outage outage of caol: plant is caol, expected the name of a plant; did you mean 'coal'?",
                    "outage empty: from is empty, expected a time such as 2025-01-13 05:30",
                    "outage empty: to is empty, expected a time such as 2025-01-13 05:30"));
}

TEST(OutageRules, WantOnePlantOfTheNameAndARepairTime) {
    Scene scene{1};
    Battery cell;
    cell.name = "coal";
    cell.zone.name = "zone";
    cell.forced_outage_rate = 0.1;
    scene.add(thermal("coal", 100, 20)).add(cell).add(out("coal", 0, 1));
    EXPECT_THAT(scene.issues(),
                testing::UnorderedElementsAre(
                    "battery coal: mean_time_to_repair_h is empty, expected a mean time to repair, as "
                    "forced_outage_rate is given",
                    "outage outage of coal: plant is coal, expected a name that only one plant has (2 have it)"));
}

Scene failing(int steps, long seed) {
    Scene scene{steps};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.forced_outage_rate = 0.2;
    coal.mean_time_to_repair_h = 10;
    scene.add(coal).demand(std::vector<double>(static_cast<std::size_t>(steps), 50.0));
    scene.data.settings.outage_seed = seed;
    return scene;
}

// mt19937_64 is the same everywhere, and times are whole minutes: these are the outages of seed 7, on every machine.
TEST(OutageDraws, AreTheSameOnEveryMachine) {
    const System system = failing(168, 7).system();
    std::vector<std::string> drawn;
    for (const Outage& each : system.all<Outage>())
        drawn.push_back(fmt::format("{}: {} to {}", each.name, to_string(*each.from.time), to_string(*each.to.time)));
    const std::vector<std::string> expected{"coal failure 1: 2025-01-14 03:33 to 2025-01-14 12:56",
                                            "coal failure 2: 2025-01-15 12:37 to 2025-01-16 00:34",
                                            "coal failure 3: 2025-01-18 20:30 to 2025-01-19 03:00"};
    EXPECT_EQ(drawn, expected);
    for (const Outage& each : system.all<Outage>()) {
        EXPECT_EQ(each.cause, OutageCause::forced);
        EXPECT_TRUE(each.drawn);
    }
}

TEST(OutageDraws, DependOnTheNameAndTheSeedAlone) {
    const auto times = [](const System& system) {
        std::vector<TimePoint> all;
        for (const Outage& each : system.all<Outage>())
            if (each.plant == "coal") all.push_back(*each.from.time);
        return all;
    };
    Scene scene = failing(168, 7);
    const auto alone = times(scene.system());
    ThermalPlant other = scene.data.list<ThermalPlant>()[0];
    other.name = "another";
    scene.data.list<ThermalPlant>().insert(scene.data.list<ThermalPlant>().begin(), other);
    EXPECT_EQ(times(scene.system()), alone);
    EXPECT_NE(times(failing(168, 8).system()), alone);
    scene.data.settings.outage_seed.reset();
    EXPECT_TRUE(scene.system().all<Outage>().empty());
}

// Over 20,000 h the share of the time in outage is the rate, and an outage lasts its mean: within four standard
// deviations.
TEST(OutageDraws, HaveTheirRateAndTheirMean) {
    const System system = failing(20000, 1).system();
    double hours = 0.0;
    for (const Outage& each : system.all<Outage>())
        hours +=
            static_cast<double>((std::min(*each.to.time, system.horizon().end()) - *each.from.time).count()) / 60.0;
    const auto count = static_cast<double>(system.all<Outage>().size());
    // About 400 outages; the mean of 400 exponential times varies by 5%.
    EXPECT_NEAR(hours / 20000.0, 0.2, 0.2 * 0.8 * 4 * std::sqrt(2.0 / 400.0));
    EXPECT_NEAR(hours / count, 10, 4 * 10 / std::sqrt(count));
}

TEST(OutageDraws, AreNotDrawnAgainFromACompleteSystem) {
    const System once = failing(168, 7).system();
    SystemData data = once.data();
    const auto again = System::create(std::move(data));
    ASSERT_TRUE(std::holds_alternative<System>(again));
    EXPECT_EQ(std::get<System>(again).all<Outage>().size(), once.all<Outage>().size());
}

TEST(OutageDraws, AreOfSingleUnitsOfSeveral) {
    Scene scene = failing(168, 7);
    scene.data.list<ThermalPlant>()[0].units = 3;
    const System system = scene.system();
    EXPECT_FALSE(system.all<Outage>().empty());
    for (const Outage& each : system.all<Outage>()) {
        EXPECT_EQ(each.units_out, 1.0);
        EXPECT_TRUE(each.name.starts_with("coal unit ")) << each.name;
    }
}

}  // namespace
}  // namespace indus::tests
