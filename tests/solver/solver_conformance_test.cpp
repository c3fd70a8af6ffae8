// SPDX-License-Identifier: Apache-2.0
// What every solver must do, with the optimum and why it is unique above each test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/external_solver.hpp"
#include "solver/solver.hpp"

namespace indus::solver {
namespace {

class Conformance : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        if (!is_present(GetParam())) GTEST_SKIP() << GetParam() << " is not on PATH";
        solver = make_solver(GetParam());
    }
    static bool is_present(const std::string& name) {
        const auto lists = [&](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
        return !lists(external_solver_names()) || lists(external_solvers_found());
    }
    std::unique_ptr<Solver> solver{};
    Program program{};
    Family columns = program.add_family({"x", "amount", "1"});
    Family rows = program.add_family({"r", "row", "1"});
    Variable column(double lower, double upper, double cost, bool integer = false) {
        return program.add_variable({.lower = lower, .upper = upper, .cost = cost, .integer = integer, .family = columns, .position = program.column_count()});
    }
    void row(const Condition& condition) { program.add_row(condition, {.family = rows, .position = program.row_count()}); }
    void expect(double objective, const std::vector<double>& values) {
        const Result result = solver->solve(program);
        EXPECT_EQ(result.outcome, Outcome::optimal) << result.detail;
        EXPECT_NEAR(result.objective, objective, 1e-7);
        EXPECT_NEAR(result.bound, objective, 1e-6);
        ASSERT_EQ(result.values.size(), values.size());
        for (std::size_t j = 0; j < values.size(); ++j) EXPECT_NEAR(result.values[j], values[j], 1e-7) << j;
        EXPECT_TRUE(check_feasibility(program, result.values).within_tolerance);
    }
};

// min 2x + 3y + 10, x + y >= 4, x <= 3: x is cheaper, so x = 3, y = 1.
TEST_P(Conformance, FindsTheCheapestMix) {
    const Variable x = column(0, 3, 2), y = column(0, 9, 3);
    program.add_offset(10);
    row(Expression{x} + y >= 4.0);
    expect(19, {3, 1});
}

// An equality, a range (-1 <= x - y <= 1), a free and a fixed column: min x + y, x + z = 5, z = 2 fixed: x = 3, y >= 2.
TEST_P(Conformance, TakesEqualitiesRangesFreeAndFixedColumns) {
    const Variable x = column(-infinity, infinity, 1), y = column(-10, 10, 1), z = column(2, 2, 0);
    row(Expression{x} + z == 5.0);
    row({Expression{x} - y, -1.0, 1.0});
    expect(5, {3, 2, 2});
}

TEST_P(Conformance, TakesAProgramWithoutRows) {
    column(1, 4, 2);
    column(-3, 4, -1);
    expect(2 - 4, {1, 4});
}

TEST_P(Conformance, TakesAnEmptyProgram) { expect(0, {}); }

TEST_P(Conformance, SaysInfeasible) {
    const Variable x = column(0, 1, 1);
    row(Expression{x} >= 2.0);
    const Result result = solver->solve(program);
    EXPECT_TRUE(result.outcome == Outcome::infeasible || result.outcome == Outcome::infeasible_or_unbounded);
    EXPECT_FALSE(result.has_solution());
}

TEST_P(Conformance, SaysUnbounded) {
    const Variable x = column(0, infinity, -1), y = column(0, infinity, 0);
    row(Expression{x} - y <= 1.0);
    const Result result = solver->solve(program);
    EXPECT_TRUE(result.outcome == Outcome::unbounded || result.outcome == Outcome::infeasible_or_unbounded) << to_string(result.outcome);
    EXPECT_FALSE(result.has_solution());
}

INSTANTIATE_TEST_SUITE_P(Backends, Conformance, testing::Values("clp", "cbc", "glpsol", "highs", "scip"), [](const auto& backend) { return backend.param; });

// Duals are d cost / d right-hand side: one more unit of need costs 3; the limit on x is worth -1.
TEST(Clp, GivesDualsThatProveTheBound) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.upper = 100, .cost = 2, .family = f}), y = program.add_variable({.upper = 100, .cost = 3, .family = f});
    program.add_row(Expression{x} + y >= 4.0, {.family = f});
    program.add_row(Expression{x} <= 3.0, {.family = f});
    const Result result = make_solver("clp")->solve(program);
    ASSERT_EQ(result.duals.size(), 2U);
    EXPECT_NEAR(result.duals[0], 3.0, 1e-9);
    EXPECT_NEAR(result.duals[1], -1.0, 1e-9);
    EXPECT_NEAR(weak_duality_bound(program, result.duals), 9.0, 1e-9);
    // Any multipliers bound from below, none from above.
    for (const double a : {0.0, 1.0, 2.5, 4.0})
        for (const double b : {-2.0, -0.5, 0.0, 1.0}) EXPECT_LE(weak_duality_bound(program, std::vector<double>{a, b}), 9.0);
}

TEST(Clp, RefusesIntegers) {
    Program program;
    program.add_variable({.upper = 1, .integer = true, .family = program.add_family({"x", "amount", "1"})});
    EXPECT_THROW(make_solver("clp")->solve(program), std::invalid_argument);
    EXPECT_THROW(make_solver("abacus"), std::invalid_argument);
}

// Knapsack: max 5a + 4b + 3c with 2a + 3b + c <= 4: a and c (8); a and b need 5, b and c give 7.
Program knapsack() {
    Program program;
    const Family f = program.add_family({"x", "pick", "1"});
    const Variable a = program.add_variable({.upper = 1, .cost = -5, .integer = true, .family = f, .position = 0});
    const Variable b = program.add_variable({.upper = 1, .cost = -4, .integer = true, .family = f, .position = 1});
    const Variable c = program.add_variable({.upper = 1, .cost = -3, .integer = true, .family = f, .position = 2});
    program.add_row(2.0 * a + Expression{3.0 * b} + c <= 4.0, {.family = f});
    return program;
}

TEST(Cbc, SolvesAKnapsack) {
    const Result result = make_solver("cbc")->solve(knapsack());
    EXPECT_EQ(result.outcome, Outcome::optimal);
    EXPECT_NEAR(result.objective, -8.0, 1e-9);
    EXPECT_LE(result.bound, -8.0 + 1e-6);
}

TEST(Cbc, ChecksTheStartItIsGiven) {
    // A feasible start that is not the best, and an infeasible one that looks better than the best.
    EXPECT_NEAR(make_solver("cbc")->solve(knapsack(), {.start = std::vector<double>{0, 1, 1}}).objective, -8.0, 1e-9);
    EXPECT_NEAR(make_solver("cbc")->solve(knapsack(), {.start = std::vector<double>{1, 1, 1}}).objective, -8.0, 1e-9);
}

TEST(Cbc, HonoursACutoff) {
    const Result none = make_solver("cbc")->solve(knapsack(), {.cutoff = -8.5});
    EXPECT_FALSE(none.has_solution());
    EXPECT_EQ(none.outcome, Outcome::no_solution_found);
    EXPECT_LE(none.bound, -8.0) << "nothing below -8.5 proves no more than -8.5";
}

// 2 (x1 + ... + x6) = 5 has a relaxation but no integer point.
TEST(Cbc, SaysIntegerInfeasible) {
    Program program;
    const Family f = program.add_family({"x", "pick", "1"});
    Expression sum;
    for (int j = 0; j < 6; ++j) sum.add(program.add_variable({.upper = 1, .cost = 1, .integer = true, .family = f, .position = j}), 2.0);
    program.add_row(sum == 5.0, {.family = f});
    const Result result = make_solver("cbc")->solve(program);
    EXPECT_EQ(result.outcome, Outcome::infeasible);
    EXPECT_FALSE(result.has_solution());
}

TEST(Certificate, FindsTamperedPoints) {
    const Program program = knapsack();
    EXPECT_TRUE(check_feasibility(program, std::vector<double>{1, 0, 1}).within_tolerance);
    const Feasibility broken = check_feasibility(program, std::vector<double>{1, 1, 1});
    EXPECT_FALSE(broken.within_tolerance);
    EXPECT_NEAR(broken.row_violation, 2.0, 1e-12);
    EXPECT_FALSE(check_feasibility(program, std::vector<double>{0.5, 0, 1}).within_tolerance);
    EXPECT_FALSE(check_feasibility(program, std::vector<double>{2, 0, 0}).within_tolerance);
    EXPECT_THROW(check_feasibility(program, std::vector<double>{1}), std::invalid_argument);
}

// Two blocks, each a knapsack of its own, linked by a + d <= 1 (both want to be picked). At any price on the link the blocks'
// answers bound the optimum; at price 0 the bound is the sum of both optima.
TEST(Blocks, BoundTheWholeAtAnyPrice) {
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
    // Best: b and d (-7), or a and c (-6).
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

}  // namespace
}  // namespace indus::solver
