// SPDX-License-Identifier: Apache-2.0
#include "model/components/demand.hpp"

#include <fmt/format.h>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// Bounds and a definition: none needs a row.
constexpr std::array demand_equations{
    Equation{"unserved tier", "MW", "0 <= unserved_k[t] <= (share[k+1] - share[k]) * load[t]",
             "definition; tiers of the value of lost load"},
    Equation{"withdrawal", "MW", "withdrawal[t] = (load[t] - sum(unserved_k[t], k)) / (1 - loss_share)",
             "definition; without the division where load is sent out"}};

double upper_share(const Steps& tiers, std::size_t k) { return k + 1 < tiers.size() ? tiers.steps[k + 1].from : 1.0; }

}  // namespace

std::span<const Equation> Demand::equations() { return demand_equations; }

void Demand::check(Complaints& complaints) const {
    const auto& tiers = value_of_lost_load_per_mwh.steps;
    if (!tiers.empty() && tiers.front().from != 0.0)
        complaints.add("value_of_lost_load_per_mwh", tiers.front().from, "a first tier that begins at share 0");
    for (std::size_t k = 1; k < tiers.size(); ++k) {
        if (tiers[k].from >= 1.0)
            complaints.add("value_of_lost_load_per_mwh", tiers[k].from, "shares of the load below 1");
        if (tiers[k].value < tiers[k - 1].value)
            complaints.add(
                "value_of_lost_load_per_mwh", tiers[k].value,
                fmt::format("values that do not fall: tier {} is below tier {} ({})", k + 1, k, tiers[k - 1].value));
    }
}

void Demand::add_to(Formulation& f, int) const {
    const int steps = f.horizon().step_count();
    const Desk d = f.desk(*this);
    for (int t = 0; t < steps; ++t) {
        f.zone_balance(zone, t) += -withdrawal_factor() * load_mw[t];
        f.add_load(zone, t, withdrawal_factor() * load_mw[t]);
        f.serve(zone, t, withdrawal_factor() * load_mw[t]);
        d.derive("load", "MW", t, load_mw[t]);
        d.derive("withdrawal", "MW", t, withdrawal_factor() * load_mw[t]);
    }
    for (std::size_t k = 0; k < value_of_lost_load_per_mwh.size(); ++k) {
        const Steps::Step& tier = value_of_lost_load_per_mwh.steps[k];
        std::vector<double> most;
        most.reserve(static_cast<std::size_t>(steps));
        for (int t = 0; t < steps; ++t)
            most.push_back((upper_share(value_of_lost_load_per_mwh, k) - tier.from) * load_mw[t]);
        const Series unserved = d.variables(fmt::format("unserved_{}", k + 1), "MW", 0.0, most);
        for (int t = 0; t < steps; ++t) {
            f.zone_balance(zone, t).add(unserved[t], withdrawal_factor());
            f.serve(zone, t, -withdrawal_factor() * unserved[t]);
            d.derive("unserved", "MW", t, unserved[t]);
            d.derive("withdrawal", "MW", t, -withdrawal_factor() * unserved[t]);
            d.cost("unserved", t, tier.value * f.horizon().hours(t) * unserved[t]);
        }
    }
}

void Demand::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto total = d.series("unserved");
    const auto withdrawal = d.series("withdrawal");
    std::vector<double> sum(total.size(), 0.0);
    for (std::size_t k = 0; k < value_of_lost_load_per_mwh.size(); ++k) {
        const Steps::Step& tier = value_of_lost_load_per_mwh.steps[k];
        const double width = upper_share(value_of_lost_load_per_mwh, k) - tier.from;
        const auto unserved = d.series(fmt::format("unserved_{}", k + 1));
        for (int t = 0; t < a.horizon().step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            d.at_least(t, unserved[i], 0.0, "unserved power", "MW");
            d.at_most(t, unserved[i], width * load_mw[t], "unserved power of a tier", "MW");
            d.charge("unserved", t, tier.value * a.horizon().hours(t) * unserved[i]);
            sum[i] += unserved[i];
        }
    }
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double loss = level == DemandLevel::delivered ? loss_share : 0.0;
        const double served_from_zone = (load_mw[t] - sum[i]) / (1.0 - loss);
        d.equal(t, total[i], sum[i], "unserved power", "MW");
        d.equal(t, withdrawal[i], served_from_zone, "withdrawal", "MW");
        a.inject(zone, t, -served_from_zone);
        a.serve(zone, t, served_from_zone);
        a.add_load(zone, t, load_mw[t] / (1.0 - loss));
    }
}

}  // namespace indus::model
