// SPDX-License-Identifier: Apache-2.0
// What a component header needs, and what a component must offer.
//
// A component is a struct with `name`, `kind` (also its file name), `summary`, `fields`, `equations()`,
// `check` (rules across its own fields, on complete data), `add_to` (its variables, rows and terms in the
// shared expressions), optionally `close` (rows over shared expressions, written after every component
// has added its terms), optionally `answer` (what answers to prices for its block, given its own series; null where its
// rows must), and `audit` (its physics and costs recomputed from a solution; shares only the
// fields with add_to). `index` is its position in its list, which is what References hold.
// A component may also say which shared expressions it `reads` (others are not kept), and `check_in` what
// it says about others: names that its fields hold in text.
// Adding a component: its files, its tests, and one word in all_components.hpp.
#pragma once

#include <concepts>
#include <memory>
#include <span>

#include "model/equation.hpp"
#include "model/field.hpp"
#include "model/issue.hpp"
#include "model/values.hpp"

namespace indus::solver {
class BlockOracle;
}

namespace indus::model {

class Formulation;
class Audit;
struct DecisionSeries;
struct SystemData;

/// Shared expressions that are kept only where a component reads them.
enum class Shared { outputs, emissions, served, fuel };

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
concept closing_component = component<T> && requires(const T& c, Formulation& f) {
    c.close(f, 0);
};

template <class T>
concept answering_component = component<T> &&
    requires(const T& c, const Formulation& f, std::span<const DecisionSeries> own) {
    { c.answer(f, own) } -> std::same_as<std::unique_ptr<solver::BlockOracle>>;
};

template <class T>
concept reading_component = component<T> && requires(const T& c) {
    { c.reads(Shared::outputs) } -> std::same_as<bool>;
};

template <class T>
concept referring_component = component<T> && requires(const T& c, const SystemData& data, Complaints& complaints) {
    c.check_in(data, complaints);
};

}  // namespace indus::model
