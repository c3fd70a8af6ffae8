// SPDX-License-Identifier: Apache-2.0
// Linear programs that every backend must solve, with the optimum and why it is unique above each test.
#include <stdexcept>

#include "tests/solver/conformance.hpp"

namespace indus::solver {
namespace {

class Conformance : public ConformanceTest {};
INSTANTIATE_TEST_SUITE_P(Backends, Conformance, testing::ValuesIn(conforming_solvers()), [](const auto& backend) { return backend.param; });

// min 2x + 3y + 10, x + y >= 4, x <= 3: x is cheaper, so x = 3, y = 1. One more unit of the need costs 3; one more of x's
// bound would save 1.
TEST_P(Conformance, FindsTheCheapestMix) {
    const Variable x = column(0, 3, 2), y = column(0, 9, 3);
    program.add_offset(10);
    row(Expression{x} + y >= 4.0);
    const Result result = expect(19, {3, 1});
    EXPECT_THAT(result.duals, testing::ElementsAre(testing::DoubleNear(3, 1e-9)));
    EXPECT_THAT(result.reduced_costs, testing::ElementsAre(testing::DoubleNear(-1, 1e-9), testing::DoubleNear(0, 1e-9)));
}

// An equality, a range (-1 <= x - y <= 1), a free and a fixed column: min x + y, x + z = 5, z = 2 fixed: x = 3, y >= 2.
// One more of the 5 is one more of x and of y: 2. The upper limit of the range is tight: -1 per unit of it.
TEST_P(Conformance, TakesEqualitiesRangesFreeAndFixedColumns) {
    const Variable x = column(-infinity, infinity, 1), y = column(-10, 10, 1), z = column(2, 2, 0);
    row(Expression{x} + z == 5.0);
    row({Expression{x} - y, -1.0, 1.0});
    const Result result = expect(5, {3, 2, 2});
    EXPECT_THAT(result.duals, testing::ElementsAre(testing::DoubleNear(2, 1e-9), testing::DoubleNear(-1, 1e-9)));
}

// The same range, pressed from below: max x - 0 y with x - y <= 1 has y as high as it goes, min x from below.
//   min x, -1 <= x - y <= 1, y = 4 fixed: x = 3.
TEST_P(Conformance, TakesTheLowerEndOfARange) {
    const Variable x = column(-infinity, infinity, 1), y = column(4, 4, 0);
    row({Expression{x} - y, -1.0, 1.0});
    EXPECT_THAT(expect(3, {3, 4}).duals, testing::ElementsAre(testing::DoubleNear(1, 1e-9)));
}

// Columns that are only bounded above, or below zero: max x + y as min -x - y; x <= -2, y <= 3 and x + y <= 0: -2 and 2.
TEST_P(Conformance, TakesColumnsWithoutALowerBound) {
    const Variable x = column(-infinity, -2, -2), y = column(-infinity, 3, -1);
    row(Expression{x} + y <= 0.0);
    expect(4 - 2, {-2, 2});
}

// A rectangle without an inside: x + y <= 2 and x + y >= 2, min x - y: x = 0, y = 2.
TEST_P(Conformance, TakesOppositeInequalities) {
    const Variable x = column(0, 5, 1), y = column(0, 5, -1);
    row(Expression{x} + y <= 2.0);
    row(Expression{x} + y >= 2.0);
    expect(-2, {0, 2});
}

TEST_P(Conformance, TakesAProgramWithoutRows) {
    column(1, 4, 2);
    column(-3, 4, -1);
    expect(2 - 4, {1, 4});
}

TEST_P(Conformance, TakesAnEmptyProgram) {
    program.add_offset(-7);
    expect(-7, {});
}

// All columns fixed: nothing to choose, 3 * 2 + 1 * 5.
TEST_P(Conformance, TakesFixedColumnsOnly) {
    const Variable x = column(2, 2, 3), y = column(5, 5, 1);
    row(Expression{x} + y <= 7.0);
    expect(11, {2, 5});
}

// No cost at all: every feasible point is best; the only one is x = 2.
TEST_P(Conformance, TakesAProgramWithoutCosts) {
    const Variable x = column(0, 9, 0);
    row(2.0 * Expression{x} == 4.0);
    expect(0, {2});
}

// A row without entries holds when 0 lies within its limits; beside a row with entries and alone.
TEST_P(Conformance, TakesRowsWithoutEntries) {
    const Variable x = column(0, 9, 1);
    row({Expression{}, -1.0, 1.0});
    row(Expression{x} >= 3.0);
    row(Expression{x} - x <= 0.0);
    expect(3, {3});
}

TEST_P(Conformance, SaysInfeasibleOfARowWithoutEntries) {
    column(0, 9, 1);
    row({Expression{}, 1.0, 2.0});
    expect_none({Outcome::infeasible});
}

TEST_P(Conformance, SaysInfeasibleOfARowWithoutEntriesBesideOthers) {
    const Variable x = column(0, 9, 1);
    row(Expression{x} >= 3.0);
    row({Expression{}, 1.0, 2.0});
    expect_none({Outcome::infeasible, Outcome::infeasible_or_unbounded});
}

TEST_P(Conformance, SaysInfeasibleOfABound) {
    const Variable x = column(0, 1, 1);
    row(Expression{x} >= 2.0);
    expect_none({Outcome::infeasible, Outcome::infeasible_or_unbounded});
}

// x + y = 1 and x + y = 2.
TEST_P(Conformance, SaysInfeasibleOfRowsAtOdds) {
    const Variable x = column(-infinity, infinity, 1), y = column(-infinity, infinity, 1);
    row(Expression{x} + y == 1.0);
    row(Expression{x} + y == 2.0);
    expect_none({Outcome::infeasible, Outcome::infeasible_or_unbounded});
}

TEST_P(Conformance, SaysUnboundedAlongARay) {
    const Variable x = column(0, infinity, -1), y = column(0, infinity, 0);
    row(Expression{x} - y <= 1.0);
    expect_none({Outcome::unbounded, Outcome::infeasible_or_unbounded});
}

TEST_P(Conformance, SaysUnboundedWithoutRows) {
    column(0, infinity, -1);
    expect_none({Outcome::unbounded});
}

// Infeasible, and its dual as well: x - y >= 1 and y - x >= 1 while -x - y falls along (1, 1).
TEST_P(Conformance, SaysOneOfTheTwoWhenBothFail) {
    const Variable x = column(0, infinity, -1), y = column(0, infinity, -1);
    row(Expression{x} - y >= 1.0);
    row(Expression{y} - x >= 1.0);
    expect_none({Outcome::infeasible, Outcome::infeasible_or_unbounded});
}

// One solver object solves one program after another, and the same again: nothing of the last is left.
TEST_P(Conformance, SolvesOneProgramAfterAnother) {
    const Variable x = column(0, 9, 1);
    row(Expression{x} >= 3.0);
    const Program first = program;
    row(Expression{x} >= 10.0);
    expect_none({Outcome::infeasible, Outcome::infeasible_or_unbounded});
    program = first;
    expect(3, {3});
    const Variable y = column(0, 9, -0.5);
    row(Expression{y} - x <= 2.0);
    expect(3 - 2.5, {3, 5});
}

TEST_P(Conformance, SolvesTwiceTheSame) {
    program = long_linear_program(60);
    const Result first = solver->solve(program), second = make_solver(GetParam())->solve(program);
    EXPECT_EQ(first.outcome, Outcome::optimal);
    EXPECT_EQ(first.objective, second.objective);
    EXPECT_EQ(first.values, second.values);
    EXPECT_EQ(first.duals, second.duals);
    EXPECT_EQ(first.iterations, second.iterations);
}

// The duals of a larger program prove its optimum by themselves.
TEST_P(Conformance, GivesDualsThatProveTheOptimum) {
    program = long_linear_program(200);
    const Result result = solver->solve(program);
    ASSERT_EQ(result.outcome, Outcome::optimal);
    const double bound = weak_duality_bound(program, result.duals);
    EXPECT_LE(bound, result.objective);
    EXPECT_NEAR(bound, result.objective, 1e-6 * std::abs(result.objective));
}

TEST_P(Conformance, TellsItsName) { EXPECT_EQ(solver->name(), GetParam()); }

TEST(Clp, RefusesIntegers) {
    Program program;
    program.add_variable({.upper = 1, .integer = true, .family = program.add_family({"x", "amount", "1"})});
    EXPECT_FALSE(make_solver("clp")->solves_integer_programs());
    EXPECT_THROW(make_solver("clp")->solve(program), std::invalid_argument);
    EXPECT_THROW(make_solver("abacus"), std::invalid_argument);
}

TEST(RelativeGap, RelatesToTheCost) {
    EXPECT_DOUBLE_EQ(relative_gap(200, 190), 0.05);
    EXPECT_DOUBLE_EQ(relative_gap(-200, -210), 0.05);
    EXPECT_DOUBLE_EQ(relative_gap(0.5, 0.25), 0.25) << "below a cost of 1, to 1";
    EXPECT_EQ(relative_gap(infinity, 3), infinity);
    EXPECT_EQ(relative_gap(3, -infinity), infinity);
}

}  // namespace
}  // namespace indus::solver
