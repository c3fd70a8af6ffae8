// SPDX-License-Identifier: Apache-2.0
// Which blocks of a formulation have exact answers to prices of their own.
#pragma once

#include <memory>
#include <vector>

#include "model/formulation.hpp"
#include "solver/block_oracle.hpp"

namespace indus::model {

/// One per block of the program; null where the block is best answered by its rows.
std::vector<std::unique_ptr<solver::BlockOracle>> block_oracles(const Formulation& formulation);

}  // namespace indus::model
