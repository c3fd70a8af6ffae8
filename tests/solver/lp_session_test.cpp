// SPDX-License-Identifier: Apache-2.0
// A linear program that changes between solves; every optimum by hand.
#include "solver/lp_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "solver/certificate.hpp"

namespace indus::solver {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

constexpr double tolerance = 1e-9;

void expect_optimal(LpSession& session, double objective, const std::vector<double>& values,
                    Simplex first = Simplex::dual) {
    const LpEnd end = session.solve({}, first);
    ASSERT_EQ(end.outcome, Outcome::optimal);
    EXPECT_EQ(end.limit, Limit::none);
    EXPECT_NEAR(end.objective, objective, tolerance);
    EXPECT_THAT(session.values(), Pointwise(DoubleNear(tolerance), values));
}

/// min 2x + 3y, x + y >= 4, x <= 3.
LpSession mill() {
    LpSession session;
    session.add_rows(std::vector<LpRow>{{.lower = 4.0}});
    session.add_columns(std::vector<LpColumn>{{.upper = 3.0, .cost = 2.0, .entries = {{0, 1.0}}},
                                              {.cost = 3.0, .entries = {{0, 1.0}}}});
    return session;
}

TEST(LpSession, SolvesWhatIsBuiltByHand) {
    for (const Simplex first : {Simplex::dual, Simplex::primal}) {
        LpSession session = mill();
        expect_optimal(session, 9.0, {3.0, 1.0}, first);
        EXPECT_THAT(session.duals(), ElementsAre(DoubleNear(3.0, tolerance)));
        EXPECT_THAT(session.reduced_costs(), ElementsAre(DoubleNear(-1.0, tolerance), DoubleNear(0.0, tolerance)));
    }
}

// 2x + 3y + 5 with x whole: the session knows nothing of whole numbers. x = 2.5 at most.
TEST(LpSession, TakesAProgramAsItsRelaxation) {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.upper = 2.5, .cost = 2, .integer = true, .family = f});
    const Variable y = program.add_variable({.upper = 9, .cost = 3, .family = f});
    program.add_row(Expression{x} + y >= 4.0, {.family = f});
    program.add_offset(5.0);
    LpSession session{program};
    expect_optimal(session, 14.5, {2.5, 1.5});
}

// A column at 1 that gives two of what is asked takes it all: x, y idle. It costs 4 then, and they come back.
TEST(LpSession, AddsColumnsAndChangesCosts) {
    LpSession session = mill();
    expect_optimal(session, 9.0, {3.0, 1.0});
    session.add_columns(std::vector<LpColumn>{{.cost = 1.0, .entries = {{0, 2.0}}}});
    expect_optimal(session, 2.0, {0.0, 0.0, 2.0}, Simplex::primal);
    session.set_cost(2, 5.0);
    expect_optimal(session, 8.5, {3.0, 0.0, 0.5}, Simplex::primal);
}

// x - y <= 1 makes x = 2.5. Without it, as before.
TEST(LpSession, AddsAndDeletesRows) {
    LpSession session = mill();
    expect_optimal(session, 9.0, {3.0, 1.0});
    session.add_rows(std::vector<LpRow>{{.upper = 1.0, .entries = {{0, 1.0}, {1, -1.0}}}});
    expect_optimal(session, 9.5, {2.5, 1.5});
    session.delete_rows(std::vector{1});
    expect_optimal(session, 9.0, {3.0, 1.0});
}

// Columns move up when one before them goes.
TEST(LpSession, DeletesColumns) {
    LpSession session = mill();
    session.add_columns(std::vector<LpColumn>{{.upper = 1.0, .cost = 1.0, .entries = {{0, 1.0}}}});
    expect_optimal(session, 7.0, {3.0, 0.0, 1.0});
    session.delete_columns(std::vector{0});
    EXPECT_EQ(session.column_count(), 2);
    expect_optimal(session, 10.0, {3.0, 1.0});
    EXPECT_EQ(session.upper(0), infinity);
    EXPECT_EQ(session.upper(1), 1.0);
}

TEST(LpSession, ChangesLimits) {
    LpSession session = mill();
    expect_optimal(session, 9.0, {3.0, 1.0});
    session.set_column_bounds(0, 0.0, 1.0);
    expect_optimal(session, 11.0, {1.0, 3.0});
    session.set_row_bounds(0, 2.0, infinity);
    expect_optimal(session, 5.0, {1.0, 1.0});
    session.set_column_bounds(1, 2.0, 2.0);
    expect_optimal(session, 6.0, {0.0, 2.0});
}

// A basis is kept: the second solve of the same program takes no iteration.
TEST(LpSession, KeepsItsBasis) {
    LpSession session = mill();
    EXPECT_GT(session.solve().iterations, 0);
    EXPECT_EQ(session.solve().iterations, 0);
    EXPECT_EQ(session.solve({}, Simplex::primal).iterations, 0);
}

// x + y >= 8 with x <= 3 and y <= 4 has no point: y'r >= 8 y, A'y x <= 7 y.
TEST(LpSession, ProvesThatThereIsNoPoint) {
    for (const Simplex first : {Simplex::dual, Simplex::primal}) {
        LpSession session = mill();
        session.set_column_bounds(1, 0.0, 4.0);
        session.set_row_bounds(0, 8.0, infinity);
        EXPECT_EQ(session.solve({}, first).outcome, Outcome::infeasible);
        const std::vector<double> proof = session.infeasibility_proof();
        ASSERT_EQ(proof.size(), 1U);
        EXPECT_GT(proof[0], 0.0);
        session.set_row_bounds(0, 7.0, infinity);
        expect_optimal(session, 18.0, {3.0, 4.0}, first);
    }
}

// x and y fall together for ever: 2x + 3y with x, y free and x - y = 0.
TEST(LpSession, TellsADirectionThatCostsLessThanNothing) {
    for (const Simplex first : {Simplex::dual, Simplex::primal}) {
        LpSession session;
        session.add_columns(
            std::vector<LpColumn>{{.lower = -infinity, .cost = 2.0}, {.lower = -infinity, .cost = 3.0}});
        session.add_rows(std::vector<LpRow>{{.lower = 1.0, .upper = 1.0, .entries = {{0, 1.0}, {1, -1.0}}}});
        EXPECT_EQ(session.solve({}, first).outcome, Outcome::unbounded);
        EXPECT_THAT(session.unbounded_direction(), ElementsAre(DoubleNear(-1, tolerance), DoubleNear(-1, tolerance)));
        session.set_column_bounds(1, -7.0, infinity);
        expect_optimal(session, -33.0, {-6.0, -7.0}, first);
    }
}

TEST(LpSession, EndsAtItsLimits) {
    std::mt19937 dice{7};
    std::uniform_real_distribution<double> size{0.5, 2.0};
    LpSession session;
    session.add_columns(std::vector<LpColumn>(60, {.upper = 10.0, .cost = 1.0}));
    std::vector<LpRow> rows(40);
    for (LpRow& each : rows) {
        each.lower = 50.0;
        for (int j = 0; j < 60; ++j) each.entries.push_back({j, size(dice)});
    }
    session.add_rows(rows);
    const LpEnd early = session.solve({.work_limit = 1});
    EXPECT_EQ(early.limit, Limit::work);
    EXPECT_EQ(early.outcome, Outcome::no_solution_found);
    const std::atomic<bool> stop{true};
    EXPECT_EQ(session.solve({.stop = &stop}).limit, Limit::interrupted);
    EXPECT_EQ(session.solve().outcome, Outcome::optimal);
}

TEST(LpSession, RefusesWhatIsNotThere) {
    LpSession session = mill();
    EXPECT_THROW(session.add_columns(std::vector<LpColumn>{{.entries = {{1, 1.0}}}}), std::out_of_range);
    EXPECT_THROW(session.add_rows(std::vector<LpRow>{{.entries = {{2, 1.0}}}}), std::out_of_range);
    EXPECT_THROW(session.add_columns(std::vector<LpColumn>{{.lower = 2.0, .upper = 1.0}}), std::invalid_argument);
    EXPECT_THROW(session.set_column_bounds(0, std::nan(""), 1.0), std::invalid_argument);
    EXPECT_THROW(session.set_cost(5, 1.0), std::out_of_range);
    EXPECT_THROW(session.delete_rows(std::vector{1}), std::out_of_range);
    expect_optimal(session, 9.0, {3.0, 1.0});
}

/// By how much the multipliers exclude every point.
double excluded(std::span<const LpRow> rows, std::span<const LpColumn> columns, std::span<const double> proof) {
    double margin = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (proof[i] != 0.0) margin += proof[i] * (proof[i] > 0.0 ? rows[i].lower : rows[i].upper);
    for (const LpColumn& each : columns) {
        double price = 0.0;
        for (const LpEntry& entry : each.entries) price += proof[static_cast<std::size_t>(entry.index)] * entry.value;
        margin -= price * (price > 0.0 ? each.upper : each.lower);
    }
    return margin;
}

// Whatever is changed, the answer is that of a program built anew.
TEST(LpSession, AgreesWithAFreshSolveAfterRandomChanges) {
    std::mt19937 dice{11};
    const auto roll = [&](int sides) { return std::uniform_int_distribution<int>{0, sides - 1}(dice); };
    for (int round = 0; round < 20; ++round) {
        LpSession session;
        std::vector<LpRow> rows;
        for (int i = 0; i < 5; ++i) rows.push_back({.lower = static_cast<double>(roll(6))});
        session.add_rows(rows);
        std::vector<LpColumn> columns;
        const auto add = [&] {
            LpColumn made{.upper = 1.0 + roll(4), .cost = 1.0 + roll(9)};
            for (int i = 0; i < 5; ++i)
                if (roll(2) == 0) made.entries.push_back({i, 1.0 + roll(3)});
            session.add_columns(std::vector{made});
            columns.push_back(made);
        };
        for (int change = 0; change < 40; ++change) {
            if (columns.size() < 3 || roll(2) == 0) {
                add();
            } else if (roll(3) == 0) {
                const int gone = roll(static_cast<int>(columns.size()));
                session.delete_columns(std::vector{gone});
                columns.erase(columns.begin() + gone);
            } else {
                const int changed = roll(static_cast<int>(columns.size()));
                LpColumn& column = columns[static_cast<std::size_t>(changed)];
                column.cost = 1.0 + roll(9);
                column.lower = roll(2);
                session.set_cost(changed, column.cost);
                session.set_column_bounds(changed, column.lower, column.upper);
            }
            LpSession fresh;
            fresh.add_rows(rows);
            fresh.add_columns(columns);
            const LpEnd expected = fresh.solve();
            const LpEnd found = session.solve({}, roll(2) == 0 ? Simplex::primal : Simplex::dual);
            ASSERT_EQ(found.outcome, expected.outcome) << "round " << round << " change " << change;
            if (expected.outcome == Outcome::optimal)
                ASSERT_NEAR(found.objective, expected.objective, 1e-7);
            else
                ASSERT_GT(excluded(rows, columns, session.infeasibility_proof()), 0.5);
        }
    }
}

}  // namespace
}  // namespace indus::solver
