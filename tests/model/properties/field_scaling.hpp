// SPDX-License-Identifier: Apache-2.0
// Changes the numbers of components by the units of their fields.
#pragma once

#include "tests/scene.hpp"

namespace indus::tests {

/// Texts, choices, references and names hold no amount.
template <class Value>
void scale(Value&, double) {}
inline void scale(double& value, double factor) { value *= factor; }
inline void scale(std::optional<double>& value, double factor) {
    if (value) *value *= factor;
}
inline void scale(Profile& value, double factor) {
    value.constant *= factor;
    for (double& each : value.values) each *= factor;
}
inline void scale(Guide& value, double factor) {
    if (value.constant) *value.constant *= factor;
    for (double& each : value.values) each *= factor;
}
inline void scale(Volume& value, double factor) {
    if (value.constant) *value.constant *= factor;
    for (Volume::Window& each : value.windows) each.energy_mwh *= factor;
}
/// What the steps hold, not where they begin.
inline void scale(Steps& value, double factor) {
    for (Steps::Step& each : value.steps) each.value *= factor;
}

/// Multiplies every price and cost of the system.
inline void scale_costs(SystemData& data, double factor) {
    for_each_kind([&]<class Component>() {
        for (Component& each : data.list<Component>())
            for_each_field<Component>([&](const auto& field) {
                if (field.unit.find("money") != std::string_view::npos) scale(each.*(field.member), factor);
            });
    });
}

/// Multiplies all that grows with a component's size: power, water, stores, and costs of what is there once.
template <class Component>
Component resized(Component each, double factor) {
    for_each_field<Component>([&](const auto& field) {
        const std::string_view unit = field.unit;
        auto& value = each.*(field.member);
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(value)>, Steps>)
            if (unit.starts_with("MW:"))
                for (Steps::Step& step : value.steps) step.from *= factor;
        if (unit == "money/MW2h") scale(value, 1.0 / factor);
        for (const std::string_view grows : {"MW", "MW/h", "MWh", "GJ/h", "money", "money/h", "h:money", "h:GJ", "h:MW",
                                             "min:MW", "MW:GJ/h", "MW:money/h"})
            if (unit == grows) scale(value, factor);
    });
    return each;
}

/// Puts two halves in the place of every component of the kind.
template <class Component>
void halve(SystemData& data) {
    std::vector<Component> halves;
    for (const Component& whole : data.list<Component>())
        for (const std::string_view which : {"left", "right"}) {
            halves.push_back(resized(whole, 0.5));
            halves.back().name = fmt::format("{} {}", whole.name, which);
        }
    data.list<Component>() = std::move(halves);
}

/// Every plant is on at every step, at no cost for that and from zero up; it may have ramps.
inline void never_commit(SystemData& data) {
    for (ThermalPlant& p : data.list<ThermalPlant>()) {
        p.min_output_mw = p.min_up_h = p.min_down_h = 0.0;
        p.no_load_cost_per_h = p.no_load_heat_gj_per_h = p.shut_down_cost = 0.0;
        p.start_cost = p.start_fuel_gj = p.heat_curve_gj_per_h = p.cost_curve_per_h = {};
        p.start_up_limit_mw.reset();
        p.shut_down_limit_mw.reset();
        p.must_run = true;
        p.initial_status_h = 100.0;
    }
}

/// Power that nobody wants goes away at no cost, so that burning it, in a store or on a line, helps nobody.
inline void let_power_go(SystemData& data) {
    for (Zone& zone : data.list<Zone>()) zone.surplus_cost_per_mwh = 0.0;
    const auto without_penalty = [](auto& plants) {
        for (auto& p : plants) {
            p.variable_cost_per_mwh = std::max(p.variable_cost_per_mwh, 0.0);
            p.curtailment_cost_per_mwh = 0.0;
        }
    };
    without_penalty(data.list<SolarPlant>());
    without_penalty(data.list<WindPlant>());
}

/// The cost of the best schedule, or none where the system has none.
inline std::optional<double> best_cost(const Scene& scene) {
    const Solution solution = dispatch(scene.system(), {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
    if (!solution.has_solution()) {
        EXPECT_EQ(solution.outcome, "infeasible");
        return {};
    }
    EXPECT_TRUE(solution.certificate.feasible) << solution.certificate.worst_row;
    for (const Finding& each : solution.findings) ADD_FAILURE() << "audit: " << each.owner << ": " << each.what;
    return cost(solution);
}

inline double close_to(double amount) { return 2e-6 * std::max(1.0, std::abs(amount)); }

/// Two systems that must cost the same, or both have no schedule.
inline void expect_same(const std::optional<double>& cost, const std::optional<double>& expected) {
    ASSERT_EQ(cost.has_value(), expected.has_value());
    if (expected) {
        EXPECT_NEAR(*cost, *expected, close_to(*expected));
    }
}

}  // namespace indus::tests
