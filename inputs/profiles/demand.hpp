// SPDX-License-Identifier: Apache-2.0
// Demand of grid zones by class, from the country's monthly energy.
//
//   energy of a zone in a month      its share of the country's (or its own figures)
//   - industrial zones in it         made by shifts and calendar (industry.hpp)
//   - agriculture, other industry    a share of the year's energy, by month
//   = household                      the rest: homes, shops, offices, and all that is not told apart
//
// Every class has a course over the day. Households follow the temperature: load rises by a share for every
// kelvin above the cooling threshold and below the heating threshold; buildings follow half of the hour's
// temperature and half of the day's mean. All loads are at the level of sending out, losses included.
#pragma once

#include "inputs/profiles/industry.hpp"
#include "inputs/profiles/temperature.hpp"

namespace indus::inputs {

struct DemandFigures {
    struct Household {
        std::vector<double> winter_hours{};
        std::vector<double> summer_hours{};
        Months summer_share{};  ///< how far the day is a summer day
        double rest_day = 1.0;  ///< load of rest days over that of weekdays
        double cooling_from_c = 24.0;
        double cooling_per_k = 0.0;
        double heating_from_c = 14.0;
        double heating_per_k = 0.0;
    };
    struct Class {
        double share_of_year = 0.0;  ///< of the country's energy
        Months month{};              ///< relative
        std::vector<double> hours{};
        double saturday = 1.0;
        double rest_day = 1.0;
    };
    struct Zone {
        std::string name{};
        std::optional<double> share{};  ///< of the country's energy
        Months own_gwh{};               ///< instead of a share
        const TemperatureFigures::Site* temperature = nullptr;
        double warmer_k = 0.0;  ///< than that site
        double agriculture_share = 0.0;
        double industry_share = 0.0;
    };
    Months sent_out_gwh{};
    Household household{};
    Class agriculture{};
    Class industry{};
    std::vector<Zone> zones{};
};

DemandFigures read_demand(FigureTable& table, const TemperatureFigures& temperature);

/// Hourly loads "<zone>_household", "<zone>_agriculture", "<zone>_industry" [MW sent out]; a class without
/// energy has no series. Months in which the classes ask for more than the zone has are issues.
std::vector<NamedSeries> make_demand(const DemandFigures& figures, const TemperatureFigures& temperature,
                                     const std::vector<NamedSeries>& industrial_zones, const Span& span,
                                     const Calendar& calendar, const Noise& noise, std::vector<Issue>& issues);

}  // namespace indus::inputs
