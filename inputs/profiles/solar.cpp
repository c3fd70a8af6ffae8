// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/solar.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "inputs/profiles/calibrate.hpp"

namespace indus::inputs {

namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double solar_constant = 1361.0;  // W/m2

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// Irradiance outside the atmosphere on a plane facing the sun [W/m2].
double outside(int day_of_year) {
    return solar_constant * (1.0 + 0.033 * std::cos(2.0 * std::numbers::pi * day_of_year / 365.0));
}

/// Irradiance on the panels [W/m2] for an irradiance on the level.
double on_panels(const SolarFigures& figures, const SolarFigures::Site& site, const SunPosition& sun, double level,
                 int day_of_year) {
    if (level <= 0.0) return 0.0;
    const double diffuse = level * diffuse_share(level / (outside(day_of_year) * sun.cos_zenith));
    constexpr double lowest = 0.087;  // the beam is not divided by less: 5 degrees above the horizon
    const double beam = (level - diffuse) * std::max(sun.cos_panel, 0.0) / std::max(sun.cos_zenith, lowest);
    const double cos_tilt = std::cos(site.tilt_deg * degree);
    return beam + diffuse * 0.5 * (1.0 + cos_tilt) + level * figures.ground_reflection * 0.5 * (1.0 - cos_tilt);
}

double output(const SolarFigures& figures, double panel, double air_c) {
    const double cell_c = air_c + (figures.nominal_cell_c - 20.0) / 800.0 * panel;
    const double share = figures.performance_ratio * panel / 1000.0 * (1.0 - figures.loss_per_k * (cell_c - 25.0));
    return std::clamp(share, 0.0, 1.0);
}

/// Noise of clouds per hour: a day's weather, and passing clouds within it.
std::vector<double> clouds(const SolarFigures& figures, const std::string& site, const Noise& noise) {
    constexpr double passing_share = 0.25;
    constexpr double passing_hours = 2.0;
    const std::vector<double> daily = mix(noise.daily("clouds", figures.cloud_days),
                                          noise.daily("clouds/" + site, figures.cloud_days), figures.shared_share);
    std::vector<double> values = noise.hourly("passing clouds/" + site, passing_hours);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = std::sqrt(1.0 - passing_share) * daily[i / 24] + std::sqrt(passing_share) * values[i];
    }
    return values;
}

}  // namespace

SunPosition sun_position(const SolarFigures::Site& site, double utc_offset_hours, int day_of_year, double hour) {
    const double g = 2.0 * std::numbers::pi * day_of_year / 365.0;
    const double declination = 0.006918 - 0.399912 * std::cos(g) + 0.070257 * std::sin(g) - 0.006758 * std::cos(2 * g) +
                               0.000907 * std::sin(2 * g) - 0.002697 * std::cos(3 * g) + 0.00148 * std::sin(3 * g);
    const double equation_of_time = 229.18 / 60.0 *
                                    (0.000075 + 0.001868 * std::cos(g) - 0.032077 * std::sin(g) -
                                     0.014615 * std::cos(2 * g) - 0.04089 * std::sin(2 * g));
    const double solar_hour = hour + equation_of_time + (site.longitude - 15.0 * utc_offset_hours) / 15.0;
    const double angle = (solar_hour - 12.0) * 15.0 * degree;
    const double latitude = site.latitude * degree;
    const double tilted = latitude - (site.latitude < 0.0 ? -site.tilt_deg : site.tilt_deg) * degree;
    const auto height = [&](double at) {
        return std::sin(at) * std::sin(declination) + std::cos(at) * std::cos(declination) * std::cos(angle);
    };
    return {.cos_zenith = height(latitude), .cos_panel = height(tilted)};
}

double clear_sky(double cos_zenith) {
    return cos_zenith <= 0.01 ? 0.0 : 1098.0 * cos_zenith * std::exp(-0.059 / cos_zenith);
}

double diffuse_share(double k) {
    if (k <= 0.22) return 1.0 - 0.09 * k;
    if (k > 0.80) return 0.165;
    return 0.9511 - 0.1604 * k + 4.388 * k * k - 16.638 * k * k * k + 12.336 * k * k * k * k;
}

SolarFigures read_solar(FigureTable& table, const TemperatureFigures& temperature) {
    SolarFigures figures;
    figures.performance_ratio = table.number("performance_ratio", model::above_up_to(0, 1));
    figures.loss_per_k = table.number("loss_per_k", model::between(0, 0.1));
    figures.nominal_cell_c = table.number("nominal_cell_c", model::between(20, 80));
    figures.ground_reflection = table.number("ground_reflection", model::between(0, 1));
    figures.least_clearness = table.number("least_clearness", model::between(0, 1));
    figures.cloud_spread = table.number("cloud_spread", model::at_least(0));
    figures.cloud_days = table.number("cloud_days", model::above(0));
    figures.shared_share = table.number("shared_share", model::between(0, 1));
    for (FigureTable& site : table.tables("site")) {
        figures.sites.push_back({.name = site.text("name"),
                                 .latitude = site.number("latitude", model::between(-66, 66)),
                                 .longitude = site.number("longitude", model::between(-180, 180)),
                                 .tilt_deg = site.number("tilt_deg", model::between(0, 90)),
                                 .ghi_kwh_per_m2_day = site.numbers("ghi_kwh_per_m2_day", 12, model::between(0, 12)),
                                 .temperature = find_site(temperature, site.text("temperature"), site, "temperature")});
    }
    return figures;
}

std::vector<NamedSeries> make_solar(const SolarFigures& figures, const TemperatureFigures& temperature,
                                    const Span& span, const Noise& noise) {
    std::vector<NamedSeries> series;
    for (const SolarFigures::Site& site : figures.sites) {
        const std::vector<double> air = make_temperature(temperature, *site.temperature, span, noise);
        const std::vector<double> weather = clouds(figures, site.name, noise);
        const auto sun_at = [&](int i) {
            return sun_position(site, figures.utc_offset_hours, span.day_of_year(i / 24), i % 24 + 0.5);
        };
        const auto level_at = [&](double parameter, int i) {
            const double cloudy = logistic(parameter + figures.cloud_spread * weather[static_cast<std::size_t>(i)]);
            const double clearness = figures.least_clearness + (1.0 - figures.least_clearness) * cloudy;
            return clearness * clear_sky(sun_at(i).cos_zenith);
        };
        std::vector<double> values = meet_monthly_means(
            span, 24, -20.0, 20.0,
            [&](const Span::Month& month) { return of_month(site.ghi_kwh_per_m2_day, month) * 1000.0 / 24.0; },
            level_at);
        for (int i = 0; i < span.hours(); ++i) {
            double& value = values[static_cast<std::size_t>(i)];
            const double panel = on_panels(figures, site, sun_at(i), value, span.day_of_year(i / 24));
            value = output(figures, panel, air[static_cast<std::size_t>(i)]);
        }
        series.push_back({"solar_" + site.name, std::move(values)});
    }
    return series;
}

}  // namespace indus::inputs
