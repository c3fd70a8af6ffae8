// SPDX-License-Identifier: Apache-2.0
// Solvers that are other programs: what they answer, how they are told limits, how they end, what is left behind.
//
// glpsol runs where it is installed. HiGHS runs natively or, with node and the npm package, as WebAssembly. What
// neither can be made to do on purpose (lies, deafness, SCIP's words) is done by small scripts.
#include "solver/external_solver.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "solver/certificate.hpp"
#include "solver/child_process.hpp"

namespace indus::solver {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Puts HiGHS' WebAssembly build at the end of PATH, for every test of this program.
class SecondHighs : public testing::Environment {
    void SetUp() override {
        const fs::path wasm = fs::path{INDUS_SOURCE_DIR} / "tests/wasm";
        if (!find_program("node") || !fs::exists(wasm / "node_modules/highs")) return;
        setenv("PATH", fmt::format("{}:{}", getenv("PATH"), (wasm / "bin").string()).c_str(), 1);
    }
};
const auto* const second_highs = testing::AddGlobalTestEnvironment(new SecondHighs);

/// Knapsack: max 5a + 4b + 3c with 2a + 3b + c <= 4: a and c (8); a and b need 5, b and c give 7.
Program knapsack() {
    Program program;
    const Family f = program.add_family({"x", "pick", "1"});
    const auto pick = [&](double cost) {
        return program.add_variable(
            {.upper = 1.5, .cost = cost, .integer = true, .family = f, .position = program.column_count()});
    };
    const Variable a = pick(-5), b = pick(-4), c = pick(-3);
    program.add_row({}, {.family = f, .position = 1});
    program.add_row(2.0 * a + Expression{3.0 * b} + c <= 4.0, {.family = f});
    return program;
}

/// min 2x + 3y, x + y >= 4 (worth 3), x <= 3 (worth -1), and a row without limits, which glpsol drops.
Program linear() {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.upper = 100, .cost = 2, .family = f}),
                   y = program.add_variable({.upper = 100, .cost = 3, .family = f});
    program.add_row({Expression{x} - y}, {.family = f});
    program.add_row(Expression{x} + y >= 4.0, {.family = f, .position = 1});
    program.add_row(Expression{x} <= 3.0, {.family = f, .position = 2});
    return program;
}

/// Market split: equality rows with random weights, hopeless for any tree search within seconds.
Program hard() {
    Program program;
    std::mt19937 random{5};
    const Family f = program.add_family({"x", "pick", "1"});
    std::vector<Variable> columns;
    columns.reserve(50);
    for (int j = 0; j < 50; ++j)
        columns.push_back(program.add_variable({.upper = 1, .integer = true, .family = f, .position = j}));
    for (int i = 0; i < 6; ++i) {
        Expression left;
        double sum = 0.0;
        for (const Variable column : columns) {
            const double weight = static_cast<double>(random() % 100);
            left.add(column, weight);
            sum += weight;
        }
        const Variable over =
            program.add_variable({.upper = 5000, .cost = 1, .family = f, .position = program.column_count()});
        const Variable under =
            program.add_variable({.upper = 5000, .cost = 1, .family = f, .position = program.column_count()});
        program.add_row(left + over - under == std::floor(sum / 2.0), {.family = f, .position = i});
    }
    return program;
}

class External : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        const std::vector<std::string> found = external_solvers_found();
        if (std::find(found.begin(), found.end(), GetParam()) == found.end())
            GTEST_SKIP() << GetParam() << " is not on PATH";
    }
    Result solve(const Program& program, const Options& options = {}) {
        return make_solver(GetParam())->solve(program, options);
    }
};

TEST_P(External, SolvesAKnapsack) {
    const Result result = solve(knapsack());
    EXPECT_EQ(result.outcome, Outcome::optimal) << result.detail;
    EXPECT_NEAR(result.objective, -8.0, 1e-9);
    EXPECT_NEAR(result.bound, -8.0, 1e-6);
    EXPECT_EQ(result.values, (std::vector<double>{1, 0, 1}));
    EXPECT_TRUE(result.duals.empty());
}

TEST_P(External, TellsDualsOfLinearPrograms) {
    if (GetParam() == "scip") GTEST_SKIP() << "its solution file has none";
    const Result result = solve(linear());
    ASSERT_EQ(result.duals.size(), 3U) << result.detail;
    EXPECT_NEAR(result.duals[0], 0.0, 1e-9);
    EXPECT_NEAR(result.duals[1], 3.0, 1e-9);
    EXPECT_NEAR(result.duals[2], -1.0, 1e-9);
    EXPECT_NEAR(weak_duality_bound(linear(), result.duals), 9.0, 1e-9);
    EXPECT_EQ(result.reduced_costs.size(), 2U);
}

TEST_P(External, HonoursStartAndCutoff) {
    EXPECT_NEAR(solve(knapsack(), {.start = std::vector<double>{0, 1, 1}}).objective, -8.0, 1e-9);
    EXPECT_NEAR(solve(knapsack(), {.start = std::vector<double>{1, 1, 1}}).objective, -8.0, 1e-9)
        << "infeasible, and of no use";
    const Result none = solve(knapsack(), {.cutoff = -8.5});
    EXPECT_FALSE(none.has_solution());
    EXPECT_EQ(none.outcome, Outcome::no_solution_found);
    EXPECT_LE(none.bound, -8.0 + 1e-6);
}

TEST_P(External, SaysIntegerInfeasible) {
    Program program;
    const Family f = program.add_family({"x", "pick", "1"});
    Expression sum;
    for (int j = 0; j < 6; ++j)
        sum.add(program.add_variable({.upper = 1, .cost = 1, .integer = true, .family = f, .position = j}), 2.0);
    program.add_row(sum == 5.0, {.family = f});
    EXPECT_EQ(solve(program).outcome, Outcome::infeasible);
    Program between;
    between.add_row(Expression{between.add_variable({.lower = 0.2, .upper = 0.8, .integer = true})} <= 1.0, {});
    EXPECT_EQ(solve(between).outcome, Outcome::infeasible) << "no whole number between the bounds";
}

TEST_P(External, StopsAtTheTimeLimit) {
    const Result result = solve(hard(), {.time_limit_seconds = 2.0});
    EXPECT_LT(result.seconds, 10.0);
    EXPECT_EQ(result.limit, Limit::time) << result.detail;
    EXPECT_NE(result.outcome, Outcome::optimal);
    EXPECT_LE(result.bound, result.objective);
}

TEST_P(External, StopsWhenToldTo) {
    std::atomic<bool> stop{false};
    std::thread later{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{700});
        stop = true;
    }};
    const Result result = solve(hard(), {.stop = &stop});
    later.join();
    EXPECT_LT(result.seconds, 6.0);
    EXPECT_EQ(result.limit, Limit::interrupted) << result.detail;
}

TEST_P(External, HandsOnItsLogAndSaysWhoItWas) {
    std::string log;
    const Result result =
        solve(knapsack(), {.on_log = [&](std::string_view line) { log += std::string{line} + "\n"; }});
    EXPECT_THAT(log, HasSubstr(GetParam() == "glpsol" ? "GLPSOL" : GetParam() == "highs" ? "HiGHS" : "SCIP"));
    EXPECT_THAT(result.detail,
                testing::ContainsRegex("^[A-Za-z].* [0-9]+\\.[0-9.]+.*: .*[Oo][Pp][Tt][Ii][Mm][Aa][Ll]"));
    EXPECT_EQ(solve(knapsack()).detail, result.detail) << "the same in every run";
}

INSTANTIATE_TEST_SUITE_P(Backends, External, testing::ValuesIn(external_solver_names()),
                         [](const auto& backend) { return backend.param; });

}  // namespace
}  // namespace indus::solver
