// SPDX-License-Identifier: Apache-2.0
// Coal on its way, by hand: prices of sources, contracts, travel and cuts. Vessels and ports stand in
// fuel_shipments_test.cpp.
#include "model/components/fuel_chain/fuel_route.hpp"

#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

// 50 MWh an hour are 50 t. The mine gives 30 t in the two hours at 35 + 5 for bringing it, the sea as much as is wanted
// at 100: 30 * 40 + 20 * 100. A MWh more would take half a tonne at 100.
TEST(FuelRoute, TakesTheCheapSourceUpToItsLimit) {
    FuelRoute mine = route("mine", 35, 1000);
    mine.transport_cost_per_t = 5;
    mine.max_t.series = "output of the mine";
    Scene scene = coal_scene(yard(0), {50, 50});
    scene.add(mine).add(route("sea", 100, 1000));
    scene.data.series.push_back(amounts("output of the mine", 120, {30}));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 3200, tolerance);
    EXPECT_NEAR(cost_of(solution, "mine", "fuel_purchase"), 30 * 35, tolerance);
    EXPECT_NEAR(cost_of(solution, "mine", "fuel_transport"), 30 * 5, tolerance);
    EXPECT_NEAR(cost_of(solution, "sea", "fuel_purchase"), 2000, tolerance);
    expect_near(price(solution, "zone"), {50, 50});
    expect_audit_finds(scene, solution, "mine", "sent");
    expect_audit_finds(scene, solution, "sea", "brought");
}

// 720 t a day are 30 in the hour there is.
TEST(FuelRoute, TakesTheHorizonsShareOfADay) {
    FuelRoute mine = route("mine", 40, 1000);
    mine.max_t.constant = 720.0;
    Scene scene = coal_scene(yard(0), {80});
    EXPECT_NEAR(cost(scene.add(mine).solve()), 30 * 40 + 20 * 3000, tolerance);
}

// It is dear in the second hour: the 50 t are bought in the first, as far as the flow of 40 t/h lets.
TEST(FuelRoute, BuysAtThePriceOfTheTime) {
    FuelRoute sea = route("sea", 0, 40);
    sea.price_per_t = Profile{std::vector<double>{10, 50}};
    Scene scene = coal_scene(yard(0), {50, 50});
    EXPECT_NEAR(cost(scene.add(sea).solve()), 40 * 10 + 10 * 50, tolerance);
    // Half an hour each: 25 t, of which the first half hour gives 20.
    Scene halves = coal_scene(yard(0), {50, 50}, 0.5);
    EXPECT_NEAR(cost(halves.add(sea).solve()), 20 * 10 + 5 * 50, tolerance);
}

// 60 t by contract in two hours, 50 are burnt. A tonne costs 40 to take and 30 not to: 50 * 40 + 10 * 30. Without that
// way out all 60 are taken and 10 are left over.
TEST(FuelRoute, PaysForWhatItDoesNotTake) {
    FuelRoute contract = route("contract", 40, 1000);
    contract.take_or_pay_t.series = "contract";
    contract.shortfall_cost_per_t = 30;
    Scene scene = coal_scene(yard(0), {50, 50});
    scene.add(contract);
    scene.data.series.push_back(amounts("contract", 120, {60}));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2300, tolerance);
    EXPECT_NEAR(cost_of(solution, "contract", "take_or_pay"), 300, tolerance);
    expect_near(series(solution, "contract", "shortfall"), {0, 10});
    expect_audit_finds(scene, solution, "contract", "shortfall");
    scene.data.list<FuelRoute>()[0].shortfall_cost_per_t.reset();
    const Solution firm = scene.solve();
    EXPECT_NEAR(cost(firm), 2400, tolerance);
    EXPECT_NEAR(series(firm, "yard", "level")[1], 10, tolerance);
    scene.data.list<FuelRoute>()[0].max_t_per_h = 20.0;
    EXPECT_THAT(explanation(scene),
                testing::HasSubstr("the 60 t of the contract cannot be taken in the window: 20 t are missing"));
}

// 2.5 h on the way. What leaves in hour 0 arrives in hours 2 and 3, of hour 1 only half by the end of hour 3, when 25 t
// are burnt. It costs 30 in hour 0 and 10 in hour 1: 50 t leave in hour 1, and half of them come too late.
TEST(FuelRoute, SplitsWhatArrivesBetweenTwoSteps) {
    FuelRoute sea = route("sea", 0, 1000);
    sea.price_per_t = Profile{std::vector<double>{30, 10, 10, 10, 10}};
    sea.lead_time_h = 2.5;
    Scene scene = coal_scene(yard(0), {0, 0, 0, 50, 0});
    const Solution solution = scene.add(sea).solve();
    EXPECT_NEAR(cost(solution), 500, tolerance);
    expect_near(series(solution, "sea", "sent"), {0, 50, 0, 0, 0});
    expect_near(series(solution, "sea", "brought"), {0, 0, 0, 25, 25});
    expect_near(series(solution, "yard", "level"), {0, 0, 0, 0, 25});
    expect_audit_finds(scene, solution, "sea", "brought");
}

// Two hours of s t/h that leave at once arrive from 2.5 h to 4.5 h: 1.5 s in the second step, whose 100 MWh burn 50 t.
TEST(FuelRoute, TravelsInStepsOfAnyLength) {
    FuelRoute sea = route("sea", 10, 1000);
    sea.lead_time_h = 2.5;
    Scene scene = coal_scene(yard(0), {0, 50, 0}, 2.0);
    const Solution solution = scene.add(sea).solve();
    EXPECT_NEAR(cost(solution), 2 * (50 / 1.5) * 10, tolerance);
    expect_near(series(solution, "sea", "brought"), {0, 25, 25 / 3.0});
    sea.lead_time_h = 0.5;
    Scene quarters = coal_scene(yard(0, 0), {0, 0, 40, 20}, 0.25);
    const Solution quick = quarters.add(sea).solve();
    EXPECT_NEAR(cost(quick), 60 * 0.25 * 0.5 * 10, tolerance);
    expect_near(series(quick, "sea", "sent"), {20, 10, 0, 0});
}

// Ten hours on the way: nothing arrives. The yard ends as it began, with the 25 t that are on their way: 250. At a
// value of 15 a tonne, the 5 t/h that can be had at 10 are bought: 100 + 15 * (25 - 10).
TEST(FuelRoute, CountsWhatIsOnItsWayAtTheEnd) {
    FuelRoute sea = route("sea", 10, 100);
    sea.lead_time_h = 10;
    FuelStock stock = yard(25);
    stock.end_level_t.reset();
    Scene scene = coal_scene(stock, {50, 0});
    scene.add(sea);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 250, tolerance);
    expect_near(series(solution, "yard", "level"), {0, 0});
    expect_near(series(solution, "sea", "brought"), {0, 0});
    expect_audit_finds(scene, solution, "sea", "sent");
    scene.data.list<FuelStock>()[0].end_value_per_t = 15;
    scene.data.list<FuelRoute>()[0].max_t_per_h = 5.0;
    EXPECT_NEAR(cost(scene.solve()), 100 + 15 * (25 - 10), tolerance);
}

// 30 t that left before arrive in the second hour, for 60 MWh; they have been paid for. Nothing comes in the first.
TEST(FuelRoute, BringsWhatWasUnderWay) {
    FuelRoute sea = route("sea", 10, 0);
    sea.lead_time_h = 500;
    sea.under_way_t.series = "cargo";
    const auto with_cargo = [&](std::vector<double> load, double step_hours, double capacity_t) {
        Scene scene = coal_scene(yard(0, capacity_t), std::move(load), step_hours);
        scene.add(sea);
        scene.data.series.push_back(amounts("cargo", 60, {0, 30}));
        return scene;
    };
    const Scene scene = with_cargo({50, 60}, 1.0, 1000);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 50 * 3000, tolerance);
    expect_near(series(solution, "sea", "brought"), {0, 30});
    expect_near(series(solution, "yard", "level"), {0, 0});
    expect_audit_finds(scene, solution, "sea", "brought");
    expect_audit_finds(scene, solution, "sea", "waiting");
    // In half hours, 15 t come in each half of the second.
    EXPECT_NEAR(cost(with_cargo({50, 50, 60, 60}, 0.5, 1000).solve()), 50 * 3000, tolerance);
    EXPECT_NEAR(cost(with_cargo({50, 50, 80, 40}, 0.5, 1000).solve()), (50 + 10) * 3000, tolerance);
    // Of 50 MWh, 5 t are left over, of which a yard of 2 t holds no more: the others wait before it.
    const Solution full = with_cargo({50, 50}, 1.0, 2).solve();
    EXPECT_NEAR(cost(full), 50 * 3000, tolerance);
    EXPECT_GE(series(full, "sea", "waiting")[1], 3 - tolerance);
}

// The line is cut in the second hour. It brings 40 t in the first, of which 15 are left for 30 MWh; 20 are missing.
// With a quarter of it left, 10 t come: enough. With 30 t in the yard at the start, the cut is ridden through.
TEST(FuelRoute, IsCutByOutages) {
    Scene scene = coal_scene(yard(0), {50, 50, 50});
    scene.add(route("rail", 10, 40)).add(out("rail", 1, 2));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), (40 + 25) * 10 + 20 * 3000, tolerance);
    expect_near(series(solution, "rail", "sent"), {40, 0, 25});
    expect_audit_finds(scene, solution, "rail", "sent");
    Scene half = scene;
    half.data.list<Outage>()[0].available_share = 0.25;
    EXPECT_NEAR(cost(half.solve()), 75 * 10, tolerance);
    scene.data.list<FuelStock>()[0].initial_level_t = 30;
    EXPECT_NEAR(cost(scene.solve()), 45 * 10, tolerance);
}

// The same by a series.
TEST(FuelRoute, IsOpenAsFarAsItSays) {
    FuelRoute rail = route("rail", 10, 40);
    rail.open = Profile{std::vector<double>{1, 0.25, 1}};
    Scene scene = coal_scene(yard(0), {50, 70, 50});
    EXPECT_NEAR(cost(scene.add(rail).solve()), (40 + 10 + 25) * 10 + 20 * 3000, tolerance);
}

// From a port of 60 t, 20 t/h go on by rail at 2 each: 40 MW of 50. What has gone is no longer in the port.
TEST(FuelRoute, TakesFromOneStockToAnother) {
    FuelStock port = yard(60);
    port.name = "port";
    port.plants = {};
    FuelRoute rail = route("rail", 0, 20);
    rail.from.name = "port";
    rail.transport_cost_per_t = 2;
    Scene scene = coal_scene(yard(0), {50, 50});
    scene.add(port).add(rail);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 20 * 3000 + 40 * 2, tolerance);
    expect_near(series(solution, "port", "level"), {40, 20});
    expect_audit_finds(scene, solution, "port", "level");
    expect_audit_finds(scene, solution, "rail", "sent");
    scene.data.list<FuelStock>()[1].initial_level_t = 30;
    EXPECT_NEAR(cost(scene.solve()), 40 * 3000 + 30 * 2, tolerance) << "the port runs out";
}

TEST(FuelRoute, RefusesContradictions) {
    const auto issues = [](auto change) {
        FuelRoute rail = route("rail", 0, 20);
        change(rail);
        FuelStock port = yard(60);
        port.name = "port";
        port.plants = {};
        FuelStock pit = port;
        pit.name = "pit";
        pit.fuel.name = "lignite";
        Fuel lignite = coal_in_tonnes();
        lignite.name = "lignite";
        Scene scene = coal_scene(yard(30), {50});
        scene.data.series.push_back(amounts("ten", 60, {10}));
        scene.data.series.push_back(amounts("twenty", 60, {20}));
        return scene.add(port).add(pit).add(lignite).add(corridor("main line", 5)).add(rail).issues();
    };
    EXPECT_THAT(issues([](FuelRoute&) {}), ElementsAre());
    EXPECT_THAT(issues([](FuelRoute& r) { r.from.name = "yard"; }),
                ElementsAre("fuel_route rail: to is yard, expected another stock than from (yard)"));
    EXPECT_THAT(issues([](FuelRoute& r) { r.from.name = "pit"; }),
                ElementsAre("fuel_route rail: to is yard, expected a stock of lignite, as pit holds it"));
    EXPECT_THAT(issues([](FuelRoute& r) {
                    r.from.name = "port";
                    r.price_per_t = 7.0;
                }),
                ElementsAre("fuel_route rail: price_per_t is 7, expected nothing, as from is given: the fuel was "
                            "bought before"));
    EXPECT_THAT(issues([](FuelRoute& r) { r.shortfall_cost_per_t = 7.0; }),
                ElementsAre("fuel_route rail: shortfall_cost_per_t is 7, expected nothing, as no take_or_pay_t is "
                            "given"));
    EXPECT_THAT(issues([](FuelRoute& r) {
                    r.take_or_pay_t.series = "twenty";
                    r.max_t.series = "ten";
                }),
                ElementsAre("fuel_route rail: take_or_pay_t is 20, expected at most max_t (10) in window 1"));
    EXPECT_THAT(issues([](FuelRoute& r) { r.corridors.items = {{"main lime"}}; }),
                ElementsAre("fuel_route rail: corridors is main lime, expected the name of a fuel_corridor; did you "
                            "mean 'main line'?"));
}

TEST(FuelRoute, HasOutagesOfAShare) {
    Scene scene = coal_scene(yard(30), {50});
    Outage cut = out("rail", 0, 1);
    cut.available_mw = 5;
    scene.add(route("rail", 10, 40)).add(cut);
    EXPECT_THAT(scene.issues(),
                ElementsAre("outage outage of rail: available_share is empty, expected a share, as rail carries fuel"));
    scene.data.list<Outage>()[0].available_mw.reset();
    EXPECT_THAT(scene.issues(), ElementsAre());
    scene.add(corridor("rail", 5));
    EXPECT_THAT(scene.issues(), ElementsAre("outage outage of rail: plant is rail, expected a name that only one plant "
                                            "has (2 have it)"));
}

}  // namespace
}  // namespace indus::tests
