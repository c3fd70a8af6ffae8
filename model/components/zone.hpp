// SPDX-License-Identifier: Apache-2.0
// A zone: a place where supply equals demand at every step, without limits inside it.
//
//   surplus[t] [MW]  power that nobody wants, where the zone may dump it at a cost
#pragma once

#include "model/component.hpp"

namespace indus::model {

enum class ZoneRole { grid, industrial };
template <>
struct Choices<ZoneRole> {
    static constexpr std::array<std::string_view, 2> names{"grid", "industrial"};
};

struct Zone {
    std::string name{};
    std::string title{};
    ZoneRole role = ZoneRole::grid;
    std::optional<double> surplus_cost_per_mwh{};

    static constexpr std::string_view kind = "zone";
    static constexpr std::string_view summary = "A place where supply equals demand at every step.";
    static constexpr auto fields = field_list(
        field("name", &Zone::name, "-", any_number(), required, "Unique name."),
        field("title", &Zone::title, "-", any_number(), optional, "Name shown in reports; default: the name."),
        field("role", &Zone::role, "-", any_number(), optional,
              "grid: part of the transmission system; industrial: an industrial or special economic zone."),
        field("surplus_cost_per_mwh", &Zone::surplus_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of dumping power nobody wants; empty: over-supply is infeasible."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
