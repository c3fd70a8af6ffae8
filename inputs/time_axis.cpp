// SPDX-License-Identifier: Apache-2.0
#include "inputs/time_axis.hpp"

#include <fmt/format.h>

#include "inputs/quantities.hpp"

namespace indus::inputs {

std::optional<std::string> TimeAxis::add(std::string_view text, int line) {
    ++row_count_;
    const std::optional<model::TimePoint> time = parse_time(text);
    if (!time) {
        ++skipped_;
        return "a time such as 2025-01-13 05:30";
    }
    if (good_rows_ > 0 && *time == last_) return fmt::format("each time only once; line {} has it already", last_line_);
    if (good_rows_ > 0 && *time < last_)
        return fmt::format("a time after that of line {}, {}", last_line_, model::to_string(last_));
    std::optional<std::string> mistake;
    if (good_rows_ == 0)
        start_ = *time;
    else if (step_.count() == 0)
        mistake = add_second(*time);
    else
        mistake = add_later(*time);
    ++good_rows_;
    last_ = *time;
    last_line_ = line;
    skipped_ = 0;
    return mistake;
}

std::optional<std::string> TimeAxis::add_second(model::TimePoint time) {
    const std::chrono::minutes distance = time - last_;
    // Rows without a time in between share the distance.
    if (distance.count() % (skipped_ + 1) != 0) return "a time at an equal distance from the rows before";
    step_ = distance / (skipped_ + 1);
    return {};
}

std::optional<std::string> TimeAxis::add_later(model::TimePoint time) {
    const model::TimePoint expected = last_ + step_ * (skipped_ + 1);
    if (time == expected) return {};
    return fmt::format("{}, one step of {} min after the row before", model::to_string(expected), step_.count());
}

}  // namespace indus::inputs
