// SPDX-License-Identifier: Apache-2.0
// What a utility charges at a meter: energy by the time of use (tariff_period.hpp), power by the month's peak, and what
// it pays for energy given back.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Tariff {
    std::string name{};
    Profile energy_per_mwh{0.0};
    double fixed_per_mw_month = 0.0;
    double fixed_per_month = 0.0;
    double floor_share = 0.0;
    double lookback_share = 0.0;
    double lookback_months = 11.0;
    Profile export_per_mwh{0.0};
    bool nets_month = false;

    static constexpr std::string_view kind = "tariff";
    static constexpr std::string_view summary = "What a utility charges at a meter for energy and power.";
    static constexpr auto fields = field_list(
        field("name", &Tariff::name, "-", any_number(), required, "Unique name."),
        field("energy_per_mwh", &Tariff::energy_per_mwh, "money/MWh", any_number(), optional,
              "Price of energy where no tariff_period says otherwise, a number or a series."),
        field("fixed_per_mw_month", &Tariff::fixed_per_mw_month, "money/MW", at_least(0), optional,
              "Charge per MW of billing demand and calendar month."),
        field("fixed_per_month", &Tariff::fixed_per_month, "money", at_least(0), optional,
              "Charge per consumer and calendar month."),
        field("floor_share", &Tariff::floor_share, "1", between(0, 1), optional,
              "Billing demand is at least this share of the sanctioned load."),
        field("lookback_share", &Tariff::lookback_share, "1", between(0, 1), optional,
              "Billing demand is at least this share of the largest peak of earlier months."),
        field("lookback_months", &Tariff::lookback_months, "1", between(0, 120), optional,
              "How many earlier months lookback_share sees."),
        field("export_per_mwh", &Tariff::export_per_mwh, "money/MWh", at_least(0), optional,
              "What is paid for energy given back (net billing), a number or a series."),
        field("nets_month", &Tariff::nets_month, "-", any_number(), optional,
              "yes: energy given back is set off against energy drawn in the same month and period (net metering); "
              "what is left "
              "is paid for."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation&, int) const {}
    void audit(Audit&, int) const {}
};

}  // namespace indus::model
