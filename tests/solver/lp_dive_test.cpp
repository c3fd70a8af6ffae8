// SPDX-License-Identifier: Apache-2.0
// Dives by hand: what is raised, what is lowered when that cannot be, and when a dive begins again.
#include "solver/lp_dive.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "solver/certificate.hpp"
#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

LpDive dive(const Program& program, const std::vector<int>& group, const Options& limits = {}) {
    LpSession relaxation{program};
    EXPECT_EQ(relaxation.solve().outcome, Outcome::optimal);
    return dive_by_rounding_up(relaxation, program, group, limits);
}

/// Three mills at 4, 5 and 6, each giving up to 10, of which 15 are due; all whole.
Program mills() {
    Linked made;
    const Block block = made.program.add_block("all");
    Expression given;
    for (const double cost : {4.0, 5.0, 6.0}) given += 10.0 * Expression{made.column(1, cost, block)};
    made.row(given >= 15.0, block);
    return std::move(made.program);
}

// The relaxation runs the first whole and half of the second. That is raised, then the half of the first that is left.
TEST(LpDive, RaisesWhatIsChosenInPart) {
    const LpDive found = dive(mills(), {0, 0, 0});
    ASSERT_TRUE(found.has_point());
    EXPECT_EQ(found.values, (std::vector<double>{1, 1, 0}));
    EXPECT_NEAR(found.cost, 9.0, 1e-9);
    EXPECT_EQ(found.solves, 2);
}

TEST(LpDive, EndsWhereItCostsMoreThanIsOfInterest) {
    EXPECT_FALSE(dive(mills(), {0, 0, 0}, {.cutoff = 9.0}).has_point());
    EXPECT_TRUE(dive(mills(), {0, 0, 0}, {.cutoff = 9.1}).has_point());
}

TEST(LpDive, EndsWhenItIsStopped) {
    const std::atomic<bool> stop{true};
    EXPECT_FALSE(dive(mills(), {0, 0, 0}, {.stop = &stop}).has_point());
}

/// As much as possible of x and y, worth 3 and 2, where 2x + 2y <= 3.
Program full_store() {
    Linked made;
    const Block block = made.program.add_block("all");
    const Variable x = made.column(1, -3.0, block), y = made.column(1, -2.0, block);
    made.row(2.0 * Expression{x} + 2.0 * Expression{y} <= 3.0, block);
    return std::move(made.program);
}

// x = 1 and y = 0.5. With y raised x has 0.5, and no room to be raised: the dive takes no step back.
TEST(LpDive, LowersWhatCannotBeRaised) {
    const LpDive found = dive(full_store(), {0, 1});
    EXPECT_EQ(found.values, (std::vector<double>{0, 1}));
    EXPECT_NEAR(found.cost, -2.0, 1e-9);
}

// 0.75 of both, as they are equal: neither together nor one alone can they be raised.
TEST(LpDive, HalvesAStepThatLeavesNoPoint) {
    Linked made;
    const Block block = made.program.add_block("all");
    const Variable x = made.column(1, -1.0, block), y = made.column(1, -1.0, block);
    made.row(4.0 * Expression{x} + 4.0 * Expression{y} <= 6.0, block);
    made.row(Expression{x} - y == 0.0, block);
    const LpDive found = dive(made.program, {0, 1});
    EXPECT_EQ(found.values, (std::vector<double>{0, 0}));
    EXPECT_EQ(found.solves, 3) << "both up, one up, one down";
}

// An oven is worth 10, runs to 0.4 by itself and half more with each of two loads at 4; together they bring one load,
// or more at 100. Of 0.9 of the oven a dive makes all, which takes 0.6 of both loads; a load beyond 0.6 there is not,
// and without one the oven does not run. Loads first: there is none, and no oven.
TEST(LpDive, BeginsAgainWithTheGroupInWhichItEnded) {
    Linked made;
    const Block block = made.program.add_block("all");
    const Variable oven = made.column(1, -10.0, block);
    const Variable one = made.column(1, 4.0, block), other = made.column(1, 4.0, block);
    const Variable more = made.column(1, 100.0, block, false);
    made.row(Expression{oven} - 0.5 * Expression{one} - 0.5 * Expression{other} <= 0.4, block);
    made.row(5.0 * Expression{one} <= 3.0, block);
    made.row(5.0 * Expression{other} <= 3.0, block);
    made.row(Expression{one} + other - more <= 1.0, block);
    const LpDive found = dive(made.program, {0, 1, 1, 2});
    ASSERT_TRUE(found.has_point());
    EXPECT_EQ(found.values, (std::vector<double>{0, 0, 0, 0}));
}

// Among general integers: 3 x >= 10 with x at most 7.
TEST(LpDive, RoundsNumbersBeyondOne) {
    Linked made;
    const Block block = made.program.add_block("all");
    const Variable x = made.column(7, 1.0, block);
    made.row(3.0 * Expression{x} >= 10.0, block);
    EXPECT_EQ(dive(made.program, {0}).values, (std::vector<double>{4}));
}

/// Of random programs of choices: whatever a dive finds is a point.
TEST(LpDive, FindsPointsOfItsProgram) {
    std::uint64_t state = 7;
    const auto draw = [&state](int below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(below));
    };
    int found = 0;
    constexpr int programs = 60, columns = 12;
    for (int n = 0; n < programs; ++n) {
        Linked made;
        const Block block = made.program.add_block("all");
        std::vector<Variable> x;
        std::vector<int> group;
        for (int j = 0; j < columns; ++j) {
            x.push_back(made.column(1 + draw(3), 1.0 + draw(9), block, draw(4) != 0));
            group.push_back(draw(3));
        }
        for (int i = 0; i < columns / 2; ++i) {
            Expression left;
            for (int j = 0; j < columns; ++j)
                if (draw(2) == 0) left += (1.0 + draw(5)) * Expression{x[static_cast<std::size_t>(j)]};
            if (left.terms().empty()) continue;
            made.row(i % 2 == 0 ? left >= 4.5 : left <= 19.5, block);
        }
        LpSession relaxation{made.program};
        if (relaxation.solve().outcome != Outcome::optimal) continue;
        const LpDive point = dive_by_rounding_up(relaxation, made.program, group, {});
        if (!point.has_point()) continue;
        ++found;
        EXPECT_TRUE(check_feasibility(made.program, point.values).within_tolerance) << "program " << n;
        EXPECT_NEAR(point.cost, made.program.objective(point.values), 1e-9);
    }
    EXPECT_GE(found, programs / 2);
}

}  // namespace
}  // namespace indus::solver
