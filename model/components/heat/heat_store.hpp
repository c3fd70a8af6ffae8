// SPDX-License-Identifier: Apache-2.0
// A store of heat at a node.
//
//   charge[t] discharge[t] [MW]     level[t] [MWh] at the end of t
//   mode[t] {0,1}, only at steps where a solution charged and discharged at once: 1 charges, 0 discharges
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct HeatNode;

struct HeatStore {
    std::string name{};
    Reference<HeatNode> node{};
    double charge_mw = 0.0;
    double discharge_mw = 0.0;
    double energy_mwh = 0.0;
    double charge_efficiency = 1.0;
    double discharge_efficiency = 1.0;
    double standing_loss_share_per_h = 0.0;
    double initial_level_mwh = 0.0;
    std::optional<double> end_level_mwh{};

    static constexpr std::string_view kind = "heat_store";
    static constexpr std::string_view summary = "A store of heat at a node.";
    static constexpr auto fields = field_list(
        field("name", &HeatStore::name, "-", any_number(), required, "Unique name."),
        field("node", &HeatStore::node, "-", any_number(), required, "Node it takes heat from and gives heat to."),
        field("charge_mw", &HeatStore::charge_mw, "MW", at_least(0), required, "Largest charge rate."),
        field("discharge_mw", &HeatStore::discharge_mw, "MW", at_least(0), required, "Largest discharge rate."),
        field("energy_mwh", &HeatStore::energy_mwh, "MWh", at_least(0), required, "Capacity."),
        field("charge_efficiency", &HeatStore::charge_efficiency, "1", above_up_to(0, 1), optional,
              "Heat stored per heat charged."),
        field("discharge_efficiency", &HeatStore::discharge_efficiency, "1", above_up_to(0, 1), optional,
              "Heat given per heat taken from the store."),
        field("standing_loss_share_per_h", &HeatStore::standing_loss_share_per_h, "1/h", between(0, 1), optional,
              "Share of the level lost per hour."),
        field("initial_level_mwh", &HeatStore::initial_level_mwh, "MWh", at_least(0), optional, "Level at the start."),
        field("end_level_mwh", &HeatStore::end_level_mwh, "MWh", at_least(0), optional,
              "Least level at the end; empty: the initial level."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
