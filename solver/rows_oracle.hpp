// SPDX-License-Identifier: Apache-2.0
// A block without an answer of its own is answered by its rows.
#pragma once

#include <memory>

#include "solver/block_oracle.hpp"
#include "solver/program.hpp"

namespace indus::solver {

/// By Clp where the block has no integers, by Cbc to zero gap where it has.
std::unique_ptr<BlockOracle> make_rows_oracle(Program block);

}  // namespace indus::solver
