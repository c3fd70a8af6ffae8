// SPDX-License-Identifier: Apache-2.0
// The times of a series file, row by row: a uniform step, nothing missing, nothing twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/horizon.hpp"

namespace indus::inputs {

class TimeAxis {
public:
    /// Takes the time of the next row; returns what was expected in its place where it is wrong.
    std::optional<std::string> add(std::string_view text, int line);

    int row_count() const { return row_count_; }
    model::TimePoint start() const { return start_; }
    int step_minutes() const { return static_cast<int>(step_.count()); }

private:
    std::optional<std::string> add_second(model::TimePoint time);
    std::optional<std::string> add_later(model::TimePoint time);

    int row_count_ = 0;
    int good_rows_ = 0;  ///< rows whose time could be read
    int last_line_ = 0;  ///< of the latest time
    model::TimePoint start_{};
    model::TimePoint last_{};
    std::chrono::minutes step_{0};  ///< 0: not known yet
    int skipped_ = 0;               ///< rows since the latest time whose own could not be read
};

}  // namespace indus::inputs
