// SPDX-License-Identifier: Apache-2.0
// Programs whose rows hold no entry: every column is at its cheaper bound, no solver is needed.
#pragma once

#include "solver/solver.hpp"

namespace indus::solver {

/// Exact answer, integer columns included, with zero duals. Throws std::invalid_argument when a row has entries.
Result solve_separable(const Program& program);

}  // namespace indus::solver
