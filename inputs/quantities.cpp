// SPDX-License-Identifier: Apache-2.0
#include "inputs/quantities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace indus::inputs {

namespace {

/// A number of exactly as many digits as `text` has characters.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    if (text.empty() || text.size() > 6) return {};
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

/// "05:30" in minutes, at most 23:59.
std::optional<int> clock_minutes(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return {};
    const std::optional<int> hours = digits(text.substr(0, 2));
    const std::optional<int> minutes = digits(text.substr(3));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return {};
    return *hours * 60 + *minutes;
}

std::optional<std::chrono::local_days> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8));
    if (!year || !month || !day) return {};
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    return std::chrono::local_days{date};
}

/// Seconds of a unit; 0 for a word that is none.
double seconds_of(std::string_view unit) {
    if (unit == "s") return 1.0;
    if (unit == "min") return 60.0;
    if (unit == "h") return 3600.0;
    return unit == "d" ? 86400.0 : 0.0;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    double number = 0.0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end || !std::isfinite(number)) return {};
    return number;
}

std::string number_text(double number) { return fmt::format("{}", number); }

std::optional<model::TimePoint> parse_time(std::string_view text) {
    const std::optional<std::chrono::local_days> date = parse_date(text.substr(0, 10));
    if (!date) return {};
    if (text.size() == 10) return model::TimePoint{*date};
    if (text.size() == 19 && text.substr(16) == ":00") text.remove_suffix(3);
    if (text.size() != 16 || (text[10] != ' ' && text[10] != 'T')) return {};
    const std::optional<int> minutes = clock_minutes(text.substr(11));
    if (!minutes) return {};
    return model::TimePoint{*date} + std::chrono::minutes{*minutes};
}

std::optional<double> parse_duration_seconds(std::string_view text) {
    if (const std::optional<double> seconds = parse_number(text)) return *seconds > 0.0 ? seconds : std::nullopt;
    double sum = 0.0;
    double last_unit = std::numeric_limits<double>::infinity();
    while (!text.empty()) {
        const std::size_t number_end = text.find_first_not_of("0123456789.");
        if (number_end == std::string_view::npos) return {};
        const std::size_t unit_end = std::min(text.find_first_of("0123456789. ", number_end), text.size());
        const std::optional<double> number = parse_number(text.substr(0, number_end));
        const double unit = seconds_of(text.substr(number_end, unit_end - number_end));
        // Units come once each, the largest first.
        if (!number || unit == 0.0 || unit >= last_unit) return {};
        sum += *number * unit;
        last_unit = unit;
        text.remove_prefix(unit_end);
        if (text.size() > 1 && text.front() == ' ') text.remove_prefix(1);
    }
    if (!(sum > 0.0)) return {};
    return sum;
}

std::optional<double> parse_power_mw(std::string_view text) {
    double unit = 1.0;
    for (const auto& [name, megawatts] : {std::pair{"kW", 1e-3}, {"MW", 1.0}, {"GW", 1e3}})
        if (text.ends_with(name)) {
            unit = megawatts;
            text.remove_suffix(2);
            break;
        }
    const std::optional<double> number = parse_number(text);
    if (!number || !(*number * unit > 0.0) || !std::isfinite(*number * unit)) return {};
    return *number * unit;
}

std::optional<double> parse_gap(std::string_view text) {
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    std::optional<double> gap = parse_number(text);
    if (gap && percent) *gap /= 100.0;
    if (!gap || *gap < 0.0 || *gap >= 1.0) return {};
    return gap;
}

std::optional<int> parse_utc_offset(std::string_view text) {
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return {};
    const std::optional<int> minutes = clock_minutes(text.substr(1));
    if (!minutes) return {};
    const int offset = text[0] == '-' ? -*minutes : *minutes;
    if (offset < -12 * 60 || offset > 14 * 60) return {};
    return offset;
}

}  // namespace indus::inputs
