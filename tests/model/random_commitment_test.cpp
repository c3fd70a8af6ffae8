// SPDX-License-Identifier: Apache-2.0
// Random small systems against an enumeration of all their schedules: a wrong row and a wrong answer of the integer search
// would both show. Run one again with --gtest_filter='*RandomCommitment*' and look at its seed.
#include "tests/model/enumeration.hpp"
#include "tests/model/random_systems.hpp"

namespace indus::tests {
namespace {

class RandomCommitment : public testing::TestWithParam<int> {};

TEST_P(RandomCommitment, CostsAsMuchAsTheBestOfAllSchedules) {
    constexpr int systems_per_test = 20;
    int with_solution = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(GetParam() * systems_per_test + i + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Scene scene = RandomSystem{seed}.make();
        const System system = scene.system();
        const std::optional<double> least = Enumeration{system}.least_cost();
        if (!least) {
            EXPECT_EQ(dispatch(system, {.run = {.gap = 0.0}}).outcome, "infeasible");
            continue;
        }
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), *least, 1e-6 * std::max(1.0, std::abs(*least)));
        ++with_solution;
    }
    EXPECT_GE(with_solution, systems_per_test / 2) << "most systems should have a solution";
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomCommitment, testing::Range(0, 6));

}  // namespace
}  // namespace indus::tests
