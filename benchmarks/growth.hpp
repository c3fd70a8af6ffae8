// SPDX-License-Identifier: Apache-2.0
// Growth curves: like systems of rising size, and the power of the size by which the time rises.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks/report.hpp"

namespace indus::bench {

struct Curve {
    std::string name{};
    std::vector<std::pair<int, std::string>> points{};  ///< size and the name of the system (systems.hpp)
};

/// units 10 to 2,000, hours 24 to 8,760, zones 1 to 50.
const std::vector<Curve>& all_curves();

/// Throws std::runtime_error that lists the curves when there is none of that name.
const Curve& curve_named(std::string_view name);

/// Slope of the straight line through the logarithms that fits best: y grows as x to this power. None with fewer than
/// two different sizes; points that are not above 0 are left out.
std::optional<double> fitted_exponent(std::span<const std::pair<double, double>> points);

/// Per curve and gap among the results; only gaps that were proven count.
std::vector<Growth> growth_of(std::span<const Result> results);

}  // namespace indus::bench
