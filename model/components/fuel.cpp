// SPDX-License-Identifier: Apache-2.0
#include "model/components/fuel.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// Costs, not rows: they enter the objective where a plant draws fuel.
constexpr std::array fuel_equations{
    Equation{"fuel cost", "money", "price[t] * fuel_use[t]", "definition"},
    Equation{"emissions", "tCO2", "emission_factor * fuel_use[t]", "IPCC 2006 guidelines, volume 2, chapter 1 (tier 1)"}};

}  // namespace

std::span<const Equation> Fuel::equations() { return fuel_equations; }
void Fuel::check(Complaints&) const {}
void Fuel::add_to(Formulation&, int) const {}
void Fuel::audit(Audit&, int) const {}

}  // namespace indus::model
