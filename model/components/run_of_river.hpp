// SPDX-License-Identifier: Apache-2.0
// A hydro plant without storage: what flows past the turbines is lost.
//
//   output[t] [MW] in [0, min(capacity, inflow[t] - environmental release[t])]    spill[t] [MW] (derived)
//
// In a cascade (river_plant.hpp) arrival[t] [MW] (derived) from the plants above joins the inflow, and all of it flows
// on at once; what is on its way to such a plant at the end has no value.
#pragma once

#include "model/components/reliability.hpp"
#include "model/components/river_plant.hpp"

namespace indus::model {

struct Zone;

struct RunOfRiver : RiverPlant, Reliability {
    std::string name{};
    Reference<Zone> zone{};
    double capacity_mw = 0.0;
    Profile inflow_mw{};
    Profile environmental_release_mw{};
    double variable_cost_per_mwh = 0.0;
    bool provides_reserve = false;

    static constexpr std::string_view kind = "run_of_river";
    static constexpr std::string_view summary = "A hydro plant without storage.";
    static constexpr auto fields = field_list(
        field("name", &RunOfRiver::name, "-", any_number(), required, "Unique name."),
        field("zone", &RunOfRiver::zone, "-", any_number(), required, "Zone it feeds."),
        field("capacity_mw", &RunOfRiver::capacity_mw, "MW", at_least(0), required, "Net capacity of the turbines."),
        field("inflow_mw", &RunOfRiver::inflow_mw, "MW", at_least(0), required,
              "Power of the arriving water if all of it were turbined, a number or a series."),
        field("environmental_release_mw", &RunOfRiver::environmental_release_mw, "MW", at_least(0), optional,
              "Power of the water that must pass beside the turbines, as far as it arrives; below another plant of a "
              "cascade that plant must let it come."),
        field("variable_cost_per_mwh", &RunOfRiver::variable_cost_per_mwh, "money/MWh", any_number(), optional,
              "Cost per MWh generated (water use charge)."),
        field("provides_reserve", &RunOfRiver::provides_reserve, "-", any_number(), optional,
              "yes: holds reserve down by being ready to spill, and up from water that is spilled."),
        river_fields, Reliability::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    /// Power the turbines can make of the plant's own inflow at step t [MW].
    double available_mw(int t) const;
};

}  // namespace indus::model
