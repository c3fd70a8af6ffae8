// SPDX-License-Identifier: Apache-2.0
// Charges of a tariff for power and for energy given back, in the objective of a zone.
#include "model/components/meter/tariff.hpp"

#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

/// 1000 per MW and month, energy for nothing.
Tariff power_tariff() {
    Tariff tariff = flat_tariff(0);
    tariff.fixed_per_mw_month = 1000;
    return tariff;
}

// A day is 1/31 of January. Peak 30 MW, 310 per month for the meter: (30 * 1000 + 310) / 31.
TEST(Tariff, ProratesFixedChargesByTheMonth) {
    Tariff tariff = power_tariff();
    tariff.fixed_per_month = 310;
    std::vector<double> load(24, 10.0);
    load[18] = 30.0;
    const Solution solution = billed(estate(tariff, meter(100), load)).solve();
    EXPECT_NEAR(cost(solution), 30310 / 31.0, tolerance);
    EXPECT_NEAR(bill(solution).month_share, 1 / 31.0, 1e-12);
    EXPECT_NEAR(bill(solution).peak_mw, 30, tolerance);
    EXPECT_EQ(bill(solution).month, "2025-01");
    expect_costs_are_the_bill(solution);
}

// A quarter of the sanctioned 100 MW is billed at least; the peak so far of 40 MW, where there was one.
TEST(Tariff, BillsAFloorAndThePeakSoFar) {
    Tariff tariff = power_tariff();
    tariff.floor_share = 0.25;
    const Solution low = billed(estate(tariff, meter(100), {10})).solve();
    EXPECT_NEAR(cost(low), 25 * 1000 / 744.0, tolerance);
    EXPECT_NEAR(bill(low).billing_demand_mw, 25, tolerance);
    EXPECT_NEAR(bill(low).peak_mw, 10, tolerance);
    expect_costs_are_the_bill(low);
    Meter gate = meter(100);
    gate.peak_so_far_mw = 40;
    const Solution later = billed(estate(tariff, gate, {10})).solve();
    EXPECT_NEAR(cost(later), 40 * 1000 / 744.0, tolerance);
    expect_costs_are_the_bill(later);
}

// Four hours round the end of January, 10 and 20 MW before, 30 and 5 after: 2/744 of one month, 2/672 of the other.
TEST(Tariff, BillsEachCalendarMonthByItself) {
    Scene scene = billed(estate(power_tariff(), meter(100), {10, 20, 30, 5}));
    scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{18 * 24 + 22}, 1.0, 4);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 20 * 1000 * 2 / 744.0 + 30 * 1000 * 2 / 672.0, tolerance);
    ASSERT_EQ(solution.bills.size(), 2U);
    EXPECT_EQ(bill(solution, 1).month, "2025-02");
    expect_costs_are_the_bill(solution);
}

// 0.9 of earlier peaks: January's own is 25, December's was 50, November's 60. A lookback of one month sees 50 from
// January, 25 from February; of two months 60 and 50.
TEST(Tariff, LooksBackAtEarlierPeaks) {
    Tariff tariff = power_tariff();
    tariff.lookback_share = 0.9;
    tariff.lookback_months = 1;
    Meter gate = meter(100);
    gate.peak_so_far_mw = 25;
    gate.earlier_peaks_mw.steps = {{1, 50}, {2, 60}};
    const auto solve = [&] {
        Scene scene = billed(estate(tariff, gate, {10, 10, 5, 5}));
        scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{18 * 24 + 22}, 1.0, 4);
        const Solution solution = scene.solve();
        expect_costs_are_the_bill(solution);
        return cost(solution);
    };
    EXPECT_NEAR(solve(), 45 * 2000 / 744.0 + 22.5 * 2000 / 672.0, tolerance);
    tariff.lookback_months = 2;
    EXPECT_NEAR(solve(), 54 * 2000 / 744.0 + 45 * 2000 / 672.0, tolerance);
}

// Gas could shave 10 of January's 50 MW, 2.5 per MW for its last two hours at 1.25. At 744 per MW and month a MW of
// January's peak costs 2 there; by a lookback of one half it costs February, whose own load is less, 0.5 * 744 * 2 /
// 672 = 1.107 more. So the gas runs with the lookback only.
TEST(Tariff, SeesInJanuaryWhatFebruaryWillCost) {
    Tariff tariff = flat_tariff(0);
    tariff.fixed_per_mw_month = 744;
    const auto january_gas = [&] {
        Scene scene = billed(estate(tariff, meter(100), {50, 50, 5, 5}));
        scene.add(thermal("gas", 10, 1.25, "estate"));
        scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{18 * 24 + 22}, 1.0, 4);
        const Solution solution = scene.solve();
        expect_costs_are_the_bill(solution);
        return series(solution, "gas", "output");
    };
    expect_near(january_gas(), {0, 0, 0, 0});
    tariff.lookback_share = 0.5;
    expect_near(january_gas(), {10, 10, 0, 0});
}

// 18,600 per MW and month are 100 for four hours of January. A battery of 10 MW takes the peak from 30 to 20 MW:
// 60 MWh * 50 + 20 * 100. It holds 10 MWh, lossless, and charges before.
TEST(Tariff, MakesABatteryShaveThePeak) {
    Tariff tariff = flat_tariff(50);
    tariff.fixed_per_mw_month = 18600;
    Battery battery;
    battery.name = "cells";
    battery.zone.name = "estate";
    battery.charge_mw = battery.discharge_mw = battery.energy_mwh = 10;
    Scene scene = billed(estate(tariff, meter(100), {10, 10, 30, 10}));
    scene.add(battery);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5000, tolerance);
    expect_near(series(solution, "gate", "billing_demand"), {20, 0, 0, 0});
    EXPECT_NEAR(series(solution, "cells", "discharge")[2], 10, tolerance);
    expect_costs_are_the_bill(solution);
}

// 2,480 per MW and month of the peak from 1 to 2 o'clock are 10 for three hours of January. Gas at 65 saves 60 + 10
// there and 60 elsewhere, so it gives its 10 MW then: (30 + 20) * 60 + 10 * 65 + 2 * (60 + 10).
TEST(Tariff, ChargesThePeakWithinAPeriod) {
    Scene scene = billed(estate(flat_tariff(), meter(100), {30, 12, 20}));
    TariffPeriod evening = period(1, 2, 60);
    evening.fixed_per_mw_month = 2480;
    scene.add(evening).add(thermal("gas", 10, 65, "estate"));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 30 * 60 + 10 * 65 + 2 * (60 + 10) + 20 * 60, tolerance);
    expect_near(series(solution, "gate", "billing_demand_peak"), {2, 0, 0});
    expect_costs_are_the_bill(solution);
}

// The same month, when 8 MW were drawn in such an hour before: the first 8 MW are charged already, and gas at 65 that
// would save 60 stands still but for the 4 MW beyond them: 30 * 60 + 8 * 60 + 4 * 65 + 8 * 10 + 20 * 60.
TEST(Tariff, ChargesAPeriodFromItsPeakSoFar) {
    TariffPeriod evening = period(1, 2, 60);
    evening.fixed_per_mw_month = 2480;
    Meter gate = meter(100);
    gate.period_peaks_so_far_mw.items = {{"peak", 8.0}};
    Scene scene = billed(estate(flat_tariff(), gate, {30, 12, 20}));
    scene.add(evening).add(thermal("gas", 10, 65, "estate"));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 30 * 60 + 8 * 60 + 4 * 65 + 8 * 10 + 20 * 60, tolerance);
    expect_near(series(solution, "gate", "billing_demand_peak"), {8, 0, 0});
    expect_costs_are_the_bill(solution);
    EXPECT_THAT(Spoilt(scene).set("gate", "billing_demand_peak", {5, 0, 0}).findings(),
                Contains("gate at 0: billing demand of a period so far is 5 MW, below its limit 8 MW"));
    gate.period_peaks_so_far_mw.items = {{"peek", 8.0}, {"peak", -1.0}};
    Scene wrong = estate(flat_tariff(), gate, {1});
    EXPECT_THAT(
        wrong.add(evening).issues(),
        ElementsAre("meter gate: period_peaks_so_far_mw is peek, expected the name of a tariff_period of its "
                    "tariff; did you mean 'peak'?",
                    "meter gate: period_peaks_so_far_mw is -1, expected a power of at least 0 for every period"));
}

Scene sunny(Tariff tariff) {
    Meter gate = meter(100);
    gate.export_max_mw = 100;
    return billed(estate(std::move(tariff), gate, {10, 10})).add(rooftop({0.3, 0.0}));
}

// 20 MWh are given at 20, 10 drawn at 50.
TEST(Tariff, PaysForEnergyGivenBack) {
    Tariff tariff = flat_tariff(50);
    tariff.export_per_mwh = 20.0;
    const Solution solution = sunny(tariff).solve();
    EXPECT_NEAR(cost(solution), 500 - 400, tolerance);
    EXPECT_NEAR(bill(solution).export_credit, 400, tolerance);
    expect_costs_are_the_bill(solution);
}

// Netted, 10 MWh are left to be paid for at 20. Where the second hour is a period of its own at 80, its 10 MWh are
// billed and the first's 20 MWh paid for.
TEST(Tariff, NetsTheEnergyOfAMonth) {
    Tariff tariff = flat_tariff(50);
    tariff.export_per_mwh = 20.0;
    tariff.nets_month = true;
    const Solution whole = sunny(tariff).solve();
    EXPECT_NEAR(cost(whole), -200, tolerance);
    expect_near(series(whole, "gate", "net_energy"), {0, 0});
    expect_costs_are_the_bill(whole);
    const Solution apart = sunny(tariff).add(period(1, 2, 80)).solve();
    EXPECT_NEAR(cost(apart), 800 - 400, tolerance);
    expect_near(series(apart, "gate", "net_energy_peak"), {10, 0});
    expect_costs_are_the_bill(apart);
}

// More is drawn than given: 30 against 20 MWh, 10 are billed. In steps of a quarter of an hour all is a quarter.
TEST(Tariff, BillsWhatIsLeftOfANettedMonth) {
    Tariff tariff = flat_tariff(50);
    tariff.export_per_mwh = 20.0;
    tariff.nets_month = true;
    Meter gate = meter(100);
    gate.export_max_mw = 100;
    Scene scene = billed(estate(tariff, gate, {10, 30}, 0.25)).add(rooftop({0.3, 0.0}));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 0.25 * 10 * 50, tolerance);
    expect_costs_are_the_bill(solution);
}

// Nine days in windows of a week: the peak of the second week is charged for as far as it exceeds that of the first,
// and what was netted in the first goes on. 10 MW for seven days, 30 for two; the sun gives 20 in the first week.
TEST(Tariff, KnowsInWindowsWhatWasSoFar) {
    constexpr std::size_t week = 168, hours = 216;
    std::vector<double> load(hours, 30.0), sun(hours, 0.0);
    for (std::size_t t = 0; t < week; ++t) {
        load[t] = 10.0;
        sun[t] = t % 24 == 12 ? 0.2 : 0.0;
    }
    for (const bool nets : {false, true}) {
        SCOPED_TRACE(nets);
        Tariff tariff = flat_tariff(50);
        tariff.fixed_per_mw_month = 744;
        tariff.nets_month = nets;
        tariff.export_per_mwh = 20.0;
        Meter gate = meter(100);
        gate.export_max_mw = 100;
        Scene scene = billed(estate(tariff, gate, load)).add(rooftop(sun));
        const System system = scene.system();
        const double fixed = 30.0 * 216.0;  // 744 a MW and month of 744 hours
        const double energy = 50.0 * (161 * 10 + 48 * 30) - (nets ? 50.0 : 20.0) * 7 * 10;
        for (const auto* method : {"direct", "rolling"}) {
            const Solution solution = dispatch(system, {.run = {.gap = 0.0, .method = method}});
            EXPECT_EQ(solution.method, method);
            EXPECT_NEAR(cost(solution), fixed + energy, tolerance) << method;
            EXPECT_TRUE(solution.findings.empty());
            expect_costs_are_the_bill(solution);
        }
    }
}

// 24 MWh a day of pumping beside 10 MW: a MW of peak costs as much as a MWh every hour, so that it is spread out, in
// windows as in the whole. 11 MW at 744 and month of 744 hours.
TEST(Tariff, ShavesPeaksInWindowsToo) {
    Tariff tariff = flat_tariff(50);
    tariff.fixed_per_mw_month = 744;
    Scene scene = billed(estate(tariff, meter(100), std::vector<double>(216, 10.0)));
    ShiftableLoad pump{.name = "pump"};
    pump.zone.name = "estate";
    pump.max_mw = 24.0;
    pump.energy_mwh.constant = 24.0;
    const System system = scene.add(pump).system();
    for (const auto* method : {"direct", "rolling"}) {
        const Solution solution = dispatch(system, {.run = {.gap = 0.0, .method = method}});
        EXPECT_NEAR(cost(solution), 11.0 * 216 + 50.0 * 11 * 216, 1e-3) << method;
        EXPECT_TRUE(solution.findings.empty());
        expect_costs_are_the_bill(solution);
    }
}

TEST(Tariff, RefusesContradictions) {
    Tariff tariff = flat_tariff(50);
    tariff.lookback_months = 1.5;
    tariff.nets_month = true;
    tariff.energy_per_mwh = Profile{std::vector<double>{50, 60}};
    EXPECT_THAT(
        estate(tariff, meter(10), {1, 1}).issues(),
        ElementsAre("tariff B-3: lookback_months is 1.5, expected a whole number",
                    "tariff B-3: energy_per_mwh is empty, expected one number for all steps, as energy is set off "
                    "by the month (nets_month)"));
    Tariff generous = flat_tariff(50);
    generous.nets_month = true;
    generous.export_per_mwh = 60.0;
    EXPECT_THAT(estate(generous, meter(10), {1}).issues(),
                ElementsAre("meter gate: tariff is B-3, expected a tariff that nets months and pays at most its "
                            "least energy price (50) for energy given back; it pays 60"));
}

// Periods that are all of the day leave no hour in which the tariff's own price, nothing here, would hold.
TEST(Tariff, NetsMonthsAtThePricesThatHold) {
    Tariff tariff = flat_tariff(0);
    tariff.nets_month = true;
    tariff.export_per_mwh = 30.0;
    TariffPeriod rest = period(22, 18, 40);
    rest.name = "rest";
    EXPECT_THAT(estate(tariff, meter(10), {1}).add(period(18, 22, 60)).add(rest).issues(), testing::IsEmpty());
}

TEST(TariffAudit, FindsBillsThatAreTooLow) {
    Tariff tariff = power_tariff();
    tariff.floor_share = 0.25;
    Scene scene = billed(estate(tariff, meter(100), {30, 10}));
    EXPECT_THAT(Spoilt(scene).set("gate", "billing_demand", {20, 0}).findings(),
                Contains("gate at 0: billing demand is 20 MW, below its limit 30 MW"));
    EXPECT_THAT(Spoilt(scene).set("gate", "billing_demand", {30, 7}).findings(),
                Contains("gate at 1: billing_demand within a day is 7 MW, above its limit 0 MW"));
    Tariff netted = flat_tariff(50);
    netted.nets_month = true;
    EXPECT_THAT(Spoilt(billed(estate(netted, meter(100), {30, 10}))).set("gate", "net_energy", {35, 0}).findings(),
                Contains("gate at 0: netted energy is 35 MWh, below its limit 40 MWh"));
    Scene evening = billed(estate(flat_tariff(), meter(100), {30, 12}));
    TariffPeriod peak = period(1, 2, 60);
    peak.fixed_per_mw_month = 744;
    EXPECT_THAT(Spoilt(evening.add(peak)).set("gate", "billing_demand_peak", {11, 0}).findings(),
                Contains("gate at 1: billing demand of a period is 11 MW, below its limit 12 MW"));
}

}  // namespace
}  // namespace indus::tests
