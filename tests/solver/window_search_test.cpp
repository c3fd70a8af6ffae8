// SPDX-License-Identifier: Apache-2.0
// The neighbourhood of a relaxation, and where it holds nothing.
#include "solver/window_search.hpp"

#include <gtest/gtest.h>

#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// x + 2y + 2z = sum with y = z, all whole, x as large as can be; x has another owner than y and z.
Program twins(double sum) {
    Linked made;
    const Block block = made.program.add_block("all");
    const Variable x = made.column(1, -1.0, block);
    made.family = made.program.add_family({"twins", "pick", "1"});
    const Variable y = made.column(3, 0.0, block), z = made.column(3, 0.0, block);
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

/// x1 + x2 of the first and y of the second, all whole: 2 x1 + x2 + 2 y >= 3 at costs 2, 3 and 2.5.
Program machines() {
    Program program;
    const Block block = program.add_block("all");
    const Family x = program.add_family({"first", "on", "1"}), y = program.add_family({"second", "on", "1"});
    const auto add = [&](Family family, int position, double cost) {
        return Expression{program.add_variable(
            {.upper = 1, .cost = cost, .integer = true, .family = family, .position = position, .block = block})};
    };
    const Expression x1 = add(x, 0, 2.0), x2 = add(x, 1, 3.0), y1 = add(y, 0, 2.5), y2 = add(y, 1, 2.6);
    program.add_row(2.0 * x1 + x2 + 2.0 * y1 + 1.5 * y2 >= 3.0, {.family = program.add_family({"due", "", "t"})});
    return program;
}

// x1 = 1, y = 0.5: the dive raises y, 4.5, which is the optimum; bound 3.25.
TEST(NearRelaxation, DivesToAPointBeforeCbcSearches) {
    const WindowSearch found = search_near_relaxation(machines(), {.relative_gap = 0.5}, {.or_everywhere = false});
    EXPECT_EQ(found.values, (std::vector<double>{1, 0, 1, 0}));
    EXPECT_NEAR(found.cost, 4.5, 1e-9);
    EXPECT_NEAR(found.bound, 3.25, 1e-9);
    EXPECT_EQ(found.nodes, 0);
}

// From x1 = x2 = 1, which costs 5: x2 and y1 are open, as relaxation and start differ there.
TEST(NearRelaxation, BettersAStart) {
    const WindowSearch found = search_near_relaxation(
        machines(), {.relative_gap = 0.0, .start = std::vector<double>{1, 1, 0, 0}}, {.or_everywhere = false});
    EXPECT_NEAR(found.cost, 4.5, 1e-9);
    const WindowSearch enough = search_near_relaxation(
        machines(), {.relative_gap = 0.9, .start = std::vector<double>{1, 1, 0, 0}}, {.or_everywhere = false});
    EXPECT_NEAR(enough.cost, 5.0, 1e-9) << "good enough as it is";
}

TEST(NearRelaxation, AsksWhatElseBettersAPoint) {
    double asked_for = 0.0;
    const auto better = [&](std::vector<double>& point, double good_enough) {
        asked_for = good_enough;
        EXPECT_EQ(point, (std::vector<double>{1, 0, 1, 0}));
        point = {1, 1, 0, 0};
    };
    search_near_relaxation(machines(), {.relative_gap = 0.1}, {.or_everywhere = false, .better = better});
    EXPECT_NEAR(asked_for, 3.25 * 1.1, 1e-9);
}

}  // namespace
}  // namespace indus::solver
