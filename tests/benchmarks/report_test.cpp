// SPDX-License-Identifier: Apache-2.0
// The files of ./dev bench, and what `compare` says of them.
#include "benchmarks/report.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/benchmarks/said.hpp"

namespace indus::bench {
namespace {

using testing::HasSubstr;

/// A file with one part and one instance that took so long.
std::string file_text(long instructions, double seconds) {
    return fmt::format(R"({{"format": "indus-benchmark", "version": 2, "started_utc": "2026-11-29T12:00:00Z",
        "cores": 2, "processor": "P", "compiler": "C", "libraries": ["L 1"], "limit_seconds": 60.0,
        "parts": [{{"name": "read_mps/x", "seconds": 0.04, "instructions": {}}}],
        "results": [{{"instance": "kazarlis:40", "gap": 0.001, "ratio_to_cbc": null, "runs": [
            {{"method": "auto", "gap_asked": 0.001, "seconds_to_gap": {}, "cpu_seconds": {}}},
            {{"method": "direct", "gap_asked": 0.001, "seconds_to_gap": 40.0}}]}}],
        "growth": [], "left_out": []}})",
                       instructions, seconds, seconds);
}

TEST(BenchReport, ComesBackAsItWent) {
    const std::string text = to_json(parse_report(file_text(1000, 4.0)));
    EXPECT_EQ(to_json(parse_report(text)), text);
    const Report report = parse_report(text);
    EXPECT_EQ(report.parts.at(0).instructions, 1000);
    EXPECT_EQ(report.results.at(0).runs.at(0).seconds_to_gap, 4.0);
    EXPECT_FALSE(report.results.at(0).runs.at(1).cpu_seconds);
}

std::string complaint(const std::string& text) {
    try {
        parse_report(text);
        return "";
    } catch (const std::runtime_error& wrong) {
        return wrong.what();
    }
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = file_text(1000, 4.0);
    return text.replace(text.find(from), from.size(), to);
}

TEST(BenchReport, SaysWhereItIsWrong) {
    EXPECT_EQ(complaint("{"), "the file is no JSON");
    EXPECT_EQ(complaint("[]"), "the file holds no results of ./dev bench");
    EXPECT_EQ(complaint(R"({"format": "other"})"), "the file holds no results of ./dev bench");
    EXPECT_EQ(complaint(changed(": 2,", ": 1,")), "the file has version 1 of the format, expected 2");
    EXPECT_EQ(complaint(changed("\"cores\": 2", "\"cores\": \"two\"")), "cores: expected a number");
    EXPECT_EQ(complaint(changed("\"instructions\": 1000", "\"instructions\": 1.5")),
              "parts[0].instructions: expected a number");
    EXPECT_EQ(complaint(changed("\"method\": \"direct\"", "\"method\": 3")),
              "results[0].runs[1].method: expected a text");
    EXPECT_EQ(complaint(changed("\"left_out\": []", "\"left_out\": {}")), "left_out: expected a list");
}

class BenchCompareFiles : public testing::Test {
protected:
    solver::TemporaryFolder folder;

    Said compared(const std::string& before, const std::string& now) {
        std::ofstream{folder.path() / "old.json"} << before;
        std::ofstream{folder.path() / "new.json"} << now;
        return hear(INDUS_BENCH_COMPARE, {"old.json", "new.json"}, folder.path());
    }
};

TEST_F(BenchCompareFiles, EndsWith0Or5) {
    EXPECT_EQ(compared(file_text(1000, 4.0), file_text(1010, 4.1)).exit_code, 0);
    EXPECT_EQ(compared(file_text(1000, 4.0), file_text(1030, 4.0)).exit_code, 5);
    const Said slower = compared(file_text(1000, 4.0), file_text(1000, 9.0));
    EXPECT_EQ(slower.exit_code, 5);
    EXPECT_THAT(slower.text, HasSubstr("- kazarlis:40 at 0.1 %: 4.00 s became 9.00 s"));
}

TEST_F(BenchCompareFiles, EndsWith2WhereThereIsNothingToCompare) {
    const Said broken = compared(file_text(1000, 4.0), "{\"format\":");
    EXPECT_EQ(broken.exit_code, 2);
    EXPECT_THAT(broken.text, HasSubstr("'new.json': the file is no JSON"));
    const Said absent = hear(INDUS_BENCH_COMPARE, {"absent.json", "old.json"}, folder.path());
    EXPECT_EQ(absent.exit_code, 2);
    EXPECT_THAT(absent.text, HasSubstr("'absent.json' cannot be read"));
    EXPECT_EQ(hear(INDUS_BENCH_COMPARE, {"old.json"}, folder.path()).exit_code, 2);
    std::string other = file_text(1000, 4.0);
    other.replace(other.find("kazarlis:40"), 11, "kazarlis:10").replace(other.find("read_mps/x"), 10, "read_mps/y");
    const Said nothing = compared(file_text(1000, 4.0), other);
    EXPECT_EQ(nothing.exit_code, 2);
    EXPECT_THAT(nothing.text, HasSubstr("Nothing to judge"));
    EXPECT_EQ(hear(INDUS_BENCH_COMPARE, {"--help"}, folder.path()).exit_code, 0);
}

}  // namespace
}  // namespace indus::bench
