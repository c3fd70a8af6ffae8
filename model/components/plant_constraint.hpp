// SPDX-License-Identifier: Apache-2.0
// A linear constraint over the outputs of named plants of any kind: at every step, and over the horizon.
//
//   excess[t] shortfall[t] [MW]  energy_excess[t] energy_shortfall[t] [MWh]  by how much it is broken,
//                                                                            where that has a cost
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct PlantConstraint {
    std::string name{};
    WeightedNames plants{};
    std::optional<double> min_mw{};
    std::optional<double> max_mw{};
    std::optional<double> min_energy_mwh{};
    std::optional<double> max_energy_mwh{};
    std::optional<double> violation_cost_per_mwh{};

    static constexpr std::string_view kind = "plant_constraint";
    static constexpr std::string_view summary = "A linear constraint over the outputs of named plants.";
    static constexpr auto fields = field_list(
        field("name", &PlantConstraint::name, "-", any_number(), required, "Unique name."),
        field("plants", &PlantConstraint::plants, "1", any_number(), required,
              "Plants of any kind with the weights of their outputs, 'hub:1 port:-0.5'; a store counts what it gives "
              "less what it takes."),
        field("min_mw", &PlantConstraint::min_mw, "MW", any_number(), optional,
              "Least weighted sum at every step; empty: none."),
        field("max_mw", &PlantConstraint::max_mw, "MW", any_number(), optional,
              "Largest weighted sum at every step; empty: no limit."),
        field("min_energy_mwh", &PlantConstraint::min_energy_mwh, "MWh", any_number(), optional,
              "Least weighted sum of energies over the horizon; empty: none."),
        field("max_energy_mwh", &PlantConstraint::max_energy_mwh, "MWh", any_number(), optional,
              "Largest weighted sum of energies over the horizon; empty: no limit."),
        field("violation_cost_per_mwh", &PlantConstraint::violation_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of a MWh by which a limit is broken; empty: the limits are hard."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    bool reads(Shared what) const { return what == Shared::outputs; }
};

}  // namespace indus::model
