// SPDX-License-Identifier: Apache-2.0
// Case folders and case.toml files with one thing wrong each, and the whole message that tells it.
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

class BadSettings : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    /// case.toml with lines 5 and on.
    void settings(std::string_view rest) {
        folder.write("case.toml",
                     "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n" + std::string{rest});
    }
};

TEST_F(BadSettings, MissingFolder) {
    const auto loaded = inputs::read_case(folder.path() / "nowhere");
    ASSERT_EQ(loaded.issues.size(), 1u);
    EXPECT_EQ(to_string(loaded.issues[0]),
              (folder.path() / "nowhere").string() + ": found nothing, expected a case folder with a case.toml");
}

TEST_F(BadSettings, FolderIsAFile) {
    const auto loaded = inputs::read_case(folder.path() / "zone.csv");
    ASSERT_EQ(loaded.issues.size(), 1u);
    EXPECT_EQ(to_string(loaded.issues[0]),
              (folder.path() / "zone.csv").string() + ": found 'a file', expected a case folder with a case.toml");
}

TEST_F(BadSettings, MissingFile) {
    folder.remove("case.toml");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml: found nothing, expected a file with the settings of the case"));
}

TEST_F(BadSettings, MissingKeys) {
    folder.write("case.toml", "title = \"Tiny\"\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml: name: found nothing, expected a name of the case",
                            "case.toml: start: found nothing, expected in [horizon], a time such as \"2025-01-13\"",
                            "case.toml: hours: found nothing, expected in [horizon], a number above 0 [h]"));
}

TEST_F(BadSettings, SyntaxError) {
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = 2025-13-45\n");
    const std::vector<std::string> messages = folder.messages();
    ASSERT_EQ(messages.size(), 1u);
    // The words in brackets are the TOML library's own.
    EXPECT_THAT(messages[0], testing::StartsWith("case.toml:3:"));
    EXPECT_THAT(messages[0], testing::HasSubstr(": found 'start = 2025-13-45', expected TOML ("));
}

TEST_F(BadSettings, KeyTwice) {
    folder.write("case.toml", "name = \"tiny\"\nname = \"other\"\n");
    const std::vector<std::string> messages = folder.messages();
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_THAT(messages[0], testing::StartsWith("case.toml:2:"));
    EXPECT_THAT(messages[0], testing::HasSubstr("found 'name = \"other\"', expected TOML ("));
}

TEST_F(BadSettings, UnknownKeys) {
    settings("step_hour = 2\n[default]\ngap = 0.1\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "case.toml:5:1: found 'step_hour', expected one of the keys start, hours, step_hours, utc_offset; did "
            "you mean 'step_hours'?",
            "case.toml:6:2: found 'default', expected one of the keys name, title, description, currency, "
            "exchange_rates, horizon, defaults, outages; did you mean 'defaults'?"));
}

TEST_F(BadSettings, WrongTypes) {
    folder.write("case.toml",
                 "name = 5\ntitle = true\nexchange_rates = 3\n[horizon]\nstart = 2025\nhours = "
                 "\"4\"\n[defaults]\ncost_segments = 2.5\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "case.toml:1:8: name: found '5', expected a name of letters, digits, '_', '-' and '.' that does not "
            "start with '.'",
            "case.toml:2:9: title: found 'true', expected a text",
            "case.toml:3:18: exchange_rates: found '3', expected a table such as [exchange_rates]",
            "case.toml:5:9: start: found '2025', expected a time such as \"2025-01-13\" or \"2025-01-13 05:30\"",
            "case.toml:6:9: hours: found '4', expected a number above 0 [h]",
            "case.toml:8:17: cost_segments: found '2.5', expected a whole number from 1 to 10000"));
}

TEST_F(BadSettings, NameThatIsAPath) {
    folder.write("case.toml", "name = \"../tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml:1:8: name: found '../tiny', expected a name of letters, digits, '_', '-' "
                            "and '.' that does not start with '.'"));
}

TEST_F(BadSettings, BadUtcOffset) {
    settings("utc_offset = \"5h\"\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml:5:14: utc_offset: found '5h', expected an offset such as \"+05:00\""));
}

TEST_F(BadSettings, ZeroHours) {
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 0\n");
    EXPECT_THAT(folder.messages(), ElementsAre("case.toml:4:9: hours: found '0', expected a number above 0 [h]"));
}

TEST_F(BadSettings, HoursThatAreNoMultipleOfTheStep) {
    settings("step_hours = 3\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("case.toml:4:9: hours: found '4', expected a multiple of the step of 3 h, at most 1000000 steps"));
}

TEST_F(BadSettings, HoursAskedForThatAreNoMultipleOfTheStep) {
    EXPECT_THAT(
        folder.messages({.hours = 2.5}),
        ElementsAre("options: hours: found '2.5', expected a multiple of the step of 1 h, at most 1000000 steps"));
    EXPECT_THAT(
        folder.messages({.hours = 0.0}),
        ElementsAre("options: hours: found '0', expected a multiple of the step of 1 h, at most 1000000 steps"));
}

TEST_F(BadSettings, StartAskedForOutsideTheSeries) {
    EXPECT_THAT(
        folder.messages({.from = inputs::parse_time("2025-02-01"), .hours = 2.0}),
        ElementsAre(
            "demand.csv:2:3: load_mw: found 'load', expected a series from 2025-02-01 00:00 to 2025-02-01 02:00, "
            "as the horizon; it covers 2025-01-13 00:00 to 2025-01-13 04:00"));
}

TEST_F(BadSettings, StepOfSeconds) {
    settings("step_hours = 0.01\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml:5:14: step_hours: found '0.01', expected a whole number of minutes, in hours"));
}

TEST_F(BadSettings, BadStart) {
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-02-30\"\nhours = 4\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml:3:9: start: found '2025-02-30', expected a time such as \"2025-01-13\" "
                            "or \"2025-01-13 05:30\""));
}

TEST_F(BadSettings, BadDefaults) {
    settings(
        "[defaults]\ngap = 5\ntime_limit = \"10\"\nmethod = \"fast\"\nwork_limit = 0\n[exchange_rates]\nUSD = 0\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("case.toml:6:7: gap: found '5', expected a share from 0 to below 1, such as 0.005 or \"0.5%\"",
                    "case.toml:8:10: method: found 'fast', expected auto, direct or decompose",
                    "case.toml:9:14: work_limit: found '0', expected a whole number of at least 1",
                    "case.toml:11:7: USD: found '0', expected a number above 0"));
}

}  // namespace

}  // namespace indus::tests
