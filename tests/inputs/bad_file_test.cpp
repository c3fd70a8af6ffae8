// SPDX-License-Identifier: Apache-2.0
// Files that say what no case can mean, whatever the component: numbers and times of TOML, series without an axis,
// scenarios.
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

class BadFile : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    std::vector<std::string> with(const std::string& file, std::string_view text,
                                  const inputs::ReadOptions& options = {}) {
        folder.write(file, text);
        return folder.messages(options);
    }
    std::vector<std::string> with_scenario(std::string_view text) {
        return with("scenarios/s.toml", text, {.scenario = "s"});
    }
};

TEST_F(BadFile, HoursThatAreNoNumber) {
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = nan\n"),
                ElementsAre("case.toml:4:9: hours: found 'nan', expected a number above 0 [h]"));
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = inf\n"),
                ElementsAre("case.toml:4:9: hours: found 'inf', expected a number above 0 [h]"));
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = -4\n"),
                ElementsAre("case.toml:4:9: hours: found '-4', expected a number above 0 [h]"));
}

TEST_F(BadFile, StepThatIsNoStep) {
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\nstep_hours = 0\n"),
                ElementsAre("case.toml:5:14: step_hours: found '0', expected a whole number of minutes, in hours"));
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\nstep_hours = -1\n"),
                ElementsAre("case.toml:5:14: step_hours: found '-1', expected a whole number of minutes, in hours"));
    EXPECT_THAT(
        with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\nstep_hours = \"1h\"\n"),
        ElementsAre("case.toml:5:14: step_hours: found '1h', expected a whole number of minutes, in hours"));
}

TEST_F(BadFile, HorizonThatIsNoTable) {
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\nhorizon = 4\n"),
                ElementsAre("case.toml:2:11: horizon: found '4', expected a table [horizon]"));
}

TEST_F(BadFile, StartWithAZoneOfItsOwn) {
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13T00:00Z\"\nhours = 4\n"),
                ElementsAre("case.toml:3:9: start: found '2025-01-13T00:00Z', expected a time such as \"2025-01-13\" "
                            "or \"2025-01-13 05:30\""));
}

TEST_F(BadFile, NameThatIsEmpty) {
    EXPECT_THAT(with("case.toml", "name = \"\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n"),
                ElementsAre("case.toml:1:8: name: found nothing, expected a name of letters, digits, '_', '-' and '.' "
                            "that does not start with '.'"));
}

TEST_F(BadFile, SeriesWithoutColumns) {
    EXPECT_THAT(with("series/more.csv", "time\n2025-01-13 00:00\n2025-01-13 01:00\n"),
                ElementsAre("series/more.csv:1: found nothing, expected a series beside the column time"));
}

TEST_F(BadFile, SeriesWhoseFirstTimesAreEqual) {
    EXPECT_THAT(with("series/more.csv", "time,x\n2025-01-13 00:00,1\n2025-01-13 00:00,2\n2025-01-13 01:00,3\n"),
                ElementsAre("series/more.csv:3:1: time: found '2025-01-13 00:00', expected each time only once; line 2 "
                            "has it already"));
}

TEST_F(BadFile, SeriesThatRunsBackwards) {
    EXPECT_THAT(with("series/more.csv", "time,x\n2025-01-13 03:00,1\n2025-01-13 02:00,2\n2025-01-13 01:00,3\n"),
                ElementsAre("series/more.csv:3:1: time: found '2025-01-13 02:00', expected a time after that of line "
                            "2, 2025-01-13 03:00",
                            "series/more.csv:4:1: time: found '2025-01-13 01:00', expected a time after that of line "
                            "2, 2025-01-13 03:00"));
}

TEST_F(BadFile, SeriesWithAnotherStepHalfWay) {
    EXPECT_THAT(with("series/more.csv",
                     "time,x\n2025-01-13 00:00,1\n2025-01-13 01:00,2\n2025-01-13 01:30,3\n2025-01-13 02:00,4\n"),
                ElementsAre("series/more.csv:4:1: time: found '2025-01-13 01:30', expected 2025-01-13 02:00, one step "
                            "of 60 min after the row before",
                            "series/more.csv:5:1: time: found '2025-01-13 02:00', expected 2025-01-13 02:30, one step "
                            "of 60 min after the row before"));
}

TEST_F(BadFile, SeriesWithoutATime) {
    EXPECT_THAT(with("series/more.csv", "time,x\n2025-01-13 00:00,1\n,2\n2025-01-13 02:00,3\n"),
                ElementsAre("series/more.csv:3:1: time: found nothing, expected a time such as 2025-01-13 05:30"));
}

TEST_F(BadFile, SeriesColumnTwice) {
    EXPECT_THAT(
        with("series/more.csv", "time,x,x\n2025-01-13 00:00,1,1\n2025-01-13 01:00,2,2\n"),
        ElementsAre("series/more.csv:1:3: x: found 'x', expected a column name only once; column 2 has it already"));
}

TEST_F(BadFile, SeriesInUtf16) {
    EXPECT_THAT(with("series/more.csv", std::string_view{"\xFF\xFEt\0i\0", 6}),
                ElementsAre("series/more.csv: found 'text in UTF-16', expected text in UTF-8"));
}

TEST_F(BadFile, SeriesEmpty) {
    EXPECT_THAT(with("series/more.csv", ""),
                ElementsAre("series/more.csv: found nothing, expected a header row with column names"));
}

// Text in a quoted cell may hold a line break; the line told is that of the row's own cell.
TEST_F(BadFile, ProblemAfterAQuotedLineBreak) {
    EXPECT_THAT(with("zone.csv", "name,title,role\nnorth,\"North\nand beyond\",gird\nsouth,,x\n"),
                ElementsAre("zone.csv:2:2: title: found 'North\\nand beyond', expected a text on one line",
                            "zone.csv:3:3: role: found 'gird', expected one of grid, industrial; did you mean 'grid'?",
                            "zone.csv:4:3: role: found 'x', expected one of grid, industrial"));
}

TEST_F(BadFile, ScenarioThatIsNoToml) {
    EXPECT_THAT(with_scenario("[[set]\nkind = \"zone\"\n"),
                ElementsAre(testing::StartsWith("scenarios/s.toml:1:7: found '[[set]', expected TOML (")));
}

TEST_F(BadFile, ScenarioWithWrongTypes) {
    EXPECT_THAT(with_scenario("extends = 3\ndescription = [1]\nset = \"x\"\nsettings = true\n"),
                ElementsAre("scenarios/s.toml:1:11: extends: found '3', expected the name of a scenario, as a text, or "
                            "several in brackets",
                            "scenarios/s.toml:2:15: description: found '[...]', expected a text",
                            "scenarios/s.toml:3:7: set: found 'x', expected tables such as [[set]]",
                            "scenarios/s.toml:4:12: settings: found 'true', expected a table [settings]"));
}

TEST_F(BadFile, ScenarioOperationWithWrongTypes) {
    EXPECT_THAT(with_scenario("[[set]]\nkind = 4\nname = true\nvalues = \"x\"\n[[scale]]\nkind = \"zone\"\nname = "
                              "\"*\"\nfield = 2\nfactor = nan\n"),
                ElementsAre("scenarios/s.toml:2:8: kind: found '4', expected a kind of component, as a text",
                            "scenarios/s.toml:3:8: name: found 'true', expected a name or a pattern, as a text",
                            "scenarios/s.toml:4:10: values: found 'x', expected a table such as { capacity_mw = 600 }",
                            "scenarios/s.toml:8:9: field: found '2', expected a field, as a text",
                            "scenarios/s.toml:9:10: factor: found 'nan', expected a number"));
}

TEST_F(BadFile, ScenarioThatAddsToAnUnknownZone) {
    EXPECT_THAT(
        with_scenario(
            "[[add]]\nkind = \"thermal_plant\"\nvalues = { name = \"thar\", zone = \"soth\", capacity_mw = 5 }\n"),
        ElementsAre("scenarios/s.toml:3:34: zone: found 'soth', expected the name of a zone; did you mean 'south'?"));
}

// One value for two plants, out of range or at odds with what is named: told once.
TEST_F(BadFile, ScenarioValueForManyIsToldOnce) {
    EXPECT_THAT(
        with_scenario(
            "[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\nvalues = { capacity_mw = -1, fuel = \"cole\" }\n"),
        ElementsAre("scenarios/s.toml:4:26: capacity_mw: found '-1', expected a number of at least 0 [MW]",
                    "scenarios/s.toml:4:37: fuel: found 'cole', expected the name of a fuel"));
    EXPECT_THAT(with_scenario("[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\nvalues = { capacity_mw = 200 }\n"),
                ElementsAre("scenarios/s.toml:4:26: min_output_mw: found '300', expected at most capacity_mw (200)"));
}

// A byte order mark and the line ends of another system are no problem, in any file.
TEST_F(BadFile, NeitherMarksNorLineEndsAreProblems) {
    folder.write("case.toml", "\xEF\xBB\xBFname = \"tiny\"\r\n[horizon]\r\nstart = \"2025-01-13\"\r\nhours = 4\r\n");
    folder.write("zone.csv", "\xEF\xBB\xBFname\r\nnorth\r\nsouth\r\n");
    folder.write("series/load.csv",
                 "\xEF\xBB\xBFtime,load\r\n2025-01-13 00:00,10\r\n2025-01-13 01:00,20\r\n2025-01-13 "
                 "02:00,30\r\n2025-01-13 03:00,40\r\n");
    folder.write("scenarios/s.toml", "\xEF\xBB\xBF[[remove]]\r\nkind = \"thermal_plant\"\r\nname = \"hub_2\"\r\n");
    EXPECT_THAT(folder.messages({.scenario = "s"}), IsEmpty());
}

// A leap day is a day like others.
TEST_F(BadFile, LeapDaysAreNoProblem) {
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2024-02-28\"\nhours = 72\nstep_hours = 24\n");
    folder.write("series/load.csv", "time,load\n2024-02-28,10\n2024-02-29,20\n2024-03-01,30\n");
    EXPECT_THAT(folder.messages(), IsEmpty());
}

}  // namespace

}  // namespace indus::tests
