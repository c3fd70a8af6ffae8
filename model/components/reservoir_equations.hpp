// SPDX-License-Identifier: Apache-2.0
// Equations of a reservoir, for the files that write its rows.
#pragma once

#include <array>

#include "model/equation.hpp"

namespace indus::model::reservoir_equations {

inline constexpr Equation water_balance{
    "water balance", "MWh", "level[t] = level[t-1] + h (inflow[t] + arrival[t] - turbined[t] - bypass[t])",
    "definition; level[t-1] is the initial level at the start of a period; without a turbine "
    "or head curve turbined[t] = output[t]",
    Rigidity::law};
/// Put into the balance: needs no row.
inline constexpr Equation arrival{
    "arrival", "MW",
    "arrival[t] = sum(u above: energy_per_hm3 / energy_per_hm3_u sum(s: overlap(s + travel_time_u, t) / h "
    "release_u[s]))",
    "definition; release is turbined water and bypass, or output and spill; overlap is the time in common [h]"};
inline constexpr Equation production{"production", "MW",
                                     "output[t] = sum(head_factor_b turbine_factor_k water_b_k[t], b, k)",
                                     "Borghetti, D'Ambrosio, Lodi & Martello (2008), IEEE Transactions on Power "
                                     "Systems 23(3), a performance curve per interval of "
                                     "volume; water_b_k <= width of piece k",
                                     Rigidity::law};
inline constexpr Equation one_band{"one band", "1", "sum(band_b[t], b) = 1",
                                   "idem; exact for a head factor that is constant in each band", Rigidity::law};
inline constexpr Equation level_band{"level band", "MWh",
                                     "sum(low_b band_b[t], b) <= level[t-1] <= sum(high_b band_b[t], b)",
                                     "idem; the level at the start of the step", Rigidity::law};
inline constexpr Equation band_water{"water of a band", "MW", "water_b_k[t] <= width_k band_b[t]", "idem",
                                     Rigidity::law};
inline constexpr Equation piece_order{
    "order of pieces", "MW",
    "sum(water_b_k[t], b) >= width_k filled_k[t], sum(water_b_k+1[t], b) <= width_k+1 filled_k[t]",
    "incremental formulation; of a curve that is not concave, or at steps where a solution used a later piece first",
    Rigidity::law};
inline constexpr Equation environmental{
    "environmental release",
    "MW",
    "turbined[t] + bypass[t] >= environmental_release[t]",
    "definition",
    Rigidity::requirement,
    "the environmental release of {limit} MW cannot be kept: {amount} MW of water are missing"};
inline constexpr Equation irrigation_least{
    "least irrigation release",
    "MWh",
    "sum(h (turbined[t] + bypass[t]), t in window) >= irrigation_min[window]",
    "definition; the hours within the window are free",
    Rigidity::requirement,
    "the irrigation release of {limit} MWh in the window cannot be given: {amount} MWh are missing"};
inline constexpr Equation irrigation_most{
    "largest irrigation release",
    "MWh",
    "sum(h (turbined[t] + bypass[t]), t in window) <= irrigation_max[window]",
    "definition; the hours within the window are free",
    Rigidity::requirement,
    "the water cannot be held back to the irrigation limit of {limit} MWh in the window: {amount} MWh more must go"};
inline constexpr Equation end_rule{
    "end level",
    "MWh",
    "level[last] + on_its_way >= end_level",
    "definition; the guide or the initial level by default; on_its_way [MWh] arrives from above "
    "after the end",
    Rigidity::requirement,
    "the end level of {limit} MWh cannot be reached: inflow less releases falls short by {amount} MWh"};
inline constexpr Equation reserve_power{"reserve power", "MW", "output[t] + sum(reserve_k[t], k) <= capacity",
                                        "definition; with a head factor below 1, that share of the capacity",
                                        Rigidity::law};
inline constexpr Equation reserve_energy{
    "reserve energy", "MWh", "level[t] - sum(sustain_k reserve_k[t], k) / least_factor >= min_level",
    "definition; the reserve can be kept up for its sustain time; least_factor: least power per "
    "power of water, 1 without curves",
    Rigidity::law};
inline constexpr Equation reserve_power_down{"reserve power down", "MW", "output[t] - sum(reserve_k[t], k down) >= 0",
                                             "definition; the water passes beside the turbines or stays",
                                             Rigidity::law};
inline constexpr Equation reserve_energy_down{
    "reserve energy down", "MWh", "level[t] + sum(sustain_k reserve_k[t], k down) / least_factor <= max_level",
    "definition; only where bypass_capacity_mw is given: spillways without a limit take the water otherwise",
    Rigidity::law};
inline constexpr std::array all{water_balance, arrival,       production,     one_band,           level_band,
                                band_water,    piece_order,   environmental,  irrigation_least,   irrigation_most,
                                end_rule,      reserve_power, reserve_energy, reserve_power_down, reserve_energy_down};

}  // namespace indus::model::reservoir_equations
