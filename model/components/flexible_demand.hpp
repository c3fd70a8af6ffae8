// SPDX-License-Identifier: Apache-2.0
// Price-sensitive load: it consumes while power is worth more to it than it costs. What it consumes is a
// gain, counted as a negative cost; what it does not consume is no unserved energy.
//
//   served_k[t] [MW]  consumption of tier k, at the customer
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;

struct FlexibleDemand {
    std::string name{};
    Reference<Zone> zone{};
    std::string sector = "flexible";
    Steps bids_per_mwh{};
    Profile availability{1.0};
    double loss_share = 0.0;

    static constexpr std::string_view kind = "flexible_demand";
    static constexpr std::string_view summary =
        "Price-sensitive load: consumes while power is worth more to it than it costs.";
    static constexpr auto fields = field_list(
        field("name", &FlexibleDemand::name, "-", any_number(), required, "Unique name."),
        field("zone", &FlexibleDemand::zone, "-", any_number(), required, "Zone it draws from."),
        field("sector", &FlexibleDemand::sector, "-", any_number(), optional, "Word under which reports tell of it."),
        field("bids_per_mwh", &FlexibleDemand::bids_per_mwh, "MW:money/MWh", any_number(), required,
              "What power is worth, by the MW consumed: '20:90 50:60' is 90 for the first 20 MW, 60 for those up to 50 "
              "MW."),
        field("availability", &FlexibleDemand::availability, "1", between(0, 1), optional,
              "Share of those MW that could be used at a time, a number or a series; default: all."),
        field("loss_share", &FlexibleDemand::loss_share, "1", between(0, 0.99), optional,
              "Share of the power sent out that is lost before the customer."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Power drawn from the zone per power consumed.
    double withdrawal_factor() const { return 1.0 / (1.0 - loss_share); }
};

}  // namespace indus::model
