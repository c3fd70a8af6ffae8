// SPDX-License-Identifier: Apache-2.0
// What CbcSettings add to the options of every solver.
#include <gtest/gtest.h>

#include "solver/cbc_solver.hpp"
#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// Thirty columns of weight 2 that should sum to 31: 1 is missing or too much, and a tree without cuts takes all of its
/// nodes to prove that (Jeroslow 1974, Trivial integer programs unsolvable by branch-and-bound).
Program odd_sum() {
    Linked made;
    const Block block = made.program.add_block("all");
    Expression sum;
    for (int k = 0; k < 30; ++k) sum += 2.0 * Expression{made.column(1, 0.0, block)};
    const Variable missing = made.column(40, 1.0, block, false), more = made.column(40, 1.0, block, false);
    made.row(sum + missing - more == 31.0, block);
    return std::move(made.program);
}

CbcSettings bare() {
    CbcSettings made{.driver_nonzeros = 0, .knapsacks = false, .root_cut_passes = 0, .tree_cut_passes = 0};
    made.gomory_cuts = made.rounding_cuts = made.cover_cuts = made.clique_cuts = false;
    return made;
}

TEST(CbcSettings, NodesDoNotEndASearchBeforeItHasAPoint) {
    CbcSettings settings = bare();
    settings.rounding_heuristic = settings.diving_heuristic = settings.rins_heuristic = settings.rens_heuristic = false;
    const Options options{.relative_gap = 0.0, .work_limit = 1};
    const Result none = make_cbc_solver(settings)->solve(odd_sum(), options);
    ASSERT_EQ(none.outcome, Outcome::no_solution_found) << "one node must not be enough for this test";
    settings.nodes_to_a_point = 1000;
    const Result found = make_cbc_solver(settings)->solve(odd_sum(), options);
    EXPECT_EQ(found.outcome, Outcome::feasible);
    EXPECT_EQ(found.limit, Limit::work);
    EXPECT_LE(found.bound, 1.0 + 1e-6) << "what is left of the tree proves nothing more";
    EXPECT_GT(found.nodes, 1);
    EXPECT_LT(found.nodes, 200) << "it ends with the first point";
}

TEST(CbcSettings, APointThatIsGoodEnoughEndsTheSearch) {
    constexpr long nodes = 500;
    CbcSettings settings = bare();
    const Options options{.relative_gap = 0.0, .work_limit = nodes};
    const Result all = make_cbc_solver(settings)->solve(odd_sum(), options);
    EXPECT_NEAR(all.objective, 1.0, 1e-6);
    EXPECT_EQ(all.limit, Limit::work) << "nothing proves that there is no better point";
    settings.good_enough = 1.0 + 1e-6;
    const Result found = make_cbc_solver(settings)->solve(odd_sum(), options);
    EXPECT_NEAR(found.objective, 1.0, 1e-6);
    EXPECT_EQ(found.limit, Limit::none);
    EXPECT_EQ(found.outcome, Outcome::feasible);
    EXPECT_LT(found.nodes, nodes);
}

}  // namespace
}  // namespace indus::solver
