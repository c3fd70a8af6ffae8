// SPDX-License-Identifier: Apache-2.0
// Heat that is asked for at a node at each step; what goes unserved costs.
//
//   unserved_heat[t] [MW]
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct HeatNode;

struct HeatDemand {
    std::string name{};
    Reference<HeatNode> node{};
    Profile load_mw{};
    std::optional<double> value_of_lost_heat_per_mwh{};

    static constexpr std::string_view kind = "heat_demand";
    static constexpr std::string_view summary = "Heat that is asked for at a node.";
    static constexpr auto fields = field_list(
        field("name", &HeatDemand::name, "-", any_number(), required, "Unique name."),
        field("node", &HeatDemand::node, "-", any_number(), required, "Node it takes heat from."),
        field("load_mw", &HeatDemand::load_mw, "MW", at_least(0), required, "Heat asked for, a number or a series."),
        field("value_of_lost_heat_per_mwh", &HeatDemand::value_of_lost_heat_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of heat that is not served; empty: all must be."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
