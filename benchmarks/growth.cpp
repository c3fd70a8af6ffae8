// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/growth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace indus::bench {

namespace {

/// `pattern` has {} where the size stands.
Curve curve(const char* name, const char* pattern, std::initializer_list<int> sizes) {
    Curve made{name, {}};
    for (const int size : sizes) made.points.emplace_back(size, fmt::format(fmt::runtime(pattern), size));
    return made;
}

using Points = std::vector<std::pair<double, double>>;

}  // namespace

const std::vector<Curve>& all_curves() {
    static const std::vector<Curve> curves{
        curve("units", "random:{}:48:1:7", {10, 20, 50, 100, 200, 500, 1000, 2000}),
        curve("hours", "random:50:{}:1:7", {24, 48, 168, 336, 744, 2190, 4380, 8760}),
        curve("zones", "random:200:24:{}:7", {1, 2, 5, 10, 20, 50})};
    return curves;
}

const Curve& curve_named(std::string_view name) {
    std::string known;
    for (const Curve& each : all_curves()) {
        if (each.name == name) return each;
        known += (known.empty() ? "" : ", ") + each.name;
    }
    throw std::runtime_error(fmt::format("no growth curve is named '{}'; expected {} or all", name, known));
}

std::optional<double> fitted_exponent(std::span<const std::pair<double, double>> points) {
    double n = 0.0, mean_x = 0.0, mean_y = 0.0;
    const auto counts = [](const auto& point) { return point.first > 0.0 && point.second > 0.0; };
    for (const auto& each : points) {
        if (!counts(each)) continue;
        n += 1.0;
        mean_x += (std::log(each.first) - mean_x) / n;
        mean_y += (std::log(each.second) - mean_y) / n;
    }
    double spread = 0.0, common = 0.0;
    for (const auto& each : points) {
        if (!counts(each)) continue;
        const double x = std::log(each.first) - mean_x;
        spread += x * x;
        common += x * (std::log(each.second) - mean_y);
    }
    if (spread < 1e-12) return std::nullopt;
    return common / spread;
}

std::vector<Growth> growth_of(std::span<const Result> results) {
    std::vector<Growth> made;
    std::map<std::pair<std::string, double>, std::pair<Points, Points>> curves;
    for (const Result& each : results) {
        if (!each.curve || !each.size) continue;
        auto& [own, of_cbc] = curves[{*each.curve, each.gap}];
        for (const Run& run : each.runs)
            if (run.seconds_to_gap) (run.is_reference() ? of_cbc : own).emplace_back(*each.size, *run.seconds_to_gap);
    }
    for (const auto& [key, points] : curves)
        made.push_back({key.first, key.second, fitted_exponent(points.first), fitted_exponent(points.second)});
    return made;
}

}  // namespace indus::bench
