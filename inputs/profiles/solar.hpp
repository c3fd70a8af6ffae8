// SPDX-License-Identifier: Apache-2.0
// Available power of photovoltaic plants from monthly sunshine.
//
//   1. Where the sun stands: declination and equation of time of Spencer (1971), hour angle from longitude.
//   2. Irradiance under a clear sky by Haurwitz (1945): 1098 cos(z) exp(-0.059 / cos(z)) W/m2.
//   3. A clearness per hour, from daily and hourly noise through a logistic curve in [least, 1], such that
//      the mean of each month is its figure (kWh per m2 and day on the level).
//   4. The share of diffuse light by Erbs, Klein & Duffie (1982), and the plane of the panels with an
//      isotropic sky (Liu & Jordan 1963) and the ground's reflection.
//   5. Cell temperature from the nominal operating cell temperature, its loss per kelvin, performance ratio.
#pragma once

#include "inputs/profiles/series_table.hpp"
#include "inputs/profiles/temperature.hpp"

namespace indus::inputs {

struct SolarFigures {
    struct Site {
        std::string name{};
        double latitude = 0.0;
        double longitude = 0.0;
        double tilt_deg = 0.0;  ///< towards the equator
        Months ghi_kwh_per_m2_day{};
        const TemperatureFigures::Site* temperature = nullptr;
    };
    double utc_offset_hours = 0.0;
    double performance_ratio = 1.0;
    double loss_per_k = 0.0;
    double nominal_cell_c = 45.0;
    double ground_reflection = 0.2;
    double least_clearness = 0.1;
    double cloud_spread = 1.0;  ///< of the noise in the logistic curve
    double cloud_days = 1.5;
    double shared_share = 0.0;
    std::vector<Site> sites{};
};

SolarFigures read_solar(FigureTable& table, const TemperatureFigures& temperature);

/// Hourly availability per site, as series "solar_<site>".
std::vector<NamedSeries> make_solar(const SolarFigures& figures, const TemperatureFigures& temperature,
                                    const Span& span, const Noise& noise);

/// Cosine of the sun's angle from the zenith and of its angle to the panels, in the middle of an hour.
struct SunPosition {
    double cos_zenith = 0.0;
    double cos_panel = 0.0;
};
SunPosition sun_position(const SolarFigures::Site& site, double utc_offset_hours, int day_of_year, double hour);
/// W/m2 on the level under a clear sky.
double clear_sky(double cos_zenith);
/// Share of diffuse light at a clearness index (irradiance over that outside the atmosphere).
double diffuse_share(double clearness_index);

}  // namespace indus::inputs
