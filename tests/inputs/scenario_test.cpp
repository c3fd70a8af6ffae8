// SPDX-License-Identifier: Apache-2.0
#include "inputs/scenario.hpp"

#include <fmt/format.h>

#include "inputs/name_pattern.hpp"
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

using model::Demand;
using model::Line;
using model::ThermalPlant;
using model::Zone;

class Scenario : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    void scenario(const std::string& name, std::string_view text) { folder.write("scenarios/" + name + ".toml", text); }
    std::vector<std::string> messages(const std::string& name = "s") { return folder.messages({.scenario = name}); }
    model::System system(const std::string& name = "s") { return folder.system({.scenario = name}); }
};

TEST_F(Scenario, SetsValuesByPattern) {
    scenario("s",
             "description = \"Less coal.\"\n[[set]]\nkind = \"thermal_plant\"\nname = \"hub_?\"\n"
             "values = { capacity_mw = 500, must_run = true, initial_status_h = 8 }\n");
    const model::System found = system();
    for (const ThermalPlant& plant : found.all<ThermalPlant>()) {
        EXPECT_EQ(plant.capacity_mw, 500.0);
        EXPECT_TRUE(plant.must_run);
    }
    EXPECT_EQ(found.settings().scenario, "s");
    EXPECT_EQ(found.settings().scenario_description, "Less coal.");
    EXPECT_EQ(folder.system().all<ThermalPlant>()[0].capacity_mw, 660.0);
}

TEST_F(Scenario, SetsWhereOtherFieldsHaveValues) {
    folder.write("thermal_plant.csv",
                 "name,zone,technology,capacity_mw\nhub_1,north,coal,660\nhub_2,south,coal,660\nccgt,north,,400\n");
    scenario("s",
             "[[set]]\nkind = \"thermal_plant\"\nwhere = { technology = \"coal\", zone = \"south\" }\nvalues = { "
             "capacity_mw = 1 }\n"
             "[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\nwhere = { technology = \"thermal\" }\nvalues = { "
             "capacity_mw = 2 }\n");
    const model::System found = system();
    EXPECT_EQ(found.all<ThermalPlant>()[0].capacity_mw, 660.0);
    EXPECT_EQ(found.all<ThermalPlant>()[1].capacity_mw, 1.0);
    EXPECT_EQ(found.all<ThermalPlant>()[2].capacity_mw, 2.0) << "an empty cell has its default, which is thermal";
}

TEST_F(Scenario, EmptyTextTakesAFieldBackToItsDefault) {
    scenario("s", "[[set]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nvalues = { min_output_mw = \"\" }\n");
    EXPECT_EQ(system().all<ThermalPlant>()[0].min_output_mw, 0.0);
}

TEST_F(Scenario, ScalesNumbersStepsAndCopiesOfSeries) {
    folder.write(
        "demand.csv",
        "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,0:400 0.5:800\nvillage,south,load,300\n");
    scenario("s",
             "[[scale]]\nkind = \"demand\"\nname = \"town\"\nfield = \"load_mw\"\nfactor = 1.5\n"
             "[[scale]]\nkind = \"demand\"\nname = \"*\"\nfield = \"value_of_lost_load_per_mwh\"\nfactor = 2\n"
             "[[scale]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nfield = \"capacity_mw\"\nfactor = 0.5\n");
    const model::System found = system();
    const auto& demands = found.all<Demand>();
    EXPECT_THAT(demands[0].load_mw.values, ElementsAre(15.0, 30.0, 45.0, 60.0));
    EXPECT_THAT(demands[1].load_mw.values, ElementsAre(10.0, 20.0, 30.0, 40.0)) << "the series itself stays";
    EXPECT_EQ(demands[0].value_of_lost_load_per_mwh.steps[1].value, 1600.0);
    EXPECT_EQ(demands[1].value_of_lost_load_per_mwh.steps[0].value, 600.0);
    EXPECT_EQ(found.all<ThermalPlant>()[0].capacity_mw, 330.0);
}

TEST_F(Scenario, ScalesAScaledSeriesAgain) {
    const std::string_view scale = "[[scale]]\nkind = \"demand\"\nname = \"town\"\nfield = \"load_mw\"\nfactor = 2\n";
    scenario("a", scale);
    scenario("b", "extends = \"a\"\n" + std::string{scale} + std::string{scale});
    EXPECT_THAT(system("b").all<Demand>()[0].load_mw.values, ElementsAre(80.0, 160.0, 240.0, 320.0));
}

TEST_F(Scenario, ScalesDefaultsAndLeavesEmptyFieldsEmpty) {
    folder.write("thermal_plant.csv",
                 "name,zone,capacity_mw,ramp_up_mw_per_h\nhub_1,north,660,300\nhub_2,north,660,\n");
    folder.write("battery.csv", "name,zone,charge_mw,discharge_mw,energy_mwh\nb,north,1,1,4\n");
    scenario("s",
             "[[scale]]\nkind = \"thermal_plant\"\nname = \"*\"\nfield = \"ramp_up_mw_per_h\"\nfactor = 0.5\n"
             "[[scale]]\nkind = \"battery\"\nname = \"b\"\nfield = \"charge_efficiency\"\nfactor = 0.9\n");
    const model::System found = system();
    EXPECT_EQ(found.all<ThermalPlant>()[0].ramp_up_mw_per_h, 150.0);
    EXPECT_EQ(found.all<ThermalPlant>()[1].ramp_up_mw_per_h, std::nullopt);
    EXPECT_EQ(found.all<model::Battery>()[0].charge_efficiency, 0.9);
}

TEST_F(Scenario, AddsAndRemovesInTheOrderOfTheFile) {
    scenario("s",
             "[[remove]]\nkind = \"thermal_plant\"\nname = \"hub_2\"\n"
             "[[add]]\nkind = \"zone\"\nvalues = { name = \"rashakai\", role = \"industrial\" }\n"
             "[[add]]\nkind = \"line\"\nvalues = { name = \"feeder\", from = \"north\", to = \"rashakai\", capacity_mw "
             "= 210 }\n"
             "[[add]]\nkind = \"thermal_plant\"\nvalues = { name = \"hub_2\", zone = \"rashakai\", capacity_mw = 50 }\n"
             "[[set]]\nkind = \"thermal_plant\"\nname = \"hub_*\"\nvalues = { no_load_cost_per_h = 7 }\n");
    const model::System found = system();
    ASSERT_EQ(found.all<ThermalPlant>().size(), 2u);
    EXPECT_EQ(found.all<ThermalPlant>()[1].capacity_mw, 50.0);
    EXPECT_EQ(found.all<ThermalPlant>()[1].no_load_cost_per_h, 7.0);
    EXPECT_EQ(found.all<Zone>()[2].role, model::ZoneRole::industrial);
    EXPECT_EQ(found.all<Line>()[0].capacity_mw.constant, 210.0);
}

TEST_F(Scenario, ChainsApplyTheExtendedScenarioFirst) {
    scenario("dry",
             "description = \"Dry.\"\n[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\nvalues = { capacity_mw = 400, "
             "no_load_cost_per_h = 1 }\n");
    scenario(
        "dry_peak",
        "extends = \"dry\"\n[[set]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nvalues = { capacity_mw = 300 }\n");
    const model::System found = system("dry_peak");
    EXPECT_EQ(found.all<ThermalPlant>()[0].capacity_mw, 300.0);
    EXPECT_EQ(found.all<ThermalPlant>()[1].capacity_mw, 400.0);
    EXPECT_EQ(found.all<ThermalPlant>()[0].no_load_cost_per_h, 1.0);
    EXPECT_EQ(found.settings().scenario_description, "") << "the description is the scenario's own";
}

// 660 * 0.5 by "dry" and * 0.5 by each of "no_coal" and "no_rail", which both extend "dry": its half counts once.
TEST_F(Scenario, ExtendsSeveralInTheirOrderAndEachOnce) {
    const std::string half =
        "[[scale]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nfield = \"capacity_mw\"\nfactor = 0.5\n";
    const auto no_load = [](int cost) {
        return fmt::format("[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\nvalues = {{ no_load_cost_per_h = {} }}\n",
                           cost);
    };
    folder.write("thermal_plant.csv", "name,zone,capacity_mw\nhub_1,north,660\n");
    scenario("dry", half);
    scenario("no_coal", "extends = \"dry\"\n" + half + no_load(1));
    scenario("no_rail", "extends = \"dry\"\n" + half + no_load(2));
    scenario("all", "extends = [\"no_coal\", \"no_rail\"]\n");
    scenario("other", "extends = [\"no_rail\", \"base\", \"no_coal\", \"dry\"]\n");
    EXPECT_EQ(system("all").all<ThermalPlant>()[0].capacity_mw, 82.5);
    EXPECT_EQ(system("all").all<ThermalPlant>()[0].no_load_cost_per_h, 2.0) << "the last has the last word";
    EXPECT_EQ(system("other").all<ThermalPlant>()[0].capacity_mw, 82.5);
    EXPECT_EQ(system("other").all<ThermalPlant>()[0].no_load_cost_per_h, 1.0);
}

TEST_F(Scenario, ExtendsSeveralOfWhichSomeAreWrong) {
    scenario("a", "extends = [\"b\", \"a\", \"c\"]\n");
    scenario("b", "extends = [\"a\"]\n");
    EXPECT_THAT(messages("a"),
                ElementsAre("scenarios/a.toml:1:17: extends: found 'a', expected a scenario that does not lead back "
                            "here (a -> a)",
                            "scenarios/a.toml:1:22: extends: found 'c', expected one of the scenarios base, a, b; did "
                            "you mean 'a'?",
                            "scenarios/b.toml:1:12: extends: found 'a', expected a scenario that does not lead back "
                            "here (a -> b -> a)"));
    scenario("a", "extends = [\"b\", 3]\n");
    scenario("b", "");
    EXPECT_THAT(messages("a"), ElementsAre("scenarios/a.toml:1:11: extends: found '[...]', expected the name of a "
                                           "scenario, as a text, or several in brackets"));
    scenario("a", "extends = []\n");
    EXPECT_THAT(messages("a").size(), 1U);
}

// All that ship can be read, and the dry year without coal has what both of its parts change.
TEST(ShippedScenarios, AreGood) {
    for (const char* name : {"first-steps", "pakistan"}) {
        const std::filesystem::path shipped = std::filesystem::path{INDUS_SOURCE_DIR} / "inputs/cases" / name;
        for (const std::string& each : inputs::scenario_names(shipped))
            EXPECT_THAT(inputs::read_case(shipped, {.scenario = each}).issues, IsEmpty()) << name << " " << each;
    }
    const std::filesystem::path pakistan = std::filesystem::path{INDUS_SOURCE_DIR} / "inputs/cases/pakistan";
    const auto read = [&](const char* scenario) { return *inputs::read_case(pakistan, {.scenario = scenario}).system; };
    const model::System both = read("drought-coal-cut"), dry = read("drought"), cut = read("coal-chain-cut");
    EXPECT_EQ(both.all<model::FuelStock>().size(), cut.all<model::FuelStock>().size());
    EXPECT_EQ(both.all<model::Outage>().size(), 3U);
    EXPECT_EQ(both.all<model::RunOfRiver>()[0].inflow_mw.values, dry.all<model::RunOfRiver>()[0].inflow_mw.values);
}

TEST_F(Scenario, OverridesSettings) {
    scenario("s",
             "extends = \"base\"\n[settings.horizon]\nhours = 2\nstep_hours = 2\n[settings.defaults]\ngap = "
             "\"1%\"\ncost_segments = 4\n");
    const inputs::LoadedCase loaded = folder.read({.scenario = "s"});
    ASSERT_TRUE(loaded.system);
    EXPECT_EQ(loaded.system->horizon().step_count(), 1);
    EXPECT_EQ(loaded.system->settings().cost_segments, 4);
    EXPECT_EQ(loaded.run_options.gap, 0.01);
}

TEST_F(Scenario, ListsScenarios) {
    scenario("wet", "");
    scenario("dry", "");
    EXPECT_THAT(inputs::scenario_names(folder.path()), ElementsAre("base", "dry", "wet"));
    EXPECT_THAT(inputs::read_case(folder.path(), {.scenario = "wet"}).files.size(), 6u);
}

TEST_F(Scenario, UnknownName) {
    scenario("dry", "");
    scenario("lng_shock", "");
    EXPECT_THAT(messages("lng_shok"),
                ElementsAre("options: scenario: found 'lng_shok', expected one of the scenarios base, dry, "
                            "lng_shock; did you mean 'lng_shock'?"));
    EXPECT_THAT(messages("../zone"),
                ElementsAre("options: scenario: found '../zone', expected one of the scenarios base, dry, lng_shock"));
}

TEST_F(Scenario, ExtendsAnUnknownScenario) {
    scenario("s", "extends = \"bse\"\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:1:11: extends: found 'bse', expected one of the scenarios base, s; did "
                            "you mean 'base'?"));
}

TEST_F(Scenario, Cycle) {
    scenario("a", "extends = \"b\"\n");
    scenario("b", "extends = \"a\"\n");
    EXPECT_THAT(messages("a"),
                ElementsAre("scenarios/b.toml:1:11: extends: found 'a', expected a scenario that does not lead back "
                            "here (a -> b -> a)"));
    scenario("c", "extends = \"c\"\n");
    EXPECT_THAT(messages("c"),
                ElementsAre("scenarios/c.toml:1:11: extends: found 'c', expected a scenario that does not lead back "
                            "here (c -> c)"));
}

TEST_F(Scenario, NamedBase) {
    scenario("base", "");
    EXPECT_THAT(messages("base"),
                ElementsAre("scenarios/base.toml: found 'base.toml', expected another name: base is the case itself"));
}

TEST_F(Scenario, PatternWithoutMatch) {
    scenario("s", "[[set]]\nkind = \"thermal_plant\"\nname = \"hub_3\"\nvalues = { capacity_mw = 500 }\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:3:8: name: found 'hub_3', expected the name of a thermal_plant or a "
                            "pattern that fits one; did you mean 'hub_1'?"));
    scenario("s", "[[remove]]\nkind = \"battery\"\nname = \"*\"\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:3:8: name: found '*', expected the name of a battery or a pattern that "
                            "fits one"));
}

TEST_F(Scenario, WhereWithoutMatch) {
    scenario("s",
             "[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\nwhere = { technology = \"lignite\" }\nvalues = { "
             "capacity_mw = 5 }\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:4:24: technology: found 'lignite', expected a value of technology that a "
                            "thermal_plant of this name has"));
    scenario("s", "[[remove]]\nkind = \"thermal_plant\"\nwhere = { capacity_mw = \"big\" }\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:3:25: capacity_mw: found 'big', expected a number of at least 0 [MW]"));
}

TEST_F(Scenario, ValuesOutOfRangeAreLocatedInTheScenario) {
    scenario("s", "[[set]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nvalues = { capacity_mw = -5 }\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:4:26: capacity_mw: found '-5', expected a number of at least 0 [MW]"));
    scenario("s", "[[scale]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nfield = \"capacity_mw\"\nfactor = -1\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:5:10: capacity_mw: found '-660', expected a number of at least 0 [MW]"));
}

TEST_F(Scenario, ValueAtOddsWithTheTableIsLocatedInTheScenario) {
    scenario("s", "[[set]]\nkind = \"thermal_plant\"\nname = \"hub_1\"\nvalues = { capacity_mw = 200 }\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:4:26: min_output_mw: found '300', expected at most capacity_mw (200)"));
}

TEST_F(Scenario, ValuesThatAreNone) {
    scenario("s",
             "[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\n"
             "values = { capacity_mw = \"many\", zone = \"nort\", fuel = [1], must_rn = true, name = \"x\" }\n");
    EXPECT_THAT(
        messages(),
        ElementsAre(
            "scenarios/s.toml:4:26: capacity_mw: found 'many', expected a number of at least 0 [MW]",
            "scenarios/s.toml:4:41: zone: found 'nort', expected the name of a zone; did you mean 'north'?",
            "scenarios/s.toml:4:56: fuel: found '[...]', expected a single value",
            "scenarios/s.toml:4:61: found 'must_rn', expected a field that thermal_plant has; did you mean 'must_run'?",
            "scenarios/s.toml:4:77: found 'name', expected a field other than the name, by which others refer to it"));
}

TEST_F(Scenario, OperationsThatAreNone) {
    scenario("s",
             "[[set]]\nkind = \"thermal_plnt\"\nname = \"*\"\nvalues = {}\n"
             "[[set]]\nkind = \"zone\"\n"
             "[[scale]]\nkind = \"zone\"\nname = \"*\"\nfield = \"title\"\nfactor = 2\n"
             "[[scale]]\nkind = \"zone\"\nname = \"*\"\nfactor = \"2\"\n"
             "[[remove]]\nkind = \"zone\"\nnames = \"*\"\n[[change]]\n");
    EXPECT_THAT(
        messages(),
        ElementsAre(
            "scenarios/s.toml:2:8: kind: found 'thermal_plnt', expected a kind of component; did you mean "
            "'thermal_plant'?",
            "scenarios/s.toml:5:1: name: found nothing, expected a name or a pattern",
            "scenarios/s.toml:5:1: values: found nothing, expected a table of fields and values",
            "scenarios/s.toml:10:9: field: found 'title', expected a field that holds a number or a series",
            "scenarios/s.toml:15:10: factor: found '2', expected a number",
            "scenarios/s.toml:18:1: found 'names', expected one of the keys kind, name, where; did you mean 'name'?",
            "scenarios/s.toml:19:3: found 'change', expected one of the keys extends, description, settings, set, "
            "scale, add, remove"));
}

TEST_F(Scenario, ScaleOfNothing) {
    scenario("s", "[[scale]]\nkind = \"thermal_plant\"\nname = \"*\"\nfield = \"ramp_up_mw_per_h\"\nfactor = 2\n");
    EXPECT_THAT(messages(),
                ElementsAre("scenarios/s.toml:4:9: field: found 'ramp_up_mw_per_h', expected a field that is not empty "
                            "for all components found"));
}

TEST_F(Scenario, AddWithoutRequiredValuesAndWithATakenName) {
    scenario("s", "[[add]]\nkind = \"thermal_plant\"\nvalues = { name = \"hub_1\", zone = \"north\" }\n");
    EXPECT_THAT(
        messages(),
        ElementsAre(
            "scenarios/s.toml:3:10: capacity_mw: found nothing, expected a number of at least 0 [MW]",
            "scenarios/s.toml:3:19: name: found 'hub_1', expected a unique name; thermal_plant.csv:2 has it already"));
}

TEST_F(Scenario, RemovalOfWhatOthersReferTo) {
    scenario("s", "[[remove]]\nkind = \"zone\"\nname = \"north\"\n");
    EXPECT_THAT(
        messages(),
        ElementsAre(
            "scenarios/s.toml:3:8: name: found 'north', expected a zone that nothing refers to; zone of hub_1 in "
            "thermal_plant.csv:2:2 does",
            "scenarios/s.toml:3:8: name: found 'north', expected a zone that nothing refers to; zone of hub_2 in "
            "thermal_plant.csv:3:2 does",
            "scenarios/s.toml:3:8: name: found 'north', expected a zone that nothing refers to; zone of town in "
            "demand.csv:2:2 does"));
}

TEST_F(Scenario, ScaledSeriesThatIsUnknown) {
    folder.write("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,lod,400\n");
    scenario("s", "[[scale]]\nkind = \"demand\"\nname = \"*\"\nfield = \"load_mw\"\nfactor = 2\n");
    EXPECT_THAT(messages(),
                ElementsAre("demand.csv:2:3: load_mw: found 'lod', expected a number or the name of a series; did you "
                            "mean 'load'?"));
}

TEST_F(Scenario, BadSettingsAreLocatedInTheScenario) {
    scenario("s", "[settings]\nname = \"x\"\n[settings.horizon]\nhours = 2.5\n");
    EXPECT_THAT(
        messages(),
        ElementsAre(
            "scenarios/s.toml:2:1: found 'name', expected one of the keys horizon, defaults, outages",
            "scenarios/s.toml:4:9: hours: found '2.5', expected a multiple of the step of 1 h, at most 1000000 steps"));
}

TEST(NamePattern, StarAndQuestionMark) {
    using inputs::fits_pattern;
    EXPECT_TRUE(fits_pattern("hub_1", "hub_1"));
    EXPECT_TRUE(fits_pattern("hub_1", "*"));
    EXPECT_TRUE(fits_pattern("", "*"));
    EXPECT_TRUE(fits_pattern("port_qasim_2", "*qa*_?"));
    EXPECT_TRUE(fits_pattern("Grüße", "Gr??e"));
    EXPECT_TRUE(fits_pattern("aab", "*ab"));
    EXPECT_FALSE(fits_pattern("hub_10", "hub_?"));
    EXPECT_FALSE(fits_pattern("hub", "hub?"));
    EXPECT_FALSE(fits_pattern("hub", ""));
    EXPECT_FALSE(fits_pattern(std::string(5000, 'a'), "*a*a*a*a*a*a*b"));
}

}  // namespace

}  // namespace indus::tests
