// SPDX-License-Identifier: Apache-2.0
#include "model/answers/block_oracles.hpp"

#include <unordered_map>

#include "model/components/thermal_plant_answer.hpp"

namespace indus::model {

std::vector<std::unique_ptr<solver::BlockOracle>> block_oracles(const Formulation& formulation) {
    const solver::Program& program = formulation.program();
    std::vector<std::unique_ptr<solver::BlockOracle>> made(static_cast<std::size_t>(program.block_count()));
    std::unordered_map<std::string_view, int> first_column;
    for (const DecisionSeries& each : formulation.decisions())
        if (each.kind == ThermalPlant::kind) first_column.emplace(each.owner, each.first_column);
    for (const ThermalPlant& plant : formulation.system().all<ThermalPlant>()) {
        const auto found = first_column.find(plant.name);
        if (found == first_column.end()) continue;
        const solver::Block block = program.block_of_column(found->second);
        if (block != solver::linking)
            made[static_cast<std::size_t>(block.index)] = make_thermal_oracle(plant, formulation);
    }
    return made;
}

}  // namespace indus::model
