// SPDX-License-Identifier: Apache-2.0
// Row families of a stage; symbols as in stage_rows.hpp.
#pragma once

#include <array>

#include "model/equation.hpp"

namespace indus::model {

inline constexpr Equation stage_rate{"rate in a mode", "units/h",
                                     "min_rate open[t] z_m[t] <= r_m[t] <= max_rate open[t] z_m[t]", "definition",
                                     Rigidity::law};
inline constexpr Equation stage_batch{"batch under way", "1",
                                      "z_m[t] = sum(b_m[i], batches begun at i that are not over before t)",
                                      "Kondili, Pantelides & Sargent (1993), Computers & Chemical Engineering 17(2), "
                                      "doi:10.1016/0098-1354(93)80015-F",
                                      Rigidity::law};
inline constexpr Equation stage_batch_size{
    "size of a batch", "units", "batch_min_units b_m[t] <= s_m[t] <= batch_units b_m[t]", "idem", Rigidity::law};
inline constexpr Equation stage_one_mode{"one mode at a time", "1", "u[t] = sum(z_m[t], m) <= 1", "idem",
                                         Rigidity::law};
inline constexpr Equation stage_logic{"start and stop", "1", "u[t] - u[t-1] = y[t] - w[t]",
                                      "Garver (1962), Trans. AIEE 81(3), doi:10.1109/AIEEPAS.1962.4501405",
                                      Rigidity::law};
inline constexpr Equation stage_min_run{
    "least run", "1", "sum(y[i], i in the last min_run_h hours up to t) <= u[t]; a forced outage ends it",
    "Rajan & Takriti (2005), IBM Research Report RC23628", Rigidity::law};
inline constexpr Equation stage_cool_down{
    "cool-down", "1", "sum(w[i], i in the last cool_down_h hours up to t) <= 1 - u[t]", "idem", Rigidity::law};
inline constexpr Equation stage_initial{
    "time from before",
    "1",
    "u[t] = 1 until min_run_h is over or it is closed, 0 until cool_down_h is, counted from initial_status_h",
    "definition",
    Rigidity::requirement,
    "what it did before the horizon cannot be gone on with: {amount} are missing"};
inline constexpr Equation stage_must_run{"must run",
                                         "1",
                                         "u[t] = 1 where open[t] > 0, cool_down_h is over, and closings leave time "
                                         "for min_run_h",
                                         "definition",
                                         Rigidity::requirement,
                                         "it cannot run at a time at which it must"};
inline constexpr Equation stage_setup{"set up", "1", "sum(set_p[t], p) = 1; z_m[t] <= set_p[t] for the product p of m",
                                      "definition", Rigidity::law};
inline constexpr Equation stage_change{"changeover", "1", "k_p[t] >= set_p[t] - set_p[t-1]", "definition",
                                       Rigidity::law};
inline constexpr Equation stage_change_time{
    "time of a changeover", "1",
    "sum(k_p[i], p, i in the last changeover_h hours up to t) <= 1 - sum(z_m[t], modes with a product)", "definition",
    Rigidity::law};
inline constexpr Equation stage_ramp{"ramp of the rate", "units/h",
                                     "r[t] - r[t-1] <= ramp h + max_rate y[t]; r[t-1] - r[t] <= ramp h + max_rate w[t]",
                                     "definition; r = sum(r_m) / open, the rate while it works", Rigidity::law};
inline constexpr Equation stage_power{
    "power of a stage", "MW", "power[t] = sum(power of its modes) + start_energy y[t] / h; heat alike", "definition"};
inline constexpr std::array stage_equations{
    stage_rate,    stage_batch,    stage_batch_size, stage_one_mode, stage_logic,       stage_min_run, stage_cool_down,
    stage_initial, stage_must_run, stage_setup,      stage_change,   stage_change_time, stage_ramp,    stage_power};

}  // namespace indus::model
