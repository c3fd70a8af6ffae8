// SPDX-License-Identifier: Apache-2.0
// Several units alike in one block: what one of them would do at the prices, times their number.
//
// Where no row looks at one unit beside the sums (no ramps that bind, no outages, no start categories), whole numbers
// of units that are on, start and stop within minimum times are sums of schedules of single units: the matrix of the
// minimum times is that of a network flow, and such polyhedra decompose (Baum & Trotter 1978, Integer rounding and
// polyhedral decomposition for totally unimodular systems). All units of a group then do the same at best.
#pragma once

#include <memory>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/program.hpp"

namespace indus::model {

/// Units that were in one state before the first step.
struct UnitGroup {
    double count = 0.0;
    std::unique_ptr<solver::BlockOracle> one{};
};

/// `whole` has the block and must outlive what is made: narrower limits are answered by the block's rows.
std::unique_ptr<solver::BlockOracle> make_units_alike(std::vector<UnitGroup> groups, const solver::Program& whole,
                                                      solver::Block block);

}  // namespace indus::model
