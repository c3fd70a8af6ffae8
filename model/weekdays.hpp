// SPDX-License-Identifier: Apache-2.0
// Days of the week as calendars and tariffs name them.
#pragma once

#include <array>
#include <chrono>
#include <string_view>

namespace indus::model {

inline constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

inline std::string_view weekday_of(std::chrono::local_days date) {
    return weekday_names[std::chrono::weekday{date}.c_encoding()];
}

}  // namespace indus::model
