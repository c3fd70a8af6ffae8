// SPDX-License-Identifier: Apache-2.0
// Plants of two fuels: gas with oil behind it, coal with biomass in it.
#include "tests/model/components/limits.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

/// 100 MW at 8 GJ/MWh: gas at 3 per GJ, 24 per MWh; oil at 5 and a tenth more of it, 44 per MWh.
ThermalPlant turbine() {
    ThermalPlant plant = thermal("turbine", 100, 0);
    plant.fuel.name = "gas";
    plant.second_fuel.name = "oil";
    plant.second_fuel_heat_factor = 1.1;
    plant.heat_rate_gj_per_mwh = 8;
    return plant;
}

/// The pipeline brings gas for 50 MWh in each hour.
Scene gas_and_oil(const ThermalPlant& plant, std::vector<double> load, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load.size()), step_hours};
    Fuel gas{.name = "gas", .price_per_gj = 3.0, .emission_factor_t_per_gj = 0.05};
    gas.window_max_draw_gj.series = "pipeline";
    const std::size_t hours = static_cast<std::size_t>(step_hours * static_cast<double>(load.size()));
    scene.data.series.push_back({"pipeline", monday(), 60, std::vector<double>(hours, 400.0)});
    return scene.add(gas)
        .add(Fuel{.name = "oil", .price_per_gj = 5.0, .emission_factor_t_per_gj = 0.08})
        .add(plant)
        .demand(std::move(load));
}

// 80 MW: 50 MWh on gas and 30 on oil, 30 * 8 * 1.1 = 264 GJ. 40 MW: all on gas, 320 GJ. One plant or two halves.
TEST(SecondFuel, GivesWhatTheFirstCannot) {
    for (const double units : {1.0, 2.0}) {
        ThermalPlant plant = turbine();
        plant.units = units;
        plant.capacity_mw /= units;
        plant.initial_output_mw = 20;
        const Scene scene = gas_and_oil(plant, {80, 40});
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), 50 * 24 + 30 * 44 + 40 * 24, tolerance);
        expect_near(price(solution, "zone"), {44, 24});
        expect_near(series(solution, "turbine", "second_fuel_use"), {264, 0});
        expect_near(series(solution, "turbine", "fuel_use"), {664, 320});
        expect_near(series(solution, "turbine", "emissions"), {400 * 0.05 + 264 * 0.08, 320 * 0.05});
        expect_audit_finds(scene, solution, "turbine", "second_fuel_use");
    }
    EXPECT_NEAR(cost(gas_and_oil(turbine(), {80, 80, 40, 40}, 0.5).solve()), 3480, tolerance) << "half hours";
}

// A tonne at 10: gas 28 per MWh, oil 44 + 8.8 * 0.8 = 51.04.
TEST(SecondFuel, PaysForItsCarbon) {
    Scene scene = gas_and_oil(turbine(), {80});
    scene.add(Policy{.name = "tax", .carbon_price_per_t = 10.0});
    EXPECT_NEAR(cost(scene.solve()), 50 * 28 + 30 * 51.04, tolerance);
}

// 132 GJ of oil are 15 MWh; the other 15 are not served.
TEST(SecondFuel, IsHeldToItsContract) {
    Scene scene = gas_and_oil(turbine(), {80, 40});
    scene.data.list<Fuel>()[1].max_draw_gj = 132;
    EXPECT_NEAR(cost(scene.solve()), 50 * 24 + 15 * 44 + 15 * 3000 + 40 * 24, tolerance);
    // 88 GJ must be taken: 10 MWh that gas would make cheaper.
    Scene least = gas_and_oil(turbine(), {40, 40});
    least.data.list<Fuel>()[1].min_draw_gj = 88;
    EXPECT_NEAR(cost(least.solve()), 70 * 24 + 10 * 44, tolerance);
}

// One fuel in a step: gas is not enough for 80 MW, so all of it is oil.
TEST(SecondFuel, BurntAloneNeedsAllTheHeat) {
    ThermalPlant plant = turbine();
    plant.fuel_choice = FuelChoice::switching;
    const Scene scene = gas_and_oil(plant, {80, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 80 * 44 + 40 * 24, tolerance);
    expect_near(series(solution, "turbine", "on_second_fuel"), {1, 0});
    expect_audit_finds(scene, solution, "turbine", "second_fuel_use");
    expect_audit_finds(scene, solution, "turbine", "on_second_fuel");
}

// Chosen at the start: oil for 80 MW and still for 40 after it; after a step off, gas. On gas before, the plant would
// have to stop first: 50 MW from gas and 30 not served.
TEST(SecondFuel, ChosenAtTheStartStaysUntilTheStop) {
    ThermalPlant plant = turbine();
    plant.fuel_choice = FuelChoice::start;
    EXPECT_NEAR(cost(gas_and_oil(plant, {80, 40}).solve()), 90 * 24 + 30 * 3000, tolerance);
    plant.initial_second_fuel = true;
    EXPECT_NEAR(cost(gas_and_oil(plant, {80, 40}).solve()), 120 * 44, tolerance);
    plant.initial_second_fuel = false;
    plant.initial_status_h = -5;
    plant.initial_output_mw.reset();
    EXPECT_NEAR(cost(gas_and_oil(plant, {80, 40}).solve()), 120 * 44, tolerance);
    const Scene scene = gas_and_oil(plant, {80, 0, 40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 80 * 44 + 40 * 24, tolerance);
    expect_near(series(solution, "turbine", "on"), {1, 0, 1});
    Spoilt stays{gas_and_oil(plant, {80, 40})};
    stays.set("turbine", "second_fuel_use", {704, 0}).set("turbine", "on_second_fuel", {1, 0});
    EXPECT_THAT(stays.findings(),
                Contains("turbine at 1: choice of the second fuel since the start is 0, but should be 1"));
}

// Off before, a start burns 50 GJ; the curve says 580 at 60 MW. Of 630 GJ gas gives 400, oil 230 * 1.1; a plant of one
// fuel at a time burns 693 GJ of oil, the start too.
TEST(SecondFuel, ServesStartsAndCurves) {
    ThermalPlant plant = turbine();
    plant.heat_rate_gj_per_mwh = 0;
    plant.min_output_mw = 20;
    plant.heat_curve_gj_per_h.steps = {{20, 220}, {60, 580}, {100, 1000}};
    plant.start_fuel_gj.steps = {{0, 50}};
    plant.initial_status_h = -5;
    plant.initial_output_mw.reset();
    EXPECT_NEAR(cost(gas_and_oil(plant, {60}).solve()), 400 * 3 + 253 * 5, tolerance);
    plant.fuel_choice = FuelChoice::switching;
    EXPECT_NEAR(cost(gas_and_oil(plant, {60}).solve()), 693 * 5, tolerance);
}

/// Coal at 2 per GJ, 20 per MWh; biomass at `price` and a quarter more of it.
Scene cofiring(double price, FuelChoice choice, std::vector<double> load) {
    ThermalPlant plant = thermal("steam", 100, 0);
    plant.fuel.name = "coal";
    plant.second_fuel.name = "biomass";
    plant.heat_rate_gj_per_mwh = 10;
    plant.second_fuel_heat_factor = 1.25;
    plant.fuel_choice = choice;
    Scene scene{static_cast<int>(load.size())};
    return scene.add(Fuel{.name = "coal", .price_per_gj = 2.0})
        .add(Fuel{.name = "biomass", .price_per_gj = price, .renewable = true})
        .add(plant)
        .demand(std::move(load));
}

Policy renewables(double share) {
    Policy plan{.name = "plan", .carbon_price_per_t = 0.0};
    plan.renewable_share = share;
    return plan;
}

// At 1 biomass is cheaper but may give a fifth of the heat: 100 of 500 GJ, 125 of it.
TEST(CoFiring, IsLimitedToAShare) {
    Scene scene = cofiring(1, FuelChoice::mix, {50});
    scene.data.list<ThermalPlant>()[0].second_fuel_max_share = 0.2;
    EXPECT_NEAR(cost(scene.solve()), 400 * 2 + 125, tolerance);
}

// At 3 it is dearer: 37.5 per MWh. A share of 0.15 of 50 MWh asks for 7.5; one more MWh of it costs 17.5.
TEST(CoFiring, CountsAsRenewableByItsHeat) {
    Scene scene = cofiring(3, FuelChoice::mix, {50});
    scene.add(renewables(0.15));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 42.5 * 20 + 7.5 * 37.5, tolerance);
    const LimitRecord limit = limit_of(solution, "plan", "renewable share");
    EXPECT_NEAR(limit.reached, 0.15, tolerance);
    EXPECT_NEAR(*limit.shadow_price, 17.5, tolerance);
    expect_audit_finds(scene, solution, "steam", "second_fuel_use");
}

// One fuel at a time: 0.4 of 90 MWh are 36, which the step of 40 MW gives. No-load heat does not matter then.
TEST(CoFiring, CountsTheWholeOutputOfOneFuel) {
    Scene scene = cofiring(3, FuelChoice::switching, {50, 40});
    scene.add(renewables(0.4));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 50 * 20 + 40 * 37.5, tolerance);
    expect_near(series(solution, "steam", "second_fuel_output"), {0, 40});
    expect_audit_finds(scene, solution, "steam", "second_fuel_output");
    // The other way round: coal, behind biomass, may give a step of 50 MW.
    ThermalPlant& plant = scene.data.list<ThermalPlant>()[0];
    std::swap(plant.fuel, plant.second_fuel);
    plant.second_fuel_heat_factor = 0.8;
    plant.heat_rate_gj_per_mwh = 12.5;
    EXPECT_NEAR(cost(scene.solve()), 50 * 20 + 40 * 37.5, tolerance);
}

TEST(SecondFuel, RulesAreToldInWords) {
    ThermalPlant alone = thermal("alone", 100, 20);
    alone.second_fuel_heat_factor = 1.1;
    alone.second_fuel_max_share = 0.5;
    alone.fuel_choice = FuelChoice::start;
    alone.initial_second_fuel = true;
    ThermalPlant same = turbine();
    same.second_fuel.name = "gas";
    same.fuel_choice = FuelChoice::switching;
    same.second_fuel_max_share = 0.5;
    same.units = 2;
    same.initial_second_fuel = true;
    same.initial_status_h = -1;
    same.initial_output_mw.reset();
    Scene scene = gas_and_oil(same, {10});
    ThermalPlant none = turbine();
    none.name = "none";
    none.heat_rate_gj_per_mwh = 0;
    none.fuel = {};
    scene.add(alone).add(none);
    const std::vector<std::string> expected{
        "thermal_plant turbine: second_fuel is gas, expected another fuel than fuel",
        "thermal_plant turbine: second_fuel_max_share is 0.5, expected 1, as fuel_choice burns one fuel at a time",
        "thermal_plant turbine: units is 2, expected 1, or fuel_choice mix, as each unit would burn a fuel of its own",
        "thermal_plant turbine: initial_second_fuel is yes, expected no, as fuel_choice is not start",
        "thermal_plant turbine: initial_second_fuel is yes, expected no, as the plant is off before the start",
        "thermal_plant alone: second_fuel is empty, expected the fuel that second_fuel_heat_factor speaks of",
        "thermal_plant alone: second_fuel is empty, expected the fuel that second_fuel_max_share speaks of",
        "thermal_plant alone: second_fuel is empty, expected the fuel that fuel_choice speaks of",
        "thermal_plant alone: second_fuel is empty, expected the fuel that initial_second_fuel speaks of",
        "thermal_plant none: fuel is empty, expected the fuel beside second_fuel"};
    EXPECT_EQ(scene.issues(), expected);
}

TEST(SecondFuel, RulesOfItsFuelsAreToldInWords) {
    Scene scene = cofiring(3, FuelChoice::mix, {50});
    ThermalPlant& plant = scene.data.list<ThermalPlant>()[0];
    plant.no_load_heat_gj_per_h = 10;
    plant.units = 2;
    scene.data.list<Fuel>()[1].min_draw_gj = 10;
    const std::vector<std::string> expected{
        "thermal_plant steam: units is 2, expected 1, as its fuel biomass has a least draw",
        "thermal_plant steam: second_fuel is biomass, expected a fuel as renewable as coal, or one fuel at a time by "
        "fuel_choice, or heat_rate_gj_per_mwh alone: of a mix, the energy of each fuel would be unknown"};
    EXPECT_EQ(scene.issues(), expected);
}

}  // namespace
}  // namespace indus::tests
