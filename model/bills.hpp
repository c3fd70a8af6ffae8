// SPDX-License-Identifier: Apache-2.0
// The arithmetic of electricity bills: what a meter's series cost under its tariff, month by month. Pure functions; the
// rows that optimise a bill (components/meter) do not use them, so that each proves the other.
//
//     solution.bills = bills(system, solution);
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::model {

/// A calendar month, or what of it lies in the horizon.
struct BilledMonth {
    std::string name{};      ///< "2025-07"
    int since_first = 0;     ///< calendar months since the first of the horizon
    double share = 0.0;      ///< of its hours that lie in the horizon
    std::vector<int> steps;  ///< that begin in it
};

/// In the order of the calendar.
std::vector<BilledMonth> billed_months(const Horizon& horizon);

/// Share of step t that lies in the period, counted minute by minute.
double share_by_minute(const TariffPeriod& period, const Horizon& horizon, int t);

/// Share of every step in every period of the tariff, then in none of them.
std::vector<std::vector<double>> hours_of_periods(const System& system, const Meter& meter);
/// Periods of the tariff of a meter.
std::vector<const TariffPeriod*> periods_of(const System& system, const Meter& meter);

/// Billing demand of months that follow each other [MW]: the month's peak, at least `floor_mw`, at least
/// `lookback_share` of the largest peak of the `lookback_months` before it, as far as `peaks_mw` has them.
std::vector<double> billing_demands(std::span<const double> peaks_mw, double floor_mw, double lookback_share,
                                    int lookback_months);

/// Peaks of a meter by calendar month [MW]: `before` months from its data, then the horizon's from `import_mw`.
struct PeakHistory {
    std::vector<double> peaks_mw{};
    int before = 0;
};
PeakHistory peak_history(const Meter& meter, const std::vector<BilledMonth>& months, std::span<const double> import_mw);

/// Power that arrives at a meter under its wheeling contracts [MW], a series per contract.
struct WheeledPower {
    const Wheeling* contract = nullptr;
    std::vector<double> mw{};
};
/// What the solution says or, where it is silent, what the plants gave, as far as the meter drew it.
std::vector<WheeledPower> wheeled_power(const System& system, const Solution& solution, const Meter& meter);

/// Bills of one meter from its series.
std::vector<BillRecord> bills_of(const System& system, const Meter& meter, std::span<const double> import_mw,
                                 std::span<const double> export_mw, const std::vector<WheeledPower>& wheeled);
/// Bills of all meters.
std::vector<BillRecord> bills(const System& system, const Solution& solution);

/// Sum of the bills of a zone.
double bill_of_zone(const std::vector<BillRecord>& bills, std::string_view zone);

}  // namespace indus::model
