// SPDX-License-Identifier: Apache-2.0
// Mixed-integer programs, starts, cutoffs and gaps, for every backend that takes integers.
#include <stdexcept>

#include "tests/solver/conformance.hpp"

namespace indus::solver {
namespace {

class IntegerConformance : public ConformanceTest {
protected:
    /// max 5a + 4b + 3c with 2a + 3b + c <= 4: a and c (8); a and b need 5, b and c give 7.
    void knapsack() {
        const Variable a = whole(0, 1, -5), b = whole(0, 1, -4), c = whole(0, 1, -3);
        row(2.0 * a + Expression{3.0 * b} + c <= 4.0);
    }
};
INSTANTIATE_TEST_SUITE_P(Backends, IntegerConformance, testing::ValuesIn(integer_solvers()), [](const auto& backend) { return backend.param; });

TEST_P(IntegerConformance, SolvesAKnapsack) {
    knapsack();
    const Result result = expect(-8, {1, 0, 1});
    EXPECT_TRUE(result.duals.empty());
    EXPECT_EQ(result.values[0], 1.0) << "integers are whole to the last digit";
}

// Whole numbers that are no binaries, below zero too: min 3x + 2y, 2x + 3y >= 7.5, x in -4..9, y in 0..4. At y = 4:
// 2x >= -4.5, x = -2: 2. At y = 3: x >= -0.75, x = 0: 6; each y less costs more.
TEST_P(IntegerConformance, TakesWholeNumbers) {
    const Variable x = whole(-4, 9, 3), y = whole(0, 4, 2);
    row(2.0 * x + Expression{3.0 * y} >= 7.5);
    expect(2, {-2, 4});
}

// A fixed charge: 10 to open, 1 per unit, against 4 per unit elsewhere, 3 are needed: 3 * 4 = 12 against 10 + 3 = 13. With 4
// needed 16 against 14: opened.
TEST_P(IntegerConformance, WeighsAFixedCharge) {
    const Variable open = whole(0, 1, 10), here = column(0, 5, 1), there = column(0, 9, 4);
    row(Expression{here} - 5.0 * open <= 0.0);
    row(Expression{here} + there == 3.0);
    expect(12, {0, 0, 3});
    program.set_row_bounds({1}, 4.0, 4.0);
    expect(14, {1, 4, 0});
}

// A free column beside a whole one, an offset: min y + 100, y >= x - 2.5, y >= 2.5 - x, x whole: x = 2 or 3, y = 0.5; the
// cost of 0.01 per x decides for 2.
TEST_P(IntegerConformance, TakesFreeColumnsAndAnOffset) {
    const Variable x = whole(0, 9, 0.01), y = column(-infinity, infinity, 1);
    program.add_offset(100);
    row(Expression{y} - x >= -2.5);
    row(Expression{y} + x >= 2.5);
    expect(100.52, {2, 0.5});
}

TEST_P(IntegerConformance, TakesIntegersWithoutRows) {
    whole(0, 3.5, -2);
    whole(1.2, 9, 1);
    expect(-6 + 2, {3, 2});
}

TEST_P(IntegerConformance, TakesFixedIntegers) {
    const Variable x = whole(1, 1, 5), y = column(0, 9, 1);
    row(Expression{x} + y >= 3.0);
    expect(7, {1, 2});
}

// 2 (x1 + ... + x6) = 5 has a relaxation but no integer point.
TEST_P(IntegerConformance, SaysInfeasibleWhenOnlyTheRelaxationHasPoints) {
    Expression sum;
    for (int j = 0; j < 6; ++j) sum.add(whole(0, 1, 1), 2.0);
    row(sum == 5.0);
    expect_none({Outcome::infeasible});
}

TEST_P(IntegerConformance, SaysInfeasibleWithTheRelaxation) {
    const Variable x = whole(0, 1, 1);
    row(Expression{x} >= 2.0);
    expect_none({Outcome::infeasible, Outcome::infeasible_or_unbounded});
}

TEST_P(IntegerConformance, SaysUnbounded) {
    const Variable x = whole(0, infinity, -1), y = column(0, infinity, 0);
    row(Expression{x} - y <= 1.0);
    expect_none({Outcome::unbounded, Outcome::infeasible_or_unbounded});
}

// A feasible start that is not the best, the best itself, and starts that look better than the best: broken row, fraction,
// beyond a bound. None may lead the search astray.
TEST_P(IntegerConformance, ChecksTheStartItIsGiven) {
    knapsack();
    for (const std::vector<double>& start : {std::vector<double>{0, 1, 1}, {1, 0, 1}, {0, 0, 0}, {1, 1, 1}, {1, 0.6, 0.2}, {2, 0, 0}})
        expect(-8, {1, 0, 1}, {.start = start});
    EXPECT_THROW(solver->solve(program, {.start = std::vector<double>{1, 0}}), std::invalid_argument);
}

// Stopped before it begins, a solve still has the start it was given, if that is feasible, and nothing otherwise.
TEST_P(IntegerConformance, KeepsAFeasibleStartWhenStoppedAtOnce) {
    program = hard_program();
    const std::atomic<bool> stop{true};
    const std::vector<double> nothing(static_cast<std::size_t>(program.column_count()), 0.0), everything(nothing.size(), 1.0);
    const Result kept = solver->solve(program, {.start = nothing, .stop = &stop});
    EXPECT_EQ(kept.outcome, Outcome::feasible);
    EXPECT_EQ(kept.limit, Limit::interrupted);
    EXPECT_LE(kept.objective, 0.0);
    EXPECT_TRUE(check_feasibility(program, kept.values).within_tolerance);
    const Result dropped = solver->solve(program, {.start = everything, .stop = &stop});
    EXPECT_FALSE(dropped.has_solution());
    EXPECT_EQ(dropped.outcome, Outcome::no_solution_found);
}

// Nothing is cheaper than -8.5: no point, and a bound that claims no more than what was asked. Below -7.5 there is one.
TEST_P(IntegerConformance, HonoursACutoff) {
    knapsack();
    const Result none = solver->solve(program, {.cutoff = -8.5});
    EXPECT_FALSE(none.has_solution());
    EXPECT_EQ(none.outcome, Outcome::no_solution_found);
    EXPECT_LE(none.bound, -8.0) << "nothing below -8.5 proves no more than -8.5";
    const Result some = solver->solve(program, {.cutoff = -7.5});
    EXPECT_NEAR(some.objective, -8.0, 1e-9);
    EXPECT_EQ(some.outcome, Outcome::optimal);
}

// Whatever the gap asked for, what is claimed holds: the cost is within it of the bound, and the bound below the optimum.
TEST_P(IntegerConformance, ClaimsNoMoreThanTheGapItProved) {
    program = hard_program(24, 4);
    const Result best = solver->solve(program);
    ASSERT_EQ(best.outcome, Outcome::optimal);
    for (const double gap : {0.3, 0.1, 0.03, 0.01}) {
        const Result result = solver->solve(program, {.relative_gap = gap});
        EXPECT_EQ(result.outcome, Outcome::optimal) << gap;
        EXPECT_LE(relative_gap(result.objective, result.bound), gap * (1 + 1e-6));
        EXPECT_LE(result.bound, best.objective + 1e-6);
        EXPECT_GE(result.objective, best.objective - 1e-6);
    }
}

TEST_P(IntegerConformance, SolvesTwiceTheSame) {
    program = hard_program(24, 4);
    const Result first = solver->solve(program), second = make_solver(GetParam())->solve(program), third = solver->solve(program);
    for (const Result* other : {&second, &third}) {
        EXPECT_EQ(first.objective, other->objective);
        EXPECT_EQ(first.values, other->values);
        EXPECT_EQ(first.bound, other->bound);
        EXPECT_EQ(first.nodes, other->nodes);
    }
}

// All 64 right-hand sides of a small program, against trying all its points: none is answered wrongly.
//   min 4a + 5b + 6c + y,   3a + 5b + 7c + y >= need,   y <= 3
TEST_P(IntegerConformance, AgreesWithTryingAllPoints) {
    const Variable a = whole(0, 2, 4), b = whole(0, 2, 5), c = whole(0, 2, 6), y = column(0, 3, 1.5);
    row(3.0 * a + Expression{5.0 * b} + 7.0 * c + y >= 0.0);
    for (int half_need = 0; half_need < 64; ++half_need) {
        const double need = 0.5 * half_need;
        program.set_row_bounds({0}, need, infinity);
        double best = infinity;
        for (int i = 0; i < 27; ++i) {
            const int p = i % 3, q = i / 3 % 3, r = i / 9;
            const double missing = std::max(0.0, need - 3 * p - 5 * q - 7 * r);
            if (missing <= 3.0) best = std::min(best, 4 * p + 5 * q + 6 * r + 1.5 * missing);
        }
        EXPECT_NEAR(solver->solve(program).objective, best, 1e-7) << need;
    }
}

}  // namespace
}  // namespace indus::solver
