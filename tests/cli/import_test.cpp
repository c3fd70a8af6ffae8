// SPDX-License-Identifier: Apache-2.0
// indus import, and files of other tools given to other verbs in place of a case.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/cli/command.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* one_hour = R"({"time_periods": 1, "demand": [50],
 "thermal_generators": {"coal": {"must_run": 1, "power_output_minimum": 20, "power_output_maximum": 80,
  "ramp_up_limit": 30, "ramp_down_limit": 35, "ramp_startup_limit": 25, "ramp_shutdown_limit": 25, "time_up_minimum": 1,
  "time_down_minimum": 1, "power_output_t0": 40, "unit_on_t0": 1, "time_up_t0": 3, "time_down_t0": 0,
  "startup": [{"lag": 1, "cost": 100}], "piecewise_production": [{"mw": 20, "cost": 400}, {"mw": 80, "cost": 1600}]}}})";

class ImportCommand : public indus::tests::Command {
protected:
    void SetUp() override { std::ofstream{folder_ / "tiny.json"} << one_hour; }
};

TEST_F(ImportCommand, WritesACaseThatCanBeChecked) {
    EXPECT_EQ(indus("import pglib-uc tiny.json -o case"), 0) << err_;
    EXPECT_EQ(out_, "case written; complete its SOURCES.md\n");
    EXPECT_THAT(text_of("case/SOURCES.md"), HasSubstr("- file: `tiny.json`, "));
    EXPECT_EQ(indus("check case"), 0) << err_;
    EXPECT_EQ(indus("import pglib-uc tiny.json -o case"), 2);
    EXPECT_THAT(err_,
                HasSubstr("case: found 'files', expected a folder that is empty or not there yet\n1 problem found"));
}

TEST_F(ImportCommand, OtherVerbsTakeTheFileItself) {
    EXPECT_EQ(indus("check tiny.json"), 0) << err_;
    EXPECT_THAT(err_, HasSubstr("note: The file has no dates: its first hour is taken for the first of 2025."));
    EXPECT_EQ(indus("run tiny.json -o results -q"), 0) << err_;
    EXPECT_THAT(text_of("results/tiny/base/summary.json"), HasSubstr("\"cost\": 1000"));
    EXPECT_EQ(indus("export tiny.json --format lp"), 0) << err_;
}

TEST_F(ImportCommand, WrongUseIsToldInWords) {
    EXPECT_EQ(indus("import pglib tiny.json -o case"), 2);
    EXPECT_THAT(err_, HasSubstr("options: format: found 'pglib', expected one of matpower, egret, unitcommitment-jl, "
                                "pglib-uc"));
    EXPECT_EQ(indus("check tiny.json --file-format egret"), 2);
    EXPECT_THAT(err_, HasSubstr("tiny.json: system: found nothing, expected an object with what holds for the whole "
                                "system"));
    EXPECT_EQ(indus("check tiny.json --scenario dry"), 2);
    EXPECT_THAT(err_,
                HasSubstr("options: scenario: found 'dry', expected base, as a file has no scenarios; import it as "
                          "a case folder"));
    EXPECT_FALSE(fs::exists(folder_ / "case"));
}

}  // namespace
