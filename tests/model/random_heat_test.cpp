// SPDX-License-Identifier: Apache-2.0
// Random systems with contracts, shiftable loads and heat: whatever is solved, certificate, audit and verification
// agree.
#include "tests/model/random_industry/random_heat.hpp"

#include "model/audit.hpp"
#include "model/studies/verify.hpp"
#include "tests/model/random_everything.hpp"

namespace indus::tests {
namespace {

class RandomHeat : public testing::TestWithParam<int> {};

TEST_P(RandomHeat, EndsProvenOrExplained) {
    constexpr int systems_per_test = 20;
    int solved = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(GetParam() * systems_per_test + i + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = RandomHeatAndContracts{RandomEverything{seed}.make(), seed}.make().system();
        const Solution solution = dispatch(system, {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
        if (!solution.has_solution()) {
            EXPECT_EQ(solution.outcome, "infeasible");
            continue;
        }
        ++solved;
        EXPECT_EQ(solution.outcome, "optimal") << solution.limit;
        EXPECT_TRUE(solution.certificate.feasible) << solution.certificate.worst_row;
        for (const Finding& each : solution.findings)
            ADD_FAILURE() << "audit: " << each.kind << " " << each.owner << " at step " << each.step << ": "
                          << each.what;
        for (const std::string& problem : verify(system, solution).problems) ADD_FAILURE() << "verify: " << problem;
    }
    EXPECT_GE(solved, systems_per_test / 4);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomHeat, testing::Values(0, 1, 2));

}  // namespace
}  // namespace indus::tests
