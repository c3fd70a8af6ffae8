// SPDX-License-Identifier: Apache-2.0
#include "model/values.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace indus::model {

namespace {

double minutes_between(TimePoint from, TimePoint to) { return static_cast<double>((to - from).count()); }

/// Calls visit(sample, minutes) for every sample of the series that overlaps [from, to).
template <class Visit>
void for_overlap(const TimeSeries& series, TimePoint from, TimePoint to, Visit visit) {
    const double step = series.step_minutes;
    auto index = static_cast<std::int64_t>(std::floor(minutes_between(series.start, from) / step));
    const auto count = static_cast<std::int64_t>(series.values.size());
    for (index = std::max<std::int64_t>(index, 0); index < count; ++index) {
        const TimePoint begin = series.start + std::chrono::minutes{index * series.step_minutes};
        if (begin >= to) break;
        const TimePoint end = begin + std::chrono::minutes{series.step_minutes};
        const double overlap = minutes_between(std::max(begin, from), std::min(end, to));
        if (overlap > 0.0) visit(index, overlap);
    }
}

/// Letters to add, drop, replace or swap with their neighbour (optimal string alignment).
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before_last;
    std::vector<std::size_t> last(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::vector<std::size_t> row(right.size() + 1, i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool equal = left[i - 1] == right[j - 1];
            row[j] = std::min({last[j - 1] + (equal ? 0 : 1), last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = std::move(last);
        last = std::move(row);
    }
    return last.back();
}

}  // namespace

std::vector<double> resolve_rate(const TimeSeries& series, const Horizon& horizon) {
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(horizon.step_count()));
    for (int t = 0; t < horizon.step_count(); ++t) {
        double sum = 0.0;
        double covered = 0.0;
        for_overlap(series, horizon.start(t), horizon.end(t), [&](std::int64_t index, double minutes) {
            sum += series.values[static_cast<std::size_t>(index)] * minutes;
            covered += minutes;
        });
        values.push_back(covered > 0.0 ? sum / covered : 0.0);
    }
    return values;
}

std::vector<double> resolve_state(const TimeSeries& series, const Horizon& horizon) {
    const auto at = [&](TimePoint time) {
        const double position = minutes_between(series.start, time) / series.step_minutes;
        const double last = static_cast<double>(series.values.size()) - 1.0;
        const double clamped = std::clamp(position, 0.0, last);
        const auto low = static_cast<std::size_t>(std::floor(clamped));
        const std::size_t high = std::min(low + 1, series.values.size() - 1);
        const double share = clamped - static_cast<double>(low);
        return series.values[low] * (1.0 - share) + series.values[high] * share;
    };
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(horizon.step_count()) + 1);
    for (int t = 0; t < horizon.step_count(); ++t) values.push_back(at(horizon.start(t)));
    values.push_back(at(horizon.end()));
    return values;
}

std::vector<Volume::Window> resolve_volume(const TimeSeries& series, const Horizon& horizon) {
    std::vector<Volume::Window> windows;
    std::int64_t current = -1;
    for (int t = 0; t < horizon.step_count(); ++t) {
        bool first_overlap = true;
        for_overlap(series, horizon.start(t), horizon.end(t), [&](std::int64_t index, double minutes) {
            const double energy = series.values[static_cast<std::size_t>(index)] * minutes / series.step_minutes;
            // A step lies in the window of the interval that it starts in, with all its energy.
            if (first_overlap && index != current) windows.push_back({t, 0, 0.0});
            if (first_overlap) {
                ++windows.back().count;
                current = index;
            }
            windows.back().energy_mwh += energy;
            first_overlap = false;
        });
    }
    if (windows.empty()) return windows;
    const auto begin_of = [&](TimePoint time) {
        const double index = std::floor(minutes_between(series.start, time) / series.step_minutes);
        return series.start + std::chrono::minutes{static_cast<std::int64_t>(index) * series.step_minutes};
    };
    const TimePoint first_begin = begin_of(horizon.start());
    const TimePoint last_end =
        begin_of(horizon.start(windows.back().first)) + std::chrono::minutes{series.step_minutes};
    windows.front().before_h = std::max(0.0, minutes_between(first_begin, horizon.start())) / 60.0;
    windows.back().after_h = std::max(0.0, minutes_between(horizon.end(), last_end)) / 60.0;
    return windows;
}

std::string nearest_name(std::string_view name, std::span<const std::string> known) {
    constexpr std::size_t longest = 200;  // nobody mistypes more, and the work grows with the length
    if (name.size() > longest) return {};
    const std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
    std::string best;
    std::size_t best_distance = limit + 1;
    for (const std::string& candidate : known) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace indus::model
