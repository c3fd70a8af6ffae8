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
};

/// Knows nothing: columns at their lower bounds, no prices.
Guide empty_guide(const Program& program);

/// False where blocks answer for all rows over several steps: nothing is stored or shared between windows.
bool needs_guide(const Program& program, const Timeline& timeline,
                 std::span<const std::unique_ptr<BlockOracle>> oracles);

/// Of steps alike taken together; empty where they are impossible together, or the limits end it.
Guide find_guide(const Program& program, const StepGroups& groups, const Options& limits);

}  // namespace indus::solver
