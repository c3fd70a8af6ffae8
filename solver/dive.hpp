// SPDX-License-Identifier: Apache-2.0
// From the master's mix towards decisions: blocks whose points disagree are decided a few at a time, and prices follow.
//
// A dive over columns (Lübbecke & Desrosiers 2005, Selected topics in column generation, Operations Research 53(6)), on
// decisions in the place of points: a block that is decided keeps its integers and goes on answering, so that its
// dispatch follows the prices. Blocks whose points agree by themselves stay free to the end.
#pragma once

#include <vector>

#include "solver/column_master.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// Decisions made, one per block of the program; empty limits: the block is free.
using Decisions = std::vector<BlockLimits>;

struct DiveOptions {
    double decided_weight = 0.6;  ///< of a block's commonest decisions in the mix, from which on they are made
    double least_share = 0.34;    ///< of the undecided blocks, decided in any case at a time
    std::size_t few = 0;          ///< open blocks that are left open
    int patience = 2;             ///< times that no fewer blocks are undecided, after which the rest is left open
    int rounds = 3;               ///< of new points after each
    double relative_gap = 1e-4;   ///< of the master's cost, within which new points are of no interest
    Options limits{};             ///< time and stop
};

/// Commonest decisions of a block whose points disagree.
struct OpenBlock {
    int block = -1;
    double weight = 0.0;  ///< of those decisions
    BlockLimits decisions{};
};
/// By weight, the surest first.
std::vector<OpenBlock> open_blocks(const ColumnMaster& master);

/// New points of blocks with these decisions until they no longer lower the master's cost; false when stopped.
bool follow_prices(ColumnMaster& master, const Decisions& decisions, const DiveOptions& options);

/// Decides, and narrows the master to it; false when stopped. What is open in the end, `open_blocks` tells.
bool dive(ColumnMaster& master, Decisions& decisions, const DiveOptions& options);

}  // namespace indus::solver
