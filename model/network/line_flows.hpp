// SPDX-License-Identifier: Apache-2.0
// What lines of every kind carry, kept while a program is written for the interfaces that add it up.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/formulation.hpp"

namespace indus::model {

/// A limit that may be broken at a cost is broken by less: more than any line in the world carries.
inline constexpr double most_overload_mw = 1e5;

/// Flow from -> to at each step [MW], by "kind/name"; for a lossy transport line, as sent.
struct LineFlows {
    std::map<std::string, std::vector<Expression>, std::less<>> flows{};
};

/// Keeps the flow where the case has an interface.
void note_flow(Formulation& f, std::string_view kind, const std::string& name, int t, const Expression& flow);
/// The flow kept before; null for a name that no line of the kind has.
const std::vector<Expression>* noted_flow(Formulation& f, std::string_view kind, const std::string& name);

}  // namespace indus::model
