// SPDX-License-Identifier: Apache-2.0
#include "model/components/run_of_river.hpp"

#include <algorithm>

#include "model/audit.hpp"
#include "model/components/reserve_rows.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

// The first two are a bound and a definition: neither needs a row.
constexpr std::array river_equations{
    Equation{"available water", "MW", "0 <= output[t] <= min(capacity, max(0, inflow[t] - environmental_release[t]))",
             "definition"},
    Equation{"spill", "MW", "spill[t] = inflow[t] - output[t]", "definition; environmental release included"},
    weather_power_up, weather_power_down};

}  // namespace

std::span<const Equation> RunOfRiver::equations() { return river_equations; }

void RunOfRiver::check(Complaints&) const {}

double RunOfRiver::available_mw(int t) const {
    return std::min(capacity_mw, std::max(0.0, inflow_mw[t] - environmental_release_mw[t]));
}

void RunOfRiver::add_to(Formulation& f, int) const {
    const int steps = f.horizon().step_count();
    std::vector<double> available;
    const Availability left{f.system(), name, capacity_mw};
    for (int t = 0; t < steps; ++t) available.push_back(std::min(available_mw(t), left.share(t) * capacity_mw));

    const Desk d = f.desk(*this);
    const Series output = d.variables("output", "MW", 0.0, available);
    for (int t = 0; t < steps; ++t) {
        d.generate(zone, t, output[t]);
        d.derive("spill", "MW", t, Expression{inflow_mw[t]} - output[t]);
        if (variable_cost_per_mwh != 0.0)
            d.cost("variable", t, variable_cost_per_mwh * f.horizon().hours(t) * output[t]);
    }
    if (provides_reserve) hold_weather_reserve(f, d, zone, available, output);
}

void RunOfRiver::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto output = d.series("output");
    const auto spill = d.series("spill");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        d.at_least(t, output[i], 0.0, "output", "MW");
        const double left_mw = d.capacity_left(t, capacity_mw);
        d.at_most(t, output[i], left_mw, "output", "MW");
        // Where less water arrives than the environment needs, all of it passes beside the turbines.
        d.at_most(t, output[i], std::max(0.0, inflow_mw[t] - environmental_release_mw[t]), "turbined water", "MW");
        d.equal(t, spill[i] + output[i], inflow_mw[t], "spilled and turbined water", "MW");
        d.charge("variable", t, variable_cost_per_mwh * a.horizon().hours(t) * output[i]);
        d.generate(zone, t, output[i]);
        const double usable = std::min(left_mw, std::max(0.0, inflow_mw[t] - environmental_release_mw[t]));
        audit_weather_reserve(a, d, zone, provides_reserve, t, usable, output[i]);
    }
}

}  // namespace indus::model
