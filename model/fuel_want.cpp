// SPDX-License-Identifier: Apache-2.0
#include "model/fuel_want.hpp"

#include <algorithm>
#include <limits>

#include "model/components/production_curve.hpp"
#include "model/fuel_deliveries.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr double noticeable_mw = 1e-3;
constexpr double noticeable_t_per_h = 1e-6;

const FuelStock* stock_of(const System& system, const ThermalPlant& plant, const Reference<Fuel>& fuel) {
    for (const FuelStock& stock : system.all<FuelStock>())
        if (stock.fuel.index == fuel.index && stock.plants.contains(plant.name)) return &stock;
    return nullptr;
}

/// Fuel that gives it `more_mw` in a step of `hours`, or, where it stands and has a least output, its least run [GJ].
double needed_gj(const ThermalPlant& plant, bool is_on, double more_mw, double hours) {
    const ProductionCurve curve{plant, 1};
    const double of_start = is_on || plant.start_fuel_gj.empty() ? 0.0 : plant.start_fuel_gj.steps.front().value;
    if (!is_on && plant.min_output_mw > 0.0)
        return of_start + curve.heat_at_least_gj_per_h * std::max(plant.min_up_h, hours);
    const double rate = curve.pieces.empty() ? plant.heat_rate_gj_per_mwh : curve.pieces.back().heat_gj_per_mwh;
    return of_start + rate * more_mw * hours;
}

}  // namespace

FuelWant::FuelWant(const System& system, const Solution& solution) {
    if (system.all<FuelStock>().empty()) return;
    const SolutionValues values{solution};
    for (const ThermalPlant& each : system.all<ThermalPlant>()) look_at(system, values, each);
}

void FuelWant::look_at(const System& system, const SolutionValues& values, const ThermalPlant& plant) {
    const FuelStock* stock = plant.fuel.index < 0 ? nullptr : stock_of(system, plant, plant.fuel);
    // A plant that can burn something else does not stand for want of this.
    if (!stock || plant.second_fuel.index >= 0) return;
    const std::vector<double> spare = to_spare(system, values, *stock);
    const double gj_per_t = *system.at(stock->fuel).heating_value_gj_per_t;
    const Availability left{system, plant.name, plant.capacity_mw, plant.units};
    Plant found{stock, std::vector<double>(spare.size(), 0.0)};
    bool is_short = false;
    for (int t = 0; t < system.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        double more_mw =
            left.units(t) * left.share(t) * plant.capacity_mw - values.at(plant.kind, plant.name, "output", t);
        for (const Reserve& product : system.all<Reserve>())
            if (product.is_up()) more_mw -= values.at(plant.kind, plant.name, "reserve_" + product.name, t);
        if (more_mw <= noticeable_mw) continue;
        const bool is_on = values.at(plant.kind, plant.name, "on", t) > 0.5;
        if (spare[i] * gj_per_t >= needed_gj(plant, is_on, more_mw, system.horizon().hours(t))) continue;
        found.missed_mw[i] = more_mw;
        is_short = true;
    }
    if (is_short) plants_.emplace(plant.name, std::move(found));
}

std::vector<double> FuelWant::to_spare(const System& system, const SolutionValues& values,
                                       const FuelStock& stock) const {
    const Horizon& horizon = system.horizon();
    std::vector<double> spare(static_cast<std::size_t>(horizon.step_count()));
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double level = values.at(stock.kind, stock.name, "level", t);
        double floor = stock.min_level_t;
        // Below the level that the end asks for, what is on its way makes up for it.
        if (horizon.is_last(t) && stock.end_level() && level >= *stock.end_level())
            floor = std::max(floor, *stock.end_level());
        spare[static_cast<std::size_t>(t)] = level - floor;
    }
    const auto comes = [&](int t) {
        return std::any_of(system.all<FuelRoute>().begin(), system.all<FuelRoute>().end(), [&](const FuelRoute& route) {
            return route.to.name == stock.name && values.at(route.kind, route.name, "brought", t) > noticeable_t_per_h;
        });
    };
    const std::vector<bool> could_come = more_could_come(system, values, stock);
    for (int t = horizon.step_count() - 1; t >= 0; --t) {
        const auto i = static_cast<std::size_t>(t);
        // A yard from which nobody wants more is no short one, however empty.
        if (could_come[i]) spare[i] = std::numeric_limits<double>::infinity();
        const auto before = horizon.before(t);
        if (!before || could_come[i] || comes(t)) continue;
        double& earlier = spare[static_cast<std::size_t>(*before)];
        earlier = std::min(earlier, spare[i]);
    }
    return spare;
}

double FuelWant::missed_mw(std::string_view plant, int t) const {
    const auto found = plants_.find(plant);
    return found == plants_.end() ? 0.0 : found->second.missed_mw[static_cast<std::size_t>(t)];
}

const FuelStock* FuelWant::short_stock(std::string_view plant) const {
    const auto found = plants_.find(plant);
    return found == plants_.end() ? nullptr : found->second.stock;
}

}  // namespace indus::model
