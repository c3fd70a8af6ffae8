// SPDX-License-Identifier: Apache-2.0
// The least bill of a zone against the least cost of the system.
#include "model/studies/zone_objective.hpp"

#include "model/studies/verify.hpp"
#include "model/studies/zone_system.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/meter_scenes.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};

/// Coal at 20 in the grid; the estate wants 20 MW for three hours at 60, 120 and 60, and has gas at 80.
Scene two_perspectives() {
    Scene scene = estate(flat_tariff(), meter(100), {20, 20, 20});
    scene.add(period(1, 2, 120)).add(thermal("gas", 20, 80, "estate")).add(thermal("coal", 200, 20));
    return scene.demand({30, 30, 30});
}

void expect_sound(const System& system, const Solution& solution) {
    EXPECT_TRUE(solution.certificate.feasible);
    for (const Finding& each : solution.findings) ADD_FAILURE() << each.owner << ": " << each.what;
    for (const std::string& each : verify(system, solution).problems) ADD_FAILURE() << each;
}

// The system: coal for all, 150 * 20 = 3000; the estate's bill 20 * (60 + 120 + 60) = 4800.
// The estate by itself: gas in the peak hour, 20 * (60 + 60) = 2400 of bill and 1600 of gas. The system: 130 * 20 +
// 1600. The estate gains 800, the system loses 1200; others lose 2000: 2400 of revenue less 400 of coal not burnt.
TEST(ZoneObjective, SavesTheZoneWhatOthersPay) {
    const System system = two_perspectives().system();
    const Solution least = dispatch(system, exactly);
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    EXPECT_NEAR(cost(least), 3000, tolerance);
    EXPECT_NEAR(cost(made.own), 4000, tolerance);
    EXPECT_NEAR(cost(made.system), 4200, tolerance);
    expect_near(series(made.system, "gas", "output"), {0, 20, 0});
    expect_near(series(made.system, "gate", "import"), {20, 0, 20});
    expect_sound(system, made.system);
    EXPECT_TRUE(made.own.findings.empty());
    EXPECT_THAT(made.system.fixed, testing::IsSupersetOf({"thermal_plant/gas", "meter/gate", "demand/load_estate"}));
    EXPECT_THAT(made.system.explanation, testing::HasSubstr("behind the meter of estate"));
    // Where everything is given, no price says anything.
    EXPECT_EQ(made.system.prices.size(), 1U);
    EXPECT_EQ(made.system.prices.front().owner, "zone");

    const ObjectiveComparison compared{"estate", view_of(least, "estate", made.behind),
                                       view_of(made.system, "estate", made.behind)};
    EXPECT_NEAR(compared.by_system.bill, 4800, tolerance);
    EXPECT_NEAR(compared.by_zone.bill, 2400, tolerance);
    EXPECT_NEAR(compared.by_zone.own_cost, 1600, tolerance);
    EXPECT_NEAR(compared.zone_gain(), 800, tolerance);
    EXPECT_NEAR(compared.system_loss(), 1200, tolerance);
    EXPECT_NEAR(compared.others_loss(), 2000, tolerance);
}

// The zone's own system has what is behind the meter, and nothing of the grid but its empty zone.
TEST(ZoneObjective, DecidesOnlyWhatIsBehindTheMeter) {
    Scene scene = two_perspectives();
    scene.reserve(5).add(out("gas", 2, 3)).add(out("coal", 2, 3));
    scene.add(Policy{.name = "tax", .carbon_price_per_t = 10.0, .carbon_cap_t = 1e6});
    scene.data.list<Outage>()[1].name = "another";
    const ZoneSystem alone = behind_meter(scene.system(), "estate");
    EXPECT_EQ(alone.system.settings().billed_zone, "estate");
    EXPECT_EQ(alone.system.all<Zone>().size(), 2U);
    EXPECT_EQ(alone.system.all<Demand>().size(), 1U);
    ASSERT_EQ(alone.system.all<ThermalPlant>().size(), 1U);
    EXPECT_EQ(alone.system.all<ThermalPlant>()[0].name, "gas");
    EXPECT_EQ(alone.system.all<Outage>().size(), 1U);
    EXPECT_TRUE(alone.system.all<Reserve>().empty());
    ASSERT_EQ(alone.system.all<Policy>().size(), 1U);
    EXPECT_FALSE(alone.system.all<Policy>()[0].carbon_cap_t.has_value());
    EXPECT_EQ(alone.own, (std::set<std::string, std::less<>>{"demand/load_estate", "meter/gate", "thermal_plant/gas",
                                                             "zone/estate"}));
}

// A mill behind the meter keeps the yard that its stage burns from, and the stage's outage.
TEST(ZoneObjective, KeepsWhatAProcessBurns) {
    Scene scene = estate(flat_tariff(), meter(100), {0, 0});
    FuelStock coal = yard(5);
    coal.plants.items = {{"spin", 1.0}};
    StageMode run = mode("run", 10, 5);
    run.fuel.name = "coal";
    run.fuel_gj_per_unit = 2;
    scene.add(coal_in_tonnes()).add(coal).add(thermal("grid coal", 200, 20));
    add_mill(scene).add(run).add(order(10)).add(out("spin", 0, 1));
    scene.data.list<Process>()[0].zone.name = "estate";
    const System system = scene.system();
    const ZoneSystem alone = behind_meter(system, "estate");
    EXPECT_EQ(alone.system.all<Outage>().size(), 1U);
    ASSERT_EQ(alone.system.all<FuelStock>().size(), 1U);
    EXPECT_TRUE(alone.own.contains("fuel_stock/yard"));
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    expect_near(series(made.system, "spin", "rate"), {0, 10});
    expect_near(series(made.system, "yard", "level"), {5, 4});
    expect_sound(system, made.system);
}

// Wheeled wind of 20 MW at 25 is the zone's; in the system it is the grid's plant.
TEST(ZoneObjective, UsesWheeledPowerFromOutside) {
    Scene scene = estate(flat_tariff(), meter(100), {50});
    WindPlant wind;
    wind.name = "wind";
    wind.zone.name = "zone";
    wind.capacity_mw = 20;
    wind.curtailment_cost_per_mwh = 7;
    Wheeling contract;
    contract.name = "supply";
    contract.meter.name = "gate";
    contract.plant = "wind";
    contract.charge_per_mwh = 25;
    scene.add(wind).add(contract).add(thermal("coal", 100, 20));
    const System system = scene.system();
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    EXPECT_NEAR(cost(made.own), 20 * 25 + 30 * 60, tolerance);
    EXPECT_NEAR(cost(made.system), 600, tolerance);
    EXPECT_NEAR(bill_of_zone(made.system.bills, "estate"), 2300, tolerance);
    expect_sound(system, made.system);
}

// A battery, a shed hour and a floor of the billing demand, a quarter of an hour a step: whatever the zone decides, the
// system can take it, and both are sound.
TEST(ZoneObjective, IsSoundWithStoresAndLoadShedding) {
    Tariff tariff = flat_tariff(60);
    tariff.fixed_per_mw_month = 5000;
    tariff.floor_share = 0.25;
    tariff.export_per_mwh = 30.0;
    Meter gate = meter(40);
    gate.export_max_mw = 20;
    gate.loss_share = 0.02;
    Scene scene = estate(tariff, gate, {10, 12, 14, 16, 14, 12, 10, 8}, 0.25);
    Battery cells;
    cells.name = "cells";
    cells.zone.name = "estate";
    cells.charge_mw = cells.discharge_mw = 5;
    cells.energy_mwh = 4;
    cells.initial_level_mwh = 2;
    cells.charge_efficiency = cells.discharge_efficiency = 0.95;
    scene.add(cells).add(period(1, 2, 110)).add(out("gate", 0.5, 0.75)).add(rooftop({0, 0, 0.1, 0.2, 0.2, 0.1, 0, 0}));
    scene.add(thermal("diesel", 8, 150, "estate")).add(thermal("coal", 100, 20));
    scene.demand(std::vector<double>(8, 40.0));
    const System system = scene.system();
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    ASSERT_TRUE(made.own.has_solution() && made.system.has_solution()) << made.system.explanation;
    EXPECT_TRUE(made.own.findings.empty());
    expect_costs_are_the_bill(made.own);
    expect_sound(system, made.system);
    // The same bill from both runs: nothing of it is the system's to change.
    EXPECT_NEAR(bill_of_zone(made.own.bills, "estate"), bill_of_zone(made.system.bills, "estate"), tolerance);
    const Solution least = dispatch(system, exactly);
    const ObjectiveComparison compared{"estate", view_of(least, "estate", made.behind),
                                       view_of(made.system, "estate", made.behind)};
    EXPECT_GE(compared.zone_gain(), -tolerance);
    EXPECT_GE(compared.system_loss(), -tolerance);
    EXPECT_NEAR(cost(made.own), compared.by_zone.zone_cost(), tolerance);
}

TEST(ZoneObjective, SaysWhyThereIsNone) {
    const System system = two_perspectives().system();
    const auto message = [&](const std::string& zone) {
        try {
            optimise_zone(system, zone, exactly);
        } catch (const std::invalid_argument& wrong) {
            return std::string{wrong.what()};
        }
        return std::string{};
    };
    EXPECT_EQ(message("estat"), "there is no zone 'estat'; did you mean 'estate'?");
    EXPECT_EQ(message("zone"), "zone 'zone' has no meter, so it has no bill");
}

}  // namespace
}  // namespace indus::tests
