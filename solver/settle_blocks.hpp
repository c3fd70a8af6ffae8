// SPDX-License-Identifier: Apache-2.0
// Relaxed blocks become whole, a few at a time, near what they do in the mix; the mixes of the others follow.
//
//     Settling settling{blocks, relaxed, prices, limits};
//     if (settling.begin(points, {}) && settling.run()) use(settling.values());
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "solver/blocks.hpp"
#include "solver/column_master.hpp"
#include "solver/dive.hpp"
#include "solver/solver.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

/// Blocks whose answers need not be whole, and every block's own program.
struct RelaxedBlocks {
    std::vector<char> is_relaxed{};        ///< per block
    std::vector<BlockProgram> programs{};  ///< per block, without prices
};

/// How many of `left` blocks to decide at once, `usual` or more, to be done in time with turns that take so long.
std::size_t blocks_at_once(std::size_t left, std::size_t usual, double seconds_left, double seconds_of_turn);

class Settling {
public:
    /// `prices`: per row, to tell large blocks from small ones. Of the limits relative_gap, time_limit_seconds, stop
    /// and on_progress are honoured.
    Settling(const PricedBlocks& blocks, const RelaxedBlocks& relaxed, std::span<const double> prices, Options limits);

    /// Mixes of `points`, and blocks that have `decided`; false where there are no mixes, or it was stopped.
    bool begin(std::vector<BlockPoint>&& points, std::vector<BlockPoint>&& decided);
    /// All other blocks that answer; false where one found no point, or it was stopped.
    bool run();
    /// Of the whole program; decisions whole after run().
    const std::vector<double>& values() const { return point_; }
    long nodes() const { return nodes_; }

private:
    bool follow(int rounds);
    void hold(std::vector<BlockPoint>&& decided);
    std::vector<int> order() const;
    Program near_mix(int block, std::span<const double> prices, double premium) const;
    Result decide(const Program& block) const;
    bool settle(std::span<const int> some, double premium);
    void tell(std::size_t decided, std::size_t all) const;

    const PricedBlocks& blocks_;
    const RelaxedBlocks& relaxed_;
    std::span<const double> first_prices_;
    Options limits_;
    Watch watch_;
    ColumnMaster master_;
    Decisions decisions_;
    std::vector<double> point_{};
    long nodes_ = 0;
};

}  // namespace indus::solver
