// SPDX-License-Identifier: Apache-2.0
// How AC lines write themselves: limits on flows that the network of all of them makes of the zones' net exports.
#include <algorithm>
#include <cmath>

#include "model/network/ac_network.hpp"
#include "model/network/line_flows.hpp"

namespace indus::model {

namespace {

constexpr Equation power_flow{
    "power flow", "MW",
    "flow[t] = sum(ptdf[z] * ac_export[z, t], z) + shift_flow, with flow = base_mva / (reactance * tap) * (angle[from] "
    "- angle[to] - phase_shift) and sum(lines: flow leaving z) = ac_export[z]",
    "Stott, Jardim & Alsac (2009), IEEE Trans. Power Systems 24(3); an expression, no row: angles are eliminated"};
constexpr Equation flow_limits{
    "flow limits",
    "MW",
    "max(-reverse_capacity, b (min_angle - phase_shift)) <= flow[t] <= min(capacity, b "
    "(max_angle - phase_shift)), b = base_mva / (reactance * tap)",
    "definition; angles differ by flow / b + phase_shift",
    Rigidity::operation,
    "the flow {verb} the {limit} MW that its capacity and angle limits allow by {amount} MW"};
constexpr Equation soft_limits{
    "soft flow limits", "MW", "-reverse_capacity - overload[t] <= flow[t] <= capacity + overload[t]",
    "definition; only where violation_cost_per_mwh is given, angle limits stay flow limits", Rigidity::law};
constexpr Equation directions{"flow by direction", "MW", "forward[t] - backward[t] = flow[t]",
                              "definition; lossy lines only", Rigidity::law};
constexpr Equation losses{"half losses", "MW", "each end draws loss_share / 2 * (forward[t] + backward[t])",
                          "definition; the flow itself is that of the lossless network"};
constexpr Equation one_way{"one direction", "MW", "forward[t] <= most * mode[t], backward[t] <= most * (1 - mode[t])",
                           "definition; only at steps where a solution had a flow both ways", Rigidity::law};

/// Writes one line.
class AcLineRows {
public:
    AcLineRows(Formulation& f, const AcLine& line, int index)
        : f_{f},
          network_{f.shared<AcNetwork>(f)},
          d_{f.desk_within(line, network_.blocks())},
          line_{line},
          index_{index} {}

    void write() {
        if (line_.violation_cost_per_mwh) overload_ = d_.variables("overload", "MW", 0.0, bounds());
        if (line_.loss_share > 0.0) {
            forward_ = d_.variables("forward", "MW", 0.0, bounds());
            backward_ = d_.variables("backward", "MW", 0.0, bounds());
            modes_ = d_.modes();
        }
        for (int t = 0; t < f_.horizon().step_count(); ++t) {
            const Expression flow = network_.flow(index_, t);
            d_.derive("flow", "MW", t, flow);
            note_flow(f_, AcLine::kind, line_.name, t, flow);
            if (!line_.is_closed(t)) continue;
            limit(t, flow);
            if (forward_) lose(t, flow);
        }
    }

private:
    std::vector<double> bounds() const {
        std::vector<double> bounds;
        bounds.reserve(static_cast<std::size_t>(f_.horizon().step_count()));
        for (int t = 0; t < f_.horizon().step_count(); ++t) bounds.push_back(line_.flow_bound(t));
        return bounds;
    }

    void limit(int t, const Expression& flow) {
        const AcLine::FlowRange hard = line_.hard_range(t);
        if (std::isfinite(hard.low) || std::isfinite(hard.high))
            d_.require(flow_limits, t, {flow, hard.low, hard.high});
        if (!overload_) return;
        const Expression overload{(*overload_)[t]};
        d_.require(soft_limits, t, flow - overload <= line_.capacity(t));
        d_.require(soft_limits, t, flow + overload >= -line_.reverse_capacity(t));
        d_.cost("line_violation", t, *line_.violation_cost_per_mwh * f_.horizon().hours(t) * overload);
    }

    void lose(int t, const Expression& flow) {
        const Expression forward{(*forward_)[t]};
        const Expression backward{(*backward_)[t]};
        d_.require(directions, t, forward - backward == flow);
        const Expression drawn = line_.loss_share / 2.0 * (forward + backward);
        for (const Reference<Zone>& end : {line_.from, line_.to}) {
            f_.zone_balance(end, t) -= drawn;
            f_.net_import(end, t) -= drawn;
        }
        if (!d_.chooses_mode(t)) return;
        const double most = line_.flow_bound(t);
        d_.require(one_way, t, forward <= most * (*modes_)[t]);
        d_.require(one_way, t, backward + most * (*modes_)[t] <= most);
    }

    Formulation& f_;
    AcNetwork& network_;
    Desk d_;
    const AcLine& line_;
    int index_;
    std::optional<Series> overload_{}, forward_{}, backward_{}, modes_{};
};

}  // namespace

constexpr Equation island_balance{"island balance", "MW", "sum(ac_export[z, t], z of the island) = 0",
                                  "Kirchhoff's current law, summed over zones that AC lines join", Rigidity::law};

namespace {
constexpr std::array ac_line_equations{power_flow, island_balance, flow_limits, soft_limits,
                                       directions, losses,         one_way};
}  // namespace

std::span<const Equation> AcLine::equations() { return ac_line_equations; }

void AcLine::add_to(Formulation& f, int index) const { AcLineRows{f, *this, index}.write(); }

}  // namespace indus::model
