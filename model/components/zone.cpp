// SPDX-License-Identifier: Apache-2.0
#include "model/components/zone.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr std::array zone_equations{Equation{
    "power balance", "MW",
    "sum(plants: output[t]) + sum(stores: discharge[t] - charge[t]) + sum(lines: arriving[t] - sent[t]) "
    "- sum(demands: withdrawal[t]) - surplus[t] = 0",
    "Kirchhoff's current law, without limits inside the zone"}};

}  // namespace

std::span<const Equation> Zone::equations() { return zone_equations; }

void Zone::check(Complaints&) const {}

void Zone::add_to(Formulation& f, int index) const {
    if (!surplus_cost_per_mwh) return;
    // More than everything the zone could receive is never dumped; the bound only has to be finite and safe.
    constexpr double most_mw = 1e6;
    const Desk d = f.desk(*this);
    const Series surplus = d.variables("surplus", "MW", 0.0, most_mw);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        f.zone_balance(index, t).add(surplus[t], -1.0);
        d.cost("surplus", t, *surplus_cost_per_mwh * f.horizon().hours(t) * surplus[t]);
    }
}

void Zone::close(Formulation& f, int index) const {
    const Desk d = f.linking_desk(*this);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        d.require(zone_equations[0], t, f.zone_balance(index, t) == 0.0);
        d.derive("net_import", "MW", t, f.net_import(index, t));
    }
}

void Zone::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const auto surplus = d.optional_series("surplus");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const double dumped = surplus[static_cast<std::size_t>(t)];
        d.at_least(t, dumped, 0.0, "surplus", "MW");
        if (!surplus_cost_per_mwh) d.at_most(t, dumped, 0.0, "surplus of a zone without a price for it", "MW");
        d.charge("surplus", t, surplus_cost_per_mwh.value_or(0.0) * a.horizon().hours(t) * dumped);
        d.equal(t, a.net_supply(index, t) - dumped, 0.0, "supply less demand", "MW");
    }
}

}  // namespace indus::model
