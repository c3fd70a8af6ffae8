// SPDX-License-Identifier: Apache-2.0
// A component's fields, declared once: name, member, unit, range, need, meaning. The CSV column, the C++
// member, the error message, the stored solution and the reference page come from this one declaration.
//
//     static constexpr auto fields = field_list(
//         field("capacity_mw", &Battery::power_mw, "MW", at_least(0), required, "Largest charge rate."), ...);
//
// A field that is not required takes the member's own initialiser as its default.
#pragma once

#include <limits>
#include <string>
#include <string_view>

namespace indus::model {

/// Acceptable numbers; `open_low` excludes the lower end.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool open_low = false;
    constexpr bool contains(double x) const { return (open_low ? x > low : x >= low) && x <= high; }
    /// "a number of at least 0", "a number above 0 and at most 1".
    std::string describe() const;
};
constexpr Range any_number() { return {}; }
constexpr Range at_least(double low) { return {.low = low}; }
constexpr Range above(double low) { return {.low = low, .open_low = true}; }
constexpr Range between(double low, double high) { return {.low = low, .high = high}; }
constexpr Range above_up_to(double low, double high) { return {.low = low, .high = high, .open_low = true}; }

enum class Need { required, optional };
inline constexpr Need required = Need::required;
inline constexpr Need optional = Need::optional;

template <class Component, class Value>
struct Field {
    using value_type = Value;
    std::string_view name{};
    Value Component::*member{};
    std::string_view unit{};  ///< "-" where there is none
    Range range{};            ///< of the number, or of each number of a profile, guide, volume or step value
    Need need = Need::optional;
    std::string_view meaning{};

    template <class Visit>
    constexpr void operator()(Visit& visit) const {
        visit(*this);
    }
};

/// Fields, and lists of them that kinds share, in this order; it calls what it is given with each field. No std::tuple:
/// of thirty fields, that takes the compiler a quarter of a second in every file that reads the header.
template <class... FieldOrList>
constexpr auto field_list(FieldOrList... each) {
    return [=](auto& visit) { (each(visit), ...); };
}

/// `Owner` may be a base of the component, so that kinds can share fields.
template <class Component, class Value>
constexpr Field<Component, Value> field(std::string_view name, Value Component::*member, std::string_view unit,
                                        Range range, Need need, std::string_view meaning) {
    return {name, member, unit, range, need, meaning};
}

template <class Component, class Function>
constexpr void for_each_field(Function&& function) {
    Component::fields(function);
}

}  // namespace indus::model
