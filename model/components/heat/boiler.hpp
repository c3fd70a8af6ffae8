// SPDX-License-Identifier: Apache-2.0
// A boiler: heat from fuel or from power.
//
//   heat[t] [MW]     on[t] start[t] stop[t] {0,1} where it has a least heat, a no-load draw, a start cost or least
//   times
//
// Outages, policies and limits know it as a plant of the technology "boiler" whose capacity is heat and whose output of
// power is 0: it counts in no generation, and as capacity only where a rule names that technology.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct HeatNode;
struct Fuel;

struct Boiler {
    std::string name{};
    Reference<HeatNode> node{};
    Reference<Fuel> fuel{};
    double capacity_mw = 0.0;
    double min_heat_mw = 0.0;
    double efficiency = 1.0;
    double no_load_gj_per_h = 0.0;
    double variable_cost_per_mwh = 0.0;
    double start_cost = 0.0;
    double min_up_h = 0.0;
    double min_down_h = 0.0;
    double initial_status_h = -1000.0;
    std::optional<double> ramp_mw_per_h{};

    static constexpr std::string_view kind = "boiler";
    static constexpr std::string_view summary = "A boiler: heat from fuel or from power.";
    static constexpr auto fields = field_list(
        field("name", &Boiler::name, "-", any_number(), required, "Unique name; outages name it as their plant."),
        field("node", &Boiler::node, "-", any_number(), required, "Node it gives heat to."),
        field("fuel", &Boiler::fuel, "-", any_number(), optional, "Fuel it burns; empty: power of the node's zone."),
        field("capacity_mw", &Boiler::capacity_mw, "MW", at_least(0), required, "Largest heat."),
        field("min_heat_mw", &Boiler::min_heat_mw, "MW", at_least(0), optional, "Least heat while on."),
        field("efficiency", &Boiler::efficiency, "1", above_up_to(0, 10), optional,
              "Heat per energy drawn above no load; above 1 for heat pumps."),
        field("no_load_gj_per_h", &Boiler::no_load_gj_per_h, "GJ/h", at_least(0), optional,
              "Energy drawn per hour while on, whatever the heat (fuel or power)."),
        field("variable_cost_per_mwh", &Boiler::variable_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Other cost per MWh of heat."),
        field("start_cost", &Boiler::start_cost, "money", at_least(0), optional, "Cost of a start."),
        field("min_up_h", &Boiler::min_up_h, "h", at_least(0), optional, "Least time on; whole steps, rounded up."),
        field("min_down_h", &Boiler::min_down_h, "h", at_least(0), optional,
              "Least time off; whole steps, rounded up."),
        field("initial_status_h", &Boiler::initial_status_h, "h", any_number(), optional,
              "Hours on before the horizon; negative: hours off."),
        field("ramp_mw_per_h", &Boiler::ramp_mw_per_h, "MW/h", above(0), optional,
              "Largest change of its heat, either way, but for min_heat_mw at starts and stops; empty: any."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Whether it is decided when it is on.
    bool commits() const {
        return min_heat_mw > 0.0 || no_load_gj_per_h > 0.0 || start_cost > 0.0 || min_up_h > 0.0 || min_down_h > 0.0;
    }
};

}  // namespace indus::model
