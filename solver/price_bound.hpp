// SPDX-License-Identifier: Apache-2.0
// What prices of the linking rows prove, asked again and again, of programs of any length.
//
//     PriceBound prover{program, oracles};
//     const auto found = prover.at(prices);        found.bound, found.slope
//
// As lagrangian_bound (blocks.hpp), but nothing is made of the program other than of blocks that have rows and no
// oracle. Those are answered as linear programs that keep their basis, the first of a long one put together from
// stretches of time (timed_start.hpp); whole columns in them count as continuous, which bounds them too.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/lp_session.hpp"
#include "solver/program.hpp"

namespace indus::solver {

class PriceBound {
public:
    /// `oracles`: one per block, or null; they and the program must outlive this. Throws std::invalid_argument when a
    /// column lies in no block.
    PriceBound(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles);
    ~PriceBound();

    struct Proof {
        double bound = -infinity;
        /// Per linking row, in their order: by how much the blocks' answers fall short of its limit; the bound rises
        /// with the price of a row whose slope is positive.
        std::vector<double> slope{};
        std::vector<double> block_bounds{};  ///< of each block's priced cost
    };
    /// `prices`: per row of the program; those of other rows do not count, those that point at no limit of their row
    /// count as zero. Blocks are answered on all cores. Honours stop and time_limit_seconds (for each linear program):
    /// what then is proven may be little.
    Proof at(std::span<const double> prices, const Options& limits = {});
    const std::vector<int>& linking_rows() const { return links_; }

private:
    struct RowsBlock;
    void cut_long_blocks();
    double answer(int block, std::span<const double> cost, std::span<double> point, const Options& limits);

    const Program& program_;
    std::span<const std::unique_ptr<BlockOracle>> oracles_;
    std::vector<int> links_{};
    std::vector<std::size_t> block_start_{};  ///< into block_columns_, per block and one more
    std::vector<int> block_columns_{};
    std::vector<std::unique_ptr<RowsBlock>> by_rows_{};  ///< per block; null where it has no rows, or an oracle
};

}  // namespace indus::solver
