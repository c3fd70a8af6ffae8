// SPDX-License-Identifier: Apache-2.0
// Whatever the system, a run ends with a proven optimum that certificate, audit and verification confirm, or with the
// sentence why there is none.
#include "tests/model/random_everything.hpp"

#include "model/audit.hpp"
#include "model/studies/verify.hpp"

namespace indus::tests {
namespace {

class RandomRuns : public testing::TestWithParam<int> {};

void expect_confirmed(const System& system, const Solution& solution) {
    EXPECT_EQ(solution.outcome, "optimal") << solution.limit;
    EXPECT_TRUE(solution.certificate.feasible) << solution.certificate.worst_row;
    for (const Finding& each : solution.findings)
        ADD_FAILURE() << "audit: " << each.kind << " " << each.owner << " at step " << each.step << ": " << each.what;
    for (const std::string& problem : verify(system, solution).problems) ADD_FAILURE() << "verify: " << problem;
    double parts = 0.0;
    for (const CostRecord& each : solution.costs) parts += each.amount;
    EXPECT_NEAR(parts, cost(solution), 1e-6 * std::max(1.0, std::abs(parts)));
    EXPECT_EQ(solution.prices.size(), system.all<Zone>().size() + system.all<Reserve>().size());
}

TEST_P(RandomRuns, EndProvenOrExplained) {
    constexpr int systems_per_test = 20;
    int solved = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(GetParam() * systems_per_test + i + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = RandomEverything{seed}.make().system();
        const Solution solution = dispatch(system, {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
        if (solution.has_solution()) {
            expect_confirmed(system, solution);
            ++solved;
            continue;
        }
        EXPECT_EQ(solution.outcome, "infeasible");
        EXPECT_TRUE(solution.explanation.starts_with(
            "No schedule satisfies all rules of the case. The least that would have to give way: "))
            << solution.explanation;
    }
    EXPECT_GE(solved, systems_per_test / 3);
}

// 36 holds seed 734, whose batteries would burn what nobody wants, at other steps with every attempt to forbid it.
INSTANTIATE_TEST_SUITE_P(Seeds, RandomRuns, testing::Values(0, 1, 2, 36));

}  // namespace
}  // namespace indus::tests
