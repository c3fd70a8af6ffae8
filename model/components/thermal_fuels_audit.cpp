// SPDX-License-Identifier: Apache-2.0
// Follows which fuel a thermal plant burns, from the heat that its output and its starts ask for.
#include <algorithm>

#include "model/components/thermal_plant_audit.hpp"

namespace indus::model {

namespace {

constexpr double trace_gj = 1e-4;  ///< less than this is none

}  // namespace

void ThermalAudit::burn(std::span<const double> heat) {
    if (!p_.second_fuel.is_set()) return d_.burn(p_.fuel, p_.zone, heat);
    const auto use = d_.series("second_fuel_use");
    const auto on = d_.series("on");
    std::vector<double> first(heat.begin(), heat.end()), second(use.begin(), use.end());
    std::optional<bool> burns_second;  // since when the plant is on
    for (int t = 0; t < a_.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double replaced = second[i] / p_.second_fuel_heat_factor;
        first[i] -= replaced;
        d_.at_least(t, second[i], 0.0, "use of the second fuel", "GJ");
        d_.at_most(t, replaced, p_.second_fuel_max_share * heat[i], "heat from the second fuel", "GJ");
        if (a_.horizon().is_first(t)) {
            burns_second.reset();
            if (p_.initially_on()) burns_second = p_.initial_second_fuel;
        }
        if (on[i] < 0.5) burns_second.reset();
        if (p_.fuel_choice != FuelChoice::mix) one_fuel(t, first[i], replaced, burns_second);
        count_renewable(t, first[i], replaced);
    }
    d_.burn(p_.zone, {{p_.fuel, first}, {p_.second_fuel, second}});
}

void ThermalAudit::one_fuel(int t, double first_gj, double second_gj, std::optional<bool>& burns_second) const {
    d_.at_most(t, std::min(first_gj, second_gj), 0.0, "heat from the lesser of two fuels, burnt one at a time,", "GJ");
    if (std::max(first_gj, second_gj) < trace_gj) return;
    const bool is_second = second_gj > first_gj;
    if (p_.fuel_choice == FuelChoice::start && burns_second)
        d_.equal(t, is_second ? 1.0 : 0.0, *burns_second ? 1.0 : 0.0, "choice of the second fuel since the start", "");
    burns_second = is_second;
    const auto i = static_cast<std::size_t>(t);
    d_.equal(t, d_.series("on_second_fuel")[i], is_second ? 1.0 : 0.0, "choice of the second fuel", "");
    if (p_.renewable_fuels(a_.system().data()) == RenewableFuels::one)
        d_.equal(t, d_.series("second_fuel_output")[i], is_second ? d_.series("output")[i] : 0.0,
                 "output from the second fuel", "MW");
}

void ThermalAudit::count_renewable(int t, double first_gj, double second_gj) const {
    if (p_.renewable_fuels(a_.system().data()) != RenewableFuels::one) return;
    const double output = d_.series("output")[static_cast<std::size_t>(t)];
    const double total = first_gj + second_gj;
    const double renewable_gj = a_.system().at(p_.second_fuel).renewable ? second_gj : first_gj;
    if (total > trace_gj) d_.count_renewable(t, output * renewable_gj / total);
}

}  // namespace indus::model
