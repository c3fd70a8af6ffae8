// SPDX-License-Identifier: Apache-2.0
// The audit of AC lines finds what is wrong, and says it in these words.
#include <gmock/gmock.h>

#include "model/audit.hpp"
#include "tests/model/components/ac_network_scenes.hpp"

namespace indus::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// "owner: what" of every finding when series are replaced.
struct Replacement {
    std::string owner{};
    std::string quantity{};
    std::vector<double> values{};
};

std::vector<std::string> findings(const Scene& scene, const std::vector<Replacement>& replacements) {
    Solution solution = scene.solve();
    for (const Replacement& wanted : replacements) {
        bool found = false;
        for (SeriesRecord& each : solution.series)
            if (each.owner == wanted.owner && each.quantity == wanted.quantity) {
                each.values = wanted.values;
                found = true;
            }
        EXPECT_TRUE(found) << wanted.owner << " " << wanted.quantity;
    }
    std::vector<std::string> texts;
    for (const Finding& each : audit(scene.system(), solution).findings)
        texts.push_back(fmt::format("{}: {}", each.owner, each.what));
    return texts;
}

TEST(AcLineAudit, FindsAFlowThatDoesNotFollow) {
    EXPECT_THAT(findings(triangle(80), {{"zone_b", "flow", {20}}}),
                ElementsAre("zone_b: flow is 20 MW, but should be 10 MW"));
}

// "zone" states 3 MW more, so that an island sums to 3 and 3 MW are missing in its own balance.
TEST(AcLineAudit, FindsExportsThatDoNotSumToZero) {
    EXPECT_THAT(findings(triangle(500), {{"zone", "ac_export", {153}}}),
                Contains("zone: net export of the zones that its AC lines join is 3 MW, but should be 0 MW"));
    EXPECT_THAT(findings(triangle(500), {{"zone", "ac_export", {153}}}),
                Contains("zone: supply less demand is -3 MW, but should be 0 MW"));
}

// Exports of 150 from "zone", 0 from b, put 100 MW on the line zone-c; with all flows told as they follow, its limit is
// broken.
TEST(AcLineAudit, FindsABrokenLimit) {
    const auto found = findings(triangle(80), {{"zone", "ac_export", {150}},
                                               {"b", "ac_export", {0}},
                                               {"cheap", "output", {150}},
                                               {"dear", "output", {0}},
                                               {"zone_c", "flow", {100}},
                                               {"zone_b", "flow", {50}},
                                               {"b_c", "flow", {50}}});
    EXPECT_THAT(found, Contains("zone_c: flow is 100 MW, above its limit 80 MW"));
}

TEST(AcLineAudit, FindsABrokenReverseLimit) {
    Scene scene = pair({100});
    scene.add(ac("b", "zone", 0.1, 80));
    const auto found =
        findings(scene, {{"zone", "ac_export", {100}}, {"b", "ac_export", {-100}}, {"b_zone", "flow", {-100}}});
    EXPECT_THAT(found, Contains("b_zone: flow is -100 MW, below its limit -80 MW"));
}

TEST(AcLineAudit, FindsBrokenAngles) {
    Scene scene = pair({100});
    scene.add(ac("zone", "b", 0.1, 80));
    line_of(scene, 0).max_angle_degrees = 3;
    const std::vector<Replacement> more{
        {"zone", "ac_export", {60}}, {"b", "ac_export", {-60}}, {"zone_b", "flow", {60}}};
    EXPECT_THAT(findings(scene, more),
                Contains("zone_b: angle of from over to is 3.43775 degrees, above its limit 3 degrees"));
    line_of(scene, 0) = ac("b", "zone", 0.1, 80);
    line_of(scene, 0).min_angle_degrees = -3;
    const std::vector<Replacement> back{
        {"zone", "ac_export", {60}}, {"b", "ac_export", {-60}}, {"b_zone", "flow", {-60}}};
    EXPECT_THAT(findings(scene, back),
                Contains("b_zone: angle of from over to is -3.43775 degrees, below its limit -3 degrees"));
}

TEST(AcLineAudit, FindsAnOverloadUntoldOrUnpaid) {
    Scene scene = pair({100});
    scene.add(ac("zone", "b", 0.1, 80));
    line_of(scene, 0).violation_cost_per_mwh = 4;
    EXPECT_THAT(findings(scene, {{"zone_b", "overload", {0}}}),
                Contains("zone_b: flow is 100 MW, above its limit 80 MW"));
    EXPECT_THAT(findings(scene, {{"zone_b", "overload", {30}}}),
                Contains("zone_b: the cost 'line_violation' is 80, but should be 120"));
    EXPECT_THAT(findings(scene, {{"zone_b", "overload", {-1}}}),
                Contains("zone_b: overload is -1 MW, below its limit 0 MW"));
}

TEST(AcLineAudit, FindsLossesThatAreNone) {
    Scene scene = pair({95});
    scene.add(ac("zone", "b", 0.1, 500));
    line_of(scene, 0).loss_share = 0.1;
    EXPECT_THAT(findings(scene, {}), IsEmpty());
    EXPECT_THAT(findings(scene, {{"zone_b", "forward", {90}}}),
                Contains("zone_b: forward less backward flow is 90 MW, but should be 100 MW"));
    EXPECT_THAT(findings(scene, {{"zone_b", "forward", {110}}, {"zone_b", "backward", {10}}}),
                Contains("zone_b: flows both ways at once: 110 MW and 10 MW"));
    EXPECT_THAT(findings(scene, {{"zone_b", "backward", {-2}}}),
                Contains("zone_b: backward flow is -2 MW, below its limit 0 MW"));
}

// A line that is open carries nothing, and its zone gives nothing into a network.
TEST(AcLineAudit, FindsAFlowOnAnOpenLine) {
    Scene scene = pair({100});
    scene.add(ac("zone", "b", 0.1, 80));
    line_of(scene, 0).available = 0.0;
    const auto found = findings(scene, {{"zone_b", "flow", {5}}, {"zone", "ac_export", {5}}});
    EXPECT_THAT(found, Contains("zone_b: flow is 5 MW, but should be 0 MW"));
    EXPECT_THAT(found, Contains("zone: net export of the zones that its AC lines join is 5 MW, but should be 0 MW"));
}

}  // namespace
}  // namespace indus::tests
