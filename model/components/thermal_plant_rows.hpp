// SPDX-License-Identifier: Apache-2.0
// The rows of a thermal plant; what its row families share.
//
//   u[t] on, v[t] start, w[t] stop: binary for one unit, whole numbers up to N for a plant of N units alike;
//   p[t] output above least output [MW]; q_l[t] the part of p[t] in piece l of the production curve; r_k[t]
//   reserve (thermal_plant_reserve.cpp); d_k[t] starts in category k, all but the coldest; x_i[t] starts at t
//   of units that stopped i steps before (several units only).
//   P least output, C capacity, SU and SD start-up and shut-down limits, RU and RD ramps times step length;
//   an outage lowers C[t] and the number of units N[t] that may be on.
#pragma once

#include <vector>

#include "model/components/production_curve.hpp"
#include "model/components/thermal_plant_fuels.hpp"
#include "model/components/thermal_plant_reserve.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

class ThermalRows {
public:
    ThermalRows(const ThermalPlant& plant, Formulation& f);
    void write();

private:
    void commitment();
    void minimum_times();
    void minimum_up_times(int t);
    void initial_and_outage(int t);
    /// Per step, of a plant that must run: all that no outage keeps off, by itself or by the least time off after it.
    std::vector<double> units_that_must_run() const;
    void output();
    void capacity();
    void ramps();
    void ramp_down_row(int t);
    void start_categories();
    /// Starts in category k are starts of units that stopped in time, no unit counted twice.
    void match_starts();
    struct Stop {
        int step = 0;
        double hours_off = 0.0;
    };
    /// A stop so many steps before a start at t, where there is such a step.
    std::optional<Stop> stop_before(int t, int lag) const;
    /// Columns and terms of starts so many steps after a stop; whether any such start is warmer than the coldest.
    bool match_lag(int lag, std::vector<std::vector<Expression>>& starts, std::vector<Expression>& stops);
    /// Adds starts of units that were off before the horizon.
    void match_initial(std::vector<std::vector<Expression>>& starts);
    void exact_fuel();
    void exact_start_category(std::size_t k, int t);
    /// Pays for each MW by which the output changes.
    void changes();
    void costs_and_balance();
    /// Makes the columns of the fuels.
    void hold_fuels();
    /// What the loss of one of several units takes away at most, per step [MW].
    std::vector<Expression> any_unit_loss();
    /// Whether the plant was off before the horizon for hours that make a start at t one of category k.
    bool initial_counts(std::size_t k, int t) const;
    /// Cost or fuel of a start at step t.
    Expression start_sum(const Steps& categories, int t) const;

    bool is_single() const { return p_.units == 1.0; }
    double span_mw() const { return p_.capacity_mw - p_.min_output_mw; }
    /// Capacity of a unit under outages.
    double capacity_at(int t) const { return left_.share(t) * p_.capacity_mw; }
    /// Units that may be on: none where less than the least output is left.
    double units_at(int t) const;
    /// The stop that would follow step t, as an expression; nothing at the end of a period and before a trip.
    Expression next_stop(int t) const {
        return time_.is_last(t) || left_.trips(t + 1) ? Expression{} : Expression{stop_[t + 1]};
    }
    Expression on_before(int t) const;
    Expression above_before(int t) const;
    /// All units together [MW].
    Expression output_at(int t) const { return p_.min_output_mw * on_[t] + Expression{above_[t]}; }
    Expression output_before(int t) const { return p_.min_output_mw * on_before(t) + above_before(t); }
    /// left <= width u - start_cut v - stop_cut w[t+1], in one row where start and stop cannot meet.
    void limit(const Equation& equation, int t, const Expression& left, double width, double start_cut,
               double stop_cut);

    const ThermalPlant& p_;
    Formulation& f_;
    const Horizon& time_;
    Desk d_;
    Availability left_;
    ThermalReserve reserve_;
    ThermalFuels fuels_;
    ProductionCurve curve_;
    Series on_, start_, stop_, above_;
    std::vector<double> must_run_;       ///< units that must be on
    std::vector<double> start_changes_;  ///< hours off
    std::vector<Series> pieces_, categories_;
};

/// Hours off at which any list of start categories of the plant changes.
std::vector<double> start_changes(const ThermalPlant& plant);

inline constexpr std::string_view knueven_review =
    "Knueven, Ostrowski & Watson (2020), INFORMS J. Computing 32(4), doi:10.1287/ijoc.2019.0944";

// Families that thermal_plant_times.cpp writes; of a plant of several units, sums over its units.
inline constexpr std::string_view rajan_minimum_times =
    "Rajan & Takriti (2005), IBM Research Report RC23628; limits past the start of the "
    "horizon from the initial state";
inline constexpr Equation minimum_up{"minimum up time",
                                     "1",
                                     "sum(v[i], i in the last min_up_h hours up to t) <= u[t]",
                                     rajan_minimum_times,
                                     Rigidity::operation,
                                     "it would have to stop before its minimum up time is over"};
inline constexpr Equation minimum_down{"minimum down time",
                                       "1",
                                       "sum(w[i], i in the last min_down_h hours up to t) <= 1 - u[t]",
                                       rajan_minimum_times,
                                       Rigidity::operation,
                                       "it would have to start before its minimum down time is over"};
inline constexpr Equation cluster_up{
    "minimum up time after trips",
    "1",
    "sum(v[i], i in the last min_up_h hours up to t) <= u[t] + units that tripped since; several units only",
    "Morales-Espana & Tejada-Arango (2019), IEEE Trans. Power Systems 34(6), doi:10.1109/TPWRS.2019.2908974, for units "
    "counted together; trips by definition",
    Rigidity::operation,
    "it would have to stop before its minimum up time is over"};

// Families that thermal_plant_starts.cpp writes.
inline constexpr Equation start_window{
    "start category", "1", "d_k[t] <= sum(w[i], hours off from i to t in category k)",
    "Morales-Espana, Latorre & Ramos (2013), IEEE Trans. Power Systems 28(4), doi:10.1109/TPWRS.2013.2251373",
    Rigidity::law};
inline constexpr Equation start_choice{"start categories", "1",
                                       "sum(d_k[t], k) <= v[t]; the coldest category is what is left", knueven_review,
                                       Rigidity::law};
inline constexpr Equation start_match{
    "matched starts", "1", "d_k[t] = sum(x_i[t], hours off over i steps in category k) + y_k[t]; several units only",
    knueven_review, Rigidity::law};
inline constexpr Equation stop_match{"matched stops", "1",
                                     "sum(x_i[t+i], i) <= w[t]; sum(y_k[t], k, t) <= units off before the start",
                                     knueven_review, Rigidity::law};
// A least draw can reward burning more than the curve says; these rows leave no such choice.
inline constexpr Equation filled_piece{"filled piece", "MW",
                                       "q_l[t] >= width_l full_l[t], q_{l+1}[t] <= width_{l+1} full_l[t]",
                                       "definition of a curve; only where the fuel has a least draw", Rigidity::law};
inline constexpr Equation due_category{
    "due start category", "1", "d_k[t] >= v[t] + w[i] - 1 - sum(w[j], i < j < t), hours off from i to t in category k",
    "definition; only where the fuel has a least draw", Rigidity::law};

// Families that thermal_plant_following.cpp writes.
inline constexpr Equation thermal_rise{
    "rise of output", "MW", "rise[t] >= o[t] - o[t-1], o[t] = P u[t] + p[t]; only where a rise costs something",
    "definition; wear by cycling as in Kumar et al. (2012), NREL/SR-5500-55433", Rigidity::law};
inline constexpr Equation thermal_fall{
    "fall of output", "MW", "fall[t] >= o[t-1] - o[t] - C units that trip; only where a fall costs something",
    "definition; wear by cycling as in Kumar et al. (2012), NREL/SR-5500-55433", Rigidity::law};

inline constexpr double rounding_h = 1e-9;

}  // namespace indus::model
