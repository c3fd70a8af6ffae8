// SPDX-License-Identifier: Apache-2.0
#include "model/components/plant_constraint.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr std::string_view slack_source = "definition; broken only where that has a cost";
constexpr Equation least_power{"least output of plants",
                               "MW",
                               "sum(weight_p output_p[t], p) + shortfall[t] >= min_mw",
                               slack_source,
                               Rigidity::requirement,
                               "the weighted output of its plants falls short of the least, {limit} MW, by {amount} "
                               "MW, and it has no violation_cost_per_mwh"};
constexpr Equation largest_power{"largest output of plants",
                                 "MW",
                                 "sum(weight_p output_p[t], p) - excess[t] <= max_mw",
                                 slack_source,
                                 Rigidity::requirement,
                                 "the weighted output of its plants exceeds the largest, {limit} MW, by {amount} MW, "
                                 "and it has no violation_cost_per_mwh"};
constexpr Equation least_energy{"least energy of plants",
                                "MWh",
                                "sum(weight h weight_p output_p[t], p and t) + energy_shortfall >= min_energy",
                                slack_source,
                                Rigidity::requirement,
                                "the weighted energy of its plants falls short of the least, {limit} MWh, by {amount} "
                                "MWh, and it has no violation_cost_per_mwh"};
constexpr Equation largest_energy{"largest energy of plants",
                                  "MWh",
                                  "sum(weight h weight_p output_p[t], p and t) - energy_excess <= max_energy",
                                  slack_source,
                                  Rigidity::requirement,
                                  "the weighted energy of its plants exceeds the largest, {limit} MWh, by {amount} "
                                  "MWh, and it has no violation_cost_per_mwh"};
constexpr std::array constraint_equations{least_power, largest_power, least_energy, largest_energy};

Expression weighted_output(const PlantConstraint& constraint, const Formulation& f, int t) {
    Expression sum;
    for (std::size_t p = 0; p < f.plants().size(); ++p)
        if (const auto* item = constraint.plants.find(f.plants()[p].name))
            sum.add_scaled(f.output(static_cast<int>(p), t), item->weight);
    return sum;
}

}  // namespace

std::span<const Equation> PlantConstraint::equations() { return constraint_equations; }

void PlantConstraint::check(Complaints& complaints) const {
    if (!min_mw && !max_mw && !min_energy_mwh && !max_energy_mwh)
        complaints.add("max_mw", "", "a limit: min_mw, max_mw, min_energy_mwh or max_energy_mwh");
    if (min_mw && max_mw && *min_mw > *max_mw)
        complaints.add("min_mw", *min_mw, fmt::format("at most max_mw ({})", *max_mw));
    if (min_energy_mwh && max_energy_mwh && *min_energy_mwh > *max_energy_mwh)
        complaints.add("min_energy_mwh", *min_energy_mwh, fmt::format("at most max_energy_mwh ({})", *max_energy_mwh));
}

void PlantConstraint::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> known;
    for (const PlantFacts& plant : all_plants(data)) known.push_back(plant.name);
    check_names(plants, known, "plants", "the name of a plant", complaints);
    for (const WeightedNames::Item& item : plants.items)
        if (std::count(known.begin(), known.end(), item.name) > 1)
            complaints.add("plants", item.name, "a name that only one plant has; plants of several kinds have it");
}

void PlantConstraint::add_to(Formulation&, int) const {}

void PlantConstraint::close(Formulation& f, int) const {
    const Horizon& horizon = f.horizon();
    std::vector<Limit> limits;
    const auto add = [&](Limit limit, const Expression& amount, double bound) {
        limit.amount = amount;
        limit.bound = bound;
        limit.cost = violation_cost_per_mwh;
        limits.push_back(std::move(limit));
    };
    Expression energy;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const Expression power = weighted_output(*this, f, t);
        energy.add_scaled(power, horizon.weight(t) * h);
        Limit each{&least_power, "shortfall", "constraint_violation", t, 1, false, false, h};
        each.is_reported = false;
        if (min_mw) add(each, power, *min_mw);
        each.equation = &largest_power;
        each.violation = "excess";
        each.at_most = true;
        if (max_mw) add(each, power, *max_mw);
    }
    const int steps = horizon.step_count();
    if (min_energy_mwh)
        add({&least_energy, "energy_shortfall", "constraint_violation", 0, steps, false}, energy, *min_energy_mwh);
    if (max_energy_mwh)
        add({&largest_energy, "energy_excess", "constraint_violation", 0, steps, true}, energy, *max_energy_mwh);
    f.add_limits(kind, name, std::move(limits));
}

void PlantConstraint::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const int steps = a.horizon().step_count();
    double energy = 0.0;
    const auto judge = [&](AuditedLimit limit, double amount, double bound) {
        limit.bound = bound;
        d.judge(limit, amount);
    };
    for (int t = 0; t < steps; ++t) {
        const double h = a.horizon().hours(t);
        double power = 0.0;
        for (std::size_t p = 0; p < a.plants().size(); ++p)
            for (const WeightedNames::Item& item : plants.items)
                if (item.name == a.plants()[p].name) power += item.weight * a.output(static_cast<int>(p), t);
        energy += a.horizon().weight(t) * h * power;
        const AuditedLimit least{
            "output of plants",    "MW", "shortfall", "constraint_violation", t, 1, false, false, h, 0.0,
            violation_cost_per_mwh};
        const AuditedLimit most{
            "output of plants",    "MW", "excess", "constraint_violation", t, 1, true, false, h, 0.0,
            violation_cost_per_mwh};
        if (min_mw) judge(least, power, *min_mw);
        if (max_mw) judge(most, power, *max_mw);
    }
    const auto over_horizon = [&](std::string_view violation, bool at_most) {
        return AuditedLimit{
            "energy of plants",    "MWh", violation, "constraint_violation", 0, steps, at_most, true, 1.0, 0.0,
            violation_cost_per_mwh};
    };
    if (min_energy_mwh) judge(over_horizon("energy_shortfall", false), energy, *min_energy_mwh);
    if (max_energy_mwh) judge(over_horizon("energy_excess", true), energy, *max_energy_mwh);
}

}  // namespace indus::model
