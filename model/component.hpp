// SPDX-License-Identifier: Apache-2.0
// What a component header needs, and what a component must offer.
//
// A component is a struct with `name`, `kind` (also its file name), `summary`, `fields`, `equations()`,
// `check` (rules across its own fields, on complete data), `add_to` (its variables, rows and terms in the
// shared expressions), optionally `close` (rows over shared expressions, written after every component
// has added its terms), and `audit` (its physics and costs recomputed from a solution; shares only the
// fields with add_to). `index` is its position in its list, which is what References hold.
// A component may also `check_in` what it says about others: names that its fields hold in text.
// Adding a component: its files, its tests, and one word in all_components.hpp.
#pragma once

#include <concepts>
#include <span>

#include "model/equation.hpp"
#include "model/field.hpp"
#include "model/issue.hpp"
#include "model/values.hpp"

namespace indus::model {

class Formulation;
class Audit;
struct SystemData;

template <class T>
concept component = requires(const T& c, Formulation& f, Audit& a, Complaints& complaints) {
    { c.name } -> std::convertible_to<std::string>;
    { T::kind } -> std::convertible_to<std::string_view>;
    { T::summary } -> std::convertible_to<std::string_view>;
    T::fields;
    { T::equations() } -> std::same_as<std::span<const Equation>>;
    c.check(complaints);
    c.add_to(f, 0);
    c.audit(a, 0);
};

template <class T>
concept closing_component = component<T> && requires(const T& c, Formulation& f) { c.close(f, 0); };

template <class T>
concept referring_component =
    component<T> && requires(const T& c, const SystemData& data, Complaints& complaints) { c.check_in(data, complaints); };

}  // namespace indus::model
