// SPDX-License-Identifier: Apache-2.0
// Decisions that no point below a cost can have, by the answers of its blocks.
//
// At prices y the program costs at least L(y), the sum of its blocks' answers. Were a block to decide otherwise in one
// column, its answer would cost more; where L(y) plus that difference reaches the cost, the column is fixed.
#pragma once

#include <span>

#include "solver/priced_blocks.hpp"
#include "solver/reduced_program.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// What is left of the program for points below `cutoff`. Asks each block with an oracle once per integer column, on
/// all cores, as long as the time limit of `options` allows.
ReducedProgram fix_by_answers(const PricedBlocks& blocks, std::span<const double> prices, double cutoff,
                              const Options& options);

}  // namespace indus::solver
