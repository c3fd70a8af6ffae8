// SPDX-License-Identifier: Apache-2.0
// A policy: a price or a cap on carbon dioxide, a least share of renewable energy, a margin of firm
// capacity. Prices of several policies add up; every other rule holds by itself, in the policy's zones.
//
//   carbon_excess[t] [tCO2]  renewable_shortfall[t] [MWh]  firm_shortfall[t] [MW]
//       by how much a rule is missed, where that has a cost; booked at the first step
#pragma once

#include "model/component.hpp"

namespace indus::model {

enum class ShareBase { generation, load };
template <>
struct Choices<ShareBase> {
    static constexpr std::array<std::string_view, 2> names{"generation", "load"};
};

struct Policy {
    std::string name{};
    Profile carbon_price_per_t{};
    WeightedNames zones{};
    std::optional<double> carbon_cap_t{};
    std::optional<double> carbon_excess_cost_per_t{};
    std::optional<double> renewable_share{};
    ShareBase renewable_share_of = ShareBase::generation;
    std::optional<double> renewable_shortfall_cost_per_mwh{};
    std::optional<double> firm_capacity_margin{};
    WeightedNames capacity_credits{};
    std::optional<double> firm_shortfall_cost_per_mw{};

    static constexpr std::string_view kind = "policy";
    static constexpr std::string_view summary =
        "A price or cap on carbon dioxide, a least share of renewable energy, a margin of firm capacity.";
    static constexpr auto fields = field_list(
        field("name", &Policy::name, "-", any_number(), required, "Unique name."),
        field("carbon_price_per_t", &Policy::carbon_price_per_t, "money/tCO2", at_least(0), optional,
              "Price of a tonne of carbon dioxide in all zones, a number or a series; prices of several policies add "
              "up."),
        field("zones", &Policy::zones, "-", between(1, 1), optional,
              "Zones whose plants and demands the other rules look at, 'north south'; empty: all."),
        field("carbon_cap_t", &Policy::carbon_cap_t, "tCO2", at_least(0), optional,
              "Largest emission over the horizon; empty: no cap."),
        field("carbon_excess_cost_per_t", &Policy::carbon_excess_cost_per_t, "money/tCO2", at_least(0), optional,
              "Cost of a tonne above the cap; empty: the cap is hard."),
        field("renewable_share", &Policy::renewable_share, "1", between(0, 1), optional,
              "Least share of energy from hydro, solar, wind, thermal plants that are renewable and renewable fuels; "
              "empty: "
              "none."),
        field("renewable_share_of", &Policy::renewable_share_of, "-", any_number(), optional,
              "generation: of what plants generate, stores left out; load: of what demands draw, losses to the "
              "customer included."),
        field("renewable_shortfall_cost_per_mwh", &Policy::renewable_shortfall_cost_per_mwh, "money/MWh", at_least(0),
              optional, "Cost of a MWh of renewable energy missing; empty: the share is hard."),
        field("firm_capacity_margin", &Policy::firm_capacity_margin, "1", at_least(-1), optional,
              "Capacity that counts as firm must exceed the peak of firm demand by this share, 0.15; empty: no rule."),
        field("capacity_credits", &Policy::capacity_credits, "1", between(0, 1), optional,
              "Share of its capacity with which each technology counts as firm, 'coal:0.9 reservoir:0.7 solar:0'."),
        field("firm_shortfall_cost_per_mw", &Policy::firm_shortfall_cost_per_mw, "money/MW", at_least(0), optional,
              "Cost of a MW of firm capacity missing over the horizon; empty: the margin is hard."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    bool reads(Shared what) const;
};

}  // namespace indus::model
