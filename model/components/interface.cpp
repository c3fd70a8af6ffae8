// SPDX-License-Identifier: Apache-2.0
#include "model/components/interface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/audit.hpp"
#include "model/network/ac_network.hpp"
#include "model/network/line_flows.hpp"

namespace indus::model {

namespace {

constexpr Equation interface_limits{
    "interface limits",
    "MW",
    "min_mw[t] - shortfall[t] <= sum(weight_l * flow_l[t], l) <= max_mw[t] + excess[t]",
    "definition; excess and shortfall only where violation_cost_per_mwh is given",
    Rigidity::requirement,
    "the weighted flow {verb} the limit of {limit} MW by {amount} MW, and the interface "
    "has no violation_cost_per_mwh"};
constexpr std::array interface_equations{interface_limits};

/// Calls visit(line, weight) for every line of one kind that is named.
template <class AnyLine, class Visit>
void for_lines(const Interface& interface, const std::vector<AnyLine>& lines, Visit visit) {
    for (const AnyLine& line : lines)
        if (const auto* item = interface.lines.find(line.name)) visit(line, item->weight);
}

/// The sum with each variable once; factors that cancel leave rounding behind, which is none of the sum.
Expression merged(const Expression& sum) {
    std::map<std::int32_t, double> coefficients;
    for (const Term& term : sum.terms()) coefficients[term.variable.index] += term.coefficient;
    Expression result{sum.constant()};
    for (const auto& [index, coefficient] : coefficients)
        if (std::abs(coefficient) > DcFlow::least_factor) result.add({index}, coefficient);
    return result;
}

/// Writes one interface. Of AC lines only, its rows lie in the network's block of their step; with others they link.
class InterfaceRows {
public:
    InterfaceRows(Formulation& f, const Interface& interface)
        : f_{f}, interface_{interface}, flow_(steps()), bound_(steps(), 0.0) {
        add_lines<AcLine>();
        const bool links = add_lines<Line>();
        add(links);
    }

private:
    std::size_t steps() const { return static_cast<std::size_t>(f_.horizon().step_count()); }

    template <class AnyLine>
    bool add_lines() {
        bool any = false;
        for_lines(interface_, f_.system().all<AnyLine>(), [&](const AnyLine& line, double weight) {
            const std::vector<Expression>& flow = *noted_flow(f_, AnyLine::kind, line.name);
            for (std::size_t t = 0; t < steps(); ++t) {
                flow_[t].add_scaled(flow[t], weight);
                bound_[t] += std::abs(weight) * line.flow_bound(static_cast<int>(t));
            }
            any = true;
        });
        return any;
    }

    void add(bool links) {
        const Desk rows =
            links ? f_.linking_desk(interface_) : f_.desk_within(interface_, f_.shared<AcNetwork>(f_).blocks());
        std::optional<Series> excess, shortfall;
        if (interface_.violation_cost_per_mwh) {
            const Desk columns = links ? f_.desk(interface_) : rows;
            excess = columns.variables("excess", "MW", 0.0, beyond(interface_.max_mw));
            shortfall = columns.variables("shortfall", "MW", 0.0, beyond(interface_.min_mw));
        }
        for (int t = 0; t < f_.horizon().step_count(); ++t) {
            const Expression flow = merged(flow_[static_cast<std::size_t>(t)]);
            rows.derive("flow", "MW", t, flow);
            const double low =
                interface_.min_mw[t] <= -Interface::unlimited_mw ? -solver::infinity : interface_.min_mw[t];
            const double high =
                interface_.max_mw[t] >= Interface::unlimited_mw ? solver::infinity : interface_.max_mw[t];
            if (!excess) {
                if (std::isfinite(low) || std::isfinite(high)) rows.require(interface_limits, t, {flow, low, high});
                continue;
            }
            if (std::isfinite(high)) rows.require(interface_limits, t, {flow - (*excess)[t], -solver::infinity, high});
            if (std::isfinite(low)) rows.require(interface_limits, t, {flow + (*shortfall)[t], low, solver::infinity});
            const Expression broken = Expression{(*excess)[t]} + (*shortfall)[t];
            rows.cost("interface_violation", t, *interface_.violation_cost_per_mwh * f_.horizon().hours(t) * broken);
        }
    }

    /// No flow is further from a limit than this.
    std::vector<double> beyond(const Profile& limit) const {
        std::vector<double> most;
        for (std::size_t t = 0; t < steps(); ++t) {
            const double value = limit[static_cast<int>(t)];
            most.push_back(std::abs(value) >= Interface::unlimited_mw ? 0.0 : bound_[t] + std::abs(value));
        }
        return most;
    }

    Formulation& f_;
    const Interface& interface_;
    std::vector<Expression> flow_;
    std::vector<double> bound_;  ///< no weighted sum is larger [MW]
};

}  // namespace

std::span<const Equation> Interface::equations() { return interface_equations; }

void Interface::check(Complaints& complaints) const {
    for (std::size_t t = 0; t < max_mw.values.size(); ++t) {
        if (min_mw.values[t] <= max_mw.values[t]) continue;
        complaints.add("min_mw", min_mw.values[t], fmt::format("at most max_mw ({})", max_mw.values[t]));
        return;
    }
}

void Interface::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> known;
    for (const AcLine& line : data.list<AcLine>()) known.push_back(line.name);
    for (const Line& line : data.list<Line>()) known.push_back(line.name);
    for (const WeightedNames::Item& item : lines.items) {
        const auto count = std::count(known.begin(), known.end(), item.name);
        if (count == 0)
            complaints.add("lines", item.name, "the name of a line or an ac_line", nearest_name(item.name, known));
        if (count > 1)
            complaints.add("lines", item.name, "a name that only one line has; a line and an ac_line have it");
    }
}

void Interface::add_to(Formulation& f, int) const { InterfaceRows{f, *this}; }

void Interface::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto flow = d.series("flow");
    const auto excess = d.optional_series("excess");
    const auto shortfall = d.optional_series("shortfall");
    std::vector<double> sum(flow.size(), 0.0);
    for_lines(*this, a.system().all<AcLine>(), [&](const AcLine& line, double weight) {
        const auto carried = a.desk(line).series("flow");
        for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += weight * carried[t];
    });
    for_lines(*this, a.system().all<Line>(), [&](const Line& line, double weight) {
        const auto forward = a.desk(line).series("forward");
        const auto backward = a.desk(line).series("backward");
        for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += weight * (forward[t] - backward[t]);
    });
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        d.equal(t, flow[i], sum[i], "flow", "MW");
        d.at_least(t, excess[i], 0.0, "excess", "MW");
        d.at_least(t, shortfall[i], 0.0, "shortfall", "MW");
        if (max_mw[t] < unlimited_mw) d.at_most(t, sum[i] - excess[i], max_mw[t], "flow", "MW");
        if (min_mw[t] > -unlimited_mw) d.at_least(t, sum[i] + shortfall[i], min_mw[t], "flow", "MW");
        const double broken = excess[i] + shortfall[i];
        if (!violation_cost_per_mwh) d.at_most(t, broken, 0.0, "violation of a hard limit", "MW");
        d.charge("interface_violation", t, violation_cost_per_mwh.value_or(0.0) * a.horizon().hours(t) * broken);
    }
}

}  // namespace indus::model
