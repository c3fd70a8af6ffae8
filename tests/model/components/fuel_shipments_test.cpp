// SPDX-License-Identifier: Apache-2.0
// Vessels, trains, ports and railway lines, by hand.
#include "model/components/fuel_chain/fuel_corridor.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

FuelRoute vessels(double max_t_per_h) {
    FuelRoute sea = route("sea", 10, max_t_per_h);
    sea.shipment_t = 40;
    return sea;
}

// 75 t are burnt, so two vessels of 40 t come at 400 each. At 20 t/h, 60 t and a vessel may leave in three hours: 40
// are 20 ahead of the flow after an hour, 80 are 40 ahead after two. At 10 t/h, 30 t and a vessel, so one.
TEST(FuelShipments, ComeWholeAndNoFasterThanTheFlow) {
    Scene scene = coal_scene(yard(0), {50, 50, 50});
    scene.add(vessels(20));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 800, tolerance);
    expect_near(series(solution, "sea", "shipments"), {1, 1, 0});
    expect_near(series(solution, "sea", "sent"), {40, 40, 0});
    expect_near(series(solution, "yard", "level"), {15, 30, 5});
    expect_audit_finds(scene, solution, "sea", "shipments");
    expect_audit_finds(scene, solution, "sea", "sent");
    scene.data.list<FuelRoute>()[0].max_t_per_h = 10.0;
    EXPECT_NEAR(cost(scene.solve()), 400 + (150 - 80) * 3000, tolerance);
    scene.data.list<FuelRoute>()[0].max_t_per_h = 0.0;
    EXPECT_NEAR(cost(scene.solve()), 150 * 3000, tolerance) << "nothing leaves from a closed port";
}

// The audit counts for itself: a third vessel in the third hour is 60 t ahead.
TEST(FuelShipments, AreHeldToTheFlowByTheAudit) {
    Scene scene = coal_scene(yard(0), {50, 50, 50});
    scene.add(vessels(20));
    EXPECT_THAT(Spoilt{scene}.set("sea", "shipments", {1, 1, 1}).set("sea", "sent", {40, 40, 40}).findings(),
                Contains("sea at 2: shipments ahead of the flow is 60 t, above its limit 40 t"));
    EXPECT_THAT(Spoilt{scene}.set("sea", "shipments", {1.5, 1, 0}).findings(),
                Contains("sea at 0: number of shipments is 1.5, but should be 2"));
}

// A quarter of an hour: 5 t of flow, but a whole vessel leaves at once. Two hours: 100 t of flow, 2.5 vessels; three
// leave in the first step for its 100 t, and two in the second.
TEST(FuelShipments, AreWholeInStepsOfAnyLength) {
    Scene quarters = coal_scene(yard(0), {50, 50, 50, 50}, 0.25);
    const Solution quick = quarters.add(vessels(20)).solve();
    EXPECT_NEAR(cost(quick), 400, tolerance);
    expect_near(series(quick, "sea", "sent"), {160, 0, 0, 0});
    Scene doubles = coal_scene(yard(0), {100, 100}, 2.0);
    const Solution slow = doubles.add(vessels(50)).solve();
    EXPECT_NEAR(cost(slow), 2000, tolerance);
    expect_near(series(slow, "sea", "shipments"), {3, 2});
}

// 50 t arrive in hour 0 at a port that unloads 20 t/h: 40, 40 and 20 MWh of 50 in each hour. Closed in hour 0, it
// unloads 40 t in the other two, and 10 t still wait.
TEST(FuelCorridor, UnloadsOverTimeAndNotWhenClosed) {
    FuelRoute sea = route("sea", 10, 0);
    sea.under_way_t.series = "cargo";
    sea.corridors.items = {{"port"}};
    Scene scene = coal_scene(yard(0), {50, 50, 50});
    scene.add(sea).add(corridor("port", 20));
    scene.data.series.push_back(amounts("cargo", 60, {50, 0, 0}));
    EXPECT_NEAR(cost(scene.solve()), 50 * 3000, tolerance);
    scene.add(out("port", 0, 1));
    const Solution closed = scene.solve();
    EXPECT_NEAR(cost(closed), (150 - 80) * 3000, tolerance);
    expect_near(series(closed, "sea", "brought"), {0, 20, 20});
    expect_near(series(closed, "sea", "waiting"), {50, 30, 10});
    expect_audit_finds(scene, closed, "sea", "brought");
    EXPECT_THAT(Spoilt{scene}.set("sea", "brought", {0, 30, 10}).set("sea", "waiting", {50, 20, 10}).findings(),
                Contains("port at 1: fuel through the corridor is 30 t/h, above its limit 20 t/h"));
    // What waits at the end counts there: 10 t at 7 each, of 0 at the start.
    scene.data.list<FuelStock>()[0].end_level_t.reset();
    scene.data.list<FuelStock>()[0].end_value_per_t = 7;
    EXPECT_NEAR(cost(scene.solve()), (150 - 80) * 3000 - 7 * 10, tolerance);
}

// A vessel of 40 t leaves in hour 0, arrives in hour 1 and is unloaded at 20 t/h: 20 t in hour 1 and 20 in hour 2.
TEST(FuelCorridor, UnloadsAVesselLargerThanAStepHolds) {
    FuelRoute sea = vessels(40);
    sea.lead_time_h = 1;
    sea.corridors.items = {{"port"}};
    Scene scene = coal_scene(yard(0), {0, 40, 40});
    const Solution solution = scene.add(sea).add(corridor("port", 20)).solve();
    EXPECT_NEAR(cost(solution), 400, tolerance);
    expect_near(series(solution, "sea", "brought"), {0, 20, 20});
    expect_near(series(solution, "sea", "waiting"), {0, 20, 0});
}

// Coal of the north uses the line twice as much as coal of the south: 20 t/h come from the south at 20, none from the
// north at 10, as each of it would keep two of the other away. 40 of 50 MWh.
TEST(FuelCorridor, IsSharedByRoutesThatUseItUnlike) {
    FuelRoute north = route("north", 10, 100), south = route("south", 20, 100);
    north.corridors.items = {{"line", 2.0}};
    south.corridors.items = {{"line", 1.0}};
    Scene scene = coal_scene(yard(0), {50, 50});
    scene.add(north).add(south).add(corridor("line", 20));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2 * (20 * 20 + 10 * 3000), tolerance);
    expect_near(series(solution, "south", "brought"), {20, 20});
    scene.data.list<FuelCorridor>()[0].open = Profile{std::vector<double>{1, 0.5}};
    EXPECT_NEAR(cost(scene.solve()), 30 * 20 + 40 * 3000, tolerance);
    scene.data.list<FuelCorridor>()[0].capacity_t_per_h = 0.0;
    EXPECT_NEAR(cost(scene.solve()), 100 * 3000, tolerance);
}

// Cargoes of 100 t of LNG at 400 a tonne; a tank of which 0.9 are left after half a day, of 130 t that are worth 300
// each at the end; 120 t are wanted in each half day, or diesel at 150. One cargo in each half day, against boil-off:
// 130 * 0.9 + 100 - 120 = 97, and 97 * 0.9 + 100 - 120 = 67.3 are left. Both in the second would leave 80 t, but 30 MWh
// of the first from diesel: 700 more. Both in the first boil off more; one alone wants 327 MWh of diesel.
TEST(FuelShipments, BringLngBeforeMoreOfItBoilsOffThanDieselCosts) {
    FuelStock tank = yard(130, 300);
    tank.end_level_t.reset();
    tank.end_value_per_t = 300;
    tank.loss_share_per_day = 0.19;
    FuelRoute carriers = route("carriers", 400, 20);
    carriers.shipment_t = 100;
    Scene scene{2, 12.0};
    Fuel lng = coal_in_tonnes();
    lng.heating_value_gj_per_t = 50;
    ThermalPlant gas = plant_of_yard();
    gas.heat_rate_gj_per_mwh = 5;
    scene.add(lng).add(gas).add(thermal("diesel", 100, 150)).add(tank).add(carriers).demand({100, 100});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2 * 100 * 400 + (130 - 67.3) * 300, tolerance);
    expect_near(series(solution, "carriers", "shipments"), {1, 1});
    expect_near(series(solution, "yard", "level"), {97, 67.3});
    expect_near(series(solution, "diesel", "output"), {0, 0});
    expect_audit_finds(scene, solution, "yard", "level");
}

}  // namespace
}  // namespace indus::tests
