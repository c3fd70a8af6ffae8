// SPDX-License-Identifier: Apache-2.0
// Time: periods of steps. Each step has a length in hours, a weight, and says which step precedes it.
//
// No component may assume t - 1, an hour, or weight 1: it asks `before(t)` and `hours(t)`. A step without
// a step before it starts from the component's initial state. Weights scale costs and yearly sums (a
// representative day that stands for 30 has weight 30); physical rows are never weighted.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace indus::model {

/// Wall-clock time in the case's fixed UTC offset, to the minute.
using TimePoint = std::chrono::local_time<std::chrono::minutes>;

/// "2025-01-13 05:30".
std::string to_string(TimePoint time);

class Horizon {
public:
    Horizon() = default;
    /// One period of equal steps of weight 1. Throws std::invalid_argument unless step_hours is a whole,
    /// positive number of minutes and step_count >= 1.
    static Horizon uniform(TimePoint start, double step_hours, int step_count);

    int step_count() const { return static_cast<int>(steps_.size()); }
    /// Length of step t [h].
    double hours(int t) const { return step(t).hours; }
    /// How often step t counts in costs [1].
    double weight(int t) const { return step(t).weight; }
    /// The step that precedes t; none at the start of a period, where initial states hold.
    std::optional<int> before(int t) const;
    bool is_first(int t) const { return !before(t).has_value(); }
    /// The last step of the period that holds t; end-of-horizon rules are written there.
    bool is_last(int t) const;
    /// Start and end of step t.
    TimePoint start(int t) const { return step(t).start; }
    TimePoint end(int t) const;
    TimePoint start() const { return step(0).start; }
    TimePoint end() const { return end(step_count() - 1); }
    /// Hours of the same period that lie before step t [h].
    double hours_before(int t) const { return step(t).hours_before; }
    /// Sum of step lengths [h], unweighted.
    double total_hours() const;
    /// Civil days touched by the horizon: first step and number of steps of each.
    struct Day {
        int first = 0;
        int count = 0;
        std::chrono::local_days date{};
        double hours = 0.0;
    };
    std::vector<Day> days() const;
    /// Number of whole steps, ending with t and going back, needed to cover `hours` (rounded up, at least 1).
    int steps_back(int t, double hours) const;

    friend bool operator==(const Horizon&, const Horizon&) = default;

private:
    struct Step {
        TimePoint start{};
        double hours = 1.0;
        double weight = 1.0;
        int before = -1;
        double hours_before = 0.0;
        friend bool operator==(const Step&, const Step&) = default;
    };
    const Step& step(int t) const { return steps_.at(static_cast<std::size_t>(t)); }
    std::vector<Step> steps_;
};

}  // namespace indus::model
