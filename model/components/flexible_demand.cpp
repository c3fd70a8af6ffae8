// SPDX-License-Identifier: Apache-2.0
#include "model/components/flexible_demand.hpp"

#include <fmt/format.h>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// Bounds, a definition and a cost: none needs a row.
constexpr std::array flexible_equations{
    Equation{"consumption tier", "MW", "0 <= served_k[t] <= (up_to[k] - up_to[k-1]) * availability[t]",
             "definition; up_to[0] = 0"},
    Equation{"withdrawal", "MW", "withdrawal[t] = sum(served_k[t], k) / (1 - loss_share)", "definition"},
    Equation{"consumer value", "money", "- h sum(bid_k served_k[t], k)", "definition; welfare as a negative cost"}};

}  // namespace

std::span<const Equation> FlexibleDemand::equations() { return flexible_equations; }

void FlexibleDemand::check(Complaints& complaints) const {
    const auto& tiers = bids_per_mwh.steps;
    if (!tiers.empty() && tiers.front().from <= 0.0)
        complaints.add("bids_per_mwh", tiers.front().from,
                       "pairs MW:money whose first number, up to which the bid holds, is above 0");
    for (std::size_t k = 1; k < tiers.size(); ++k)
        if (tiers[k].value > tiers[k - 1].value)
            complaints.add(
                "bids_per_mwh", tiers[k].value,
                fmt::format("bids that do not rise: tier {} is above tier {} ({})", k + 1, k, tiers[k - 1].value));
}

void FlexibleDemand::add_to(Formulation& f, int) const {
    const int steps = f.horizon().step_count();
    const Desk d = f.desk(*this);
    double below = 0.0;
    for (std::size_t k = 0; k < bids_per_mwh.size(); ++k) {
        const Steps::Step& tier = bids_per_mwh.steps[k];
        std::vector<double> most;
        most.reserve(static_cast<std::size_t>(steps));
        for (int t = 0; t < steps; ++t) most.push_back((tier.from - below) * availability[t]);
        below = tier.from;
        const Series served = d.variables(fmt::format("served_{}", k + 1), "MW", 0.0, most);
        for (int t = 0; t < steps; ++t) {
            const Expression drawn = withdrawal_factor() * served[t];
            f.zone_balance(zone, t) -= drawn;
            f.serve(zone, t, drawn);
            d.derive("served", "MW", t, served[t]);
            d.derive("withdrawal", "MW", t, drawn);
            d.cost("consumer_value", t, -tier.value * f.horizon().hours(t) * served[t]);
        }
    }
}

void FlexibleDemand::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto total = d.series("served");
    const auto withdrawal = d.series("withdrawal");
    std::vector<double> sum(total.size(), 0.0);
    double below = 0.0;
    for (std::size_t k = 0; k < bids_per_mwh.size(); ++k) {
        const Steps::Step& tier = bids_per_mwh.steps[k];
        const auto served = d.series(fmt::format("served_{}", k + 1));
        for (int t = 0; t < a.horizon().step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            d.at_least(t, served[i], 0.0, "consumption", "MW");
            d.at_most(t, served[i], (tier.from - below) * availability[t], "consumption of a tier", "MW");
            d.charge("consumer_value", t, -tier.value * a.horizon().hours(t) * served[i]);
            sum[i] += served[i];
        }
        below = tier.from;
    }
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double drawn = sum[i] / (1.0 - loss_share);
        d.equal(t, total[i], sum[i], "consumption", "MW");
        d.equal(t, withdrawal[i], drawn, "withdrawal", "MW");
        a.inject(zone, t, -drawn);
        a.serve(zone, t, drawn);
    }
}

}  // namespace indus::model
