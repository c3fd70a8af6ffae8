// SPDX-License-Identifier: Apache-2.0
// A point made cheaper in windows of time.
#include "solver/windows_again.hpp"

#include <gtest/gtest.h>

#include "solver/certificate.hpp"
#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

constexpr int steps = 8;

/// In each of eight steps 3 are due from two mills: one gives 5 for 10 when it runs, the other 4 for 6. The first must
/// run for two steps at least: on[t] >= on[t-1] - on[t-2] binds steps together.
Program two_mills() {
    Linked made;
    const Block block = made.program.add_block("all");
    const Family on = made.program.add_family({"mills", "on", "1"}), due = made.program.add_family({"due", "", "t"}),
                 stays = made.program.add_family({"stays", "", "1"});
    std::vector<Variable> dear, cheap;
    for (int t = 0; t < steps; ++t)
        for (const bool is_dear : {true, false})
            (is_dear ? dear : cheap)
                .push_back(made.program.add_variable({.upper = 1,
                                                      .cost = is_dear ? 10.0 : 6.0,
                                                      .integer = true,
                                                      .family = on,
                                                      .position = t,
                                                      .block = block}));
    for (std::size_t t = 0; t < steps; ++t) {
        const int position = static_cast<int>(t);
        made.program.add_row(5.0 * Expression{dear[t]} + 4.0 * Expression{cheap[t]} >= 3.0,
                             {.family = due, .position = position, .block = block});
        if (t >= 2)
            made.program.add_row(Expression{dear[t]} - dear[t - 1] + dear[t - 2] >= 0.0,
                                 {.family = stays, .position = position, .block = block});
    }
    return std::move(made.program);
}

/// The dear mill alone: 80; the cheap one alone costs 48.
std::vector<double> dear_point() {
    std::vector<double> point;
    for (int t = 0; t < steps; ++t) {
        point.push_back(1.0);
        point.push_back(0.0);
    }
    return point;
}

TEST(WindowsAgain, ChangesWhatIsOpenOnly) {
    const Program program = two_mills();
    const Timeline timeline{program};
    std::vector<double> point = dear_point();
    EXPECT_TRUE(search_again({program, timeline, {}, point}, {4, 8}, {4, 8}, {.relative_gap = 0.0}).is_cheaper);
    for (int t = 0; t < steps; ++t) EXPECT_EQ(point[static_cast<std::size_t>(2 * t)], t < 4 ? 1.0 : 0.0) << t;
    EXPECT_NEAR(program.objective(point), 4 * 10.0 + 4 * 6.0, 1e-9);
    EXPECT_TRUE(check_feasibility(program, point).within_tolerance);
    EXPECT_FALSE(search_again({program, timeline, {}, point}, {4, 8}, {4, 8}, {.relative_gap = 0.0}).is_cheaper);
}

TEST(WindowsAgain, RoundAfterRoundReachesTheOptimum) {
    const Program program = two_mills();
    const Timeline timeline{program};
    std::vector<double> point = dear_point();
    const Rounds rounds{.kept_steps = 3, .margin_steps = 1};
    EXPECT_TRUE(search_all_again({program, timeline, {}, point}, rounds, {.relative_gap = 0.001}).is_cheaper);
    EXPECT_NEAR(program.objective(point), steps * 6.0, 1e-9);
    EXPECT_FALSE(search_all_again({program, timeline, {}, point}, rounds, {.relative_gap = 0.001}).is_cheaper);
}

TEST(WindowsAgain, EndsWhereThePointIsGoodEnough) {
    const Program program = two_mills();
    const Timeline timeline{program};
    std::vector<double> point = dear_point();
    search_all_again({program, timeline, {}, point}, {.kept_steps = 3, .margin_steps = 0, .good_enough = 70.0},
                     {.relative_gap = 0.001});
    EXPECT_LE(program.objective(point), 70.0);
    EXPECT_GT(program.objective(point), steps * 6.0);
}

TEST(WindowsAgain, StopsWhenTold) {
    const Program program = two_mills();
    const Timeline timeline{program};
    std::vector<double> point = dear_point();
    const std::atomic<bool> stop{true};
    EXPECT_FALSE(search_all_again({program, timeline, {}, point}, {.kept_steps = 3}, {.stop = &stop}).is_cheaper);
    EXPECT_EQ(point, dear_point());
}

}  // namespace
}  // namespace indus::solver
