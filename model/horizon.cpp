// SPDX-License-Identifier: Apache-2.0
#include "model/horizon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace indus::model {

namespace {

std::chrono::minutes minutes_of(double hours) { return std::chrono::minutes{std::lround(hours * 60.0)}; }

}  // namespace

std::string to_string(TimePoint time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const auto minutes = (time - day).count();
    return fmt::format("{:04d}-{:02d}-{:02d} {:02d}:{:02d}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minutes / 60,
                       minutes % 60);
}

Horizon Horizon::uniform(TimePoint start, double step_hours, int step_count) {
    const double minutes = step_hours * 60.0;
    if (!(minutes >= 1.0) || std::abs(minutes - std::round(minutes)) > 1e-9 || minutes > 60.0 * 24 * 366)
        throw std::invalid_argument(fmt::format("a step of {} hours is not a whole number of minutes", step_hours));
    if (step_count < 1) throw std::invalid_argument(fmt::format("a horizon of {} steps", step_count));
    Horizon horizon;
    horizon.steps_.reserve(static_cast<std::size_t>(step_count));
    for (int t = 0; t < step_count; ++t)
        horizon.steps_.push_back({start + t * minutes_of(step_hours), step_hours, 1.0, t - 1, t * step_hours});
    return horizon;
}

std::optional<int> Horizon::before(int t) const {
    const int previous = step(t).before;
    return previous < 0 ? std::nullopt : std::optional{previous};
}

bool Horizon::is_last(int t) const {
    return t + 1 == step_count() || steps_[static_cast<std::size_t>(t) + 1].before != t;
}

TimePoint Horizon::end(int t) const { return step(t).start + minutes_of(step(t).hours); }

double Horizon::total_hours() const {
    double sum = 0.0;
    for (const Step& each : steps_) sum += each.hours;
    return sum;
}

std::vector<Horizon::Day> Horizon::days() const {
    std::vector<Day> days;
    for (int t = 0; t < step_count(); ++t) {
        const auto date = std::chrono::floor<std::chrono::days>(start(t));
        if (days.empty() || days.back().date != date || is_first(t)) days.push_back({t, 0, date, 0.0});
        ++days.back().count;
        days.back().hours += hours(t);
    }
    return days;
}

int Horizon::steps_back(int t, double duration_hours) const {
    int count = 0;
    double covered = 0.0;
    for (std::optional<int> i = t; i && (count == 0 || covered < duration_hours - 1e-9); i = before(*i)) {
        covered += hours(*i);
        ++count;
    }
    return count;
}

}  // namespace indus::model
