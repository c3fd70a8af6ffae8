// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "model/audit.hpp"
#include "model/components/policy.hpp"

namespace indus::model {

namespace {

/// What the zones of a policy did, added up from the audit's own books.
struct Books {
    double emissions_t = 0.0;
    double renewable_mwh = 0.0;
    double generated_mwh = 0.0;
    double served_mwh = 0.0;
    double firm_mw = 0.0;
    double peak_mw = 0.0;
};

Books books_of(const Policy& policy, const Audit& a) {
    Books books;
    const auto& zones = a.system().all<Zone>();
    const auto inside = [&](int zone) {
        return policy.zones.empty() || policy.zones.contains(zones.at(static_cast<std::size_t>(zone)).name);
    };
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const double weight = a.horizon().weight(t);
        const double hours = weight * a.horizon().hours(t);
        for (int z = 0; z < static_cast<int>(zones.size()); ++z) {
            if (!inside(z)) continue;
            books.emissions_t += weight * a.emissions(z, t);
            books.served_mwh += hours * a.served(z, t);
        }
        for (std::size_t p = 0; p < a.plants().size(); ++p) {
            const PlantFacts& plant = a.plants()[p];
            if (plant.is_store || !inside(plant.zone)) continue;
            books.generated_mwh += hours * a.output(static_cast<int>(p), t);
            books.renewable_mwh += hours * a.renewable_output(static_cast<int>(p), t);
        }
        double load = 0.0;
        for (const Demand& demand : a.system().all<Demand>())
            if (inside(demand.zone.index))
                load += demand.load_mw[t] / (demand.level == DemandLevel::delivered ? 1.0 - demand.loss_share : 1.0);
        books.peak_mw = std::max(books.peak_mw, load);
    }
    std::map<std::string, double> credit;
    for (const WeightedNames::Item& each : policy.capacity_credits.items) credit[each.name] = each.weight;
    for (const PlantFacts& plant : a.plants())
        if (inside(plant.zone)) books.firm_mw += plant.capacity_mw * credit[plant.technology];
    return books;
}

}  // namespace

void Policy::audit(Audit& a, int) const {
    if (!carbon_cap_t && !renewable_share && !firm_capacity_margin) return;
    const AuditDesk d = a.desk(*this);
    const int steps = a.horizon().step_count();
    const Books books = books_of(*this, a);
    if (carbon_cap_t)
        d.judge({"emissions", "tCO2", "carbon_excess", "carbon_excess", 0, steps, true, true, 1.0, *carbon_cap_t,
                 carbon_excess_cost_per_t},
                books.emissions_t);
    if (renewable_share)
        d.judge({"renewable energy", "MWh", "renewable_shortfall", "renewable_shortfall", 0, steps, false, true, 1.0,
                 *renewable_share, renewable_shortfall_cost_per_mwh},
                books.renewable_mwh, renewable_share_of == ShareBase::load ? books.served_mwh : books.generated_mwh);
    if (firm_capacity_margin)
        d.judge({"firm capacity", "MW", "firm_shortfall", "firm_shortfall", 0, steps, false, false, 1.0,
                 1.0 + *firm_capacity_margin, firm_shortfall_cost_per_mw},
                books.firm_mw, books.peak_mw);
}

}  // namespace indus::model
