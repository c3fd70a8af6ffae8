// SPDX-License-Identifier: Apache-2.0
// Bases put together from parts.
#include "solver/parted_start.hpp"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// Power of 0 to 10 at prices for 2 in each step and a mill, which wants 6 in all and takes at most 4.
struct Mill {
    Linked made{};
    std::vector<Variable> power{}, taken{};
    std::vector<int> part{};
    explicit Mill(double least_power = 0.0) {
        const Block plant = made.program.add_block("plant"), mill = made.program.add_block("mill");
        Expression all;
        for (const double price : {1.0, 3.0, 2.0}) {
            power.push_back(made.column(10, price, plant, false));
            made.program.set_bounds(power.back(), least_power, 10);
            taken.push_back(made.column(4, 0.0, mill, false));
            made.row(Expression{power.back()} - taken.back() == 2.0);
            part.insert(part.end(), {in_rest, mill.index});
            all += taken.back();
        }
        made.row(all == 6.0, mill);
    }
};

// Without the mill power costs 1, 3 and 2: at these prices it takes 4 and 2, and there is that much. Nothing is left
// to do: 6 * 1 + 2 * 3 + 4 * 2.
TEST(PartedStart, IsTheOptimumWherePricesDoNotMove) {
    const Mill mill;
    LpSession session{mill.made.program};
    EXPECT_GT(start_from_parts(session, mill.made.program, mill.part), 0);
    const LpEnd end = session.solve();
    EXPECT_EQ(end.outcome, Outcome::optimal);
    EXPECT_EQ(end.iterations, 0);
    EXPECT_NEAR(end.objective, 20.0, 1e-9);
    LpSession from_slacks{mill.made.program};
    EXPECT_GT(from_slacks.solve().iterations, 0);
}

// At least 3 in each step, of which others want 2: no rest is without the mill. It takes 4, 1 and 1.
TEST(PartedStart, LeavesTheSessionWhereTheRestNeedsTheBlocks) {
    const Mill mill{3.0};
    LpSession session{mill.made.program};
    start_from_parts(session, mill.made.program, mill.part);
    const LpEnd end = session.solve();
    EXPECT_EQ(end.outcome, Outcome::optimal);
    EXPECT_NEAR(end.objective, 6 * 1.0 + 3 * 3.0 + 3 * 2.0, 1e-9);
}

TEST(PartedStart, WantsANumberPerColumn) {
    const Mill mill;
    LpSession session{mill.made.program};
    EXPECT_THROW(start_from_parts(session, mill.made.program, std::vector<int>{1}), std::invalid_argument);
    EXPECT_EQ(start_from_parts(session, mill.made.program, std::vector<int>(6, in_rest)), 0);
}

/// Blocks of chains that take from a few links, in which more costs more.
Linked chains(unsigned seed) {
    std::mt19937 bits{seed};
    const auto pick = [&](int most) { return static_cast<double>(bits() % static_cast<unsigned>(most + 1)); };
    Linked made;
    constexpr int steps = 6;
    std::vector<Expression> links(steps);
    for (int b = 0; b < 3; ++b) {
        const Block block = made.program.add_block("chain");
        Expression level{2.0};
        for (int t = 0; t < steps; ++t) {
            const Variable in = made.column(3 + pick(3), pick(2), block, false);
            const Variable next = made.column(4 + pick(4), 0.1, block, false);
            level += in;
            made.row(level - pick(2) == Expression{next}, block);
            level = Expression{next};
            links[static_cast<std::size_t>(t)] += (1.0 + pick(1)) * Expression{in};
        }
    }
    for (Expression& link : links) {
        const Block market = made.program.add_block("market");
        for (const double price : {1.0 + pick(5), 7.0, 50.0}) link -= made.column(4.0, price, market, false);
        made.row(link <= 0.0);
    }
    return made;
}

TEST(PartedStart, ChangesNoOptimum) {
    int solved = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Linked made = chains(seed);
        std::vector<int> part;
        for (int j = 0; j < made.program.column_count(); ++j) {
            const int block = made.program.block_of_column(j).index;
            part.push_back(block < 3 && (seed >> block) % 2 == 0 ? block : in_rest);
        }
        LpSession plain{made.program}, started{made.program};
        start_from_parts(started, made.program, part);
        const LpEnd expected = plain.solve(), found = started.solve();
        ASSERT_EQ(found.outcome, expected.outcome) << seed;
        if (expected.outcome != Outcome::optimal) continue;
        EXPECT_NEAR(found.objective, expected.objective, 1e-7) << seed;
        ++solved;
    }
    EXPECT_GT(solved, 20);
}

// A block with integers and without an oracle is a part; one of continuous columns, and what lies in no block, is not.
TEST(PartedStart, TakesBlocksThatDecideByTheirRows) {
    Linked made;
    const Block units = made.program.add_block("units"), water = made.program.add_block("water");
    made.column(1, 1.0, units);
    made.column(1, 1.0, units, false);
    made.column(1, 1.0, water, false);
    EXPECT_EQ(blocks_apart(made.program, {}), (std::vector<int>{units.index, units.index, in_rest}));
}

}  // namespace
}  // namespace indus::solver
