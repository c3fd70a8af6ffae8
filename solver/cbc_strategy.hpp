// SPDX-License-Identifier: Apache-2.0
// Gives a CbcModel its cuts, heuristics and branching. To be included by backend .cpp files only.
#pragma once

#include "solver/cbc_events.hpp"
#include "solver/cbc_solver.hpp"

namespace indus::solver {

void apply_strategy(CbcModel& model, const CbcSettings& settings, SearchState& state);

}  // namespace indus::solver
