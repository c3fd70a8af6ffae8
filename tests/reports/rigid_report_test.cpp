// SPDX-License-Identifier: Apache-2.0
// The comparison with a rigid industry, in sentences, in the page and in summary.json.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/number_text.hpp"
#include "reports/rigid_text.hpp"
#include "reports/summary_json.hpp"
#include "tests/reports/sample_works.hpp"

namespace indus::reports {
namespace {

using samples::SampleRun;
using samples::works_run;
using testing::HasSubstr;

model::RigidComparison sample_comparison() {
    model::RigidComparison found;
    found.optimised = {9000, 120, 100, 0, 50, 30};
    found.rigid = model::RunFigures{10000, 170, 140, 12, 80, 30};
    found.bound = 9900;
    found.gap = 0.01;
    found.optimised_bound = 8950;
    found.explanation = "The search ended.";
    return found;
}

TEST(RigidReport, TellsTheDifferenceInSentences) {
    const std::vector<std::string> said = rigid_sentences(sample_comparison(), "PKR");
    ASSERT_EQ(said.size(), 4U);
    EXPECT_THAT(said[0], HasSubstr("this plan saves " + money_text(1000, "PKR")));
    EXPECT_THAT(said[0], HasSubstr(percent_text(0.1)));
    EXPECT_THAT(said[0], HasSubstr("between " + money_text(900, "PKR") + " and " + money_text(1050, "PKR")));
    EXPECT_THAT(said[1],
                HasSubstr("peak of load is " + quantity_text(120, "MW") + " (rigid: " + quantity_text(170, "MW")));
    EXPECT_THAT(said[2], HasSubstr("displaces " + quantity_text(40, "MW")));
    EXPECT_THAT(said[2], HasSubstr(" is lower."));
}

TEST(RigidReport, SaysSoWhereThePeakIsHigher) {
    model::RigidComparison found = sample_comparison();
    std::swap(found.optimised.peak_residual_mw, found.rigid->peak_residual_mw);
    const std::string said = rigid_sentences(found, "PKR")[2];
    EXPECT_THAT(said, HasSubstr("needs another " + quantity_text(40, "MW")));
    EXPECT_THAT(said, HasSubstr(" is higher."));
}

TEST(RigidReport, SaysWhyThereIsNoComparison) {
    model::RigidComparison found = sample_comparison();
    found.rigid.reset();
    found.explanation = "The rigid run was stopped before it was done.";
    EXPECT_THAT(rigid_sentences(found, "PKR").at(0), HasSubstr("no comparison"));
    EXPECT_THAT(rigid_sentences(found, "PKR").at(0), HasSubstr("was stopped"));
    const SampleRun run = works_run();
    const auto json = nlohmann::json::parse(
        summary_json(run.system, run.solution, digest(run.system, run.solution), {}, found))["rigid"];
    EXPECT_TRUE(json["cost"].is_null());
    EXPECT_TRUE(json["firm_capacity_displaced_mw"].is_null());
    EXPECT_EQ(json["optimised"]["cost"], 9000.0);
    EXPECT_THAT(json["explanation"].get<std::string>(), HasSubstr("was stopped"));
}

}  // namespace
}  // namespace indus::reports
