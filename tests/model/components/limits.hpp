// SPDX-License-Identifier: Apache-2.0
// What tests of caps, shares and contracts share.
#pragma once

#include "model/audit.hpp"
#include "tests/scene.hpp"

namespace indus::tests {

/// A plant whose MWh costs `cost` and emits `tonnes`, by a free fuel of its own name that holds 10 GJ/MWh.
inline Scene& add_emitter(Scene& scene, const std::string& name, double capacity_mw, double cost, double tonnes,
                          const std::string& zone = "zone") {
    scene.add(Fuel{.name = name, .price_per_gj = 0.0, .emission_factor_t_per_gj = tonnes / 10.0});
    ThermalPlant plant = thermal(name, capacity_mw, cost, zone);
    plant.technology = name;
    plant.fuel.name = name;
    plant.heat_rate_gj_per_mwh = 10.0;
    return scene.add(plant);
}

inline SolarPlant sun(double capacity_mw, double cost) {
    SolarPlant plant;
    plant.name = "sun";
    plant.zone.name = "zone";
    plant.capacity_mw = capacity_mw;
    plant.variable_cost_per_mwh = cost;
    return plant;
}

inline LimitRecord limit_of(const Solution& solution, std::string_view owner, std::string_view rule) {
    for (const LimitRecord& each : solution.limits)
        if (each.owner == owner && each.rule == rule) return each;
    ADD_FAILURE() << owner << " has no limit '" << rule << "'";
    return {};
}

/// A rise of the series at any step, and a change of any cost of its owner, must not pass the audit.
inline void expect_audit_finds(const Scene& scene, const Solution& correct, std::string_view owner,
                               std::string_view quantity) {
    const System system = scene.system();
    bool found = false;
    for (std::size_t s = 0; s < correct.series.size(); ++s) {
        if (correct.series[s].owner != owner || correct.series[s].quantity != quantity) continue;
        found = true;
        for (std::size_t t = 0; t < correct.series[s].values.size(); ++t) {
            Solution wrong = correct;
            wrong.series[s].values[t] += 0.5;
            EXPECT_FALSE(audit(system, wrong).findings.empty()) << owner << " " << quantity << " at step " << t;
        }
    }
    EXPECT_TRUE(found) << owner << " " << quantity;
    for (std::size_t c = 0; c < correct.costs.size(); ++c) {
        if (correct.costs[c].owner != owner) continue;
        Solution wrong = correct;
        wrong.costs[c].amount += 1.0;
        EXPECT_FALSE(audit(system, wrong).findings.empty()) << owner << " " << correct.costs[c].category;
    }
}

inline std::string explanation(const Scene& scene) {
    const Solution solution = dispatch(scene.system(), {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
    EXPECT_FALSE(solution.has_solution());
    return solution.explanation;
}

}  // namespace indus::tests
