// SPDX-License-Identifier: Apache-2.0
#include "solver/rounding_cuts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

double activity(const ImpliedRow& row, std::span<const double> point) {
    double sum = 0.0;
    for (const LpEntry& each : row.terms) sum += each.value * point[static_cast<std::size_t>(each.index)];
    return sum;
}

double coefficient(const ImpliedRow& row, Variable column) {
    for (const LpEntry& each : row.terms)
        if (each.index == column.index) return each.value;
    return 0.0;
}

/// A unit gives up to `most` when it is on, power or reserve.
struct Unit {
    Variable on{}, power{}, reserve{};
    Unit(Linked& linked, double most) {
        const Block block = linked.program.add_block("unit");
        on = linked.column(1, 5.0, block);
        power = linked.column(most, 1.0, block, false);
        reserve = linked.column(most, 0.0, block, false);
        linked.row(Expression{power} + reserve <= most * Expression{on}, block);
    }
};

/// Links of one step ask for 10 of power, which may be missed, and 2 of reserve.
struct Step {
    Linked linked{};
    Unit six{linked, 6.0}, eight{linked, 8.0};
    Variable missing = linked.column(10.0, 100.0, linked.program.add_block("missing"), false);
    Step() {
        const auto ask = [&](const Condition& condition) {
            linked.program.add_row(condition, {.family = linked.family, .position = 7});
        };
        ask(Expression{six.power} + eight.power + missing == 10.0);
        ask(Expression{six.reserve} + eight.reserve >= 2.0);
    }
};

// 6 on_1 + 8 on_2 + missing >= 12; and since there may be no more than 10 of power, nothing that whole decisions say.
TEST(ImpliedKnapsacks, AddUpWhatOneStepAsksFor) {
    const Step step;
    const std::vector<ImpliedRow> rows = implied_knapsacks(step.linked.program);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_DOUBLE_EQ(rows[0].lower, 12.0);
    EXPECT_DOUBLE_EQ(coefficient(rows[0], step.six.on), 6.0);
    EXPECT_DOUBLE_EQ(coefficient(rows[0], step.eight.on), 8.0);
    EXPECT_DOUBLE_EQ(coefficient(rows[0], step.missing), 1.0);
    EXPECT_EQ(rows[0].terms.size(), 3u);
}

/// The sum of the sources, each at its weight, is the row, but for columns that bounds took out.
TEST(ImpliedKnapsacks, TellWhatTheyWereAddedUpFrom) {
    const Step step;
    const Program& program = step.linked.program;
    const ImpliedRow row = implied_knapsacks(program).front();
    std::vector<double> sum(static_cast<std::size_t>(program.column_count()), 0.0);
    for (const LpEntry& source : row.sources)
        for (auto k = program.row_start()[static_cast<std::size_t>(source.index)];
             k < program.row_start()[static_cast<std::size_t>(source.index) + 1]; ++k)
            sum[static_cast<std::size_t>(program.column_index()[static_cast<std::size_t>(k)])] +=
                source.value * program.coefficient()[static_cast<std::size_t>(k)];
    for (std::size_t j = 0; j < sum.size(); ++j)
        EXPECT_DOUBLE_EQ(sum[j], coefficient(row, Variable{static_cast<std::int32_t>(j)})) << j;
}

// What a step must not exceed counts the least that units give: 4 of six on, no less than that.
TEST(ImpliedKnapsacks, KnowTheLeastThatUnitsGive) {
    Linked linked;
    Expression sum;
    for (const double least : {4.0, 3.0}) {
        const Block block = linked.program.add_block("unit");
        const Variable on = linked.column(1, 1.0, block), above = linked.column(2.0, 1.0, block, false);
        linked.row(Expression{above} <= 2.0 * Expression{on}, block);
        sum += least * Expression{on} + above;
    }
    linked.row(sum <= 5.0);
    const std::vector<ImpliedRow> rows = implied_knapsacks(linked.program);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_DOUBLE_EQ(rows[0].lower, -5.0);
    EXPECT_DOUBLE_EQ(coefficient(rows[0], Variable{0}), -4.0);
    EXPECT_DOUBLE_EQ(coefficient(rows[0], Variable{2}), -3.0);
    EXPECT_EQ(rows[0].terms.size(), 2u);
}

// 1e-10 of a column that may be 1e9 is no rounding.
TEST(ImpliedKnapsacks, KeepSmallCoefficients) {
    Linked linked;
    Expression sum;
    for (int k = 0; k < 2; ++k) sum.add(linked.column(1, 1.0, linked.program.add_block("unit")), 500.0);
    const Variable much = linked.column(1e9, 0.0, linked.program.add_block("much"), false);
    linked.row(sum.add(much, 1e-10) >= 600.0);
    EXPECT_DOUBLE_EQ(coefficient(implied_knapsacks(linked.program).front(), much), 1e-10);
}

TEST(ImpliedKnapsacks, NeedTwoDecisions) {
    Linked linked;
    Unit alone{linked, 6.0};
    linked.row(Expression{alone.power} >= 3.0);
    EXPECT_TRUE(implied_knapsacks(linked.program).empty());
    EXPECT_TRUE(implied_knapsacks(Program{}).empty());
}

// 5 each of three, 12 asked for: a fraction of 0.8 each does, but two do not. With s missing, of the 3 that a fourth
// unit of one would leave over 2 are short: 5 (u_1 + u_2 + u_3) + 2.5 s >= 15.
TEST(RoundingCuts, AskForAllThree) {
    Linked linked;
    Expression sum;
    ImpliedRow row;
    for (int k = 0; k < 3; ++k)
        row.terms.push_back({linked.column(1, 1.0, linked.program.add_block("unit")).index, 5.0});
    row.terms.push_back({linked.column(12, 1.0, linked.program.add_block("missing"), false).index, 1.0});
    row.lower = 12.0;
    const std::vector<double> point{0.8, 0.8, 0.8, 0.0};
    const std::vector<RoundingCut> cuts = rounding_cuts(linked.program, std::vector{row}, point);
    ASSERT_EQ(cuts.size(), 1u);
    EXPECT_EQ(cuts[0].knapsack, 0);
    EXPECT_DOUBLE_EQ(cuts[0].divisor, 5.0);
    EXPECT_EQ(cuts[0].from_high, (std::vector<int>{0, 1, 2}));
    const ImpliedRow cut = derive(linked.program, row, cuts[0]);
    EXPECT_NEAR(cut.lower, 15.0, 1e-9);
    for (int k = 0; k < 3; ++k) EXPECT_NEAR(coefficient(cut, Variable{k}), 5.0, 1e-9);
    EXPECT_NEAR(coefficient(cut, Variable{3}), 2.5, 1e-9);
    // A point that whole decisions reach is not cut off, and there is nothing to say about it.
    const std::vector<double> whole{1.0, 1.0, 1.0, 0.0};
    EXPECT_GE(activity(cut, whole), cut.lower);
    EXPECT_TRUE(rounding_cuts(linked.program, std::vector{row}, whole).empty());
}

/// A row of some integers and continuous columns, with a point on it.
class RandomRow {
public:
    explicit RandomRow(unsigned seed) : dice_{seed} {
        const int integers = 2 + pick(4), amounts = pick(3);
        for (int k = 0; k < integers + amounts; ++k) {
            const bool is_integer = k < integers;
            const Variable x =
                linked.column(is_integer ? 1 + pick(2) : 1 + pick(9), 1.0, linked.program.add_block("one"), is_integer);
            if (pick(4) == 0)
                linked.program.set_bounds(x, -1.0, linked.program.upper()[static_cast<std::size_t>(x.index)]);
            row.terms.push_back({x.index, (pick(4) == 0 ? -1.0 : 1.0) * (1 + pick(20)) / (1 + pick(3))});
            const double low = linked.program.lower()[static_cast<std::size_t>(k)];
            const double high = linked.program.upper()[static_cast<std::size_t>(k)];
            point.push_back(pick(3) == 0 ? (pick(2) == 0 ? low : high) : low + (high - low) * pick(100) / 100.0);
        }
        row.lower = activity(row, point);
    }

    /// Calls with every choice of integers, the continuous columns at bounds that meet the row best or just.
    template <class Use>
    void each_point(const Use& use) const {
        std::vector<double> x(point.size(), 0.0);
        each_point(0, x, use);
    }

    Linked linked{};
    ImpliedRow row{};
    std::vector<double> point{};

private:
    int pick(int below) { return static_cast<int>(dice_() % static_cast<unsigned>(below)); }

    template <class Use>
    void each_point(std::size_t k, std::vector<double>& x, const Use& use) const {
        if (k == x.size()) {
            if (activity(row, x) >= row.lower - 1e-9) use(x);
            return;
        }
        const double low = linked.program.lower()[k], high = linked.program.upper()[k];
        const int steps = linked.program.is_integer(static_cast<int>(k)) ? static_cast<int>(high - low) : 4;
        for (int n = 0; n <= steps; ++n) {
            x[k] = low + (high - low) * n / steps;
            each_point(k + 1, x, use);
        }
        if (linked.program.is_integer(static_cast<int>(k)) || k + 1 != x.size()) return;
        // Where the row is met with nothing to spare: there cuts are nearest.
        x[k] = 0.0;
        const double exact = (row.lower - activity(row, x)) / row.terms[k].value;
        if (exact >= low && exact <= high) {
            x[k] = exact;
            use(x);
        }
    }

    std::mt19937 dice_;
};

TEST(RoundingCuts, KeepEveryWholePointAndCutThePointOff) {
    int found = 0;
    for (unsigned seed = 0; seed < 3000; ++seed) {
        SCOPED_TRACE(seed);
        const RandomRow random{seed};
        const std::vector rows{random.row};
        for (const RoundingCut& each : rounding_cuts(random.linked.program, rows, random.point)) {
            const ImpliedRow cut = derive(random.linked.program, random.row, each);
            EXPECT_LT(activity(cut, random.point), cut.lower);
            random.each_point([&](const std::vector<double>& x) { ASSERT_GE(activity(cut, x), cut.lower - 1e-7); });
            ++found;
        }
    }
    EXPECT_GT(found, 500);
}

TEST(RoundingCuts, AreRefusedWhereTheyDoNotFollow) {
    const Step step;
    const Program& program = step.linked.program;
    const std::vector<ImpliedRow> rows = implied_knapsacks(program);
    Program copy = program;
    EXPECT_THROW(add_cuts(copy, rows, std::vector{RoundingCut{1, 6.0, {}}}), std::invalid_argument);
    EXPECT_THROW(add_cuts(copy, rows, std::vector{RoundingCut{-1, 6.0, {}}}), std::invalid_argument);
    for (const double divisor : {0.0, -6.0, infinity, std::nan("")})
        EXPECT_THROW(derive(program, rows[0], {0, divisor, {}}), std::invalid_argument);
    // 12 is two sixes: nothing to round.
    EXPECT_THROW(derive(program, rows[0], {0, 6.0, {}}), std::invalid_argument);
    EXPECT_EQ(copy.row_count(), program.row_count());
    add_cuts(copy, rows, std::vector{RoundingCut{0, 8.0, {step.six.on.index, step.eight.on.index}}});
    EXPECT_EQ(copy.row_count(), program.row_count() + 1);
    EXPECT_TRUE(copy.is_linking(program.row_count()));
}

}  // namespace
}  // namespace indus::solver
