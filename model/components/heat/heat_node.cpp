// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/heat_node.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

constexpr std::array node_equations{Equation{
    "heat balance", "MW",
    "sum(boilers, cogeneration: heat[t]) + sum(heat stores: discharge[t] - charge[t]) - sum(heat demands: load[t] - "
    "unserved_heat[t]) - sum(processes: heat[t]) - vented[t] = 0",
    "first law of thermodynamics; heat of one kind", Rigidity::balance,
    "heat given {verb} heat taken by {amount} MW, which no unserved heat and no venting allows for"}};

}  // namespace

std::span<const Equation> HeatNode::equations() { return node_equations; }

void HeatNode::check(Complaints&) const {}

void HeatNode::add_to(Formulation& f, int index) const {
    if (!may_vent) return;
    // More than everything the node could receive is never let go; the bound only has to be finite and safe.
    constexpr double most_mw = 1e6;
    const Series vented = f.desk(*this).variables("vented", "MW", 0.0, most_mw);
    auto& balance = f.shared<HeatBalance>(f.system());
    for (int t = 0; t < f.horizon().step_count(); ++t) balance.at(index, t).add(vented[t], -1.0);
}

void HeatNode::close(Formulation& f, int index) const {
    const Desk d = f.linking_desk(*this);
    auto& balance = f.shared<HeatBalance>(f.system());
    for (int t = 0; t < f.horizon().step_count(); ++t) d.require(node_equations[0], t, balance.at(index, t) == 0.0);
}

void HeatNode::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const auto vented = d.optional_series("vented");
    auto& balance = a.shared<AuditedHeatBalance>(a.system());
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const double let_go = vented[static_cast<std::size_t>(t)];
        d.at_least(t, let_go, 0.0, "vented heat", "MW");
        if (!may_vent) d.at_most(t, let_go, 0.0, "vented heat of a node that may not vent", "MW");
        d.equal(t, balance.at(index, t) - let_go, 0.0, "heat given less heat taken", "MW");
    }
}

}  // namespace indus::model
