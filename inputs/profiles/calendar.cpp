// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/calendar.hpp"

#include <algorithm>

namespace indus::inputs {

Calendar::Calendar(const Span& span, const std::vector<std::chrono::local_days>& holidays) {
    constexpr unsigned sunday = 0;
    constexpr unsigned saturday = 6;
    for (int day = 0; day < span.days(); ++day) {
        const bool holiday = std::find(holidays.begin(), holidays.end(), span.date(day)) != holidays.end();
        const unsigned weekday = span.weekday(day);
        types_.push_back(holiday || weekday == sunday ? DayType::rest
                         : weekday == saturday        ? DayType::saturday
                                                      : DayType::weekday);
    }
}

}  // namespace indus::inputs
