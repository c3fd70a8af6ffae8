// SPDX-License-Identifier: Apache-2.0
#include "model/components/reserve.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/plant_facts.hpp"

namespace indus::model {

namespace {

constexpr Equation needed{
    "reserve requirement",
    "MW",
    "sum(providers: reserve[t]) + shortfall[t] >= requirement[t] + share_of_load * load[t] + share_of_renewables * "
    "available renewables[t]",
    "definition; shortfall only where it has a cost",
    Rigidity::requirement,
    "the requirement of {limit} MW cannot be held: {amount} MW are missing, and the product has no "
    "shortfall_cost_per_mwh"};
constexpr Equation needed_of_all{
    "reserve requirement with better products",
    "MW",
    "sum(better products and this one: sum(providers: reserve[t]) + shortfall[t]) >= sum(their requirements)[t]",
    "definition; reserve of a higher quality beyond its own requirement counts for a lower one, as in the markets that "
    "Ela, Milligan & Kirby (2011) describe, NREL/TP-5500-51978",
    Rigidity::requirement,
    "the requirement of {limit} MW, of better products too, cannot be held: {amount} MW are missing, and the product "
    "has "
    "no shortfall_cost_per_mwh"};
constexpr Equation unit_loss{"largest unit", "MW",
                             "largest[t] >= output_i[t] + reserve_i[t], every unit i of covers_units_from_mw or more",
                             "definition; reserve_i counts this product and its better ones", Rigidity::law};
constexpr Equation unit_covered{
    "largest unit covered",
    "MW",
    "sum(better products and this one: sum(providers: reserve[t]) + shortfall[t]) >= largest[t]",
    "definition; whatever unit is lost, the reserve that others hold makes up for its output",
    Rigidity::requirement,
    "the loss of the largest unit cannot be covered: {amount} MW are missing"};
constexpr std::array reserve_equations{needed, needed_of_all, unit_covered, unit_loss};

/// This product and the better ones that count for it.
std::vector<int> chain_of(const System& system, int index) { return Reserve::counting(system.all<Reserve>(), index); }

/// The product of that name, or -1.
int position_of(std::span<const Reserve> products, std::string_view name) {
    const auto found =
        std::find_if(products.begin(), products.end(), [&](const Reserve& each) { return each.name == name; });
    return found == products.end() ? -1 : static_cast<int>(found - products.begin());
}

double requirement_of(const Formulation& f, int product, int t) {
    const Reserve& r = f.system().all<Reserve>()[static_cast<std::size_t>(product)];
    return r.requirement(t, f.load(r.zones, t), f.renewable_power(r.zones, t));
}

}  // namespace

std::span<const Equation> Reserve::equations() { return reserve_equations; }

std::span<const Equation> Reserve::requirements() { return std::span{reserve_equations}.first(3); }

void Reserve::check(Complaints& complaints) const {
    if (!is_up() && type == ReserveType::replacement)
        complaints.add("type", "replacement", "spinning, as a unit that is off has no output that could fall");
    if (!is_up() && covers_units_from_mw)
        complaints.add("covers_units_from_mw", *covers_units_from_mw,
                       "nothing, as reserve down makes up for no lost unit");
    if (shortfall_cost_per_mwh && !shortfall_steps_per_mwh.empty())
        complaints.add("shortfall_steps_per_mwh", "steps beside a cost",
                       "either shortfall_steps_per_mwh or shortfall_cost_per_mwh");
    const auto& steps = shortfall_steps_per_mwh.steps;
    if (!steps.empty() && steps.front().from != 0.0)
        complaints.add("shortfall_steps_per_mwh", steps.front().from, "a first step that begins at 0 MW missing");
    for (std::size_t k = 1; k < steps.size(); ++k)
        if (steps[k].value < steps[k - 1].value)
            complaints.add("shortfall_steps_per_mwh", steps[k].value,
                           fmt::format("costs that do not fall ({} before)", steps[k - 1].value));
}

void Reserve::check_in(const SystemData& data, Complaints& complaints) const {
    check_zones(zones, data, complaints);
    for (const WeightedNames::Item& item : zones.items)
        if (item.weight != 1.0)
            complaints.add("zones", fmt::format("{}:{}", item.name, item.weight), "a zone without a weight");
    check_better(data.list<Reserve>(), complaints);
}

void Reserve::check_better(std::span<const Reserve> products, Complaints& complaints) const {
    const int own = position_of(products, name);
    for (const WeightedNames::Item& item : better.items) {
        const int other = position_of(products, item.name);
        std::vector<std::string> known;
        for (const Reserve& each : products) known.push_back(each.name);
        if (other < 0)
            complaints.add("better", item.name, "the name of a reserve", nearest_name(item.name, known));
        else if (other >= own)
            complaints.add("better", item.name, "a product in a row above this one");
        if (other >= 0 && products[static_cast<std::size_t>(other)].direction != direction)
            complaints.add("better", item.name, "a product of the same direction");
        if (item.weight != 1.0)
            complaints.add("better", fmt::format("{}:{}", item.name, item.weight), "a product without a weight");
    }
}

std::vector<int> Reserve::counting(std::span<const Reserve> products, int index) {
    std::vector<int> found{index};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const WeightedNames::Item& item : products[static_cast<std::size_t>(found[i])].better.items) {
            const int other = position_of(products, item.name);
            if (other >= 0 && std::find(found.begin(), found.end(), other) == found.end()) found.push_back(other);
        }
    return found;
}

double Reserve::requirement(int t, double load_mw, double renewable_mw) const {
    return requirement_mw[t] + share_of_load * load_mw + share_of_renewables * renewable_mw;
}

void Reserve::add_to(Formulation&, int) const {}

void Reserve::close(Formulation& f, int index) const {
    const Desk d = f.linking_desk(*this);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        d.derive("requirement", "MW", t, requirement_of(f, index, t));
        d.derive("provided", "MW", t, f.reserve(index, t));
    }
    if (shortfall_cost_per_mwh || !shortfall_steps_per_mwh.empty()) add_shortfall(f, index);
    const std::vector<int> chain = chain_of(f.system(), index);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        Expression held;
        double wanted = 0.0;
        for (const int k : chain) {
            held += f.reserve(k, t);
            wanted += requirement_of(f, k, t);
        }
        d.require(chain.size() == 1 ? needed : needed_of_all, t, held >= wanted);
    }
    if (covers_units_from_mw) add_largest_unit(f, index);
}

void Reserve::add_shortfall(Formulation& f, int index) const {
    double largest_unit = 0.0;
    for (const UnitLoss& loss : f.losses())
        if (covers(loss.unit_mw, loss.zone)) largest_unit = std::max(largest_unit, loss.unit_mw);
    const int steps = f.horizon().step_count();
    const Desk d = f.desk(*this);
    const bool in_steps = !shortfall_steps_per_mwh.empty();
    const std::vector<Steps::Step> costs =
        in_steps ? shortfall_steps_per_mwh.steps : std::vector<Steps::Step>{{0.0, *shortfall_cost_per_mwh}};
    for (std::size_t k = 0; k < costs.size(); ++k) {
        std::vector<double> most;
        for (int t = 0; t < steps; ++t) {
            const double missing = std::max(requirement_of(f, index, t), largest_unit);
            const double until = k + 1 < costs.size() ? std::min(costs[k + 1].from, missing) : missing;
            most.push_back(std::max(0.0, until - costs[k].from));
        }
        const Series shortfall =
            d.variables(in_steps ? fmt::format("shortfall_{}", k + 1) : "shortfall", "MW", 0.0, most);
        for (int t = 0; t < steps; ++t) {
            f.reserve(index, t).add(shortfall[t], 1.0);
            if (in_steps) d.derive("shortfall", "MW", t, shortfall[t]);
            d.cost("reserve_shortfall", t, costs[k].value * f.horizon().hours(t) * shortfall[t]);
        }
    }
}

void Reserve::add_largest_unit(Formulation& f, int index) const {
    double most = 0.0;
    for (const UnitLoss& loss : f.losses())
        if (covers(loss.unit_mw, loss.zone)) most = std::max(most, loss.unit_mw);
    const Series largest = f.desk(*this).variables("largest", "MW", 0.0, most);
    const std::vector<int> chain = chain_of(f.system(), index);
    const Desk d = f.linking_desk(*this);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        Expression held;
        for (const int k : chain) held += f.reserve(k, t);
        d.require(unit_covered, t, held - largest[t] >= 0.0);
        for (const UnitLoss& loss : f.losses()) {
            if (!covers(loss.unit_mw, loss.zone)) continue;
            Expression lost = loss.output[static_cast<std::size_t>(t)];
            for (const int k : chain) lost += loss.held[static_cast<std::size_t>(k)][static_cast<std::size_t>(t)];
            d.require(unit_loss, t, Expression{largest[t]} - lost >= 0.0);
        }
    }
}

}  // namespace indus::model
