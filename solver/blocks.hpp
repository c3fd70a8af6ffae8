// SPDX-License-Identifier: Apache-2.0
// Blocks answer to prices: the Lagrangian view of a Program.
//
// With a multiplier per linking row, the program falls apart into its blocks. The sum of the blocks'
// optimal values plus the priced right-hand sides is a lower bound on the cost of the whole, at its best
// multipliers at least as strong as the LP relaxation (Geoffrion 1974, Lagrangean relaxation for integer
// programming, Mathematical Programming Study 2). A block is answered by solving its own rows; what
// counts is the answer's *bound*, never its objective.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// Per block: 1 where it has integer columns, else 0.
std::vector<char> deciding_blocks(const Program& program);

/// One block's own program at given prices, and which columns of the whole it holds.
struct BlockProgram {
    Program program{};
    std::vector<int> columns{};  ///< column of the whole program, per column of the block
};

/// Every block with cost c - A'y restricted to its columns, where y prices the linking rows
/// (`multipliers` has one entry per row of the program; entries of other rows are ignored). Both functions throw
/// std::invalid_argument when there are fewer or more, or when a column lies in no block.
std::vector<BlockProgram> price_blocks(const Program& program, std::span<const double> multipliers);

/// What a block would do by itself at the prices.
struct BlockAnswer {
    double cost = infinity;    ///< best priced cost found
    double bound = -infinity;  ///< proven lower bound of the block's priced cost
};

struct LagrangianBound {
    double bound = -infinity;            ///< valid lower bound on the cost of the whole program
    std::vector<BlockAnswer> answers{};  ///< per block
    double priced_right_hand_side = 0.0;
    bool complete = true;  ///< false when stopped early: the bound of unanswered blocks is by weak duality or -infinity
};

/// Answers all blocks at the prices (in parallel): by their oracle, where `oracles` has one per block and it is not
/// null, else by their rows. Block LPs are bounded by weak duality, block integer programs by the lesser of Cbc's claim
/// and cost, never above a feasible point of the block.
LagrangianBound lagrangian_bound(const Program& program, std::span<const double> multipliers,
                                 const Options& options = {},
                                 std::span<const std::unique_ptr<BlockOracle>> oracles = {});

}  // namespace indus::solver
