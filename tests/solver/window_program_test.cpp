// SPDX-License-Identifier: Apache-2.0
// A store over eight steps, by hand: where its columns lie in time, what a coarse program makes of it, and what a
// window of it asks.
#include "solver/window_program.hpp"

#include <gmock/gmock.h>

#include <atomic>

#include "solver/coarse_program.hpp"
#include "solver/rolling_guide.hpp"
#include "solver/window_plan.hpp"
#include "solver/window_search.hpp"

namespace indus::solver {
namespace {

using testing::Each;
using testing::ElementsAre;

/// level[t] = level[t-1] + inflow - release[t], release at most 4 in steps of even number and 2 in others, worth t + 1
/// each; level at most 10, 6 before; all releases together at most 12, or `excess` at 100 each.
struct Store {
    static constexpr int steps = 8;
    Program program{};
    Block block = program.add_block("store");
    Block rule = program.add_block("rule");
    std::vector<Variable> level{}, release{};
    Variable excess{};

    explicit Store(double inflow = 1.0) {
        const Family levels = program.add_family({"store", "level", "MWh"});
        const Family releases = program.add_family({"store", "release", "MW"});
        for (int t = 0; t < steps; ++t)
            level.push_back(program.add_variable({.upper = 10.0, .family = levels, .position = t, .block = block}));
        for (int t = 0; t < steps; ++t)
            release.push_back(program.add_variable({.upper = t % 2 == 0 ? 4.0 : 2.0,
                                                    .cost = -(t + 1.0),
                                                    .family = releases,
                                                    .position = t,
                                                    .block = block}));
        excess = program.add_variable({.upper = 50.0,
                                       .cost = 100.0,
                                       .family = program.add_family({"rule", "excess", "MWh"}),
                                       .position = 0,
                                       .block = rule});
        const Family balance = program.add_family({"store", "balance", "MWh"});
        Expression all;
        for (int t = 0; t < steps; ++t) {
            const auto i = static_cast<std::size_t>(t);
            const Expression before = t == 0 ? Expression{6.0} : Expression{level[i - 1]};
            program.add_row(Expression{level[i]} == before + inflow - release[i],
                            {.family = balance, .position = t, .block = block});
            all += release[i];
        }
        program.add_row(all - excess <= 12.0, {.family = program.add_family({"rule", "most", "MWh"}), .position = 0});
    }
    static constexpr int rule_row = steps;
};

TEST(Timeline, PutsColumnsAndRowsIntoTime) {
    const Store store;
    const Timeline timeline{store.program};
    EXPECT_EQ(timeline.step_count(), 8);
    EXPECT_EQ(timeline.step_of_column(store.release[5].index), 5);
    EXPECT_EQ(timeline.step_of_column(store.excess.index), 7) << "decided when the rule it breaks ends";
    EXPECT_EQ(timeline.first_step(3), 2);
    EXPECT_EQ(timeline.last_step(3), 3);
    EXPECT_EQ(timeline.first_step(Store::rule_row), 0);
    EXPECT_EQ(timeline.last_step(Store::rule_row), 7);
}

TEST(WindowPlan, CutsTimeIntoWindowsAndChains) {
    EXPECT_THAT(windows_of({3, 13}, 4), ElementsAre(Window{3, 7}, Window{7, 11}, Window{11, 13}));
    EXPECT_THAT(windows_of({0, 9}, 4), ElementsAre(Window{0, 4}, Window{4, 9})) << "one step joins the window before";
    const std::vector<int> period{0, 0, 0, 1, 1, 1, 2, 2, 2, 3};
    EXPECT_THAT(chain_starts(period, 10, 1), ElementsAre(0));
    EXPECT_THAT(chain_starts(period, 10, 2), ElementsAre(0, 6)) << "the period nearest to the middle";
    EXPECT_THAT(chain_starts({0, 0, 0, 0}, 4, 2), ElementsAre(0)) << "within a period none begins";
}

// Two periods of four steps, in bands of even and odd steps.
TEST(CoarseProgram, AddsUpStepsThatAreAlike) {
    const Store store;
    const CoarseProgram coarse{store.program, {.period = {0, 0, 0, 0, 1, 1, 1, 1}, .band = {0, 1, 0, 1, 0, 1, 0, 1}}};
    const Program& p = coarse.program();
    ASSERT_EQ(p.column_count(), 4 + 4 + 1) << "levels, releases, the excess";
    ASSERT_EQ(p.row_count(), 4 + 1);
    // Releases of the first period: at most 4 in the band of even steps, worth 1 + 3 together.
    EXPECT_EQ(p.upper()[4], 4.0);
    EXPECT_EQ(p.cost()[4], -4.0);
    EXPECT_EQ(p.upper()[5], 2.0);
    EXPECT_EQ(p.cost()[5], -6.0);
    // Two steps each: 2 L_even - L_odd + 2 r_even = 6 + 2, of which 6 is the level before.
    EXPECT_EQ(p.row_lower()[0], 8.0);
    std::vector<double> point(9, 0.0);
    point[0] = 3.0, point[1] = 5.0, point[2] = 1.0, point[3] = 2.0;  // levels: even, odd, then the second period
    EXPECT_THAT(p.activity(point),
                ElementsAre(2 * 3.0 - 5.0, 2 * 5.0 - 2 * 3.0, 2 * 1.0 - 2.0 - 5.0, 2 * 2.0 - 2 * 1.0, 0.0));

    // Releases hold through their period; levels move to where the period ends, and the first goes on backwards.
    std::vector<double> values = point;
    values[4] = 2.5;
    const std::vector<double> by_step = coarse.values_by_step(values);
    EXPECT_EQ(by_step[static_cast<std::size_t>(store.release[2].index)], 2.5);
    const auto level = [&](int t) {
        return by_step[static_cast<std::size_t>(store.level[static_cast<std::size_t>(t)].index)];
    };
    EXPECT_EQ(level(7), 2.0) << "the last step of the second period's odd band";
    EXPECT_EQ(level(5), 2.0 + 0.5 * 3.0) << "half of the way from 5 to 2";
    EXPECT_EQ(level(3), 5.0);
    EXPECT_EQ(level(1), 5.0 + 0.5 * 3.0);
    EXPECT_THAT(coarse.prices_by_step({{1.0, 2.0, 3.0, 4.0, -5.0}}), ElementsAre(1, 2, 1, 2, 3, 4, 3, 4, -5));
}

// A stage that must run in three of four steps and is closed in the other: the mean of its bounds, 0.75, would not do.
TEST(CoarseProgram, LeavesColumnsThatDecideNothingOutOfTheMeans) {
    Program program;
    const Block block = program.add_block("stage");
    const Family on = program.add_family({"stage", "on", "-"});
    const Family must = program.add_family({"stage", "must run", "-"});
    const Family power = program.add_family({"grid", "power", "MW"});
    for (int t = 0; t < 4; ++t) {
        const bool is_fixed = t == 1;
        const Variable v = program.add_variable({.lower = is_fixed ? 0.5 : 0.0,
                                                 .upper = is_fixed ? 0.5 : 1.0,
                                                 .cost = 10.0,
                                                 .family = on,
                                                 .position = t,
                                                 .block = block});
        if (!is_fixed) program.add_row(Expression{v} >= 1.0, {.family = must, .position = t, .block = block});
        program.add_row(3.0 * v <= 4.0, {.family = power, .position = t, .block = block});
    }
    const StepGroups together{.period = {0, 0, 0, 0}, .band = {0, 0, 0, 0}};
    const CoarseProgram coarse{program, together};
    ASSERT_EQ(coarse.program().column_count(), 1);
    EXPECT_EQ(coarse.program().upper()[0], 1.0);
    EXPECT_EQ(coarse.program().cost()[0], 30.0);
    EXPECT_EQ(coarse.program().offset(), 5.0);
    EXPECT_EQ(coarse.program().row_upper()[1], 16.0 - 1.5) << "power, less what the step that is fixed takes";
    EXPECT_THAT(coarse.values_by_step({{1.0}}), ElementsAre(1.0, 0.5, 1.0, 1.0));
    const Guide guide = find_guide(program, together, {}, {});
    EXPECT_TRUE(guide.is_known);
    EXPECT_EQ(guide.loosened, 0);
    EXPECT_THAT(guide.point, ElementsAre(1.0, 0.5, 1.0, 1.0));
}

// At least 1 in the first step and at most 0 in the second cannot be together: one of the two rows gives way by 1, and
// what else is decided keeps its value and its price.
TEST(Guide, GivesWayWhereStepsTogetherAreImpossible) {
    Program program;
    const Block block = program.add_block("all");
    const Family x = program.add_family({"x", "amount", "t"}), y = program.add_family({"y", "amount", "t"});
    const Family need = program.add_family({"y", "need", "t"});
    for (int t = 0; t < 2; ++t) {
        const Variable each = program.add_variable({.upper = 1.0, .family = x, .position = t, .block = block});
        const FamilyLabel label{"x", t == 0 ? "least" : "most", "t"};
        const RowSpec row{.family = program.add_family(label), .position = t, .block = block};
        program.add_row(t == 0 ? Expression{each} >= 1.0 : Expression{each} <= 0.0, row);
        const Variable other =
            program.add_variable({.upper = 9.0, .cost = 7.0, .family = y, .position = t, .block = block});
        program.add_row(Expression{other} >= 2.0, {.family = need, .position = t, .block = block});
    }
    const Guide guide = find_guide(program, {.period = {0, 0}, .band = {0, 0}}, {}, {});
    EXPECT_TRUE(guide.is_known);
    EXPECT_EQ(guide.loosened, 1);
    ASSERT_EQ(guide.point.size(), 4u);
    EXPECT_NEAR(guide.point[1], 2.0, 1e-9);
    EXPECT_NEAR(guide.prices[1], 7.0, 1e-9);
    EXPECT_NEAR(guide.prices[3], 7.0, 1e-9);
}

TEST(Guide, SaysThatTheTimeWasNotEnough) {
    const Store store;
    std::atomic<bool> stop{true};
    Options limits;
    limits.stop = &stop;
    const Guide guide =
        find_guide(store.program, {.period = {0, 0, 0, 0, 1, 1, 1, 1}, .band = {0, 1, 0, 1, 0, 1, 0, 1}}, {}, limits);
    EXPECT_FALSE(guide.is_known);
    EXPECT_THAT(guide.point, Each(0.0));
}

std::vector<double> point_with(const Store& store, const std::vector<double>& levels,
                               const std::vector<double>& releases) {
    std::vector<double> point(static_cast<std::size_t>(store.program.column_count()), 0.0);
    for (std::size_t t = 0; t < Store::steps; ++t) {
        point[static_cast<std::size_t>(store.level[t].index)] = levels[t];
        point[static_cast<std::size_t>(store.release[t].index)] = releases[t];
    }
    return point;
}

// Both ends decided: steps 2 and 3 share what level 7 before and level 4 at step 4, after 1 was released, leave.
TEST(WindowProgram, HoldsToWhatIsDecidedAround) {
    const Store store;
    std::vector<double> point = point_with(store, {7, 7, 7, 7, 4, 5, 6, 7}, {0, 1, 1, 1, 1, 0, 0, 0});
    const std::vector<double> prices(9, 0.0);
    const Timeline timeline{store.program};
    const WindowProgram window{store.program, timeline, {2, 4}, {.future_is_decided = true}, point, prices};
    const WindowSearch found = search_near_relaxation(window.program(), {});
    ASSERT_EQ(found.outcome, Outcome::feasible);
    // level[3] = level[4] - 1 + release[4] = 4; so 7 + 1 + 1 - 4 = 5 are released, 2 of it at the dearer step.
    EXPECT_DOUBLE_EQ(found.cost, -(3.0 * 3.0 + 2.0 * 4.0));
    EXPECT_EQ(window.cost_at(point), -(3.0 + 4.0));
    window.write_values(found.values, {2, 4}, point);
    EXPECT_DOUBLE_EQ(point[static_cast<std::size_t>(store.level[3].index)], 4.0);
    EXPECT_DOUBLE_EQ(point[static_cast<std::size_t>(store.release[2].index)], 3.0);
    EXPECT_EQ(point[static_cast<std::size_t>(store.release[4].index)], 1.0) << "outside: as it was";
}

// An open end: water is worth 3.5 beyond it, but a stock keeps to the guide: more than it has there is worth nothing,
// and what is short of it costs many times the price.
TEST(WindowProgram, LeavesAStockAsTheGuideHasIt) {
    const Store store;
    std::vector<double> prices(9, 0.0);
    prices[4] = -3.5;  // of the balance of step 4: a MWh more saves 3.5
    const Timeline timeline{store.program};
    const auto decide = [&](double guide) {
        std::vector<double> made = point_with(store, {7, 7, 7, guide, guide, 7, 7, 7}, {0, 0, 0, 0, 1, 1, 1, 1});
        const WindowProgram window{store.program, timeline, {2, 4}, {}, made, prices};
        window.write_values(search_near_relaxation(window.program(), {}).values, {2, 4}, made);
        return std::vector{made[static_cast<std::size_t>(store.release[2].index)],
                           made[static_cast<std::size_t>(store.release[3].index)],
                           made[static_cast<std::size_t>(store.level[3].index)]};
    };
    EXPECT_THAT(decide(5.0), ElementsAre(2.0, 2.0, 5.0)) << "what is beyond the guide is released";
    EXPECT_THAT(decide(8.0), ElementsAre(0.0, 1.0, 8.0)) << "where it is worth most, and no more";
}

// The rule over all steps is priced while it reaches beyond, and kept when it no longer does.
TEST(WindowProgram, PricesARuleOverAllStepsUntilItsEnd) {
    const Store store;
    const Timeline timeline{store.program};
    std::vector<double> point = point_with(store, {7, 7, 7, 7, 7, 7, 7, 7}, {1, 1, 1, 1, 1, 1, 1, 1});
    std::vector<double> prices(9, 0.0);
    prices[Store::rule_row] = -2.5;
    const auto decide = [&](Window steps) {
        const WindowProgram window{store.program, timeline, steps, {.premium = 0.1}, point, prices};
        window.write_values(search_near_relaxation(window.program(), {}).values, steps, point);
    };
    const auto released = [&](std::size_t t) { return point[static_cast<std::size_t>(store.release[t].index)]; };
    decide({0, 4});
    EXPECT_THAT((std::vector{released(0), released(1), released(2), released(3)}), ElementsAre(0, 2, 4, 2))
        << "8 of the 12: the guide has 4 for later, and what would be left beyond it is worth nothing";
    decide({4, 8});
    EXPECT_THAT((std::vector{released(4), released(5), released(6), released(7)}), ElementsAre(0, 0, 2, 2))
        << "12 in all are allowed";
    EXPECT_EQ(point[static_cast<std::size_t>(store.excess.index)], 0.0);
}

}  // namespace
}  // namespace indus::solver
