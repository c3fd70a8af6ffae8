// SPDX-License-Identifier: Apache-2.0
// Water of hydro plants from monthly flows, per day.
//
//   flow[d] = a(month) * curve through the monthly figures * exp(spread * noise[d]), a met by the month's mean
//
// Reservoirs: the level follows its figures at the starts of months in straight lines. What is neither held
// back nor taken from the store is released: release[d] = 24 inflow[d] - (level[d + 1] - level[d]). The
// least and largest release of a day lie a band below and above it, so that the level can always be held.
#pragma once

#include "inputs/profiles/figure_reader.hpp"
#include "inputs/profiles/noise.hpp"
#include "inputs/profiles/series_table.hpp"

namespace indus::inputs {

struct WaterFigures {
    struct Reservoir {
        std::string name{};
        std::string river{};         ///< whose noise it shares
        double mw_per_kcusec = 0.0;  ///< power of a thousand cubic feet a second
        double full_level_mwh = 0.0;
        Months inflow_kcusec{};
        Months level_share{};  ///< of the full level, at the start of each month
        double release_band = 0.1;
    };
    struct RunOfRiver {
        std::string name{};
        std::string river{};
        double capacity_mw = 0.0;
        Months availability{};  ///< share of capacity
    };
    double spread = 0.0;
    double memory_days = 7.0;
    std::vector<Reservoir> reservoirs{};
    std::vector<RunOfRiver> run_of_river{};
};

WaterFigures read_water(FigureTable& table);

struct WaterSeries {
    std::vector<NamedSeries> flows{};   ///< "<name>_inflow" [MW], "<name>_release_min", "_release_max" [MWh per day]
    std::vector<NamedSeries> levels{};  ///< "<name>_level" [MWh], one value more than there are days
};
/// A day on which a level could not be held without water from nowhere is an issue.
WaterSeries make_water(const WaterFigures& figures, const Span& span, const Noise& noise, std::vector<Issue>& issues);

}  // namespace indus::inputs
