// SPDX-License-Identifier: Apache-2.0
// Limits, the stop flag, progress and log: a solve ends when it is told to, and is honest about what it has.
#include <chrono>
#include <thread>

#include "tests/solver/conformance.hpp"

namespace indus::solver {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// What must hold of any result.
void expect_honest(const Program& program, const Result& result) {
    EXPECT_LE(result.bound, result.objective);
    EXPECT_EQ(result.has_solution(), !result.values.empty());
    EXPECT_TRUE(result.outcome != Outcome::optimal || result.limit == Limit::none);
    if (!result.has_solution()) return;
    EXPECT_TRUE(check_feasibility(program, result.values).within_tolerance);
    EXPECT_NEAR(program.objective(result.values), result.objective, 1e-6 * std::abs(result.objective));
}

class ControlConformance : public ConformanceTest {
protected:
    ControlConformance() { program = solver->solves_integer_programs() ? hard_program() : long_linear_program(1500); }
};
INSTANTIATE_TEST_SUITE_P(Backends, ControlConformance, testing::ValuesIn(conforming_solvers()),
                         [](const auto& backend) { return backend.param; });

TEST_P(ControlConformance, EndsAtItsTimeLimit) {
    const auto begin = Clock::now();
    const Result result = solver->solve(program, {.time_limit_seconds = 0.2});
    EXPECT_LT(seconds_since(begin), 5.0);
    EXPECT_EQ(result.limit, Limit::time) << result.detail;
    EXPECT_TRUE(result.outcome == Outcome::feasible || result.outcome == Outcome::no_solution_found)
        << to_string(result.outcome);
    expect_honest(program, result);
}

TEST_P(ControlConformance, EndsAtOnceWithoutTime) {
    const auto begin = Clock::now();
    const Result result = solver->solve(program, {.time_limit_seconds = 0.0});
    EXPECT_LT(seconds_since(begin), 2.0);
    EXPECT_EQ(result.limit, Limit::time);
    expect_honest(program, result);
}

// Counted work ends at the same point whatever the clock does.
TEST_P(ControlConformance, EndsAtItsWorkLimitAndAlwaysTheSame) {
    if (!solver->counts_work()) GTEST_SKIP() << GetParam() << " has no work limit";
    const long limit = solver->solves_integer_programs() ? 5 : 50;
    const Result first = solver->solve(program, {.work_limit = limit}),
                 second = solver->solve(program, {.work_limit = limit});
    EXPECT_EQ(first.limit, Limit::work) << first.detail;
    EXPECT_NE(first.outcome, Outcome::optimal);
    EXPECT_EQ(first.objective, second.objective);
    EXPECT_EQ(first.bound, second.bound);
    EXPECT_EQ(first.values, second.values);
    EXPECT_EQ(first.iterations, second.iterations);
    expect_honest(program, first);
}

TEST_P(ControlConformance, EndsWhenAskedBeforeItBegan) {
    const std::atomic<bool> stop{true};
    const auto begin = Clock::now();
    const Result result = solver->solve(program, {.stop = &stop});
    EXPECT_LT(seconds_since(begin), 2.0);
    EXPECT_EQ(result.limit, Limit::interrupted);
    expect_honest(program, result);
}

TEST_P(ControlConformance, EndsWhenAskedOnTheWay) {
    std::atomic<bool> stop{false};
    std::thread hand{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{150});
        stop = true;
    }};
    const auto begin = Clock::now();
    const Result result = solver->solve(program, {.time_limit_seconds = 30.0, .stop = &stop});
    hand.join();
    EXPECT_LT(seconds_since(begin), 5.0);
    EXPECT_EQ(result.limit, Limit::interrupted) << result.detail;
    expect_honest(program, result);
}

// The flag is looked at, not kept: the next solve runs.
TEST_P(ControlConformance, RunsAgainAfterAStop) {
    std::atomic<bool> stop{true};
    solver->solve(program, {.stop = &stop});
    program = Program{};
    columns = program.add_family({"x", "amount", "1"});
    rows = columns;
    const Variable x = column(0, 9, 1);
    row(Expression{x} >= 3.0);
    stop = false;
    expect(3, {3}, {.stop = &stop});
}

TEST_P(ControlConformance, HandsItsLogOverLineByLine) {
    std::vector<std::string> lines;
    solver->solve(program,
                  {.time_limit_seconds = 0.5, .on_log = [&](std::string_view line) { lines.emplace_back(line); }});
    ASSERT_FALSE(lines.empty());
    for (const std::string& line : lines) EXPECT_EQ(line.find('\n'), std::string::npos) << line;
}

TEST_P(ControlConformance, SaysNothingUnasked) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    solver->solve(program, {.time_limit_seconds = 0.3});
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

// Two solves on two threads give what each gives alone.
TEST_P(ControlConformance, SolvesOnTwoThreadsAtOnce) {
    const Program small = solver->solves_integer_programs() ? hard_program(20, 3) : long_linear_program(150);
    const Result alone = solver->solve(small);
    std::vector<Result> results(2);
    std::vector<std::thread> threads;
    threads.reserve(results.size());
    for (Result& result : results) threads.emplace_back([&] { result = make_solver(GetParam())->solve(small); });
    for (std::thread& each : threads) each.join();
    for (const Result& result : results) {
        EXPECT_EQ(result.objective, alone.objective);
        EXPECT_EQ(result.values, alone.values);
    }
}

class ProgressConformance : public ConformanceTest {};
INSTANTIATE_TEST_SUITE_P(Backends, ProgressConformance, testing::ValuesIn(integer_solvers()),
                         [](const auto& backend) { return backend.param; });

TEST_P(ProgressConformance, TellsOfProgressThatOnlyGetsBetter) {
    program = hard_program();
    std::vector<Progress> told;
    const Result result = solver->solve(
        program, {.time_limit_seconds = 1.2, .on_progress = [&](const Progress& p) { told.push_back(p); }});
    ASSERT_GE(told.size(), 2U);
    for (std::size_t i = 0; i < told.size(); ++i) {
        EXPECT_FALSE(told[i].phase.empty());
        EXPECT_LE(told[i].bound, told[i].cost);
        if (i == 0) continue;
        EXPECT_GE(told[i].seconds, told[i - 1].seconds);
        EXPECT_LE(told[i].cost, told[i - 1].cost);
        EXPECT_GE(told[i].bound, told[i - 1].bound);
        EXPECT_GE(told[i].nodes, told[i - 1].nodes);
    }
    EXPECT_LT(told.back().cost, infinity);
    EXPECT_LE(result.objective, told.back().cost + 1e-6 * std::abs(told.back().cost))
        << "nothing that was told is lost";
    EXPECT_LT(told.size(), 200U) << "at improvements and a few times a second";
}

}  // namespace
}  // namespace indus::solver
