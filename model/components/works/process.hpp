// SPDX-License-Identifier: Apache-2.0
// An industrial process: stages that work up materials, stocks between them, orders to be met. The process is the roof:
// where it draws power and heat, when it works, and what one unit of its product is for reports. What it does, its
// stages, stocks and orders say; they share its block.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;
struct Calendar;
struct HeatNode;

struct Process {
    std::string name{};
    Reference<Zone> zone{};
    std::string sector = "industry";
    Reference<Calendar> calendar{};
    Reference<HeatNode> heat_node{};
    std::string product{};
    double loss_share = 0.0;

    static constexpr std::string_view kind = "process";
    static constexpr std::string_view summary =
        "An industrial process of stages, stocks and orders that draws power (and heat) as it works.";
    static constexpr auto fields = field_list(
        field("name", &Process::name, "-", any_number(), required, "Unique name."),
        field("zone", &Process::zone, "-", any_number(), required, "Zone it draws power from."),
        field("sector", &Process::sector, "-", any_number(), optional, "Word under which reports tell of it."),
        field("calendar", &Process::calendar, "-", any_number(), optional, "When its stages may work; empty: always."),
        field("heat_node", &Process::heat_node, "-", any_number(), optional,
              "Heat node that gives its stages steam; needed where one takes heat."),
        field("product", &Process::product, "-", any_number(), optional,
              "Stock whose output counts as the product in figures per unit; empty: all stocks with an order."),
        field("loss_share", &Process::loss_share, "1", between(0, 0.99), optional,
              "Share of the power sent out that is lost before the customer."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Power drawn from the zone per power at the customer.
    double withdrawal_factor() const { return 1.0 / (1.0 - loss_share); }
};

}  // namespace indus::model
