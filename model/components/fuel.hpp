// SPDX-License-Identifier: Apache-2.0
// A fuel: what a gigajoule costs, what burning it emits, and how much of it may or must be drawn. Plants, boilers and
// processes draw it; its rows limit what all of them draw together.
//
//   excess[t] shortfall[t] window_excess[t] window_shortfall[t] [GJ]  by how much a limit that begins at t
//                                                                     is broken, where that has a cost
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Fuel {
    std::string name{};
    Profile price_per_gj{};
    double emission_factor_t_per_gj = 0.0;
    std::optional<double> heating_value_gj_per_t{};
    bool renewable = false;
    std::optional<double> max_draw_gj{};
    std::optional<double> min_draw_gj{};
    Volume window_max_draw_gj{};
    Volume window_min_draw_gj{};
    std::optional<double> excess_cost_per_gj{};
    std::optional<double> shortfall_cost_per_gj{};

    static constexpr std::string_view kind = "fuel";
    static constexpr std::string_view summary =
        "What a gigajoule of fuel costs and emits, and how much may or must be drawn.";
    static constexpr auto fields = field_list(
        field("name", &Fuel::name, "-", any_number(), required, "Unique name."),
        field("price_per_gj", &Fuel::price_per_gj, "money/GJ", at_least(0), required,
              "Price of the fuel at the plant, a number or a series."),
        field("emission_factor_t_per_gj", &Fuel::emission_factor_t_per_gj, "tCO2/GJ", at_least(0), optional,
              "Carbon dioxide emitted per gigajoule burnt."),
        field("heating_value_gj_per_t", &Fuel::heating_value_gj_per_t, "GJ/t", above(0), optional,
              "Energy in a tonne; needed where the fuel lies in a fuel_stock."),
        field("renewable", &Fuel::renewable, "-", any_number(), optional,
              "yes: what plants generate from it counts as renewable energy (bagasse, biomass)."),
        field("max_draw_gj", &Fuel::max_draw_gj, "GJ", at_least(0), optional,
              "Largest draw of all that burn it over the horizon; empty: no limit."),
        field("min_draw_gj", &Fuel::min_draw_gj, "GJ", at_least(0), optional,
              "Least draw of all that burn it over the horizon; empty: none."),
        field("window_max_draw_gj", &Fuel::window_max_draw_gj, "GJ", at_least(0), optional,
              "Largest draw in each window: a number per civil day, or a series of GJ whose intervals are the windows "
              "(hourly: what the pipeline brings in each hour)."),
        field("window_min_draw_gj", &Fuel::window_min_draw_gj, "GJ", at_least(0), optional,
              "Least draw in each window, as window_max_draw_gj."),
        field("excess_cost_per_gj", &Fuel::excess_cost_per_gj, "money/GJ", at_least(0), optional,
              "Cost of a gigajoule drawn above a largest draw, on top of its price; empty: the limit is hard."),
        field("shortfall_cost_per_gj", &Fuel::shortfall_cost_per_gj, "money/GJ", at_least(0), optional,
              "Cost of a gigajoule not drawn below a least draw (its price, for take-or-pay); empty: the limit is "
              "hard."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    bool reads(Shared what) const { return what == Shared::fuel && (has_largest_draw() || has_least_draw()); }

    bool has_largest_draw() const { return max_draw_gj || window_max_draw_gj.is_set(); }
    /// A least draw can make burning more than needed worth while; plants then hold to their curves by rows.
    bool has_least_draw() const { return min_draw_gj || window_min_draw_gj.is_set(); }
};

}  // namespace indus::model
