// SPDX-License-Identifier: Apache-2.0
// A contract by which a plant far away supplies a meter over the grid: what it gives is not billed as the utility's
// energy, but at the charge of the grid.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Meter;

struct Wheeling {
    std::string name{};
    Reference<Meter> meter{};
    std::string plant{};
    double share = 1.0;
    double charge_per_mwh = 0.0;
    double energy_price_per_mwh = 0.0;
    double loss_share = 0.0;

    static constexpr std::string_view kind = "wheeling";
    static constexpr std::string_view summary = "A contract by which a plant far away supplies a meter over the grid.";
    static constexpr auto fields = field_list(
        field("name", &Wheeling::name, "-", any_number(), required, "Unique name."),
        field("meter", &Wheeling::meter, "-", any_number(), required, "Meter it supplies."),
        field("plant", &Wheeling::plant, "-", any_number(), required, "Solar or wind plant that supplies it."),
        field("share", &Wheeling::share, "1", between(0, 1), optional,
              "Share of the plant's output that is meant for the meter."),
        field("charge_per_mwh", &Wheeling::charge_per_mwh, "money/MWh", at_least(0), optional,
              "Use-of-system charge, per MWh at the meter."),
        field("energy_price_per_mwh", &Wheeling::energy_price_per_mwh, "money/MWh", at_least(0), optional,
              "What the plant is paid, per MWh at the meter."),
        field("loss_share", &Wheeling::loss_share, "1", between(0, 0.99), optional,
              "Share lost between plant and meter."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation&, int) const {}
    void audit(Audit&, int) const {}
};

}  // namespace indus::model
