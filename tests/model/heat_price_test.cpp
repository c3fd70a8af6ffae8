// SPDX-License-Identifier: Apache-2.0
// What one more MWh of heat costs at its node, by hand. Gas at 5 per GJ is 18 per MWh.
#include <cmath>
#include <utility>

#include "model/studies/zone_objective.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

/// Power at 300 where nothing else gives it.
Scene steam_and_power(std::vector<double> power_mw, std::vector<double> heat_mw) {
    Scene scene = steam_scene(static_cast<int>(power_mw.size()));
    scene.add(heat_demand(std::move(heat_mw))).demand(std::move(power_mw)).add(thermal("peaker", 200, 300));
    return scene;
}

/// 100 MW without heat, of which each MW of heat takes 0.2; 8 GJ a MWh are 40.
Cogeneration turbine() {
    Cogeneration plant;
    plant.name = "chp";
    plant.zone.name = "zone";
    plant.node.name = "steam";
    plant.fuel.name = "gas";
    plant.capacity_mw = 100;
    plant.max_heat_mw = 150;
    plant.power_loss_per_heat = 0.2;
    plant.heat_rate_gj_per_mwh = 8;
    return plant;
}

std::pair<double, double> band(const Solution& solution, std::string_view kind, std::string_view owner) {
    for (const PriceRecord& each : solution.prices)
        if (each.kind == kind && each.owner == owner)
            return {std::round(each.low[0] * 1e6) / 1e6, std::round(each.high[0] * 1e6) / 1e6};
    return {};
}

// 40 MW at 18 come first; an old boiler burns a quarter more, 18 / 0.8 = 22.5. What neither gives is not served, at
// 100.
TEST(HeatPrice, IsThatOfTheMarginalBoiler) {
    Boiler good = gas_boiler(), old = gas_boiler();
    good.capacity_mw = 40;
    old.name = "old boiler";
    old.efficiency = 0.8;
    for (const double hours : {1.0, 0.5}) {
        Scene scene = steam_scene(3, hours);
        const Solution solution = scene.add(heat_demand({30, 70, 150})).add(good).add(old).solve();
        expect_near(price(solution, "steam"), {18, 22.5, 100});
    }
}

// A heat pump gives 3 MWh of heat for one of power: a third of the price of power, 20 and then 300.
TEST(HeatPrice, OfAHeatPumpFollowsThePriceOfPower) {
    Boiler pump = gas_boiler();
    pump.fuel = {};
    pump.efficiency = 3;
    Scene scene = steam_and_power({50, 120}, {30, 30});
    const Solution solution = scene.add(pump).add(thermal("coal", 100, 20)).solve();
    expect_near(price(solution, "zone"), {20, 300});
    expect_near(price(solution, "steam"), {20.0 / 3, 100});
}

// A MWh of heat takes a fifth of a MWh of power: where the plant has room, 0.2 * 40; where it is full, the peaker gives
// it at 300, 0.2 * 300.
TEST(HeatPrice, OfCogenerationIsThePowerItTakes) {
    Scene scene = steam_and_power({30, 120}, {50, 50});
    const Solution solution = scene.add(turbine()).solve();
    expect_near(price(solution, "zone"), {40, 300});
    expect_near(price(solution, "steam"), {8, 60});
}

// Of back pressure, heat comes with the power. At 300 it makes all the power it can, and lets go of heat: more of it is
// free.
TEST(HeatPrice, IsNothingWhereHeatIsLetGo) {
    Cogeneration plant = turbine();
    plant.type = CogenerationType::back_pressure;
    plant.capacity_mw = 40;
    plant.max_heat_mw = 0;
    plant.power_loss_per_heat = 0;
    plant.power_to_heat = 0.5;
    Scene scene = steam_and_power({120}, {30});
    const Solution solution = scene.add(plant).solve();
    expect_near(series(solution, "steam", "vented"), {50});
    expect_near(price(solution, "steam"), {0});
}

// Where the two boilers just suffice, any price between 18 and 22.5 supports the plan.
TEST(HeatPrice, HasABandWhereItIsNotUnique) {
    Boiler good = gas_boiler(), old = gas_boiler();
    good.capacity_mw = 40;
    old.name = "old boiler";
    old.efficiency = 0.8;
    Scene scene = steam_and_power({50}, {40});
    scene.add(thermal("coal", 50, 20)).add(good).add(old);
    const Solution both = scene.solve();
    EXPECT_EQ(band(both, "heat_node", "steam"), (std::pair{18.0, 22.5}));
    EXPECT_EQ(band(both, "zone", "zone"), (std::pair{20.0, 300.0}));
    // A node that nothing reaches cannot take a move: what is told of power stays.
    scene.add(HeatNode{.name = "alone", .zone = {.name = "zone"}, .may_vent = false});
    EXPECT_EQ(band(scene.solve(), "zone", "zone"), (std::pair{20.0, 300.0}));
}

// Where a zone has decided by itself, nothing is left to decide behind its meter: no price says anything there, of
// power or of heat.
TEST(HeatPrice, IsNotThereBehindAMeterWhoseZoneHasDecided) {
    Scene scene = estate(flat_tariff(), meter(100), {10});
    scene.add(Fuel{.name = "gas", .price_per_gj = 5.0}).add(thermal("coal", 200, 20));
    scene.add(HeatNode{.name = "steam", .zone = {.name = "estate"}}).add(heat_demand({30})).add(gas_boiler());
    scene.add(HeatNode{.name = "district", .zone = {.name = "zone"}});
    const System system = scene.system();
    const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};
    expect_near(price(optimise_zone(system, "estate", exactly).own, "steam"), {18});
    std::vector<std::string> priced;
    for (const PriceRecord& each : optimise_zone(system, "estate", exactly).system.prices) priced.push_back(each.owner);
    EXPECT_THAT(priced, ElementsAre("zone", "district"));
}

}  // namespace
}  // namespace indus::tests
