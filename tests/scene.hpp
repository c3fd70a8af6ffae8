// SPDX-License-Identifier: Apache-2.0
// A system made in memory, for tests whose answer can be computed by hand.
//
//     Scene scene{3};                                  // three steps of an hour
//     scene.add(thermal("coal", 100, 20));
//     scene.demand({50, 80, 120});
//     const Solution solution = scene.solve();         // certified and audited, or the test fails
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"
#include "model/studies/dispatch.hpp"
#include "model/system.hpp"

namespace indus::tests {

using namespace model;

inline constexpr double tolerance = 1e-4;

/// 2025-01-13 00:00, a Monday.
inline TimePoint monday() { return TimePoint{std::chrono::local_days{std::chrono::year{2025} / 1 / 13}}; }

inline ThermalPlant thermal(std::string name, double capacity_mw, double variable_cost_per_mwh,
                            std::string zone = "zone") {
    ThermalPlant plant;
    plant.name = std::move(name);
    plant.zone.name = std::move(zone);
    plant.capacity_mw = capacity_mw;
    plant.variable_cost_per_mwh = variable_cost_per_mwh;
    plant.initial_status_h = 100.0;
    plant.initial_output_mw = capacity_mw / 2.0;
    return plant;
}

/// Of all of a plant, from and to in hours after the start.
inline Outage out(std::string plant, double from_h, double to_h, OutageCause cause = OutageCause::planned) {
    const auto at = [](double hours) { return monday() + std::chrono::minutes{std::lround(60.0 * hours)}; };
    Outage outage;
    outage.name = "outage of " + plant;
    outage.plant = std::move(plant);
    outage.from.time = at(from_h);
    outage.to.time = at(to_h);
    outage.cause = cause;
    return outage;
}

class Scene {
public:
    explicit Scene(int step_count, double step_hours = 1.0);

    template <class Component>
    Scene& add(Component component) {
        data.list<Component>().push_back(std::move(component));
        return *this;
    }
    Scene& zone(std::string name) { return add(Zone{.name = std::move(name)}); }
    /// Firm demand per step, dear enough never to be shed unless there is no other way.
    Scene& demand(std::vector<double> load_mw, std::string zone = "zone", double value_per_mwh = 3000.0);
    Scene& reserve(double requirement_mw, double response_minutes = 60.0, double sustain_h = 1.0);

    /// Throws std::logic_error with the first issue where there is one.
    System system() const;
    /// All issues, as text.
    std::vector<std::string> issues() const;
    /// Dispatches to a proven gap of zero and expects certificate and audit to hold.
    Solution solve(double gap = 0.0) const;

    SystemData data{};
};

std::vector<double> series(const Solution& solution, std::string_view owner, std::string_view quantity);
std::vector<double> price(const Solution& solution, std::string_view zone);
void expect_near(const std::vector<double>& values, const std::vector<double>& expected, double within = tolerance);
inline double cost(const Solution& solution) { return solution.certificate.cost.value_or(-1e300); }

}  // namespace indus::tests
