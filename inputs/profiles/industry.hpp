// SPDX-License-Identifier: Apache-2.0
// Demand of industrial zones by sector, from shifts and a calendar.
//
//   activity[h] = base + (1 - base) * shifts[hour] * day            day: 1, Saturday's or the rest day's share
//   load[h] = share / mean activity of an ordinary week * activity[h] * month * (1 + spread * noise[h])
//
// scaled so that the zone's highest hour of an ordinary weekday, all sectors together, is its peak. What processes
// draw, which plan for themselves, is left out of a sector's series.
#pragma once

#include "inputs/profiles/calendar.hpp"
#include "inputs/profiles/figure_reader.hpp"
#include "inputs/profiles/noise.hpp"
#include "inputs/profiles/series_table.hpp"

namespace indus::inputs {

struct IndustryFigures {
    struct Sector {
        std::string name{};
        double base = 0.0;             ///< always on, share of full activity
        std::vector<double> shifts{};  ///< 24 shares of full activity
        double saturday = 1.0;
        double rest_day = 0.0;
        Months month{};  ///< relative to an ordinary month; empty: all equal
    };
    struct Zone {
        std::string name{};
        std::string grid_zone{};  ///< in whose total its energy is counted; empty: none
        double peak_mw = 0.0;     ///< delivered
        double loss_share = 0.0;
        std::vector<std::pair<std::string, double>> energy_shares{};
        std::vector<std::pair<std::string, double>> process_shares{};  ///< of a sector's energy
    };
    double noise_spread = 0.0;
    double noise_hours = 12.0;
    std::vector<Sector> sectors{};
    std::vector<Zone> zones{};
};

IndustryFigures read_industry(FigureTable& table);

struct IndustrySeries {
    std::vector<NamedSeries> loads{};  ///< "<zone>_<sector>" [MW delivered]
    /// Sent out per grid zone [MW], hourly, losses to the zone's fence included.
    std::vector<NamedSeries> withdrawals{};
};
IndustrySeries make_industry(const IndustryFigures& figures, const Span& span, const Calendar& calendar,
                             const Noise& noise);

}  // namespace indus::inputs
