// SPDX-License-Identifier: Apache-2.0
// Bill arithmetic against published figures, NREL/REopt.jl test/runtests.jl and test/scenarios (facts), and by hand.
#include "model/bills.hpp"

#include "model/studies/verify.hpp"
#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

using Peaks = std::vector<double>;

Peaks after(Peaks earlier, const Peaks& year) {
    earlier.insert(earlier.end(), year.begin(), year.end());
    return earlier;
}

Peaks last_twelve(const Peaks& demands) { return {demands.end() - 12, demands.end()}; }

const Peaks year{200, 100, 100, 400, 100, 500, 100, 100, 100, 100, 100, 300};

// Three quarters of the largest peak of six months before, in a year that repeats.
TEST(Bills, LookBackSixMonths) {
    expect_near(last_twelve(billing_demands(after(year, year), 0.0, 0.75, 6)),
                {225, 225, 225, 400, 300, 500, 375, 375, 375, 375, 375, 375});
}

// The same where only January, April and December are looked back at: each month by itself, other peaks left out.
TEST(Bills, LookBackAtNamedMonths) {
    const Peaks seen{200, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, 300};
    Peaks billed;
    for (std::size_t m = 0; m < year.size(); ++m) {
        Peaks history = seen;
        history.insert(history.end(), seen.begin(), seen.begin() + static_cast<long>(m));
        history.push_back(year[m]);
        billed.push_back(billing_demands(history, 0.0, 0.75, 11).back());
    }
    expect_near(billed, {300, 300, 300, 400, 300, 500, 300, 300, 300, 300, 300, 300});
}

// 100 kW in January, 1 kW after: 35% of it is billed all year, at 10.5 for six months and 11.5 for six.
TEST(Bills, LookBackAYear) {
    Peaks peaks(12, 1.0);
    peaks[0] = 100;
    const Peaks billed = billing_demands(peaks, 0.0, 0.35, 11);
    double money = 0.0;
    for (std::size_t m = 0; m < 12; ++m) money += billed[m] * (m < 6 ? 10.5 : 11.5);
    EXPECT_NEAR(money, 5302.5, tolerance);
}

// B-3 of February 2026: 1,250 per kW and month, a quarter of the sanctioned load at least, 35.68 per kWh in the peak,
// 23.67 otherwise. The peak of December to February is from 17 to 21 o'clock. A day of 8 MW flat, 40 MW sanctioned:
// energy 8 (4 * 35,680 + 20 * 23,670), demand 10 MW * 1,250,000 / 31.
TEST(Bills, ComeToWhatTheTariffSays) {
    Tariff tariff = flat_tariff(23670);
    tariff.fixed_per_mw_month = 1250000;
    tariff.floor_share = 0.25;
    TariffPeriod peak = period(17, 21, 35680);
    peak.month_from = 12;
    peak.month_to = 2;
    const System system = estate(tariff, meter(40), Peaks(24, 8.0)).add(peak).system();
    const auto made = bills_of(system, system.all<Meter>()[0], Peaks(24, 8.0), Peaks(24, 0.0), {});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_NEAR(made[0].energy, 8 * (4 * 35680.0 + 20 * 23670.0), 1e-3);
    EXPECT_NEAR(made[0].peak_import_mwh, 32, tolerance);
    EXPECT_NEAR(made[0].billing_demand_mw, 10, tolerance);
    EXPECT_NEAR(made[0].fixed, 10 * 1250000 / 31.0, 1e-3);
    EXPECT_NEAR(made[0].total, made[0].energy + made[0].fixed, 1e-3);
    EXPECT_NEAR(bill_of_zone(made, "estate"), made[0].total, tolerance);
    EXPECT_NEAR(bill_of_zone(made, "zone"), 0.0, tolerance);
}

TEST(Bills, KnowHowMuchOfAMonthThereIs) {
    const auto start = TimePoint{std::chrono::local_days{std::chrono::year{2024} / 12 / 31}};
    const auto months = billed_months(Horizon::uniform(start, 2.0, 12 * 60));
    ASSERT_EQ(months.size(), 3U);
    EXPECT_EQ(months[0].name, "2024-12");
    EXPECT_NEAR(months[0].share, 1 / 31.0, 1e-12);
    EXPECT_NEAR(months[1].share, 1.0, 1e-12);
    EXPECT_EQ(months[2].since_first, 2);
    EXPECT_NEAR(months[2].share, 1.0, 1e-12);
    EXPECT_EQ(months[2].steps.size(), 12U * 28U);
}

// A stored bill is believed no more than a stored cost.
TEST(Bills, AreDerivedAgainByVerify) {
    const System system = estate(flat_tariff(50), meter(100), {10, 20}).add(thermal("coal", 100, 20)).system();
    Solution solution = dispatch(system, {.run = {.gap = 0.0}});
    EXPECT_THAT(verify(system, solution).problems, testing::IsEmpty());
    EXPECT_THAT(verify(system, solution).confirmed, Contains("1 bills follow from the series and the tariffs"));
    solution.bills[0].total -= 100;
    EXPECT_THAT(verify(system, solution).problems,
                ElementsAre("the stored bill of gate for 2025-01 has total 1400, but 1500 follows from the series"));
    solution.bills.clear();
    EXPECT_THAT(verify(system, solution).problems, ElementsAre("0 bills are stored, but 1 follow from the series"));
}

}  // namespace
}  // namespace indus::tests
