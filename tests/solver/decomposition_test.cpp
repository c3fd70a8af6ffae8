// SPDX-License-Identifier: Apache-2.0
#include "solver/decomposition.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/lagrangian_fixing.hpp"
#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// Each of n blocks gives 3 at a cost of 3, or 2 at 2.2; `asked` is wanted, what misses costs 10 a piece.
Linked givers(int n, double asked) {
    Linked made;
    Expression sum;
    for (int k = 0; k < n; ++k) {
        const Block block = made.program.add_block("giver");
        const Variable three = made.column(1, 3.0 + 0.001 * k, block), two = made.column(1, 2.2, block);
        made.row(Expression{three} + two <= 1.0, block);
        sum.add(three, 3.0).add(two, 2.0);
    }
    const Variable missing = made.column(asked, 10.0, made.program.add_block("missing"), false);
    made.row(sum + missing >= asked);
    return made;
}

// 10 of 5 blocks: two at 3 and two at 2 cost 10.4, three at 3 and one at 2 (11 for 10) 11.2.
TEST(Decomposition, FindsTheOptimum) {
    const Linked linked = givers(5, 10.0);
    const Decomposed found = decompose(linked.program, {}, {.relative_gap = 0.0});
    EXPECT_EQ(found.result.outcome, Outcome::optimal);
    EXPECT_NEAR(found.result.objective, 10.401, 1e-9);
    EXPECT_NEAR(found.result.bound, 10.401, 1e-6);
    EXPECT_LE(found.pricing.bound, found.result.objective);
    EXPECT_TRUE(check_feasibility(linked.program, found.result.values).within_tolerance);
}

// Fractions of a giver's 3 at 3 would do: 10 at 1 a piece. Whole threes and twos cost more, which cuts tell.
TEST(Decomposition, ProvesByCutsWhatHullsDoNot) {
    const Linked linked = givers(5, 10.0);
    const double hulls = find_prices(linked.program, {}, {.relative_gap = 1e-9}).bound;
    const Decomposed found = decompose(linked.program, {}, {.relative_gap = 1e-6});
    EXPECT_NEAR(hulls, 10.0, 0.02);
    EXPECT_GT(found.pricing.bound, hulls + 0.1);
    EXPECT_FALSE(found.cuts.empty());
    Program with_cuts = linked.program;
    add_cuts(with_cuts, implied_knapsacks(linked.program), found.cuts);
    ASSERT_EQ(found.pricing.multipliers.size(), static_cast<std::size_t>(with_cuts.row_count()));
    EXPECT_NEAR(lagrangian_bound(with_cuts, found.pricing.multipliers).bound, found.pricing.bound, 1e-6);
}

TEST(Decomposition, PaysForWhatNobodyGives) {
    const Linked linked = givers(2, 8.0);
    const Decomposed found = decompose(linked.program, {}, {.relative_gap = 1e-6});
    EXPECT_NEAR(found.result.objective, 6.001 + 20.0, 1e-6);
    EXPECT_EQ(found.result.outcome, Outcome::optimal);
}

TEST(Decomposition, TellsThatABlockHasNoPoint) {
    Linked linked = givers(2, 3.0);
    const Block broken = linked.program.add_block("broken");
    const Variable x = linked.column(1, 1, broken);
    linked.row(2.0 * x == 1.0, broken);
    const Decomposed found = decompose(linked.program, {}, {});
    EXPECT_EQ(found.result.outcome, Outcome::infeasible);
    EXPECT_FALSE(found.result.has_solution());
}

// No block is broken, but together they cannot: 5 wanted of 1 and 1, in whole pieces.
TEST(Decomposition, TellsThatTheLinksCannotBeKept) {
    Linked linked;
    Expression sum;
    for (int k = 0; k < 2; ++k) sum += linked.column(1, 1, linked.program.add_block("one"));
    linked.row(sum >= 5.0);
    const Decomposed found = decompose(linked.program, {}, {.time_limit_seconds = 5.0});
    EXPECT_FALSE(found.result.has_solution());
    EXPECT_EQ(found.result.outcome, Outcome::infeasible);
}

TEST(Decomposition, NeedsNoLinksAndNoIntegers) {
    Linked apart;
    const Block one = apart.program.add_block("one");
    apart.row(Expression{apart.column(1, 2, one)} + apart.column(1, 3, one) >= 1.0, one);
    EXPECT_NEAR(decompose(apart.program, {}, {}).result.objective, 2.0, 1e-9);
    Linked smooth;
    const Block two = smooth.program.add_block("two");
    smooth.row(Expression{smooth.column(4, 2, two, false)} >= 3.0);
    EXPECT_NEAR(decompose(smooth.program, {}, {}).result.objective, 6.0, 1e-9);
}

TEST(Decomposition, StopsWhenAsked) {
    const Linked linked = givers(50, 77.0);
    std::atomic<bool> stop = true;
    const Decomposed found = decompose(linked.program, {}, {.stop = &stop});
    EXPECT_EQ(found.result.limit, Limit::interrupted);
    EXPECT_FALSE(found.result.has_solution());
    EXPECT_LE(found.result.bound, 77.0);
}

TEST(Decomposition, TellsOfPhases) {
    const Linked linked = givers(12, 25.0);
    std::vector<std::string> phases;
    decompose(linked.program, {}, {.relative_gap = 1e-9, .on_progress = [&](const Progress& each) {
                                       if (phases.empty() || phases.back() != each.phase)
                                           phases.emplace_back(each.phase);
                                       EXPECT_LE(each.bound, each.cost + 1e-9);
                                   }});
    ASSERT_FALSE(phases.empty());
    EXPECT_EQ(phases.front(), "prices");
}

class Giver : public BlockOracle {
public:
    OracleAnswer answer_within(const BlockLimits& limits, std::span<const double> cost) const override {
        OracleAnswer best;
        for (const std::vector<double>& point : {std::vector<double>{0, 0}, {1, 0}, {0, 1}}) {
            bool allowed = true;
            for (std::size_t k = 0; k < 2 && !limits.empty(); ++k)
                allowed = allowed && point[k] >= limits.lower[k] && point[k] <= limits.upper[k];
            const double now = cost[0] * point[0] + cost[1] * point[1];
            if (allowed && now < best.cost) best = {now, now, point};
        }
        return best;
    }
};

// One block gives 3 at 3.000 or 2 at 2.2; 2 is asked for, at 1.05 apiece. By itself it takes the 3 (-0.15), the bound
// is 2.1 - 0.15 = 1.95. Without the 3 it costs 0 (bound 2.1), with the 2 0.1 (2.2), so that below 2.05 the 3 is certain
// and the 2 is not.
TEST(LagrangianFixing, FixesWhatIsDearerOtherwise) {
    const Linked linked = givers(1, 2.0);
    std::vector<std::unique_ptr<BlockOracle>> oracles(2);
    oracles[0] = std::make_unique<Giver>();
    const PricedBlocks blocks{linked.program, std::move(oracles)};
    const std::vector<double> prices{0.0, 1.05};
    const ReducedProgram below = fix_by_answers(blocks, prices, 2.05, {});
    ASSERT_FALSE(below.is_infeasible());
    EXPECT_EQ(below.to_original(std::vector<double>(static_cast<std::size_t>(below.program().column_count()), 0.0))[0],
              1.0);
    EXPECT_FALSE(below.holds(std::vector<double>{0, 1, 0}));
    // Nothing is certain below a cost that everything keeps.
    const ReducedProgram loose = fix_by_answers(blocks, prices, 5.0, {});
    EXPECT_TRUE(loose.holds(std::vector<double>{0, 1, 0}));
    EXPECT_TRUE(loose.holds(std::vector<double>{1, 0, 0}));
    EXPECT_TRUE(loose.holds(std::vector<double>{0, 0, 2}));
}

}  // namespace
}  // namespace indus::solver
