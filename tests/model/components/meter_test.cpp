// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/meter.hpp"

#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

// The system's least cost: 45 MW arrive of 50 that coal gives at 20. The tariff is no cost, but there is a bill: 45
// * 60.
TEST(Meter, MovesPowerAndLosesOnTheWay) {
    Meter gate = meter(100);
    gate.loss_share = 0.1;
    const Solution solution = estate(flat_tariff(), gate, {45}).add(thermal("coal", 200, 20)).solve();
    EXPECT_NEAR(cost(solution), 1000, tolerance);
    expect_near(series(solution, "gate", "import"), {45});
    expect_near(series(solution, "coal", "output"), {50});
    expect_near(series(solution, "zone", "net_import"), {-50});
    expect_near(price(solution, "estate"), {20 / 0.9});
    ASSERT_EQ(solution.bills.size(), 1U);
    EXPECT_NEAR(bill(solution).energy, 2700, tolerance);
    EXPECT_NEAR(solution.cost_of("tariff_energy"), 0, tolerance);
}

// A meter is the line it replaces: a feeder of 10 MW that loses a tenth is a meter that lets in 9. Of 12 MW wanted 3
// are not served at 3000, 10 are sent at 20.
TEST(Meter, IsTheFeederItReplaces) {
    Meter gate = meter(10);
    gate.import_max_mw = 9;
    gate.loss_share = 0.1;
    const Solution metered = estate(flat_tariff(), gate, {12}).add(thermal("coal", 200, 20)).solve();
    Line feeder;
    feeder.name = "feeder";
    feeder.from.name = "zone";
    feeder.to.name = "estate";
    feeder.capacity_mw = 10.0;
    feeder.loss_share = 0.1;
    Scene scene{1};
    scene.zone("estate").add(feeder).add(thermal("coal", 200, 20)).demand({12}, "estate");
    const Solution lined = scene.solve();
    EXPECT_NEAR(cost(metered), 10 * 20 + 3 * 3000, tolerance);
    EXPECT_NEAR(cost(lined), 10 * 20 + 3 * 3000, tolerance);
    EXPECT_NEAR(price(metered, "estate")[0], price(lined, "estate")[0], tolerance);
}

// Power given back reaches the grid whole: 30 MW of sun less 10 of load, of which 15 may go out.
TEST(Meter, GivesBackUpToItsLimit) {
    Meter gate = meter(100);
    gate.loss_share = 0.1;
    gate.export_max_mw = 15;
    Scene scene = estate(flat_tariff(), gate, {10});
    scene.add(thermal("coal", 200, 20)).add(rooftop({0.3})).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 25 * 20, tolerance);
    expect_near(series(solution, "gate", "export"), {15});
    EXPECT_NEAR(bill(solution).export_mwh, 15, tolerance);
}

// Billed, the zone pays the tariff and nobody need make the power: half an hour of 45 MW at 60.
TEST(Meter, PaysTheTariffWhereItsZoneIsBilled) {
    const Solution solution = billed(estate(flat_tariff(), meter(100), {45}, 0.5)).solve();
    EXPECT_NEAR(cost(solution), 0.5 * 45 * 60, tolerance);
    expect_costs_are_the_bill(solution);
    expect_near(price(solution, "estate"), {60});
}

// Gas behind the meter costs 80: it runs in the peak hour at 120 only. 20 * (60 + 80 + 60).
TEST(Meter, LetsCaptiveGasRunInPeakHoursOnly) {
    Scene scene = billed(estate(flat_tariff(), meter(100), {20, 20, 20}));
    scene.add(period(1, 2, 120)).add(thermal("gas", 20, 80, "estate"));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 4000, tolerance);
    expect_near(series(solution, "gas", "output"), {0, 20, 0});
    expect_costs_are_the_bill(solution);
}

// In steps of a quarter of an hour the price changes within the hour: 0:30 to 1:00 at 120, six steps of 8 MW.
// 8 * 0.25 * (4 * 60 + 2 * 120) = 960. In steps of two hours a quarter of the step costs 120: 8 * 2 * 75 = 1200.
TEST(Meter, ChargesByTheTimeOfUseInStepsOfAnyLength) {
    Scene quarters = billed(estate(flat_tariff(), meter(100), std::vector<double>(6, 8.0), 0.25));
    quarters.add(period(0.5, 1.0, 120));
    const Solution fine = quarters.solve();
    EXPECT_NEAR(cost(fine), 960, tolerance);
    EXPECT_NEAR(bill(fine).peak_import_mwh, 4, tolerance);
    EXPECT_NEAR(bill(fine).import_mwh, 12, tolerance);
    expect_costs_are_the_bill(fine);
    Scene coarse = billed(estate(flat_tariff(), meter(100), {8}, 2.0));
    coarse.add(period(0.5, 1.0, 120));
    EXPECT_NEAR(cost(coarse.solve()), 1200, tolerance);
}

// Load-shedding for two of three hours, as a series and as an outage, that leaves 5 MW in the third: diesel at 150
// gives the rest. 10 * 60 + 10 * 150 + 5 * 60 + 5 * 150.
TEST(Meter, IsShedByASeriesAndByAnOutage) {
    Meter gate = meter(20);
    const auto add_diesel = [](Scene scene) { return billed(scene.add(thermal("diesel", 50, 150, "estate"))); };
    Outage dark = out("gate", 1, 2);
    Outage dim = out("gate", 2, 3, OutageCause::forced);
    dim.name = "half dark";
    dim.available_mw = 5.0;
    const Solution out_of_grid = add_diesel(estate(flat_tariff(), gate, {10, 10, 10}).add(dark).add(dim)).solve();
    EXPECT_NEAR(cost(out_of_grid), 600 + 1500 + 300 + 750, tolerance);
    expect_near(series(out_of_grid, "diesel", "output"), {0, 10, 5});
    gate.grid_available = Profile{std::vector<double>{1.0, 0.0, 0.25}};
    const Solution shed = add_diesel(estate(flat_tariff(), gate, {10, 10, 10})).solve();
    EXPECT_NEAR(cost(shed), 3150, tolerance);
    expect_near(series(shed, "gate", "import"), {10, 0, 5});
}

// Without a sanctioned load nothing comes in.
TEST(Meter, OfNoCapacityLetsNothingIn) {
    const Solution solution = billed(estate(flat_tariff(), meter(0), {1})).solve();
    EXPECT_NEAR(cost(solution), 3000, tolerance);
    EXPECT_NEAR(bill(solution).total, 0, tolerance);
}

// Energy given back earns 90, energy drawn costs 50. Buying to sell at once would earn 40 per MWh; a meter turns one
// way at a time, so 10 MW are bought.
TEST(Meter, TurnsOneWayAtATime) {
    Tariff tariff = flat_tariff(50);
    tariff.export_per_mwh = 90.0;
    Meter gate = meter(100);
    gate.export_max_mw = 30;
    const Solution solution = billed(estate(tariff, gate, {10})).solve();
    EXPECT_NEAR(cost(solution), 500, tolerance);
    expect_near(series(solution, "gate", "export"), {0});
    EXPECT_FALSE(solution.mode_binaries.empty());
}

TEST(Meter, RefusesContradictions) {
    Meter gate = meter(10);
    gate.grid_zone.name = "estate";
    gate.earlier_peaks_mw.steps = {{0.5, 3.0}};
    EXPECT_THAT(estate(flat_tariff(), gate, {1}).issues(),
                ElementsAre("meter gate: grid_zone is estate, expected another zone than zone (estate)",
                            "meter gate: earlier_peaks_mw is 0.5, expected pairs months:MW whose first number is a "
                            "whole one from 1"));
    Scene overlapping = estate(flat_tariff(), meter(10), {1, 1, 1});
    TariffPeriod noon = period(1, 3, 70);
    noon.name = "noon";
    overlapping.add(period(0, 2, 80)).add(noon);
    EXPECT_THAT(overlapping.issues(),
                ElementsAre("meter gate: tariff is B-3, expected a tariff whose periods do not overlap; at "
                            "2025-01-13 01:00 two hold"));
    Scene shed = estate(flat_tariff(), meter(10), {1}).add(out("gat", 0, 1));
    EXPECT_THAT(shed.issues(),
                ElementsAre("outage outage of gat: plant is gat, expected the name of a plant; did you mean 'gate'?"));
}

TEST(MeterAudit, FindsWhatThePhysicsForbids) {
    Meter gate = meter(20);
    gate.export_max_mw = 5;
    gate.grid_available = 0.5;
    Scene scene = billed(estate(flat_tariff(), gate, {8, 8}));
    EXPECT_THAT(Spoilt(scene).set("gate", "import", {12, 8}).findings(),
                Contains("gate at 0: import is 12 MW, above its limit 10 MW"));
    EXPECT_THAT(Spoilt(scene).set("gate", "export", {3, 0}).findings(),
                testing::IsSupersetOf({"gate at 0: export is 3 MW, above its limit 2.5 MW",
                                       "gate at 0: draws and gives at once: 8 MW and 3 MW",
                                       "estate at 0: supply less demand is -3 MW, but should be 0 MW"}));
    EXPECT_THAT(Spoilt(scene).set_cost("tariff_energy", 900).findings(),
                Contains("gate: the cost 'tariff_energy' is 900, but should be 960"));
}

}  // namespace
}  // namespace indus::tests
