// SPDX-License-Identifier: Apache-2.0
// Profiles: physics and figures that can be checked by hand, independence of the window, and the shipped case.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include "inputs/profiles/demand.hpp"
#include "inputs/profiles/fuel_price.hpp"
#include "inputs/profiles/make_profiles.hpp"
#include "inputs/profiles/noise.hpp"
#include "inputs/profiles/solar.hpp"
#include "inputs/profiles/water.hpp"
#include "inputs/profiles/wind.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::inputs {
namespace {

using std::chrono::local_days;
using std::chrono::year;
using testing::HasSubstr;

const Span january{local_days{year{2025} / 1 / 13}, local_days{year{2025} / 1 / 19}};
const Span spring{local_days{year{2025} / 1 / 1}, local_days{year{2025} / 4 / 30}};

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Months all(double value) { return Months(12, value); }

/// A case folder with figures, removed at the end.
class Figures {
public:
    Figures() {
        std::filesystem::create_directories(folder / "profiles");
        write("profiles.toml", R"(seed = 7
first_day = "2025-01-13"
last_day = "2025-01-19"
utc_offset_hours = 5
)");
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream{folder / "profiles" / name} << text;
    }
    std::string read(const std::string& path) const {
        std::ostringstream text;
        text << std::ifstream{folder / path}.rdbuf();
        return text.str();
    }

private:
    const tests::TemporaryFolder temporary_folder_{};

public:
    const std::filesystem::path folder = temporary_folder_.path();
};

constexpr std::string_view one_wind_site = R"(losses = 0.1
cut_in_m_s = 3
rated_m_s = 12
weibull_shape = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
daily_swing = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
strongest_hour = 20
slow_hours = 72
fast_hours = 5
slow_share = 0.6
shared_share = 0.8
[[site]]
name = "hill"
capacity_factor = [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]
)";

// Whole months, whatever days are asked for: 13 to 19 January is January, its first day a Wednesday.
TEST(ProfileSpan, HoldsWholeMonths) {
    EXPECT_EQ(january.days(), 31);
    EXPECT_EQ(january.weekday(0), 3U);
    EXPECT_EQ(spring.months().size(), 4U);
    EXPECT_EQ(spring.day_of_year(31), 31);
}

// A straight line between the starts of months: half way between January's 10 and February's 20 in the middle.
TEST(ProfileSpan, InterpolatesStatesBetweenMonths) {
    Months levels = all(0.0);
    levels[0] = 10.0;
    levels[1] = 20.0;
    const std::vector<double> states = interpolate_states(levels, january);
    ASSERT_EQ(states.size(), 32U);
    EXPECT_NEAR(states[0], 10.0, 1e-12);
    EXPECT_NEAR(states[15], 10.0 + 10.0 * 15.0 / 31.0, 1e-12);
    EXPECT_NEAR(states[31], 20.0, 1e-12);
}

// Textbook values of the normal distribution.
TEST(ProfileNoise, InvertsTheNormalDistribution) {
    EXPECT_NEAR(normal_quantile(0.5), 0.0, 1e-9);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963985, 1e-7);
    EXPECT_NEAR(normal_quantile(0.01), -2.326347874, 1e-7);
    EXPECT_NEAR(normal_probability(1.959963985), 0.975, 1e-9);
}

TEST(ProfileNoise, IsTheSameInAnyWindow) {
    const Noise narrow{7, january};
    const Noise wide{7, spring};
    const std::vector<double> few = narrow.hourly("wind", 24.0);
    const std::vector<double> many = wide.hourly("wind", 24.0);
    ASSERT_EQ(few.size(), 31U * 24U);
    for (std::size_t i = 0; i < few.size(); ++i) EXPECT_EQ(few[i], many[i]) << "hour " << i;
    EXPECT_NE(narrow.hourly("wind", 24.0)[0], narrow.hourly("cloud", 24.0)[0]);
}

// On the equator at the equinox the sun stands overhead at noon (equation of time: seven and a half minutes).
TEST(ProfileSolar, PutsTheSunOverheadAtTheEquator) {
    const SolarFigures::Site site{.name = "equator", .latitude = 0.0, .longitude = 75.0, .tilt_deg = 0.0};
    const int equinox = 79;
    EXPECT_NEAR(sun_position(site, 5.0, equinox, 12.0 + 7.5 / 60.0).cos_zenith, 1.0, 2e-4);
    EXPECT_LT(sun_position(site, 5.0, equinox, 0.0).cos_zenith, -0.99);
}

// Lahore, 31.5 N, 21 December: the sun culminates at 90 - 31.5 - 23.45 = 35.05 degrees.
TEST(ProfileSolar, KnowsTheWinterSun) {
    const SolarFigures::Site site{.name = "lahore", .latitude = 31.5, .longitude = 75.0, .tilt_deg = 31.5};
    EXPECT_NEAR(sun_position(site, 5.0, 354, 12.0).cos_zenith, std::sin(35.05 * 3.14159265 / 180.0), 2e-3);
    EXPECT_NEAR(sun_position(site, 5.0, 354, 12.0).cos_panel, std::cos(23.45 * 3.14159265 / 180.0), 2e-3);
}

// Erbs: fully diffuse under a closed sky, 0.165 under a clear one, continuous between (0.9511 - 0.1604 k + ...).
TEST(ProfileSolar, SplitsDiffuseLight) {
    EXPECT_NEAR(diffuse_share(0.0), 1.0, 1e-12);
    EXPECT_NEAR(diffuse_share(0.22), diffuse_share(0.2201), 2e-3);
    EXPECT_NEAR(diffuse_share(0.9), 0.165, 1e-12);
}

TEST(ProfileSolar, IsDarkAtNight) {
    TemperatureFigures temperature;
    temperature.sites.push_back({.name = "here", .mean_c = all(20.0), .daily_range_k = all(10.0)});
    SolarFigures figures{.utc_offset_hours = 5.0, .performance_ratio = 0.85, .loss_per_k = 0.004};
    figures.sites.push_back({.name = "plant",
                             .latitude = 30.0,
                             .longitude = 72.0,
                             .tilt_deg = 25.0,
                             .ghi_kwh_per_m2_day = all(3.0),
                             .temperature = &temperature.sites.front()});
    const std::vector<NamedSeries> made = make_solar(figures, temperature, january, Noise{7, january});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].name, "solar_plant");
    for (std::size_t i = 0; i < made[0].values.size(); ++i) {
        EXPECT_GE(made[0].values[i], 0.0);
        EXPECT_LE(made[0].values[i], 1.0);
        const bool night = i % 24 < 6 || i % 24 > 18;
        EXPECT_TRUE(!night || made[0].values[i] == 0.0) << "hour " << i;
    }
    // 3 kWh on the level are 0.125 of 24 kWh; tilt adds, performance and heat take away.
    EXPECT_NEAR(mean(made[0].values), 0.125, 0.03);
}

// (6^3 - 3^3) / (12^3 - 3^3) = 189 / 1701 = 1/9.
TEST(ProfileWind, HasACubicPowerCurve) {
    const WindFigures figures{.cut_in_m_s = 3.0, .rated_m_s = 12.0};
    EXPECT_EQ(power_curve(figures, 3.0), 0.0);
    EXPECT_NEAR(power_curve(figures, 6.0), 1.0 / 9.0, 1e-12);
    EXPECT_EQ(power_curve(figures, 20.0), 1.0);
}

TEST(ProfileWind, MeetsTheMonthsCapacityFactor) {
    WindFigures figures{.losses = 0.1, .weibull_shape = all(2.5), .daily_swing = all(0.2)};
    Months factors = all(0.3);
    factors[1] = 0.6;
    figures.sites.push_back({.name = "hill", .capacity_factor = factors});
    const std::vector<NamedSeries> made = make_wind(figures, spring, Noise{7, spring});
    const std::vector<double>& values = made.front().values;
    EXPECT_NEAR(mean({values.begin(), values.begin() + 31L * 24}), 0.3, 1e-9);
    EXPECT_NEAR(mean({values.begin() + 31L * 24, values.begin() + 59L * 24}), 0.6, 1e-9);
    EXPECT_LE(*std::max_element(values.begin(), values.end()), 0.9);
}

// One sector, base 0.5, one shift of 12 hours: activity 1 by day and 0.5 at night, and 0.5 on a day of rest.
TEST(ProfileIndustry, KeepsShiftsAndSundays) {
    IndustryFigures figures;
    std::vector<double> shift(24, 0.0);
    std::fill(shift.begin() + 6, shift.begin() + 18, 1.0);
    figures.sectors.push_back({.name = "mill", .base = 0.5, .shifts = shift, .saturday = 1.0, .rest_day = 0.0});
    figures.zones.push_back(
        {.name = "park", .grid_zone = "grid", .peak_mw = 40.0, .loss_share = 0.2, .energy_shares = {{"mill", 1.0}}});
    const Calendar calendar{january, {local_days{year{2025} / 1 / 1}}};
    const IndustrySeries made = make_industry(figures, january, calendar, Noise{7, january});
    const std::vector<double>& load = made.loads.front().values;
    EXPECT_EQ(made.loads.front().name, "park_mill");
    EXPECT_NEAR(load[12], 20.0, 1e-9);                                  // 1 January is a holiday
    EXPECT_NEAR(load[24 + 12], 40.0, 1e-9);                             // Thursday noon: the peak
    EXPECT_NEAR(load[24 + 3], 20.0, 1e-9);                              // Thursday night
    EXPECT_NEAR(load[4 * 24 + 12], 20.0, 1e-9);                         // Sunday
    EXPECT_NEAR(made.withdrawals.front().values[24 + 12], 50.0, 1e-9);  // 40 / (1 - 0.2)

    // Processes draw a quarter, of what the grid sends as before.
    figures.zones.front().process_shares = {{"mill", 0.25}};
    const IndustrySeries firm = make_industry(figures, january, calendar, Noise{7, january});
    EXPECT_NEAR(firm.loads.front().values[24 + 12], 30.0, 1e-9);
    EXPECT_NEAR(firm.withdrawals.front().values[24 + 12], 50.0, 1e-9);
}

DemandFigures one_grid_zone(const TemperatureFigures& temperature) {
    DemandFigures figures;
    figures.sent_out_gwh = all(744.0);  // 1000 MW in a month of 31 days
    figures.household = {.winter_hours = std::vector<double>(24, 1.0),
                         .summer_hours = std::vector<double>(24, 1.0),
                         .summer_share = all(0.0),
                         .heating_from_c = 20.0,
                         .heating_per_k = 0.05};
    figures.industry = {.share_of_year = 0.3, .month = all(1.0), .hours = std::vector<double>(24, 1.0)};
    figures.zones.push_back(
        {.name = "grid", .share = 0.5, .temperature = &temperature.sites.front(), .industry_share = 0.5});
    return figures;
}

// Half of 1000 MW; industry has half of 30% of it, 150 MW, of which an industrial zone takes 100; homes have 350.
TEST(ProfileDemand, SharesOutTheMonthsEnergy) {
    TemperatureFigures temperature;
    temperature.sites.push_back({.name = "here", .mean_c = all(10.0), .daily_range_k = all(10.0)});
    const Calendar calendar{january, {}};
    std::vector<Issue> issues;
    const std::vector<NamedSeries> zones{{"grid", std::vector<double>(744, 100.0)}};
    const std::vector<NamedSeries> made =
        make_demand(one_grid_zone(temperature), temperature, zones, january, calendar, Noise{7, january}, issues);
    EXPECT_TRUE(issues.empty());
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].name, "grid_household");
    EXPECT_NEAR(mean(made[0].values), 350.0, 1e-6);
    EXPECT_NEAR(mean(made[1].values), 50.0, 1e-6);
    EXPECT_GT(made[0].values[3], made[0].values[15]);  // colder at night, so more heating
}

TEST(ProfileDemand, RefusesPartsAboveTheWhole) {
    TemperatureFigures temperature;
    temperature.sites.push_back({.name = "here", .mean_c = all(10.0), .daily_range_k = all(10.0)});
    const Calendar calendar{january, {}};
    std::vector<Issue> issues;
    const std::vector<NamedSeries> zones{{"grid", std::vector<double>(744, 200.0)}};
    make_demand(one_grid_zone(temperature), temperature, zones, january, calendar, Noise{7, january}, issues);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_THAT(issues[0].found, HasSubstr("industry outside industrial zones of -50 MW"));
}

WaterFigures one_reservoir(double january_level, double february_level) {
    WaterFigures figures;
    Months levels = all(0.5);
    levels[0] = january_level;
    levels[1] = february_level;
    figures.reservoirs.push_back({.name = "lake",
                                  .river = "river",
                                  .mw_per_kcusec = 20.0,
                                  .full_level_mwh = 31000.0,
                                  .inflow_kcusec = all(10.0),
                                  .level_share = levels,
                                  .release_band = 0.1});
    return figures;
}

// 10 kcusec are 200 MW, 4800 MWh a day; the level falls by 0.2 * 31 000 / 31 = 200 MWh a day: 5000 MWh are released.
TEST(ProfileWater, ReleasesInflowAndDrawdown) {
    std::vector<Issue> issues;
    const WaterSeries made = make_water(one_reservoir(0.7, 0.5), january, Noise{7, january}, issues);
    EXPECT_TRUE(issues.empty());
    ASSERT_EQ(made.flows.size(), 3U);
    EXPECT_NEAR(mean(made.flows[0].values), 200.0, 1e-9);
    EXPECT_NEAR(mean(made.flows[1].values), 4500.0, 1e-6);
    EXPECT_NEAR(mean(made.flows[2].values), 5500.0, 1e-6);
    EXPECT_NEAR(made.levels[0].values.front(), 21700.0, 1e-9);
    EXPECT_NEAR(made.levels[0].values.back(), 15500.0, 1e-9);
}

// A rise of 0.9 * 31 000 / 31 = 900 MWh a day leaves water to release; no reservoir fills from nothing.
TEST(ProfileWater, RefusesWaterFromNowhere) {
    std::vector<Issue> issues;
    WaterFigures figures = one_reservoir(0.0, 0.9);
    figures.reservoirs.front().inflow_kcusec = all(1.0);  // 480 MWh a day
    make_water(figures, january, Noise{7, january}, issues);
    ASSERT_EQ(issues.size(), 31U);
    EXPECT_EQ(issues[0].field, "lake");
    EXPECT_THAT(issues[0].found, HasSubstr("a level that rises by 900 MWh on 2025-01-01"));
}

// 2.84 rupees a kWh are 2840 a MWh; at 284 a dollar 10 dollars; at 5 GJ a MWh 2 dollars a GJ. February costs twice.
TEST(ProfileFuelPrice, TurnsReportedCostIntoPrice) {
    FuelPriceFigures figures{.exchange_rate = 284.0};
    figures.fuels.push_back({.name = "coal", .heat_rate_gj_per_mwh = 5.0, .reported_cost_per_kwh = all(2.84)});
    figures.fuels.front().reported_cost_per_kwh[1] = 5.68;
    const std::vector<NamedSeries> made = make_fuel_prices(figures, spring);
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].name, "coal_price");
    ASSERT_EQ(made[0].values.size(), 31U + 28U + 31U + 30U);
    EXPECT_NEAR(made[0].values[30], 2.0, 1e-12);
    EXPECT_NEAR(made[0].values[31], 4.0, 1e-12);
    EXPECT_NEAR(made[0].values[59], 2.0, 1e-12);
}

TEST(ProfileNumbers, HaveFourDigits) {
    EXPECT_EQ(series_number(0.0), "0");
    EXPECT_EQ(series_number(0.43214), "0.4321");
    EXPECT_EQ(series_number(0.99999), "1");
    EXPECT_EQ(series_number(12.344), "12.34");
    EXPECT_EQ(series_number(123456.4), "123456");
}

TEST(MakeProfiles, WritesTheAskedDaysAndComparesThem) {
    const Figures figures;
    figures.write("wind.toml", std::string{one_wind_site});
    const ProfileReport made = make_profiles(figures.folder, ProfileMode::write);
    EXPECT_TRUE(made.issues.empty());
    ASSERT_EQ(made.files.size(), 1U);
    EXPECT_EQ(made.files[0].path, "series/wind.csv");
    EXPECT_EQ(made.files[0].rows, 7U * 24U);
    EXPECT_THAT(figures.read("series/wind.csv"), testing::StartsWith("time,wind_hill\n2025-01-13 00:00,"));
    EXPECT_TRUE(make_profiles(figures.folder, ProfileMode::compare).issues.empty());

    std::string changed = figures.read("series/wind.csv");
    changed.insert(changed.find('\n') + 1, "2025-01-12 23:00,9\n");
    std::ofstream{figures.folder / "series/wind.csv"} << changed;
    const ProfileReport compared = make_profiles(figures.folder, ProfileMode::compare);
    ASSERT_FALSE(compared.issues.empty());
    EXPECT_EQ(compared.issues[0].line, 2);
    EXPECT_EQ(compared.issues[0].found, "2025-01-12 23:00");
}

TEST(MakeProfiles, TellsEveryBadFigure) {
    const Figures figures;
    std::string text{one_wind_site};
    text.replace(text.find("losses = 0.1"), 12, "losses = 0.9");
    text.replace(text.find("strongest_hour"), 14, "strongest_hours");
    figures.write("wind.toml", text);
    const ProfileReport report = make_profiles(figures.folder, ProfileMode::write);
    ASSERT_EQ(report.issues.size(), 3U);
    EXPECT_EQ(report.issues[0].file, "profiles/wind.toml");
    EXPECT_EQ(report.issues[0].line, 1);
    EXPECT_EQ(report.issues[0].field, "losses");
    EXPECT_EQ(report.issues[1].field, "strongest_hour");
    EXPECT_EQ(report.issues[2].field, "strongest_hours");
    EXPECT_EQ(report.issues[2].nearest, "strongest_hour");
    EXPECT_FALSE(std::filesystem::exists(figures.folder / "series"));
}

TEST(MakeProfiles, RefusesProcessesOfASectorThatIsNotThere) {
    const Figures figures;
    const std::string shifts = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]";
    figures.write("industry.toml",
                  "noise_spread = 0.0\nnoise_hours = 12\n[[sector]]\nname = \"textile\"\nbase = 0.5\n" +
                      ("shifts = " + shifts) +
                      "\nsaturday = 1\nrest_day = 1\n[[zone]]\nname = \"park\"\npeak_mw = 10\n"
                      "loss_share = 0\nenergy_shares = { textile = 1.0 }\n"
                      "process_shares = { textil = 0.5 }\n");
    const ProfileReport report = make_profiles(figures.folder, ProfileMode::write);
    ASSERT_EQ(report.issues.size(), 1U) << to_string(report.issues.front());
    EXPECT_EQ(report.issues[0].expected, "a sector of energy_shares");
    EXPECT_EQ(report.issues[0].nearest, "textile");
}

TEST(MakeProfiles, NeedsAFrame) {
    const Figures figures;
    std::filesystem::remove(figures.folder / "profiles/profiles.toml");
    const ProfileReport report = make_profiles(figures.folder, ProfileMode::write);
    ASSERT_EQ(report.issues.size(), 1U);
    EXPECT_EQ(report.issues[0].file, "profiles/profiles.toml");
}

// The shipped series are what the shipped figures make.
TEST(MakeProfiles, MakesTheShippedSeriesAgain) {
    const std::filesystem::path folder = std::filesystem::path{INDUS_SOURCE_DIR} / "inputs/cases/pakistan";
    const ProfileReport report = make_profiles(folder, ProfileMode::compare);
    EXPECT_EQ(report.files.size(), 7U);
    for (const Issue& issue : report.issues) ADD_FAILURE() << to_string(issue);
}

}  // namespace
}  // namespace indus::inputs
