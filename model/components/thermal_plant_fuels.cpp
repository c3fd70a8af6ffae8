// SPDX-License-Identifier: Apache-2.0
#include "model/components/thermal_plant_fuels.hpp"

namespace indus::model {

void ThermalFuels::hold(const std::vector<double>& most_gj) {
    if (!p_.second_fuel.is_set()) return;
    most_gj_ = most_gj;
    std::vector<double> most;
    most.reserve(most_gj.size());
    for (const double each : most_gj)
        most.push_back(p_.units * p_.second_fuel_max_share * p_.second_fuel_heat_factor * each);
    use_ = d_.variables("second_fuel_use", "GJ", 0.0, most);
    if (!is_single()) return;
    second_ = d_.binaries("on_second_fuel");
    if (p_.renewable_fuels(f_.system().data()) == RenewableFuels::one)
        energy_ = d_.variables("second_fuel_output", "MW", 0.0, p_.capacity_mw);
}

void ThermalFuels::follow(const Series& start, const Series& stop) const {
    if (!p_.second_fuel.is_set() || p_.fuel_choice != FuelChoice::start) return;
    for (int t = 0; t < f_.horizon().step_count(); ++t) {
        const auto before = f_.horizon().before(t);
        const Expression last = before ? Expression{second_[*before]} : Expression{p_.initial_second_fuel ? 1.0 : 0.0};
        d_.require(thermal_fuel_of_start, t, Expression{second_[t]} - last - start[t] <= 0.0);
        d_.require(thermal_fuel_of_start, t, last - second_[t] - stop[t] <= 0.0);
    }
}

void ThermalFuels::burn(int t, const Expression& heat, const Expression& output, Variable on) const {
    if (!p_.second_fuel.is_set()) return d_.draw_fuel(p_.fuel, p_.zone, t, heat);
    const double factor = p_.second_fuel_heat_factor;
    d_.require(thermal_second_fuel, t, Expression{use_[t]} - p_.second_fuel_max_share * factor * heat <= 0.0);
    if (is_single()) one_at_a_time(t, heat, on);
    count_renewable(t, output, on);
    Expression first = heat;
    first.add(use_[t], -1.0 / factor);
    d_.draw_fuel(p_.fuel, p_.zone, t, first);
    d_.draw_fuel(p_.second_fuel, p_.zone, t, Expression{use_[t]});
}

void ThermalFuels::one_at_a_time(int t, const Expression& heat, Variable on) const {
    const double factor = p_.second_fuel_heat_factor;
    const double most = most_gj_[static_cast<std::size_t>(t)];
    d_.require(thermal_one_fuel, t, Expression{use_[t]} - factor * most * second_[t] <= 0.0);
    d_.require(thermal_one_fuel, t, heat - (1.0 / factor) * use_[t] - most * on + most * second_[t] <= 0.0);
}

void ThermalFuels::count_renewable(int t, const Expression& output, Variable on) const {
    if (p_.renewable_fuels(f_.system().data()) != RenewableFuels::one) return;
    Expression second;
    if (is_single()) {
        second = energy_[t];
        d_.require(thermal_fuel_energy, t, Expression{energy_[t]} - p_.capacity_mw * second_[t] <= 0.0);
        d_.require(thermal_fuel_energy, t, Expression{energy_[t]} - output <= 0.0);
        d_.require(thermal_fuel_energy, t,
                   output - energy_[t] - p_.capacity_mw * on + p_.capacity_mw * second_[t] <= 0.0);
    } else {
        const double gj_per_mw = f_.horizon().hours(t) * p_.heat_rate_gj_per_mwh * p_.second_fuel_heat_factor;
        second = (1.0 / gj_per_mw) * use_[t];
    }
    d_.count_renewable(t, f_.system().at(p_.second_fuel).renewable ? second : output - second);
}

}  // namespace indus::model
