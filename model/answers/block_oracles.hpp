// SPDX-License-Identifier: Apache-2.0
// Which blocks of a formulation have exact answers to prices of their own.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "model/formulation.hpp"
#include "solver/block_oracle.hpp"

namespace indus::model {

/// One per block of the program; null where the block is best answered by its rows.
std::vector<std::unique_ptr<solver::BlockOracle>> block_oracles(const Formulation& formulation);

/// Whether so many blocks decide by their rows alone that searching each takes longer than a bound is worth: linear
/// programs bound them then (solver/price_bound.hpp).
bool are_searched_too_long(const solver::Program& program,
                           std::span<const std::unique_ptr<solver::BlockOracle>> oracles);

}  // namespace indus::model
