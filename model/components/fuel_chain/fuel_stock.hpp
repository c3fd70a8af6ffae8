// SPDX-License-Identifier: Apache-2.0
// Fuel in a yard or a tank: at a plant, which burns from it, or at a port, from which it goes on. A plant whose fuel
// lies in a stock does not run without it, and pays for it where it is bought (fuel_route.hpp), not where it is burnt.
//
//   level[t] [t] at the end of t      burnt[t] [t]
//   end_shortfall[t] [t] by how much the end level is missed, at the last step, where that has a cost
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Fuel;

struct FuelStock {
    std::string name{};
    Reference<Fuel> fuel{};
    WeightedNames plants{};
    double capacity_t = 0.0;
    double min_level_t = 0.0;
    double initial_level_t = 0.0;
    std::optional<double> end_level_t{};
    std::optional<double> end_value_per_t{};
    double loss_share_per_day = 0.0;
    double holding_cost_per_t_day = 0.0;
    std::optional<double> shortfall_cost_per_t{};

    static constexpr std::string_view kind = "fuel_stock";
    static constexpr std::string_view summary = "Fuel in a yard or a tank, at a plant or a port.";
    static constexpr auto fields = field_list(
        field("name", &FuelStock::name, "-", any_number(), required, "Unique name."),
        field("fuel", &FuelStock::fuel, "-", any_number(), required,
              "Fuel it holds; its heating_value_gj_per_t counts."),
        field("plants", &FuelStock::plants, "-", any_number(), optional,
              "Plants (boilers, stages of processes) that burn this fuel from it, and from nowhere else; they do not "
              "pay its price_per_gj. Empty: none, as in a port."),
        field("capacity_t", &FuelStock::capacity_t, "t", at_least(0), required, "Largest level."),
        field("min_level_t", &FuelStock::min_level_t, "t", at_least(0), optional, "Least level."),
        field("initial_level_t", &FuelStock::initial_level_t, "t", at_least(0), optional, "Level at the start."),
        field(
            "end_level_t", &FuelStock::end_level_t, "t", at_least(0), optional,
            "Least level at the end, with what is on its way then; empty: the initial level (unless end_value_per_t is "
            "given)."),
        field("end_value_per_t", &FuelStock::end_value_per_t, "money/t", at_least(0), optional,
              "What a tonne left at the end, or on its way then, is worth, instead of an end level."),
        field("loss_share_per_day", &FuelStock::loss_share_per_day, "1/d", between(0, 1), optional,
              "Share of the level lost per day."),
        field("holding_cost_per_t_day", &FuelStock::holding_cost_per_t_day, "money/t/d", at_least(0), optional,
              "Cost of keeping a tonne for a day."),
        field("shortfall_cost_per_t", &FuelStock::shortfall_cost_per_t, "money/t", at_least(0), optional,
              "Cost of a tonne by which end_level_t is missed; empty: it must be reached."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    /// What plants burn and routes bring is known then.
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Least level at the end of the horizon [t]; none where the end has a value instead.
    std::optional<double> end_level() const;
};

}  // namespace indus::model
