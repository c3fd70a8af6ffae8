// SPDX-License-Identifier: Apache-2.0
// A plant that gives power and heat, within its feasible region.
//
//   on[t] start[t] stop[t] {0,1}    output[t] heat[t] [MW] power and heat    condensing[t] [MW] = output + power_loss *
//   heat, the power that the same steam would give without heat
//
// Policies know it as a plant of the technology "cogeneration", renewable where its fuel is. It holds no reserve, and
// reserves that cover the loss of a thermal unit do not look at it.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;
struct HeatNode;
struct Fuel;

enum class CogenerationType { extraction, back_pressure };
template <>
struct Choices<CogenerationType> {
    static constexpr std::array<std::string_view, 2> names{"extraction", "back_pressure"};
};

struct Cogeneration {
    std::string name{};
    Reference<Zone> zone{};
    Reference<HeatNode> node{};
    Reference<Fuel> fuel{};
    CogenerationType type = CogenerationType::extraction;
    double capacity_mw = 0.0;
    double min_output_mw = 0.0;
    double max_heat_mw = 0.0;
    double power_to_heat = 0.0;
    double power_loss_per_heat = 0.0;
    double heat_rate_gj_per_mwh = 0.0;
    double no_load_gj_per_h = 0.0;
    double variable_cost_per_mwh = 0.0;
    double start_cost = 0.0;
    double min_up_h = 0.0;
    double min_down_h = 0.0;
    double initial_status_h = -1000.0;
    std::optional<double> ramp_mw_per_h{};
    bool must_run = false;

    static constexpr std::string_view kind = "cogeneration";
    static constexpr std::string_view summary = "A plant that gives power and heat, within its feasible region.";
    static constexpr auto fields = field_list(
        field("name", &Cogeneration::name, "-", any_number(), required, "Unique name; outages name it as their plant."),
        field("zone", &Cogeneration::zone, "-", any_number(), required, "Zone it gives power to."),
        field("node", &Cogeneration::node, "-", any_number(), required, "Node it gives heat to."),
        field("fuel", &Cogeneration::fuel, "-", any_number(), required, "Fuel it burns."),
        field("type", &Cogeneration::type, "-", any_number(), optional,
              "extraction: heat is taken from a condensing turbine; back_pressure: all steam leaves as heat."),
        field("capacity_mw", &Cogeneration::capacity_mw, "MW", at_least(0), required,
              "Largest power without heat (extraction) or with it (back_pressure)."),
        field("min_output_mw", &Cogeneration::min_output_mw, "MW", at_least(0), optional,
              "Least of the same while on."),
        field("max_heat_mw", &Cogeneration::max_heat_mw, "MW", at_least(0), optional,
              "Largest heat; 0 for back_pressure: as power_to_heat says."),
        field("power_to_heat", &Cogeneration::power_to_heat, "1", at_least(0), optional,
              "Power per heat on the back-pressure line: the least that comes with heat (extraction), or all there is "
              "(back_pressure)."),
        field("power_loss_per_heat", &Cogeneration::power_loss_per_heat, "1", between(0, 1), optional,
              "Power given up per heat taken, at the same fuel (extraction)."),
        field("heat_rate_gj_per_mwh", &Cogeneration::heat_rate_gj_per_mwh, "GJ/MWh", at_least(0), optional,
              "Fuel per MWh of power without heat (extraction) or of power with its heat (back_pressure), above no "
              "load."),
        field("no_load_gj_per_h", &Cogeneration::no_load_gj_per_h, "GJ/h", at_least(0), optional,
              "Fuel per hour while on, whatever the output."),
        field("variable_cost_per_mwh", &Cogeneration::variable_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Other cost per MWh of power."),
        field("start_cost", &Cogeneration::start_cost, "money", at_least(0), optional, "Cost of a start."),
        field("min_up_h", &Cogeneration::min_up_h, "h", at_least(0), optional,
              "Least time on; whole steps, rounded up."),
        field("min_down_h", &Cogeneration::min_down_h, "h", at_least(0), optional,
              "Least time off; whole steps, rounded up."),
        field("initial_status_h", &Cogeneration::initial_status_h, "h", any_number(), optional,
              "Hours on before the horizon; negative: hours off."),
        field("ramp_mw_per_h", &Cogeneration::ramp_mw_per_h, "MW/h", above(0), optional,
              "Largest change of its power while on, either way; empty: any."),
        field("must_run", &Cogeneration::must_run, "-", any_number(), optional, "yes: always on, but for outages."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
