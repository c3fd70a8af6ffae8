// SPDX-License-Identifier: Apache-2.0
// What can be done to a value of a field besides reading it: scale it, name its series, spoil it.
// Text, yes/no, choices and references hold no number, so that the general templates refuse them.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <type_traits>

#include "inputs/kinds.hpp"
#include "model/field.hpp"
#include "model/values.hpp"

namespace indus::inputs {

template <class Value>
Scaled scale_value(Value&, double, const NameScaledSeries&) {
    return Scaled::no_number;
}
inline Scaled scale_value(double& value, double factor, const NameScaledSeries&) {
    value *= factor;
    return Scaled::done;
}
inline Scaled scale_value(std::optional<double>& value, double factor, const NameScaledSeries&) {
    if (!value) return Scaled::unset;
    *value *= factor;
    return Scaled::done;
}
inline Scaled scale_value(model::Profile& value, double factor, const NameScaledSeries& copy) {
    value.constant *= factor;
    if (!value.series.empty()) value.series = copy(value.series);
    return Scaled::done;
}
inline Scaled scale_value(model::Guide& value, double factor, const NameScaledSeries& copy) {
    if (!value.is_set()) return Scaled::unset;
    if (value.constant) *value.constant *= factor;
    if (!value.series.empty()) value.series = copy(value.series);
    return Scaled::done;
}
inline Scaled scale_value(model::Volume& value, double factor, const NameScaledSeries& copy) {
    if (!value.is_set()) return Scaled::unset;
    if (value.constant) *value.constant *= factor;
    if (!value.series.empty()) value.series = copy(value.series);
    return Scaled::done;
}
inline Scaled scale_value(model::Steps& value, double factor, const NameScaledSeries&) {
    if (value.empty()) return Scaled::unset;
    for (model::Steps::Step& step : value.steps) step.value *= factor;
    return Scaled::done;
}
inline Scaled scale_value(model::WeightedNames& value, double factor, const NameScaledSeries&) {
    if (value.empty()) return Scaled::unset;
    for (model::WeightedNames::Item& item : value.items) item.weight *= factor;
    return Scaled::done;
}

template <class Value>
inline constexpr bool holds_series = std::is_same_v<Value, model::Profile> || std::is_same_v<Value, model::Guide> ||
                                     std::is_same_v<Value, model::Volume>;

template <class Value>
std::string series_name(const Value&) {
    return {};
}
inline std::string series_name(const model::Profile& value) { return value.series; }
inline std::string series_name(const model::Guide& value) { return value.series; }
inline std::string series_name(const model::Volume& value) { return value.series; }

/// A NaN in place of a number in range makes System::create skip the rules across fields.
template <class Value>
bool spoil_value(Value&, const model::Range&) {
    return false;
}
inline bool spoil_value(double& value, const model::Range& range) {
    if (!range.contains(value)) return false;
    value = std::numeric_limits<double>::quiet_NaN();
    return true;
}
inline bool spoil_value(std::optional<double>& value, const model::Range& range) {
    if (value && !range.contains(*value)) return false;
    value = std::numeric_limits<double>::quiet_NaN();
    return true;
}
inline bool spoil_value(model::Profile& value, const model::Range& range) {
    if (value.series.empty() && !range.contains(value.constant)) return false;
    value = model::Profile{std::numeric_limits<double>::quiet_NaN()};
    return true;
}

}  // namespace indus::inputs
