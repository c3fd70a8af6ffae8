// SPDX-License-Identifier: Apache-2.0
// Decisions of blocks that stand with their rows, among mixes of the points of others.
#pragma once

#include <optional>
#include <vector>

#include "solver/mixed_program.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// Rounds up, step by step: what is chosen in part is needed in part, and with one choice made the rest gathers around
/// it. After each step the mixed blocks find new points at the new prices. A point of the whole, whole in every
/// decision of blocks that are not mixed; nothing where there is none, or the limits (relative_gap of what new points
/// must gain, time, stop) end it.
std::optional<std::vector<double>> dive_by_rounding_up(MixedProgram& mixed, const Options& limits);

}  // namespace indus::solver
