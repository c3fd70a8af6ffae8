// SPDX-License-Identifier: Apache-2.0
#include "solver/block_by_block.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/mixed_program.hpp"
#include "solver/rounding_dive.hpp"
#include "solver/rows_oracle.hpp"
#include "solver/settle_blocks.hpp"
#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

using Oracles = std::vector<std::unique_ptr<BlockOracle>>;

/// `count` blocks that each work in one of as many slots, where one more than `room` costs 10.
Linked workers(int count, double room) {
    Linked made;
    std::vector<Expression> slots(static_cast<std::size_t>(count));
    for (int k = 0; k < count; ++k) {
        const Block block = made.program.add_block("worker");
        Expression once;
        for (Expression& slot : slots) {
            const Variable here = made.column(1, 1.0, block);
            once.add(here, 1.0);
            slot.add(here, 1.0);
        }
        made.row(once == 1.0, block);
    }
    for (Expression& slot : slots)
        made.row(slot - Expression{made.column(count, 10.0, made.program.add_block("crowd"), false)} <= room);
    return made;
}

void expect_whole(const Program& program, const std::vector<double>& values) {
    const Feasibility checked = check_feasibility(program, values);
    EXPECT_TRUE(checked.within_tolerance) << checked.worst_row;
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j)) {
            const double value = values[static_cast<std::size_t>(j)];
            EXPECT_EQ(value, std::round(value)) << j;
        }
}

// Alike as they are, at equal prices all would take the same slot: 5 workers at 1, nobody in a crowd.
TEST(BlockByBlock, LaterBlocksMakeRoomForEarlierOnes) {
    const Linked linked = workers(5, 1.0);
    const WindowSearch found = search_block_by_block(linked.program, {}, {.relative_gap = 1e-3});
    ASSERT_EQ(found.outcome, Outcome::feasible);
    EXPECT_NEAR(found.cost, 5.0, 1e-6);
    EXPECT_NEAR(found.bound, 5.0, 1e-2);
    EXPECT_LE(found.bound, found.cost);
    expect_whole(linked.program, found.values);
}

/// Blocks that shift a load of 1 between two slots, and a lump of 4 for one slot at a cost of 8: `lump` has an answer.
struct Lump {
    Linked linked{};
    int block = 0;
    explicit Lump(int shifters) {
        std::vector<Expression> slots(2);
        const Block lump = linked.program.add_block("lump");
        block = lump.index;
        for (Expression& slot : slots) slot.add(linked.column(1, 8.0, lump), 4.0);
        for (int k = 0; k < shifters; ++k) {
            const Block own = linked.program.add_block("shifter");
            Expression once;
            for (Expression& slot : slots) {
                const Variable here = linked.column(1, 0.01 * k, own);
                once.add(here, 1.0);
                slot.add(here, -1.0);
            }
            linked.row(once == 1.0, own);
        }
        for (Expression& slot : slots) {
            const Block missing = linked.program.add_block("missing");
            const Block spilt = linked.program.add_block("spilt");
            linked.row(slot + Expression{linked.column(9, 100.0, missing, false)} -
                           Expression{linked.column(9, 0.0, spilt, false)} ==
                       0.0);
        }
    }
    Oracles oracles() const {
        const std::vector<double> nothing(static_cast<std::size_t>(linked.program.row_count()), 0.0);
        std::vector<BlockProgram> programs = price_blocks(linked.program, nothing);
        Oracles made(programs.size());
        made[static_cast<std::size_t>(block)] =
            make_rows_oracle(std::move(programs[static_cast<std::size_t>(block)].program));
        return made;
    }
};

// Half a lump in each slot would serve two and two; one lump, and all four in its slot, costs as much: 8 and the
// shifters' own 0 + 0.01 + 0.02 + 0.03.
TEST(BlockByBlock, LargeBlocksDecideFirstAndTheOthersFollow) {
    const Lump lump{4};
    const WindowSearch found = search_block_by_block(lump.linked.program, lump.oracles(), {.relative_gap = 1e-3});
    ASSERT_EQ(found.outcome, Outcome::feasible);
    EXPECT_NEAR(found.cost, 8.06, 1e-6);
    EXPECT_NEAR(found.bound, 8.06, 1e-2);
    expect_whole(lump.linked.program, found.values);
}

// Nine tenths of 90 s are nine turns of 9 s.
TEST(BlockByBlock, DecidesMoreAtOnceWhereTimeIsShort) {
    EXPECT_EQ(blocks_at_once(18, 2, 90.0, 9.0), 2U);
    EXPECT_EQ(blocks_at_once(40, 2, 90.0, 9.0), 5U);
    EXPECT_EQ(blocks_at_once(40, 2, 1.0, 9.0), 40U);
    EXPECT_EQ(blocks_at_once(40, 2, infinity, 9.0), 2U);
    EXPECT_EQ(blocks_at_once(40, 2, 90.0, 0.0), 2U) << "no turn yet";
}

TEST(BlockByBlock, SaysThatABlockHasNoPoint) {
    Linked linked = workers(3, 1.0);
    const Block block = linked.program.add_block("none");
    linked.row(Expression{linked.column(1, 1.0, block)} >= 2.0, block);
    EXPECT_EQ(search_block_by_block(linked.program, {}, {}).outcome, Outcome::infeasible);
}

TEST(BlockByBlock, EndsWhenToldTo) {
    const Linked linked = workers(5, 1.0);
    const std::atomic<bool> stop{true};
    const WindowSearch found = search_block_by_block(linked.program, {}, {.stop = &stop});
    EXPECT_TRUE(found.values.empty());
    EXPECT_EQ(found.limit, Limit::interrupted);
}

// x + y >= 1.5 of two whole columns at 2 and 3: relaxed 1 and 0.5 (3.5); y held at 1: 0.5 of x (4); free again: 3.5.
TEST(RelaxedOracle, KeepsToLimitsAndForgetsThem) {
    Linked linked;
    const Block block = linked.program.add_block("block");
    const Variable x = linked.column(1, 2.0, block), y = linked.column(1, 3.0, block);
    linked.row(Expression{x} + y >= 1.5, block);
    const auto oracle = make_relaxed_oracle(Program{linked.program});
    const std::vector<double> cost{2.0, 3.0};
    EXPECT_NEAR(oracle->answer(cost).cost, 3.5, 1e-9);
    EXPECT_NEAR(oracle->answer(cost).bound, 3.5, 1e-9);
    const OracleAnswer held = oracle->answer_within({{0.0, 1.0}, {1.0, 1.0}}, cost);
    EXPECT_NEAR(held.cost, 4.0, 1e-9);
    EXPECT_NEAR(held.values[0], 0.5, 1e-9);
    EXPECT_NEAR(oracle->answer(cost).cost, 3.5, 1e-9);
    EXPECT_EQ(oracle->answer_within({{0.0, 0.0}, {0.0, 0.0}}, cost).cost, infinity);
    EXPECT_NEAR(oracle->answer(cost).cost, 3.5, 1e-9);
}

// Two shifters that may each mix both slots, a lump on its rows: half of it in each slot, all four points at a half.
TEST(MixedProgram, MixesPointsBesideRows) {
    const Lump lump{2};
    const PricedBlocks blocks{lump.linked.program, lump.oracles()};
    std::vector<char> is_mixed(static_cast<std::size_t>(lump.linked.program.block_count()), 0);
    is_mixed[1] = is_mixed[2] = 1;
    MixedProgram mixed{blocks, is_mixed};
    std::vector<BlockPoint> points;
    for (const int block : {1, 2}) points.push_back({block, 0.0, {1.0, 0.0}});
    mixed.add_points(std::move(points));
    ASSERT_TRUE(mixed.solve({}));
    EXPECT_NEAR(mixed.cost(), 4.0, 1e-9);  // both in the first slot: half a lump
    EXPECT_NEAR(mixed.values()[0], 0.5, 1e-9);
    EXPECT_NEAR(mixed.values()[2], 1.0, 1e-9);
    EXPECT_NEAR(mixed.prices()[2], 2.0, 1e-9);  // 8 for 4, in the first slot
    EXPECT_GT(mixed.gain({1, 0.0, {0.0, 1.0}}), -1e-9);
    mixed.set_bounds(0, 1.0, 1.0);
    ASSERT_TRUE(mixed.solve({}));
    EXPECT_NEAR(mixed.cost(), 8.0, 1e-9);
}

TEST(RoundingDive, EndsWithWholeDecisionsOfWhatIsNotMixed) {
    const Lump lump{2};
    const PricedBlocks blocks{lump.linked.program, lump.oracles()};
    std::vector<char> is_mixed(static_cast<std::size_t>(lump.linked.program.block_count()), 0);
    is_mixed[1] = is_mixed[2] = 1;
    MixedProgram mixed{blocks, is_mixed};
    std::vector<BlockPoint> points;
    for (const int block : {1, 2}) points.push_back({block, 0.0, {1.0, 0.0}});
    mixed.add_points(std::move(points));
    const auto found = dive_by_rounding_up(mixed, {});
    ASSERT_TRUE(found);
    EXPECT_NEAR((*found)[0] + (*found)[1], 1.0, 1e-9);
    EXPECT_NEAR(mixed.cost(), 8.0, 0.011);
}

}  // namespace
}  // namespace indus::solver
