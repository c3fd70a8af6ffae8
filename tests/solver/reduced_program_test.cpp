// SPDX-License-Identifier: Apache-2.0
#include "solver/reduced_program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "solver/certificate.hpp"
#include "solver/solver.hpp"

namespace indus::solver {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

struct Draft {
    Program program{};
    Family family = program.add_family({"x", "", ""});
    Block all = program.add_block("all");

    Variable column(double lower, double upper, double cost, bool integer = false) {
        return program.add_variable({.lower = lower,
                                     .upper = upper,
                                     .cost = cost,
                                     .integer = integer,
                                     .family = family,
                                     .position = program.column_count(),
                                     .block = all});
    }
    void row(const Condition& condition) {
        program.add_row(condition, {.family = family, .position = program.row_count(), .block = all});
    }
    ReducedProgram with(int column, double value) const {
        std::vector<double> lower{program.lower().begin(), program.lower().end()};
        std::vector<double> upper{program.upper().begin(), program.upper().end()};
        lower[static_cast<std::size_t>(column)] = upper[static_cast<std::size_t>(column)] = value;
        return {program, lower, upper};
    }
};

/// A unit of 10 to 50 MW: output - 10 on >= 0, output - 50 on <= 0, output - both pieces = 0; 60 MW with a purchase.
Draft unit() {
    Draft made;
    const Variable on = made.column(0, 1, 100, true), output = made.column(0, 50, 0), cheap = made.column(0, 30, 2),
                   dear = made.column(0, 20, 3), purchase = made.column(0, 100, 9);
    made.row(Expression{output} - 10.0 * on >= 0.0);
    made.row(Expression{output} - 50.0 * on <= 0.0);
    made.row(Expression{output} - cheap - dear == 0.0);
    made.row(Expression{output} + purchase == 60.0);
    return made;
}

// Off: output and both pieces are nothing, the purchase is 60, nothing is left to decide.
TEST(ReducedProgram, FollowsADecisionThroughTheRows) {
    const Draft draft = unit();
    const ReducedProgram off = draft.with(0, 0.0);
    ASSERT_FALSE(off.is_infeasible());
    EXPECT_EQ(off.program().column_count(), 0);
    EXPECT_EQ(off.program().row_count(), 0);
    EXPECT_DOUBLE_EQ(off.program().offset(), 540.0);
    EXPECT_THAT(off.to_original({}), ElementsAre(0, 0, 0, 0, 60));
}

// On: its two limits are bounds of the output, the rest stays. Best: 50 MW at 2 * 30 + 3 * 20, 10 bought, 100 for being
// on.
TEST(ReducedProgram, KeepsWhatIsOpen) {
    const Draft draft = unit();
    const ReducedProgram on = draft.with(0, 1.0);
    EXPECT_EQ(on.program().column_count(), 4);
    EXPECT_EQ(on.program().row_count(), 2);
    EXPECT_EQ(on.program().integer_count(), 0);
    EXPECT_DOUBLE_EQ(on.program().lower()[0], 10.0);
    const Result best = make_solver("clp")->solve(on.program());
    EXPECT_NEAR(best.objective, 310.0, 1e-9);
    const std::vector<double> point = on.to_original(best.values);
    EXPECT_THAT(point, ElementsAre(1, DoubleEq(50), DoubleEq(30), DoubleEq(20), DoubleEq(10)));
    EXPECT_NEAR(draft.program.objective(point), 310.0, 1e-9);
    EXPECT_THAT(on.to_reduced(point), ElementsAre(DoubleEq(50), DoubleEq(30), DoubleEq(20), DoubleEq(10)));
    EXPECT_TRUE(on.holds(point));
    EXPECT_FALSE(on.holds(std::vector<double>{0, 0, 0, 0, 60}));
}

TEST(ReducedProgram, TellsThatNothingIsLeft) {
    EXPECT_TRUE(unit().with(4, 61.0).is_infeasible()) << "more than is asked for";
    EXPECT_TRUE(unit().with(4, 5.0).is_infeasible()) << "55 MW of a unit of 50";
    Draft whole;
    const Variable x = whole.column(0, 10, 1, true), y = whole.column(0, 1, 1);
    whole.row(2.0 * x + y == 5.5);
    EXPECT_TRUE(whole.with(1, 0.0).is_infeasible()) << "x would be 2.75";
    EXPECT_FALSE(whole.with(1, 1.0).program().column_count() > 1);
}

TEST(ReducedProgram, WantsABoundPerColumn) {
    const Draft draft = unit();
    EXPECT_THROW((ReducedProgram{draft.program, {0.0}, {1.0}}), std::invalid_argument);
}

/// A dozen columns of either kind, sparse rows, feasible by construction or not.
Draft random_program(std::mt19937& dice) {
    const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
    Draft made;
    std::vector<Variable> columns;
    for (int j = 0; j < 10; ++j) columns.push_back(made.column(-roll(3), 1 + roll(4), roll(11) - 5, roll(2) == 0));
    for (int i = 0; i < 7; ++i) {
        Expression left;
        for (const Variable each : columns)
            if (roll(3) == 0) left.add(each, roll(7) - 3);
        const double limit = roll(9) - 2;
        if (left.terms().empty()) continue;
        if (roll(4) == 0)
            made.row(left >= -limit);
        else
            made.row(left <= limit);
    }
    return made;
}

// What is best within the bounds is the same in both programs, and as feasible.
TEST(ReducedProgram, HasTheSameOptimum) {
    std::mt19937 dice{5};
    int compared = 0, empty = 0;
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(round);
        Draft draft = random_program(dice);
        std::vector<double> lower{draft.program.lower().begin(), draft.program.lower().end()};
        std::vector<double> upper{draft.program.upper().begin(), draft.program.upper().end()};
        for (std::size_t j = 0; j < lower.size(); ++j)
            if (dice() % 2 == 0) lower[j] = upper[j] = dice() % 2 == 0 ? lower[j] : upper[j];
        const ReducedProgram reduced{draft.program, lower, upper};
        for (std::size_t j = 0; j < lower.size(); ++j)
            draft.program.set_bounds({static_cast<int>(j)}, lower[j], upper[j]);
        const Result whole = make_solver("cbc")->solve(draft.program, {.relative_gap = 0.0});
        if (reduced.is_infeasible()) {
            EXPECT_EQ(whole.outcome, Outcome::infeasible);
            ++empty;
            continue;
        }
        const Result small = make_solver("cbc")->solve(reduced.program(), {.relative_gap = 0.0});
        ASSERT_EQ(small.has_solution(), whole.has_solution());
        if (!small.has_solution()) continue;
        EXPECT_NEAR(small.objective, whole.objective, 1e-7);
        EXPECT_TRUE(check_feasibility(draft.program, reduced.to_original(small.values)).within_tolerance);
        ++compared;
    }
    EXPECT_GE(compared, 100);
    EXPECT_GE(empty, 20);
}

}  // namespace
}  // namespace indus::solver
