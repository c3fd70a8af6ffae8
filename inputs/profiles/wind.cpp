// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/wind.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "inputs/profiles/calibrate.hpp"

namespace indus::inputs {

namespace {

double cube(double x) { return x * x * x; }

/// Speed over the Weibull scale, per hour: the month's distribution and the daily course.
std::vector<double> relative_speed(const WindFigures& figures, const std::string& site, const Span& span,
                                   const Noise& noise) {
    const auto weather = [&](const std::string& stream) {
        return mix(noise.hourly(stream + "/slow", figures.slow_hours),
                   noise.hourly(stream + "/fast", figures.fast_hours), figures.slow_share);
    };
    std::vector<double> values = mix(weather("wind"), weather("wind/" + site), figures.shared_share);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Span::Month& month = span.month_of(static_cast<int>(i / 24));
        const double angle =
            2.0 * std::numbers::pi * (static_cast<double>(i % 24) + 0.5 - figures.strongest_hour) / 24.0;
        const double course = 1.0 + of_month(figures.daily_swing, month) * std::cos(angle);
        const double calmer = std::max(normal_probability(-values[i]), 1e-12);
        values[i] = course * std::pow(-std::log(calmer), 1.0 / of_month(figures.weibull_shape, month));
    }
    return values;
}

}  // namespace

double power_curve(const WindFigures& figures, double speed) {
    if (speed <= figures.cut_in_m_s) return 0.0;
    const double share =
        (cube(speed) - cube(figures.cut_in_m_s)) / (cube(figures.rated_m_s) - cube(figures.cut_in_m_s));
    return std::min(share, 1.0);
}

WindFigures read_wind(FigureTable& table) {
    WindFigures figures;
    figures.losses = table.number("losses", model::between(0, 0.5));
    figures.cut_in_m_s = table.number("cut_in_m_s", model::between(0, 10));
    figures.rated_m_s = table.number("rated_m_s", model::between(5, 30));
    figures.weibull_shape = table.numbers("weibull_shape", 12, model::between(1, 10));
    figures.daily_swing = table.numbers("daily_swing", 12, model::between(0, 0.9));
    figures.strongest_hour = table.number("strongest_hour", model::between(0, 24));
    figures.slow_hours = table.number("slow_hours", model::above(0));
    figures.fast_hours = table.number("fast_hours", model::above(0));
    figures.slow_share = table.number("slow_share", model::between(0, 1));
    figures.shared_share = table.number("shared_share", model::between(0, 1));
    for (FigureTable& site : table.tables("site")) {
        figures.sites.push_back(
            {.name = site.text("name"),
             .capacity_factor = site.numbers("capacity_factor", 12, model::between(0, 1.0 - figures.losses))});
    }
    return figures;
}

std::vector<NamedSeries> make_wind(const WindFigures& figures, const Span& span, const Noise& noise) {
    std::vector<NamedSeries> series;
    for (const WindFigures::Site& site : figures.sites) {
        const std::vector<double> relative = relative_speed(figures, site.name, span, noise);
        series.push_back(
            {"wind_" + site.name,
             meet_monthly_means(
                 span, 24, 0.0, 100.0, [&](const Span::Month& month) { return of_month(site.capacity_factor, month); },
                 [&](double scale, int i) {
                     const double speed = scale * relative[static_cast<std::size_t>(i)];
                     return (1.0 - figures.losses) * power_curve(figures, speed);
                 })});
    }
    return series;
}

}  // namespace indus::inputs
