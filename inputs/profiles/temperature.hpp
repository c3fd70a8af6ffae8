// SPDX-License-Identifier: Apache-2.0
// Air temperature: monthly mean and daily range, with warm and cold spells.
//
//   T[h] = mean(day) + anomaly(day) + range(day) / 2 * cos(2 pi (hour - 15) / 24)      warmest at 15 h
#pragma once

#include "inputs/profiles/figure_reader.hpp"
#include "inputs/profiles/noise.hpp"

namespace indus::inputs {

struct TemperatureFigures {
    struct Site {
        std::string name{};
        Months mean_c{};
        Months daily_range_k{};
    };
    double spell_sd_k = 0.0;    ///< standard deviation of the daily anomaly
    double spell_days = 3.0;    ///< its memory
    double shared_share = 0.0;  ///< share of its variance that all sites have in common
    std::vector<Site> sites{};
};

TemperatureFigures read_temperature(FigureTable& table);

/// Hourly temperature of a site [deg C].
std::vector<double> make_temperature(const TemperatureFigures& figures, const TemperatureFigures::Site& site,
                                     const Span& span, const Noise& noise);

/// The site of that name; an issue at `key` and nothing where there is none.
const TemperatureFigures::Site* find_site(const TemperatureFigures& figures, const std::string& name,
                                          const FigureTable& table, std::string_view key);

}  // namespace indus::inputs
