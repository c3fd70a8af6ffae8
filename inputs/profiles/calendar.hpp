// SPDX-License-Identifier: Apache-2.0
// Working days: weekdays, Saturdays, and days of rest (Sundays and holidays).
#pragma once

#include "inputs/profiles/span.hpp"

namespace indus::inputs {

enum class DayType { weekday, saturday, rest };

class Calendar {
public:
    Calendar(const Span& span, const std::vector<std::chrono::local_days>& holidays);
    DayType type(int day) const { return types_[static_cast<std::size_t>(day)]; }

private:
    std::vector<DayType> types_;
};

}  // namespace indus::inputs
