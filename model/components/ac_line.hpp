// SPDX-License-Identifier: Apache-2.0
// An alternating-current line or transformer between two zones, whose flow follows from the laws of Kirchhoff.
//
//   ac_export[t] [MW] of every zone with such a line: what it gives into the network (model/network/ac_network.hpp)
//   flow[t] [MW] from -> to, where half of the loss has been left behind; follows from the exports
//   overload[t] [MW]  beyond the limit, where that is allowed at a cost
//   forward[t] backward[t] [MW]  the flow by direction, mode[t] {0,1} where a solution had both; lossy lines only
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct SystemData;
struct Zone;

struct AcLine {
    std::string name{};
    Reference<Zone> from{};
    Reference<Zone> to{};
    double reactance_pu = 0.0;
    double base_mva = 100.0;
    Profile capacity_mw{};
    std::optional<double> reverse_capacity_mw{};
    double tap_ratio = 1.0;
    double phase_shift_degrees = 0.0;
    std::optional<double> min_angle_degrees{};
    std::optional<double> max_angle_degrees{};
    double loss_share = 0.0;
    std::optional<double> violation_cost_per_mwh{};
    bool in_service = true;
    Profile available{1.0};

    static constexpr std::string_view kind = "ac_line";
    static constexpr std::string_view summary =
        "An alternating-current line or transformer: its flow follows from what zones export (DC power flow).";
    static constexpr auto fields = field_list(
        field("name", &AcLine::name, "-", any_number(), required, "Unique name."),
        field("from", &AcLine::from, "-", any_number(), required, "Zone at one end."),
        field("to", &AcLine::to, "-", any_number(), required, "Zone at the other end."),
        field("reactance_pu", &AcLine::reactance_pu, "pu", any_number(), required,
              "Series reactance on base_mva; only ratios between lines of one base matter where no angle is limited or "
              "shifted. Not 0; below 0 for a compensated line."),
        field("base_mva", &AcLine::base_mva, "MVA", above(0), optional, "Base of the reactance."),
        field("capacity_mw", &AcLine::capacity_mw, "MW", at_least(0), required,
              "Largest flow from -> to, a number or a series; 0 ties the ends' angles but carries nothing."),
        field("reverse_capacity_mw", &AcLine::reverse_capacity_mw, "MW", at_least(0), optional,
              "Largest flow to -> from; empty: capacity_mw."),
        field("tap_ratio", &AcLine::tap_ratio, "1", above(0), optional,
              "Fixed off-nominal ratio of a transformer at the from end; multiplies the reactance."),
        field("phase_shift_degrees", &AcLine::phase_shift_degrees, "degrees", between(-360, 360), optional,
              "Fixed phase shift of a transformer at the from end; above 0 delays and drives power to -> from."),
        field("min_angle_degrees", &AcLine::min_angle_degrees, "degrees", between(-360, 360), optional,
              "Least angle of from over to; empty: no limit."),
        field("max_angle_degrees", &AcLine::max_angle_degrees, "degrees", between(-360, 360), optional,
              "Largest angle of from over to; empty: no limit."),
        field("loss_share", &AcLine::loss_share, "1", between(0, 0.99), optional,
              "Share of the flow lost on the way; half of it is drawn at each end."),
        field("violation_cost_per_mwh", &AcLine::violation_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost per MWh beyond the capacity; empty: the capacity is a hard limit. Angles are limited hard."),
        field("in_service", &AcLine::in_service, "-", any_number(), optional, "no: the line is open."),
        field("available", &AcLine::available, "1", between(0, 1), optional,
              "Share of both capacities there is, a number or a series; at 0 the line is open."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    /// Reactances that cancel, so that no flow follows; looked for only where one is negative.
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Whether the line is closed at step t.
    bool is_closed(int t) const { return in_service && available[t] > 0.0; }
    double capacity(int t) const { return is_closed(t) ? available[t] * capacity_mw[t] : 0.0; }
    double reverse_capacity(int t) const {
        return is_closed(t) ? available[t] * reverse_capacity_mw.value_or(capacity_mw[t]) : 0.0;
    }
    /// Flow per angle of from over to [MW/rad].
    double mw_per_rad() const { return base_mva / (reactance_pu * tap_ratio); }
    double shift_rad() const;

    /// Flows that hard limits allow at step t [MW]; infinite where none limits.
    struct FlowRange {
        double low = 0.0;
        double high = 0.0;
    };
    FlowRange angle_range() const;
    FlowRange hard_range(int t) const;
    /// More than any flow at step t [MW], overload included; finite.
    double flow_bound(int t) const;
};

}  // namespace indus::model
