// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/components/reserve_rows.hpp"
#include "model/components/reservoir_production.hpp"
#include "model/components/river_audit.hpp"

namespace indus::model {

namespace {

double released(const Volume::Window& window, const Horizon& horizon, std::span<const double> turbined,
                std::span<const double> bypass) {
    double energy = 0.0;
    for (int t = window.first; t < window.first + window.count; ++t)
        energy += horizon.hours(t) * (turbined[static_cast<std::size_t>(t)] + bypass[static_cast<std::size_t>(t)]);
    return energy;
}

/// Head factors that hold at a level: two where it lies on the edge of two bands.
std::vector<double> head_factors(const Reservoir& r, double level_mwh) {
    const double edge = 1e-4 + 1e-6 * std::abs(level_mwh);
    const auto& heads = r.head_curve.steps;
    std::vector<double> factors;
    for (std::size_t b = 0; b < heads.size(); ++b) {
        const bool above_low = b == 0 || level_mwh >= heads[b].from - edge;
        const bool below_high = b + 1 == heads.size() || level_mwh <= heads[b + 1].from + edge;
        if (above_low && below_high) factors.push_back(heads[b].value);
    }
    return factors.empty() ? std::vector<double>{1.0} : factors;
}

/// The pieces that the water was told in: they sum to it and fill in order.
void audit_pieces(const AuditDesk& d, const ReservoirProduction& function, int t, double turbined) {
    const auto at = [&](const std::string& quantity) {
        return d.optional_series(quantity)[static_cast<std::size_t>(t)];
    };
    double left_empty = 0.0;
    double sum = 0.0;
    for (std::size_t k = 0; k < function.pieces.size(); ++k) {
        double used = 0.0;
        for (std::size_t b = 0; b < function.bands.size(); ++b) used += at(fmt::format("water_{}_{}", b + 1, k + 1));
        d.both_ways(t, left_empty, used, "leaves a piece of its turbine curve empty and uses a later one");
        d.binary(t, at(fmt::format("filled_{}", k + 1)), "order of pieces");
        left_empty = std::max(left_empty, function.pieces[k].width_mw - used);
        sum += used;
    }
    for (std::size_t b = 0; b < function.bands.size(); ++b)
        d.binary(t, at(fmt::format("band_{}", b + 1)), "band of the level");
    d.equal(t, sum, turbined, "water of all pieces", "MW");
}

/// Output against the stated function of water and level.
void audit_production(const AuditDesk& d, const Reservoir& r, int t, double output, double turbined,
                      double level_before) {
    const ReservoirProduction function{r};
    double most_water = 0.0;
    for (const ReservoirProduction::Piece& piece : function.pieces) most_water += piece.width_mw;
    d.at_least(t, turbined, 0.0, "turbined water", "MW");
    d.at_most(t, turbined, most_water, "turbined water", "MW");
    double nearest = 0.0;
    const std::vector<double> factors = head_factors(r, level_before);
    for (const double factor : factors) {
        const double power = factor * function.power_mw(turbined);
        if (factor == factors.front() || std::abs(power - output) < std::abs(nearest - output)) nearest = power;
    }
    d.equal(t, output, nearest, "output of the turbined water", "MW");
    audit_pieces(d, function, t, turbined);
}

void audit_reserve(Audit& a, const AuditDesk& d, const Reservoir& r, int t, double output, double level,
                   double level_before) {
    const AuditedReserve held = audit_held_reserve(a, d, r.zone, t);
    if (!held.any()) return;
    if (!r.provides_reserve)
        d.at_most(t, held.up_mw + held.down_mw, 0.0, "reserve of a reservoir that provides none", "MW");
    const std::vector<double> heads = head_factors(r, level_before);
    const double share = std::min(1.0, *std::max_element(heads.begin(), heads.end()));
    const double most_mw = std::min(share * r.capacity_mw, d.capacity_left(t, r.capacity_mw));
    const double factor = ReservoirProduction{r}.least_factor();
    d.at_most(t, output + held.up_mw, most_mw, "output with reserve", "MW");
    d.at_least(t, level - held.up_mwh / factor, r.min_level_mwh, "level after giving the reserve", "MWh");
    d.at_least(t, output - held.down_mw, 0.0, "output less reserve down", "MW");
    if (r.bypass_capacity_mw)
        d.at_most(t, level + held.down_mwh / factor, r.max_level_mwh, "level after giving the reserve down", "MWh");
}

}  // namespace

void Reservoir::audit(Audit& a, int index) const {
    const Horizon& horizon = a.horizon();
    const AuditDesk d = a.desk(*this);
    const auto output = d.series("output");
    const auto turbined = has_production() ? d.series("turbined") : output;
    const auto bypass = d.series("bypass");
    const auto level = d.series("level");
    const auto arrival = d.optional_series("arrival");
    const ArrivedWater water = arrived_water(a, *this, index);
    double stored = 0.0;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = horizon.hours(t);
        if (horizon.is_first(t)) stored = initial_level();
        const double level_before = stored;
        if (has_production()) audit_production(d, *this, t, output[i], turbined[i], level_before);
        d.equal(t, arrival[i], water.arrival_mw[i], "arriving water", "MW");
        stored += h * (inflow_mw[t] + water.arrival_mw[i]) - h * (turbined[i] + bypass[i]);
        d.equal(t, level[i], stored, "level", "MWh");
        stored = level[i];
        d.at_least(t, level[i], min_level_mwh, "level", "MWh");
        d.at_most(t, level[i], max_level_mwh, "level", "MWh");
        d.at_least(t, output[i], 0.0, "output", "MW");
        d.at_most(t, output[i], d.capacity_left(t, capacity_mw), "output", "MW");
        d.at_least(t, bypass[i], 0.0, "bypass", "MW");
        if (bypass_capacity_mw) d.at_most(t, bypass[i], *bypass_capacity_mw, "bypass", "MW");
        d.at_least(t, turbined[i] + bypass[i], environmental_release_mw[t], "release", "MW");
        d.charge("variable", t, variable_cost_per_mwh * h * output[i]);
        d.charge("bypass", t, bypass_cost_per_mwh * h * bypass[i]);
        if (horizon.is_last(t)) {
            const double left = level[i] + water.on_its_way_mwh[i];
            if (end_level()) d.at_least(t, left, *end_level(), "end level", "MWh");
            d.charge("end_value", t, end_value_per_mwh.value_or(0.0) * (initial_level() - left));
        }
        d.generate(zone, t, output[i]);
        audit_reserve(a, d, *this, t, output[i], level[i], level_before);
    }
    for (const Volume::Window& window : irrigation_min_mwh.windows)
        d.at_least(window.first, released(window, horizon, turbined, bypass), window.energy_mwh, "irrigation release",
                   "MWh");
    for (const Volume::Window& window : irrigation_max_mwh.windows)
        d.at_most(window.first, released(window, horizon, turbined, bypass), window.energy_mwh, "irrigation release",
                  "MWh");
}

}  // namespace indus::model
