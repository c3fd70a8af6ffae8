// SPDX-License-Identifier: Apache-2.0
// What a process must deliver: an amount by a date, or per shift, day or week.
//
//   delivered[t] [units/h] out of the stock    late[t] ahead[t] [units] due and not delivered, delivered and not yet
//   due at the end of t     lost[t] [units] given up, at the end of a step in which something is due, or at the end
#pragma once

#include <vector>

#include "model/component.hpp"

namespace indus::model {

struct Stock;

struct Order {
    std::string name{};
    Reference<Stock> stock{};
    std::optional<double> amount{};
    Instant release{};
    Instant due{};
    Volume amount_per_window{};
    std::optional<double> late_cost_per_unit_h{};
    std::optional<double> lost_cost_per_unit{};
    double max_per_h = 1e9;

    static constexpr std::string_view kind = "order";
    static constexpr std::string_view summary =
        "What a process must deliver: an amount by a date, or per shift, day or week.";
    static constexpr auto fields = field_list(
        field("name", &Order::name, "-", any_number(), required, "Unique name."),
        field("stock", &Order::stock, "-", any_number(), required, "Stock it is delivered from."),
        field("amount", &Order::amount, "1", at_least(0), optional, "Units due at `due`; empty: amount_per_window."),
        field("release", &Order::release, "-", any_number(), optional,
              "Time from which it may be delivered; empty: any."),
        field("due", &Order::due, "-", any_number(), optional,
              "Time by which the amount is due; empty: the end of the horizon."),
        field(
            "amount_per_window", &Order::amount_per_window, "1", at_least(0), optional,
            "Units due in each window, at its end: a number per civil day, or a series whose intervals are the windows "
            "(shifts, days, weeks). What the horizon cuts is due in part."),
        field("late_cost_per_unit_h", &Order::late_cost_per_unit_h, "money/h", at_least(0), optional,
              "Cost of a unit and hour of delay; empty: nothing may be late."),
        field("lost_cost_per_unit", &Order::lost_cost_per_unit, "money", at_least(0), optional,
              "Cost of a unit that is never delivered; empty: all must be."),
        field("max_per_h", &Order::max_per_h, "1/h", above(0), optional, "Largest delivery per hour."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// An amount that is due at the end of step `last`, and may be delivered from step `first` on.
    struct Due {
        int first = 0;
        int last = 0;
        double amount = 0.0;
    };
    std::vector<Due> dues(const Horizon& horizon) const;

private:
    int first_step(const Horizon& horizon) const;
    void check_release(const Horizon& horizon, Complaints& complaints) const;
};

}  // namespace indus::model
