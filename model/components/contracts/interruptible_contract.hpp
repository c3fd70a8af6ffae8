// SPDX-License-Identifier: Apache-2.0
// A contract by which part of a demand may be called off against payment: how much, how long, how often, and whether
// the energy is paid back afterwards. What is paid is a transfer and moves no decision; what a call costs the customer
// does. Under the zone's own objective nothing is called: the right to call is the system's.
//
//   called[t] {0,1}   begin[t] end[t] {0,1} call starts, call is over   cut[t] [MW] not drawn, at the customer
//   payback[t] [MW] drawn on top afterwards   owed[t] [MWh] still to be paid back at the end of t
//
// It stands behind its demand in the list of kinds, so that its rows may speak of what the demand leaves unserved.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Demand;

struct InterruptibleContract {
    std::string name{};
    Reference<Demand> demand{};
    Profile power_mw{};
    double notice_h = 0.0;
    double longest_call_h = 24.0;
    double shortest_call_h = 0.0;
    double rest_h = 0.0;
    std::optional<double> calls_per_month{};
    double calls_so_far = 0.0;
    std::optional<double> hours_since_call{};
    double payment_per_mwh = 0.0;
    double payment_per_call = 0.0;
    double loss_per_mwh = 0.0;
    double loss_per_call = 0.0;
    double payback_share = 0.0;
    double payback_h = 24.0;
    std::optional<double> payback_mw{};

    static constexpr std::string_view kind = "interruptible_contract";
    static constexpr std::string_view summary =
        "A contract by which part of a demand may be called off against payment.";
    static constexpr auto fields = field_list(
        field("name", &InterruptibleContract::name, "-", any_number(), required, "Unique name."),
        field("demand", &InterruptibleContract::demand, "-", any_number(), required,
              "Demand of which a part may be called off."),
        field("power_mw", &InterruptibleContract::power_mw, "MW", at_least(0), required,
              "Power that may be called off at most, at the customer, a number or a series; never more than the load."),
        field(
            "notice_h", &InterruptibleContract::notice_h, "h", at_least(0), optional,
            "Hours between the call and its beginning: none begins earlier than that after the start of the horizon."),
        field("longest_call_h", &InterruptibleContract::longest_call_h, "h", above(0), optional,
              "Longest call; whole steps, rounded down, at least one."),
        field("shortest_call_h", &InterruptibleContract::shortest_call_h, "h", at_least(0), optional,
              "Shortest call; whole steps, rounded up."),
        field("rest_h", &InterruptibleContract::rest_h, "h", at_least(0), optional,
              "Least time between the end of a call and the next; whole steps, rounded up, at least one."),
        field("calls_per_month", &InterruptibleContract::calls_per_month, "1", at_least(0), optional,
              "Calls that may begin in a calendar month; empty: any number."),
        field("calls_so_far", &InterruptibleContract::calls_so_far, "1", at_least(0), optional,
              "Calls that began in the first month of the horizon before its start."),
        field("hours_since_call", &InterruptibleContract::hours_since_call, "h", at_least(0), optional,
              "Hours since the last call ended when the horizon begins; empty: long ago."),
        field("payment_per_mwh", &InterruptibleContract::payment_per_mwh, "money/MWh", at_least(0), optional,
              "What the customer is paid per MWh called off: a transfer in its bill, outside the cost of the system."),
        field("payment_per_call", &InterruptibleContract::payment_per_call, "money", at_least(0), optional,
              "What the customer is paid per call, likewise."),
        field(
            "loss_per_mwh", &InterruptibleContract::loss_per_mwh, "money/MWh", at_least(0), optional,
            "What a MWh called off costs the customer: output lost, goods spoilt. It decides when a call is worth it; "
            "where nothing is given, a call costs nobody anything."),
        field("loss_per_call", &InterruptibleContract::loss_per_call, "money", at_least(0), optional,
              "What a call costs the customer, however much is called off."),
        field("payback_share", &InterruptibleContract::payback_share, "1", between(0, 2), optional,
              "Energy drawn afterwards per energy called off: 0 where the output is lost, above 1 where restarting "
              "takes more."),
        field("payback_h", &InterruptibleContract::payback_h, "h", above(0), optional,
              "Hours after a step of a call within which its energy is paid back."),
        field("payback_mw", &InterruptibleContract::payback_mw, "MW", at_least(0), optional,
              "Largest power of paying back, at the customer; empty: the largest power that may be called off."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
