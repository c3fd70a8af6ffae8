// SPDX-License-Identifier: Apache-2.0
// What a thermal plant holds as reserve, up and down while on, and up from units that are off.
//
//   r_k[t] [MW] reserve of a product while on    s_k[t] [MW] reserve of units that are off and start in time
#pragma once

#include <optional>
#include <vector>

#include "model/components/thermal_plant.hpp"
#include "model/formulation.hpp"

namespace indus::model {

inline constexpr Equation thermal_footroom{"reserve down", "MW", "p[t] - sum(r_k[t], k down) >= 0",
                                           "definition; symmetric to the capacity that reserve up leaves",
                                           Rigidity::law};
inline constexpr Equation thermal_joint_response{
    "joint response", "MW", "sum(r_j[t], j joint, of the direction of k and no slower) <= ramp response_minutes_k u[t]",
    "definition; products that are called together share the ramp", Rigidity::law};
inline constexpr Equation thermal_standby{"reserve from standstill", "MW",
                                          "sum(s_j[t], j no slower than k) <= quick_start(response_minutes_k) (units - "
                                          "u[t] - sum(w[i], i in the last min_down_h hours up to t))",
                                          "Morales-Espana, Ramos & Garcia-Gonzalez (2014), IEEE Trans. Power Systems "
                                          "29(1), doi:10.1109/TPWRS.2013.2259601, for units "
                                          "that are off; here without those that may not start yet",
                                          Rigidity::law};

inline constexpr Equation thermal_ready{
    "reserve from standstill in outages", "MW",
    "sum(s_j[t], j no slower than k) <= quick_start(response_minutes_k) (N[t] - u[t])",
    "definition; units that are out cannot start; several units only", Rigidity::law};

inline constexpr Equation thermal_standby_limit{"limit of reserve from standstill", "MW",
                                                "s_k[t] <= reserve_limit_k (N[t] - u[t]); several units only",
                                                "definition: a bound says the same of a single one", Rigidity::law};

inline constexpr Equation thermal_response{"response of units", "MW", "r_k[t] <= ramp response_minutes_k u[t]",
                                           "definition; several units only: a bound says the same of a single one",
                                           Rigidity::law};

inline constexpr Equation thermal_band{
    "band", "MW",
    "r_k[t] <= limit_k b[t], k in band_products; b[t] <= u[t]; p[t] + sum(r_k[t], k up) <= (C-P) u[t] - (C-B) b[t]; "
    "p[t] - sum(r_k[t], k down) >= (A-P) b[t]; band from A to B",
    "definition, as units under automatic generation control are limited in North American markets; Ela, Milligan & "
    "Kirby (2011), NREL/TP-5500-51978",
    Rigidity::law};

class ThermalReserve {
public:
    ThermalReserve(const ThermalPlant& plant, Formulation& f, const Desk& d) : p_{plant}, f_{f}, d_{d} {}
    /// Makes the columns; `units` that could be on or stand by at each step.
    void hold(const std::vector<double>& units);
    /// Writes the rows that concern reserve alone, and adds what is held to the products.
    void write(const Series& on, const Series& stop, const Series& above);
    /// Held at step t by units that are on [MW].
    Expression up(int t) const { return spinning(t, ReserveDirection::up); }
    Expression down(int t) const { return spinning(t, ReserveDirection::down); }
    /// What reserve of a direction takes of the ramp of step t [MW over the step].
    Expression ramp_use(int t, ReserveDirection direction) const;
    /// Whether a product covers the loss of the unit, and telling the products what that takes away.
    bool must_tell_loss() const;
    void tell_loss(const std::vector<Expression>& output) const;

private:
    struct Product {
        int index = 0;
        const Reserve* terms = nullptr;
        Series spinning{};
        std::optional<Series> standby{};
    };
    void keep_to_band(const Series& on, const Series& above);
    Expression spinning(int t, ReserveDirection direction) const;
    Expression held(const Product& product, int t) const;
    double ramp_limit(const Reserve& product) const;
    void add_cost(const Product& product);
    void response_of_units(const Product& product, const Series& on);
    void joint_response(const Product& slowest, const Series& on);
    Expression standby_up_to(const Product& slowest, int t) const;
    void standby(const Product& slowest, const Series& on, const Series& stop);

    const ThermalPlant& p_;
    Formulation& f_;
    const Desk& d_;
    std::vector<double> units_;
    std::vector<Product> products_;
};

}  // namespace indus::model
