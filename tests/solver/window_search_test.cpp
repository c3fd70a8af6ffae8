// SPDX-License-Identifier: Apache-2.0
// The neighbourhood of a relaxation, and where it holds nothing.
#include "solver/window_search.hpp"

#include <gtest/gtest.h>

#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// x + 2y + 2z = sum with y = z, all whole, x as large as can be.
Program twins(double sum) {
    Linked made;
    const Block block = made.program.add_block("all");
    const Variable x = made.column(1, -1.0, block), y = made.column(3, 0.0, block), z = made.column(3, 0.0, block);
    made.row(Expression{x} + 2.0 * Expression{y} + 2.0 * Expression{z} == sum, block);
    made.row(Expression{y} - z == 0.0, block);
    return std::move(made.program);
}

// To 4: x = 1 and y = z = 0.75 in the relaxation, and no whole ones go with that x. The point is x = 0, y = z = 1: that
// the neighbourhood is empty does not prove that there is none.
TEST(NearRelaxation, IsNotTheWholeProgram) {
    const WindowSearch near = search_near_relaxation(twins(4), {}, {.or_everywhere = false});
    EXPECT_EQ(near.outcome, Outcome::no_solution_found);
    EXPECT_TRUE(near.values.empty());
    EXPECT_NEAR(near.bound, -1.0, 1e-9);
    const WindowSearch everywhere = search_near_relaxation(twins(4), {});
    EXPECT_EQ(everywhere.outcome, Outcome::feasible);
    EXPECT_EQ(everywhere.values, (std::vector<double>{0, 1, 1}));
}

// To 6: x = 0 and y = z = 1.5, or x = 1 and 1.25: there is none.
TEST(NearRelaxation, IsInfeasibleWhereTheSearchEverywhereShowsIt) {
    EXPECT_EQ(search_near_relaxation(twins(6), {}, {.or_everywhere = false}).outcome, Outcome::no_solution_found);
    EXPECT_EQ(search_near_relaxation(twins(6), {}).outcome, Outcome::infeasible);
    EXPECT_EQ(search_near_relaxation(twins(99), {}, {.or_everywhere = false}).outcome, Outcome::infeasible)
        << "the relaxation is";
}

}  // namespace
}  // namespace indus::solver
