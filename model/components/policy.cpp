// SPDX-License-Identifier: Apache-2.0
#include "model/components/policy.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// A cost, not a row: it enters the objective where a plant draws fuel.
constexpr std::array policy_equations{
    Equation{"carbon cost", "money", "sum(policies: carbon_price[t]) * emissions[t]", "definition"}};

}  // namespace

std::span<const Equation> Policy::equations() { return policy_equations; }
void Policy::check(Complaints&) const {}
void Policy::add_to(Formulation&, int) const {}
void Policy::audit(Audit&, int) const {}

}  // namespace indus::model
