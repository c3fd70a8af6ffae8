// SPDX-License-Identifier: Apache-2.0
// Which of two fuels a thermal plant burns.
//
//   g[t] second_fuel_use [GJ]    s[t] on_second_fuel {0,1}    e[t] second_fuel_output [MW]
//   H[t] heat that the curve and the starts of step t ask for, as GJ of the first fuel; f second_fuel_heat_factor;
//   m second_fuel_max_share; M[t] the most that H[t] can be
#pragma once

#include "model/components/thermal_plant.hpp"
#include "model/formulation.hpp"

namespace indus::model {

inline constexpr Equation thermal_second_fuel{"second fuel", "GJ",
                                              "g[t] <= m f H[t]; the first fuel gives H[t] - g[t]/f",
                                              "definition of the fuel-specific heat rate", Rigidity::law};
inline constexpr Equation thermal_one_fuel{
    "one fuel at a time", "GJ",
    "g[t] <= f M[t] s[t], H[t] - g[t]/f <= M[t] (u[t] - s[t]); where fuel_choice is not mix", "definition",
    Rigidity::law};
inline constexpr Equation thermal_fuel_of_start{
    "fuel from start to stop", "1", "-w[t] <= s[t] - s[t-1] <= v[t]; where fuel_choice is start",
    "definition: the fuel changes with a start or a stop alone", Rigidity::law};
inline constexpr Equation thermal_fuel_energy{
    "energy of the second fuel", "MW",
    "e[t] <= C s[t], e[t] <= output[t], output[t] - e[t] <= C (u[t] - s[t]); where one fuel at a time and only one of "
    "the two is renewable",
    "definition: e[t] = output[t] s[t], exact for whole s[t]", Rigidity::law};

class ThermalFuels {
public:
    ThermalFuels(const ThermalPlant& plant, Formulation& f, const Desk& d) : p_{plant}, f_{f}, d_{d} {}
    /// Makes the columns, given the most heat a unit can ask for at each step [GJ].
    void hold(const std::vector<double>& most_gj);
    /// Which fuel is burnt from start to stop.
    void follow(const Series& start, const Series& stop) const;
    /// Burns `heat` [GJ] at step t for `output` [MW], and counts what of it is renewable.
    void burn(int t, const Expression& heat, const Expression& output, Variable on) const;

private:
    bool is_single() const { return p_.fuel_choice != FuelChoice::mix; }
    void one_at_a_time(int t, const Expression& heat, Variable on) const;
    void count_renewable(int t, const Expression& output, Variable on) const;

    const ThermalPlant& p_;
    Formulation& f_;
    const Desk& d_;
    std::vector<double> most_gj_;
    Series use_{}, second_{}, energy_{};
};

}  // namespace indus::model
