// SPDX-License-Identifier: Apache-2.0
#include "model/components/line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/network/line_flows.hpp"

namespace indus::model {

namespace {

constexpr Equation soft_limits{"soft line limits", "MW",
                               "forward[t] <= capacity[t] + overload[t], backward[t] <= reverse_capacity + overload[t]",
                               "definition; only where violation_cost_per_mwh is given", Rigidity::law};
constexpr Equation one_way{"one direction", "MW",
                           "forward[t] <= capacity[t] * mode[t], backward[t] <= reverse_capacity * (1 - mode[t])",
                           "definition; only at steps where a solution sent both ways", Rigidity::law};
constexpr std::array line_equations{
    Equation{"line limits", "MW", "0 <= forward[t] <= capacity[t], 0 <= backward[t] <= reverse_capacity", "definition"},
    Equation{"line losses", "MW", "arriving[t] = sent[t] * (1 - loss_share) * (1 - converter_loss_share)^2",
             "definition; converters at both ends of an HVDC link only"},
    soft_limits, one_way};

void limit_softly(const Line& line, const Formulation& f, const Desk& d, Series forward, Series backward,
                  Series overload) {
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        d.require(soft_limits, t, Expression{forward[t]} - overload[t] <= line.capacity(t));
        d.require(soft_limits, t, Expression{backward[t]} - overload[t] <= line.reverse_capacity(t));
        d.cost("line_violation", t, *line.violation_cost_per_mwh * f.horizon().hours(t) * overload[t]);
    }
}

}  // namespace

std::span<const Equation> Line::equations() { return line_equations; }

double Line::delivered_share() const {
    const double converter = 1.0 - converter_loss_share;
    return (1.0 - loss_share) * converter * converter;
}

void Line::check(Complaints& complaints) const {
    if (from.name == to.name) complaints.add("to", to.name, fmt::format("another zone than from ({})", from.name));
    if (technology == LineTechnology::transport && converter_loss_share != 0.0)
        complaints.add("converter_loss_share", converter_loss_share, "0, as a transport line has no converters");
}

double Line::flow_bound(int t) const {
    const bool may_exceed = violation_cost_per_mwh && in_service && available[t] > 0.0;
    return std::max(capacity(t), reverse_capacity(t)) + (may_exceed ? most_overload_mw : 0.0);
}

void Line::add_to(Formulation& f, int) const {
    const int steps = f.horizon().step_count();
    std::vector<double> most_forward, most_backward, bound;
    for (int t = 0; t < steps; ++t) {
        bound.push_back(flow_bound(t));
        most_forward.push_back(violation_cost_per_mwh ? bound.back() : capacity(t));
        most_backward.push_back(violation_cost_per_mwh ? bound.back() : reverse_capacity(t));
    }
    const double share = delivered_share();

    const Desk d = f.desk(*this);
    const Series forward = d.variables("forward", "MW", 0.0, most_forward);
    const Series backward = d.variables("backward", "MW", 0.0, most_backward);
    const std::optional<Series> modes = d.modes();
    if (violation_cost_per_mwh) limit_softly(*this, f, d, forward, backward, d.variables("overload", "MW", 0.0, bound));
    for (int t = 0; t < steps; ++t) {
        note_flow(f, kind, name, t, Expression{forward[t]} - backward[t]);
        const Expression into_from = share * backward[t] - Expression{forward[t]};
        const Expression into_to = share * forward[t] - Expression{backward[t]};
        f.zone_balance(from, t) += into_from;
        f.zone_balance(to, t) += into_to;
        f.net_import(from, t) += into_from;
        f.net_import(to, t) += into_to;
        d.derive("delivered_forward", "MW", t, share * forward[t]);
        d.derive("delivered_backward", "MW", t, share * backward[t]);
        if (wheeling_cost_per_mwh != 0.0)
            d.cost("wheeling", t,
                   wheeling_cost_per_mwh * f.horizon().hours(t) * (Expression{forward[t]} + backward[t]));
        if (!d.chooses_mode(t)) continue;
        const auto i = static_cast<std::size_t>(t);
        d.require(one_way, t, Expression{forward[t]} <= most_forward[i] * (*modes)[t]);
        d.require(one_way, t, Expression{backward[t]} + most_backward[i] * (*modes)[t] <= most_backward[i]);
    }
}

void Line::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto forward = d.series("forward");
    const auto backward = d.series("backward");
    const auto overload = d.optional_series("overload");
    const double kept = (1.0 - loss_share) * (1.0 - converter_loss_share) * (1.0 - converter_loss_share);
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        d.at_least(t, forward[i], 0.0, "forward flow", "MW");
        d.at_least(t, backward[i], 0.0, "backward flow", "MW");
        const double there = in_service ? available[t] : 0.0;
        d.at_least(t, overload[i], 0.0, "overload", "MW");
        if (!violation_cost_per_mwh) d.at_most(t, overload[i], 0.0, "overload of a line with a hard limit", "MW");
        d.at_most(t, forward[i] - overload[i], there * capacity_mw[t], "forward flow", "MW");
        d.at_most(t, backward[i] - overload[i], there * reverse_capacity_mw.value_or(capacity_mw[t]), "backward flow",
                  "MW");
        d.charge("line_violation", t, violation_cost_per_mwh.value_or(0.0) * a.horizon().hours(t) * overload[i]);
        if (kept < 1.0) d.both_ways(t, forward[i], backward[i], "sends both ways");
        d.charge("wheeling", t, wheeling_cost_per_mwh * a.horizon().hours(t) * (forward[i] + backward[i]));
        a.inject(from, t, kept * backward[i] - forward[i]);
        a.inject(to, t, kept * forward[i] - backward[i]);
    }
}

}  // namespace indus::model
