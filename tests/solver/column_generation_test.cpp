// SPDX-License-Identifier: Apache-2.0
#include "solver/column_generation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// Two blocks, each a knapsack of its own, linked by a + d <= 1 (both want to be picked). Best: b and d (-7).
Linked linked_knapsacks() {
    Linked made;
    const Block one = made.program.add_block("one"), two = made.program.add_block("two");
    const Variable a = made.column(1, -5, one), b = made.column(1, -3, one), c = made.column(1, -1, two),
                   d = made.column(1, -4, two);
    made.row(2.0 * a + Expression{2.0 * b} <= 3.0, one);
    made.row(2.0 * c + Expression{2.0 * d} <= 3.0, two);
    made.row(Expression{a} + d <= 1.0);
    return made;
}

// At prices from -3 to -2 of the link the blocks' own wishes are b and d, or as good: no gap is left.
TEST(ColumnGeneration, ClosesTheGapWhereBlocksAreWhole) {
    const Linked linked = linked_knapsacks();
    const Pricing found = find_prices(linked.program, {}, {.relative_gap = 1e-9});
    EXPECT_NEAR(found.bound, -7.0, 1e-6);
    EXPECT_NEAR(found.master_cost, -7.0, 1e-6);
    EXPECT_LE(found.multipliers[2], -2.0 + 1e-6);
    EXPECT_GE(found.multipliers[2], -3.0 - 1e-6);
    EXPECT_EQ(found.limit, Limit::none);
    double weights = 0.0;
    for (const PricedPoint& each : found.mix) weights += each.weight;
    EXPECT_NEAR(weights, 2.0, 1e-6) << "one for each block";
}

// Three identical blocks with a gap: each takes x in {0, 1} at 1 and gives 2; 3 are asked for. Whole: 2 blocks, cost 2;
// mixed: 1.5, which is also the relaxation's.
TEST(ColumnGeneration, LeavesTheGapOfTheRelaxation) {
    Linked made;
    Expression sum;
    for (int k = 0; k < 3; ++k) sum.add(made.column(1, 1, made.program.add_block("block")), 2.0);
    made.row(sum >= 3.0);
    const Pricing found = find_prices(made.program, {}, {.relative_gap = 1e-9});
    EXPECT_NEAR(found.bound, 1.5, 1e-6);
    EXPECT_NEAR(found.multipliers[0], 0.5, 1e-6);
}

// A store without integers (y <= 2 x its own row, x at 3) beside a block that gives 5 for 9, or nothing; 4 are asked
// for. All from the store: x = 2, cost 6. Mixed 4/5 of the block: 7.2. The store's rows stand in the master.
TEST(ColumnGeneration, KeepsBlocksWithoutIntegersAsTheyAre) {
    Linked made;
    const Block store = made.program.add_block("store"), plant = made.program.add_block("plant");
    const Variable x = made.column(10, 3, store, false), y = made.column(10, 0, store, false);
    const Variable on = made.column(1, 9, plant);
    made.row(Expression{y} - 2.0 * x <= 0.0, store);
    made.row(Expression{y} + 5.0 * on >= 4.0);
    const Pricing found = find_prices(made.program, {}, {.relative_gap = 1e-9});
    EXPECT_NEAR(found.bound, 6.0, 1e-6);
    EXPECT_NEAR(found.multipliers[1], 1.5, 1e-6);
}

TEST(ColumnGeneration, NeedsNeitherLinksNorIntegers) {
    Linked apart;
    const Block one = apart.program.add_block("one"), two = apart.program.add_block("two");
    const Variable a = apart.column(3, -5, one), b = apart.column(1, -3, two);
    apart.row(2.0 * a + Expression{} <= 3.0, one);
    apart.row(Expression{b} <= 1.0, two);
    EXPECT_NEAR(find_prices(apart.program, {}).bound, -8.0, 1e-6);
    Linked linear;
    const Block block = linear.program.add_block("one");
    const Variable x = linear.column(3, 2, block, false), y = linear.column(9, 3, block, false);
    linear.row(Expression{x} + y >= 4.0);
    EXPECT_NEAR(find_prices(linear.program, {}).bound, 9.0, 1e-6);
}

TEST(ColumnGeneration, TellsThatNothingIsFeasible) {
    Linked stuck = linked_knapsacks();
    stuck.program.set_row_bounds({0}, 3.0, 3.0);
    EXPECT_EQ(find_prices(stuck.program, {}).bound, infinity) << "a block has no point";
    Linked asked = linked_knapsacks();
    asked.program.set_row_bounds({2}, 3.0, 3.0);
    EXPECT_EQ(find_prices(asked.program, {}).master_cost, infinity) << "no mix gives what the link asks for";
}

TEST(ColumnGeneration, EndsWhenToldTo) {
    const std::atomic<bool> stop{true};
    const Linked linked = linked_knapsacks();
    const Pricing found = find_prices(linked.program, {}, {.stop = &stop});
    EXPECT_EQ(found.limit, Limit::interrupted);
    EXPECT_LE(found.bound, -7.0 + 1e-6);
}

TEST(ColumnGeneration, NeedsABlockForEveryColumn) {
    Linked made;
    made.row(Expression{made.column(1, 1, linking)} >= 1.0);
    EXPECT_THROW(find_prices(made.program, {}), std::invalid_argument);
}

/// Picks what is paid for; knows that the block has no rows.
class Picker : public BlockOracle {
public:
    explicit Picker(int& asked) : asked_{asked} {}
    OracleAnswer answer_within(const BlockLimits&, std::span<const double> cost) const override {
        ++asked_;
        OracleAnswer made{0.0, 0.0, {}};
        for (const double each : cost) {
            made.values.push_back(each < 0.0 ? 1.0 : 0.0);
            made.cost += std::min(each, 0.0);
        }
        made.bound = made.cost;
        return made;
    }

private:
    int& asked_;
};

// Blocks a at 1 and b at 4 give one each, of which one is asked for: a's price settles it.
TEST(ColumnGeneration, AsksTheOracleOfABlock) {
    Linked made;
    const Block one = made.program.add_block("one"), two = made.program.add_block("two");
    made.row(Expression{made.column(1, 1, one)} + made.column(1, 4, two) >= 1.0);
    int asked = 0;
    std::vector<std::unique_ptr<BlockOracle>> oracles(2);
    oracles[0] = std::make_unique<Picker>(asked);
    const Pricing found = find_prices(made.program, std::move(oracles), {.relative_gap = 1e-9});
    EXPECT_NEAR(found.bound, 1.0, 1e-6);
    EXPECT_GT(asked, 1);
    EXPECT_EQ(found.answers, 2L * asked);
}

}  // namespace
}  // namespace indus::solver
