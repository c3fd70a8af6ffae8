// SPDX-License-Identifier: Apache-2.0
// An interface: a weighted sum of flows on named lines, kept between limits. Lines of both kinds may be in it.
//
//   flow[t] [MW]  the weighted sum     excess[t] shortfall[t] [MW]  beyond its limits, where that is allowed at a cost
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Interface {
    /// Limits from here on are none.
    static constexpr double unlimited_mw = 1e6;

    std::string name{};
    WeightedNames lines{};
    Profile max_mw{unlimited_mw};
    Profile min_mw{-unlimited_mw};
    std::optional<double> violation_cost_per_mwh{};

    static constexpr std::string_view kind = "interface";
    static constexpr std::string_view summary = "A group of lines whose weighted flows together keep within limits.";
    static constexpr auto fields = field_list(
        field("name", &Interface::name, "-", any_number(), required, "Unique name."),
        field("lines", &Interface::lines, "1", any_number(), required,
              "Lines of any kind with the weights of their flows from -> to, 'north_south coast:-1'; of a lossy "
              "transport "
              "line, what is sent counts."),
        field("max_mw", &Interface::max_mw, "MW", any_number(), optional,
              "Largest weighted sum, a number or a series; a million or more: no limit."),
        field("min_mw", &Interface::min_mw, "MW", any_number(), optional,
              "Least weighted sum, a number or a series; minus a million or less: no limit."),
        field("violation_cost_per_mwh", &Interface::violation_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost per MWh beyond a limit; empty: the limits are hard."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    /// The names of lines.
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
