// SPDX-License-Identifier: Apache-2.0
#include "model/audit.hpp"
#include "model/components/reserve_rows.hpp"
#include "model/components/reservoir.hpp"

namespace indus::model {

namespace {

double released(const Volume::Window& window, const Horizon& horizon, std::span<const double> output,
                std::span<const double> bypass) {
    double energy = 0.0;
    for (int t = window.first; t < window.first + window.count; ++t)
        energy += horizon.hours(t) * (output[static_cast<std::size_t>(t)] + bypass[static_cast<std::size_t>(t)]);
    return energy;
}

void audit_reserve(Audit& a, const AuditDesk& d, const Reservoir& r, int t, double output, double level) {
    const AuditedReserve held = audit_held_reserve(a, d, r.zone, t);
    if (!held.any()) return;
    if (!r.provides_reserve)
        d.at_most(t, held.up_mw + held.down_mw, 0.0, "reserve of a reservoir that provides none", "MW");
    d.at_most(t, output + held.up_mw, d.capacity_left(t, r.capacity_mw), "output with reserve", "MW");
    d.at_least(t, level - held.up_mwh, r.min_level_mwh, "level after giving the reserve", "MWh");
    d.at_least(t, output - held.down_mw, 0.0, "output less reserve down", "MW");
    if (r.bypass_capacity_mw)
        d.at_most(t, level + held.down_mwh, r.max_level_mwh, "level after giving the reserve down", "MWh");
}

}  // namespace

void Reservoir::audit(Audit& a, int) const {
    const Horizon& horizon = a.horizon();
    const AuditDesk d = a.desk(*this);
    const auto output = d.series("output");
    const auto bypass = d.series("bypass");
    const auto level = d.series("level");
    double stored = 0.0;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = horizon.hours(t);
        if (horizon.is_first(t)) stored = initial_level();
        stored += h * inflow_mw[t] - h * (output[i] + bypass[i]);
        d.equal(t, level[i], stored, "level", "MWh");
        stored = level[i];
        d.at_least(t, level[i], min_level_mwh, "level", "MWh");
        d.at_most(t, level[i], max_level_mwh, "level", "MWh");
        d.at_least(t, output[i], 0.0, "output", "MW");
        d.at_most(t, output[i], d.capacity_left(t, capacity_mw), "output", "MW");
        d.at_least(t, bypass[i], 0.0, "bypass", "MW");
        if (bypass_capacity_mw) d.at_most(t, bypass[i], *bypass_capacity_mw, "bypass", "MW");
        d.at_least(t, output[i] + bypass[i], environmental_release_mw[t], "release", "MW");
        d.charge("variable", t, variable_cost_per_mwh * h * output[i]);
        d.charge("bypass", t, bypass_cost_per_mwh * h * bypass[i]);
        if (horizon.is_last(t) && end_level()) d.at_least(t, level[i], *end_level(), "end level", "MWh");
        if (horizon.is_last(t))
            d.charge("end_value", t, end_value_per_mwh.value_or(0.0) * (initial_level() - level[i]));
        d.generate(zone, t, output[i]);
        audit_reserve(a, d, *this, t, output[i], level[i]);
    }
    for (const Volume::Window& window : irrigation_min_mwh.windows)
        d.at_least(window.first, released(window, horizon, output, bypass), window.energy_mwh, "irrigation release",
                   "MWh");
    for (const Volume::Window& window : irrigation_max_mwh.windows)
        d.at_most(window.first, released(window, horizon, output, bypass), window.energy_mwh, "irrigation release",
                  "MWh");
}

}  // namespace indus::model
