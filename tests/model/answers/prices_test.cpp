// SPDX-License-Identifier: Apache-2.0
// Prices of whole systems: what they prove lies below the optimum and above the linear relaxation.
#include "model/answers/block_oracles.hpp"
#include "solver/blocks.hpp"
#include "solver/column_generation.hpp"
#include "tests/model/random_everything.hpp"

namespace indus::tests {
namespace {

class Prices : public testing::TestWithParam<int> {};

solver::Program without_integers(const solver::Program& program) {
    solver::Program relaxed = program;
    for (int j = 0; j < relaxed.column_count(); ++j) relaxed.set_integer({j}, false);
    return relaxed;
}

// At the best prices no relaxation by rows is stronger (Geoffrion 1974).
TEST_P(Prices, BoundTheOptimum) {
    constexpr int systems_per_test = 25;
    int compared = 0;
    int exact = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(7000 + GetParam() * systems_per_test + i);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const solver::Result best = solver::make_solver("plain_cbc")->solve(f->program(), {.relative_gap = 0.0});
        if (!best.has_solution()) continue;
        ASSERT_EQ(best.outcome, solver::Outcome::optimal);
        const solver::Pricing prices =
            solver::find_prices(f->program(), block_oracles(*f), {.relative_gap = 1e-7, .time_limit_seconds = 30.0});
        const double size = std::max(1.0, std::abs(best.objective));
        EXPECT_LE(prices.bound, best.objective + 1e-6 * size);
        const solver::Result relaxation = solver::make_solver("clp")->solve(without_integers(f->program()));
        EXPECT_GE(prices.bound, relaxation.objective - 1e-5 * size);
        EXPECT_NEAR(prices.master_cost, prices.bound, 1e-5 * size);
        // At the same prices, answers by oracles and by rows prove the same.
        const auto by_oracles = solver::lagrangian_bound(f->program(), prices.multipliers, {}, block_oracles(*f));
        const auto by_rows = solver::lagrangian_bound(f->program(), prices.multipliers);
        EXPECT_NEAR(by_oracles.bound, by_rows.bound, 1e-6 * size);
        ++compared;
        exact += prices.bound > best.objective - 1e-5 * size;
    }
    EXPECT_GE(compared, systems_per_test / 3);
    EXPECT_GE(exact, compared / 4) << "small systems often have no gap";
}

INSTANTIATE_TEST_SUITE_P(Seeds, Prices, testing::Range(0, 6));

}  // namespace
}  // namespace indus::tests
