// SPDX-License-Identifier: Apache-2.0
// Rows that follow from others and say in whole decisions what the others say in amounts.
//
// Blocks meet a demand b by amounts that their decisions allow: sum p >= b and, in each block, p <= P u with u whole.
// Added up, the amounts are gone: sum P u >= b. A relaxation knows as much already. But a search for cuts sees a
// knapsack at last, and its covers ("of these three, two at least") are what closes the gap of small systems: rows
// that hold b and the limits apart give it no single row to look at.
//
// Demands of one position and unit are met by the same limits, so that they are added up first: power and reserve of
// an hour. Source of the cuts: Balas (1975), Mathematical Programming 8; Gu, Nemhauser & Savelsbergh (1999),
// Mathematical Programming 85, for the continuous columns that stay.
#pragma once

#include <vector>

#include "solver/lp_session.hpp"
#include "solver/program.hpp"

namespace indus::solver {

/// sum terms >= lower, which holds wherever the program's rows and bounds do.
struct ImpliedRow {
    std::vector<LpEntry> terms{};  ///< by column, ascending
    double lower = 0.0;
    std::vector<LpEntry> sources{};  ///< rows and weights it was added up from
};

/// At most one for each position and unit of linking rows; none that has fewer than two integer columns.
std::vector<ImpliedRow> implied_knapsacks(const Program& program);

}  // namespace indus::solver
