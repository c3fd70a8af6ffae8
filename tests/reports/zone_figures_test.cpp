// SPDX-License-Identifier: Apache-2.0
// Loads of zones and what of them went unserved, and the tables over time of industry, each computed by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/console.hpp"
#include "reports/digest.hpp"
#include "reports/result_names.hpp"
#include "reports/write_results.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/components/meter_scenes.hpp"
#include "tests/model/components/works/works_scene.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

// 10 MW at the mill are 12.5 at the zone, on top of 20.
TEST(ZoneFigures, IndustryIsPartOfTheLoad) {
    Scene scene = hours_of({false, false});
    add_mill(scene).add(mode("run", 10, 10)).add(order(20));
    scene.data.list<Process>()[0].loss_share = 0.2;
    const System system = scene.system();
    const reports::Digest d = reports::digest(system, scene.solve());
    EXPECT_NEAR(d.zones[0].demand_mwh, 40, tolerance);
    EXPECT_NEAR(d.zones[0].peak_demand_mw, 20, tolerance);
    EXPECT_NEAR(d.zones[0].industrial_mwh, 25, tolerance);
    EXPECT_NEAR(d.zones[0].peak_load_mw, 32.5, tolerance);
    EXPECT_NEAR(d.totals.industrial_mwh, 25, tolerance);
}

/// Two hours. A pump is due 30 MWh of which it can draw 20; 15 MW of heat are wanted and a boiler gives 10.
Scene short_of_all_but_power() {
    Scene scene = steam_scene(2);
    ShiftableLoad pump;
    pump.name = "pump";
    pump.zone.name = "zone";
    pump.max_mw = 10;
    pump.energy_mwh.windows = {{0, 2, 30.0}};
    pump.planned_mw = Profile{std::vector{5.0, 10.0}};
    pump.value_of_lost_load_per_mwh = 500;
    Boiler small = gas_boiler();
    small.capacity_mw = 10;
    scene.add(small).add(heat_demand({15, 15})).add(pump);
    return scene.add(thermal("coal", 100, 20)).demand({50, 50});
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

struct Written {
    explicit Written(const Scene& scene) {
        const System system = scene.system();
        const Solution solution = scene.solve();
        console = reports::console_summary(system, solution, false);
        reports::write_results(system, solution, {.version = "test"}, folder.path() / "run");
        summary = nlohmann::json::parse(text("summary.json"));
    }
    std::string text(const std::string& file) const { return text_of(folder.path() / "run" / file); }
    TemporaryFolder folder{};
    std::string console{};
    nlohmann::json summary{};
};

TEST(ZoneFigures, WhatLoadsAndHeatMissIsToldApart) {
    const Written run{short_of_all_but_power()};
    for (const auto& figures : {run.summary["zones"][0], run.summary["totals"]}) {
        EXPECT_NEAR(figures["unserved_mwh"].get<double>(), 0, tolerance);
        EXPECT_NEAR(figures["missing_mwh"].get<double>(), 10, tolerance);
        EXPECT_NEAR(figures["unserved_heat_mwh"].get<double>(), 10, tolerance);
    }
    const std::string said = "Shiftable loads missed 10";
    EXPECT_THAT(run.console, HasSubstr(said));
    EXPECT_THAT(run.text("report.html"), HasSubstr(said));
    EXPECT_THAT(run.text("zones.csv"), HasSubstr("missing_mwh,unserved_heat_mwh,industrial_mwh,peak_load_mw"));
}

// It draws 10 MW in both hours, 5 above its plan in the first; what is missing shows at the end of the window.
TEST(ZoneFigures, EveryStepOfLoadsAndHeatHasARow) {
    const Written run{short_of_all_but_power()};
    EXPECT_EQ(run.text("loads.csv"),
              "time,zone,kind,load,draw_mw,planned_mw,missing_mwh,called,called_off_mw,paid_back_mw\n"
              "2025-01-13 00:00,zone,shiftable_load,pump,10,5,0,,,\n"
              "2025-01-13 01:00,zone,shiftable_load,pump,10,10,10,,,\n");
    EXPECT_EQ(run.text("heat.csv"),
              "time,node,kind,name,given_mw,taken_mw,vented_mw,unserved_mw,level_end_mwh\n"
              "2025-01-13 00:00,steam,boiler,boiler,10,,,,\n"
              "2025-01-13 01:00,steam,boiler,boiler,10,,,,\n"
              "2025-01-13 00:00,steam,heat_demand,works,,10,,5,\n"
              "2025-01-13 01:00,steam,heat_demand,works,,10,,5,\n"
              "2025-01-13 00:00,steam,heat_node,steam,,,0,,\n"
              "2025-01-13 01:00,steam,heat_node,steam,,,0,,\n");
}

// A vessel of 40 t leaves at once and comes an hour later to a port that unloads 20 t/h; a belt brings 5 t/h.
TEST(ZoneFigures, EveryStepOfFuelRoutesHasARow) {
    FuelRoute sea = route("sea", 10, 40), belt = route("belt", 1, 5);
    sea.shipment_t = 40;
    sea.lead_time_h = 1;
    sea.corridors.items = {{"port"}};
    const Written run{coal_scene(yard(0), {10, 50, 50}).add(sea).add(belt).add(corridor("port", 20))};
    EXPECT_EQ(run.text("fuel_routes.csv"),
              "time,route,from,to,shipments,sent_t,brought_t,waiting_t\n"
              "2025-01-13 00:00,sea,,yard,1,40,0,0\n"
              "2025-01-13 01:00,sea,,yard,0,0,20,20\n"
              "2025-01-13 02:00,sea,,yard,0,0,20,0\n"
              "2025-01-13 00:00,belt,,yard,,5,5,0\n"
              "2025-01-13 01:00,belt,,yard,,5,5,0\n"
              "2025-01-13 02:00,belt,,yard,,5,5,0\n");
}

// Half of the limit of 40 MW in the second hour, whose price is 120. A contract is called for that hour, for 5 MW.
TEST(ZoneFigures, EveryStepOfMetersAndContractsHasARow) {
    Meter gate = meter(40);
    gate.grid_available = Profile{std::vector{1.0, 0.5}};
    Scene scene = estate(flat_tariff(), gate, {25, 25});
    InterruptibleContract contract;
    contract.name = "contract";
    contract.demand.name = "load_estate";
    contract.power_mw = 5.0;
    contract.longest_call_h = 1;
    contract.calls_per_month = 1;
    scene.add(contract).add(period(1, 2, 120)).add(thermal("coal", 100, 20));
    const Written run{scene};
    EXPECT_EQ(run.text("meter_flows.csv"),
              "time,meter,zone,grid_zone,import_mw,export_mw,import_limit_mw,export_limit_mw,price_per_mwh\n"
              "2025-01-13 00:00,gate,estate,zone,25,0,40,0,60\n"
              "2025-01-13 01:00,gate,estate,zone,20,0,20,0,120\n");
    EXPECT_EQ(run.text("loads.csv"),
              "time,zone,kind,load,draw_mw,planned_mw,missing_mwh,called,called_off_mw,paid_back_mw\n"
              "2025-01-13 00:00,estate,interruptible_contract,contract,,,,0,0,0\n"
              "2025-01-13 01:00,estate,interruptible_contract,contract,,,,1,5,0\n");
    EXPECT_THAT(run.text("contracts.csv"), HasSubstr("contract,load_estate,estate,1,1,5,5,0,0\n"));
}

TEST(ZoneFigures, OrdersAndUpgradesHaveTables) {
    Scene scene = hours_of({false, false});
    Upgrade drive{.name = "drive"};
    drive.stage.name = "spin";
    drive.saving_share = 0.2;
    add_mill(scene).add(mode("run", 10, 5)).add(order(20)).add(drive);
    const Written run{scene};
    EXPECT_THAT(run.text("orders.csv"), HasSubstr("order of yarn,mill,yarn,t,1,2025-01-13 02:00,2025-01-13 02:00,20,20,"
                                                  "20,1,0,0,0,0\n"));
    EXPECT_THAT(run.text("upgrades.csv"), HasSubstr("drive,mill,spin,open,yes,0,2,0,0\n"));
    EXPECT_EQ(run.summary["orders"][0]["on_time"], 20.0);
    EXPECT_EQ(run.summary["upgrades"][0]["built"], "yes");
    EXPECT_TRUE(run.summary["contracts"].empty());
    const std::string page = run.text("report.html");
    for (const char* words : {"Orders, and what of them", "Upgrades of stages", "What processes cost"})
        EXPECT_THAT(page, HasSubstr(words));
    EXPECT_THAT(page, Not(HasSubstr("Calls under interruptible contracts")));
    for (const auto& entry : std::filesystem::directory_iterator{run.folder.path() / "run"})
        EXPECT_TRUE(reports::is_result_name(entry.path().filename().string())) << entry.path();
}

}  // namespace
}  // namespace indus::tests
