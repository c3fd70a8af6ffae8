// SPDX-License-Identifier: Apache-2.0
// How long a thermal plant is on and off at least, from before the horizon and around outages, and when it must run.
#include <algorithm>

#include "model/components/thermal_plant_rows.hpp"

namespace indus::model {

std::vector<double> ThermalRows::units_that_must_run() const {
    std::vector<double> running(static_cast<std::size_t>(time_.step_count()), 0.0);
    if (!p_.must_run) return running;
    std::vector<double> lost = running;
    for (int t = 0; t < time_.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const auto before = time_.before(t);
        const double ran = before ? running[static_cast<std::size_t>(*before)] : p_.units_on_before();
        lost[i] = std::max(0.0, ran - units_at(t));
        double waiting = 0.0;
        for (int k = time_.steps_back(t, p_.min_down_h); k > 0; --k)
            waiting += lost[i + 1 - static_cast<std::size_t>(k)];
        running[i] = std::min(units_at(t), p_.units - waiting);
    }
    return running;
}

void ThermalRows::minimum_times() {
    must_run_ = units_that_must_run();
    for (int t = 0; t < time_.step_count(); ++t) {
        Expression stops;
        for (int i = t, k = time_.steps_back(t, p_.min_down_h); k > 0; --k, --i) stops.add(stop_[i], 1.0);
        minimum_up_times(t);
        d_.require(minimum_down, t, stops + on_[t] <= p_.units);
        initial_and_outage(t);
    }
}

void ThermalRows::minimum_up_times(int t) {
    Expression since_trip;
    Expression starts;
    double tripped = 0.0;
    for (int i = t, k = time_.steps_back(t, p_.min_up_h); k > 0; --k, --i) {
        starts.add(start_[i], 1.0);
        if (tripped == 0.0) since_trip.add(start_[i], 1.0);
        tripped += left_.tripped_units(i);
    }
    d_.require(minimum_up, t, since_trip - on_[t] <= 0.0);
    // Which of several units trips is open: those that started before may be among them.
    if (tripped > 0.0 && !is_single()) d_.require(cluster_up, t, starts - on_[t] <= tripped);
}

void ThermalRows::initial_and_outage(int t) {
    const double most = units_at(t);
    const double since = time_.hours_before(t);
    const bool still_on = p_.initially_on() && *p_.initial_status_h + since < p_.min_up_h - rounding_h;
    const bool still_off = !p_.initially_on() && p_.hours_off_before() + since < p_.min_down_h - rounding_h;
    double least = must_run_[static_cast<std::size_t>(t)];
    if (still_on) {
        // What an outage interrupts is not due again after it.
        double never_out = p_.units_on_before();
        for (std::optional<int> i = t; i; i = time_.before(*i)) never_out = std::min(never_out, units_at(*i));
        least = std::max(least, never_out);
        // Another unit that starts meanwhile must not stand for one that may not stop yet; it may not stop either.
        const bool is_whole = [&] {
            for (std::optional<int> i = t; i; i = time_.before(*i))
                if (units_at(*i) < p_.units) return false;
            return true;
        }();
        if (!is_single() && is_whole) f_.program().set_bounds(stop_[t], 0.0, 0.0);
    }
    if (still_off) return f_.program().set_bounds(on_[t], 0.0, 0.0);
    if (least > 0.0 || most < p_.units) f_.program().set_bounds(on_[t], least, most);
}

}  // namespace indus::model
