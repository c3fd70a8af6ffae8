// SPDX-License-Identifier: Apache-2.0
// A program written as MPS comes back the same, to the last digit and name; what LP text shares with it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include "solver/lp_text.hpp"
#include "solver/mps_reader.hpp"
#include "solver/mps_text.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::solver {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string problems_of(const MpsReading& reading) {
    std::string text;
    for (const TextProblem& each : reading.problems) text += each.text() + "\n";
    return text;
}

Program read(const std::string& text) {
    MpsReading reading = read_mps_text(text, "model.mps");
    EXPECT_TRUE(reading.program) << problems_of(reading);
    return reading.program ? std::move(*reading.program) : Program{};
}

struct Interval {
    double lower, upper;
};

bool same(const Program& a, const Program& b) {
    const auto equal = [](std::span<const double> x, std::span<const double> y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end());
    };
    const auto integers = [](const Program& p) {
        std::string text;
        for (int j = 0; j < p.column_count(); ++j) text += p.is_integer(j) ? '1' : '0';
        return text;
    };
    return a.offset() == b.offset() && equal(a.cost(), b.cost()) && equal(a.lower(), b.lower()) &&
           equal(a.upper(), b.upper()) && equal(a.row_lower(), b.row_lower()) && equal(a.row_upper(), b.row_upper()) &&
           integers(a) == integers(b) &&
           std::equal(a.row_start().begin(), a.row_start().end(), b.row_start().begin(), b.row_start().end()) &&
           std::equal(a.column_index().begin(), a.column_index().end(), b.column_index().begin(),
                      b.column_index().end()) &&
           equal(a.coefficient(), b.coefficient());
}

struct Mill {
    Program program{};
    Block block = program.add_block("mill");
    Family amount = program.add_family({"mill", "amount", "t"}), need = program.add_family({"town", "need", "t"});
    Variable column(double lower, double upper, double cost, bool integer = false) {
        return program.add_variable({.lower = lower,
                                     .upper = upper,
                                     .cost = cost,
                                     .integer = integer,
                                     .family = amount,
                                     .position = program.column_count(),
                                     .block = block});
    }
    void row(Expression left, double lower, double upper) {
        program.add_row({std::move(left), lower, upper}, {.family = need, .position = program.row_count()});
    }
};

/// Everything that needs care: free, fixed, negative, integer, empty and unbounded columns; ranges, free and empty
/// rows.
Mill everything() {
    Mill m;
    m.program.add_offset(-12.5);
    const Variable free = m.column(-infinity, infinity, 1), fixed = m.column(2, 2, 0),
                   below = m.column(-infinity, -1, -3);
    const Variable count = m.column(0, infinity, 0.1, true), pick = m.column(0, 1, 0, true),
                   any = m.column(-infinity, infinity, 0, true);
    m.column(-5, 5, 0);
    m.row(Expression{free} + fixed, 5, 5);
    m.row(Expression{free} - below, -1, 1.1);
    m.row(3.0 * count + Expression{pick}, -infinity, 7);
    m.row(Expression{any} - 1e-7 * free, 0, infinity);
    m.row(Expression{pick} + below, -infinity, infinity);
    m.row(Expression{}, -infinity, 4);
    return m;
}

TEST(MpsText, WritesWhatEveryReaderTakes) {
    EXPECT_EQ(to_mps_text(everything().program),
              "NAME indus FREE\nROWS\n N cost\n E town.need(0)\n G town.need(1)\n L town.need(2)\n G town.need(3)\n N "
              "town.need(4)\n L town.need(5)\n"
              "COLUMNS\n"
              "    mill.amount(0) cost 1\n    mill.amount(0) town.need(0) 1\n    mill.amount(0) town.need(1) 1\n    "
              "mill.amount(0) town.need(3) -1e-07\n"
              "    mill.amount(1) town.need(0) 1\n"
              "    mill.amount(2) cost -3\n    mill.amount(2) town.need(1) -1\n    mill.amount(2) town.need(4) 1\n"
              "    MARKER 'MARKER' 'INTORG'\n"
              "    mill.amount(3) cost 0.1\n    mill.amount(3) town.need(2) 3\n"
              "    mill.amount(4) town.need(2) 1\n    mill.amount(4) town.need(4) 1\n"
              "    mill.amount(5) town.need(3) 1\n"
              "    MARKER 'MARKER' 'INTEND'\n"
              "    mill.amount(6) cost 0\n    x_one cost -12.5\n"
              "RHS\n    rhs town.need(0) 5\n    rhs town.need(1) -1\n    rhs town.need(2) 7\n    rhs town.need(5) 4\n"
              "RANGES\n    ranges town.need(1) 2.1\n"
              "BOUNDS\n FR bounds mill.amount(0)\n FX bounds mill.amount(1) 2\n MI bounds mill.amount(2)\n UP bounds "
              "mill.amount(2) -1\n"
              " LO bounds mill.amount(3) 0\n PL bounds mill.amount(3)\n LO bounds mill.amount(4) 0\n UP bounds "
              "mill.amount(4) 1\n"
              " FR bounds mill.amount(5)\n LO bounds mill.amount(6) -5\n UP bounds mill.amount(6) 5\n FX bounds x_one "
              "1\nENDATA\n");
}

TEST(MpsText, ComesBackTheSame) {
    const Program program = everything().program;
    const std::string text = to_mps_text(program);
    const Program back = read(text);
    EXPECT_EQ(to_mps_text(back), text);
    EXPECT_EQ(back.column_name(3), "mill.amount[3]");
    EXPECT_EQ(back.row_name(5), "town.need[5]");
    EXPECT_EQ(back.block_count(), 1);
    EXPECT_NO_THROW(back.check_blocks());
    EXPECT_TRUE(same(back, read(to_mps_text(back))));
    const Program empty = read(to_mps_text(Program{}));
    EXPECT_EQ(empty.column_count() + empty.row_count(), 0);
}

// Numbers of all magnitudes: the digits must bring back the same double, ranges included.
TEST(MpsText, LosesNoDigitOfRandomPrograms) {
    std::mt19937_64 random{20};
    const auto uniform = [&] { return std::uniform_real_distribution{-1.0, 1.0}(random); };
    const auto number = [&] { return uniform() * std::pow(10.0, std::round(8.0 * uniform())); };
    const auto limits = [&] {
        const double a = number(), b = number();
        const double low = random() % 4 == 0 ? -infinity : std::min(a, b),
                     high = random() % 4 == 0 ? infinity : std::max(a, b);
        return random() % 5 == 0 && std::isfinite(low) ? Interval{low, low} : Interval{low, high};
    };
    for (int k = 0; k < 200; ++k) {
        Mill m;
        m.program.add_offset(number());
        std::vector<Variable> columns;
        for (int j = 0; j < 8; ++j) {
            const Interval interval = limits();
            columns.push_back(m.column(interval.lower, interval.upper, number(), random() % 2 == 0));
        }
        for (int i = 0; i < 8; ++i) {
            Expression left;
            for (const Variable column : columns)
                if (random() % 2 == 0) left.add(column, number());
            const Interval interval = limits();
            m.row(left, interval.lower, interval.upper);
        }
        Program back = read(to_mps_text(m.program));
        ASSERT_EQ(to_mps_text(back), to_mps_text(m.program));
        // One limit of a range and the width are written. For few pairs no width gives the other limit: it is then off
        // by its last digit. Nothing else may be.
        for (int i = 0; i < back.row_count(); ++i) {
            const auto row = static_cast<std::size_t>(i);
            const double low = m.program.row_lower()[row], high = m.program.row_upper()[row];
            const bool range = low < high && std::isfinite(low) && std::isfinite(high);
            const double digit = range ? std::numeric_limits<double>::epsilon() : 0.0;
            ASSERT_TRUE(low == back.row_lower()[row] || std::abs(low - back.row_lower()[row]) <= digit * std::abs(low))
                << low << " to " << high;
            ASSERT_TRUE(high == back.row_upper()[row] ||
                        std::abs(high - back.row_upper()[row]) <= digit * std::abs(high))
                << low << " to " << high;
            back.set_row_bounds({i}, low, high);
        }
        ASSERT_TRUE(same(m.program, back)) << to_mps_text(m.program);
        ASSERT_EQ(to_lp_text(back), to_lp_text(m.program));
    }
}

TEST(MpsText, NamesAreSafeUniqueAndStay) {
    Program program;
    const auto add = [&](const char* owner, const char* quantity) {
        program.add_variable({.family = program.add_family({owner, quantity, ""}), .block = program.add_block("b")});
    };
    for (const char* owner : {"a b", "a_b", "east", "9", "", "K\xC3\xB6ln", "K\xC3\xB6lm", "x<y>", "a\nb"})
        add(owner, "q");
    for (const char* name : {"free", "St", "bounds", "x_one", "cost", "x_one", "007", "n1234567890123"}) {
        program.add_variable({.family = program.add_family({name, "", ""}), .position = -1});
        program.add_row(Condition{}, {.family = program.add_family({name, "", ""}), .position = -1});
    }
    add(std::string(300, 'l').c_str(), "q");
    add(std::string(300, 'l').c_str(), "q");
    const TextNames names = text_names(program);
    EXPECT_THAT(std::vector(names.columns.begin(), names.columns.end() - 2),
                ElementsAre("a_b.q(0)", "a_b.q(0)_1", "x_east.q(0)", "x_9.q(0)", "x_.q(0)", "K__ln.q(0)", "K__lm.q(0)",
                            "x_y_.q(0)", "a_b.q(0)_8", "x_free", "x_St", "x_bounds", "x_one_12", "cost", "x_one_14",
                            "x_007", "n1234567890123"));
    EXPECT_EQ(names.rows[4], "cost_4") << "the objective has that name";
    EXPECT_LE(names.columns.back().size(), 255U);
    EXPECT_EQ(std::set<std::string>(names.columns.begin(), names.columns.end()).size(), names.columns.size());
    const std::string text = to_mps_text(program);
    EXPECT_EQ(to_mps_text(read(text)), text);
}

TEST(LpText, WrapsLongLinesAndNamesEmptyColumns) {
    Mill m;
    Expression sum;
    for (int j = 0; j < 100; ++j) sum.add(m.column(0, 1, 0), 0.1 + j);
    m.column(0, 1, 0);
    m.row(sum, 1, 1);
    const std::string text = to_lp_text(m.program);
    EXPECT_THAT(text, HasSubstr("\n cost: + 0 mill.amount(100)\n"));
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 500U);
}

class MpsFiles : public testing::Test {
protected:
    const tests::TemporaryFolder temporary_folder_{};
    const std::filesystem::path folder_ = temporary_folder_.path();
    std::string compressed(const std::string& text) const {
        std::string path = (folder_ / "model.mps.gz").string();
        gzFile file = gzopen(path.c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        gzclose(file);
        return path;
    }
};

TEST_F(MpsFiles, PlainAndCompressed) {
    const std::string text = to_mps_text(everything().program);
    const MpsReading whole = read_mps(compressed(text));
    ASSERT_TRUE(whole.program) << problems_of(whole);
    EXPECT_EQ(to_mps_text(*whole.program), text);
    std::ofstream(folder_ / "model.mps") << text;
    EXPECT_TRUE(read_mps(folder_ / "model.mps").program);
}

TEST_F(MpsFiles, ThatCannotBeRead) {
    const MpsReading missing = read_mps(folder_ / "none.mps");
    EXPECT_EQ(missing.problems.at(0).text(),
              (folder_ / "none.mps").string() +
                  ": found No such file or directory, expected a text file, plain or compressed by gzip");
    EXPECT_THAT(problems_of(read_mps(folder_)), HasSubstr("found a folder"));
    std::string text;
    for (int i = 0; i < 5000; ++i) text += fmt::format(" L row{}\n", i * i);
    const std::string path = compressed("NAME\nROWS\n" + text);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    EXPECT_THAT(problems_of(read_mps(path)), HasSubstr("expected a text file, plain or compressed by gzip"));
}

}  // namespace
}  // namespace indus::solver
