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

// What a call is paid moves nothing: 10 MW of the estate are called off in the hour of the peaker, for what the estate
// loses by it. 200 MWh of coal, 20 of the peaker, 10 at 50 and 5 a call: 4000 + 6000 + 505. Its bill: 80 MWh at 60,
// less 10 * 70 + 8. Under its own objective nobody calls: 90 MWh at 60, 4000 + 30 * 300 for the system.
TEST(ZoneObjective, IsPaidForCallsByTheSystemOnly) {
    Scene scene = estate(flat_tariff(), meter(100), {20, 50, 20});
    InterruptibleContract contract{.name = "contract"};
    contract.demand.name = "load_estate";
    contract.power_mw = 10.0;
    contract.payment_per_mwh = 70;
    contract.payment_per_call = 8;
    contract.loss_per_mwh = 50;
    contract.loss_per_call = 5;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 300)).demand({30, 80, 30}).add(contract);
    const System system = scene.system();
    const Solution least = dispatch(system, exactly);
    EXPECT_NEAR(cost(least), 10505, tolerance);
    EXPECT_NEAR(least.cost_of("interruption") + least.cost_of("interruption_call"), 505, tolerance);
    ASSERT_EQ(least.bills.size(), 1U);
    EXPECT_NEAR(least.bills[0].interruption, 708, tolerance);
    EXPECT_NEAR(least.bills[0].total, 4800 - 708, tolerance);
    expect_sound(system, least);

    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    EXPECT_NEAR(cost(made.own), 5400, tolerance);
    EXPECT_NEAR(cost(made.system), 13000, tolerance);
    EXPECT_NEAR(bill_of_zone(made.system.bills, "estate"), 5400, tolerance);
    expect_near(series(made.own, "contract", "called"), {0, 0, 0});
    EXPECT_NEAR(view_of(least, "estate", made.behind).own_cost, 505, tolerance);
    expect_sound(system, made.system);
}

// The mill's machines are out in the cheap hour, and stand in the zone's own program too: 10 MW in the dear hour.
TEST(ZoneObjective, KnowsOutagesOfItsStages) {
    Scene scene = estate(flat_tariff(), meter(100), {0, 0});
    scene.add(period(1, 2, 120)).add(thermal("coal", 100, 20));
    Process mill{.name = "mill"};
    mill.zone.name = "estate";
    Stage spin{.name = "spin"};
    spin.process.name = "mill";
    StageMode run{.name = "run"};
    run.stage.name = "spin";
    run.min_rate_per_h = run.max_rate_per_h = 10;
    run.power_mw = 10;
    run.output.items = {{"yarn", 1.0}};
    Stock yarn{.name = "yarn"};
    yarn.process.name = "mill";
    yarn.capacity = 100;
    Order due{.name = "due"};
    due.stock.name = "yarn";
    due.amount = 10;
    scene.add(mill).add(spin).add(run).add(yarn).add(due).add(out("spin", 0, 1));
    const System system = scene.system();
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    EXPECT_NEAR(cost(made.own), 1200, tolerance);
    expect_near(series(made.system, "spin", "rate"), {0, 10});
    expect_sound(system, made.system);
}

// The estate's yard is filled from a hub that feeds a plant of the grid: the hub's 100 t are all there is, for both.
TEST(ZoneObjective, TakesFuelFromWhereItComes) {
    Scene scene = estate(flat_tariff(200), meter(100), {40, 40});
    scene.add(Fuel{.name = "coal", .heating_value_gj_per_t = 20.0});
    for (const auto& [name, zone] : {std::pair{"captive", "estate"}, {"grid_plant", "zone"}}) {
        ThermalPlant plant = thermal(name, 100, 5, zone);
        plant.fuel.name = "coal";
        plant.heat_rate_gj_per_mwh = 20;  // a tonne a MWh
        scene.add(plant);
    }
    const auto yard = [&](const char* name, const char* plant, double level) {
        FuelStock made{.name = name};
        made.fuel.name = "coal";
        made.plants.items = {{plant, 1.0}};
        made.capacity_t = 1000;
        made.initial_level_t = level;
        made.end_value_per_t = 0;
        scene.add(made);
    };
    yard("hub", "grid_plant", 30);
    yard("yard", "captive", 0);
    FuelRoute route{.name = "road"};
    route.from.name = "hub";
    route.to.name = "yard";
    route.max_t_per_h = 50;
    route.transport_cost_per_t = 1;
    scene.add(route).add(thermal("oil", 200, 100));
    const System system = scene.system();
    const ZoneSystem alone = behind_meter(system, "estate");
    ASSERT_EQ(alone.system.all<FuelStock>().size(), 2U);
    EXPECT_FALSE(alone.own.contains("fuel_stock/hub"));
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    // 30 t at 6 each, 50 MWh at 200.
    EXPECT_NEAR(cost(made.own), 30 * 6 + 50 * 200, tolerance);
    EXPECT_TRUE(made.system.has_solution()) << made.system.explanation;
    expect_sound(system, made.system);
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
