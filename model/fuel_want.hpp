// SPDX-License-Identifier: Apache-2.0
// What thermal plants could not give because too little fuel lay where they burn it from.
//
// A stock is short at a step when what lies in it, at its lowest from there until fuel is brought again, is less than
// the plant would need: for a run of its least time at its least output, where it stands; for the rest of its capacity
// in that step, where it is on. Fuel that has to last until more comes is so short too, and not only an empty yard; a
// yard to which more could have come, had somebody wanted it (fuel_deliveries.hpp), is not.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/solution_values.hpp"
#include "model/system.hpp"

namespace indus::model {

class FuelWant {
public:
    FuelWant(const System& system, const Solution& solution);

    /// What the plant could have given more at step t with fuel, beyond the reserve it held [MW].
    double missed_mw(std::string_view plant, int t) const;
    /// The stock that a plant burns from and that was short at some step; null for others.
    const FuelStock* short_stock(std::string_view plant) const;

private:
    struct Plant {
        const FuelStock* stock = nullptr;
        std::vector<double> missed_mw{};
    };
    void look_at(const System& system, const SolutionValues& values, const ThermalPlant& plant);
    /// Least level above its floor from each step on until fuel is brought again [t].
    std::vector<double> to_spare(const System& system, const SolutionValues& values, const FuelStock& stock) const;

    std::map<std::string, Plant, std::less<>> plants_{};
};

}  // namespace indus::model
