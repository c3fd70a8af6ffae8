// SPDX-License-Identifier: Apache-2.0
// Prices of the linking rows by column generation, and the bound that they prove.
//
//     Pricing pricing = find_prices(program, std::move(oracles), {.relative_gap = 1e-4});
//     pricing.bound       proven: blocks answered exactly at pricing.multipliers
//
// The master program (Dantzig & Wolfe 1960) mixes, for each block with integers or an oracle, points that it has
// answered; others stand in it with their own rows and columns. Its duals are the next prices, drawn towards the best
// prices so far (Wentges 1997, Weighted Dantzig-Wolfe decomposition for linear mixed-integer programming, Int. Trans.
// Operational Research 4(2); the weight as in Pessoa, Sadykov, Uchoa & Vanderbeck 2018, INFORMS J. Computing 30(2),
// doi:10.1287/ijoc.2017.0784: halved until a point is found that helps). Starting prices come from a master in which
// every block's first answer may be taken step by step.
#pragma once

#include <memory>
#include <vector>

#include "solver/column_master.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

struct PricingOptions {
    double relative_gap = 1e-4;   ///< between the master's cost and the bound, at which the prices are good enough
    double smoothing = 0.5;       ///< weight of the best prices so far
    double box = 0.1;             ///< half width of the box around the best prices, by the size of like prices
    double narrowing = 0.5;       ///< of the box after prices that did not prove more
    std::vector<double> start{};  ///< prices of an earlier call to go on from, one per row; the master has points then
    std::optional<double> time_limit_seconds{};
    const std::atomic<bool>* stop = nullptr;
    std::function<void(const Progress&)> on_progress{};
};

struct Pricing {
    double bound = -infinity;                       ///< lower bound on the cost of the whole program
    double master_cost = infinity;                  ///< of the cheapest mix so far: no prices prove more
    std::vector<double> multipliers{};              ///< per row; those of the bound
    std::vector<PricedPoint> mix{};                 ///< points with a weight above zero, block by block
    std::vector<std::vector<int>> block_columns{};  ///< per block, columns of the program
    int rounds = 0;
    long answers = 0;
    double master_seconds = 0.0;
    double answer_seconds = 0.0;
    Limit limit = Limit::none;  ///< what ended it before the gap was reached
};

/// Throws std::invalid_argument when a column lies in no block. `oracles`: one per block, null where the block is
/// answered by its own rows; a block without integers answers only where it has one.
Pricing find_prices(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                    const PricingOptions& options = {});

/// The same with a master of one's own, which keeps its points and basis.
Pricing find_prices(ColumnMaster& master, const PricingOptions& options);

}  // namespace indus::solver
