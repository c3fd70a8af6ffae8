// SPDX-License-Identifier: Apache-2.0
// MPS files written and read: every section, every sign rule, what is refused, and that nothing is lost on the way.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "solver/mps_reader.hpp"
#include "solver/mps_text.hpp"

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

/// A program with one column x (entry 1 in row r) and what the sections say.
Program read_sections(const std::string& type, const std::string& sections) {
    return read(fmt::format("NAME\nROWS\n N cost\n {} r\nCOLUMNS\n x cost 1 r 1\n{}ENDATA\n", type, sections));
}

struct Interval {
    double lower, upper;
    bool operator==(const Interval&) const = default;
};
void PrintTo(const Interval& interval, std::ostream* out) {
    *out << "[" << interval.lower << ", " << interval.upper << "]";
}

Interval row_of(const Program& program) { return {program.row_lower()[0], program.row_upper()[0]}; }
Interval column_of(const Program& program, std::size_t j = 0) { return {program.lower()[j], program.upper()[j]}; }

TEST(Mps, RangesFollowTheSignRules) {
    const auto range = [](const char* type, const char* width) {
        return row_of(read_sections(type, fmt::format("RHS\n rhs r 10\nRANGES\n rng r {}\n", width)));
    };
    EXPECT_EQ(range("G", "4"), (Interval{10, 14}));
    EXPECT_EQ(range("G", "-4"), (Interval{10, 14}));
    EXPECT_EQ(range("L", "4"), (Interval{6, 10}));
    EXPECT_EQ(range("L", "-4"), (Interval{6, 10}));
    EXPECT_EQ(range("E", "4"), (Interval{10, 14}));
    EXPECT_EQ(range("E", "-4"), (Interval{6, 10}));
    EXPECT_EQ(range("E", "0"), (Interval{10, 10}));
    EXPECT_EQ(row_of(read_sections("E", "RANGES\n r -4\n")), (Interval{-4, 0}))
        << "without right-hand side and set name";
    EXPECT_EQ(row_of(read_sections("L", "RHS\n rhs r 1e30\n")), (Interval{-infinity, infinity}));
}

TEST(Mps, BoundsOfAllTypes) {
    const auto bound = [](const std::string& lines) { return column_of(read_sections("G", "BOUNDS\n" + lines)); };
    EXPECT_EQ(bound(""), (Interval{0, infinity}));
    EXPECT_EQ(bound(" LO b x 2\n"), (Interval{2, infinity}));
    EXPECT_EQ(bound(" UP b x 2\n"), (Interval{0, 2}));
    EXPECT_EQ(bound(" UP b x 0\n"), (Interval{0, 0}));
    EXPECT_EQ(bound(" UP b x -2\n"), (Interval{-infinity, -2})) << "a negative upper bound frees the lower one";
    EXPECT_EQ(bound(" UP b x -2\n LO b x -5\n"), (Interval{-5, -2})) << "unless it is given, before or after";
    EXPECT_EQ(bound(" FX b x -2\n"), (Interval{-2, -2}));
    EXPECT_EQ(bound(" FR b x\n"), (Interval{-infinity, infinity}));
    EXPECT_EQ(bound(" MI b x\n"), (Interval{-infinity, infinity}));
    EXPECT_EQ(bound(" MI b x 0\n UP b x 3\n"), (Interval{-infinity, 3}));
    EXPECT_EQ(bound(" PL b x\n"), (Interval{0, infinity}));
    EXPECT_EQ(bound(" LO b x -1e30\n UP b x 1e+31\n"), (Interval{-infinity, infinity}));
    EXPECT_EQ(bound(" UP b x inf\n"), (Interval{0, infinity}));
    EXPECT_EQ(bound(" UP x 7\n"), (Interval{0, 7})) << "without a set name";
    EXPECT_EQ(bound(" MI x\n UP x 1\n"), (Interval{-infinity, 1}));
    EXPECT_EQ(bound(" BV b x\n"), (Interval{0, 1}));
    EXPECT_EQ(bound(" LI b x 2\n"), (Interval{2, infinity}));
    EXPECT_EQ(bound(" UI b x 9\n"), (Interval{0, 9}));
    EXPECT_FALSE(read_sections("G", "BOUNDS\n UP b x 1\n").is_integer(0));
    for (const char* type : {"BV b x", "LI b x 0", "UI b x 1"})
        EXPECT_TRUE(read_sections("G", fmt::format("BOUNDS\n {}\n", type)).is_integer(0)) << type;
}

TEST(Mps, IntegersBetweenMarkersAreBinaryUnlessBounded) {
    const Program program = read(
        "NAME\nROWS\n N cost\n L r\nCOLUMNS\n M1 'MARKER' 'INTORG'\n a r 1\n b r 1\n c r 1\n M2 'MARKER' 'INTEND'\n d "
        "r 1\n"
        "BOUNDS\n UP bnd b 5\n PL bnd c\nENDATA\n");
    EXPECT_EQ(program.integer_count(), 3);
    EXPECT_FALSE(program.is_integer(3));
    EXPECT_EQ(column_of(program, 0), (Interval{0, 1}));
    EXPECT_EQ(column_of(program, 1), (Interval{0, 5}));
    EXPECT_EQ(column_of(program, 2), (Interval{0, infinity}));
    EXPECT_EQ(column_of(program, 3), (Interval{0, infinity}));
}

TEST(Mps, ObjectiveSenseConstantAndName) {
    const std::string body = "ROWS\n N a\n N b\n G r\nCOLUMNS\n x a 1 b 3\n x r 1\nRHS\n rhs b -7 a 5\nENDATA\n";
    const Program least = read("NAME\n" + body);
    EXPECT_EQ(least.cost()[0], 1.0);
    EXPECT_EQ(least.offset(), -5.0) << "the right-hand side is subtracted";
    ASSERT_EQ(least.row_count(), 2) << "the other row of type N stays, without limits";
    EXPECT_EQ(row_of(least), (Interval{-infinity, infinity}));
    EXPECT_EQ(least.coefficient()[0], 3.0);

    const MpsReading most = read_mps_text("NAME deal 1 FREE\nOBJSENSE\n    MAX\n" + body, "model.mps");
    ASSERT_TRUE(most.program);
    EXPECT_TRUE(most.maximised);
    EXPECT_EQ(most.name, "deal 1");
    EXPECT_EQ(most.program->cost()[0], -1.0);
    EXPECT_EQ(most.program->offset(), 5.0);

    const Program constant =
        read("NAME\nROWS\n N cost\n L r\nCOLUMNS\n x r 1\n x_one cost 3\nBOUNDS\n FX b x_one 1\nENDATA\n");
    EXPECT_EQ(constant.offset(), 3.0) << "as this project writes it";
    EXPECT_EQ(constant.column_count(), 1);

    const Program other = read("NAME\nOBJSENSE MIN\nOBJNAME\n b\n" + body);
    EXPECT_EQ(other.cost()[0], 3.0);
    EXPECT_EQ(other.offset(), 7.0);
}

// Names with blanks, comments, tabs, CRLF, Fortran exponents, two entries a line: what old files hold.
TEST(Mps, ReadsFixedColumnsAndOldHabits) {
    const Program fixed = read(
        "* a comment\r\nNAME          OLD FILE\r\nROWS\r\n N  COST\r\n L  CAP A\r\n G  NEED\r\nCOLUMNS\r\n"
        "    UNIT ONE  COST              +2.0   CAP A               1.\r\n"
        "    UNIT ONE  NEED              1D+1   $ the rest is a comment\r\n"
        "    UNIT TWO  COST               .5    NEED                1\r\n"
        "RHS\r\n    RHS 1     CAP A              3.5   NEED                7\r\nBOUNDS\r\n UP BND 1     UNIT TWO       "
        "    4\r\nENDATA\r\n");
    ASSERT_EQ(fixed.column_count(), 2);
    EXPECT_EQ(fixed.column_name(0), "UNIT ONE");
    EXPECT_EQ(fixed.row_name(0), "CAP A");
    EXPECT_THAT(fixed.cost(), ElementsAre(2.0, 0.5));
    EXPECT_EQ(fixed.coefficient()[1], 10.0);
    EXPECT_EQ(column_of(fixed, 1), (Interval{0, 4}));
    EXPECT_EQ(row_of(fixed), (Interval{-infinity, 3.5}));

    const Program free =
        read("\xEF\xBB\xBFNAME\nROWS\n\tN\tcost\n\n L r\nCOLUMNS\n a_very_long_column_name\tr\t1e-3\n* note\nENDATA");
    EXPECT_EQ(free.column_name(0), "a_very_long_column_name");
    EXPECT_EQ(free.coefficient()[0], 1e-3);
}

struct Refusal {
    const char* text;
    const char* message;
};
void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.message; }

class MpsRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(MpsRefuses, WithAMessage) {
    const MpsReading reading = read_mps_text(GetParam().text, "m.mps");
    EXPECT_FALSE(reading.program);
    EXPECT_EQ(problems_of(reading), std::string{GetParam().message} + "\n");
}

// Line 5 is the first free one.
#define HEAD "NAME\nROWS\n N cost\n L r\n"
#define BODY HEAD "COLUMNS\n x cost 1 r 1\n"
INSTANTIATE_TEST_SUITE_P(
    Files, MpsRefuses,
    testing::Values(
        Refusal{"", "m.mps: found the end of the file, expected ENDATA"},
        Refusal{BODY, "m.mps:6: found the end of the file, expected ENDATA"},
        Refusal{HEAD " X odd\nCOLUMNS\nENDATA\n", "m.mps:5: found row type 'X', expected N, E, L or G"},
        Refusal{HEAD " L r\nCOLUMNS\nENDATA\n", "m.mps:5: found row 'r' again, expected each row once"},
        Refusal{HEAD " L\nCOLUMNS\nENDATA\n", "m.mps:5: found 1 fields, expected two: a type and a name"},
        Refusal{HEAD "COLUMNS\n x s 1\nENDATA\n", "m.mps:6: found row 's', expected a row of the section ROWS"},
        Refusal{HEAD "COLUMNS\n x r one\nENDATA\n", "m.mps:6: found 'one', expected a number"},
        Refusal{HEAD "COLUMNS\n x r nan\nENDATA\n", "m.mps:6: found 'nan', expected a number"},
        Refusal{HEAD "COLUMNS\n x r 0x10\nENDATA\n", "m.mps:6: found '0x10', expected a number"},
        Refusal{HEAD "COLUMNS\n x r 1e999\nENDATA\n", "m.mps:6: found '1e999', expected a finite number"},
        Refusal{HEAD "COLUMNS\n x r 1 r 2\nENDATA\n", "m.mps:6: found row 'r' again in column 'x', expected one entry"},
        Refusal{HEAD "COLUMNS\n x r 1\n y r 1\n x cost 1\n x cost 1\nENDATA\n",
                "m.mps:8: found column 'x' again, expected all entries of a column together"},
        Refusal{HEAD "COLUMNS\n x r\nENDATA\n",
                "m.mps:6: found 2 fields, expected a column, and one or two rows with a number each"},
        Refusal{HEAD "COLUMNS\n M 'MARKER' 'SOSORG'\nENDATA\n",
                "m.mps:6: found marker 'SOSORG' (special ordered sets), expected a linear or mixed-integer program"},
        Refusal{HEAD "COLUMNS\n M 'MARKER' 'INTEND'\nENDATA\n",
                "m.mps:6: found marker 'INTEND', expected INTORG before it"},
        Refusal{HEAD "COLUMNS\n M 'MARKER' 'INTORG'\n x r 1\nENDATA\n",
                "m.mps:8: found marker 'INTORG' without end, expected INTEND"},
        Refusal{BODY "RHS\n rhs s 1\nENDATA\n", "m.mps:8: found row 's', expected a row of the section ROWS"},
        Refusal{BODY "RHS\n rhs r 1\n rhs r 1\nENDATA\n",
                "m.mps:9: found a second right-hand side for row 'r', expected one"},
        Refusal{BODY "RHS\n rhs r 1\n alt cost 2\nENDATA\n",
                "m.mps:9: found a second set 'alt', expected one set, here 'rhs'"},
        Refusal{BODY "RHS\n rhs r -1e30\nENDATA\n", "m.mps:8: found '-1e30', expected a finite number"},
        Refusal{BODY "RANGES\n rng cost 1\nENDATA\n",
                "m.mps:8: found a range for row 'cost' of type N, expected a row of type E, L or G"},
        Refusal{BODY "RHS\n rhs r inf\nRANGES\n rng r 1\nENDATA\n",
                "m.mps:10: found a range for row 'r', whose right-hand side is infinite, expected a finite right-hand "
                "side"},
        Refusal{BODY "BOUNDS\n SC bnd x 10\nENDATA\n",
                "m.mps:8: found bound type 'SC' (semicontinuous), expected one of LO, UP, FX, FR, MI, PL, BV, LI, UI"},
        Refusal{BODY "BOUNDS\n XX bnd x 10\nENDATA\n",
                "m.mps:8: found bound type 'XX', expected one of LO, UP, FX, FR, MI, PL, BV, LI, UI"},
        Refusal{BODY "BOUNDS\n UP bnd y 10\nENDATA\n",
                "m.mps:8: found column 'y', expected a column of the section COLUMNS"},
        Refusal{BODY "BOUNDS\n UP x\nENDATA\n",
                "m.mps:8: found 2 fields, expected a type, a set, a column and a number"},
        Refusal{BODY "BOUNDS\n UP bnd x 1\n UP bnd x 2\nENDATA\n",
                "m.mps:9: found a second upper bound for column 'x': 2 after 1, expected one"},
        Refusal{BODY "BOUNDS\n LO bnd x 3\n UP bnd x 2\nENDATA\n",
                "m.mps:9: found column 'x' with lower bound 3 and upper bound 2, expected a lower bound that is not "
                "above the upper one"},
        Refusal{BODY "BOUNDS\n FX bnd x inf\nENDATA\n", "m.mps:8: found bound 'FX' of inf, expected a finite number"},
        Refusal{BODY "SOS\n S1 set 1\n    set x:1\nENDATA\n",
                "m.mps:7: found section 'SOS' (special ordered sets), expected a linear or mixed-integer program"},
        Refusal{BODY "QUADOBJ\n x x 1\nENDATA\n",
                "m.mps:7: found section 'QUADOBJ' (quadratic cost), expected a linear or mixed-integer program"},
        Refusal{BODY "QCMATRIX r\n x x 1\nENDATA\n",
                "m.mps:7: found section 'QCMATRIX' (quadratic rows), expected a linear or mixed-integer program"},
        Refusal{BODY "INDICATORS\n IF r x 1\nENDATA\n",
                "m.mps:7: found section 'INDICATORS' (indicator rows), expected a linear or mixed-integer program"},
        Refusal{BODY "LAZYCONS\n L z\nENDATA\n",
                "m.mps:7: found section 'LAZYCONS' (lazy rows), expected a linear or mixed-integer program"},
        Refusal{BODY "BUONDS\n UP bnd x 1\nENDATA\n",
                "m.mps:7: found 'BUONDS', expected a section (NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS, "
                "ENDATA), or a blank before data"},
        Refusal{"NAME\nCOLUMNS\nENDATA\n", "m.mps:2: found section 'COLUMNS', expected ROWS before it"},
        Refusal{HEAD "RHS\nENDATA\n", "m.mps:5: found section 'RHS', expected COLUMNS before it"},
        Refusal{BODY "COLUMNS\nENDATA\n", "m.mps:7: found section 'COLUMNS' again, expected each section once"},
        Refusal{"NAME\nOBJSENSE\n MOST\nROWS\n N cost\nCOLUMNS\nENDATA\n",
                "m.mps:3: found 'MOST', expected MIN or MAX"},
        Refusal{"NAME\nOBJNAME\n r\nROWS\n N cost\n L r\nCOLUMNS\nENDATA\n",
                "m.mps:3: found objective 'r', expected a row of type N"},
        Refusal{BODY "ENDATA\nmore\n", "m.mps:8: found 'more', expected nothing after ENDATA"}));
#undef BODY
#undef HEAD

TEST(Mps, ReportsAllProblemsUpToAHundred) {
    const MpsReading some =
        read_mps_text("NAME\nROWS\n N cost\n X a\n L b\nCOLUMNS\n x b 1 c 2\nBOUNDS\n SC bnd x 1\nENDATA\n", "m.mps");
    EXPECT_THAT(problems_of(some),
                testing::AllOf(HasSubstr("m.mps:4: found row type 'X'"), HasSubstr("m.mps:7: found row 'c'"),
                               HasSubstr("m.mps:9: found bound type 'SC'")));
    std::string many = "NAME\nROWS\n";
    for (int i = 0; i < 1000; ++i) many += " X a\n";
    const MpsReading capped = read_mps_text(many, "m.mps");
    ASSERT_EQ(capped.problems.size(), 101U);
    EXPECT_EQ(capped.problems.back().text(),
              "m.mps:102: found 100 problems so far, expected fewer: the rest of the file was not read");
}

TEST(Mps, TakesHostileTextCalmly) {
    EXPECT_EQ(problems_of(read_mps_text(std::string("NAME\nRO\0WS\n", 11), "m.mps")),
              "m.mps:2: found a zero byte, expected text\n");
    const MpsReading line = read_mps_text("NAME\n" + std::string(100'000, 'x') + "\nENDATA\n", "m.mps");
    EXPECT_EQ(problems_of(line), "m.mps:2: found a line of 100000 characters, expected at most 65536\n");
    EXPECT_EQ(problems_of(read_mps_text("NAME\n\x01\x7f" + std::string(70, 'y') + "\nENDATA\n", "m.mps")).find('\x01'),
              std::string::npos);
    std::mt19937 random{7};
    const std::string whole =
        to_mps_text(read_sections("G", "RHS\n rhs r 10\nRANGES\n rng r 3\nBOUNDS\n UP bnd x 4\n"));
    for (int i = 0; i < 2000; ++i) {
        std::string broken = whole;
        for (int k = 0; k < 3; ++k) broken[random() % broken.size()] = static_cast<char>(random() % 96 + 32);
        EXPECT_NO_THROW(read_mps_text(broken.substr(0, random() % broken.size() + 1), "m.mps"));
    }
}

}  // namespace
}  // namespace indus::solver
