// SPDX-License-Identifier: Apache-2.0
// A line between two zones whose flow can be chosen: a transport line or an HVDC link.
//
//   forward[t] backward[t] [MW] as sent     overload[t] [MW] beyond the limits, where that is allowed at a cost
//   mode[t] {0,1}, only at steps where a solution sent both ways
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;

enum class LineTechnology { transport, hvdc };
template <>
struct Choices<LineTechnology> {
    static constexpr std::array<std::string_view, 2> names{"transport", "hvdc"};
};

struct Line {
    std::string name{};
    Reference<Zone> from{};
    Reference<Zone> to{};
    LineTechnology technology = LineTechnology::transport;
    Profile capacity_mw{};
    std::optional<double> reverse_capacity_mw{};
    double loss_share = 0.0;
    double converter_loss_share = 0.0;
    double wheeling_cost_per_mwh = 0.0;
    std::optional<double> violation_cost_per_mwh{};
    bool in_service = true;
    Profile available{1.0};

    static constexpr std::string_view kind = "line";
    static constexpr std::string_view summary = "A transport line or an HVDC link between two zones.";
    static constexpr auto fields = field_list(
        field("name", &Line::name, "-", any_number(), required, "Unique name."),
        field("from", &Line::from, "-", any_number(), required, "Zone at one end."),
        field("to", &Line::to, "-", any_number(), required, "Zone at the other end."),
        field("technology", &Line::technology, "-", any_number(), optional,
              "transport: alternating current, flow chosen freely; hvdc: direct current with a converter at each end."),
        field("capacity_mw", &Line::capacity_mw, "MW", at_least(0), required,
              "Largest power sent from -> to, a number or a series."),
        field("reverse_capacity_mw", &Line::reverse_capacity_mw, "MW", at_least(0), optional,
              "Largest power sent to -> from; empty: capacity_mw."),
        field("loss_share", &Line::loss_share, "1", between(0, 0.99), optional,
              "Share of the sent power lost on the way."),
        field("converter_loss_share", &Line::converter_loss_share, "1", between(0, 0.99), optional,
              "Share lost in each of the two converters of an HVDC link."),
        field("wheeling_cost_per_mwh", &Line::wheeling_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost per MWh sent, either way."),
        field("violation_cost_per_mwh", &Line::violation_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost per MWh sent beyond the capacity; empty: the capacity is a hard limit."),
        field("in_service", &Line::in_service, "-", any_number(), optional, "no: the line carries nothing."),
        field("available", &Line::available, "1", between(0, 1), optional,
              "Share of both capacities there is, a number or a series."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    double capacity(int t) const { return in_service ? available[t] * capacity_mw[t] : 0.0; }
    double reverse_capacity(int t) const {
        return in_service ? available[t] * reverse_capacity_mw.value_or(capacity_mw[t]) : 0.0;
    }
    /// More than is ever sent at step t [MW], overload included; finite.
    double flow_bound(int t) const;
    /// Power that arrives per power sent.
    double delivered_share() const;
};

}  // namespace indus::model
