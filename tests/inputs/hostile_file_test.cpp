// SPDX-License-Identifier: Apache-2.0
// Files that mean harm, or were never meant to be read: each is refused in words, soon, and without filling the memory.
#include <sys/resource.h>
#include <sys/stat.h>

#include "inputs/profiles/make_profiles.hpp"
#include "inputs/read_solution.hpp"
#include "inputs/toml_nesting.hpp"
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    all.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

/// Largest memory so far [kB].
long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

class HostileFile : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    std::vector<std::string> with(const std::string& file, std::string_view text) {
        folder.write(file, text);
        return folder.messages();
    }
};

TEST_F(HostileFile, CutOffInTheMidst) {
    EXPECT_THAT(with("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-"),
                ElementsAre(testing::StartsWith("case.toml:3:18: found 'start = \"2025-01-', expected TOML (")));
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n");
    EXPECT_THAT(with("zone.csv", "name,title\nnorth,\"No"),
                testing::Contains("zone.csv:2:2: found '\"', expected a closing quote \" before the end of the file"));
}

TEST_F(HostileFile, BinaryTable) {
    EXPECT_THAT(with("zone.csv", std::string_view{"name\nnorth\nsouth\n\x7f"
                                                  "ELF\x02\0\0\n\xfe\xed\n",
                                                  28}),
                ElementsAre("zone.csv:4:1: found '\\x7fELF\\x02\\x00\\x00', expected text without NUL bytes",
                            "zone.csv:5:1: found '\\xfe\\xed', expected text in UTF-8"));
}

TEST_F(HostileFile, AGigabyteWithoutALine) {
    folder.write("zone.csv", "");
    std::filesystem::resize_file(folder.path() / "zone.csv", std::uintmax_t{1} << 30);  // a hole: takes no room
    const long before = peak_kilobytes();
    EXPECT_THAT(folder.messages(),
                ElementsAre("zone.csv: found '1073741824 bytes', expected a file of at most 536870912 bytes"));
    EXPECT_LT(peak_kilobytes() - before, 50'000);
}

TEST_F(HostileFile, ALineThatDoesNotEnd) {
    folder.write("series/load.csv", "time,load\n2025-01-13 00:00,");
    std::filesystem::resize_file(folder.path() / "series/load.csv", std::uintmax_t{400} << 20);
    const long before = peak_kilobytes();
    EXPECT_THAT(folder.messages(), ElementsAre("series/load.csv: found 'a line of over 16777216 bytes', expected text "
                                               "with shorter lines"));
    EXPECT_LT(peak_kilobytes() - before, 250'000);
}

TEST_F(HostileFile, AMillionColumns) {
    EXPECT_THAT(with("zone.csv", "name" + repeated(",x", 1'000'000) + "\n"),
                ElementsAre("zone.csv:1: found 'over 20000 cells', expected at most 20000 cells in a row"));
    folder.write("zone.csv", "name\nnorth\nsouth\n");
    EXPECT_THAT(with("series/more.csv", "time" + repeated(",", 1'000'000) + "\n"),
                ElementsAre("series/more.csv:1: found 'over 20000 cells', expected at most 20000 cells in a row"));
}

TEST_F(HostileFile, AMillionRowsThatAreWrong) {
    std::string rows = "name,title\n";
    for (int i = 0; i < 1'000'000; ++i) rows += "zone_" + std::to_string(i) + "\n";
    const std::vector<std::string> messages = with("zone.csv", rows);
    ASSERT_EQ(messages.size(), 1002U);
    EXPECT_EQ(messages[1000], "zone.csv:1002: found '1 cell', expected 2 cells, as in the header");
    EXPECT_EQ(messages[1001], "zone.csv:1002: found 'over 1000 problems', expected fewer; what follows was not read");
}

TEST_F(HostileFile, ANameOfMegabytes) {
    const std::string name(8'000'000, 'x');
    EXPECT_THAT(with("zone.csv", "name," + name + "\nnorth,1\nsouth,2\n"),
                ElementsAre("zone.csv:1:2: found '" + std::string(80, 'x') + "...', expected a column that zone has"));
}

TEST_F(HostileFile, TablesDeepInEachOther) {
    const std::string words = "found 'tables deep in each other', expected at most 64 tables in each other";
    EXPECT_THAT(with("case.toml", "\n" + repeated("a.", 100'000) + "a = 1\n"), ElementsAre("case.toml:2: " + words));
    EXPECT_THAT(with("case.toml", "[" + repeated("a . ", 100'000) + "a]\n"), ElementsAre("case.toml:1: " + words));
    EXPECT_THAT(with("case.toml", "x = " + repeated("{ a.a.a.a = ", 200)), ElementsAre("case.toml:1: " + words));
    folder.write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n");
    folder.write("scenarios/deep.toml", repeated("'a'.", 100'000) + "a = 1\n");
    EXPECT_THAT(folder.messages({.scenario = "deep"}), ElementsAre("scenarios/deep.toml:1: " + words));
}

TEST_F(HostileFile, BracketsDeepInEachOther) {
    EXPECT_THAT(with("case.toml", "a = " + repeated("[", 100'000)),
                ElementsAre(testing::AllOf(testing::StartsWith("case.toml:1:261: found 'a = [[[["),
                                           testing::HasSubstr("exceeded maximum nested value depth of 256"))));
}

TEST(TomlNesting, CountsKeysAndNothingElse) {
    using inputs::line_too_deep;
    const std::string dots(200, '.');
    EXPECT_EQ(line_too_deep("a = \"" + dots + "\"\nb = '" + dots + "' # " + dots + "\n"), std::nullopt);
    EXPECT_EQ(line_too_deep("a = \"\"\"\n" + dots + "\n\\\"\"\"" + dots + "\"\"\"\n"), std::nullopt);
    EXPECT_EQ(line_too_deep("a = \"\"\"\n\\\"\n\"\"\"" + dots), 3);
    EXPECT_EQ(line_too_deep("a = [" + repeated("1.5, ", 200) + "]\n" + repeated("b.c = 1\n", 200)), std::nullopt);
    EXPECT_EQ(line_too_deep("a = [\n" + repeated("{ b.c = 1.5, d = 2.5 },\n", 200) + "]\n"), std::nullopt);
    EXPECT_EQ(line_too_deep(repeated("a.", 64) + "a = 1.5"), 1);
    EXPECT_EQ(line_too_deep(repeated("a.", 63) + "a = 1.5"), std::nullopt);
    EXPECT_EQ(line_too_deep("\"" + repeated("\"\"", 300)), std::nullopt);
}

TEST_F(HostileFile, APipeInsteadOfAFile) {
    folder.remove("zone.csv");
    ASSERT_EQ(mkfifo((folder.path() / "zone.csv").c_str(), 0600), 0);
    EXPECT_THAT(folder.messages(), ElementsAre("zone.csv: found 'a pipe or a device', expected an ordinary file"));
}

TEST_F(HostileFile, ADeviceInsteadOfAFile) {
    folder.remove("series/load.csv");
    std::filesystem::create_symlink("/dev/zero", folder.path() / "series/load.csv");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv: found 'a pipe or a device', expected an ordinary file"));
}

TEST_F(HostileFile, ALinkToNothing) {
    folder.remove("case.toml");
    std::filesystem::create_symlink("case.toml", folder.path() / "case.toml");  // to itself
    EXPECT_THAT(folder.messages(),
                ElementsAre("case.toml: found nothing, expected a file with the settings of the case"));
}

TEST_F(HostileFile, PathsInTheNameOfACase) {
    for (const std::string name : {"../up", "a/b", "..", "/tmp/x", "a\\\\b", "x\\u0000y"})
        EXPECT_THAT(with("case.toml", "name = \"" + name + "\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n"),
                    ElementsAre(testing::EndsWith("expected a name of letters, digits, '_', '-' and '.' that does not "
                                                  "start with '.'")))
            << name;
}

TEST_F(HostileFile, PathsInTheNameOfAScenario) {
    folder.write("case2.toml", "");
    for (const std::string name : {"../case2", "../../etc/passwd", "/etc/passwd", ".", ""})
        EXPECT_THAT(folder.messages({.scenario = name}),
                    ElementsAre("options: scenario: found " + (name.empty() ? "nothing" : "'" + name + "'") +
                                ", expected one of the scenarios base"));
    EXPECT_THAT(([&] {
                    folder.write("scenarios/s.toml", "extends = \"../case2\"\n");
                    return folder.messages({.scenario = "s"});
                })(),
                ElementsAre("scenarios/s.toml:1:11: extends: found '../case2', expected one of the scenarios base, s"));
}

TEST_F(HostileFile, PathsInTheNameOfASeries) {
    EXPECT_THAT(
        with("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,../../etc/passwd,400\n"),
        ElementsAre("demand.csv:2:3: load_mw: found '../../etc/passwd', expected a number or the name of a series"));
}

TEST_F(HostileFile, FiguresThatAreNoFigures) {
    TemporaryFolder figures;
    const auto message = [&](std::string_view text) {
        figures.write("profiles/profiles.toml", text);
        const auto report = inputs::make_profiles(figures.path(), inputs::ProfileMode::compare);
        EXPECT_EQ(report.issues.size(), 1U);
        return report.issues.empty() ? std::string{} : to_string(report.issues.front());
    };
    EXPECT_EQ(message(repeated("a.", 100'000) + "a = 1\n"),
              "profiles/profiles.toml:1: found 'tables deep in each other', expected at most 64 tables in each other");
    figures.remove("profiles/profiles.toml");
    figures.write("profiles/profiles.toml/x", "");
    const auto report = inputs::make_profiles(figures.path(), inputs::ProfileMode::compare);
    ASSERT_EQ(report.issues.size(), 1U);
    EXPECT_EQ(to_string(report.issues[0]),
              "profiles/profiles.toml: found 'a folder', expected a file that can be read");
}

TEST(HostileRun, StoredRunsThatAreNone) {
    TemporaryFolder folder;
    const auto message = [&](std::string_view bytes) {
        folder.write("solution.json.gz", bytes);
        const inputs::StoredRun run = inputs::read_solution(folder.path());
        return run.issues.size() == 1 ? to_string(run.issues.front()) : "not one issue";
    };
    EXPECT_EQ(message(""), "solution.json.gz: found nothing, expected a gzip file");
    EXPECT_EQ(message("{}"), "solution.json.gz: found 'other bytes', expected a gzip file");
    EXPECT_EQ(message("\x1f\x8b\x08"), "solution.json.gz: found 'a file that ends early', expected a whole gzip file");
    EXPECT_EQ(message("\x1f\x8b\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
              "solution.json.gz: found 'damaged bytes', expected a whole gzip file");
    folder.remove("solution.json.gz");
    EXPECT_EQ(to_string(inputs::read_solution(folder.path()).issues.at(0)),
              "solution.json.gz: found nothing, expected a file that can be read");
}

}  // namespace

}  // namespace indus::tests
