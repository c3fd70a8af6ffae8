// SPDX-License-Identifier: Apache-2.0
// The certificate trusts nobody: points are rechecked, and any multipliers whatever give a bound that holds.
#include "solver/certificate.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <stdexcept>

#include "solver/solver.hpp"

namespace indus::solver {
namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();

/// min 2x + 3y, x + y >= 4, x <= 3 as a row, x and y in 0..100: 9 at (3, 1), with multipliers (3, -1).
struct Mix {
    Program program{};
    Family f = program.add_family({"mix", "amount", "t"});
    Variable x = program.add_variable({.upper = 100, .cost = 2, .family = f, .position = 0});
    Variable y = program.add_variable({.upper = 100, .cost = 3, .family = f, .position = 1});
    Mix() {
        program.add_row(Expression{x} + y >= 4.0, {.family = f, .position = 0});
        program.add_row(Expression{x} <= 3.0, {.family = f, .position = 1});
    }
    double bound(std::vector<double> multipliers) const { return weak_duality_bound(program, multipliers); }
};

TEST(WeakDuality, ProvesTheOptimumWithTheRightMultipliers) {
    EXPECT_NEAR(Mix{}.bound({3, -1}), 9.0, 1e-12);
    EXPECT_LE(Mix{}.bound({3, -1}), 9.0);
}

// By hand: at (1, 0) the costs left are 1 and 2, both columns at 0: 4 * 1 = 4. At (4, 0): -2 and -1 at 100 each: 16 -
// 300. At (0, 0): nothing is asked, nothing is proven.
TEST(WeakDuality, ProvesLessWithOthers) {
    const Mix mix;
    EXPECT_NEAR(mix.bound({1, 0}), 4.0, 1e-12);
    EXPECT_NEAR(mix.bound({4, 0}), 16.0 - 300.0, 1e-9);
    EXPECT_NEAR(mix.bound({0, 0}), 0.0, 1e-12);
}

// A multiplier that points at a limit there is none of counts as zero: -5 on x + y >= 4, +5 on x <= 3.
TEST(WeakDuality, TakesMultipliersOfTheWrongSignAsZero) {
    const Mix mix;
    EXPECT_NEAR(mix.bound({-5, 0}), mix.bound({0, 0}), 1e-12);
    EXPECT_NEAR(mix.bound({3, 5}), mix.bound({3, 0}), 1e-12);
    EXPECT_NEAR(mix.bound({3, 0}), 12.0 - 100.0, 1e-9) << "x costs -1 then, and may be 100";
}

// An equality takes both signs, a range its lower limit for a positive and its upper for a negative multiplier:
// 2 <= x <= 6 as a row, x in 0..10. min x: 2 * 1. min -x: 6 * -1.
TEST(WeakDuality, TakesTheLimitThatTheSignPointsAt) {
    for (const double cost : {1.0, -1.0}) {
        Program program;
        const Family f = program.add_family({"x", "amount", "1"});
        const Variable x = program.add_variable({.upper = 10, .cost = cost, .family = f});
        program.add_row({Expression{x}, 2.0, 6.0}, {.family = f});
        EXPECT_NEAR(weak_duality_bound(program, std::vector<double>{cost}), cost > 0 ? 2.0 : -6.0, 1e-12);
    }
    Program equality;
    const Family f = equality.add_family({"x", "amount", "1"});
    const Variable x = equality.add_variable({.lower = -10, .upper = 10, .cost = -3, .family = f});
    equality.add_offset(50);
    equality.add_row(Expression{x} == -4.0, {.family = f});
    EXPECT_NEAR(weak_duality_bound(equality, std::vector<double>{-3}), 62.0, 1e-12);
}

// x >= 0 without an upper bound: multipliers that leave it a negative cost prove nothing. A row that bounds it helps.
TEST(WeakDuality, NeedsBoundsWhereCostsAreLeft) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.cost = 1, .family = f});
    program.add_row(Expression{x} >= 2.0, {.family = f});
    EXPECT_NEAR(weak_duality_bound(program, std::vector<double>{1}), 2.0, 1e-12);
    EXPECT_NEAR(weak_duality_bound(program, std::vector<double>{0.5}), 1.0, 1e-12);
    EXPECT_EQ(weak_duality_bound(program, std::vector<double>{1.5}), -infinity);
    program.add_row(2.0 * Expression{x} <= 14.0, {.family = f, .position = 1});
    EXPECT_NEAR(weak_duality_bound(program, std::vector<double>{1.5, 0}), 3.0 - 0.5 * 7, 1e-9)
        << "the second row implies x <= 7";
}

TEST(WeakDuality, TakesFreeColumnsOnlyAtNoCost) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.lower = -infinity, .cost = 2, .family = f});
    program.add_row(Expression{x} >= 3.0, {.family = f});
    EXPECT_NEAR(weak_duality_bound(program, std::vector<double>{2}), 6.0, 1e-12);
    Program loose;
    const Variable y =
        loose.add_variable({.lower = -infinity, .cost = 2, .family = loose.add_family({"y", "amount", "1"})});
    loose.add_row(Expression{y} - y >= -1.0, {.family = {0}});
    EXPECT_EQ(weak_duality_bound(loose, std::vector<double>{2}), -infinity);
}

TEST(WeakDuality, RefusesWhatAreNoMultipliers) {
    const Mix mix;
    EXPECT_THROW(mix.bound({1}), std::invalid_argument);
    EXPECT_THROW(mix.bound({1, nan}), std::invalid_argument);
    EXPECT_THROW(mix.bound({infinity, 0}), std::invalid_argument);
}

// min x with 3x >= 1: the optimum is a third, which no double is. Three bounds are below one, exactly.
TEST(WeakDuality, RoundsDown) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.upper = 1, .cost = 1, .family = f});
    program.add_row(3.0 * Expression{x} >= 1.0, {.family = f});
    const double bound = weak_duality_bound(program, std::vector<double>{1.0 / 3.0});
    EXPECT_LE(3.0L * bound, 1.0L);
    EXPECT_NEAR(bound, 1.0 / 3.0, 1e-14);
}

// Sums of large terms of both signs: what is left is far below their rounding in doubles, and must not be overstated.
// min sum of x_j in 0..1 with sum(1e8 x_j) >= 1e8 and costs 1e8 apart in sign by halves.
TEST(WeakDuality, RoundsDownWhereLargeTermsCancel) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    Expression sum;
    for (int j = 0; j < 1000; ++j) {
        const double size = 1e8 * (1.0 + 1e-9 * j);
        sum.add(program.add_variable(
                    {.lower = 1, .upper = 1, .cost = j % 2 == 0 ? size : -size, .family = f, .position = j}),
                0.1 * j);
    }
    program.add_row(sum >= 0.0, {.family = f});
    // All columns are fixed at 1: the exact cost is -(0.1 per pair) * 500 = -50, up to the rounding of the costs
    // themselves.
    long double exact = 0.0L;
    for (const double cost : program.cost()) exact += static_cast<long double>(cost);
    for (const double multiplier : {0.0, 0.3, 7.0})
        EXPECT_LE(weak_duality_bound(program, std::vector<double>{multiplier}), exact);
    EXPECT_NEAR(weak_duality_bound(program, std::vector<double>{0.0}), static_cast<double>(exact), 1e-3);
}

// Random programs, random multipliers: the bound never exceeds the cost of a feasible point that was there from the
// start.
TEST(WeakDuality, NeverExceedsAFeasiblePoint) {
    std::mt19937 engine{7};
    const auto number = [&](int low, int high) {
        return static_cast<double>(low + static_cast<int>(engine() % static_cast<unsigned>(high - low + 1)));
    };
    for (int round = 0; round < 300; ++round) {
        Program program;
        const Family f = program.add_family({"x", "amount", "1"});
        std::vector<double> point;
        const bool bounded = round % 3 > 0;
        for (int j = 0; j < 6; ++j) {
            point.push_back(number(-5, 5));
            program.add_variable({.lower = bounded ? point.back() - number(0, 3) : -infinity,
                                  .upper = point.back() + number(0, 3),
                                  .cost = number(-4, 4),
                                  .family = f,
                                  .position = j});
        }
        for (int i = 0; i < 5; ++i) {
            Expression sum;
            for (int j = 0; j < 6; ++j) sum.add({j}, number(-3, 3));
            const double activity = sum.value(point);
            const double slack = number(0, 2);
            const int kind = static_cast<int>(number(0, 3));
            program.add_row({sum, kind == 1 ? -infinity : activity - (kind == 3 ? 0.0 : slack),
                             kind == 0 ? infinity : activity + (kind == 3 ? 0.0 : slack)},
                            {.family = f, .position = i});
        }
        const double cost = program.objective(point);
        std::vector<double> multipliers;
        multipliers.reserve(5);
        for (int i = 0; i < 5; ++i) multipliers.push_back(number(-30, 30) / 7.0);
        EXPECT_LE(weak_duality_bound(program, multipliers), cost) << round;
        const Result solved = make_solver("clp")->solve(program);
        if (solved.outcome != Outcome::optimal) continue;
        const double bound = weak_duality_bound(program, solved.duals);
        EXPECT_LE(bound, cost) << round;
        // Beside a column without bounds a multiplier's own last digit can leave nothing proven.
        if (!bounded) continue;
        EXPECT_NEAR(bound, solved.objective, 1e-6) << round << ": the solver's own multipliers prove its optimum";
    }
}

/// x + 2y <= 4 with x in 0..2 whole and y in 0..3.
struct Checked {
    Program program{};
    Family f = program.add_family({"box", "amount", "t"});
    Checked() {
        const Variable x = program.add_variable({.upper = 2, .cost = 5, .integer = true, .family = f, .position = 0});
        const Variable y = program.add_variable({.upper = 3, .cost = 1, .family = f, .position = 1});
        program.add_row(Expression{x} + 2.0 * y <= 4.0, {.family = f, .position = 0});
        program.add_offset(10);
    }
    Feasibility check(std::vector<double> point) const { return check_feasibility(program, point); }
};

TEST(Feasibility, AcceptsWhatIsFeasible) {
    const Feasibility fine = Checked{}.check({2, 1});
    EXPECT_TRUE(fine.within_tolerance);
    EXPECT_EQ(fine.objective, 10 + 10 + 1);
    EXPECT_EQ(fine.row_violation, 0.0);
    EXPECT_EQ(fine.bound_violation, 0.0);
    EXPECT_EQ(fine.integrality_violation, 0.0);
    EXPECT_EQ(fine.worst_row, "");
    EXPECT_EQ(fine.worst_column, "");
}

TEST(Feasibility, FindsABrokenRow) {
    const Feasibility broken = Checked{}.check({1, 2});
    EXPECT_FALSE(broken.within_tolerance);
    EXPECT_DOUBLE_EQ(broken.row_violation, 1.0);
    EXPECT_EQ(broken.worst_row, "box.amount[0]");
    EXPECT_EQ(broken.bound_violation, 0.0);
}

TEST(Feasibility, FindsABrokenBoundBelowAndAbove) {
    const Feasibility below = Checked{}.check({0, -0.5});
    EXPECT_FALSE(below.within_tolerance);
    EXPECT_DOUBLE_EQ(below.bound_violation, 0.5);
    EXPECT_EQ(below.worst_column, "box.amount[1]");
    const Feasibility above = Checked{}.check({3, 0});
    EXPECT_FALSE(above.within_tolerance);
    EXPECT_DOUBLE_EQ(above.bound_violation, 1.0);
    EXPECT_EQ(above.worst_column, "box.amount[0]");
}

TEST(Feasibility, FindsAFraction) {
    const Feasibility half = Checked{}.check({0.5, 0});
    EXPECT_FALSE(half.within_tolerance);
    EXPECT_DOUBLE_EQ(half.integrality_violation, 0.5);
    EXPECT_EQ(half.worst_column, "box.amount[0]");
    EXPECT_TRUE(Checked{}.check({1.0 + 1e-7, 0}).within_tolerance);
    EXPECT_FALSE(Checked{}.check({1.0 + 1e-5, 0}).within_tolerance);
}

// 1e-4 absolute plus 1e-6 of the limit, on whichever side it is broken.
TEST(Feasibility, ToleratesOnTheScaleOfTheLimit) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.lower = -infinity, .family = f});
    program.add_row({Expression{x}, 1.0, 1e6}, {.family = f});
    const auto within = [&](double value) {
        return check_feasibility(program, std::vector<double>{value}).within_tolerance;
    };
    EXPECT_TRUE(within(1.0 - 0.9e-4));
    EXPECT_FALSE(within(1.0 - 1.2e-4));
    EXPECT_TRUE(within(1e6 + 0.9));
    EXPECT_FALSE(within(1e6 + 1.2));
}

TEST(Feasibility, CountsInfinityAsAViolation) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    program.add_variable({.lower = -infinity, .family = f, .position = 0});
    program.add_variable({.lower = -infinity, .family = f, .position = 1});
    program.add_row(Expression{Variable{0}} - Variable{1} <= 1.0, {.family = f});
    EXPECT_FALSE(check_feasibility(program, std::vector<double>{infinity, infinity}).within_tolerance);
    EXPECT_FALSE(check_feasibility(program, std::vector<double>{-infinity, 0}).within_tolerance);
    // infinity - infinity is no number, whatever the limits of the row are.
    program.set_row_bounds({0}, 0.0, infinity);
    EXPECT_FALSE(check_feasibility(program, std::vector<double>{infinity, infinity}).within_tolerance);
}

TEST(Feasibility, RefusesWhatIsNoPoint) {
    EXPECT_THROW(Checked{}.check({1}), std::invalid_argument);
    EXPECT_THROW(Checked{}.check({1, nan}), std::invalid_argument);
}

}  // namespace
}  // namespace indus::solver
