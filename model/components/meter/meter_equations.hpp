// SPDX-License-Identifier: Apache-2.0
// Equations of a meter, for the files that write its rows.
#pragma once

#include <array>

#include "model/equation.hpp"

namespace indus::model::meter_equations {

inline constexpr Equation one_way{
    "one direction", "MW", "import[t] <= import_limit[t] * mode[t], export[t] <= export_limit[t] * (1 - mode[t])",
    "definition; only at steps where a solution used both", Rigidity::law};
inline constexpr Equation billing_demand{
    "billing demand", "MW", "billing_demand[d] >= import[t], t in day d",
    "definition; for the objective of a zone only; at least floor_share sanctioned_mw, the peak so far, and "
    "lookback_share of earlier peaks, as a bound",
    Rigidity::law};
inline constexpr Equation growing_demand{
    "billing demand so far", "MW",
    "billing_demand[d] = billing_demand[d-1] + billing_demand_growth[d], growth >= 0, days d of a month; net_energy "
    "alike, which may fall; peak[d] >= peak[d-1]",
    "definition; idem; days are counted from the start of the horizon, and a month is charged for the growth, so that "
    "a run in windows knows what was so far; where a month has several",
    Rigidity::law};
inline constexpr Equation month_peak{"peak of a month", "MW", "peak[d] >= import[t], t in day d",
                                     "definition; idem; only where later months look back at it", Rigidity::law};
inline constexpr Equation look_back{"billing demand by earlier months", "MW",
                                    "billing_demand[first of m] >= lookback_share peak[last of m'], m' at most "
                                    "lookback_months before m",
                                    "definition; idem", Rigidity::law};
inline constexpr Equation period_demand{"billing demand of a period", "MW",
                                        "billing_demand_p[d] >= import[t], t in day d and, in part, in period p",
                                        "definition; idem", Rigidity::law};
inline constexpr Equation wheeled_within{"wheeled energy", "MW", "sum(wheeled_w[t], w) <= import[t]",
                                         "definition; idem", Rigidity::law};
inline constexpr Equation netted_energy{
    "netted energy", "MWh",
    "net_energy_p[d] >= sum(h share_p[t] (import[t] - sum(wheeled_w[t], w) - export[t]), t in the month up to d)",
    "definition; idem; nets_month only", Rigidity::law};
inline constexpr Equation net_so_far{
    "net energy so far", "MWh",
    "net_energy_p_so_far[d] = net_energy_p_so_far[d-1] + sum(h share_p[t] (import[t] - ...), t in d), days of a "
    "month",
    "definition; idem; where a month has several", Rigidity::law};

inline constexpr std::array all{
    Equation{
        "import limit", "MW", "0 <= import[t] <= import_max * grid_available[t] * available_share[t]",
        "definition; available_share is what outages of the meter leave, load-shedding and failures drawn from the "
        "seed of the case among them"},
    Equation{"export limit", "MW", "0 <= export[t] <= export_max * grid_available[t] * available_share[t]",
             "definition; idem"},
    Equation{
        "load-shedding", "1",
        "available_share[t] = 0 in n blocks a day, n = shedding_h_per_day / shedding_block_h on average and one of "
        "its two whole neighbours each day",
        "definition; drawn from the seed of the case, every choice of n blocks alike likely"},
    Equation{"power over the meter", "MW",
             "zone: import[t] - export[t]; grid_zone: export[t] - import[t] / (1 - loss_share)",
             "definition; in the objective of a zone the grid zone is not touched"},
    one_way,
    billing_demand,
    growing_demand,
    month_peak,
    look_back,
    period_demand,
    wheeled_within,
    netted_energy,
    net_so_far};

}  // namespace indus::model::meter_equations
