// SPDX-License-Identifier: Apache-2.0
// A hydro plant with a reservoir. Water is counted in the energy its turbines would make of it.
//
//   output[t] bypass[t] [MW]   water through and beside the turbines     level[t] [MWh]   at the end of t
//
// With a turbine or head curve (reservoir_production.hpp) output is no longer the power of the turbined water, and
// turbined[t] [MW] (derived) is: water stays counted at the power of a factor of 1.
//
// Releases: what leaves the dam is turbined + bypass. The environment asks for a least release at every
// step; irrigation for a least and a largest volume in each window of its series (a day, usually), the
// hours within the window being free.
//
// In a cascade (river_plant.hpp) arrival[t] [MW] is what comes from the plants above. At the end, water on its way to
// the reservoir counts as if it were in it: at end_value_per_mwh, or towards the end level, so that the level itself
// may end lower by what is still to come. Else releases late in the horizon would be lost to the plants below, and held
// back.
#pragma once

#include "model/components/reliability.hpp"
#include "model/components/river_plant.hpp"

namespace indus::model {

struct Zone;

struct Reservoir : RiverPlant, Reliability {
    std::string name{};
    Reference<Zone> zone{};
    double capacity_mw = 0.0;
    double min_level_mwh = 0.0;
    double max_level_mwh = 0.0;
    Profile inflow_mw{};
    std::optional<double> initial_level_mwh{};
    std::optional<double> end_level_mwh{};
    Guide level_guide_mwh{};
    std::optional<double> end_value_per_mwh{};
    Profile environmental_release_mw{};
    Volume irrigation_min_mwh{};
    Volume irrigation_max_mwh{};
    std::optional<double> bypass_capacity_mw{};
    double bypass_cost_per_mwh = 0.0;
    double variable_cost_per_mwh = 0.0;
    bool provides_reserve = true;
    Steps turbine_curve{};
    Steps head_curve{};

    static constexpr std::string_view kind = "reservoir";
    static constexpr std::string_view summary =
        "A hydro plant with storage: inflow, level limits, bypass, environmental and irrigation release.";
    static constexpr auto fields = field_list(
        field("name", &Reservoir::name, "-", any_number(), required, "Unique name."),
        field("zone", &Reservoir::zone, "-", any_number(), required, "Zone it feeds."),
        field("capacity_mw", &Reservoir::capacity_mw, "MW", at_least(0), required, "Net capacity of the turbines."),
        field("min_level_mwh", &Reservoir::min_level_mwh, "MWh", at_least(0), optional, "Least stored energy."),
        field("max_level_mwh", &Reservoir::max_level_mwh, "MWh", at_least(0), required, "Largest stored energy."),
        field("inflow_mw", &Reservoir::inflow_mw, "MW", at_least(0), required,
              "Power of the arriving water if all of it were turbined, a number or a series."),
        field("initial_level_mwh", &Reservoir::initial_level_mwh, "MWh", at_least(0), optional,
              "Stored energy at the start; empty: the level guide, which must then be given."),
        field("end_level_mwh", &Reservoir::end_level_mwh, "MWh", at_least(0), optional,
              "Least stored energy at the end; empty: the level guide or, without one, the initial level (unless "
              "end_value_per_mwh is given)."),
        field("level_guide_mwh", &Reservoir::level_guide_mwh, "MWh", at_least(0), optional,
              "Usual level at any instant, a number or a series: gives initial and end level where those are empty."),
        field("end_value_per_mwh", &Reservoir::end_value_per_mwh, "money/MWh", at_least(0), optional,
              "Water value: what a MWh left at the end is worth, instead of an end level."),
        field("environmental_release_mw", &Reservoir::environmental_release_mw, "MW", at_least(0), optional,
              "Least release at every step, a number or a series."),
        field("irrigation_min_mwh", &Reservoir::irrigation_min_mwh, "MWh", at_least(0), optional,
              "Least release in each window: a number per civil day, or a series whose intervals are the windows."),
        field("irrigation_max_mwh", &Reservoir::irrigation_max_mwh, "MWh", at_least(0), optional,
              "Largest release in each window, as irrigation_min_mwh; equal to it: the volume is fixed."),
        field("bypass_capacity_mw", &Reservoir::bypass_capacity_mw, "MW", at_least(0), optional,
              "Largest release beside the turbines; empty: spillways take any flood."),
        field("bypass_cost_per_mwh", &Reservoir::bypass_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of releasing water beside the turbines."),
        field("variable_cost_per_mwh", &Reservoir::variable_cost_per_mwh, "money/MWh", any_number(), optional,
              "Cost per MWh generated (water use charge)."),
        field("provides_reserve", &Reservoir::provides_reserve, "-", any_number(), optional,
              "Whether it may hold reserve."),
        field("turbine_curve", &Reservoir::turbine_curve, "1", above(0), optional,
              "Power per power of the turbined water, in pieces of water: '0:1.1 50:1 60:0.5' gives 1.1 MW per MW "
              "of water up to "
              "50 MW, 1 for more than that, 0.5 above 60; empty: 1. Inflow, levels and releases count water at 1."),
        field("head_curve", &Reservoir::head_curve, "1", above(0), optional,
              "Factor on that power by the level [MWh] at the start of the step, constant in each band: '0:0.9 "
              "200:1 400:1.05'; a step "
              "is off by at most the difference between neighbouring bands."),
        river_fields, Reliability::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Whether power is anything but the power of the turbined water.
    bool has_production() const { return !turbine_curve.empty() || !head_curve.empty(); }
    double initial_level() const;
    /// Least level at the end of the horizon [MWh]; none where the end has a value instead.
    std::optional<double> end_level() const;

private:
    void check_curves(Complaints& complaints) const;
};

}  // namespace indus::model
