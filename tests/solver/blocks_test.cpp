// SPDX-License-Identifier: Apache-2.0
#include "solver/blocks.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace indus::solver {
namespace {

/// Two blocks, each a knapsack of its own, linked by a + d <= 1 (both want to be picked). Best: b and d (-7), or a and c (-6).
Program linked_knapsacks() {
    Program program;
    const Family f = program.add_family({"x", "pick", "1"});
    const Block one = program.add_block("one"), two = program.add_block("two");
    const auto pick = [&](double cost, Block block) {
        return program.add_variable({.upper = 1, .cost = cost, .integer = true, .family = f, .position = program.column_count(), .block = block});
    };
    const Variable a = pick(-5, one), b = pick(-3, one), c = pick(-1, two), d = pick(-4, two);
    program.add_row(2.0 * a + Expression{2.0 * b} <= 3.0, {.family = f, .block = one});
    program.add_row(2.0 * c + Expression{2.0 * d} <= 3.0, {.family = f, .position = 1, .block = two});
    program.add_row(Expression{a} + d <= 1.0, {.family = f, .position = 2});
    return program;
}

// At any price on the link the blocks' answers bound the optimum; at price 0 the bound is the sum of both optima.
TEST(Blocks, BoundTheWholeAtAnyPrice) {
    const Program program = linked_knapsacks();
    const Result best = make_solver("cbc")->solve(program);
    EXPECT_NEAR(best.objective, -7.0, 1e-9);
    for (const double price : {-4.0, -2.5, -2.0, -1.0, 0.0, 3.0}) {
        const LagrangianBound bound = lagrangian_bound(program, std::vector<double>{0, 0, price});
        EXPECT_TRUE(bound.complete);
        EXPECT_LE(bound.bound, -7.0 + 1e-6) << price;
    }
    EXPECT_NEAR(lagrangian_bound(program, std::vector<double>{0, 0, 0.0}).bound, -9.0, 1e-6);
    EXPECT_NEAR(lagrangian_bound(program, std::vector<double>{0, 0, -2.0}).bound, -7.0, 1e-6) << "the gap closes here";
}

// Multipliers of a block's own rows are not asked for; a price of the wrong sign on a one-sided link counts as zero.
TEST(Blocks, PriceTheLinksOnly) {
    const Program program = linked_knapsacks();
    EXPECT_EQ(lagrangian_bound(program, std::vector<double>{-7, 3, -2.0}).priced_right_hand_side, -2.0);
    EXPECT_EQ(lagrangian_bound(program, std::vector<double>{0, 0, 3.0}).priced_right_hand_side, 0.0);
    const std::vector<BlockProgram> blocks = price_blocks(program, std::vector<double>{0, 0, -2.0});
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].columns, (std::vector<int>{0, 1}));
    EXPECT_EQ(blocks[0].program.cost()[0], -3.0) << "-5 less -2 * 1";
    EXPECT_EQ(blocks[1].program.cost()[1], -2.0);
    EXPECT_EQ(blocks[1].program.row_count(), 1);
}

// Stopped before it begins, what is left is what any multipliers prove.
TEST(Blocks, BoundLessWhenStopped) {
    const Program program = linked_knapsacks();
    const std::atomic<bool> stop{true};
    const LagrangianBound bound = lagrangian_bound(program, std::vector<double>{0, 0, -2.0}, {.stop = &stop});
    EXPECT_FALSE(bound.complete);
    EXPECT_LE(bound.bound, -7.0);
    EXPECT_GT(bound.bound, -infinity);
}

TEST(Blocks, RefuseColumnsOfNoBlockAndTooFewPrices) {
    Program program = linked_knapsacks();
    EXPECT_THROW(lagrangian_bound(program, std::vector<double>{0, 0}), std::invalid_argument);
    program.add_variable({.upper = 1, .family = {0}});
    EXPECT_THROW(lagrangian_bound(program, std::vector<double>{0, 0, 0}), std::invalid_argument);
}

}  // namespace
}  // namespace indus::solver
