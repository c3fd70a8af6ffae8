// SPDX-License-Identifier: Apache-2.0
// Processes made in memory, and hours of cheap and of dear power.
#pragma once

#include "tests/model/components/limits.hpp"

namespace indus::tests {

/// Power costs 20 in hours of low demand, 60 in those of high demand: 100 MW at 20, 100 more at 60.
inline Scene hours_of(const std::vector<bool>& dear, double step_hours = 1.0) {
    Scene scene{static_cast<int>(dear.size()), step_hours};
    std::vector<double> load;
    for (const bool each : dear) load.push_back(each ? 120.0 : 20.0);
    scene.add(thermal("cheap", 100, 20)).add(thermal("dear", 100, 60)).demand(load);
    return scene;
}

/// What the demand of these hours costs without any process.
inline double base_cost(const std::vector<bool>& dear, double step_hours = 1.0) {
    double sum = 0.0;
    for (const bool each : dear) sum += step_hours * (each ? 100 * 20 + 20 * 60.0 : 20 * 20.0);
    return sum;
}

/// A process "mill" with one stage "spin" and a stock "yarn" of 1,000 t, empty.
inline Scene& add_mill(Scene& scene) {
    Process mill{.name = "mill"};
    mill.zone.name = "zone";
    scene.add(mill);
    Stage spin{.name = "spin"};
    spin.process.name = "mill";
    scene.add(spin);
    Stock yarn{.name = "yarn"};
    yarn.process.name = "mill";
    yarn.capacity = 1000.0;
    return scene.add(yarn);
}

/// A mode of "spin" that makes yarn at one rate.
inline StageMode mode(std::string name, double rate_per_h, double power_mw, std::string output = "yarn") {
    StageMode made{.name = std::move(name)};
    made.stage.name = "spin";
    made.min_rate_per_h = made.max_rate_per_h = rate_per_h;
    made.power_mw = power_mw;
    if (!output.empty()) made.output.items = {{std::move(output), 1.0}};
    return made;
}

/// Due at the end of the horizon.
inline Order order(double amount, std::string stock = "yarn") {
    Order made{.name = "order of " + stock};
    made.stock.name = std::move(stock);
    made.amount = amount;
    return made;
}

inline Stage& spin_of(Scene& scene) { return scene.data.list<Stage>().front(); }
inline Stock& yarn_of(Scene& scene) { return scene.data.list<Stock>().front(); }

}  // namespace indus::tests
