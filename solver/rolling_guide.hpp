// SPDX-License-Identifier: Apache-2.0
// What windows take as known beyond their look-ahead: values and prices of a coarse program of all steps.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/coarse_program.hpp"
#include "solver/solver.hpp"
#include "solver/timeline.hpp"

namespace indus::solver {

struct Guide {
    std::vector<double> point{};   ///< per column
    std::vector<double> prices{};  ///< per row
    long iterations = 0;
    int loosened = 0;  ///< coarse rows that gave way, as steps taken together could not hold them
    bool is_known = false;
};

/// Knows nothing: columns at their lower bounds, no prices.
Guide empty_guide(const Program& program);

/// False where blocks answer for all rows over several steps: nothing is stored or shared between windows.
bool needs_guide(const Program& program, const Timeline& timeline,
                 std::span<const std::unique_ptr<BlockOracle>> oracles);

/// Of steps alike taken together. Where they are impossible together, rows give way by the least sum that makes them
/// possible. Empty and not known where the limits end it. `part`, per column, or empty: parted_start.hpp.
Guide find_guide(const Program& program, const StepGroups& groups, std::span<const int> part, const Options& limits);

}  // namespace indus::solver
