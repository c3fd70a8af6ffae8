// SPDX-License-Identifier: Apache-2.0
// What every backend is held to. A test writes a small program, its optimum and why it is unique; the suites run it
// with every backend of the list.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "solver/certificate.hpp"
#include "solver/external_solver.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// Those named and the programs on PATH that are solvers; that one is missing is said by `External.*`.
inline std::vector<std::string> with_external_solvers(std::vector<std::string> names) {
    for (const std::string& each : external_solvers_found()) names.push_back(each);
    return names;
}
inline const std::vector<std::string>& conforming_solvers() {
    static const std::vector<std::string> names = with_external_solvers({"clp", "cbc", "plain_cbc"});
    return names;
}
inline const std::vector<std::string>& integer_solvers() {
    static const std::vector<std::string> names = with_external_solvers({"cbc", "plain_cbc"});
    return names;
}

class ConformanceTest : public testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<Solver> solver = make_solver(GetParam());
    Program program{};
    Family columns = program.add_family({"x", "amount", "1"});
    Family rows = program.add_family({"r", "row", "1"});

    Variable column(double lower, double upper, double cost, bool integer = false) {
        return program.add_variable({.lower = lower,
                                     .upper = upper,
                                     .cost = cost,
                                     .integer = integer,
                                     .family = columns,
                                     .position = program.column_count()});
    }
    Variable whole(double lower, double upper, double cost) { return column(lower, upper, cost, true); }
    void row(const Condition& condition) {
        program.add_row(condition, {.family = rows, .position = program.row_count()});
    }

    /// Solves and expects this optimum, proven and feasible.
    Result expect(double objective, const std::vector<double>& values, const Options& options = {}) {
        Result result = solver->solve(program, options);
        EXPECT_EQ(result.outcome, Outcome::optimal) << result.detail;
        EXPECT_EQ(result.limit, Limit::none) << result.detail;
        EXPECT_NEAR(result.objective, objective, 1e-7);
        EXPECT_NEAR(result.bound, objective, 1e-6);
        EXPECT_LE(result.bound, result.objective);
        EXPECT_EQ(result.values.size(), values.size());
        if (result.values.size() != values.size()) return result;
        for (std::size_t j = 0; j < values.size(); ++j) EXPECT_NEAR(result.values[j], values[j], 1e-7) << j;
        EXPECT_TRUE(check_feasibility(program, result.values).within_tolerance);
        return result;
    }
    /// Solves and expects one of these ends without a point.
    void expect_none(std::initializer_list<Outcome> ends) {
        const Result result = solver->solve(program);
        EXPECT_NE(std::find(ends.begin(), ends.end(), result.outcome), ends.end())
            << to_string(result.outcome) << " " << result.detail;
        EXPECT_FALSE(result.has_solution());
        EXPECT_TRUE(result.values.empty());
    }
};

/// A knapsack of many dimensions that takes far longer than a test: points are found at once, the proof is not.
inline Program hard_program(int items = 90, int knapsacks = 12) {
    Program program;
    const Family pick = program.add_family({"item", "pick", "1"}), room = program.add_family({"sack", "room", "kg"});
    std::uint32_t state = 12345;
    const auto next = [&] {
        return state = state * 1664525U + 1013904223U, static_cast<double>(state >> 8U & 0x3FFU) / 8.0 + 1.0;
    };
    std::vector<Variable> picks;
    std::vector<Expression> loads(static_cast<std::size_t>(knapsacks));
    for (int j = 0; j < items; ++j) {
        double weights = 0.0;
        std::vector<double> weight;
        for (int i = 0; i < knapsacks; ++i) weight.push_back(next()), weights += weight.back();
        const Variable x = program.add_variable(
            {.upper = 1, .cost = -weights - next(), .integer = true, .family = pick, .position = j});
        for (int i = 0; i < knapsacks; ++i)
            loads[static_cast<std::size_t>(i)].add(x, weight[static_cast<std::size_t>(i)]);
    }
    for (int i = 0; i < knapsacks; ++i)
        program.add_row(Expression{loads[static_cast<std::size_t>(i)]} <= 16.0 * items,
                        {.family = room, .position = i});
    return program;
}

/// A linear program with this many degenerate rows, for limits that end a simplex.
inline Program long_linear_program(int size) {
    Program program;
    const Family f = program.add_family({"cell", "flow", "t"});
    std::uint32_t state = 99;
    const auto next = [&] {
        return state = state * 1664525U + 1013904223U, static_cast<double>(state >> 8U & 0x3FFU) / 1024.0 + 0.1;
    };
    std::vector<Variable> x;
    x.reserve(static_cast<std::size_t>(size));
    for (int j = 0; j < size; ++j)
        x.push_back(program.add_variable({.upper = 50, .cost = next(), .family = f, .position = j}));
    for (int i = 0; i < size; ++i) {
        Expression sum;
        for (int k = 0; k < 40; ++k) {
            state = state * 1664525U + 1013904223U;
            sum.add(x[(state >> 9U) % x.size()], next());
        }
        program.add_row(sum >= 20.0 * next(), {.family = f, .position = i});
    }
    return program;
}

}  // namespace indus::solver
