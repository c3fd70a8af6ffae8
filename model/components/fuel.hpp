// SPDX-License-Identifier: Apache-2.0
// A fuel: what a gigajoule costs and what burning it emits. Plants draw it; it has no rows of its own.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Fuel {
    std::string name{};
    Profile price_per_gj{};
    double emission_factor_t_per_gj = 0.0;

    static constexpr std::string_view kind = "fuel";
    static constexpr std::string_view summary = "What a gigajoule of fuel costs and emits.";
    static constexpr auto fields = std::tuple{
        field("name", &Fuel::name, "-", any_number(), required, "Unique name."),
        field("price_per_gj", &Fuel::price_per_gj, "money/GJ", at_least(0), required,
              "Price of the fuel at the plant, a number or a series."),
        field("emission_factor_t_per_gj", &Fuel::emission_factor_t_per_gj, "tCO2/GJ", at_least(0), optional,
              "Carbon dioxide emitted per gigajoule burnt."),
    };
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
