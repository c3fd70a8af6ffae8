// SPDX-License-Identifier: Apache-2.0
#include "model/components/run_of_river.hpp"

#include <algorithm>

#include "model/components/reserve_rows.hpp"
#include "model/components/river_audit.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

// The first two are a bound and a definition: neither needs a row. Nor does the arrival, which is put into other rows.
constexpr std::array river_equations{
    Equation{"available water", "MW", "0 <= output[t] <= min(capacity, max(0, inflow[t] - environmental_release[t]))",
             "definition; of a plant without others above"},
    Equation{"spill", "MW", "spill[t] = inflow[t] + arrival[t] - output[t]",
             "definition; environmental release included"},
    Equation{"arriving water", "MW", "output[t] <= inflow[t] + arrival[t] - environmental_release[t]",
             "definition; of a plant below others", Rigidity::requirement,
             "its environmental release cannot be kept: {amount} MW of water are missing"},
    Equation{"arrival", "MW",
             "arrival[t] = sum(u above: energy_per_hm3 / energy_per_hm3_u sum(s: overlap(s + travel_time_u, t) / h "
             "release_u[s]))",
             "definition; release is output and spill or bypass, overlap is the time in common [h]"},
    weather_power_up,
    weather_power_down};
constexpr const Equation& arriving_water = river_equations[2];

}  // namespace

std::span<const Equation> RunOfRiver::equations() { return river_equations; }

void RunOfRiver::check(Complaints& complaints) const { check_river(complaints); }

double RunOfRiver::available_mw(int t) const {
    return std::min(capacity_mw, std::max(0.0, inflow_mw[t] - environmental_release_mw[t]));
}

void RunOfRiver::add_to(Formulation& f, int index) const {
    RiverWater& river = f.river_water();
    const RiverNode node = river.rivers().run_of_river(index);
    if (!river.take_turn(f, node)) return;
    const int steps = f.horizon().step_count();
    const bool is_fed = !river.rivers().upstream(node).empty();
    std::vector<double> available;
    const Availability left{f.system(), name, capacity_mw};
    for (int t = 0; t < steps; ++t) {
        const double left_mw = left.share(t) * capacity_mw;
        available.push_back(is_fed ? left_mw : std::min(available_mw(t), left_mw));
    }

    const Desk d = f.river_desk(*this, node);
    const Series output = d.variables("output", "MW", 0.0, available);
    std::vector<Expression> release;
    for (int t = 0; t < steps; ++t) {
        const Expression arrival = river.arrival(node, t);
        release.push_back(inflow_mw[t] + arrival);
        if (is_fed) {
            d.require(arriving_water, t, Expression{output[t]} <= release.back() - environmental_release_mw[t]);
            d.derive("arrival", "MW", t, arrival);
        }
        d.generate(zone, t, output[t]);
        d.derive("spill", "MW", t, release.back() - output[t]);
        if (variable_cost_per_mwh != 0.0)
            d.cost("variable", t, variable_cost_per_mwh * f.horizon().hours(t) * output[t]);
    }
    if (provides_reserve) {
        const HeldReserve up = hold_weather_reserve(f, d, zone, available, output);
        for (int t = 0; is_fed && !up.empty() && t < steps; ++t)
            d.require(weather_power_up, t,
                      Expression{output[t]} + up.power(t) <=
                          release[static_cast<std::size_t>(t)] - environmental_release_mw[t]);
    }
    river.send(node, release);
}

void RunOfRiver::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const auto output = d.series("output");
    const auto spill = d.series("spill");
    const auto arrival = d.optional_series("arrival");
    const ArrivedWater water = arrived_water(a, *this, index);
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double comes = inflow_mw[t] + water.arrival_mw[i];
        d.at_least(t, output[i], 0.0, "output", "MW");
        const double left_mw = d.capacity_left(t, capacity_mw);
        d.at_most(t, output[i], left_mw, "output", "MW");
        d.equal(t, arrival[i], water.arrival_mw[i], "arriving water", "MW");
        // Where less water arrives than the environment needs, all of it passes beside the turbines.
        d.at_most(t, output[i], std::max(0.0, comes - environmental_release_mw[t]), "turbined water", "MW");
        if (water.is_fed) d.at_least(t, comes, environmental_release_mw[t], "water for the environment", "MW");
        d.equal(t, spill[i] + output[i], comes, "spilled and turbined water", "MW");
        d.charge("variable", t, variable_cost_per_mwh * a.horizon().hours(t) * output[i]);
        d.generate(zone, t, output[i]);
        const double usable = std::min(left_mw, std::max(0.0, comes - environmental_release_mw[t]));
        audit_weather_reserve(a, d, zone, provides_reserve, t, usable, output[i]);
    }
}

}  // namespace indus::model
