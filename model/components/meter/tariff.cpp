// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/tariff.hpp"

#include <algorithm>
#include <cmath>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// Costs at a meter: none needs a row.
constexpr std::array tariff_equations{
    Equation{"energy charge", "money", "h price[t] (import[t] - sum(wheeled_w[t], w))",
             "definition; for the objective of a zone only, a transfer otherwise"},
    Equation{"export credit", "money", "- h export_per_mwh[t] export[t]", "definition; idem"},
    Equation{"fixed charge", "money",
             "month_share (fixed_per_mw_month billing_demand[m] + fixed_per_month "
             "+ sum(fixed_per_mw_month_p billing_demand_p[m], p))",
             "definition; idem; month_share is the part of the calendar month in the horizon"},
    Equation{"energy charge of a netted month", "money",
             "price_p net_energy_p[m] - export_per_mwh (net_energy_p[m] - energy bought and given in p)",
             "definition; idem; net_energy_p is what is left to bill, the rest is given back"}};

bool is_one_number(const Profile& profile) {
    return std::all_of(profile.values.begin(), profile.values.end(),
                       [&](double each) { return each == profile.values.front(); });
}

}  // namespace

std::span<const Equation> Tariff::equations() { return tariff_equations; }

void Tariff::check(Complaints& complaints) const {
    if (lookback_months != std::round(lookback_months))
        complaints.add("lookback_months", lookback_months, "a whole number");
    if (!nets_month) return;
    constexpr const char* wanted = "one number for all steps, as energy is set off by the month (nets_month)";
    if (!is_one_number(energy_per_mwh)) complaints.add("energy_per_mwh", energy_per_mwh.series, wanted);
    if (!is_one_number(export_per_mwh)) complaints.add("export_per_mwh", export_per_mwh.series, wanted);
}

}  // namespace indus::model
