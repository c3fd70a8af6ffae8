// SPDX-License-Identifier: Apache-2.0
// A policy: here, a price on carbon dioxide. Several policies add up.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Policy {
    std::string name{};
    Profile carbon_price_per_t{};

    static constexpr std::string_view kind = "policy";
    static constexpr std::string_view summary = "A price on carbon dioxide; several policies add up.";
    static constexpr auto fields = std::tuple{
        field("name", &Policy::name, "-", any_number(), required, "Unique name."),
        field("carbon_price_per_t", &Policy::carbon_price_per_t, "money/tCO2", at_least(0), required,
              "Price of a tonne of carbon dioxide, a number or a series."),
    };
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
