// SPDX-License-Identifier: Apache-2.0
// `indus run --objective`: the numbers are those of tests/cases/captive_estate/README.md.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/command.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Objective : public indus::tests::Command {
protected:
    /// The exit code of `indus run` on the case.
    int run(const std::string& objective) {
        return indus(fmt::format("run '{}/tests/cases/captive_estate' --objective '{}'", INDUS_SOURCE_DIR, objective));
    }
    fs::path results() const { return "results/captive_estate/base"; }
    nlohmann::json summary() const { return nlohmann::json::parse(text_of(results() / "summary.json")); }
};

TEST_F(Objective, OfTheSystemHasBills) {
    ASSERT_EQ(run("system"), 0) << err_;
    const nlohmann::json json = summary();
    EXPECT_NEAR(json["cost"].get<double>(), 3000, 1e-4);
    EXPECT_EQ(json["objective"]["name"], "system");
    EXPECT_NEAR(json["zones"][1]["bill"].get<double>(), 4860, 1e-4);
    EXPECT_FALSE(json["zones"][0].contains("bill"));
    EXPECT_THAT(text_of(results() / "bills.csv"), HasSubstr("gate,estate,2025-01,"));
    EXPECT_THAT(text_of(results() / "report.html"), HasSubstr("Electricity bills"));
}

TEST_F(Objective, OfAZoneShowsBothPerspectives) {
    ASSERT_EQ(run("zone:estate"), 0) << err_;
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
    EXPECT_THAT(out_, HasSubstr("On its own the zone gains"));
    EXPECT_THAT(out_, HasSubstr("no plan with the decisions that were given can cost less"));
    EXPECT_THAT(text_of(results() / "report.html"), HasSubstr("Two perspectives on estate"));
    // What was stored proves itself, given decisions included.
    EXPECT_EQ(indus("verify results/captive_estate/base"), 0) << out_ << err_;
}

TEST_F(Objective, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(run("cheap"), 2);
    EXPECT_THAT(err_, HasSubstr("--objective: found 'cheap', expected system or zone:NAME"));
    EXPECT_EQ(run("zone:estat"), 2);
    EXPECT_THAT(err_, HasSubstr("there is no zone 'estat'; did you mean 'estate'?"));
    EXPECT_EQ(run("zone:grid"), 2);
    EXPECT_THAT(err_, HasSubstr("zone 'grid' has no meter, so it has no bill"));
}

}  // namespace
