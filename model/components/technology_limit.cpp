// SPDX-License-Identifier: Apache-2.0
#include "model/components/technology_limit.hpp"

#include <fmt/format.h>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation least_energy{"least energy of technologies",
                                "MWh",
                                "sum(weight h output[t], plants and t) + shortfall >= min_energy",
                                "definition; shortfall only where it has a cost",
                                Rigidity::requirement,
                                "the least energy of {limit} MWh cannot be generated: {amount} MWh are missing"};
constexpr Equation largest_energy{
    "largest energy of technologies",
    "MWh",
    "sum(weight h output[t], plants and t) - excess <= max_energy",
    "definition; excess only where it has a cost",
    Rigidity::requirement,
    "the largest energy of {limit} MWh cannot be kept: {amount} MWh more would have to be generated"};
constexpr Equation least_share{
    "least share of technologies",
    "MWh",
    "sum(weight h output[t], plants and t) + share_shortfall >= min_share * sum(weight h generation[t], t)",
    "definition; stores generate nothing; shortfall only where it has a cost",
    Rigidity::requirement,
    "the least share cannot be reached: {amount} MWh are missing"};
constexpr Equation largest_share{
    "largest share of technologies",
    "MWh",
    "sum(weight h output[t], plants and t) - share_excess <= max_share * sum(weight h generation[t], t)",
    "definition; stores generate nothing; excess only where it has a cost",
    Rigidity::requirement,
    "the largest share cannot be kept: {amount} MWh are too much"};
constexpr Equation least_capacity{"least capacity of technologies",
                                  "MW",
                                  "sum(capacity, plants) >= min_capacity",
                                  "definition",
                                  Rigidity::requirement,
                                  "the capacity falls short of the least by {amount} MW"};
constexpr Equation largest_capacity{"largest capacity of technologies",
                                    "MW",
                                    "sum(capacity, plants) <= max_capacity",
                                    "definition",
                                    Rigidity::requirement,
                                    "the capacity exceeds the largest by {amount} MW"};
constexpr std::array technology_equations{least_energy,  largest_energy, least_share,
                                          largest_share, least_capacity, largest_capacity};

/// What the rules compare.
struct Sums {
    Expression energy{};
    Expression generation{};
    double capacity_mw = 0.0;
};

Sums sums_of(const TechnologyLimit& rule, const Formulation& f) {
    Sums sums;
    for (std::size_t p = 0; p < f.plants().size(); ++p) {
        const PlantFacts& plant = f.plants()[p];
        if (plant.is_store || !holds_zone(rule.zones, f.system().data(), plant.zone)) continue;
        const bool counts = rule.technologies.contains(plant.technology);
        if (counts) sums.capacity_mw += plant.capacity_mw;
        for (int t = 0; t < f.horizon().step_count(); ++t) {
            const double hours = f.horizon().weight(t) * f.horizon().hours(t);
            if (counts) sums.energy.add_scaled(f.output(static_cast<int>(p), t), hours);
            if (rule.min_share || rule.max_share) sums.generation.add_scaled(f.output(static_cast<int>(p), t), hours);
        }
    }
    return sums;
}

}  // namespace

std::span<const Equation> TechnologyLimit::equations() { return technology_equations; }

void TechnologyLimit::check(Complaints& complaints) const {
    const auto ordered = [&](std::string_view low_name, const std::optional<double>& low, std::string_view high_name,
                             const std::optional<double>& high) {
        if (low && high && *low > *high)
            complaints.add(std::string{low_name}, *low, fmt::format("at most {} ({})", high_name, *high));
    };
    ordered("min_energy_mwh", min_energy_mwh, "max_energy_mwh", max_energy_mwh);
    ordered("min_share", min_share, "max_share", max_share);
    ordered("min_capacity_mw", min_capacity_mw, "max_capacity_mw", max_capacity_mw);
    if (shortfall_cost_per_mwh && !min_energy_mwh && !min_share)
        complaints.add("shortfall_cost_per_mwh", *shortfall_cost_per_mwh,
                       "nothing, as no least energy or share is given");
    if (excess_cost_per_mwh && !max_energy_mwh && !max_share)
        complaints.add("excess_cost_per_mwh", *excess_cost_per_mwh, "nothing, as no largest energy or share is given");
}

void TechnologyLimit::check_in(const SystemData& data, Complaints& complaints) const {
    check_zones(zones, data, complaints);
    std::vector<std::string> known;
    for (const PlantFacts& plant : all_plants(data))
        if (!plant.is_store) known.push_back(plant.technology);
    check_names(technologies, known, "technologies", "the technology of a plant that generates", complaints);
}

void TechnologyLimit::add_to(Formulation&, int) const {}

void TechnologyLimit::close(Formulation& f, int) const {
    const Sums sums = sums_of(*this, f);
    const int steps = f.horizon().step_count();
    std::vector<Limit> limits;
    const auto limit = [&](const Equation& equation, const std::optional<double>& bound, bool at_most,
                           std::string_view violation) -> Limit* {
        if (!bound) return nullptr;
        limits.push_back(
            {&equation, violation, at_most ? "technology_excess" : "technology_shortfall", 0, steps, at_most});
        limits.back().bound = *bound;
        limits.back().amount = sums.energy;
        limits.back().cost = at_most ? excess_cost_per_mwh : shortfall_cost_per_mwh;
        return &limits.back();
    };
    const auto capacity = [&](const Equation& equation, const std::optional<double>& bound, bool at_most) {
        if (Limit* made = limit(equation, bound, at_most, "")) {
            made->amount = sums.capacity_mw;
            made->cost.reset();
        }
    };
    limit(least_energy, min_energy_mwh, false, "shortfall");
    limit(largest_energy, max_energy_mwh, true, "excess");
    if (Limit* made = limit(least_share, min_share, false, "share_shortfall")) made->base = sums.generation;
    if (Limit* made = limit(largest_share, max_share, true, "share_excess")) made->base = sums.generation;
    capacity(least_capacity, min_capacity_mw, false);
    capacity(largest_capacity, max_capacity_mw, true);
    f.add_limits(kind, name, std::move(limits));
}

void TechnologyLimit::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto& all_zones = a.system().all<Zone>();
    const int steps = a.horizon().step_count();
    double energy = 0.0;
    double generation = 0.0;
    double capacity = 0.0;
    for (std::size_t p = 0; p < a.plants().size(); ++p) {
        const PlantFacts& plant = a.plants()[p];
        if (plant.is_store ||
            (!zones.empty() && !zones.contains(all_zones.at(static_cast<std::size_t>(plant.zone)).name)))
            continue;
        double given = 0.0;
        for (int t = 0; t < steps; ++t)
            given += a.horizon().weight(t) * a.horizon().hours(t) * a.output(static_cast<int>(p), t);
        generation += given;
        if (!technologies.contains(plant.technology)) continue;
        energy += given;
        capacity += plant.capacity_mw;
    }
    const AuditedLimit least{"energy of technologies",
                             "MWh",
                             "shortfall",
                             "technology_shortfall",
                             0,
                             steps,
                             false,
                             true,
                             1.0,
                             min_energy_mwh.value_or(0.0),
                             shortfall_cost_per_mwh};
    const AuditedLimit most{"energy of technologies",
                            "MWh",
                            "excess",
                            "technology_excess",
                            0,
                            steps,
                            true,
                            true,
                            1.0,
                            max_energy_mwh.value_or(0.0),
                            excess_cost_per_mwh};
    const auto share = [&](AuditedLimit limit, std::string_view violation, double bound) {
        limit.violation = violation;
        limit.bound = bound;
        d.judge(limit, energy, generation);
    };
    if (min_energy_mwh) d.judge(least, energy);
    if (max_energy_mwh) d.judge(most, energy);
    if (min_share) share(least, "share_shortfall", *min_share);
    if (max_share) share(most, "share_excess", *max_share);
    if (min_capacity_mw) d.at_least(0, capacity, *min_capacity_mw, "capacity of technologies", "MW");
    if (max_capacity_mw) d.at_most(0, capacity, *max_capacity_mw, "capacity of technologies", "MW");
}

}  // namespace indus::model
