// SPDX-License-Identifier: Apache-2.0
// Available power of wind farms from monthly capacity factors.
//
//   v[h] = scale(month) * daily course(hour) * Weibull quantile of (weather noise)         [m/s]
//   availability[h] = (1 - losses) * power curve(v[h])
//
// The noise of each site is partly shared (a Gaussian copula: noise -> probability -> Weibull of the
// month's shape). The scale of each month is solved so that the month's mean is its capacity factor.
#pragma once

#include "inputs/profiles/figure_reader.hpp"
#include "inputs/profiles/noise.hpp"
#include "inputs/profiles/series_table.hpp"

namespace indus::inputs {

struct WindFigures {
    struct Site {
        std::string name{};
        Months capacity_factor{};
    };
    double losses = 0.0;
    double cut_in_m_s = 3.0;
    double rated_m_s = 12.0;
    Months weibull_shape{};
    Months daily_swing{};  ///< half the range of the daily course over its mean
    double strongest_hour = 20.0;
    double slow_hours = 96.0;  ///< memory of passing weather
    double fast_hours = 6.0;   ///< memory of gusts and lulls
    double slow_share = 0.5;   ///< of the variance
    double shared_share = 0.5;
    std::vector<Site> sites{};
};

WindFigures read_wind(FigureTable& table);

/// Hourly availability per site, as series "wind_<site>".
std::vector<NamedSeries> make_wind(const WindFigures& figures, const Span& span, const Noise& noise);

/// Output over capacity: zero below cut-in, cubic up to rated speed.
double power_curve(const WindFigures& figures, double speed);

}  // namespace indus::inputs
