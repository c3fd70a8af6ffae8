// SPDX-License-Identifier: Apache-2.0
// Parts of a program, and aims in turn.
#include "solver/part.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace indus::solver {
namespace {

/// x + y >= 4 and x <= 3 for two columns of one block, x + z <= 5 with a third.
struct Three {
    Program program{};
    Variable x, y, z;
    Three() {
        const Family family = program.add_family({"three", "amount", ""});
        x = program.add_variable({.upper = 10, .integer = true, .family = family});
        y = program.add_variable({.upper = 10, .family = family, .position = 1});
        z = program.add_variable({.upper = 10, .family = family, .position = 2});
        program.add_row(Expression{x} + y >= 4.0, {.family = family});
        program.add_row(Expression{x} <= 3.0, {.family = family, .position = 1});
        program.add_row(Expression{x} + z <= 5.0, {.family = family, .position = 2});
    }
};

TEST(Part, LeavesOutRowsWithOthers) {
    const Three three;
    const BlockProgram part = part_of(three.program, std::vector<char>{1, 1, 0});
    EXPECT_EQ(part.columns, (std::vector<int>{0, 1}));
    EXPECT_EQ(part.program.row_count(), 2);
    EXPECT_TRUE(part.program.is_integer(0));
}

// z = 3.5 leaves 1.5 for x.
TEST(Part, KeepsOthersAtAPoint) {
    const Three three;
    const BlockProgram part = part_of(three.program, std::vector<char>{1, 1, 0}, std::vector<double>{0, 0, 3.5});
    ASSERT_EQ(part.program.row_count(), 3);
    EXPECT_DOUBLE_EQ(part.program.row_upper()[2], 1.5);
    const std::vector<Expression> aims{-1.0 * Expression{Variable{0}}};
    EXPECT_NEAR(minimise_in_turn(part.program, aims).values[0], 1.0, 1e-6);
}

TEST(Part, WantsAnEntryPerColumn) {
    const Three three;
    EXPECT_THROW(part_of(three.program, std::vector<char>{1}), std::invalid_argument);
    EXPECT_THROW(part_of(three.program, std::vector<char>{1, 1, 0}, std::vector<double>{1}), std::invalid_argument);
}

// x + y is 4 at least; of those the most x is 3, so y = 1; then z as large as x + z <= 5 lets.
TEST(Aims, AreReachedInTurn) {
    const Three three;
    const std::vector<Expression> aims{
        Expression{three.x} + three.y, {}, -1.0 * Expression{three.x}, -1.0 * Expression{three.z}};
    const Result found = minimise_in_turn(three.program, aims);
    EXPECT_EQ(found.outcome, Outcome::optimal);
    EXPECT_NEAR(found.values[0], 3.0, 1e-5);
    EXPECT_NEAR(found.values[1], 1.0, 1e-5);
    EXPECT_NEAR(found.values[2], 2.0, 1e-5);
}

TEST(Aims, OfAnInfeasibleProgramSaySo) {
    Three three;
    three.program.set_bounds(three.y, 0.0, 0.5);
    const Result found = minimise_in_turn(three.program, std::vector<Expression>{Expression{three.x}});
    EXPECT_FALSE(found.has_solution());
    EXPECT_EQ(found.outcome, Outcome::infeasible);
}

}  // namespace
}  // namespace indus::solver
