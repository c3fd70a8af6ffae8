// SPDX-License-Identifier: Apache-2.0
// The text of a cell as a value of each type a field can have, and what is expected where it is none.
//
//   number    "660", "-1.5e3"                      bool      yes, no, true, false
//   profile, guide, volume    a number or the name of a series
//   steps     "0:400 0.2:2000", or one number, which holds from 0
//   names     "hub:1 port:-0.5", weight 1 where none is given
//   instant   "2025-01-13 05:30" or "2025-01-13"
//   choice    one of its names                     reference, text    as it stands
//
// Ranges are not looked at here: System::create checks them for files and in-memory users alike.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/field.hpp"
#include "model/values.hpp"

namespace indus::inputs {

/// Why a text is no value of a field.
struct CellMistake {
    std::string expected{};
    std::string nearest{};
};

/// What the messages about a field need to know of it.
struct FieldTraits {
    std::string_view name{};
    std::string_view unit{};
    model::Range range{};
};

using MaybeMistake = std::optional<CellMistake>;

std::string expectation(const FieldTraits& field, const std::string&);
std::string expectation(const FieldTraits& field, const bool&);
std::string expectation(const FieldTraits& field, const double&);
std::string expectation(const FieldTraits& field, const std::optional<double>&);
std::string expectation(const FieldTraits& field, const model::Profile&);
std::string expectation(const FieldTraits& field, const model::Guide&);
std::string expectation(const FieldTraits& field, const model::Volume&);
std::string expectation(const FieldTraits& field, const model::Steps&);
std::string expectation(const FieldTraits& field, const model::WeightedNames&);
std::string expectation(const FieldTraits& field, const model::Instant&);
std::string choice_expectation(const std::vector<std::string>& names);

/// Reads a text that is not empty.
MaybeMistake read_value(std::string_view text, const FieldTraits& field, std::string& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, bool& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, double& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, std::optional<double>& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Profile& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Guide& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Volume& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Steps& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::WeightedNames& value);
MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Instant& value);
CellMistake choice_mistake(std::string_view text, const std::vector<std::string>& names);

template <class Enum>
std::vector<std::string> choice_names() {
    return {model::Choices<Enum>::names.begin(), model::Choices<Enum>::names.end()};
}

template <class Enum>
requires std::is_enum_v<Enum> std::string expectation(const FieldTraits&, const Enum&) {
    return choice_expectation(choice_names<Enum>());
}

template <class Target>
std::string expectation(const FieldTraits&, const model::Reference<Target>&) {
    return "the name of a " + std::string{Target::kind};
}

template <class Enum>
requires std::is_enum_v<Enum> MaybeMistake read_value(std::string_view text, const FieldTraits&, Enum& value) {
    const auto& names = model::Choices<Enum>::names;
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return choice_mistake(text, choice_names<Enum>());
    value = static_cast<Enum>(found - names.begin());
    return {};
}

template <class Target>
MaybeMistake read_value(std::string_view text, const FieldTraits&, model::Reference<Target>& value) {
    value = {std::string{text}, -1};
    return {};
}

/// Whether a text that is no number was meant as one: digits with commas, spaces, signs, "NaN".
bool looks_like_number(std::string_view text);

}  // namespace indus::inputs
