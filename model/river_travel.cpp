// SPDX-License-Identifier: Apache-2.0
#include "model/river_travel.hpp"

#include <algorithm>

namespace indus::model {

namespace {

constexpr double least_hours = 1e-9;  // rounding of times, not water

/// Spreads the release of one step over the steps of its period, from its own on.
void spread(const Horizon& horizon, int from, double delay_h, int& first_to, RiverTravel& travel) {
    const double begin = horizon.hours_before(from) + delay_h;
    const double end = begin + horizon.hours(from);
    const auto end_of = [&](int t) { return horizon.hours_before(t) + horizon.hours(t); };
    while (!horizon.is_last(first_to) && end_of(first_to) <= begin + least_hours) ++first_to;
    for (int to = first_to;; ++to) {
        const double overlap = std::min(end, end_of(to)) - std::max(begin, horizon.hours_before(to));
        if (overlap > least_hours) travel.parts.push_back({from, to, overlap});
        if (!horizon.is_last(to) && end_of(to) < end - least_hours) continue;
        const double late = end - std::max(begin, end_of(to));
        if (late > least_hours) travel.rests.push_back({from, to, late});
        return;
    }
}

}  // namespace

RiverTravel river_travel(const Horizon& horizon, double delay_h) {
    RiverTravel travel;
    int first_to = 0;
    for (int from = 0; from < horizon.step_count(); ++from) {
        if (horizon.is_first(from)) first_to = from;
        spread(horizon, from, delay_h, first_to, travel);
    }
    return travel;
}

}  // namespace indus::model
