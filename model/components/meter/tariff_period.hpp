// SPDX-License-Identifier: Apache-2.0
// Hours of some months in which a tariff has another price: the evening peak of a season.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Tariff;

struct TariffPeriod {
    std::string name{};
    Reference<Tariff> tariff{};
    std::string band = "peak";
    double month_from = 1.0;
    double month_to = 12.0;
    double from_h = 0.0;
    double to_h = 24.0;
    WeightedNames days{};
    double energy_per_mwh = 0.0;
    double fixed_per_mw_month = 0.0;

    static constexpr std::string_view kind = "tariff_period";
    static constexpr std::string_view summary = "Hours of some months in which a tariff has another price.";
    static constexpr auto fields = field_list(
        field("name", &TariffPeriod::name, "-", any_number(), required, "Unique name."),
        field("tariff", &TariffPeriod::tariff, "-", any_number(), required, "Tariff it belongs to."),
        field("band", &TariffPeriod::band, "-", any_number(), optional, "Word for its hours in bills: peak, ..."),
        field("month_from", &TariffPeriod::month_from, "1", between(1, 12), optional, "First month."),
        field("month_to", &TariffPeriod::month_to, "1", between(1, 12), optional,
              "Last month; before month_from: of the next year."),
        field("from_h", &TariffPeriod::from_h, "h", between(0, 24), optional, "Hour of the day at which it begins."),
        field("to_h", &TariffPeriod::to_h, "h", between(0, 24), optional,
              "Hour of the day at which it ends; before from_h: of the next day."),
        field("days", &TariffPeriod::days, "-", any_number(), optional,
              "Days, of mon tue wed thu fri sat sun; empty: all."),
        field("energy_per_mwh", &TariffPeriod::energy_per_mwh, "money/MWh", any_number(), required,
              "Price of energy in its hours."),
        field("fixed_per_mw_month", &TariffPeriod::fixed_per_mw_month, "money/MW", at_least(0), optional,
              "Charge per MW of the month's peak within its hours, on top of the tariff's own."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation&, int) const {}
    void audit(Audit&, int) const {}

    /// Share of step t that lies in it.
    double share(const Horizon& horizon, int t) const;
};

}  // namespace indus::model
