// SPDX-License-Identifier: Apache-2.0
#include "inputs/quantities.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace indus::inputs {

namespace {

std::string time_text(std::string_view text) {
    const auto time = parse_time(text);
    return time ? model::to_string(*time) : "none";
}

TEST(ParseNumber, TakesPlainDecimalNumbers) {
    EXPECT_EQ(parse_number("660"), 660.0);
    EXPECT_EQ(parse_number("-1.5e3"), -1500.0);
    EXPECT_EQ(parse_number(".5"), 0.5);
    EXPECT_EQ(parse_number("5e-324"), std::numeric_limits<double>::denorm_min());
}

TEST(ParseNumber, TakesNothingElse) {
    for (const char* text :
         {"", " 1", "1 ", "1,5", "1.000,5", "1e400", "nan", "inf", "-infinity", "0x10", "+5", "5%", "abc", "1-"})
        EXPECT_FALSE(parse_number(text)) << text;
}

TEST(NumberText, ReadsBackTheSame) {
    for (const double number : {0.1, 1.0 / 3.0, 1e22, 660.0, -2.5e-300})
        EXPECT_EQ(parse_number(number_text(number)), number);
    EXPECT_EQ(number_text(660.0), "660");
}

TEST(ParseTime, TakesDatesAndMinutes) {
    EXPECT_EQ(time_text("2025-01-13"), "2025-01-13 00:00");
    EXPECT_EQ(time_text("2025-01-13 05:30"), "2025-01-13 05:30");
    EXPECT_EQ(time_text("2025-01-13T05:30"), "2025-01-13 05:30");
    EXPECT_EQ(time_text("2025-01-13 05:30:00"), "2025-01-13 05:30");
    EXPECT_EQ(time_text("2024-02-29 23:59"), "2024-02-29 23:59");
    EXPECT_EQ(time_text("2000-02-29"), "2000-02-29 00:00");
}

TEST(ParseTime, RefusesWhatIsNoTime) {
    for (const char* text :
         {"", "2025", "13.01.2025", "2025-1-3", "2025-02-29", "1900-02-29", "2025-02-30", "2025-13-01", "2025-00-10",
          "2025-01-13 24:00", "2025-01-13 05:60", "2025-01-13 5:30", "2025-01-13 05:30:01", "2025-01-13_05:30",
          "2025-01-13 05:30Z", "2025-01-13 ", "2025-01-1x"})
        EXPECT_EQ(time_text(text), "none") << text;
}

TEST(ParseDuration, AddsUnitsUp) {
    EXPECT_EQ(parse_duration_seconds("90s"), 90.0);
    EXPECT_EQ(parse_duration_seconds("10min"), 600.0);
    EXPECT_EQ(parse_duration_seconds("2h"), 7200.0);
    EXPECT_EQ(parse_duration_seconds("1.5h"), 5400.0);
    EXPECT_EQ(parse_duration_seconds("1h30min"), 5400.0);
    EXPECT_EQ(parse_duration_seconds("1d 2h"), 93600.0);
    EXPECT_EQ(parse_duration_seconds("45"), 45.0);
}

TEST(ParseDuration, RefusesWhatIsNoDuration) {
    for (const char* text :
         {"", "0", "-5", "0s", "10 m", "10m", "min", "1h1h", "1s1h", "5x", "h5", "1..5h", "inf", "10min "})
        EXPECT_FALSE(parse_duration_seconds(text)) << text;
}

TEST(ParseGap, TakesSharesAndPercentages) {
    EXPECT_EQ(parse_gap("0.5%"), 0.005);
    EXPECT_EQ(parse_gap("0.005"), 0.005);
    EXPECT_EQ(parse_gap("0"), 0.0);
    for (const char* text : {"", "%", "1", "5", "100%", "-0.1", "0,5%", "0.5 %%", "nan"})
        EXPECT_FALSE(parse_gap(text)) << text;
}

TEST(ParseUtcOffset, TakesHoursAndMinutes) {
    EXPECT_EQ(parse_utc_offset("+05:00"), 300);
    EXPECT_EQ(parse_utc_offset("-03:30"), -210);
    EXPECT_EQ(parse_utc_offset("+05:45"), 345);
    for (const char* text : {"", "5", "05:00", "+5:00", "+0500", "+14:30", "-13:00", "+05:60", "Z"})
        EXPECT_FALSE(parse_utc_offset(text)) << text;
}

}  // namespace

}  // namespace indus::inputs
