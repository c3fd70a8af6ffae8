// SPDX-License-Identifier: Apache-2.0
// Numbers, times, durations and shares as people write them, in files and on the command line.
// Each function takes the whole text or gives nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/horizon.hpp"

namespace indus::inputs {

/// A finite decimal number: "600", "-1.5", "2e3". No sign +, no thousands separator, no unit.
std::optional<double> parse_number(std::string_view text);

/// The shortest text that parse_number reads back as the same number.
std::string number_text(double number);

/// "2025-01-13", "2025-01-13 05:30" or "2025-01-13T05:30"; whole minutes, so seconds may only be ":00".
std::optional<model::TimePoint> parse_time(std::string_view text);

/// "90s", "10min", "2h", "1h30min", "1d" or a number of seconds; above 0.
std::optional<double> parse_duration_seconds(std::string_view text);

/// "30MW", "500kW", "1.2GW" or a number of MW; above 0.
std::optional<double> parse_power_mw(std::string_view text);

/// "0.5%" or "0.005"; from 0 to below 1.
std::optional<double> parse_gap(std::string_view text);

/// "+05:00" or "-03:30", in minutes; from -12:00 to +14:00.
std::optional<int> parse_utc_offset(std::string_view text);

}  // namespace indus::inputs
