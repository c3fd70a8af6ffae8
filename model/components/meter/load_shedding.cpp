// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/load_shedding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/horizon.hpp"

namespace indus::model {

namespace {

using std::chrono::minutes;

minutes whole_minutes(double hours) { return minutes{std::lround(60.0 * hours)}; }

minutes window(const LoadShedding& shed) {
    const minutes length = whole_minutes(shed.shedding_to_h) - whole_minutes(shed.shedding_from_h);
    return length < minutes{0} ? length + std::chrono::days{1} : length;
}

}  // namespace

minutes LoadShedding::block_length() const { return whole_minutes(shedding_block_h); }
minutes LoadShedding::block_start(int block) const { return whole_minutes(shedding_from_h) + block * block_length(); }

bool LoadShedding::is_in_range() const {
    const auto within = [](double hours) { return hours >= 0.0 && hours <= 24.0; };  // false for NaN
    return within(shedding_h_per_day) && within(shedding_from_h) && within(shedding_to_h) && within(shedding_block_h);
}

int LoadShedding::blocks_in_a_day() const {
    if (!is_in_range() || block_length() < minutes{1}) return 0;
    return static_cast<int>(window(*this) / block_length());
}

/// An outage holds in every step that it touches: blocks that begin or end within a step would be dark for longer.
void LoadShedding::check_steps(const Horizon& horizon, Complaints& complaints) const {
    const auto lies_on_steps = [&](double from_h, double step_h) {
        const double steps = from_h / step_h;
        return std::abs(steps - std::round(steps)) < 1e-6;
    };
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double step_h = horizon.hours(t);
        const TimePoint start = horizon.start(t);
        const double clock_h =
            static_cast<double>((start - std::chrono::floor<std::chrono::days>(start)).count()) / 60.0;
        if (!lies_on_steps(shedding_block_h, step_h))
            return complaints.add("shedding_block_h", shedding_block_h,
                                  fmt::format("whole steps of the case ({} h), which are off as a whole", step_h));
        if (!lies_on_steps(shedding_from_h - clock_h, step_h))
            return complaints.add(
                "shedding_from_h", shedding_from_h,
                fmt::format("an hour at which a step of the case begins (they are {} h long)", step_h));
    }
}

void LoadShedding::check_shedding(const Horizon& horizon, Complaints& complaints) const {
    if (!is_in_range() || shedding_h_per_day == 0.0) return;  // told already, or none
    const double window_h = static_cast<double>(window(*this).count()) / 60.0;
    const int blocks = blocks_in_a_day();
    if (shedding_from_h == shedding_to_h)
        return complaints.add("shedding_to_h", shedding_to_h,
                              fmt::format("another hour than shedding_from_h ({})", shedding_from_h));
    if (blocks == 0)
        return complaints.add(
            "shedding_block_h", shedding_block_h,
            fmt::format("at least a minute and at most the {} h from shedding_from_h to shedding_to_h", window_h));
    check_steps(horizon, complaints);
    if (const double most_h = blocks * shedding_block_h; shedding_h_per_day > most_h)
        complaints.add(
            "shedding_h_per_day", shedding_h_per_day,
            fmt::format("at most {}, the whole blocks that lie between shedding_from_h and shedding_to_h", most_h));
}

}  // namespace indus::model
