// SPDX-License-Identifier: Apache-2.0
// A block without an answer of its own is answered by its rows.
#pragma once

#include <memory>

#include "solver/block_oracle.hpp"
#include "solver/program.hpp"

namespace indus::solver {

/// By Clp where the block has no integers, by Cbc to zero gap where it has.
std::unique_ptr<BlockOracle> make_rows_oracle(Program block);

/// As a linear program that keeps its basis, whole columns taken as continuous: a bound, and points that need not be
/// whole. Limits are not asked for. Calls from several threads wait for each other.
std::unique_ptr<BlockOracle> make_relaxed_oracle(Program block);

}  // namespace indus::solver
