// SPDX-License-Identifier: Apache-2.0
// `indus run --against rigid` on tests/cases/spinning_mill, whose README has what the optimised mill costs: 9,280.
//
// The rigid mill spins from 6 to 10 and dyes as soon as 20 t are spun, at 7 and at 9. From 8 on power costs 60:
//   5 * (20 + 20 + 60 + 60) + 4 * (20 + 60) = 1120 of power, 8000 of the town, 720 of gas: 9840
// At 9 the load is 120 + 5 + 4 = 129 MW, and 120 as optimised.
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

class Against : public indus::tests::Command {
protected:
    /// The exit code of `indus run` on a case of the sources.
    int run(const std::string& folder, const std::string& options) {
        return indus(fmt::format("run '{}/{}' --gap 0 {}", INDUS_SOURCE_DIR, folder, options));
    }
    nlohmann::json summary(const std::string& name) const {
        return nlohmann::json::parse(text_of(fs::path{"results"} / name / "base/summary.json"));
    }
};

TEST_F(Against, ARigidMillByHand) {
    ASSERT_EQ(run("tests/cases/spinning_mill", "--against rigid"), 0) << err_;
    const nlohmann::json json = summary("spinning_mill");
    EXPECT_NEAR(json["cost"].get<double>(), 9280, 1e-4);
    const nlohmann::json& rigid = json["rigid"];
    EXPECT_NEAR(rigid["cost"].get<double>(), 9840, 1e-4);
    EXPECT_NEAR(rigid["optimised"]["cost"].get<double>(), 9280, 1e-4);
    EXPECT_NEAR(rigid["peak_mw"].get<double>(), 129, 1e-4);
    EXPECT_NEAR(rigid["optimised"]["peak_mw"].get<double>(), 120, 1e-4);
    EXPECT_NEAR(rigid["firm_capacity_displaced_mw"].get<double>(), 9, 1e-4);
    EXPECT_NEAR(rigid["unserved_mwh"].get<double>(), 0, 1e-4);
    EXPECT_NEAR(rigid["curtailment_mwh"].get<double>(), 0, 1e-4);
    EXPECT_NEAR(rigid["emissions_t"].get<double>(), json["totals"]["emissions_t"].get<double>(), 1e-4);
    EXPECT_NEAR(rigid["bound"].get<double>(), 9840, 1e-2);
    EXPECT_LE(rigid["gap"].get<double>(), 1e-6);
    EXPECT_THAT(out_, HasSubstr("Against an industry that follows no price, this plan saves"));
    EXPECT_THAT(out_, HasSubstr("of firm capacity"));
    const std::string page = text_of("results/spinning_mill/base/report.html");
    EXPECT_THAT(page, HasSubstr("Industry that follows prices, and industry that does not"));
    EXPECT_THAT(page, HasSubstr("data-value=\"9840"));
    EXPECT_THAT(text_of("results/spinning_mill/base/manifest.json"), HasSubstr("--against rigid"));
}

TEST_F(Against, IsNullWhereItWasNotAskedFor) {
    ASSERT_EQ(run("tests/cases/spinning_mill", ""), 0) << err_;
    EXPECT_TRUE(summary("spinning_mill")["rigid"].is_null());
    EXPECT_THAT(text_of("results/spinning_mill/base/report.html"), Not(HasSubstr("id=\"rigid\"")));
}

TEST_F(Against, SaysThatThereIsNoIndustry) {
    ASSERT_EQ(run("inputs/cases/first-steps", "--against rigid"), 0) << err_;
    const nlohmann::json json = summary("first-steps");
    EXPECT_EQ(json["rigid"]["cost"], json["cost"]);
    EXPECT_EQ(json["rigid"]["firm_capacity_displaced_mw"], 0.0);
    EXPECT_THAT(out_, HasSubstr("The case has no industry that could be flexible"));
}

// Stopped while the second run is under way: the first run's results are there, the comparison is not.
TEST_F(Against, KeepsTheFirstRunWhereTheSecondIsStopped) {
    const std::string command = fmt::format(
        "cd '{}' && {{ '{}' run '{}/inputs/cases/pakistan' --hours 24 --gap 0.05 "
        "--against rigid >out 2>err & }} && "
        "until grep -q 'rigid schedules' err || ! kill -0 $!; do sleep 0.02; done; kill -TERM $!; wait $!",
        folder_.string(), INDUS_PROGRAM, INDUS_SOURCE_DIR);
    EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 0) << text_of("err");
    const nlohmann::json json = nlohmann::json::parse(text_of("results/pakistan/base/summary.json"));
    EXPECT_EQ(json["audit"], "passed");
    EXPECT_TRUE(json["rigid"]["cost"].is_null());
    EXPECT_EQ(json["rigid"]["optimised"]["cost"], json["cost"]);
    EXPECT_THAT(text_of("out"), HasSubstr("no comparison with an industry that follows no price"));
}

TEST_F(Against, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(run("tests/cases/spinning_mill", "--against elastic"), 2);
    EXPECT_THAT(err_, HasSubstr("--against: found 'elastic', expected rigid"));
    EXPECT_EQ(run("tests/cases/captive_estate", "--against rigid --objective zone:estate"), 2);
    EXPECT_THAT(err_, HasSubstr("--against: rigid goes with --objective system"));
}

}  // namespace
