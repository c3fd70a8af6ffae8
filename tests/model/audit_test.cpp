// SPDX-License-Identifier: Apache-2.0
// The audit must find what is wrong. Every series and every cost of a correct solution is spoilt in turn; each spoilt
// solution must be found out. A part of the audit that checks nothing would fail here.
#include "model/audit.hpp"

#include "model/studies/evaluate.hpp"
#include "model/studies/verify.hpp"
#include "tests/everything.hpp"

namespace indus::tests {
namespace {

TEST(Audit, PassesACorrectSolution) {
    const Scene scene = everything();
    const Solution solution = scene.solve(1e-6);
    EXPECT_TRUE(audit(scene.system(), solution).findings.empty());
}

TEST(Audit, FindsEverySpoiltSeries) {
    const Scene scene = everything();
    const System system = scene.system();
    const Solution correct = scene.solve(1e-6);
    int spoilt = 0;
    for (std::size_t s = 0; s < correct.series.size(); ++s) {
        const SeriesRecord& record = correct.series[s];
        // How output splits over pieces and start categories, start and stop flags, the reported requirement, imports,
        // arriving flows, load and hourly costs are views of what other series say; the program's certificate checks
        // the first three, and reports read the rest. How far vessels are ahead of the flow may be told too high.
        const bool view = record.quantity.starts_with("piece_") || record.quantity.starts_with("start_category") ||
                          record.quantity == "start" || record.quantity == "stop" ||
                          record.quantity == "above_minimum" || record.quantity == "requirement" ||
                          record.quantity == "provided" || record.quantity == "net_import" ||
                          record.quantity.starts_with("delivered_") || record.quantity == "load" ||
                          record.quantity == "cost" || (record.kind == FuelRoute::kind && record.quantity == "ahead");
        if (view) continue;
        Solution wrong = correct;
        wrong.series[s].values[2] += record.quantity.starts_with("reserve") ? 500.0 : 0.5;
        EXPECT_FALSE(audit(system, wrong).findings.empty())
            << record.kind << " " << record.owner << " " << record.quantity;
        ++spoilt;
    }
    EXPECT_GE(spoilt, 25);
}

TEST(Audit, FindsEverySpoiltCost) {
    const Scene scene = everything();
    const System system = scene.system();
    const Solution correct = scene.solve(1e-6);
    for (std::size_t c = 0; c < correct.costs.size(); ++c) {
        Solution wrong = correct;
        wrong.costs[c].amount += 1.0;
        EXPECT_FALSE(audit(system, wrong).findings.empty())
            << correct.costs[c].owner << " " << correct.costs[c].category;
    }
    Solution cheaper = correct;
    *cheaper.certificate.cost -= 1.0;
    EXPECT_FALSE(audit(system, cheaper).findings.empty());
    Solution forgotten = correct;
    std::erase_if(forgotten.costs, [](const CostRecord& each) { return each.category == "fuel"; });
    EXPECT_FALSE(audit(system, forgotten).findings.empty());
}

TEST(Audit, TellsWhatWhereAndWhen) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).demand({60, 70});
    Solution wrong = scene.solve();
    for (SeriesRecord& each : wrong.series)
        if (each.quantity == "output") each.values[1] = 130.0;
    const AuditResult result = audit(scene.system(), wrong);
    ASSERT_GE(result.findings.size(), 2U);
    EXPECT_EQ(result.findings[0].owner, "coal");
    EXPECT_EQ(result.findings[0].step, 1);
    EXPECT_EQ(result.findings[0].what, "output with reserve is 130 MW, above its limit 100 MW");
    EXPECT_EQ(result.findings[1].what, "supply less demand is 60 MW, but should be 0 MW");
}

// A stored run is confirmed, and a spoilt decision, cost, bound or multiplier is not.
TEST(Verify, ConfirmsATrueRunAndNoOther) {
    const Scene scene = everything();
    const System system = scene.system();
    const Solution solution = scene.solve(1e-6);
    EXPECT_TRUE(verify(system, solution).problems.empty());

    Solution dearer = solution;
    *dearer.certificate.cost += 5.0;
    EXPECT_FALSE(verify(system, dearer).problems.empty());
    Solution boastful = solution;
    *boastful.certificate.bound_recomputed = *solution.certificate.cost * 1.01;
    EXPECT_FALSE(verify(system, boastful).problems.empty());
    Solution unproven = solution;
    for (double& multiplier : unproven.multipliers) multiplier = 0.0;
    EXPECT_FALSE(verify(system, unproven).problems.empty());
    Solution moved = solution;
    for (SeriesRecord& each : moved.series)
        if (each.decision && each.owner == "dam" && each.quantity == "output") each.values[0] += 1.0;
    EXPECT_FALSE(verify(system, moved).problems.empty());
    Solution incomplete = solution;
    std::erase_if(incomplete.series, [](const SeriesRecord& each) { return each.owner == "cell"; });
    EXPECT_FALSE(verify(system, incomplete).problems.empty());
}

}  // namespace
}  // namespace indus::tests
