// SPDX-License-Identifier: Apache-2.0
// Golden programs of the plants that take what the weather gives: run of river, sun, wind.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

inline GoldenProgram available_water() {
    GoldenProgram golden{.name = "run_of_river_available",
                         .about = "80 MW of turbines, 10 MW for the environment: inflow of 50, 5 and 200 MW leaves 40, 0 and 80. 3 per MWh, half "
                                  "an hour a step.",
                         .scene = Scene{3, 0.5},
                         .bounds_and_costs = {"run_of_river/available water", "run_of_river/spill"}};
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 80;
    river.inflow_mw = Profile{std::vector<double>{50, 5, 200}};
    river.environmental_release_mw = 10.0;
    river.variable_cost_per_mwh = 3;
    golden.scene.add(river);
    return golden;
}

template <class Plant>
GoldenProgram available_power(double variable_cost_per_mwh, double curtailment_cost_per_mwh, double step_hours, std::string about) {
    const std::string kind{Plant::kind};
    GoldenProgram golden{.name = kind + "_available",
                         .about = std::move(about),
                         .scene = Scene{2, step_hours},
                         .bounds_and_costs = {kind + "/available power", kind + "/curtailment"}};
    Plant plant;
    plant.name = "field";
    plant.zone.name = "zone";
    plant.capacity_mw = 50;
    plant.availability = Profile{std::vector<double>{0.5, 0.0}};
    plant.variable_cost_per_mwh = variable_cost_per_mwh;
    plant.curtailment_cost_per_mwh = curtailment_cost_per_mwh;
    golden.scene.add(plant);
    return golden;
}

inline std::vector<GoldenProgram> weather_programs() {
    return {available_water(),
            available_power<SolarPlant>(1, 2, 2.0,
                                        "50 MW at 0.5 then at night: 25 and 0 MW. 1 per MWh generated and 2 per MWh curtailed: 2 h (1 - 2) = "
                                        "-2 per MW, and 2 h * 2 * 25 = 100 for all that there is."),
            available_power<WindPlant>(-5, 0, 0.25, "50 MW at 0.5 then calm; a subsidy of 5 per MWh is 1.25 per MW in a quarter of an hour.")};
}

}  // namespace indus::tests
