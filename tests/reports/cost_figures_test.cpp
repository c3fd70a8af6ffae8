// SPDX-License-Identifier: Apache-2.0
// What a unit of a product cost: by the bill behind a meter, by the zone's price elsewhere, and heat, each by hand.
#include "model/studies/zone_objective.hpp"
#include "reports/digest.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/components/meter_scenes.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

using reports::Digest;
using reports::ProcessRow;

ProcessRow process_of(const System& system, const Solution& solution) {
    return reports::digest(system, solution).processes.at(0);
}
ProcessRow process_of(const Scene& scene) { return process_of(scene.system(), scene.solve()); }

/// 20 t in the first two hours at 10 MW, behind the meter of the estate.
Scene mill_in_estate(std::vector<double> load_mw) {
    Tariff tariff = flat_tariff();
    tariff.fixed_per_mw_month = 744;  // 1 an hour of January
    Scene scene = estate(tariff, meter(100), std::move(load_mw));
    Calendar shift{.name = "shift"};
    shift.shifts.steps = {{0.0, 2.0}};
    add_mill(scene).add(mode("run", 10, 10)).add(order(20)).add(shift).add(period(1, 2, 120));
    scene.data.list<Process>()[0].zone.name = "estate";
    scene.data.list<Process>()[0].calendar.name = "shift";
    return scene.add(thermal("coal", 200, 20)).demand(std::vector<double>(3, 30.0));
}

// Beside 20 MW throughout. Energy 10 * 60 + 10 * 120; of 3 h * 30 MW of fixed charge, 20 of 80 MWh: 22.5. The bill:
// 30 * 60 + 30 * 120 + 20 * 60 + 90 = 6690, of which the demand bears 4800 + 67.5.
TEST(CostFigures, AProcessBehindAMeterPaysItsTariff) {
    const Scene scene = mill_in_estate({20, 20, 20});
    const Solution solution = scene.solve();
    ASSERT_NEAR(bill(solution).total, 6690, tolerance);
    const ProcessRow mill = process_of(scene.system(), solution);
    EXPECT_EQ(mill.power_cost_basis, "bill");
    EXPECT_NEAR(*mill.power_cost, 1822.5, tolerance);
    EXPECT_NEAR(*mill.cost_per_unit, 1822.5 / 20, tolerance);
}

// Where it is the only load, it bears the bill and the gas: 6 MW over the meter and 4 of gas at 10 in both hours.
// 6 * 60 + 6 * 120 + 3 * 6 + 8 * 10.
TEST(CostFigures, LoadsBearTheBillAndThePlantsBehindTheMeter) {
    Scene scene = mill_in_estate({0, 0, 0});
    scene.add(thermal("gas", 4, 10, "estate"));
    const Solution solution = scene.solve();
    ASSERT_NEAR(bill(solution).total, 1098, tolerance);
    EXPECT_NEAR(*process_of(scene.system(), solution).power_cost, 1178, tolerance);
}

// 40 MW of sun in the first hour: 10 for the mill, 30 given back at 25. Energy is 10 * 120 in the second hour, the
// credit 750, fixed 3 * 10.
TEST(CostFigures, CreditsAndFixedChargesGoWithTheEnergy) {
    Scene scene = mill_in_estate({0, 0, 0});
    scene.data.list<Tariff>()[0].export_per_mwh = 25.0;
    scene.data.list<Meter>()[0].export_max_mw = 30;
    scene.add(rooftop({0.4, 0, 0}));
    const Solution solution = scene.solve();
    ASSERT_NEAR(bill(solution).total, 1200 - 750 + 30, tolerance);
    EXPECT_NEAR(*process_of(scene.system(), solution).power_cost, 480, tolerance);
}

// Under the zone's own objective nothing behind the meter has a price, and the bill is the same.
TEST(CostFigures, UnderTheZonesObjectiveTheBillTells) {
    const System system = mill_in_estate({20, 20, 20}).system();
    const ZoneObjective made = optimise_zone(system, "estate", {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
    const ProcessRow mill = process_of(system, made.system);
    EXPECT_EQ(mill.power_cost_basis, "bill");
    EXPECT_NEAR(*mill.power_cost, 1822.5, tolerance);
    EXPECT_NEAR(*mill.cost_per_unit, 1822.5 / 20, tolerance);
}

// 10 t at 5 MW in an hour of 60, 5 of 6.25 MW arriving.
TEST(CostFigures, ElsewhereTheZonesPriceTells) {
    Scene scene = hours_of({true});
    add_mill(scene).add(mode("run", 10, 5)).add(order(10));
    scene.data.list<Process>()[0].loss_share = 0.2;
    const ProcessRow mill = process_of(scene);
    EXPECT_EQ(mill.power_cost_basis, "zone price");
    EXPECT_NEAR(*mill.power_cost, 375, tolerance);
    EXPECT_NEAR(*mill.cost_per_unit, 37.5, tolerance);
}

/// Half a MWh of steam a tonne, of gas at 18 a MWh.
void heat_the_mill(Scene& scene, const std::string& zone) {
    scene.add(HeatNode{.name = "steam", .zone = {.name = zone}});
    scene.add(Fuel{.name = "gas", .price_per_gj = 5.0, .emission_factor_t_per_gj = 0.05}).add(gas_boiler());
    scene.data.list<Process>()[0].heat_node.name = "steam";
    scene.data.list<StageMode>()[0].heat_mwh_per_unit = 0.5;
}

// 10 t: 5 MWh of power at 20, 5 of heat at 18.
TEST(CostFigures, HeatCostsThePriceOfItsNode) {
    Scene scene = hours_of({false});
    add_mill(scene).add(mode("run", 10, 5)).add(order(10));
    heat_the_mill(scene, "zone");
    const ProcessRow mill = process_of(scene);
    EXPECT_EQ(mill.heat_cost_basis, "node price");
    EXPECT_NEAR(*mill.heat_cost, 90, tolerance);
    EXPECT_NEAR(*mill.cost_per_unit, 19, tolerance);
}

// Where the node has no price, heat costs what it cost to make: 10 MWh at 18.
TEST(CostFigures, HeatWithoutAPriceCostsWhatItTook) {
    Scene scene = mill_in_estate({20, 20, 20});
    heat_the_mill(scene, "estate");
    const System system = scene.system();
    const ZoneObjective made = optimise_zone(system, "estate", {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
    const ProcessRow mill = process_of(system, made.system);
    EXPECT_EQ(mill.heat_cost_basis, "mean cost");
    EXPECT_NEAR(*mill.heat_cost, 180, tolerance);
    EXPECT_NEAR(*mill.cost_per_unit, (1822.5 + 180) / 20, tolerance);
}

// An electric boiler behind the meter is one of its loads: 10 MWh of heat from 10 MWh at 60 and 120, in the same hours
// as the mill takes 20. Of the fixed charge of 3 * 35, 20 and 10 of 70 MWh are theirs.
TEST(CostFigures, HeatFromPowerBearsItsPartOfTheBill) {
    Scene scene = mill_in_estate({20, 20, 0});
    heat_the_mill(scene, "estate");
    scene.data.list<Boiler>()[0].fuel.name.clear();
    const System system = scene.system();
    const ZoneObjective made = optimise_zone(system, "estate", {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
    const ProcessRow mill = process_of(system, made.system);
    ASSERT_NEAR(bill(made.system).total, 35 * 60 + 35 * 120 + 3 * 35, tolerance);
    EXPECT_NEAR(*mill.power_cost, 1800 + 105 * 20 / 70.0, tolerance);
    EXPECT_NEAR(*mill.heat_cost, 900 + 105 * 10 / 70.0, tolerance);
}

}  // namespace
}  // namespace indus::tests
