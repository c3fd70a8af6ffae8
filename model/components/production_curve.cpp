// SPDX-License-Identifier: Apache-2.0
#include "model/components/production_curve.hpp"

#include <algorithm>
#include <cmath>

namespace indus::model {

namespace {

/// The quadratic's chord at an output: equal pieces between least output and capacity.
double chord(const ThermalPlant& p, int segments, double output) {
    const double width = (p.capacity_mw - p.min_output_mw) / segments;
    if (width <= 0.0) return p.quadratic_cost_per_mw2h * output * output;
    const double piece = std::clamp(std::floor((output - p.min_output_mw) / width), 0.0, segments - 1.0);
    const double low = p.min_output_mw + piece * width;
    const double high = low + width;
    // The line through (low, low^2) and (high, high^2).
    return p.quadratic_cost_per_mw2h * ((low + high) * output - low * high);
}

double heat_at(const ThermalPlant& p, double output) {
    if (!p.heat_curve_gj_per_h.empty()) return interpolate(p.heat_curve_gj_per_h, output);
    return p.no_load_heat_gj_per_h + p.heat_rate_gj_per_mwh * output;
}

double cost_at(const ThermalPlant& p, int segments, double output) {
    double cost = p.no_load_cost_per_h + p.variable_cost_per_mwh * output + chord(p, segments, output);
    if (!p.cost_curve_per_h.empty()) cost += interpolate(p.cost_curve_per_h, output);
    return cost;
}

std::vector<double> breakpoints(const ThermalPlant& p, int segments) {
    std::vector<double> points{p.min_output_mw, p.capacity_mw};
    const auto add_inside = [&](double x) {
        if (x > p.min_output_mw && x < p.capacity_mw) points.push_back(x);
    };
    for (const Steps* curve : {&p.heat_curve_gj_per_h, &p.cost_curve_per_h})
        for (const Steps::Step& point : curve->steps) add_inside(point.from);
    if (p.quadratic_cost_per_mw2h > 0.0)
        for (int k = 1; k < segments; ++k)
            add_inside(p.min_output_mw + (p.capacity_mw - p.min_output_mw) * k / segments);
    std::sort(points.begin(), points.end());
    const auto same = [](double left, double right) { return right - left <= 1e-9 * std::max(1.0, std::abs(right)); };
    points.erase(std::unique(points.begin(), points.end(), same), points.end());
    return points;
}

}  // namespace

double interpolate(const Steps& points, double x) {
    const auto& steps = points.steps;
    if (steps.size() == 1) return steps.front().value;
    std::size_t k = 1;
    while (k + 1 < steps.size() && x > steps[k].from) ++k;
    const double slope = (steps[k].value - steps[k - 1].value) / (steps[k].from - steps[k - 1].from);
    return steps[k - 1].value + slope * (x - steps[k - 1].from);
}

ProductionCurve::ProductionCurve(const ThermalPlant& plant, int cost_segments) {
    const std::vector<double> points = breakpoints(plant, cost_segments);
    heat_at_least_gj_per_h = heat_at(plant, points.front());
    cost_at_least_per_h = cost_at(plant, cost_segments, points.front());
    for (std::size_t k = 1; k < points.size(); ++k) {
        const double width = points[k] - points[k - 1];
        pieces.push_back(
            {width, (heat_at(plant, points[k]) - heat_at(plant, points[k - 1])) / width,
             (cost_at(plant, cost_segments, points[k]) - cost_at(plant, cost_segments, points[k - 1])) / width});
    }
}

std::vector<double> unit_tops(const ThermalPlant& plant, double on, double started, double stopping, bool can_be_both) {
    const double both = can_be_both ? std::min(started, stopping) : 0.0;
    std::vector<double> tops;
    const auto add = [&](double count, double limit_mw) {
        for (double n = 0.5; n < count && static_cast<double>(tops.size()) + 0.5 < on; ++n)
            tops.push_back(std::min(limit_mw, plant.capacity_mw));
    };
    add(both, std::min(plant.start_limit_mw(), plant.stop_limit_mw()));
    add(started - both, plant.start_limit_mw());
    add(stopping - both, plant.stop_limit_mw());
    add(on, plant.capacity_mw);
    return tops;
}

double chord_excess(const ThermalPlant& plant, int cost_segments, double output_mw) {
    return chord(plant, cost_segments, output_mw) - plant.quadratic_cost_per_mw2h * output_mw * output_mw;
}

double largest_chord_excess(const ThermalPlant& plant, int cost_segments) {
    const double width = (plant.capacity_mw - plant.min_output_mw) / cost_segments;
    return plant.quadratic_cost_per_mw2h * width * width / 4.0;
}

}  // namespace indus::model
