// SPDX-License-Identifier: Apache-2.0
#include "model/horizon.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "model/values.hpp"

namespace indus::model {
namespace {

TimePoint at(int year, unsigned month, unsigned day, int minutes = 0) {
    return TimePoint{
               std::chrono::local_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)}} +
           std::chrono::minutes{minutes};
}

TEST(Horizon, StepsFollowEachOther) {
    const Horizon h = Horizon::uniform(at(2025, 1, 13), 0.25, 8);
    EXPECT_FALSE(h.before(0).has_value());
    EXPECT_EQ(h.before(5), 4);
    EXPECT_TRUE(h.is_first(0));
    EXPECT_TRUE(h.is_last(7));
    EXPECT_FALSE(h.is_last(6));
    EXPECT_DOUBLE_EQ(h.total_hours(), 2.0);
    EXPECT_DOUBLE_EQ(h.hours_before(3), 0.75);
    EXPECT_EQ(to_string(h.start(3)), "2025-01-13 00:45");
    EXPECT_EQ(to_string(h.end()), "2025-01-13 02:00");
}

TEST(Horizon, DaysCrossMidnightAndLeapDays) {
    const Horizon h = Horizon::uniform(at(2024, 2, 28, 18 * 60), 3.0, 12);
    const auto days = h.days();
    ASSERT_EQ(days.size(), 3U);
    EXPECT_EQ(days[0].count, 2);
    EXPECT_DOUBLE_EQ(days[1].hours, 24.0);
    EXPECT_EQ(to_string(h.start(days[1].first)), "2024-02-29 00:00");
    EXPECT_EQ(to_string(h.start(days[2].first)), "2024-03-01 00:00");
    EXPECT_EQ(days[2].count, 2);
}

TEST(Horizon, RoundsDurationsUpToSteps) {
    const Horizon h = Horizon::uniform(at(2025, 1, 13), 2.0, 12);
    EXPECT_EQ(h.steps_back(10, 0.0), 1);
    EXPECT_EQ(h.steps_back(10, 3.0), 2);
    EXPECT_EQ(h.steps_back(10, 4.0), 2);
    EXPECT_EQ(h.steps_back(1, 48.0), 2) << "no further than the start of the period";
}

TEST(Horizon, RefusesStepsThatAreNoMinutes) {
    EXPECT_THROW(Horizon::uniform(at(2025, 1, 13), 0.001, 4), std::invalid_argument);
    EXPECT_THROW(Horizon::uniform(at(2025, 1, 13), -1.0, 4), std::invalid_argument);
    EXPECT_THROW(Horizon::uniform(at(2025, 1, 13), 1.0, 0), std::invalid_argument);
}

TEST(Series, RatesAreHeldOrAveraged) {
    const TimeSeries hourly{"s", at(2025, 1, 13), 60, {1, 3, 5, 7}};
    EXPECT_EQ(resolve_rate(hourly, Horizon::uniform(at(2025, 1, 13), 0.5, 4)), (std::vector<double>{1, 1, 3, 3}));
    EXPECT_EQ(resolve_rate(hourly, Horizon::uniform(at(2025, 1, 13), 2.0, 2)), (std::vector<double>{2, 6}));
    // From half past one: half of the second hour, the third, and half of the fourth weigh 1, 2 and 1.
    EXPECT_EQ(resolve_rate(hourly, Horizon::uniform(at(2025, 1, 13, 90), 2.0, 1)),
              (std::vector<double>{(3 + 2 * 5 + 7) / 4.0}));
}

TEST(Series, StatesAreInterpolated) {
    const TimeSeries daily{"s", at(2025, 1, 13), 1440, {100, 148, 124}};
    EXPECT_EQ(resolve_state(daily, Horizon::uniform(at(2025, 1, 13, 720), 12.0, 3)),
              (std::vector<double>{124, 148, 136, 124}));
}

// A day's volume is one window; where the horizon takes part of a day, the part counts.
TEST(Series, VolumesAreWindows) {
    const TimeSeries daily{"s", at(2025, 1, 13), 1440, {240, 480}};
    const auto windows = resolve_volume(daily, Horizon::uniform(at(2025, 1, 13, 1080), 3.0, 4));
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_EQ(windows[0], (Volume::Window{0, 2, 60.0, 18.0, 0.0}));
    EXPECT_EQ(windows[1], (Volume::Window{2, 2, 120.0, 0.0, 18.0}));
    const auto coarse = resolve_volume(daily, Horizon::uniform(at(2025, 1, 13), 48.0, 1));
    ASSERT_EQ(coarse.size(), 1U);
    EXPECT_EQ(coarse[0], (Volume::Window{0, 1, 720.0}));
}

// Steps of 2 h from one o'clock: the step from 23 o'clock reaches into the next day. It lies in the window of the day
// that it starts in, with the hour of the next day that it holds; the next day's window begins with the step after it.
//   day 1 from 1 to 1 o'clock: 23/24 of 240 and 1/24 of 480      day 2 from 1 o'clock: 23/24 of 480 and 1/24 of 720
TEST(Series, VolumesOfStepsAcrossMidnightStayApart) {
    const TimeSeries daily{"s", at(2025, 1, 13), 1440, {240, 480, 720}};
    const auto windows = resolve_volume(daily, Horizon::uniform(at(2025, 1, 13, 60), 2.0, 24));
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_EQ(windows[0].first, 0);
    EXPECT_EQ(windows[0].count, 12);
    EXPECT_NEAR(windows[0].energy_mwh, 230.0 + 20.0, 1e-9);
    EXPECT_EQ(windows[1].first, 12);
    EXPECT_EQ(windows[1].count, 12);
    EXPECT_NEAR(windows[1].energy_mwh, 460.0 + 30.0, 1e-9);
}

// Steps of 36 h over days: two windows of a step and a half day each.
TEST(Series, VolumesOfStepsLongerThanTheirIntervals) {
    const TimeSeries daily{"s", at(2025, 1, 13), 1440, {240, 480, 720}};
    const auto windows = resolve_volume(daily, Horizon::uniform(at(2025, 1, 13), 36.0, 2));
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_EQ(windows[0], (Volume::Window{0, 1, 480.0}));
    EXPECT_EQ(windows[1], (Volume::Window{1, 1, 960.0}));
}

TEST(NearestName, ForgivesAThirdOfTheLetters) {
    const std::vector<std::string> names{"tarbela", "mangla", "warsak"};
    EXPECT_EQ(nearest_name("tarbella", names), "tarbela");
    EXPECT_EQ(nearest_name("mngla", names), "mangla");
    EXPECT_EQ(nearest_name("karot", names), "");
    EXPECT_EQ(nearest_name("waraskk", names), "warsak") << "a swap and a letter too many";
    EXPECT_EQ(nearest_name("caol", std::vector<std::string>{"gas", "coal"}), "coal") << "a swap counts once";
}

}  // namespace
}  // namespace indus::model
