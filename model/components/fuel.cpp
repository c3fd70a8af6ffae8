// SPDX-License-Identifier: Apache-2.0
#include "model/components/fuel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation largest_draw{
    "largest draw",
    "GJ",
    "sum(weight fuel_use[t], plants and t) - excess <= max_draw",
    "definition; excess only where it has a cost",
    Rigidity::requirement,
    "the largest draw of {limit} GJ cannot be kept: {amount} GJ more would have to be burnt"};
constexpr Equation least_draw{"least draw",
                              "GJ",
                              "sum(weight fuel_use[t], plants and t) + shortfall >= min_draw",
                              "definition; shortfall only where it has a cost",
                              Rigidity::requirement,
                              "the least draw of {limit} GJ cannot be burnt: {amount} GJ are left over"};
constexpr Equation window_largest{
    "largest draw in a window",
    "GJ",
    "sum(fuel_use[t], plants and t in window) - window_excess <= window_max_draw[window]",
    "definition; excess only where it has a cost",
    Rigidity::requirement,
    "the largest draw of {limit} GJ in the window cannot be kept: {amount} GJ more would have to be burnt"};
constexpr Equation window_least{
    "least draw in a window",
    "GJ",
    "sum(fuel_use[t], plants and t in window) + window_shortfall >= window_min_draw[window]",
    "definition; shortfall only where it has a cost",
    Rigidity::requirement,
    "the least draw of {limit} GJ in the window cannot be burnt: {amount} GJ are left over"};
// The first two are costs, not rows: they enter the objective where a plant draws fuel.
constexpr std::array fuel_equations{Equation{"fuel cost", "money", "price[t] * fuel_use[t]", "definition"},
                                    Equation{"emissions", "tCO2", "emission_factor * fuel_use[t]",
                                             "IPCC 2006 guidelines, volume 2, chapter 1 (tier 1)"},
                                    largest_draw,
                                    least_draw,
                                    window_largest,
                                    window_least};

}  // namespace

std::span<const Equation> Fuel::equations() { return fuel_equations; }

void Fuel::check(Complaints& complaints) const {
    if (min_draw_gj && max_draw_gj && *min_draw_gj > *max_draw_gj)
        complaints.add("min_draw_gj", *min_draw_gj, fmt::format("at most max_draw_gj ({})", *max_draw_gj));
    if (excess_cost_per_gj && !has_largest_draw())
        complaints.add("excess_cost_per_gj", *excess_cost_per_gj, "nothing, as no largest draw is given");
    if (shortfall_cost_per_gj && !has_least_draw())
        complaints.add("shortfall_cost_per_gj", *shortfall_cost_per_gj, "nothing, as no least draw is given");
    const auto& least = window_min_draw_gj.windows;
    const auto& most = window_max_draw_gj.windows;
    for (std::size_t k = 0; k < std::min(least.size(), most.size()); ++k)
        if (least[k].first == most[k].first && least[k].count == most[k].count &&
            least[k].energy_mwh > most[k].energy_mwh + 1e-9)
            return complaints.add(
                "window_min_draw_gj", least[k].energy_mwh,
                fmt::format("at most window_max_draw_gj ({}) in window {}", most[k].energy_mwh, k + 1));
}

void Fuel::add_to(Formulation&, int) const {}

void Fuel::close(Formulation& f, int index) const {
    if (!has_largest_draw() && !has_least_draw()) return;
    const Horizon& horizon = f.horizon();
    std::vector<Limit> limits;
    const auto over_horizon = [&](const std::optional<double>& bound, bool at_most) {
        if (!bound) return;
        Limit limit{at_most ? &largest_draw : &least_draw,
                    at_most ? "excess" : "shortfall",
                    at_most ? "fuel_excess" : "fuel_shortfall",
                    0,
                    horizon.step_count(),
                    at_most};
        for (int t = 0; t < horizon.step_count(); ++t)
            limit.amount.add_scaled(f.fuel_drawn(index, t), horizon.weight(t));
        limit.bound = *bound;
        limit.cost = at_most ? excess_cost_per_gj : shortfall_cost_per_gj;
        limits.push_back(std::move(limit));
    };
    const auto in_windows = [&](const Volume& volume, bool at_most) {
        for (const Volume::Window& window : volume.windows) {
            Limit limit{at_most ? &window_largest : &window_least,
                        at_most ? "window_excess" : "window_shortfall",
                        at_most ? "fuel_excess" : "fuel_shortfall",
                        window.first,
                        window.count,
                        at_most,
                        false};
            for (int t = window.first; t < window.first + window.count; ++t) limit.amount += f.fuel_drawn(index, t);
            limit.bound = window.energy_mwh;
            limit.cost = at_most ? excess_cost_per_gj : shortfall_cost_per_gj;
            limits.push_back(std::move(limit));
        }
    };
    over_horizon(max_draw_gj, true);
    over_horizon(min_draw_gj, false);
    in_windows(window_max_draw_gj, true);
    in_windows(window_min_draw_gj, false);
    f.add_limits(kind, name, std::move(limits));
}

void Fuel::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const int steps = a.horizon().step_count();
    double total = 0.0;
    for (int t = 0; t < steps; ++t) total += a.horizon().weight(t) * a.fuel_drawn(index, t);
    const AuditedLimit most{"fuel drawn", "GJ", "excess", "fuel_excess",     0, steps, true,
                            true,         1.0,  0.0,      excess_cost_per_gj};
    const AuditedLimit least{"fuel drawn", "GJ", "shortfall", "fuel_shortfall",     0, steps, false,
                             true,         1.0,  0.0,         shortfall_cost_per_gj};
    const auto judge = [&](AuditedLimit limit, double bound, double amount) {
        limit.bound = bound;
        d.judge(limit, amount);
    };
    if (max_draw_gj) judge(most, *max_draw_gj, total);
    if (min_draw_gj) judge(least, *min_draw_gj, total);
    const auto windows = [&](const Volume& volume, AuditedLimit limit, std::string_view violation) {
        limit.violation = violation;
        limit.is_weighted = false;
        for (const Volume::Window& window : volume.windows) {
            limit.first = window.first;
            limit.count = window.count;
            double drawn = 0.0;
            for (int t = window.first; t < window.first + window.count; ++t) drawn += a.fuel_drawn(index, t);
            judge(limit, window.energy_mwh, drawn);
        }
    };
    windows(window_max_draw_gj, most, "window_excess");
    windows(window_min_draw_gj, least, "window_shortfall");
}

}  // namespace indus::model
