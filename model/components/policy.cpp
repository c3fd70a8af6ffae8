// SPDX-License-Identifier: Apache-2.0
#include "model/components/policy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation carbon_cap{"carbon cap",
                              "tCO2",
                              "sum(weight emissions[t], zones and t) - carbon_excess <= carbon_cap",
                              "definition; excess only where it has a cost",
                              Rigidity::requirement,
                              "the carbon cap of {limit} tCO2 cannot be kept: {amount} tCO2 are too much"};
constexpr Equation renewable_energy{"renewable share",
                                    "MWh",
                                    "sum(weight h output[t], renewable plants of the zones and t) + "
                                    "renewable_shortfall >= renewable_share * sum(weight h "
                                    "(generation[t] or load served[t]), zones and t)",
                                    "definition; stores generate nothing; shortfall only where it has a cost",
                                    Rigidity::requirement,
                                    "the renewable share cannot be reached: {amount} MWh are missing"};
constexpr Equation firm_capacity{
    "firm capacity margin",
    "MW",
    "sum(capacity_credit capacity, plants of the zones) + firm_shortfall >= (1 + margin) max(load[t], t)",
    "definition; load with losses to the customer; shortfall only where it has a cost",
    Rigidity::requirement,
    "the firm capacity margin cannot be met: {amount} MW are missing"};
// The first is a cost, not a row: it enters the objective where a plant draws fuel.
constexpr std::array policy_equations{
    Equation{"carbon cost", "money", "sum(policies: carbon_price[t]) * emissions[t]", "definition"}, carbon_cap,
    renewable_energy, firm_capacity};

bool looks_at(const Policy& policy, const System& system, int zone) {
    return holds_zone(policy.zones, system.data(), zone);
}

Limit cap_of(const Policy& policy, const Formulation& f) {
    Limit limit{&carbon_cap, "carbon_excess", "carbon_excess", 0, f.horizon().step_count()};
    for (int z = 0; z < static_cast<int>(f.system().all<Zone>().size()); ++z)
        for (int t = 0; looks_at(policy, f.system(), z) && t < limit.count; ++t)
            limit.amount.add_scaled(f.emissions(z, t), f.horizon().weight(t));
    limit.bound = *policy.carbon_cap_t;
    limit.cost = policy.carbon_excess_cost_per_t;
    return limit;
}

Limit share_of(const Policy& policy, const Formulation& f) {
    Limit limit{&renewable_energy, "renewable_shortfall", "renewable_shortfall", 0, f.horizon().step_count(), false};
    limit.bound = *policy.renewable_share;
    limit.cost = policy.renewable_shortfall_cost_per_mwh;
    Expression& base = limit.base.emplace();
    const auto hours = [&](int t) { return f.horizon().weight(t) * f.horizon().hours(t); };
    for (std::size_t p = 0; p < f.plants().size(); ++p) {
        const PlantFacts& plant = f.plants()[p];
        if (plant.is_store || !looks_at(policy, f.system(), plant.zone)) continue;
        for (int t = 0; t < limit.count; ++t) {
            const Expression& output = f.output(static_cast<int>(p), t);
            limit.amount.add_scaled(f.renewable_output(static_cast<int>(p), t), hours(t));
            if (policy.renewable_share_of == ShareBase::generation) base.add_scaled(output, hours(t));
        }
    }
    if (policy.renewable_share_of == ShareBase::generation) return limit;
    for (int z = 0; z < static_cast<int>(f.system().all<Zone>().size()); ++z)
        for (int t = 0; looks_at(policy, f.system(), z) && t < limit.count; ++t)
            base.add_scaled(f.served(z, t), hours(t));
    return limit;
}

Limit margin_of(const Policy& policy, const Formulation& f) {
    Limit limit{&firm_capacity, "firm_shortfall", "firm_shortfall", 0, f.horizon().step_count(), false, false};
    double peak = 0.0;
    for (int t = 0; t < limit.count; ++t) {
        double load = 0.0;
        for (const Demand& demand : f.system().all<Demand>())
            if (looks_at(policy, f.system(), demand.zone.index)) load += demand.withdrawal_factor() * demand.load_mw[t];
        peak = std::max(peak, load);
    }
    for (const PlantFacts& plant : all_plants(f.system().data()))
        if (const auto* credit = policy.capacity_credits.find(plant.technology);
            credit && looks_at(policy, f.system(), plant.zone))
            limit.amount += credit->weight * plant.capacity_mw;
    limit.bound = (1.0 + *policy.firm_capacity_margin) * peak;
    limit.cost = policy.firm_shortfall_cost_per_mw;
    return limit;
}

}  // namespace

std::span<const Equation> Policy::equations() { return policy_equations; }

bool Policy::reads(Shared what) const {
    if (what == Shared::emissions) return carbon_cap_t.has_value();
    if (what == Shared::outputs) return renewable_share.has_value();
    return what == Shared::served && renewable_share && renewable_share_of == ShareBase::load;
}

void Policy::check(Complaints& complaints) const {
    const auto needs = [&](std::string_view field, const std::optional<double>& cost, const std::optional<double>& rule,
                           std::string_view what) {
        if (cost && !rule) complaints.add(std::string{field}, *cost, fmt::format("nothing, as no {} is given", what));
    };
    needs("carbon_excess_cost_per_t", carbon_excess_cost_per_t, carbon_cap_t, "carbon_cap_t");
    needs("renewable_shortfall_cost_per_mwh", renewable_shortfall_cost_per_mwh, renewable_share, "renewable_share");
    needs("firm_shortfall_cost_per_mw", firm_shortfall_cost_per_mw, firm_capacity_margin, "firm_capacity_margin");
    const double price = *std::max_element(carbon_price_per_t.values.begin(), carbon_price_per_t.values.end());
    if (!zones.empty() && price > 0.0)
        complaints.add("carbon_price_per_t", price, "0 in a policy for some zones: a carbon price holds in all");
}

void Policy::check_in(const SystemData& data, Complaints& complaints) const {
    check_zones(zones, data, complaints);
    if (!firm_capacity_margin && capacity_credits.empty()) return;
    std::vector<std::string> known;
    for (const PlantFacts& plant : all_plants(data)) known.push_back(plant.technology);
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    check_names(capacity_credits, known, "capacity_credits", "the technology of a plant", complaints);
    if (!firm_capacity_margin) return;
    // What nobody has thought about is not counted silently, neither in full nor as nothing.
    for (const std::string& technology : known)
        if (!capacity_credits.contains(technology))
            complaints.add("capacity_credits", "",
                           fmt::format("a credit for every technology of the case; {} has none", technology));
}

void Policy::add_to(Formulation&, int) const {}

void Policy::close(Formulation& f, int) const {
    std::vector<Limit> limits;
    if (carbon_cap_t) limits.push_back(cap_of(*this, f));
    if (renewable_share) limits.push_back(share_of(*this, f));
    if (firm_capacity_margin) limits.push_back(margin_of(*this, f));
    if (!limits.empty()) f.add_limits(kind, name, std::move(limits));
}

}  // namespace indus::model
