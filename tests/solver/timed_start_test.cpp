// SPDX-License-Identifier: Apache-2.0
// A works with a stock over 600 hours: from the bases of its days the simplex has little left to do.
#include "solver/timed_start.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <stdexcept>

#include "solver/price_bound.hpp"
#include "solver/solver.hpp"
#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

constexpr int hours = 600;
constexpr int hours_of_stretch = 24;

/// level[t] = level[t-1] + made[t] - 1, made at most 2 at a price of the hour, level at most 8, 4 before; what is short
/// costs 500. Columns: made, level and short of each hour in turn.
Program works(int length = hours) {
    Linked all;
    const Block block = all.program.add_block("works");
    Variable before{};
    for (int t = 0; t < length; ++t) {
        const double price = 60.0 + 30.0 * std::sin(0.2618 * t) + 7.0 * std::sin(1.7 * t);
        const Variable made = all.column(2.0, price, block, false);
        const Variable level = all.column(8.0, 0.0, block, false);
        const Variable is_short = all.column(1.0, 500.0, block, false);
        const Expression stock = t == 0 ? Expression{4.0} : Expression{before};
        all.row(Expression{level} == stock + made + is_short - 1.0, block);
        before = level;
    }
    return std::move(all.program);
}

std::vector<int> days_of(const Program& program) {
    std::vector<int> made;
    for (int j = 0; j < program.column_count(); ++j) made.push_back(j / 3 / hours_of_stretch);
    return made;
}

TEST(TimedStart, LeavesTheSimplexLittleToDo) {
    const Program program = works();
    LpSession cold{program};
    const LpEnd known = cold.solve();
    ASSERT_EQ(known.outcome, Outcome::optimal);
    const std::vector<double> best(cold.values().begin(), cold.values().end());

    for (const bool is_near : {false, true}) {
        LpSession session{program};
        const std::vector<double> idle(best.size(), 0.0);
        EXPECT_GT(start_from_stretches(session, program, days_of(program), is_near ? best : idle), 0);
        int basic = 0;
        for (int j = 0; j < program.column_count(); ++j) basic += session.is_basic_column(j) ? 1 : 0;
        for (int i = 0; i < program.row_count(); ++i) basic += session.is_basic_row(i) ? 1 : 0;
        EXPECT_EQ(basic, program.row_count());
        const LpEnd end = session.solve();
        EXPECT_EQ(end.outcome, Outcome::optimal);
        EXPECT_NEAR(end.objective, known.objective, 1e-6 * known.objective);
        EXPECT_LT(end.iterations, known.iterations / (is_near ? 10 : 3)) << (is_near ? "near" : "idle");
    }
}

// The first day is short of what the point takes from it: the second tells its price, and the bases stay one.
TEST(TimedStart, GoesOnWhereAStretchHasNoSolution) {
    Program program = works();
    for (int t = 0; t < hours; ++t) program.set_bounds({3 * t + 2}, 0.0, 0.0);
    std::vector<double> impossible(static_cast<std::size_t>(program.column_count()), 0.0);
    for (int t = hours_of_stretch - 1; t < hours; t += hours_of_stretch)
        impossible[static_cast<std::size_t>(3 * t + 1)] = -100.0;
    LpSession cold{program}, session{program};
    start_from_stretches(session, program, days_of(program), impossible);
    const LpEnd known = cold.solve(), end = session.solve();
    ASSERT_EQ(end.outcome, Outcome::optimal);
    EXPECT_NEAR(end.objective, known.objective, 1e-6 * known.objective);
}

// A block long enough to be begun so: what it proves at no prices is its cost.
TEST(TimedStart, IsWherePriceBoundsOfLongBlocksBegin) {
    const Program program = works(31'000);
    const Result known = make_solver("clp")->solve(program, {});
    ASSERT_EQ(known.outcome, Outcome::optimal);
    const std::vector<double> prices(static_cast<std::size_t>(program.row_count()), 0.0);
    PriceBound prover{program, {}};
    EXPECT_NEAR(prover.at(prices).bound, known.objective, 1e-6 * known.objective);
    EXPECT_NEAR(prover.at(prices).bound, known.objective, 1e-6 * known.objective) << "from the basis of before";
}

TEST(TimedStart, RefusesWhatDoesNotFitAndStops) {
    const Program program = works();
    LpSession session{program};
    const std::vector<double> point(static_cast<std::size_t>(program.column_count()), 0.0);
    EXPECT_THROW(start_from_stretches(session, program, std::vector<int>{0}, point), std::invalid_argument);
    EXPECT_THROW(start_from_stretches(session, program, days_of(program), std::vector<double>{0.0}),
                 std::invalid_argument);
    const std::atomic<bool> stop{true};
    EXPECT_EQ(start_from_stretches(session, program, days_of(program), point, {.stop = &stop}), 0);
    EXPECT_EQ(session.solve().outcome, Outcome::optimal);
}

}  // namespace
}  // namespace indus::solver
