// SPDX-License-Identifier: Apache-2.0
#include "model/studies/rolling_search.hpp"

#include <algorithm>
#include <cmath>

namespace indus::model {

namespace {

/// Periods of so many hours from the start, and six bands of four hours in a day.
solver::StepGroups periods_and_bands(const Horizon& horizon, double period_hours) {
    constexpr int band_hours = 4;
    solver::StepGroups made;
    int period = -1;
    double period_begins = 0.0;
    for (int t = 0; t < horizon.step_count(); ++t) {
        if (horizon.is_first(t) || horizon.hours_before(t) >= period_begins + period_hours - 1e-9) {
            period_begins = horizon.hours_before(t);
            ++period;
        }
        const auto since_midnight = horizon.start(t) - std::chrono::floor<std::chrono::days>(horizon.start(t));
        made.period.push_back(period);
        made.band.push_back(static_cast<int>(since_midnight / std::chrono::hours{band_hours}));
    }
    return made;
}

}  // namespace

solver::StepGroups weeks_and_bands(const Horizon& horizon) { return periods_and_bands(horizon, 168.0); }
solver::StepGroups days_and_bands(const Horizon& horizon) { return periods_and_bands(horizon, 24.0); }

namespace {

int steps_of(double hours, double step_hours) { return std::max(1, static_cast<int>(std::lround(hours / step_hours))); }

}  // namespace

solver::RollingOptions rolling_options(const Formulation& formulation) {
    constexpr double columns_of_a_window = 72'000.0;
    constexpr double day = 24.0;
    const Horizon& horizon = formulation.horizon();
    const double step_hours = horizon.total_hours() / horizon.step_count();
    const double columns_per_hour = formulation.program().column_count() / std::max(1.0, horizon.total_hours());
    // A window keeps two thirds of what it holds.
    const double hours = columns_of_a_window / std::max(1.0, columns_per_hour) / 1.5;
    const double kept_hours = day * std::clamp(std::floor(hours / day), 1.0, 7.0);
    // Whole days: rules over a day that reach beyond what is looked at are left out.
    const double look_ahead_hours = kept_hours < 3.0 * day ? day : 2.0 * day;
    solver::RollingOptions made;
    made.groups = weeks_and_bands(horizon);
    made.kept_steps = steps_of(kept_hours, step_hours);
    made.look_ahead_steps = steps_of(look_ahead_hours, step_hours);
    return made;
}

solver::RollingOptions short_windows(const Horizon& horizon, int chains) {
    constexpr double kept_hours = 24.0;
    constexpr double look_ahead_hours = 8.0;
    const double step_hours = horizon.total_hours() / horizon.step_count();
    solver::RollingOptions made;
    made.groups = weeks_and_bands(horizon);
    made.kept_steps = steps_of(kept_hours, step_hours);
    made.look_ahead_steps = steps_of(look_ahead_hours, step_hours);
    made.chains = chains;
    made.by_prices = true;
    return made;
}

bool has_several_windows(const Horizon& horizon) {
    constexpr double fewest_hours = 60.0;
    int periods = 0;
    for (int t = 0; t < horizon.step_count(); ++t) periods += horizon.is_last(t) ? 1 : 0;
    return periods == 1 && horizon.total_hours() >= fewest_hours;
}

namespace {

bool has_windows(const Formulation& formulation, int fewest) {
    return formulation.horizon().step_count() >= fewest * rolling_options(formulation).kept_steps;
}

}  // namespace

bool is_worth_rolling(const Formulation& formulation) {
    constexpr int most_columns_at_once = 400'000;
    return formulation.program().column_count() > most_columns_at_once && has_windows(formulation, 8);
}

bool is_worth_rolling_first(const Formulation& formulation) {
    constexpr int fewest_columns = 60'000;
    return formulation.program().column_count() > fewest_columns && has_windows(formulation, 3);
}

}  // namespace indus::model
