// SPDX-License-Identifier: Apache-2.0
// A least or largest energy, share or capacity of some technologies together.
//
//   shortfall[t] excess[t] share_shortfall[t] share_excess[t] [MWh]  by how much a rule is missed, where
//                                                                    that has a cost; at the first step
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct TechnologyLimit {
    std::string name{};
    WeightedNames technologies{};
    WeightedNames zones{};
    std::optional<double> min_energy_mwh{};
    std::optional<double> max_energy_mwh{};
    std::optional<double> min_share{};
    std::optional<double> max_share{};
    std::optional<double> min_capacity_mw{};
    std::optional<double> max_capacity_mw{};
    std::optional<double> shortfall_cost_per_mwh{};
    std::optional<double> excess_cost_per_mwh{};

    static constexpr std::string_view kind = "technology_limit";
    static constexpr std::string_view summary =
        "A least or largest energy, share or capacity of some technologies together.";
    static constexpr auto fields = field_list(
        field("name", &TechnologyLimit::name, "-", any_number(), required, "Unique name."),
        field("technologies", &TechnologyLimit::technologies, "-", between(1, 1), required,
              "Technologies it speaks of, 'coal gas': as thermal plants say, or run_of_river, reservoir, solar, wind."),
        field("zones", &TechnologyLimit::zones, "-", between(1, 1), optional,
              "Zones it looks at, 'north south'; empty: all."),
        field("min_energy_mwh", &TechnologyLimit::min_energy_mwh, "MWh", at_least(0), optional,
              "Least energy generated over the horizon; empty: none."),
        field("max_energy_mwh", &TechnologyLimit::max_energy_mwh, "MWh", at_least(0), optional,
              "Largest energy generated over the horizon; empty: no limit."),
        field("min_share", &TechnologyLimit::min_share, "1", between(0, 1), optional,
              "Least share of all energy generated, stores left out; empty: none."),
        field("max_share", &TechnologyLimit::max_share, "1", between(0, 1), optional,
              "Largest share of all energy generated, stores left out; empty: no limit."),
        field("min_capacity_mw", &TechnologyLimit::min_capacity_mw, "MW", at_least(0), optional,
              "Least net capacity; empty: none."),
        field("max_capacity_mw", &TechnologyLimit::max_capacity_mw, "MW", at_least(0), optional,
              "Largest net capacity; empty: no limit."),
        field("shortfall_cost_per_mwh", &TechnologyLimit::shortfall_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of a MWh missing to a least energy or share; empty: they are hard."),
        field("excess_cost_per_mwh", &TechnologyLimit::excess_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of a MWh above a largest energy or share; empty: they are hard."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    bool reads(Shared what) const { return what == Shared::outputs; }
};

}  // namespace indus::model
