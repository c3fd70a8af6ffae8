// SPDX-License-Identifier: Apache-2.0
// Pumped storage: pumps water up when power is cheap and turbines it when power is dear. The upper reservoir is counted
// in the energy of its water; a lower reservoir of the same volume never limits it.
//
//   charge[t] discharge[t] [MW]  pumps and turbines, at the terminals     level[t] [MWh]  upper reservoir, end of t
//   spill[t] [MW]                water let past, where there is inflow
//   pumping[t] {0,1}             where the plant is exclusive or its pumps have a least load
//   generating[t] {0,1}          where its turbines have a least output
//   turbine_reserve_k[t] shed_k[t] [MW]  reserve up of product k: turbines give more, pumps take less
//   relief_k[t] more_load_k[t] [MW]      reserve down of product k: turbines give less, pumps take more
//
// A reversible machine cannot do both, so the direction is decided at every step (`exclusive`): a rule found only when
// a solution breaks it, as with batteries, would also have to catch pumps whose turbines hold reserve. A plant of
// separate pumps and turbines says `exclusive` no and needs no such decision.
#pragma once

#include "model/components/reliability.hpp"

namespace indus::model {

struct Zone;

struct PumpedStorage : Reliability {
    std::string name{};
    Reference<Zone> zone{};
    double turbine_mw = 0.0;
    double pump_mw = 0.0;
    double min_turbine_mw = 0.0;
    double min_pump_mw = 0.0;
    bool exclusive = true;
    double energy_mwh = 0.0;
    double min_level_mwh = 0.0;
    double turbine_efficiency = 1.0;
    double pump_efficiency = 1.0;
    Profile inflow_mw{};
    double initial_level_mwh = 0.0;
    std::optional<double> end_level_mwh{};
    std::optional<double> end_value_per_mwh{};
    double variable_cost_per_mwh = 0.0;
    double pump_cost_per_mwh = 0.0;
    bool provides_reserve = true;

    static constexpr std::string_view kind = "pumped_storage";
    static constexpr std::string_view summary = "A hydro plant that can pump its water back up.";
    static constexpr auto fields = field_list(
        field("name", &PumpedStorage::name, "-", any_number(), required, "Unique name."),
        field("zone", &PumpedStorage::zone, "-", any_number(), required, "Zone it stands in."),
        field("turbine_mw", &PumpedStorage::turbine_mw, "MW", at_least(0), required,
              "Largest output of the turbines at the terminals."),
        field("pump_mw", &PumpedStorage::pump_mw, "MW", at_least(0), required,
              "Largest load of the pumps at the terminals."),
        field("min_turbine_mw", &PumpedStorage::min_turbine_mw, "MW", at_least(0), optional,
              "Least output while the turbines run."),
        field("min_pump_mw", &PumpedStorage::min_pump_mw, "MW", at_least(0), optional,
              "Least load while the pumps run; of a fixed-speed pump: pump_mw."),
        field("exclusive", &PumpedStorage::exclusive, "-", any_number(), optional,
              "Whether the plant either pumps or turbines; no: separate machines may do both at once."),
        field("energy_mwh", &PumpedStorage::energy_mwh, "MWh", at_least(0), required,
              "Energy of the water in the full upper reservoir."),
        field("min_level_mwh", &PumpedStorage::min_level_mwh, "MWh", at_least(0), optional, "Least stored energy."),
        field("turbine_efficiency", &PumpedStorage::turbine_efficiency, "1", above_up_to(0, 1), optional,
              "Energy delivered per energy of the water turbined."),
        field("pump_efficiency", &PumpedStorage::pump_efficiency, "1", above_up_to(0, 1), optional,
              "Energy of the water raised per energy taken from the grid."),
        field("inflow_mw", &PumpedStorage::inflow_mw, "MW", at_least(0), optional,
              "Power of the water that flows into the upper reservoir by nature, a number or a series."),
        field("initial_level_mwh", &PumpedStorage::initial_level_mwh, "MWh", at_least(0), optional,
              "Stored energy at the start."),
        field("end_level_mwh", &PumpedStorage::end_level_mwh, "MWh", at_least(0), optional,
              "Least stored energy at the end; empty: the initial level (unless end_value_per_mwh is given)."),
        field("end_value_per_mwh", &PumpedStorage::end_value_per_mwh, "money/MWh", at_least(0), optional,
              "What a MWh left at the end is worth, instead of an end level."),
        field("variable_cost_per_mwh", &PumpedStorage::variable_cost_per_mwh, "money/MWh", any_number(), optional,
              "Cost per MWh generated."),
        field("pump_cost_per_mwh", &PumpedStorage::pump_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost per MWh taken by the pumps, beside the power itself."),
        field("provides_reserve", &PumpedStorage::provides_reserve, "-", any_number(), optional,
              "Whether it may hold reserve: headroom of the turbines and load that the pumps can shed; down, "
              "output and load the "
              "other way."),
        Reliability::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Least level at the end of the horizon [MWh]; none where the end has a value instead.
    std::optional<double> end_level() const;
    bool has_inflow() const;
    /// Whether it is decided at each step that the pumps, or the turbines, run.
    bool decides_pumping() const { return exclusive || min_pump_mw > 0.0; }
    bool decides_generating() const { return min_turbine_mw > 0.0; }
};

}  // namespace indus::model
