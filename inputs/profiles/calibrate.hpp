// SPDX-License-Identifier: Apache-2.0
// Meets a monthly mean: finds the one parameter of a curve at which the mean over the month is the figure.
#pragma once

#include "inputs/profiles/span.hpp"

namespace indus::inputs {

/// The x in [low, high] at which the rising function is `target`; the nearer end where there is none.
template <class Function>
double solve_rising(Function&& function, double target, double low, double high) {
    constexpr int halvings = 80;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (function(middle) < target ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// values[i] = curve(parameter of i's month, i), the parameter such that the month's mean is `figure`(month).
/// `per_day` is 24 for hourly values, 1 for daily ones; the curve rises with its parameter in [low, high].
template <class Figure, class Curve>
std::vector<double> meet_monthly_means(const Span& span, int per_day, double low, double high, Figure&& figure,
                                       Curve&& curve) {
    std::vector<double> values(static_cast<std::size_t>(span.days() * per_day));
    for (const Span::Month& month : span.months()) {
        const int first = month.first_day * per_day;
        const int count = month.days * per_day;
        const auto mean = [&](double parameter) {
            double sum = 0.0;
            for (int i = first; i < first + count; ++i) sum += curve(parameter, i);
            return sum / count;
        };
        const double parameter = solve_rising(mean, figure(month), low, high);
        for (int i = first; i < first + count; ++i) values[static_cast<std::size_t>(i)] = curve(parameter, i);
    }
    return values;
}

/// Scales values so that each month has the mean `figure`(month).
template <class Figure>
void scale_to_monthly_means(std::vector<double>& values, const Span& span, int per_day, Figure&& figure) {
    for (const Span::Month& month : span.months()) {
        const auto first = static_cast<std::size_t>(month.first_day) * static_cast<std::size_t>(per_day);
        const auto count = static_cast<std::size_t>(month.days) * static_cast<std::size_t>(per_day);
        double sum = 0.0;
        for (std::size_t i = first; i < first + count; ++i) sum += values[i];
        const double factor = sum > 0.0 ? figure(month) * static_cast<double>(count) / sum : 0.0;
        for (std::size_t i = first; i < first + count; ++i) values[i] *= factor;
    }
}

}  // namespace indus::inputs
