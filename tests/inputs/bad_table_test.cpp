// SPDX-License-Identifier: Apache-2.0
// Component tables with one thing wrong each, and the whole message that tells it.
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

using namespace std::string_view_literals;

class BadTable : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    /// Two plants whose second row is given.
    void plants(std::string_view second_row) {
        folder.write("thermal_plant.csv",
                     "name,zone,capacity_mw,min_output_mw,must_run,initial_status_h\nhub_1,north,660,300,no,8\n" +
                         std::string{second_row} + "\n");
    }
};

TEST_F(BadTable, TypoInColumn) {
    folder.write("thermal_plant.csv", "name,zone,capacity_mw,min_ouput_mw\nhub_1,north,660,300\n");
    EXPECT_THAT(folder.messages(), ElementsAre("thermal_plant.csv:1:4: found 'min_ouput_mw', expected a column that "
                                               "thermal_plant has; did you mean 'min_output_mw'?"));
}

TEST_F(BadTable, TypoInRequiredColumnIsToldOnce) {
    folder.write("thermal_plant.csv", "name,zone,capacity\nhub_1,north,660\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "thermal_plant.csv:1: capacity_mw: found nothing, expected a column of this name, which is required",
            "thermal_plant.csv:1:3: found 'capacity', expected a column that thermal_plant has"));
    folder.write("thermal_plant.csv", "name,zone,capacity_wm\nhub_1,north,660\n");
    EXPECT_THAT(folder.messages(), ElementsAre("thermal_plant.csv:1:3: found 'capacity_wm', expected a column that "
                                               "thermal_plant has; did you mean 'capacity_mw'?"));
}

TEST_F(BadTable, MissingColumn) {
    folder.write("thermal_plant.csv", "name,zone,min_output_mw\nhub_1,north,300\nhub_2,north,300\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:1: capacity_mw: found nothing, expected a column of this "
                            "name, which is required"));
}

TEST_F(BadTable, DuplicateColumn) {
    folder.write("zone.csv", "name,title,name\nnorth,North,x\nsouth,South,y\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("zone.csv:1:3: name: found 'name', expected a column name only once; column 1 has it already"));
}

TEST_F(BadTable, MissingCell) {
    plants("hub_2,north,,0,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:3: capacity_mw: found nothing, expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, MissingNameAndReference) {
    plants(",,660,0,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:1: name: found nothing, expected a name",
                            "thermal_plant.csv:3:2: zone: found nothing, expected the name of a zone"));
}

TEST_F(BadTable, TextInNumber) {
    plants("hub_2,north,660,3oo,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:4: min_output_mw: found '3oo', expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, ThousandsSeparatorAndDecimalComma) {
    plants("hub_2,north,\"1,200\",\"300,5\",no,8");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "thermal_plant.csv:3:3: capacity_mw: found '1,200', expected a number of at least 0 [MW] (decimal "
            "point, no thousands separator)",
            "thermal_plant.csv:3:4: min_output_mw: found '300,5', expected a number of at least 0 [MW] (decimal "
            "point, no thousands separator)"));
}

TEST_F(BadTable, NumberWithUnit) {
    plants("hub_2,north,660 MW,0,no,8");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("thermal_plant.csv:3:3: capacity_mw: found '660 MW', expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, NotANumber) {
    plants("hub_2,north,NaN,0,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:3: capacity_mw: found 'NaN', expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, Infinity) {
    plants("hub_2,north,inf,0,no,-inf");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:3: capacity_mw: found 'inf', expected a number of at least 0 [MW]",
                            "thermal_plant.csv:3:6: initial_status_h: found '-inf', expected a number [h]"));
}

TEST_F(BadTable, NumberTooLarge) {
    plants("hub_2,north,1e999,0,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:3: capacity_mw: found '1e999', expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, NotYesOrNo) {
    plants("hub_2,north,660,0,maybe,8");
    EXPECT_THAT(folder.messages(), ElementsAre("thermal_plant.csv:3:5: must_run: found 'maybe', expected yes or no"));
}

TEST_F(BadTable, NegativeCapacityAsWritten) {
    plants("hub_2,north,-6.60e2,0,no,8");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("thermal_plant.csv:3:3: capacity_mw: found '-6.60e2', expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, MinimumAboveMaximum) {
    plants("hub_2,north,660,700,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:4: min_output_mw: found '700', expected at most capacity_mw (660)"));
}

TEST_F(BadTable, RulesAcrossFieldsWaitForReadableCells) {
    plants("hub_2,north,6OO,700,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:3: capacity_mw: found '6OO', expected a number of at least 0 [MW]"));
}

TEST_F(BadTable, DuplicateNames) {
    plants("hub_1,north,660,300,no,8");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("thermal_plant.csv:3:1: name: found 'hub_1', expected a unique name; line 2 has it already"));
}

TEST_F(BadTable, TypoInReference) {
    plants("hub_2,nort,660,300,no,8");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:3:2: zone: found 'nort', expected the name of a zone; did you "
                            "mean 'north'?"));
}

TEST_F(BadTable, TypoInChoice) {
    folder.write("zone.csv", "name,role\nnorth,grid\nsouth,industral\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("zone.csv:3:2: role: found 'industral', expected one of grid, industrial; did you "
                            "mean 'industrial'?"));
}

TEST_F(BadTable, UnknownSeries) {
    folder.write("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,lod,400\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("demand.csv:2:3: load_mw: found 'lod', expected a number or the name of a "
                            "series; did you mean 'load'?"));
}

TEST_F(BadTable, NumberMeantWhereASeriesCouldStand) {
    folder.write("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,\"1,250\",400\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("demand.csv:2:3: load_mw: found '1,250', expected a number of at least 0 [MW] or the name of a "
                    "series (decimal point, no thousands separator)"));
}

TEST_F(BadTable, StepsThatAreNone) {
    folder.write("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,0:400 0.2\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("demand.csv:2:4: value_of_lost_load_per_mwh: found '0:400 0.2', expected one "
                            "number or pairs such as '0:400 0.5:2000' [1:money/MWh]"));
}

TEST_F(BadTable, StepsOutOfOrder) {
    folder.write("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,0:400 0.5:800 0.2:900\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("demand.csv:2:4: value_of_lost_load_per_mwh: found '0.2', expected pairs "
                            "from:value in rising order of the first number"));
}

TEST_F(BadTable, CurveThatIsNotConvex) {
    folder.write(
        "thermal_plant.csv",
        "name,zone,capacity_mw,min_output_mw,cost_curve_per_h\nhub_1,north,600,200,200:4000 400:9000 600:12000\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv:2:5: cost_curve_per_h: found 'slope 15 in segment 400 to 600 MW', "
                            "expected a convex curve: slopes that do not fall (the segment before has 25)"));
}

TEST_F(BadTable, EndLevelAboveMaximum) {
    folder.write("reservoir.csv",
                 "name,zone,capacity_mw,max_level_mwh,inflow_mw,initial_level_mwh,end_level_mwh\nmangla,north,1000,500,"
                 "80,300,600\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("reservoir.csv:2:7: end_level_mwh: found '600', expected a level between "
                            "min_level_mwh (0) and max_level_mwh (500)"));
}

TEST_F(BadTable, MissingInitialLevelHasNoColumn) {
    folder.write("reservoir.csv", "name,zone,capacity_mw,max_level_mwh,inflow_mw\nmangla,north,1000,500,80\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("reservoir.csv:2: initial_level_mwh: found nothing, expected a level, or a "
                            "level_guide_mwh to take it from"));
}

TEST_F(BadTable, LineFromAZoneToItself) {
    folder.write("line.csv", "name,from,to,capacity_mw\nring,north,north,500\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("line.csv:2:3: to: found 'north', expected another zone than from (north)"));
}

TEST_F(BadTable, NameOfTwoLines) {
    folder.write("zone.csv", "name\n\"no\nrth\"\nnorth\n");
    EXPECT_THAT(folder.messages(), ElementsAre("zone.csv:2:1: name: found 'no\\nrth', expected a text on one line"));
}

TEST_F(BadTable, TooManyAndTooFewCells) {
    folder.write("zone.csv", "name,title\nnorth,North,\nsouth\n");
    EXPECT_THAT(folder.messages(), ElementsAre("zone.csv:2:3: found '3 cells', expected 2 cells, as in the header",
                                               "zone.csv:3: found '1 cell', expected 2 cells, as in the header"));
}

TEST_F(BadTable, UnclosedQuoteHidesRowsWithoutFurtherMessages) {
    folder.write("zone.csv", "name\nwest\n\"north\nsouth\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("zone.csv:3:1: found '\"', expected a closing quote \" before the end of the file"));
}

TEST_F(BadTable, EmptyFile) {
    folder.write("thermal_plant.csv", "");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plant.csv: found nothing, expected a header row with column names"));
}

TEST_F(BadTable, NoZones) {
    for (const char* file : {"thermal_plant.csv", "demand.csv"}) folder.remove(file);
    folder.write("zone.csv", "name\n");
    EXPECT_THAT(folder.messages(), ElementsAre("zone.csv: found nothing, expected at least one zone"));
    folder.remove("zone.csv");
    EXPECT_THAT(folder.messages(), ElementsAre("zone.csv: found nothing, expected at least one zone"));
}

TEST_F(BadTable, InvalidText) {
    folder.write("zone.csv", "name,title\nnorth,Caf\xE9\nsouth,a\0b\n"sv);
    EXPECT_THAT(folder.messages(), ElementsAre("zone.csv:2:2: found 'Caf\\xe9', expected text in UTF-8",
                                               "zone.csv:3:2: found 'a\\x00b', expected text without NUL bytes"));
}

TEST_F(BadTable, TypoInFileName) {
    folder.write("thermal_plants.csv", "name,zone,capacity_mw\nhub_3,north,660\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("thermal_plants.csv: found 'thermal_plants.csv', expected a table named after a "
                            "kind of component; did you mean 'thermal_plant.csv'?"));
}

TEST_F(BadTable, TableThatIsAFolder) {
    folder.write("battery.csv/x", "");
    EXPECT_THAT(folder.messages(), ElementsAre("battery.csv: found 'a folder', expected a file that can be read"));
}

TEST_F(BadTable, SemicolonsBetweenColumns) {
    folder.write("zone.csv", "name;title\nnorth;North\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("zone.csv:1:1: found 'name;title', expected column names separated by commas"));
}

TEST_F(BadTable, AllProblemsAreToldInOrder) {
    folder.write("case.toml", "name = \"tiny\"\nyear = 2025\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n");
    folder.write("zone.csv", "name,rol\nnorth,\nsouth,\n");
    plants("hub_1,nrth,-5,x,no,0");
    folder.write("series/load.csv", "time,load\n2025-01-13 00:00,10\n2025-01-13 01:00,\n2025-01-13 03:00,40\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "case.toml:2:1: found 'year', expected one of the keys name, title, description, currency, "
            "exchange_rates, horizon, defaults, outages",
            "series/load.csv:3:2: load: found nothing, expected a number",
            "series/load.csv:4:1: time: found '2025-01-13 03:00', expected 2025-01-13 02:00, one step of 60 min "
            "after the row before",
            "thermal_plant.csv:3:1: name: found 'hub_1', expected a unique name; line 2 has it already",
            "thermal_plant.csv:3:2: zone: found 'nrth', expected the name of a zone; did you mean 'north'?",
            "thermal_plant.csv:3:3: capacity_mw: found '-5', expected a number of at least 0 [MW]",
            "thermal_plant.csv:3:4: min_output_mw: found 'x', expected a number of at least 0 [MW]",
            "zone.csv:1:2: found 'rol', expected a column that zone has; did you mean 'role'?"));
}

}  // namespace

}  // namespace indus::tests
