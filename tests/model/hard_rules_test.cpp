// SPDX-License-Identifier: Apache-2.0
// Every hard rule of the planner says in words what cannot be had; each test asserts the whole sentence. Rules of
// rivers, reserve and ramps stand in infeasibility_test.cpp, those of networks in network_infeasibility_test.cpp.
#include <set>

#include "tests/everything.hpp"
#include "tests/model/components/limits.hpp"
#include "tests/model/explained.hpp"

namespace indus::tests {
namespace {

/// 100 MW that must run, at 10 GJ of uranium and a tonne of carbon dioxide per MWh.
ThermalPlant nuclear() {
    ThermalPlant plant = thermal("nuclear", 100, 10);
    plant.technology = "nuclear";
    plant.fuel.name = "uranium";
    plant.heat_rate_gj_per_mwh = 10;
    plant.min_output_mw = plant.initial_output_mw.emplace(100);
    plant.must_run = true;
    return plant;
}

/// Two hours of nuclear power that nobody can refuse.
Scene unrefusable(Fuel uranium = {.name = "uranium", .price_per_gj = 0.0, .emission_factor_t_per_gj = 0.1}) {
    Scene scene{2};
    scene.add(std::move(uranium)).add(nuclear()).demand({100, 100});
    return scene;
}

/// Two hours of 50 MW, for which coal is there, 100 MW at 9 GJ/MWh.
Scene wanted_little(Fuel hard_coal = {.name = "hard coal", .price_per_gj = 1.0}) {
    Scene scene{2};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.technology = "coal";
    coal.fuel.name = "hard coal";
    coal.heat_rate_gj_per_mwh = 9;
    scene.add(std::move(hard_coal)).add(coal).demand({50, 50});
    return scene;
}

// 2 h of 1000 GJ.
TEST(HardRules, FuelThatMustBeBurnt) {
    Fuel uranium{.name = "uranium", .price_per_gj = 0.0};
    uranium.max_draw_gj = 1500;
    EXPECT_EQ(explained(unrefusable(uranium)),
              "fuel uranium: the largest draw of 1500 GJ cannot be kept: 500 GJ more would have to be burnt at "
              "2025-01-13 00:00.");
    uranium.max_draw_gj.reset();
    uranium.window_max_draw_gj.windows = {{0, 1, 1000.0}, {1, 1, 400.0}};
    EXPECT_EQ(explained(unrefusable(uranium)),
              "fuel uranium: the largest draw of 400 GJ in the window cannot be kept: 600 GJ more would have to be "
              "burnt at 2025-01-13 01:00.");
}

// 100 MWh burn 900 GJ, 450 in an hour.
TEST(HardRules, FuelThatNobodyCanBurn) {
    Fuel coal{.name = "hard coal", .price_per_gj = 1.0};
    coal.min_draw_gj = 1000;
    EXPECT_EQ(explained(wanted_little(coal)),
              "fuel hard coal: the least draw of 1000 GJ cannot be burnt: 100 GJ are left over at 2025-01-13 00:00.");
    coal.min_draw_gj.reset();
    coal.window_min_draw_gj.windows = {{0, 1, 300.0}, {1, 1, 500.0}};
    EXPECT_EQ(explained(wanted_little(coal)),
              "fuel hard coal: the least draw of 500 GJ in the window cannot be burnt: 50 GJ are left over at "
              "2025-01-13 01:00.");
}

TechnologyLimit plan_for(std::string technology) {
    TechnologyLimit plan{.name = "plan"};
    plan.technologies.items = {{std::move(technology)}};
    return plan;
}

TEST(HardRules, EnergyOfTechnologies) {
    TechnologyLimit more = plan_for("coal");
    more.min_energy_mwh = 150;
    EXPECT_EQ(explained(wanted_little().add(more)),
              "technology_limit plan: the least energy of 150 MWh cannot be generated: 50 MWh are missing at "
              "2025-01-13 00:00.");
    TechnologyLimit less = plan_for("nuclear");
    less.max_energy_mwh = 150;
    EXPECT_EQ(explained(unrefusable().add(less)),
              "technology_limit plan: the largest energy of 150 MWh cannot be kept: 50 MWh more would have to be "
              "generated at 2025-01-13 00:00.");
}

// Of 200 MWh nuclear gives all: gas is free, but not wanted.
TEST(HardRules, ShareOfTechnologies) {
    TechnologyLimit more = plan_for("gas");
    more.min_share = 0.2;
    ThermalPlant gas = thermal("gas", 100, 0);
    gas.technology = "gas";
    EXPECT_EQ(explained(unrefusable().add(gas).add(more)),
              "technology_limit plan: the least share cannot be reached: 40 MWh are missing at 2025-01-13 00:00.");
    TechnologyLimit less = plan_for("nuclear");
    less.max_share = 0.75;
    EXPECT_EQ(explained(unrefusable().add(less)),
              "technology_limit plan: the largest share cannot be kept: 50 MWh are too much at 2025-01-13 00:00.");
}

TEST(HardRules, CapacityOfTechnologies) {
    TechnologyLimit more = plan_for("coal");
    more.min_capacity_mw = 130;
    EXPECT_EQ(explained(wanted_little().add(more)),
              "technology_limit plan: the capacity falls short of the least by 30 MW at 2025-01-13 00:00.");
    TechnologyLimit less = plan_for("coal");
    less.max_capacity_mw = 80;
    EXPECT_EQ(explained(wanted_little().add(less)),
              "technology_limit plan: the capacity exceeds the largest by 20 MW at 2025-01-13 00:00.");
}

PlantConstraint sum_of(std::string plant) {
    PlantConstraint sum{.name = "hub"};
    sum.plants.items = {{std::move(plant), 2.0}};
    return sum;
}

// Twice the output: 100 MW of coal, 200 MW of nuclear.
TEST(HardRules, OutputOfNamedPlants) {
    PlantConstraint more = sum_of("coal");
    more.min_mw = 130;
    EXPECT_EQ(explained(wanted_little().add(more)),
              "plant_constraint hub: the weighted output of its plants falls short of the least, 130 MW, by 30 MW, and "
              "it has no violation_cost_per_mwh at 2025-01-13 00:00 (the worst of 2 steps, from 2025-01-13 00:00 to "
              "2025-01-13 01:00).");
    PlantConstraint less = sum_of("nuclear");
    less.max_mw = 120;
    EXPECT_EQ(explained(unrefusable().add(less)),
              "plant_constraint hub: the weighted output of its plants exceeds the largest, 120 MW, by 80 MW, and it "
              "has no violation_cost_per_mwh at 2025-01-13 00:00 (the worst of 2 steps, from 2025-01-13 00:00 to "
              "2025-01-13 01:00).");
}

TEST(HardRules, EnergyOfNamedPlants) {
    PlantConstraint more = sum_of("coal");
    more.min_energy_mwh = 300;
    EXPECT_EQ(explained(wanted_little().add(more)),
              "plant_constraint hub: the weighted energy of its plants falls short of the least, 300 MWh, by 100 MWh, "
              "and it has no violation_cost_per_mwh at 2025-01-13 00:00.");
    PlantConstraint less = sum_of("nuclear");
    less.max_energy_mwh = 320;
    EXPECT_EQ(explained(unrefusable().add(less)),
              "plant_constraint hub: the weighted energy of its plants exceeds the largest, 320 MWh, by 80 MWh, and it "
              "has no violation_cost_per_mwh at 2025-01-13 00:00.");
}

// 200 MWh, a tonne each; 100 MW of firm capacity for a load of 100.
TEST(HardRules, Policies) {
    EXPECT_EQ(explained(unrefusable().add(Policy{.name = "plan", .carbon_cap_t = 120.0})),
              "policy plan: the carbon cap of 120 tCO2 cannot be kept: 80 tCO2 are too much at 2025-01-13 00:00.");
    EXPECT_EQ(explained(unrefusable().add(Policy{.name = "plan", .renewable_share = 0.25})),
              "policy plan: the renewable share cannot be reached: 50 MWh are missing at 2025-01-13 00:00.");
    Policy firm{.name = "plan", .firm_capacity_margin = 0.2};
    firm.capacity_credits.items = {{"nuclear", 0.9}};
    EXPECT_EQ(explained(unrefusable().add(firm)),
              "policy plan: the firm capacity margin cannot be met: 30 MW are missing at 2025-01-13 00:00.");
}

// Of 50 MWh that pumps at 20 MW and 75% can bring up in two hours, 30 arrive.
TEST(HardRules, EndLevelOfPumpedStorage) {
    PumpedStorage pumped;
    pumped.name = "pumped";
    pumped.zone.name = "zone";
    pumped.turbine_mw = pumped.pump_mw = 20;
    pumped.pump_efficiency = 0.75;
    pumped.energy_mwh = 100;
    pumped.end_level_mwh = 50;
    EXPECT_EQ(explained(wanted_little().add(pumped)),
              "pumped_storage pumped: the end level of 50 MWh cannot be reached: 20 MWh are missing at "
              "2025-01-13 01:00.");
}

// The dam above lets at most 10 MW through, 5 MW arrive by themselves, and 30 must pass.
TEST(HardRules, EnvironmentalReleaseBelowADam) {
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 10;
    dam.bypass_capacity_mw = 0;
    dam.max_level_mwh = 100;
    dam.initial_level_mwh = 100;
    dam.inflow_mw = Profile{0.0};
    dam.end_level_mwh = 0;
    dam.energy_per_hm3_mwh = 100;
    dam.downstream_run_of_river.name = "weir";
    RunOfRiver weir;
    weir.name = "weir";
    weir.zone.name = "zone";
    weir.capacity_mw = 20;
    weir.inflow_mw = Profile{5.0};
    weir.environmental_release_mw = Profile{30.0};
    weir.energy_per_hm3_mwh = 100;
    Scene scene{1};
    EXPECT_EQ(explained(scene.add(dam).add(weir).demand({50})),
              "run_of_river weir: its environmental release cannot be kept: 15 MW of water are missing at "
              "2025-01-13 00:00.");
}

// 100 MW of nuclear, of which no other holds reserve.
TEST(HardRules, LossOfTheLargestUnit) {
    Reserve cover{.name = "cover"};
    cover.covers_units_from_mw = 50;
    EXPECT_EQ(explained(unrefusable().add(cover)),
              "reserve cover: the loss of the largest unit cannot be covered: 100 MW are missing at 2025-01-13 00:00 "
              "(the worst of 2 steps, from 2025-01-13 00:00 to 2025-01-13 01:00).");
}

// Coal holds 50 MW beside the 50 it gives: enough for either product, not for both.
TEST(HardRules, ReserveWithBetterProducts) {
    Reserve fast{.name = "fast", .requirement_mw = Profile{50.0}};
    Reserve slow{.name = "slow", .requirement_mw = Profile{70.0}};
    slow.better.items = {{"fast"}};
    EXPECT_EQ(explained(wanted_little().add(fast).add(slow)),
              "reserve slow: the requirement of 120 MW, of better products too, cannot be held: 20 MW are missing, and "
              "the product has no shortfall_cost_per_mwh at 2025-01-13 00:00 (the worst of 2 steps, from 2025-01-13 "
              "00:00 to 2025-01-13 01:00).");
}

Trade border(double import_mw, double export_mw) {
    Trade trade;
    trade.name = "border";
    trade.zone.name = "zone";
    trade.import_capacity_mw = Profile{import_mw};
    trade.export_capacity_mw = Profile{export_mw};
    return trade;
}

// 50 MW are wanted and 30 cross the border; 200 MWh of coal less nothing leave; of 160 MWh too much, 100 may leave.
TEST(HardRules, EnergyAcrossABorder) {
    Trade contract = border(30, 0);
    contract.min_import_mwh = 100;
    EXPECT_EQ(explained(wanted_little().add(contract)),
              "trade border: the energy imported falls short of the 100 MWh agreed by 40 MWh at 2025-01-13 00:00.");
    Trade sale = border(0, 200);
    sale.min_export_mwh = 230;
    EXPECT_EQ(explained(wanted_little().add(sale)),
              "trade border: the energy exported falls short of the 230 MWh agreed by 30 MWh at 2025-01-13 00:00.");
    Trade outlet = border(0, 100);
    outlet.max_export_mwh = 100;
    Scene quiet{2};
    quiet.add(Fuel{.name = "uranium", .price_per_gj = 0.0}).add(nuclear()).add(outlet).demand({20, 20});
    EXPECT_EQ(explained(quiet),
              "trade border: the energy exported exceeds the 100 MWh agreed by 60 MWh at 2025-01-13 00:00.");
}

/// Nuclear must run whenever no outage keeps it off.
Scene four_hours(const ThermalPlant& plant) {
    Scene scene{4};
    scene.add(Fuel{.name = "uranium", .price_per_gj = 0.0}).add(plant).demand({100, 100, 100, 100});
    return scene;
}

// It must run from 02:00 on and is out again at 03:00, on for an hour of its three.
TEST(HardRules, MinimumUpTimeBetweenOutages) {
    ThermalPlant plant = nuclear();
    plant.min_up_h = 3;
    Scene scene = four_hours(plant);
    Outage again = out("nuclear", 3, 4);
    again.name = "another";
    scene.add(out("nuclear", 1, 2)).add(again);
    EXPECT_EQ(explained(scene),
              "thermal_plant nuclear: it would have to stop before its minimum up time is over at 2025-01-13 03:00.");
}

// At 90 MW before, off from 60 at most, 50 at least; nobody wants any.
TEST(HardRules, StopFromAboveTheShutDownLimit) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.min_output_mw = 50;
    coal.shut_down_limit_mw = 60;
    coal.initial_output_mw = 90;
    Scene scene{1};
    scene.add(coal).demand({0});
    EXPECT_EQ(explained(scene),
              "thermal_plant coal: it would have to stop at once from an output above its shut-down limit at "
              "2025-01-13 00:00.");
}

// On for one of its five hours, and nobody wants any.
TEST(HardRules, MinimumUpTimeFromBefore) {
    ThermalPlant coal = thermal("coal", 1000, 20);
    coal.min_output_mw = 600;
    coal.initial_output_mw = 600;
    coal.min_up_h = 5;
    coal.initial_status_h = 1;
    Scene scene{1};
    scene.add(coal).demand({0});
    EXPECT_EQ(explained(scene),
              "thermal_plant coal: it must be on, by must_run or by its minimum up time from before the start, and "
              "would have to be off at 2025-01-13 00:00.");
}

// Two units that must run start at 00:00 for three hours at least, are out at 01:00, and one of them trips later.
TEST(HardRules, MinimumUpTimeOfUnitsThatTrip) {
    ThermalPlant plant = nuclear();
    plant.units = 2;
    plant.capacity_mw = plant.min_output_mw = 50;
    plant.initial_status_h = -24;
    plant.initial_output_mw.reset();
    plant.min_up_h = 3;
    Scene scene = four_hours(plant);
    Outage trip = out("nuclear", 3, 4, OutageCause::forced);
    trip.name = "trip";
    trip.units_out = 1;
    scene.add(out("nuclear", 1, 2)).add(trip);
    EXPECT_EQ(
        explained(scene),
        "thermal_plant nuclear: it would have to stop before its minimum up time is over at 2025-01-13 01:00 (the "
        "worst of 2 steps, from 2025-01-13 01:00 to 2025-01-13 02:00).");
}

// A rule that may give way in an explanation says what giving way means.
TEST(HardRules, AllSayWhatCannotBeHad) {
    std::set<std::string> silent;
    const System system = everything().system();
    const auto formulation = build(system);
    const solver::Program& program = formulation->program();
    for (int row = 0; row < program.row_count(); ++row) {
        const Equation& equation = *formulation->origin_of_row(row).equation;
        if (equation.rigidity != Rigidity::law && equation.broken.empty()) silent.emplace(equation.name);
    }
    EXPECT_TRUE(silent.empty()) << *silent.begin() << " and " << silent.size() - 1 << " more";
}

}  // namespace
}  // namespace indus::tests
