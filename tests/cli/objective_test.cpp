// SPDX-License-Identifier: Apache-2.0
// `indus run --objective`: the numbers are those of tests/cases/captive_estate/README.md.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string text_of(const fs::path& file) {
    std::ifstream stream{file};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

class Objective : public testing::Test {
protected:
    /// The exit code of `indus run` on the case.
    int run(const std::string& objective) {
        const std::string command = fmt::format(
            "cd '{}' && '{}' run '{}/tests/cases/captive_estate' --objective '{}' "
            ">out 2>err",
            folder_.string(), INDUS_PROGRAM, INDUS_SOURCE_DIR, objective);
        return WEXITSTATUS(std::system(command.c_str()));
    }
    fs::path results() const { return folder_ / "results/captive_estate/base"; }
    nlohmann::json summary() const { return nlohmann::json::parse(text_of(results() / "summary.json")); }

    const indus::tests::TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path();
};

TEST_F(Objective, OfTheSystemHasBills) {
    ASSERT_EQ(run("system"), 0) << text_of(folder_ / "err");
    const nlohmann::json json = summary();
    EXPECT_NEAR(json["cost"].get<double>(), 3000, 1e-4);
    EXPECT_EQ(json["objective"]["name"], "system");
    EXPECT_NEAR(json["zones"][1]["bill"].get<double>(), 4860, 1e-4);
    EXPECT_FALSE(json["zones"][0].contains("bill"));
    EXPECT_THAT(text_of(results() / "bills.csv"), HasSubstr("gate,estate,2025-01,"));
    EXPECT_THAT(text_of(results() / "report.html"), HasSubstr("Electricity bills"));
}

TEST_F(Objective, OfAZoneShowsBothPerspectives) {
    ASSERT_EQ(run("zone:estate"), 0) << text_of(folder_ / "err");
    const nlohmann::json json = summary();
    EXPECT_NEAR(json["cost"].get<double>(), 4200, 1e-4);
    EXPECT_EQ(json["audit"], "passed");
    EXPECT_TRUE(json["zones"][1]["average_price_per_mwh"].is_null());
    EXPECT_THAT(text_of(results() / "report.html"), HasSubstr("lowest possible with the decisions that were given"));
    const nlohmann::json& objective = json["objective"];
    EXPECT_EQ(objective["name"], "zone:estate");
    EXPECT_NEAR(objective["bill"].get<double>(), 2460, 1e-4);
    EXPECT_NEAR(objective["bill_under_system"].get<double>(), 4860, 1e-4);
    EXPECT_NEAR(objective["system_cost"].get<double>(), 4200, 1e-4);
    EXPECT_NEAR(objective["system_cost_under_system"].get<double>(), 3000, 1e-4);
    EXPECT_NEAR(objective["zone_gain"].get<double>(), 800, 1e-4);
    EXPECT_NEAR(objective["others_loss"].get<double>(), 2000, 1e-4);
    EXPECT_THAT(text_of(folder_ / "out"), HasSubstr("On its own the zone gains"));
    EXPECT_THAT(text_of(folder_ / "out"), HasSubstr("no plan with the decisions that were given can cost less"));
    EXPECT_THAT(text_of(results() / "report.html"), HasSubstr("Two perspectives on estate"));
    // What was stored proves itself, given decisions included.
    const std::string verify =
        fmt::format("cd '{}' && '{}' verify results/captive_estate/base >out 2>err", folder_.string(), INDUS_PROGRAM);
    EXPECT_EQ(WEXITSTATUS(std::system(verify.c_str())), 0) << text_of(folder_ / "out") << text_of(folder_ / "err");
}

TEST_F(Objective, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(run("cheap"), 2);
    EXPECT_THAT(text_of(folder_ / "err"), HasSubstr("--objective: found 'cheap', expected system or zone:NAME"));
    EXPECT_EQ(run("zone:estat"), 2);
    EXPECT_THAT(text_of(folder_ / "err"), HasSubstr("there is no zone 'estat'; did you mean 'estate'?"));
    EXPECT_EQ(run("zone:grid"), 2);
    EXPECT_THAT(text_of(folder_ / "err"), HasSubstr("zone 'grid' has no meter, so it has no bill"));
}

}  // namespace
