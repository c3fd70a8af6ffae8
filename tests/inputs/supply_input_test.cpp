// SPDX-License-Identifier: Apache-2.0
// Reserve products, several units and outages as a case folder says them, good and bad.
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {
namespace {

TEST(SupplyInput, IsReadFromItsTables) {
    const CaseFolderOnDisk folder;
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw,units,initial_units_on,initial_status_h,quick_start_mw\n"
                 "hub,north,600,3,2,10,10:50 30:100\n");
    folder.write("outage.csv",
                 "name,plant,from,to,units_out,available_share,cause\n"
                 "overhaul,hub,2025-01-13 02:00,2025-01-14,1,,planned\n"
                 "trip,hub,2025-01-13T01:30,2025-01-13 02:00,2,,forced\n");
    folder.write("reserve.csv",
                 "name,requirement_mw,direction,type,zones,better,shortfall_steps_per_mwh\n"
                 "fast,5,up,spinning,north south,,\nslow,5,up,replacement,,fast,0:100 20:500\nfoot,3,down,,north,,\n");
    const model::System system = folder.system();
    const auto& outages = system.all<model::Outage>();
    ASSERT_EQ(outages.size(), 2U);
    EXPECT_EQ(model::to_string(*outages[0].from.time), "2025-01-13 02:00");
    EXPECT_EQ(model::to_string(*outages[0].to.time), "2025-01-14 00:00");
    EXPECT_EQ(outages[1].units_out, 2.0);
    EXPECT_EQ(outages[1].cause, model::OutageCause::forced);
    EXPECT_EQ(system.all<model::ThermalPlant>()[0].quick_start_mw.steps[1].value, 100);
    EXPECT_TRUE(system.all<model::Reserve>()[1].better.contains(system.all<model::Reserve>()[0].name));
    EXPECT_TRUE(system.all<model::Reserve>()[0].zones.contains("south"));
    EXPECT_EQ(system.all<model::Reserve>()[2].direction, model::ReserveDirection::down);
}

TEST(SupplyInput, TwoFuelsAndOffersOfReserveAreRead) {
    const CaseFolderOnDisk folder;
    folder.write("fuel.csv", "name,price_per_gj\ngas,3\noil,5\n");
    folder.write("reserve.csv", "name,requirement_mw,ramp_sharing\nspin,5,mean\nflexible,2,step\nplain,1,\n");
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw,fuel,heat_rate_gj_per_mwh,second_fuel,second_fuel_heat_factor,fuel_choice,"
                 "reserve_limit_mw,reserve_cost_per_mwh\n"
                 "hub,north,600,gas,8,oil,1.1,switching,spin:30 plain:50,spin:5\n");
    const model::System system = folder.system();
    const model::ThermalPlant& hub = system.all<model::ThermalPlant>()[0];
    EXPECT_EQ(hub.second_fuel.index, 1);
    EXPECT_EQ(hub.second_fuel_heat_factor, 1.1);
    EXPECT_EQ(hub.fuel_choice, model::FuelChoice::switching);
    EXPECT_EQ(hub.reserve_limit_mw.find("plain")->weight, 50);
    EXPECT_EQ(hub.reserve_cost_per_mwh.find("spin")->weight, 5);
    EXPECT_EQ(system.all<model::Reserve>()[0].ramp_sharing, model::RampSharing::mean);
    EXPECT_EQ(system.all<model::Reserve>()[2].ramp_sharing, model::RampSharing::none);
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw,fuel,second_fuel,fuel_choice\nhub,north,600,gas,oli,switch\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("thermal_plant.csv:2:5: second_fuel: found 'oli', expected the name of a fuel; did you mean 'oil'?",
                    "thermal_plant.csv:2:6: fuel_choice: found 'switch', expected one of mix, switching, start"));
}

TEST(SupplyInput, OutagesAreDrawnFromTheSeedOfTheCaseOrOfTheScenario) {
    const CaseFolderOnDisk folder;
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n[outages]\nseed = 7\n");
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw,forced_outage_rate,mean_time_to_repair_h\nhub,north,600,0.9,1\n");
    const model::System seven = folder.system();
    EXPECT_EQ(seven.settings().outage_seed, 7);
    EXPECT_FALSE(seven.all<model::Outage>().empty());
    folder.write("scenarios/other.toml", "[settings.outages]\nseed = 8\n");
    const model::System eight = folder.system({.scenario = "other"});
    EXPECT_EQ(eight.settings().outage_seed, 8);
    EXPECT_NE(eight.all<model::Outage>()[0].to, seven.all<model::Outage>()[0].to);
}

TEST(SupplyInput, ScenarioAddsAndMovesAnOutage) {
    const CaseFolderOnDisk folder;
    folder.write("outage.csv", "name,plant,from,to\noverhaul,hub_1,2025-01-13,2025-01-14\n");
    folder.write("scenarios/later.toml",
                 "[[set]]\nkind = \"outage\"\nname = \"overhaul\"\nvalues = { from = 2025-01-13T02:00:00 }\n"
                 "[[add]]\nkind = \"outage\"\nvalues = { name = \"trip\", plant = \"hub_2\", from = \"2025-01-13 "
                 "01:00\", to = \"2025-01-13 02:00\", cause = \"forced\" }\n");
    const model::System system = folder.system({.scenario = "later"});
    EXPECT_EQ(model::to_string(*system.all<model::Outage>()[0].from.time), "2025-01-13 02:00");
    EXPECT_EQ(system.all<model::Outage>()[1].name, "trip");
}

TEST(SupplyInput, MistakesAreTold) {
    const CaseFolderOnDisk folder;
    folder.write("outage.csv",
                 "name,plant,from,to,available_share\n"
                 "a,hub_1,13.01.2025,2025-01-14,\nb,hub_3,2025-01-13,2025-01-14,1.5\nc,hub_2,,2025-01-14,\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("outage.csv:2:3: from: found '13.01.2025', expected a time such as 2025-01-13 or "
                    "2025-01-13 05:30",
                    "outage.csv:3:2: plant: found 'hub_3', expected the name of a plant; did you mean 'hub_1'?",
                    "outage.csv:3:5: available_share: found '1.5', expected a number of at least 0 and at most 1 [1]",
                    "outage.csv:4:3: from: found nothing, expected a time such as 2025-01-13 or 2025-01-13 "
                    "05:30"));
}

TEST(SupplyInput, SeedIsAWholeNumber) {
    const CaseFolderOnDisk folder;
    folder.write("case.toml",
                 "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n[outages]\nseed = 1.5\nsede = 2\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml:6:8: seed: found '1.5', expected a whole number of at least 0",
                            "case.toml:7:1: found 'sede', expected one of the keys seed; did you mean 'seed'?"));
}

}  // namespace
}  // namespace indus::tests
