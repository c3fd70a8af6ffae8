// SPDX-License-Identifier: Apache-2.0
// A coal plant that burns from a yard, for tests of the fuel chain.
#pragma once

#include "tests/model/components/limits.hpp"

namespace indus::tests {

/// 20 GJ/t; its price is not charged where it comes from a yard.
inline Fuel coal_in_tonnes() {
    Fuel fuel{.name = "coal", .price_per_gj = 99.0};
    fuel.heating_value_gj_per_t = 20.0;
    return fuel;
}

/// Half a tonne of coal for a MWh: 25 t an hour for 50 MW.
inline ThermalPlant plant_of_yard(std::string name = "hub", double capacity_mw = 100.0) {
    ThermalPlant plant = thermal(std::move(name), capacity_mw, 0);
    plant.fuel.name = "coal";
    plant.heat_rate_gj_per_mwh = 10;
    return plant;
}

/// Of the plant's coal, empty at the end.
inline FuelStock yard(double initial_t, double capacity_t = 1000.0) {
    FuelStock stock;
    stock.name = "yard";
    stock.fuel.name = "coal";
    stock.plants.items = {{"hub"}};
    stock.capacity_t = capacity_t;
    stock.initial_level_t = initial_t;
    stock.end_level_t = 0.0;
    return stock;
}

inline FuelRoute route(std::string name, double price_per_t, double max_t_per_h) {
    FuelRoute made;
    made.name = std::move(name);
    made.to.name = "yard";
    made.price_per_t = price_per_t;
    made.max_t_per_h = max_t_per_h;
    return made;
}

inline FuelCorridor corridor(std::string name, double capacity_t_per_h) {
    FuelCorridor made;
    made.name = std::move(name);
    made.capacity_t_per_h = capacity_t_per_h;
    return made;
}

/// Power that is not served costs 3000 per MWh.
inline Scene coal_scene(const FuelStock& stock, std::vector<double> load, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load.size()), step_hours};
    return scene.add(coal_in_tonnes()).add(plant_of_yard()).add(stock).demand(std::move(load));
}

inline TimeSeries amounts(std::string name, int minutes, std::vector<double> values) {
    return {std::move(name), monday(), minutes, std::move(values)};
}

inline double cost_of(const Solution& solution, std::string_view owner, std::string_view category) {
    for (const CostRecord& each : solution.costs)
        if (each.owner == owner && each.category == category) return each.amount;
    return 0.0;
}

}  // namespace indus::tests
