// SPDX-License-Identifier: Apache-2.0
#include "model/components/reserve.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr std::array reserve_equations{Equation{
    "reserve requirement", "MW",
    "sum(providers: reserve[t]) + shortfall[t] >= requirement[t] + share_of_load * load[t] + share_of_renewables * "
    "available renewables[t]",
    "definition; shortfall only where it has a cost"}};

}  // namespace

std::span<const Equation> Reserve::equations() { return reserve_equations; }

void Reserve::check(Complaints&) const {}

double Reserve::requirement(int t, double load_mw, double renewable_mw) const {
    return requirement_mw[t] + share_of_load * load_mw + share_of_renewables * renewable_mw;
}

void Reserve::add_to(Formulation&, int) const {}

void Reserve::close(Formulation& f, int index) const {
    const Desk d = f.linking_desk(*this);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        d.derive("requirement", "MW", t, requirement(t, f.load(t), f.renewable_power(t)));
        d.derive("provided", "MW", t, f.reserve(index, t));
    }
    if (shortfall_cost_per_mwh) add_shortfall(f, index);
    for (int t = 0; t < f.horizon().step_count(); ++t)
        d.require(reserve_equations[0], t, f.reserve(index, t) >= requirement(t, f.load(t), f.renewable_power(t)));
}

void Reserve::add_shortfall(Formulation& f, int index) const {
    const int steps = f.horizon().step_count();
    std::vector<double> most;
    for (int t = 0; t < steps; ++t) most.push_back(requirement(t, f.load(t), f.renewable_power(t)));
    const Desk d = f.desk(*this);
    const Series shortfall = d.variables("shortfall", "MW", 0.0, most);
    for (int t = 0; t < steps; ++t) {
        f.reserve(index, t).add(shortfall[t], 1.0);
        d.cost("reserve_shortfall", t, *shortfall_cost_per_mwh * f.horizon().hours(t) * shortfall[t]);
    }
}

void Reserve::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const auto shortfall = d.optional_series("shortfall");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const double missing = shortfall[static_cast<std::size_t>(t)];
        d.at_least(t, missing, 0.0, "shortfall", "MW");
        if (!shortfall_cost_per_mwh) d.at_most(t, missing, 0.0, "shortfall of a reserve without a price for it", "MW");
        d.charge("reserve_shortfall", t, shortfall_cost_per_mwh.value_or(0.0) * a.horizon().hours(t) * missing);
        d.at_least(t, a.provided(index, t) + missing, requirement(t, a.load(t), a.renewable_power(t)), "reserve", "MW");
    }
}

}  // namespace indus::model
