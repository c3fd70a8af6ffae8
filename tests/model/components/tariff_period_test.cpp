// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/tariff_period.hpp"

#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

TimePoint at(int year, unsigned month, unsigned day, int hour) {
    return TimePoint{
               std::chrono::local_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)}} +
           std::chrono::hours{hour};
}

std::vector<double> shares(const TariffPeriod& period, const Horizon& horizon) {
    std::vector<double> made;
    for (int t = 0; t < horizon.step_count(); ++t) made.push_back(period.share(horizon, t));
    return made;
}

// K-Electric's evening peak from 18:30 to 22:30: half of the step at 18:00, half of the one at 22:00. Steps of two
// hours: three quarters of the one at 18:00, all of 20:00, a quarter of 22:00.
TEST(TariffPeriod, TakesPartOfAStep) {
    const TariffPeriod evening = period(18.5, 22.5, 35.68);
    expect_near(shares(evening, Horizon::uniform(at(2025, 7, 1, 17), 1.0, 7)), {0, 0.5, 1, 1, 1, 0.5, 0});
    expect_near(shares(evening, Horizon::uniform(at(2025, 7, 1, 16), 2.0, 4)), {0, 0.75, 1, 0.25});
    expect_near(shares(evening, Horizon::uniform(at(2025, 7, 1, 18), 0.25, 4)), {0, 0, 1, 1});
}

// 22 to 2 o'clock in a winter from December to February: the night after 28 February belongs to it until two, the one
// after 30 November does not, and that after 31 December does.
TEST(TariffPeriod, WrapsRoundTheYearAndPastMidnight) {
    TariffPeriod night = period(22, 2, 40);
    night.month_from = 12;
    night.month_to = 2;
    const std::vector<double> whole{0, 1, 1, 1, 1, 0}, none(6, 0.0);
    expect_near(shares(night, Horizon::uniform(at(2025, 2, 28, 21), 1.0, 6)), whole);
    expect_near(shares(night, Horizon::uniform(at(2025, 12, 31, 21), 1.0, 6)), whole);
    expect_near(shares(night, Horizon::uniform(at(2025, 11, 30, 21), 1.0, 6)), none);
    expect_near(shares(night, Horizon::uniform(at(2025, 3, 1, 21), 1.0, 6)), none);
}

// Fridays only, 2025-02-28 is one; what began on Friday reaches into Saturday, Friday's first hours are Thursday's.
TEST(TariffPeriod, HoldsOnItsDays) {
    TariffPeriod night = period(22, 1, 40);
    night.days.items = {{"fri", 1.0}};
    expect_near(shares(night, Horizon::uniform(at(2025, 2, 28, 0), 12.0, 3)), {0, 2.0 / 12, 1.0 / 12});
}

TEST(TariffPeriod, AgreesWithTheCountOfMinutes) {
    for (const auto& [from, to] : std::vector<std::pair<double, double>>{
             {0, 24}, {17, 21}, {18.5, 22.5}, {22, 2}, {23.9, 0.1}, {24, 6}, {6, 0}, {13.25, 13.5}})
        for (const double step : {0.25, 1.0, 2.0}) {
            TariffPeriod each = period(from, to, 1);
            each.month_from = 11;
            each.month_to = 1;
            each.days.items = {{"sun", 1.0}, {"mon", 1.0}, {"sat", 1.0}};
            const Horizon horizon = Horizon::uniform(at(2025, 1, 30, 0), step, static_cast<int>(96 / step));
            for (int t = 0; t < horizon.step_count(); ++t)
                EXPECT_NEAR(each.share(horizon, t), share_by_minute(each, horizon, t), 1e-12) << from << " " << t;
        }
}

TEST(TariffPeriod, RefusesContradictions) {
    Scene scene{1};
    TariffPeriod wrong = period(5, 5, 1);
    wrong.month_from = 1.5;
    wrong.days.items = {{"monday", 1.0}};
    scene.add(flat_tariff()).add(wrong);
    EXPECT_THAT(scene.issues(),
                ElementsAre("tariff_period peak: month_from is 1.5, expected a whole number",
                            "tariff_period peak: to_h is 5, expected another hour than from_h (5)",
                            "tariff_period peak: days is monday, expected one of mon tue wed thu fri sat sun"));
}

}  // namespace
}  // namespace indus::tests
