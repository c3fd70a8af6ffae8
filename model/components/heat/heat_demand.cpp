// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/heat_demand.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

// A bound and a cost: neither needs a row.
constexpr std::array heat_demand_equations{
    Equation{"unserved heat", "MW", "0 <= unserved_heat[t] <= load[t]; only where it has a cost", "definition"},
    Equation{"cost of unserved heat", "money", "h value_of_lost_heat unserved_heat[t]", "definition"}};

}  // namespace

std::span<const Equation> HeatDemand::equations() { return heat_demand_equations; }

void HeatDemand::check(Complaints&) const {}

void HeatDemand::add_to(Formulation& f, int) const {
    const Desk d = f.desk(*this);
    auto& balance = f.shared<HeatBalance>(f.system());
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        balance.at(node, t) -= load_mw[t];
        d.derive("load", "MW", t, load_mw[t]);
    }
    if (!value_of_lost_heat_per_mwh) return;
    const Series unserved = d.variables("unserved_heat", "MW", 0.0, load_mw.values);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        balance.at(node, t) += unserved[t];
        d.cost("unserved_heat", t, *value_of_lost_heat_per_mwh * f.horizon().hours(t) * unserved[t]);
    }
}

void HeatDemand::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto load = d.series("load");
    const auto unserved = d.optional_series("unserved_heat");
    const double value = value_of_lost_heat_per_mwh.value_or(0.0);
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        d.equal(t, load[i], load_mw[t], "heat asked for", "MW");
        d.at_least(t, unserved[i], 0.0, "unserved heat", "MW");
        d.at_most(t, unserved[i], value_of_lost_heat_per_mwh ? load_mw[t] : 0.0, "unserved heat", "MW");
        d.charge("unserved_heat", t, value * a.horizon().hours(t) * unserved[i]);
        a.shared<AuditedHeatBalance>(a.system()).at(node, t) -= load_mw[t] - unserved[i];
    }
}

}  // namespace indus::model
