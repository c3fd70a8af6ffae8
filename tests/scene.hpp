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
    explicit Scene(int step_count, double step_hours = 1.0) {
        data.settings.name = "scene";
        data.horizon = Horizon::uniform(monday(), step_hours, step_count);
        data.list<Zone>().push_back({.name = "zone"});
    }

    template <class Component>
    Scene& add(Component component) {
        data.list<Component>().push_back(std::move(component));
        return *this;
    }
    Scene& zone(std::string name) { return add(Zone{.name = std::move(name)}); }
    /// Firm demand per step, dear enough never to be shed unless there is no other way.
    Scene& demand(std::vector<double> load_mw, std::string zone = "zone", double value_per_mwh = 3000.0) {
        Demand demand;
        demand.name = "load_" + zone;
        demand.zone.name = std::move(zone);
        demand.load_mw = Profile{std::move(load_mw)};
        demand.value_of_lost_load_per_mwh.steps = {{0.0, value_per_mwh}};
        return add(std::move(demand));
    }
    Scene& reserve(double requirement_mw, double response_minutes = 60.0, double sustain_h = 1.0) {
        Reserve product;
        product.name = "up";
        product.requirement_mw = requirement_mw;
        product.response_minutes = response_minutes;
        product.sustain_h = sustain_h;
        return add(std::move(product));
    }

    System system() const {
        auto made = System::create(data);
        if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
            throw std::logic_error(fmt::format("the scene is not valid: {}", to_string(issues->front())));
        return std::get<System>(std::move(made));
    }
    /// All issues, as text.
    std::vector<std::string> issues() const {
        std::vector<std::string> texts;
        auto made = System::create(data);
        if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
            for (const Issue& each : *issues) texts.push_back(to_string(each));
        return texts;
    }
    /// Dispatches to a proven gap of zero and expects certificate and audit to hold.
    Solution solve(double gap = 0.0) const {
        Solution solution = dispatch(system(), {.run = {.gap = gap, .time_limit_seconds = 60.0}});
        EXPECT_TRUE(solution.has_solution()) << solution.outcome << ": " << solution.explanation;
        if (!solution.has_solution()) return solution;
        EXPECT_TRUE(solution.certificate.feasible) << solution.certificate.worst_row;
        EXPECT_LE(*solution.certificate.bound,
                  *solution.certificate.cost + 1e-6 * std::max(1.0, std::abs(*solution.certificate.cost)));
        for (const Finding& each : solution.findings)
            ADD_FAILURE() << "audit: " << each.kind << " " << each.owner << " at step " << each.step << ": "
                          << each.what;
        return solution;
    }

    SystemData data{};
};

inline std::vector<double> series(const Solution& solution, std::string_view owner, std::string_view quantity) {
    const SeriesRecord* found = solution.find(owner, quantity);
    if (!found) ADD_FAILURE() << "no series " << quantity << " of " << owner;
    return found ? found->values : std::vector<double>{};
}

inline std::vector<double> price(const Solution& solution, std::string_view zone) {
    for (const PriceRecord& each : solution.prices)
        if (each.owner == zone) return each.values;
    ADD_FAILURE() << "no price of " << zone;
    return {};
}

inline void expect_near(const std::vector<double>& values, const std::vector<double>& expected,
                        double within = tolerance) {
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t t = 0; t < expected.size(); ++t) EXPECT_NEAR(values[t], expected[t], within) << "at step " << t;
}

inline double cost(const Solution& solution) { return solution.certificate.cost.value_or(-1e300); }

}  // namespace indus::tests
