// SPDX-License-Identifier: Apache-2.0
// Adds up what plants hold and compares it with what each product asks for.
#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/components/reserve.hpp"

namespace indus::model {

namespace {

/// What is missing at step t, checked against the steps of its cost and charged for.
void charge_shortfall(Audit& a, const AuditDesk& d, const Reserve& r, int t, double missing) {
    const auto i = static_cast<std::size_t>(t);
    d.at_least(t, missing, 0.0, "shortfall", "MW");
    if (r.shortfall_steps_per_mwh.empty()) {
        if (!r.shortfall_cost_per_mwh)
            d.at_most(t, missing, 0.0, "shortfall of a reserve without a price for it", "MW");
        d.charge("reserve_shortfall", t, r.shortfall_cost_per_mwh.value_or(0.0) * a.horizon().hours(t) * missing);
        return;
    }
    const auto& steps = r.shortfall_steps_per_mwh.steps;
    double sum = 0.0;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const double part = d.series(fmt::format("shortfall_{}", k + 1))[i];
        d.at_least(t, part, 0.0, "shortfall of a step", "MW");
        if (k + 1 < steps.size()) d.at_most(t, part, steps[k + 1].from - steps[k].from, "shortfall of a step", "MW");
        d.charge("reserve_shortfall", t, steps[k].value * a.horizon().hours(t) * part);
        sum += part;
    }
    d.equal(t, missing, sum, "shortfall", "MW");
}

}  // namespace

void Reserve::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const auto& products = a.system().all<Reserve>();
    const std::vector<int> chain = counting(products, index);
    const auto missing = d.optional_series("shortfall");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        charge_shortfall(a, d, *this, t, missing[i]);
        double held = 0.0;
        double wanted = 0.0;
        for (const int k : chain) {
            const Reserve& each = products[static_cast<std::size_t>(k)];
            held += a.provided(k, t) + a.desk(each).optional_series("shortfall")[i];
            wanted += each.requirement(t, a.load(each.zones, t), a.renewable_power(each.zones, t));
        }
        d.at_least(t, held, wanted, "reserve", "MW");
        if (!covers_units_from_mw) continue;
        for (const AuditedLoss& loss : a.losses()) {
            if (!covers(loss.unit_mw, loss.zone)) continue;
            double lost = loss.output[i];
            for (const int k : chain) lost += loss.held[static_cast<std::size_t>(k)][i];
            d.at_least(t, held, lost, fmt::format("reserve against the loss of {}", loss.owner), "MW");
        }
    }
}

}  // namespace indus::model
