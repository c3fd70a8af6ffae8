// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/tariff_period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/weekdays.hpp"

namespace indus::model {

namespace {

using std::chrono::minutes;

// Definitions: the meter puts the price into its costs.
constexpr std::array period_equations{
    Equation{"hours of a period", "1", "share_p[t] = part of step t within from_h and to_h of its days and months",
             "definition; hours past midnight belong to the day on which they began"},
    Equation{"price at a time", "money/MWh",
             "price[t] = sum(share_p[t] energy_p, p) + (1 - sum(share_p[t], p)) energy_per_mwh[t]", "definition"}};

minutes after_midnight(double hours) { return minutes{std::lround(60.0 * hours)}; }

bool begins_on(const TariffPeriod& period, std::chrono::local_days day) {
    const double month = unsigned{std::chrono::year_month_day{day}.month()};
    const bool in_season = period.month_from <= period.month_to
                               ? month >= period.month_from && month <= period.month_to
                               : month >= period.month_from || month <= period.month_to;
    return in_season && (period.days.empty() || period.days.contains(weekday_of(day)));
}

}  // namespace

std::span<const Equation> TariffPeriod::equations() { return period_equations; }

void TariffPeriod::check(Complaints& complaints) const {
    if (month_from != std::round(month_from)) complaints.add("month_from", month_from, "a whole number");
    if (month_to != std::round(month_to)) complaints.add("month_to", month_to, "a whole number");
    if (from_h == to_h) complaints.add("to_h", to_h, fmt::format("another hour than from_h ({})", from_h));
    check_names(days, {weekday_names.begin(), weekday_names.end()}, "days", "one of mon tue wed thu fri sat sun",
                complaints);
}

double TariffPeriod::share(const Horizon& horizon, int t) const {
    const TimePoint start = horizon.start(t);
    const TimePoint end = horizon.end(t);
    const minutes length = after_midnight(to_h > from_h ? to_h : to_h + 24.0) - after_midnight(from_h);
    minutes covered{0};
    // What began on the day before may reach past midnight.
    for (auto day = std::chrono::floor<std::chrono::days>(start) - std::chrono::days{1}; day < end;
         day += std::chrono::days{1}) {
        if (!begins_on(*this, day)) continue;
        const TimePoint from = day + after_midnight(from_h);
        covered += std::max(minutes{0}, std::min(end, from + length) - std::max(start, from));
    }
    return static_cast<double>(covered.count()) / static_cast<double>((end - start).count());
}

}  // namespace indus::model
