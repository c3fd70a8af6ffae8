// SPDX-License-Identifier: Apache-2.0
// A linear program in which some blocks are mixes of points, and all others stand with their rows.
//
//     MixedProgram mixed{blocks, is_mixed};
//     mixed.add_points(points);
//     if (mixed.solve(limits)) use(mixed.prices(), mixed.values());
#pragma once

#include <span>
#include <vector>

#include "solver/priced_blocks.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

class MixedProgram {
public:
    /// `is_mixed`: per block of the program; each such block needs a point before the first solve.
    MixedProgram(const PricedBlocks& blocks, std::vector<char> is_mixed);

    const PricedBlocks& blocks() const { return blocks_; }
    bool is_mixed(int block) const { return is_mixed_[static_cast<std::size_t>(block)] != 0; }
    int row_count() const { return row_count_; }
    /// Points of blocks that are not mixed are left out.
    void add_points(std::vector<BlockPoint>&& points);
    /// By how much the point would lower the cost, per unit of weight; after a solve.
    double gain(const BlockPoint& point) const;
    /// Limits of a column of the whole that lies in no mixed block.
    void set_bounds(int column, double lower, double upper);
    /// False where it was stopped, failed or has no point.
    bool solve(const Options& limits);

    double cost() const { return last_.objective; }
    /// Per row of the whole: prices of its linking rows and of those that stand.
    std::vector<double> prices() const;
    /// A point of the whole, mixes as values of their blocks' columns.
    std::vector<double> values() const;
    std::vector<BlockPoint> release_points() { return std::move(points_); }

private:
    Program program() const;
    bool mixes(Block block) const { return block != linking && is_mixed(block.index); }

    const PricedBlocks& blocks_;
    std::vector<char> is_mixed_;
    std::vector<int> column_{};  ///< in the mixed program, per column of the whole; -1 in blocks that are mixed
    std::vector<int> row_{};     ///< the same of rows
    int row_count_ = 0;
    std::vector<int> weight_row_{};  ///< per block; -1 where it is not mixed
    std::vector<BlockPoint> points_{};
    std::vector<double> lower_, upper_;  ///< per column of the whole
    Result last_{};
};

}  // namespace indus::solver
