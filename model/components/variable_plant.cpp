// SPDX-License-Identifier: Apache-2.0
#include "model/components/variable_plant.hpp"

#include "model/audit.hpp"
#include "model/components/reserve_rows.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

// The first two are a bound and a definition: neither needs a row.
constexpr std::array variable_equations{
    Equation{"available power", "MW", "0 <= output[t] <= availability[t] * capacity", "definition"},
    Equation{"curtailment", "MW", "curtailment[t] = availability[t] * capacity - output[t]", "definition"},
    weather_power_up, weather_power_down};

}  // namespace

std::span<const Equation> VariablePlant::equations() { return variable_equations; }

void VariablePlant::check(Complaints&) const {}

void VariablePlant::add_rows(Formulation& f, std::string_view kind) const {
    const int steps = f.horizon().step_count();
    std::vector<double> available;
    const Availability left{f.system(), name, capacity_mw};
    for (int t = 0; t < steps; ++t) available.push_back(left.share(t) * available_mw(t));

    const Desk d = f.open(kind, name);
    const Series output = d.variables("output", "MW", 0.0, available);
    for (int t = 0; t < steps; ++t) {
        const double h = f.horizon().hours(t);
        const double available_now = available[static_cast<std::size_t>(t)];
        const Expression curtailed = Expression{available_now} - output[t];
        d.generate(zone, t, output[t]);
        f.add_renewable_power(zone, t, available_now);
        d.derive("curtailment", "MW", t, curtailed);
        if (variable_cost_per_mwh != 0.0) d.cost("variable", t, variable_cost_per_mwh * h * output[t]);
        if (curtailment_cost_per_mwh != 0.0) d.cost("curtailment", t, curtailment_cost_per_mwh * h * curtailed);
    }
    if (provides_reserve) hold_weather_reserve(f, d, zone, available, output);
}

void VariablePlant::audit_output(Audit& a, std::string_view kind) const {
    const AuditDesk d = a.desk(kind, name);
    const auto output = d.series("output");
    const auto curtailment = d.series("curtailment");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double available = d.capacity_left(t, capacity_mw) * availability[t];
        d.at_least(t, output[i], 0.0, "output", "MW");
        d.at_most(t, output[i], available, "output", "MW");
        d.equal(t, curtailment[i], available - output[i], "curtailment", "MW");
        d.charge("variable", t, variable_cost_per_mwh * a.horizon().hours(t) * output[i]);
        d.charge("curtailment", t, curtailment_cost_per_mwh * a.horizon().hours(t) * (available - output[i]));
        d.generate(zone, t, output[i]);
        a.add_renewable_power(zone, t, available);
        audit_weather_reserve(a, d, zone, provides_reserve, t, available, output[i]);
    }
}

}  // namespace indus::model
