// SPDX-License-Identifier: Apache-2.0
// When people work: days, shifts, breaks, holidays, and shorter hours in Ramadan. It has no rows; processes ask it.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Calendar {
    std::string name{};
    WeightedNames days{};
    Steps shifts{};
    WeightedNames break_days{};
    Steps breaks{};
    WeightedNames holidays{};
    Instant ramadan_from{};
    Instant ramadan_to{};
    Steps ramadan_shifts{};
    Profile open{1.0};

    static constexpr std::string_view kind = "calendar";
    static constexpr std::string_view summary =
        "When people work: days, shifts, breaks, holidays, shorter hours in Ramadan.";
    static constexpr auto fields = field_list(
        field("name", &Calendar::name, "-", any_number(), required, "Unique name."),
        field("days", &Calendar::days, "-", any_number(), optional,
              "Days of work, of mon tue wed thu fri sat sun; empty: all."),
        field("shifts", &Calendar::shifts, "h:h", between(0, 48), optional,
              "Hours of the day from:to: '6:14 14:22'; up to a number above 24 it goes on into the next day. Empty: "
              "all day."),
        field("break_days", &Calendar::break_days, "-", any_number(), optional,
              "Days with breaks, of mon tue wed thu fri sat sun; empty: all."),
        field("breaks", &Calendar::breaks, "h:h", between(0, 24), optional,
              "Hours of the day from:to without work on those days: '12.5:14.5'."),
        field("holidays", &Calendar::holidays, "-", any_number(), optional,
              "Dates without work: '2025-03-31 2025-04-01'."),
        field("ramadan_from", &Calendar::ramadan_from, "-", any_number(), optional, "First day of Ramadan."),
        field("ramadan_to", &Calendar::ramadan_to, "-", any_number(), optional, "Day after the last of Ramadan."),
        field("ramadan_shifts", &Calendar::ramadan_shifts, "h:h", between(0, 48), optional,
              "Hours of work in Ramadan, in the place of shifts; empty: shifts."),
        field("open", &Calendar::open, "1", between(0, 1), optional,
              "Share of those hours that is worked, a number or a series (0 or 1 for decisions on and off)."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation&, int) const {}
    void audit(Audit&, int) const {}

    /// Share of step t that is worked: hours of work in it over its length, times `open`.
    double share(const Horizon& horizon, int t) const;
    bool works_on(std::chrono::local_days date) const;

private:
    double hours_of(std::chrono::local_days date, double from, double to) const;
};

}  // namespace indus::model
