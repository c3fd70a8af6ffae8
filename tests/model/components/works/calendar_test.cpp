// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/calendar.hpp"

#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

Calendar two_shifts() {
    Calendar made{.name = "hours"};
    made.shifts.steps = {{6, 14}, {14, 22}};
    return made;
}

std::vector<double> shares(const Calendar& calendar, int steps, double step_hours = 1.0) {
    Scene scene{steps, step_hours};
    scene.add(calendar);
    const System system = scene.system();
    std::vector<double> made;
    for (int t = 0; t < steps; ++t) made.push_back(system.all<Calendar>().front().share(system.horizon(), t));
    return made;
}

TEST(Calendar, KnowsShifts) {
    const std::vector<double> day = shares(two_shifts(), 24);
    for (int t = 0; t < 24; ++t) EXPECT_EQ(day[static_cast<std::size_t>(t)], t >= 6 && t < 22 ? 1.0 : 0.0) << t;
    // Steps of four hours from 4 to 8 hold two hours of work.
    expect_near(shares(two_shifts(), 6, 4.0), {0, 0.5, 1, 1, 1, 0.5});
}

// From 22 to 6 of the next day; the night before Monday belongs to Sunday, which is free.
TEST(Calendar, KnowsNightShiftsAndFreeDays) {
    Calendar night{.name = "night"};
    night.shifts.steps = {{22, 30}};
    night.days.items = {{"mon", 1.0}, {"tue", 1.0}};
    const std::vector<double> hours = shares(night, 72);
    double sum = 0.0;
    for (const double each : hours) sum += each;
    EXPECT_NEAR(sum, 16.0, 1e-9);
    EXPECT_EQ(hours[3], 0.0);
    EXPECT_EQ(hours[23], 1.0);
    EXPECT_EQ(hours[29], 1.0);
    EXPECT_EQ(hours[30], 0.0);
}

TEST(Calendar, KnowsHolidaysAndRamadan) {
    Calendar made = two_shifts();
    made.holidays.items = {{"2025-01-13", 1.0}};
    made.ramadan_from.time = monday() + std::chrono::hours{48};
    made.ramadan_to.time = monday() + std::chrono::hours{72};
    made.ramadan_shifts.steps = {{9, 15}};
    const std::vector<double> hours = shares(made, 96);
    const auto sum = [&](int day) {
        double made_sum = 0.0;
        for (int t = 24 * day; t < 24 * day + 24; ++t) made_sum += hours[static_cast<std::size_t>(t)];
        return made_sum;
    };
    EXPECT_NEAR(sum(0), 0.0, 1e-9);
    EXPECT_NEAR(sum(1), 16.0, 1e-9);
    EXPECT_NEAR(sum(2), 6.0, 1e-9);
    EXPECT_NEAR(sum(3), 16.0, 1e-9);
}

// Prayer on Friday from 12:30 to 14:30, in two shifts and in a night that reaches into the hours of the break.
TEST(Calendar, KnowsBreaks) {
    Calendar made = two_shifts();
    made.break_days.items = {{"fri", 1.0}};
    made.breaks.steps = {{12.5, 14.5}};
    const std::vector<double> hours = shares(made, 120);
    for (std::size_t t = 0; t < 96; ++t) EXPECT_EQ(hours[t], t % 24 >= 6 && t % 24 < 22 ? 1.0 : 0.0) << t;
    const std::vector<double> friday(hours.begin() + 96 + 11, hours.begin() + 96 + 16);
    expect_near(friday, {1, 0.5, 0, 0.5, 1});
    made.break_days = {};
    made.shifts = {};
    expect_near(shares(made, 3, 8.0), {1, 0.75, 1});
}

// A shift of the night rests from 2 to 2:30, on the day on which that falls.
TEST(Calendar, KnowsBreaksInTheNight) {
    Calendar made{.name = "hours"};
    made.shifts.steps = {{22, 30}};
    made.breaks.steps = {{2, 2.5}};
    const std::vector<double> hours = shares(made, 48);
    for (const std::size_t t : {2U, 26U}) EXPECT_EQ(hours[t], 0.5) << t;
    for (const std::size_t t : {1U, 3U, 22U, 25U}) EXPECT_EQ(hours[t], 1.0) << t;
    made.break_days.items = {{"tue", 1.0}};
    EXPECT_EQ(shares(made, 48)[2], 1.0);
    EXPECT_EQ(shares(made, 48)[26], 0.5);
}

// A step in which half the time is worked makes half and draws half.
TEST(Calendar, HoldsForAProcess) {
    Scene scene{2, 4.0};
    scene.add(thermal("coal", 100, 20)).add(two_shifts());
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    scene.data.list<Process>().front().calendar.name = "hours";
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "rate"), {0, 5});
    expect_near(series(solution, "spin", "power"), {0, 2.5});
    EXPECT_NEAR(cost(solution), 4 * 2.5 * 20, tolerance);
}

// The stage's own calendar counts, not that of its process.
TEST(Calendar, OfAStageComesFirst) {
    Scene scene{2, 4.0};
    scene.add(thermal("coal", 100, 20)).add(two_shifts()).add(Calendar{.name = "always"});
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    scene.data.list<Process>().front().calendar.name = "always";
    scene.data.list<Stage>().front().calendar.name = "hours";
    expect_near(series(scene.solve(), "spin", "rate"), {0, 5});
}

TEST(Calendar, RefusesContradictions) {
    Calendar wrong{.name = "wrong"};
    wrong.days.items = {{"monday", 1.0}};
    wrong.holidays.items = {{"2025-02-30", 1.0}};
    wrong.shifts.steps = {{6, 14}, {13, 12}, {22, 31}};
    wrong.ramadan_from.time = monday();
    Scene scene{1};
    scene.add(wrong);
    EXPECT_EQ(
        scene.issues(),
        (std::vector<std::string>{
            "calendar wrong: days is monday, expected one of mon tue wed thu fri sat sun",
            "calendar wrong: holidays is 2025-02-30, expected dates such as 2025-03-31",
            "calendar wrong: shifts is 12, expected an end after the beginning (13)",
            "calendar wrong: shifts is 13, expected shifts that do not overlap: the one before ends at 14",
            "calendar wrong: shifts is 31, expected shifts that do not overlap: the first of the next day begins at 6",
            "calendar wrong: ramadan_to is one of two, expected both ramadan_from and ramadan_to, or neither"}));
}

}  // namespace
}  // namespace indus::tests
