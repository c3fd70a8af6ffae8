// SPDX-License-Identifier: Apache-2.0
// Energy shifted, peak shaved, production on time and emissions per unit, each computed by hand.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/digest.hpp"
#include "reports/write_results.hpp"
#include "tests/model/components/works/works_scene.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

using reports::Digest;

Digest digest_of(const Scene& scene) {
    const System system = scene.system();
    return reports::digest(system, scene.solve());
}

// 20 t at 10 t/h and 5 MW, in the two cheap hours. Evenly that is 2.5 MW: 2 * (5 - 2.5) MWh were shifted, and the peak
// of 120 MW would be 122.5.
TEST(IndustryFigures, AProcessIsHeldAgainstItsMeanPower) {
    Scene scene = hours_of({false, true, true, false});
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    const Digest d = digest_of(scene);
    ASSERT_EQ(d.load_shifts.size(), 1U);
    EXPECT_EQ(d.load_shifts[0].schedule, "even");
    EXPECT_NEAR(d.load_shifts[0].energy_mwh, 10.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].energy_shifted_mwh, 5.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].peak_shaved_mw, 2.5, tolerance);
    EXPECT_NEAR(d.processes[0].energy_shifted_mwh, 5.0, tolerance);
    EXPECT_NEAR(d.processes[0].peak_shaved_mw, 2.5, tolerance);
    EXPECT_NEAR(*d.zones[0].energy_shifted_mwh, 5.0, tolerance);
    EXPECT_NEAR(*d.zones[0].peak_shaved_mw, 2.5, tolerance);
    EXPECT_NEAR(*d.processes[0].on_time, 20.0, tolerance);
    EXPECT_NEAR(*d.processes[0].on_time_share, 1.0, tolerance);
}

// Open in the first three hours: 10/3 MW in each of them; 5 were drawn in two.
TEST(IndustryFigures, AClosedCalendarTakesNoPartOfTheSchedule) {
    Scene scene = hours_of({false, true, false, true});
    Calendar shift{.name = "shift"};
    shift.shifts.steps = {{0.0, 3.0}};
    add_mill(scene).add(mode("run", 10, 5)).add(order(20)).add(shift);
    scene.data.list<Process>().front().calendar.name = "shift";
    const Digest d = digest_of(scene);
    EXPECT_NEAR(d.processes[0].energy_shifted_mwh, 2 * (5 - 10.0 / 3), tolerance);
    EXPECT_NEAR(d.processes[0].peak_shaved_mw, 10.0 / 3, tolerance);
}

ShiftableLoad pump(double due_mwh, int steps) {
    ShiftableLoad load;
    load.name = "pump";
    load.zone.name = "zone";
    load.max_mw = 30;
    load.energy_mwh.windows = {{0, steps, due_mwh}};
    return load;
}

// Planned in the second, dear hour and drawn in the first. A fifth is lost on the way: 16 MW are 20 at the zone.
TEST(IndustryFigures, APlannedLoadIsHeldAgainstItsPlan) {
    Scene scene{2};
    ShiftableLoad load = pump(16, 2);
    load.planned_mw = Profile{std::vector{0.0, 16.0}};
    load.loss_share = 0.2;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({50, 120}).add(load);
    const Digest d = digest_of(scene);
    EXPECT_EQ(d.load_shifts[0].schedule, "planned");
    EXPECT_NEAR(d.load_shifts[0].energy_shifted_mwh, 16.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].peak_shaved_mw, 20.0, tolerance);
}

// 30 MW in the first and last of four hours, 15 in each if even: 2 * 15 MWh, and 120 + 15 MW.
TEST(IndustryFigures, AnUnplannedLoadIsHeldAgainstEvenWindows) {
    Scene scene{4};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).demand({50, 120, 100, 50}).add(pump(60, 4));
    const Digest d = digest_of(scene);
    EXPECT_EQ(d.load_shifts[0].schedule, "even in windows");
    EXPECT_NEAR(d.load_shifts[0].energy_shifted_mwh, 30.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].peak_shaved_mw, 15.0, tolerance);
}

// 40 MW are called off at the peak of 150 and paid back in the last hour, below the new peak of 110.
TEST(IndustryFigures, AContractIsHeldAgainstNotBeingCalled) {
    Scene scene{3};
    InterruptibleContract contract;
    contract.name = "contract";
    contract.demand.name = "load_zone";
    contract.power_mw = 40.0;
    contract.loss_per_mwh = 50;
    contract.payback_share = 1.0;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 300)).demand({100, 150, 50}).add(contract);
    const Digest d = digest_of(scene);
    EXPECT_EQ(d.load_shifts[0].schedule, "not called off");
    EXPECT_NEAR(d.load_shifts[0].called_off_mwh, 40.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].energy_mwh, 40.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].energy_shifted_mwh, 40.0, tolerance);
    EXPECT_NEAR(d.load_shifts[0].peak_shaved_mw, 40.0, tolerance);
}

// Pump and mill move out of the dear hour together: each alone would lift 120 MW by its 10 or 5, both by 15.
TEST(IndustryFigures, AZoneIsHeldAgainstAllSchedulesTogether) {
    Scene scene = hours_of({false, true});
    add_mill(scene).add(mode("run", 10, 10)).add(order(10)).add(pump(20, 2));
    const Digest d = digest_of(scene);
    ASSERT_EQ(d.load_shifts.size(), 2U);
    EXPECT_NEAR(d.load_shifts[0].peak_shaved_mw, 5.0, tolerance);
    EXPECT_NEAR(d.load_shifts[1].peak_shaved_mw, 10.0, tolerance);
    EXPECT_NEAR(*d.zones[0].peak_shaved_mw, 15.0, tolerance);
    EXPECT_NEAR(*d.zones[0].energy_shifted_mwh, 15.0, tolerance);
}

TEST(IndustryFigures, AZoneWithoutAChoiceHasNone) {
    const Digest d = digest_of(hours_of({false, true}));
    EXPECT_TRUE(d.load_shifts.empty());
    EXPECT_FALSE(d.zones[0].energy_shifted_mwh);
    EXPECT_FALSE(d.zones[0].peak_shaved_mw);
}

// 10 t are due after the first hour and 2 t after the second; 6 t can be made in each. 6 are on time; of the next 6,
// 4 make up for what is late and 2 are on time.
TEST(IndustryFigures, WhatIsLateIsServedFirst) {
    Scene scene = hours_of({false, false});
    scene.data.series.push_back({"hours", monday(), 60, {10, 2}});
    Order due = order(0);
    due.amount.reset();
    due.amount_per_window.series = "hours";
    due.late_cost_per_unit_h = 30;
    StageMode run = mode("run", 6, 6);
    add_mill(scene).add(run).add(due);
    const Digest d = digest_of(scene);
    EXPECT_NEAR(*d.processes[0].due, 12.0, tolerance);
    EXPECT_NEAR(*d.processes[0].delivered, 12.0, tolerance);
    EXPECT_NEAR(*d.processes[0].on_time, 8.0, tolerance);
    EXPECT_NEAR(*d.processes[0].on_time_share, 8.0 / 12, tolerance);
    EXPECT_NEAR(*d.processes[0].late_unit_hours, 4.0, tolerance);
}

// Coal at 10 GJ/MWh and 0.1 t/GJ: a tonne a MWh. Of the mill's 10 MW in b, 6 are its own hydro's; 4 arrive of 5 that
// are sent. 5 t for 20 t made.
Scene mill_behind_a_line() {
    Scene scene{1};
    scene.zone("b").add(Fuel{.name = "coal", .emission_factor_t_per_gj = 0.1});
    ThermalPlant coal = thermal("coal plant", 100, 20);
    coal.fuel.name = "coal";
    coal.heat_rate_gj_per_mwh = 10;
    Line line{};
    line.name = "line";
    line.from.name = "zone";
    line.to.name = "b";
    line.capacity_mw = 100;
    line.loss_share = 0.2;
    scene.add(coal).add(thermal("hydro", 6, 0, "b")).add(line);
    add_mill(scene).add(mode("run", 20, 10)).add(order(20));
    scene.data.list<Process>().front().zone.name = "b";
    return scene;
}

TEST(IndustryFigures, EmissionsPerUnitFollowThePowerToItsPlants) {
    const Digest d = digest_of(mill_behind_a_line());
    EXPECT_NEAR(d.totals.emissions_t, 5.0, tolerance);
    EXPECT_NEAR(d.processes[0].emissions_t, 5.0, tolerance);
    EXPECT_NEAR(*d.processes[0].emissions_per_unit_t, 0.25, tolerance);
    EXPECT_NEAR(*d.zones[1].emission_intensity_t_per_mwh, 0.5, tolerance);
    EXPECT_FALSE(d.zones[0].emission_intensity_t_per_mwh) << "nothing is used there";
}

// The same mill burns 4 GJ of gas a tonne at 0.05 t/GJ and emits 0.3 t/t of limestone, 10 t in all; and takes 5 MWh of
// heat, 20 GJ of gas in a boiler of 0.9: 1 t. Per tonne of product 0.5 + 0.25 + 0.05.
Scene mill_that_burns() {
    Scene scene = mill_behind_a_line();
    scene.add(Fuel{.name = "gas", .price_per_gj = 3.0, .emission_factor_t_per_gj = 0.05});
    HeatNode steam{.name = "steam"};
    steam.zone.name = "b";
    Boiler boiler{};
    boiler.name = "boiler";
    boiler.node.name = "steam";
    boiler.fuel.name = "gas";
    boiler.capacity_mw = 50;
    boiler.efficiency = 0.9;
    scene.add(steam).add(boiler);
    scene.data.list<Process>().front().heat_node.name = "steam";
    StageMode& run = scene.data.list<StageMode>().front();
    run.heat_mwh_per_unit = 0.25;
    run.fuel.name = "gas";
    run.fuel_gj_per_unit = 4;
    run.process_emissions_t_per_unit = 0.3;
    return scene;
}

TEST(IndustryFigures, EmissionsAreDirectOfPowerAndOfHeat) {
    const Digest d = digest_of(mill_that_burns());
    const reports::ProcessRow& mill = d.processes[0];
    EXPECT_NEAR(mill.fuel_gj, 80.0, tolerance);
    EXPECT_NEAR(mill.direct_emissions_t, 10.0, tolerance);
    EXPECT_NEAR(mill.power_emissions_t, 5.0, tolerance);
    EXPECT_NEAR(mill.heat_emissions_t, 1.0, tolerance);
    EXPECT_NEAR(mill.emissions_t, 16.0, tolerance);
    EXPECT_NEAR(*mill.direct_emissions_per_unit_t, 0.5, tolerance);
    EXPECT_NEAR(*mill.power_emissions_per_unit_t, 0.25, tolerance);
    EXPECT_NEAR(*mill.heat_emissions_per_unit_t, 0.05, tolerance);
    EXPECT_NEAR(*mill.emissions_per_unit_t, 0.8, tolerance);
    EXPECT_NEAR(mill.own_cost, 240.0, tolerance) << "its gas";
    // Of the system: 5 t of coal, 1 t of the boiler and 10 t of the mill; 11 MWh are generated.
    EXPECT_NEAR(d.totals.emissions_t, 16.0, tolerance);
    EXPECT_NEAR(d.totals.industrial_emissions_t, 10.0, tolerance);
    EXPECT_NEAR(*d.totals.emission_intensity_t_per_mwh, 6.0 / 11, tolerance);
    EXPECT_NEAR(d.totals.fuel_gj, 150.0, tolerance);
    EXPECT_NEAR(d.fuels[1].fuel_gj, 100.0, tolerance);
    EXPECT_NEAR(d.fuels[1].emissions_t, 5.0, tolerance);
    EXPECT_NEAR(d.fuels[1].cost, 300.0, tolerance);
    for (const reports::CostRow& row : d.costs) EXPECT_NE(row.technology, "stage_mode");
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

TEST(IndustryFigures, AreInTheSummaryTheTablesAndThePage) {
    const TemporaryFolder temporary_folder;
    const std::filesystem::path folder = temporary_folder.path() / "run";
    const Scene scene = mill_that_burns();
    const System system = scene.system();
    reports::write_results(system, scene.solve(), {.version = "test"}, folder);
    const auto summary = nlohmann::json::parse(text_of(folder / "summary.json"));
    const auto& process = summary["processes"][0];
    EXPECT_NEAR(process["emissions_per_unit_t"].get<double>(), 0.8, tolerance);
    EXPECT_NEAR(process["direct_emissions_per_unit_t"].get<double>(), 0.5, tolerance);
    EXPECT_NEAR(process["power_emissions_per_unit_t"].get<double>(), 0.25, tolerance);
    EXPECT_NEAR(process["heat_emissions_per_unit_t"].get<double>(), 0.05, tolerance);
    EXPECT_NEAR(summary["totals"]["industrial_emissions_t"].get<double>(), 10.0, tolerance);
    EXPECT_EQ(process["on_time_share"], 1.0);
    for (const char* key : {"energy_shifted_mwh", "peak_shaved_mw", "emissions_t", "on_time"})
        EXPECT_TRUE(process.contains(key)) << key;
    EXPECT_EQ(summary["load_shifts"][0]["schedule"], "even");
    EXPECT_NEAR(summary["zones"][1]["emission_intensity_t_per_mwh"].get<double>(), 0.5, tolerance);
    EXPECT_EQ(summary["zones"][0]["peak_shaved_mw"], nullptr);
    EXPECT_NE(text_of(folder / "processes.csv").find("2025-01-13 00:00,mill,spin,run,20,10,5,16,10,5,1\n"),
              std::string::npos)
        << text_of(folder / "processes.csv");
    EXPECT_NE(text_of(folder / "load_shifts.csv").find("mill,process,b,even,10,0,0,0\n"), std::string::npos);
    EXPECT_NE(text_of(folder / "products.csv").find("\nmill,b,"), std::string::npos);
    EXPECT_NE(text_of(folder / "products.csv").find(",16,0.8,80,10,5,1,0.5,0.25,0.05\n"), std::string::npos)
        << text_of(folder / "products.csv");
    const std::string page = text_of(folder / "report.html");
    for (const char* words : {"Energy and carbon dioxide of processes", "proportional sharing", "Peak shaved",
                              "Carbon dioxide of processes by where it comes from",
                              "by fuel and materials of processes", "\"other\":\"Processes\"", "\"other\":\"Boilers\""})
        EXPECT_NE(page.find(words), std::string::npos) << words;
}

}  // namespace
}  // namespace indus::tests
