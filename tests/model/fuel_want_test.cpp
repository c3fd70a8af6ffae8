// SPDX-License-Identifier: Apache-2.0
// When a plant stands for want of fuel, by hand. A MWh burns half a tonne (tests/model/components/fuel_scene.hpp).
#include "model/fuel_want.hpp"

#include <gmock/gmock.h>

#include "model/studies/unserved_cause.hpp"
#include "tests/model/components/fuel_scene.hpp"

namespace indus::tests {
namespace {

std::vector<double> missed(const Scene& scene, const Solution& solution, std::string_view plant = "hub") {
    const System system = scene.system();
    const FuelWant want{system, solution};
    std::vector<double> values;
    for (int t = 0; t < system.horizon().step_count(); ++t) values.push_back(want.missed_mw(plant, t));
    return values;
}

// 30 t are 60 of the 150 MWh that are wanted, in whichever hours: of 300 that the plant could give, 240 are missed.
TEST(FuelWant, IsWhatAnEmptyYardKeepsAPlantFromGiving) {
    const Scene scene = coal_scene(yard(30), {50, 50, 50});
    const Solution solution = scene.solve();
    const std::vector<double> given = series(solution, "hub", "output"), found = missed(scene, solution);
    for (std::size_t t = 0; t < 3; ++t) EXPECT_NEAR(found[t], 100 - given[t], tolerance) << t;
    ASSERT_FALSE(solution.unserved.empty());
    double unserved = 0.0;
    for (const UnservedRecord& each : solution.unserved) {
        unserved += each.energy_mwh;
        EXPECT_THAT(each.cause, testing::StartsWith("Too little coal in yard for hub ("));
        EXPECT_TRUE(names_want_of(each, yard(30)));
        FuelStock other = yard(30);
        other.name = "yar";
        EXPECT_FALSE(names_want_of(each, other));
    }
    EXPECT_NEAR(unserved, 90, tolerance);
}

// 1000 t are more than what is wanted asks for: the plant runs below its limit, but not for want of coal. 40 t last
// until 50 t an hour can come in the third hour, of which 45 are wanted: it is short before and not after, empty as it
// is.
TEST(FuelWant, EndsWithWhatIsBrought) {
    const Scene rich = coal_scene(yard(1000), {50, 50});
    expect_near(missed(rich, rich.solve()), {0, 0});
    FuelRoute ship = route("ship", 1, 50);
    ship.open = Profile{std::vector<double>{0, 0, 1, 1}};
    FuelStock stock = yard(40);
    stock.holding_cost_per_t_day = 24;  // nothing lies there longer than it must
    Scene scene = coal_scene(stock, {50, 50, 90, 90});
    scene.add(ship);
    const Solution solution = scene.solve();
    const std::vector<double> given = series(solution, "hub", "output"), found = missed(scene, solution);
    EXPECT_NEAR(given[0] + given[1], 80, tolerance);
    EXPECT_NEAR(found[0] + found[1], 120, tolerance);
    EXPECT_NEAR(given[2] + given[3], 180, tolerance);
    EXPECT_EQ(found[2] + found[3], 0);
    EXPECT_NEAR(series(solution, "yard", "level")[2], 0, tolerance);
}

// On, it gives 40 MW at least and for four hours, 80 t; from the fifth hour on nobody takes its power. With 70 t it
// stands, although they would make 140 of 200 MWh. With 80 it runs.
TEST(FuelWant, IsThatOfALeastRunWhereItStands) {
    Scene scene = coal_scene(yard(70), {50, 50, 50, 50, 0});
    ThermalPlant& hub = scene.data.list<ThermalPlant>()[0];
    hub.min_output_mw = 40;
    hub.min_up_h = 4;
    hub.initial_status_h = -10;
    hub.initial_output_mw.reset();
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 600000, tolerance);
    expect_near(missed(scene, solution), {100, 100, 100, 100, 100});
    EXPECT_EQ(solution.unserved.at(0).cause, "Too little coal in yard for hub (100 MW).");
    scene.data.list<FuelStock>()[0].initial_level_t = 80;
    expect_near(series(scene.solve(), "hub", "output"), {40, 40, 40, 40, 0});
    // A start takes 300 GJ, 15 t: of 85 t, 70 are left.
    hub.start_fuel_gj.steps = {{0.0, 300.0}};
    scene.data.list<FuelStock>()[0].initial_level_t = 85;
    const Solution dear = scene.solve();
    EXPECT_NEAR(cost(dear), 600000, tolerance);
    expect_near(missed(scene, dear), {100, 100, 100, 100, 100});
}

// An outage takes what is out; what is held as reserve is not missed. A plant beside it that has all it needs is full.
TEST(FuelWant, LeavesOutWhatIsOutAndHeld) {
    Scene scene = coal_scene(yard(10), {150});
    Outage half = out("hub", 0, 1);
    half.available_mw = 60.0;
    scene.add(half).add(thermal("gas", 100, 70)).reserve(30);
    const Solution solution = scene.solve();
    expect_near(series(solution, "hub", "output"), {20});
    expect_near(missed(scene, solution), {10});
    expect_near(missed(scene, solution, "gas"), {0});
    EXPECT_EQ(
        solution.unserved.at(0).cause,
        "Too little coal in yard for hub (10 MW); in an outage: hub (40 MW); every other plant of the zone ran at "
        "its limit; 30 MW were held as reserve.");
}

// What the end asks for cannot be burnt either: 100 t less 90 are 20 MWh.
TEST(FuelWant, CountsWhatTheEndAsksFor) {
    FuelStock stock = yard(100);
    stock.end_level_t = 90;
    const Scene scene = coal_scene(stock, {50});
    const Solution solution = scene.solve();
    expect_near(series(solution, "hub", "output"), {20});
    expect_near(missed(scene, solution), {80});
}

// 10 of 100 t are left after two hours of 90 MW, more than what the last 10 MW would burn in one. With 20 t that come
// then, 60 MW can be given: gas, which could not run before, gives the rest.
TEST(FuelWant, LooksNoFurtherThanToTheNextDelivery) {
    FuelRoute ship = route("ship", 1, 20);
    ship.open = Profile{std::vector<double>{0, 0, 1}};
    Scene scene = coal_scene(yard(100), {90, 90, 90});
    scene.add(ship).add(thermal("gas", 100, 70)).add(out("gas", 0, 2));
    const Solution solution = scene.solve();
    expect_near(series(solution, "hub", "output"), {90, 90, 60});
    expect_near(missed(scene, solution), {0, 0, 40});
}

// A vessel of 60 t may come in the second hour, and be unloaded from the third on: from there on the plant has what it
// wants; the hours before are short. A port that unloads 10 t an hour leaves it short.
TEST(FuelWant, SeesVesselsThatWaitAndPortsThatDoNotUnload) {
    FuelRoute ship = route("ship", 1, 60);
    ship.shipment_t = 60;
    ship.open = Profile{std::vector<double>{0, 1, 0, 0}};
    ship.corridors.items = {{"port"}};
    FuelCorridor port = corridor("port", 100);
    port.open = Profile{std::vector<double>{1, 0, 1, 1}};
    Scene scene = coal_scene(yard(0), {50, 50, 50, 50});
    scene.add(ship).add(port);
    const Solution solution = scene.solve();
    expect_near(series(solution, "hub", "output"), {0, 0, 50, 50});
    const std::vector<double> found = missed(scene, solution);
    EXPECT_NEAR(found[0] + found[1], 200, tolerance);
    EXPECT_EQ(found[2], 0) << "10 t wait while 50 MW are given";
    scene.data.list<FuelCorridor>()[0].capacity_t_per_h = 10.0;
    const Solution slow = scene.solve();
    const std::vector<double> given = series(slow, "hub", "output"), short_of = missed(scene, slow);
    EXPECT_NEAR(given[2] + given[3], 40, tolerance);
    for (std::size_t t = 0; t < 4; ++t) EXPECT_NEAR(short_of[t], 100 - given[t], tolerance) << t;
}

// A flow of 20 t an hour loads a vessel of 60 t for three hours: no second one in the second hour, though nothing of
// the flow of that hour is sent. 60 t are 120 MWh of the 180 that are wanted, and of the 200 that could be given.
TEST(FuelWant, KnowsThatABerthIsTaken) {
    FuelRoute ship = route("ship", 1, 20);
    ship.shipment_t = 60;
    Scene scene = coal_scene(yard(0), {90, 90});
    scene.add(ship);
    const Solution solution = scene.solve();
    const std::vector<double> given = series(solution, "hub", "output"), found = missed(scene, solution);
    EXPECT_NEAR(given[0] + given[1], 120, tolerance);
    EXPECT_NEAR(found[0] + found[1], 80, tolerance);
}

// Trains of a yard that lies an hour away, which itself is empty after 20 t: what could not set out is missing.
TEST(FuelWant, FollowsARouteToWhereItComesFrom) {
    FuelStock terminal = yard(20);
    terminal.name = "terminal";
    terminal.plants.items.clear();
    FuelRoute railway = route("railway", 0, 100);
    railway.from.name = "terminal";
    railway.lead_time_h = 1;
    Scene scene = coal_scene(yard(0), {0, 50, 50});
    scene.add(terminal).add(railway);
    const Solution solution = scene.solve();
    const std::vector<double> given = series(solution, "hub", "output"), found = missed(scene, solution);
    EXPECT_NEAR(given[1] + given[2], 40, tolerance);
    EXPECT_NEAR(found[1] + found[2], 160, tolerance);
    scene.data.list<FuelStock>()[1].initial_level_t = 900;
    const Solution rich = scene.solve();
    expect_near(series(rich, "hub", "output"), {0, 50, 50});
    const std::vector<double> none = missed(scene, rich);
    EXPECT_NEAR(none[1] + none[2], 0, tolerance);
}

// A plant that can burn something else has no want of one of its fuels, nor has one that keeps coal for its value.
TEST(FuelWant, IsNoneWithAnotherFuelOrAnotherReason) {
    Scene scene = coal_scene(yard(10), {50});
    scene.add(Fuel{.name = "oil", .price_per_gj = 50.0});
    scene.data.list<ThermalPlant>()[0].second_fuel.name = "oil";
    expect_near(missed(scene, scene.solve()), {0});
    FuelStock dear = yard(100);
    dear.end_level_t.reset();
    dear.end_value_per_t = 7000;
    const Scene kept = coal_scene(dear, {50});
    const Solution solution = kept.solve();
    EXPECT_NEAR(solution.unserved.at(0).energy_mwh, 50, tolerance);
    expect_near(missed(kept, solution), {0});
    EXPECT_THAT(solution.unserved[0].cause, testing::Not(testing::HasSubstr("coal")));
}

}  // namespace
}  // namespace indus::tests
