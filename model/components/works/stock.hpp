// SPDX-License-Identifier: Apache-2.0
// A material of a process and the room for it: raw material that is bought, goods between two stages, products that
// wait for their orders.
//
//   level[t] [units] at the end of t, before what begins then     bought[t] sold[t] dumped[t] [units/h]
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Process;

struct Stock {
    std::string name{};
    Reference<Process> process{};
    std::string unit = "t";
    double capacity = 0.0;
    double min_level = 0.0;
    double initial_level = 0.0;
    std::optional<double> end_level{};
    std::optional<double> end_value_per_unit{};
    double spoilage_share_per_h = 0.0;
    double holding_cost_per_unit_h = 0.0;
    double buy_max_per_h = 0.0;
    Profile buy_cost_per_unit{0.0};
    double sell_max_per_h = 0.0;
    Profile sell_value_per_unit{0.0};
    std::optional<double> dump_cost_per_unit{};

    static constexpr std::string_view kind = "stock";
    static constexpr std::string_view summary = "A material of a process and the room for it.";
    static constexpr auto fields = field_list(
        field("name", &Stock::name, "-", any_number(), required, "Unique name."),
        field("process", &Stock::process, "-", any_number(), required, "Process it belongs to."),
        field("unit", &Stock::unit, "-", any_number(), optional, "Unit it is counted in: t, piece, m, ..."),
        field("capacity", &Stock::capacity, "1", at_least(0), optional,
              "Largest level; 0: what comes in goes out in the same step."),
        field("min_level", &Stock::min_level, "1", at_least(0), optional, "Least level."),
        field("initial_level", &Stock::initial_level, "1", at_least(0), optional, "Level at the start."),
        field("end_level", &Stock::end_level, "1", at_least(0), optional,
              "Least level at the end; empty: initial_level (unless end_value_per_unit is given)."),
        field("end_value_per_unit", &Stock::end_value_per_unit, "money", any_number(), optional,
              "What a unit left at the end is worth, instead of an end level; negative: what it then costs."),
        field("spoilage_share_per_h", &Stock::spoilage_share_per_h, "1/h", between(0, 1), optional,
              "Share of the level lost per hour."),
        field("holding_cost_per_unit_h", &Stock::holding_cost_per_unit_h, "money/h", at_least(0), optional,
              "Cost of keeping a unit for an hour."),
        field("buy_max_per_h", &Stock::buy_max_per_h, "1/h", at_least(0), optional,
              "Units that may be bought per hour."),
        field("buy_cost_per_unit", &Stock::buy_cost_per_unit, "money", at_least(0), optional,
              "Price of a unit bought, a number or a series."),
        field("sell_max_per_h", &Stock::sell_max_per_h, "1/h", at_least(0), optional,
              "Units that may be sold per hour, besides orders."),
        field("sell_value_per_unit", &Stock::sell_value_per_unit, "money", at_least(0), optional,
              "What a unit sold brings, a number or a series."),
        field("dump_cost_per_unit", &Stock::dump_cost_per_unit, "money", at_least(0), optional,
              "Cost of a unit thrown away; empty: none is."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    /// What stages and orders put in and take out is known then.
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Least level at the end of the horizon; none where the end has a value instead.
    std::optional<double> least_at_end() const;
    /// Share of the level that is left after h hours.
    double kept_share(double hours) const;

private:
    void throw_away(Formulation& f, int index) const;
    void hand_over(Formulation& f, int index) const;
    void audit_hand_over(Audit& a, int index, int t, bool gives) const;
};

}  // namespace indus::model
