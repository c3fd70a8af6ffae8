// SPDX-License-Identifier: Apache-2.0
// A place where heat of one kind (steam of a pressure, hot water) is in balance: boilers, cogeneration and stores give
// it, demands and processes take it.
//
//   vented[t] [MW] heat let go
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;

struct HeatNode {
    std::string name{};
    Reference<Zone> zone{};
    bool may_vent = true;

    static constexpr std::string_view kind = "heat_node";
    static constexpr std::string_view summary = "A place where heat of one kind is in balance.";
    static constexpr auto fields =
        field_list(field("name", &HeatNode::name, "-", any_number(), required, "Unique name."),
                   field("zone", &HeatNode::zone, "-", any_number(), required, "Zone it lies in."),
                   field("may_vent", &HeatNode::may_vent, "-", any_number(), optional, "Whether heat may be let go."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
