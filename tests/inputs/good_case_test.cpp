// SPDX-License-Identifier: Apache-2.0
// Cases that are good in unusual ways.
#include <fmt/format.h>

#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

using model::Demand;
using model::ThermalPlant;
using model::TimePoint;
using model::Zone;

class GoodCase : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    void horizon(std::string_view start, double hours, double step_hours = 1.0) {
        folder.write("case.toml",
                     fmt::format("name = \"tiny\"\n[horizon]\nstart = \"{}\"\nhours = {}\nstep_hours = {}\n", start,
                                 hours, step_hours));
    }
    std::vector<double> load() { return folder.system().all<Demand>()[0].load_mw.values; }
};

TEST_F(GoodCase, TheSmallestOne) {
    EXPECT_THAT(folder.messages(), IsEmpty());
    EXPECT_THAT(load(), ElementsAre(10.0, 20.0, 30.0, 40.0));
}

TEST_F(GoodCase, AllSettings) {
    folder.write("case.toml",
                 "name = \"tiny\"\ntitle = \"A tiny case\"\ndescription = \"Words.\"\ncurrency = \"PKR\"\n"
                 "[exchange_rates]\nUSD = 0.0036\nCNY = 0.026\n"
                 "[horizon]\nstart = 2025-01-13 02:00:00\nhours = 2\nstep_hours = 0.5\nutc_offset = \"+05:00\"\n"
                 "[defaults]\ngap = \"0.1%\"\ntime_limit = \"2min\"\nwork_limit = 5000\nmethod = "
                 "\"direct\"\ncost_segments = 20\n");
    const inputs::LoadedCase loaded = folder.read();
    ASSERT_TRUE(loaded.system);
    const model::CaseSettings& settings = loaded.system->settings();
    EXPECT_EQ(settings.title, "A tiny case");
    EXPECT_EQ(settings.description, "Words.");
    EXPECT_EQ(settings.currency, "PKR");
    EXPECT_THAT(settings.exchange_rates,
                ElementsAre(model::ExchangeRate{"USD", 0.0036}, model::ExchangeRate{"CNY", 0.026}));
    EXPECT_EQ(settings.utc_offset_minutes, 300);
    EXPECT_EQ(settings.cost_segments, 20);
    EXPECT_EQ(model::to_string(loaded.system->horizon().start()), "2025-01-13 02:00");
    EXPECT_EQ(loaded.system->horizon().step_count(), 4);
    EXPECT_EQ(loaded.run_options.gap, 0.001);
    EXPECT_EQ(loaded.run_options.time_limit_seconds, 120.0);
    EXPECT_EQ(loaded.run_options.work_limit, 5000);
    EXPECT_EQ(loaded.run_options.method, "direct");
}

TEST_F(GoodCase, CallerOverridesTheHorizon) {
    const model::System system = folder.system({.from = inputs::parse_time("2025-01-13 01:00"), .hours = 2.0});
    EXPECT_EQ(model::to_string(system.horizon().start()), "2025-01-13 01:00");
    EXPECT_EQ(system.horizon().step_count(), 2);
    EXPECT_THAT(system.all<Demand>()[0].load_mw.values, ElementsAre(20.0, 30.0));
}

TEST_F(GoodCase, ByteOrderMarkAndWindowsLineEnds) {
    folder.write("zone.csv",
                 "\xEF\xBB\xBF"
                 "name,title\r\nnorth,North\r\nsouth,South\r\n");
    folder.write("case.toml", "name = \"tiny\"\r\n[horizon]\r\nstart = \"2025-01-13\"\r\nhours = 4\r\n");
    EXPECT_EQ(folder.system().all<Zone>()[0].title, "North");
}

TEST_F(GoodCase, NamesWithCommasQuotesAndLettersOfAllScripts) {
    folder.write("zone.csv", "name\n\"north, upper \"\"side\"\"\"\nپنجاب\n中巴\n");
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw\n<script>alert(1)</script>,پنجاب,5\n\"Jänschwalde, Block 1\",中巴,6\n");
    folder.write("demand.csv",
                 "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,\"north, upper \"\"side\"\"\",load,400\n");
    const model::System system = folder.system();
    EXPECT_EQ(system.all<ThermalPlant>()[0].name, "<script>alert(1)</script>");
    EXPECT_EQ(system.at(system.all<ThermalPlant>()[1].zone).name, "中巴");
    EXPECT_EQ(system.at(system.all<Demand>()[0].zone).name, "north, upper \"side\"");
}

TEST_F(GoodCase, SpacesAroundCellsAndBlankLines) {
    folder.write("thermal_plant.csv",
                 " name , zone,capacity_mw\t,min_output_mw\n\n hub 1 ,\tnorth , 660 , 300 \n,,,\n");
    const model::System system = folder.system();
    ASSERT_EQ(system.all<ThermalPlant>().size(), 1u);
    EXPECT_EQ(system.all<ThermalPlant>()[0].name, "hub 1");
    EXPECT_EQ(system.all<ThermalPlant>()[0].min_output_mw, 300.0);
}

TEST_F(GoodCase, ColumnsInAnyOrder) {
    folder.write("thermal_plant.csv", "min_output_mw,capacity_mw,zone,name\n300,660,north,hub_1\n");
    EXPECT_EQ(folder.system().all<ThermalPlant>()[0].name, "hub_1");
}

TEST_F(GoodCase, TableWithOnlyAHeaderAndTablesThatAreNotThere) {
    folder.write("battery.csv", "name,zone,charge_mw,discharge_mw,energy_mwh\n");
    EXPECT_TRUE(folder.system().all<model::Battery>().empty());
    EXPECT_TRUE(folder.system().all<model::Reservoir>().empty());
}

TEST_F(GoodCase, OtherFilesAreLeftAlone) {
    folder.write("SOURCES.md", "# Sources");
    folder.write(".hidden.csv", "x");
    folder.write("series/notes.txt", "x");
    folder.write("scenarios/notes.txt", "x");
    EXPECT_THAT(folder.messages(), IsEmpty());
}

TEST_F(GoodCase, UnusedSeriesMayCoverAnyTime) {
    folder.write("series/old.csv", "time,old\n1999-01-01,1\n1999-01-02,2\n");
    EXPECT_THAT(folder.messages(), IsEmpty());
}

TEST_F(GoodCase, LeapDay) {
    folder.write("series/load.csv", "time,load\n2024-02-28,24\n2024-02-29,48\n2024-03-01,72\n");
    horizon("2024-02-28", 72, 24);
    EXPECT_THAT(load(), ElementsAre(24.0, 48.0, 72.0));
    horizon("2024-02-29 22:00", 4);
    EXPECT_THAT(load(), ElementsAre(48.0, 48.0, 72.0, 72.0));
}

TEST_F(GoodCase, QuarterHoursOverHours) {
    horizon("2025-01-13", 2, 0.25);
    EXPECT_THAT(load(), ElementsAre(10.0, 10.0, 10.0, 10.0, 20.0, 20.0, 20.0, 20.0));
}

TEST_F(GoodCase, SeriesOfQuarterHours) {
    folder.write("series/load.csv",
                 "time,load\n2025-01-13T00:00,1\n2025-01-13T00:15,2\n2025-01-13T00:30,3\n2025-01-13T00:45,6\n");
    horizon("2025-01-13", 1, 0.25);
    EXPECT_THAT(load(), ElementsAre(1.0, 2.0, 3.0, 6.0));
    horizon("2025-01-13", 1, 1);
    EXPECT_THAT(load(), ElementsAre(3.0)) << "the mean of the four";
}

TEST_F(GoodCase, TwoHourStepsTakeTheMeanOfHours) {
    horizon("2025-01-13", 4, 2);
    EXPECT_THAT(load(), ElementsAre(15.0, 35.0));
}

TEST_F(GoodCase, DailySeriesOverHours) {
    folder.write("series/load.csv", "time,load\n2025-01-13,24\n2025-01-14,48\n");
    horizon("2025-01-13 22:00", 4);
    EXPECT_THAT(load(), ElementsAre(24.0, 24.0, 48.0, 48.0));
}

TEST_F(GoodCase, YesAndNoInAllTheirForms) {
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw,provides_reserve\na,north,1,yes\nb,north,1,NO\nc,north,1,True\nd,north,1,"
                 "false\ne,north,1,\n");
    const model::System system = folder.system();
    std::vector<bool> found;
    for (const ThermalPlant& plant : system.all<ThermalPlant>()) found.push_back(plant.provides_reserve);
    EXPECT_THAT(found, ElementsAre(true, false, true, false, true));
}

TEST_F(GoodCase, FilesAreListedWithTheirHashes) {
    const inputs::LoadedCase loaded = folder.read();
    ASSERT_EQ(loaded.files.size(), 5u);
    EXPECT_EQ(loaded.files[0].path, "case.toml");
    EXPECT_EQ(loaded.files[2].path, "series/load.csv");
    EXPECT_EQ(loaded.files[4].path, "zone.csv");
    EXPECT_EQ(loaded.files[4].bytes, 17u);
    // printf 'name\nnorth\nsouth\n' | sha256sum
    EXPECT_EQ(loaded.files[4].sha256, "b4e32b0bebcf7694c6ac2b2b86013e777863cfadc11b85886c9c7ab4f93567f4");
}

/// The case folder, built in memory, is the same system.
TEST_F(GoodCase, SameAsInMemory) {
    folder.write("reservoir.csv",
                 "name,zone,capacity_mw,max_level_mwh,inflow_mw,initial_level_mwh,irrigation_min_mwh,level_guide_mwh\n"
                 "mangla,south,1000,500,80,300,48,250\n");
    const model::System read = folder.system();

    model::SystemData data;
    data.settings.name = "tiny";
    data.horizon = model::Horizon::uniform(*inputs::parse_time("2025-01-13"), 1.0, 4);
    data.list<Zone>() = {{.name = "north"}, {.name = "south"}};
    for (const char* name : {"hub_1", "hub_2"}) {
        ThermalPlant plant;
        plant.name = name;
        plant.zone.name = "north";
        plant.capacity_mw = 660.0;
        plant.min_output_mw = 300.0;
        data.list<ThermalPlant>().push_back(plant);
    }
    Demand demand;
    demand.name = "town";
    demand.zone.name = "north";
    demand.load_mw.series = "load";
    demand.value_of_lost_load_per_mwh.steps = {{0.0, 400.0}};
    data.list<Demand>().push_back(demand);
    data.series.push_back({"load", data.horizon.start(), 60, {10, 20, 30, 40}});
    model::Reservoir reservoir;
    reservoir.name = "mangla";
    reservoir.zone.name = "south";
    reservoir.capacity_mw = 1000.0;
    reservoir.max_level_mwh = 500.0;
    reservoir.inflow_mw = 80.0;
    reservoir.initial_level_mwh = 300.0;
    reservoir.irrigation_min_mwh.constant = 48.0;
    reservoir.level_guide_mwh.constant = 250.0;
    data.list<model::Reservoir>().push_back(reservoir);
    const auto made = model::System::create(std::move(data));
    ASSERT_TRUE(std::holds_alternative<model::System>(made));
    const model::System& built = std::get<model::System>(made);

    EXPECT_EQ(read.horizon(), built.horizon());
    EXPECT_EQ(read.settings().title, built.settings().title);
    model::for_each_kind([&]<class Component>() {
        const auto& left = read.all<Component>();
        const auto& right = built.all<Component>();
        ASSERT_EQ(left.size(), right.size()) << Component::kind;
        for (std::size_t i = 0; i < left.size(); ++i)
            model::for_each_field<Component>([&](const auto& field) {
                EXPECT_TRUE(left[i].*(field.member) == right[i].*(field.member))
                    << Component::kind << " " << field.name;
            });
    });
}

}  // namespace

}  // namespace indus::tests
