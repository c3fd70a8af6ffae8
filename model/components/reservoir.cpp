// SPDX-License-Identifier: Apache-2.0
#include "model/components/reservoir.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/components/reserve_rows.hpp"
#include "model/components/reservoir_equations.hpp"
#include "model/components/reservoir_production.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

using namespace reservoir_equations;

std::span<const Equation> Reservoir::equations() { return reservoir_equations::all; }

double Reservoir::initial_level() const {
    return initial_level_mwh                ? *initial_level_mwh
           : level_guide_mwh.values.empty() ? 0.0
                                            : level_guide_mwh.values.front();
}

std::optional<double> Reservoir::end_level() const {
    if (end_level_mwh) return end_level_mwh;
    if (end_value_per_mwh) return std::nullopt;
    return level_guide_mwh.is_set() ? level_guide_mwh.values.back() : initial_level();
}

void Reservoir::check(Complaints& complaints) const {
    check_river(complaints);
    check_curves(complaints);
    if (min_level_mwh > max_level_mwh) {
        complaints.add("min_level_mwh", min_level_mwh, fmt::format("at most max_level_mwh ({})", max_level_mwh));
        return;
    }
    const auto inside = [&](std::string_view field, double level, std::string_view what) {
        if (level < min_level_mwh || level > max_level_mwh)
            complaints.add(std::string{field}, level,
                           fmt::format("{} between min_level_mwh ({}) and max_level_mwh ({})", what, min_level_mwh,
                                       max_level_mwh));
    };
    if (!initial_level_mwh && !level_guide_mwh.is_set())
        complaints.add("initial_level_mwh", "", "a level, or a level_guide_mwh to take it from");
    else if (initial_level_mwh)
        inside("initial_level_mwh", *initial_level_mwh, "a level");
    else
        inside("level_guide_mwh", initial_level(), "a guide that starts");
    if (end_level_mwh) inside("end_level_mwh", *end_level_mwh, "a level");
    if (!end_level_mwh && !end_value_per_mwh && level_guide_mwh.is_set())
        inside("level_guide_mwh", level_guide_mwh.values.back(), "a guide that ends");
    if (end_level_mwh && end_value_per_mwh)
        complaints.add("end_value_per_mwh", *end_value_per_mwh,
                       "nothing, as end_level_mwh is given: one rule for the end");
    if (irrigation_min_mwh.constant && irrigation_max_mwh.constant) {
        if (*irrigation_min_mwh.constant > *irrigation_max_mwh.constant)
            complaints.add("irrigation_min_mwh", *irrigation_min_mwh.constant,
                           fmt::format("at most irrigation_max_mwh ({})", *irrigation_max_mwh.constant));
        return;
    }
    for (std::size_t k = 0; k < std::min(irrigation_min_mwh.windows.size(), irrigation_max_mwh.windows.size()); ++k) {
        const Volume::Window& least = irrigation_min_mwh.windows[k];
        const Volume::Window& most = irrigation_max_mwh.windows[k];
        if (least.first == most.first && least.count == most.count && least.energy_mwh > most.energy_mwh + 1e-9)
            return complaints.add("irrigation_min_mwh", least.energy_mwh,
                                  fmt::format("at most irrigation_max_mwh ({}) in window {}", most.energy_mwh, k + 1));
    }
}

void Reservoir::check_curves(Complaints& complaints) const {
    const auto& curve = turbine_curve.steps;
    const auto& heads = head_curve.steps;
    if (!curve.empty() && curve.front().from != 0.0)
        complaints.add("turbine_curve", curve.front().from, "pieces that begin at 0 MW of water");
    double power = 0.0;
    for (std::size_t k = 0; k + 1 < curve.size(); ++k) power += curve[k].value * (curve[k + 1].from - curve[k].from);
    if (curve.size() > 1 && power >= capacity_mw)
        complaints.add("turbine_curve", curve.back().from,
                       fmt::format("pieces that begin before the output reaches capacity_mw ({}); it would be {:g}",
                                   capacity_mw, power));
    if (heads.empty()) return;
    if (heads.front().from > min_level_mwh)
        complaints.add("head_curve", heads.front().from,
                       fmt::format("bands that begin at or below min_level_mwh ({})", min_level_mwh));
    if (heads.back().from >= max_level_mwh)
        complaints.add("head_curve", heads.back().from,
                       fmt::format("bands that begin below max_level_mwh ({})", max_level_mwh));
}

namespace {

/// Largest value of an expression within the bounds of its columns.
double largest(const solver::Program& program, const Expression& expression) {
    double sum = expression.constant();
    for (const Term& term : expression.terms()) {
        const auto j = static_cast<std::size_t>(term.variable.index);
        sum += term.coefficient * (term.coefficient > 0.0 ? program.upper()[j] : program.lower()[j]);
    }
    return sum;
}

/// Largest release beside the turbines that could ever make sense: all the water there is.
std::vector<double> bypass_limit(const Reservoir& r, Formulation& f, RiverNode node) {
    std::vector<double> limit;
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        const double arrival = largest(f.program(), f.river_water().arrival(node, t));
        limit.push_back(r.bypass_capacity_mw.value_or(r.inflow_mw[t] + arrival +
                                                      (r.max_level_mwh - r.min_level_mwh) / f.horizon().hours(t)));
    }
    return limit;
}

void add_irrigation(const Desk& d, const Horizon& horizon, const Volume& volume, const Equation& equation, bool least,
                    const std::vector<Expression>& release) {
    for (const Volume::Window& window : volume.windows) {
        Expression sum;
        for (int t = window.first; t < window.first + window.count; ++t)
            sum.add_scaled(release[static_cast<std::size_t>(t)], horizon.hours(t));
        d.require(equation, window.first, least ? sum >= window.energy_mwh : sum <= window.energy_mwh);
    }
}

/// What the turbines can give, and the function of water and level; null where a MW of water is a MW of power.
struct Turbines {
    const std::vector<double>& left_mw;
    const ProductionRows* production = nullptr;
};

void add_reserve(const Reservoir& r, Formulation& f, const Desk& d, const Series& output, const Series& level,
                 const Turbines& turbines) {
    if (!r.provides_reserve) return;
    const double factor = turbines.production ? ReservoirProduction{r}.least_factor() : 1.0;
    const HeldReserve up = hold_reserve(f, d, r.zone, ReserveDirection::up, r.capacity_mw);
    const HeldReserve down = hold_reserve(f, d, r.zone, ReserveDirection::down, r.capacity_mw);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        const double left_mw = turbines.left_mw[static_cast<std::size_t>(t)];
        if (!up.empty()) {
            const Expression power = Expression{output[t]} + up.power(t);
            if (turbines.production) d.require(reserve_power, t, power <= turbines.production->most_output(t));
            if (!turbines.production || left_mw < r.capacity_mw) d.require(reserve_power, t, power <= left_mw);
            d.require(reserve_energy, t, Expression{level[t]} - up.energy(t, factor) >= r.min_level_mwh);
        }
        if (!down.empty()) d.require(reserve_power_down, t, Expression{output[t]} - down.power(t) >= 0.0);
        if (!down.empty() && r.bypass_capacity_mw)
            d.require(reserve_energy_down, t, Expression{level[t]} + down.energy(t, factor) <= r.max_level_mwh);
    }
}

}  // namespace

void Reservoir::add_to(Formulation& f, int index) const {
    RiverWater& river = f.river_water();
    const RiverNode node = river.rivers().reservoir(index);
    if (!river.take_turn(f, node)) return;
    const Horizon& horizon = f.horizon();
    const Desk d = f.river_desk(*this, node);
    const std::vector<double> turbines_left =
        Availability{f.system(), name, capacity_mw}.usable(capacity_mw, horizon.step_count());
    const Series output = d.variables("output", "MW", 0.0, turbines_left);
    const Series bypass = d.variables("bypass", "MW", 0.0, bypass_limit(*this, f, node));
    const Series level = d.variables("level", "MWh", min_level_mwh, max_level_mwh);
    std::optional<ProductionRows> production;
    if (has_production()) production.emplace(*this, horizon, d);
    std::vector<Expression> release;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const auto before = horizon.before(t);
        const Expression stored = before ? Expression{level[*before]} : Expression{initial_level()};
        const Expression arrival = river.arrival(node, t);
        if (!river.rivers().upstream(node).empty()) d.derive("arrival", "MW", t, arrival);
        if (production) production->add(t, output, stored);
        release.push_back((production ? production->water(t) : Expression{output[t]}) + bypass[t]);
        d.require(water_balance, t,
                  Expression{level[t]} == stored + h * inflow_mw[t] + h * arrival - h * release.back());
        if (environmental_release_mw[t] > 0.0)
            d.require(environmental, t, release.back() >= environmental_release_mw[t]);
        d.generate(zone, t, output[t]);
        if (variable_cost_per_mwh != 0.0) d.cost("variable", t, variable_cost_per_mwh * h * output[t]);
        if (bypass_cost_per_mwh != 0.0) d.cost("bypass", t, bypass_cost_per_mwh * h * bypass[t]);
        if (!horizon.is_last(t)) continue;
        const Expression left = Expression{level[t]} + river.on_its_way(node, t);
        if (end_level()) d.require(end_rule, t, left >= *end_level());
        if (end_value_per_mwh) d.cost("end_value", t, *end_value_per_mwh * (Expression{initial_level()} - left));
    }
    river.send(node, release);
    add_irrigation(d, horizon, irrigation_min_mwh, irrigation_least, true, release);
    add_irrigation(d, horizon, irrigation_max_mwh, irrigation_most, false, release);
    add_reserve(*this, f, d, output, level, {turbines_left, production ? &*production : nullptr});
}

}  // namespace indus::model
