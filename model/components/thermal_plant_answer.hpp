// SPDX-License-Identifier: Apache-2.0
// A single thermal unit's answer to prices, by the dynamic program of model/answers/unit_program.hpp.
#pragma once

#include <memory>

#include "model/formulation.hpp"
#include "solver/block_oracle.hpp"

namespace indus::model {

/// None where the unit has what the dynamic program does not know: several units, a second fuel, reserve down, from
/// standstill, called together or within a band, ramps shared by rates, costs of changes of output, a least draw of
/// fuel with start categories or pieces.
std::unique_ptr<solver::BlockOracle> make_thermal_oracle(const ThermalPlant& plant, const Formulation& f);

}  // namespace indus::model
