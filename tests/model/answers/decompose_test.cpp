// SPDX-License-Identifier: Apache-2.0
// Whole systems by prices and by rows: the same optimum, and whatever the gap asked, bound <= optimum <= cost.
#include <gtest/gtest.h>

#include "model/answers/block_oracles.hpp"
#include "model/studies/verify.hpp"
#include "solver/certificate.hpp"
#include "solver/decomposition.hpp"
#include "tests/model/random_everything.hpp"

namespace indus::tests {
namespace {

class Decompose : public testing::TestWithParam<int> {};

TEST_P(Decompose, EncloseTheOptimum) {
    constexpr int systems_per_test = 25;
    int compared = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(9000 + GetParam() * systems_per_test + i);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const solver::Result best = solver::make_solver("plain_cbc")->solve(f->program(), {.relative_gap = 0.0});
        for (const double gap : {0.0, 0.02}) {
            const solver::Decomposed found =
                solver::decompose(f->program(), block_oracles(*f), {.time_limit_seconds = 30.0, .relative_gap = gap});
            if (!best.has_solution()) {
                EXPECT_FALSE(found.result.has_solution());
                continue;
            }
            const double size = std::max(1.0, std::abs(best.objective));
            EXPECT_LE(found.pricing.bound, best.objective + 1e-6 * size);
            EXPECT_LE(found.result.bound, best.objective + 1e-6 * size);
            ASSERT_TRUE(found.result.has_solution());
            EXPECT_TRUE(solver::check_feasibility(f->program(), found.result.values).within_tolerance);
            EXPECT_EQ(found.result.outcome, solver::Outcome::optimal);
            EXPECT_GE(found.result.objective, best.objective - 1e-6 * size);
            EXPECT_LE(found.result.objective, best.objective + (gap + 1e-6) * size);
            ++compared;
        }
    }
    EXPECT_GE(compared, systems_per_test / 2);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Decompose, testing::Range(0, 6));

// Answers come from several threads; what is found does not depend on which was first.
TEST(DecomposeRun, IsTheSameEveryTime) {
    for (unsigned seed = 9000; seed < 9010; ++seed) {
        SCOPED_TRACE(seed);
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const auto once = solver::decompose(f->program(), block_oracles(*f), {.relative_gap = 0.001});
        const auto again = solver::decompose(f->program(), block_oracles(*f), {.relative_gap = 0.001});
        EXPECT_EQ(once.result.values, again.result.values);
        EXPECT_EQ(once.pricing.multipliers, again.pricing.multipliers);
        EXPECT_EQ(once.result.bound, again.result.bound);
    }
}

// The method asked for is used, and its run passes certificate, audit and verification.
TEST(DecomposeRun, IsConfirmed) {
    int confirmed = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        const System system = RandomEverything{seed}.make().system();
        const Solution solution =
            dispatch(system, {.run = {.gap = 0.001, .time_limit_seconds = 60.0, .method = "decompose"}});
        if (!solution.has_solution()) continue;
        EXPECT_EQ(solution.method, solution.statistics.integers > 0 ? "decompose" : "direct");
        EXPECT_EQ(solution.outcome, "optimal");
        EXPECT_TRUE(solution.certificate.feasible);
        EXPECT_TRUE(solution.findings.empty());
        for (const std::string& problem : verify(system, solution).problems) ADD_FAILURE() << problem;
        ++confirmed;
    }
    EXPECT_GE(confirmed, 7);
}

// Eleven mills take a heat of 10 MWh each, in one of two hours in which 55 MW cost 20 and more 60. Halves of heats
// would cost 110 * 20; whole ones are five and six, 105 * 20 + 5 * 60. Block by block nothing proves that: the tree
// does.
TEST(DecomposeRun, GoesOnWithTheWholeProgramWhereBlocksLeaveAGap) {
    Scene scene{2};
    scene.add(thermal("cheap", 55, 20)).add(thermal("dear", 100, 60));
    for (int k = 0; k < 11; ++k) {
        const std::string name = fmt::format("mill {}", k);
        Process mill{.name = name};
        mill.zone.name = "zone";
        Stage furnace{.name = name + " furnace"};
        furnace.process.name = name;
        StageMode heat{.name = name + " heat"};
        heat.stage.name = furnace.name;
        heat.output.items = {{name + " steel", 1.0}};
        heat.batch_h = 1;
        heat.batch_units = 10;
        heat.energy_mwh_per_unit = 1;
        Stock steel{.name = name + " steel"};
        steel.process.name = name;
        steel.capacity = 10;
        Order due{.name = name + " order"};
        due.stock.name = steel.name;
        due.amount = 10;
        scene.add(mill).add(furnace).add(heat).add(steel).add(due);
    }
    const System system = scene.system();
    const Solution solution =
        dispatch(system, {.run = {.gap = 0.0, .time_limit_seconds = 60.0, .method = "decompose"}});
    EXPECT_EQ(solution.method, "decompose");
    EXPECT_EQ(solution.outcome, "optimal");
    EXPECT_NEAR(solution.certificate.cost.value(), 2400.0, 1e-3);
    EXPECT_EQ(solution.certificate.bound_source, "tree");
    EXPECT_LE(solution.certificate.bound_recomputed.value(), 2200.0 + 1e-3);
    EXPECT_TRUE(solution.findings.empty());
    for (const std::string& problem : verify(system, solution).problems) ADD_FAILURE() << problem;
}

}  // namespace
}  // namespace indus::tests
