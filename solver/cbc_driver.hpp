// SPDX-License-Identifier: Apache-2.0
// Cbc's own driver, what its command line runs: it preprocesses by probing, fixes by reduced costs once a good point is
// known, and starts again on what is left. On small programs that finds and proves optima where the plain search does
// not; on large ones its preprocessing takes minutes before the search begins (docs/decisions/002-cbc-switches.md).
// To be included by backend .cpp files only.
#pragma once

#include <CbcModel.hpp>

#include "solver/cbc_events.hpp"

namespace indus::solver {

/// Searches `model`, whose limits, cutoff, handlers and gap are set. Calls from several threads take turns, since the
/// driver keeps global state. Throws CoinError where Cbc does.
void run_driver(CbcModel& model, SearchState& state);

}  // namespace indus::solver
