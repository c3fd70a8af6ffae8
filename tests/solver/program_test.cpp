// SPDX-License-Identifier: Apache-2.0
#include "solver/program.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "solver/lp_text.hpp"

namespace indus::solver {
namespace {

struct Small {
    Program program{};
    Block left = program.add_block("left"), right = program.add_block("right");
    Family amount = program.add_family({"mill", "amount", "t"});
    Variable x = program.add_variable({.upper = 3, .cost = 2, .family = amount, .position = 0, .block = left});
    Variable y = program.add_variable({.upper = 5, .cost = 3, .integer = true, .family = amount, .position = 1, .block = right});
    Family need = program.add_family({"town", "need", "t"});
};

TEST(Program, MergesRepeatedTermsAndDropsZeros) {
    Small s;
    s.program.add_row(Expression{s.x} + s.x - s.y + s.y + 1.0 >= 4.0, {.family = s.need});
    ASSERT_EQ(s.program.nonzero_count(), 1U);
    EXPECT_EQ(s.program.coefficient()[0], 2.0);
    EXPECT_EQ(s.program.row_lower()[0], 3.0) << "the constant moves to the limit";
    s.program.add_row(Expression{s.y} + s.x <= 7.0, {.family = s.need, .position = 1});
    EXPECT_EQ(s.program.nonzero_count(), 3U);
    EXPECT_EQ(s.program.row_name(1), "town.need[1]");
    EXPECT_EQ(s.program.column_name(1), "mill.amount[1]");
}

TEST(Program, KnowsItsBlocks) {
    Small s;
    s.program.add_row(Expression{s.x} + s.y >= 4.0, {.family = s.need});
    EXPECT_TRUE(s.program.is_linking(0));
    EXPECT_NO_THROW(s.program.check_blocks());
    s.program.add_row(Expression{s.x} + s.y >= 4.0, {.family = s.need, .position = 1, .block = s.left});
    try {
        s.program.check_blocks();
        ADD_FAILURE() << "a row of a block with a column of another";
    } catch (const std::logic_error& error) {
        EXPECT_STREQ(error.what(), "row town.need[1] of block left holds column mill.amount[1] of another block");
    }
}

// Rows that mention a variable twice, many times, with other rows in between, and rows that cancel to nothing.
TEST(Program, KeepsRowsApart) {
    Small s;
    for (int i = 0; i < 4; ++i) {
        Expression sum;
        for (int k = 0; k <= i; ++k) sum += Expression{s.x} + 2.0 * s.y;
        s.program.add_row(sum >= 1.0, {.family = s.need, .position = i});
    }
    s.program.add_row(Expression{s.x} - s.x >= -1.0, {.family = s.need, .position = 4});
    for (std::size_t i = 0; i < 4; ++i) {
        const auto start = static_cast<std::size_t>(s.program.row_start()[i]);
        ASSERT_EQ(s.program.row_start()[i + 1] - s.program.row_start()[i], 2);
        EXPECT_EQ(s.program.coefficient()[start], static_cast<double>(i + 1));
        EXPECT_EQ(s.program.coefficient()[start + 1], 2.0 * static_cast<double>(i + 1));
    }
    EXPECT_EQ(s.program.row_start()[5] - s.program.row_start()[4], 0);
}

TEST(Program, RefusesNonsense) {
    Small s;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(s.program.add_variable({.lower = 2, .upper = 1}), std::invalid_argument);
    EXPECT_THROW(s.program.add_variable({.cost = nan}), std::invalid_argument);
    EXPECT_THROW(s.program.add_row(nan * s.x <= 1.0, {.family = s.need}), std::invalid_argument);
    EXPECT_THROW(s.program.add_row(Expression{Variable{17}} <= 1.0, {.family = s.need}), std::invalid_argument);
    EXPECT_THROW(s.program.set_bounds(s.x, 2, 1), std::invalid_argument);
    EXPECT_THROW(s.program.add_row({Expression{s.x}, 2.0, 1.0}, {.family = s.need}), std::invalid_argument);
    EXPECT_THROW(s.program.add_row(infinity * s.x <= 1.0, {.family = s.need}), std::invalid_argument);
    EXPECT_THROW(s.program.add_variable({.cost = infinity}), std::invalid_argument);
    EXPECT_EQ(s.program.row_count(), 0);
}

TEST(Program, EvaluatesPoints) {
    Small s;
    s.program.add_offset(10);
    s.program.add_row(Expression{s.x} - 2.0 * s.y <= 1.0, {.family = s.need});
    const std::vector<double> point{3, 2};
    EXPECT_EQ(s.program.objective(point), 10 + 6 + 6);
    EXPECT_EQ(s.program.activity(point), std::vector<double>{-1.0});
}

/// Largest memory that the process ever had [MB].
double peak_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

// A million rows of two entries: 45 bytes a column, 36 a row and 12 an entry, doubled while vectors grow, are far below a
// gigabyte. Names would take some 30 bytes each; they are made when asked for.
TEST(Program, HoldsAMillionRows) {
    const double before_mb = peak_mb();
    Program program;
    const Family columns = program.add_family({"store", "level", "MWh"});
    const Family rows = program.add_family({"store", "balance", "MWh"});
    constexpr int count = 1'000'000;
    Variable before = program.add_variable({.upper = 1, .family = columns});
    for (int t = 1; t <= count; ++t) {
        const Variable now = program.add_variable({.upper = 1, .family = columns, .position = t});
        program.add_row(Expression{now} - 0.9 * before == 0.0, {.family = rows, .position = t});
        before = now;
    }
    const double grown_mb = peak_mb() - before_mb;
    RecordProperty("megabytes", static_cast<int>(grown_mb));
    EXPECT_LT(grown_mb, 1000.0);
    EXPECT_EQ(program.row_count(), count);
    EXPECT_EQ(program.nonzero_count(), 2U * count);
    EXPECT_EQ(program.row_name(count - 1), "store.balance[1000000]");
    EXPECT_NO_THROW(program.check_blocks());
}

TEST(LpText, IsReadable) {
    Small s;
    s.program.add_offset(1.5);
    s.program.add_row(Expression{s.x} + 2.0 * s.y >= 4.0, {.family = s.need});
    s.program.add_row({Expression{s.x} - s.y, -1.0, 2.0}, {.family = s.need, .position = 1});
    EXPECT_EQ(to_lp_text(s.program),
              "\\ 2 columns, 2 rows\nMinimize\n cost: + 2 mill.amount(0) + 3 mill.amount(1) + 1.5 x_one\nSubject To\n"
              " town.need(0): + mill.amount(0) + 2 mill.amount(1) >= 4\n"
              " town.need(1)_low: + mill.amount(0) - mill.amount(1) >= -1\n"
              " town.need(1)_high: + mill.amount(0) - mill.amount(1) <= 2\n"
              "Bounds\n 0 <= mill.amount(0) <= 3\n 0 <= mill.amount(1) <= 5\n x_one = 1\nGeneral\n mill.amount(1)\nEnd\n");
}

}  // namespace
}  // namespace indus::solver
