// SPDX-License-Identifier: Apache-2.0
#include "reports/number_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace indus::reports {

namespace {

constexpr std::string_view thin_space = "\u202f";
constexpr std::string_view minus = "\u2212";

struct Size {
    double from;
    double divisor;
    std::string_view unit;
};

template <std::size_t N>
Scale pick(const std::array<Size, N>& sizes, double largest) {
    Scale scale{1.0, std::string{sizes[0].unit}};
    for (const Size& size : sizes)
        if (largest >= size.from) scale = {size.divisor, std::string{size.unit}};
    return scale;
}

constexpr std::array<Size, 2> power_sizes{{{0, 1, "MW"}, {1e6, 1e3, "GW"}}};
constexpr std::array<Size, 3> energy_sizes{{{0, 1, "MWh"}, {1e4, 1e3, "GWh"}, {1e7, 1e6, "TWh"}}};
constexpr std::array<Size, 3> heat_sizes{{{0, 1, "GJ"}, {1e4, 1e3, "TJ"}, {1e7, 1e6, "PJ"}}};
constexpr std::array<Size, 3> carbon_sizes{{{0, 1, "tCO2"}, {1e4, 1e3, "ktCO2"}, {1e7, 1e6, "MtCO2"}}};
constexpr std::array<Size, 4> money_sizes{
    {{0, 1, ""}, {1e5, 1e3, "thousand"}, {1e6, 1e6, "million"}, {1e9, 1e9, "billion"}}};

}  // namespace

std::string grouped(double value, int decimals) {
    if (!std::isfinite(value)) return "\u2013";
    const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    std::string text{value < 0.0 && !is_zero ? minus : std::string_view{}};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) text += thin_space;
        text += digits[i];
    }
    return text;
}

int fitting_decimals(double value) {
    const double size = std::abs(value);
    if (!(size > 0.0) || size >= 100.0) return 0;
    if (size >= 10.0) return 1;
    if (size >= 1.0) return 2;
    return size >= 0.1 ? 3 : 4;
}

Scale scale_for(std::string_view unit, double largest) {
    const double size = std::abs(largest);
    if (unit == "MW") return pick(power_sizes, size);
    if (unit == "MWh") return pick(energy_sizes, size);
    if (unit == "GJ") return pick(heat_sizes, size);
    if (unit == "tCO2") return pick(carbon_sizes, size);
    if (unit == "money") return pick(money_sizes, size);
    return {1.0, std::string{unit}};
}

std::string quantity_text(double value, std::string_view unit) {
    const Scale scale = scale_for(unit, value);
    const double shown = value / scale.divisor;
    return fmt::format("{}\u00a0{}", grouped(shown, fitting_decimals(shown)), scale.unit);
}

std::string money_text(double value, std::string_view currency) {
    const Scale scale = scale_for("money", value);
    const double shown = value / scale.divisor;
    const std::string number = grouped(shown, fitting_decimals(shown));
    if (scale.unit.empty()) return fmt::format("{}\u00a0{}", currency, number);
    return fmt::format("{}\u00a0{}\u00a0{}", currency, number, scale.unit);
}

std::string percent_text(double share) {
    if (!std::isfinite(share)) return "\u2013";
    const double percent = std::abs(share * 100.0);
    if (percent == 0.0) return "0\u202f%";
    if (percent < 0.001) return "less than 0.001\u202f%";
    const int decimals = percent >= 20.0 ? 0 : percent >= 1.0 ? 1 : percent >= 0.095 ? 2 : 3;
    return grouped(share * 100.0, decimals) + "\u202f%";
}

std::string duration_text(double seconds) {
    if (!(seconds >= 0.0)) return "\u2013";
    if (seconds < 9.95) return fmt::format("{:.1f}\u00a0s", seconds);
    const long whole = std::lround(seconds);
    if (whole < 60) return fmt::format("{}\u00a0s", whole);
    if (whole < 3600) return fmt::format("{}\u00a0min {}\u00a0s", whole / 60, whole % 60);
    return fmt::format("{}\u00a0h {}\u00a0min", whole / 3600, whole % 3600 / 60);
}

}  // namespace indus::reports
