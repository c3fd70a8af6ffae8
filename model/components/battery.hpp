// SPDX-License-Identifier: Apache-2.0
// A battery: moves energy from one step to another and loses some of it.
//
//   charge[t] discharge[t] [MW] at the terminals     level[t] [MWh] at the end of t
//   mode[t] {0,1}, only at steps where a solution charged and discharged at once: 1 charges, 0 discharges
#pragma once

#include "model/components/reliability.hpp"

namespace indus::model {

struct Zone;

struct Battery : Reliability {
    std::string name{};
    Reference<Zone> zone{};
    double charge_mw = 0.0;
    double discharge_mw = 0.0;
    double energy_mwh = 0.0;
    double min_level_mwh = 0.0;
    double charge_efficiency = 1.0;
    double discharge_efficiency = 1.0;
    double standing_loss_share_per_h = 0.0;
    double throughput_cost_per_mwh = 0.0;
    double initial_level_mwh = 0.0;
    std::optional<double> end_level_mwh{};
    std::optional<double> end_value_per_mwh{};
    bool provides_reserve = true;

    static constexpr std::string_view kind = "battery";
    static constexpr std::string_view summary = "A store that charges and discharges with losses.";
    static constexpr auto fields = field_list(
        field("name", &Battery::name, "-", any_number(), required, "Unique name."),
        field("zone", &Battery::zone, "-", any_number(), required, "Zone it stands in."),
        field("charge_mw", &Battery::charge_mw, "MW", at_least(0), required, "Largest charge rate at the terminals."),
        field("discharge_mw", &Battery::discharge_mw, "MW", at_least(0), required,
              "Largest discharge rate at the terminals."),
        field("energy_mwh", &Battery::energy_mwh, "MWh", at_least(0), required, "Usable energy capacity."),
        field("min_level_mwh", &Battery::min_level_mwh, "MWh", at_least(0), optional, "Least stored energy."),
        field("charge_efficiency", &Battery::charge_efficiency, "1", above_up_to(0, 1), optional,
              "Energy stored per energy charged."),
        field("discharge_efficiency", &Battery::discharge_efficiency, "1", above_up_to(0, 1), optional,
              "Energy delivered per energy taken from the store."),
        field("standing_loss_share_per_h", &Battery::standing_loss_share_per_h, "1/h", between(0, 1), optional,
              "Share of the level lost per hour."),
        field("throughput_cost_per_mwh", &Battery::throughput_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost per MWh discharged (wear)."),
        field("initial_level_mwh", &Battery::initial_level_mwh, "MWh", at_least(0), optional,
              "Stored energy at the start."),
        field("end_level_mwh", &Battery::end_level_mwh, "MWh", at_least(0), optional,
              "Least stored energy at the end; empty: the initial level (unless end_value_per_mwh is given)."),
        field("end_value_per_mwh", &Battery::end_value_per_mwh, "money/MWh", at_least(0), optional,
              "What a MWh left at the end is worth, instead of an end level."),
        field("provides_reserve", &Battery::provides_reserve, "-", any_number(), optional,
              "Whether it may hold reserve."),
        Reliability::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Least level at the end of the horizon [MWh]; none where the end has a value instead.
    std::optional<double> end_level() const;
    /// Share of the level that is left after h hours.
    double kept_share(double hours) const;
};

}  // namespace indus::model
