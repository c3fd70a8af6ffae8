// SPDX-License-Identifier: Apache-2.0
// What answers for a block of a Program at given prices: faster than a solve of its rows, as exact.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/expression.hpp"
#include "solver/timeline.hpp"

namespace indus::solver {

/// A point of the block, one value per column in the order of the block's columns, and what it proves.
struct OracleAnswer {
    double cost = infinity;    ///< of the point, at the costs asked; infinite: the block has no point
    double bound = -infinity;  ///< no point of the block costs less
    std::vector<double> values{};
};

/// A point of a block, whatever the prices.
struct BlockPoint {
    int block = -1;
    double cost = 0.0;             ///< its own, without prices
    std::vector<double> values{};  ///< per column of the block
};

/// Narrower limits of a block's columns, in their order; empty: those of the program. Where points are mixed, a limit
/// on an integer column is a decision made; limits on others are not asked for.
struct BlockLimits {
    std::vector<double> lower{}, upper{};
    bool empty() const { return lower.empty(); }
};

class BlockOracle {
public:
    BlockOracle() = default;
    BlockOracle(const BlockOracle&) = delete;
    BlockOracle& operator=(const BlockOracle&) = delete;
    virtual ~BlockOracle() = default;

    /// `cost`: of each column of the block, its own less what the prices of the linking rows pay for it. May be called
    /// from several threads at once.
    OracleAnswer answer(std::span<const double> cost) const { return answer_within({}, cost); }
    /// The same of the points whose integer columns lie within the limits.
    virtual OracleAnswer answer_within(const BlockLimits& limits, std::span<const double> cost) const = 0;
    /// The block within a window of time after whose last step nothing is asked of it. `columns`: those of its columns
    /// that lie in the window, by their place in the block; answers have one value per such column. `point`: per column
    /// of the block, of which what lies before the window is decided. Null: no answer of its own.
    virtual std::unique_ptr<BlockOracle> within(Window steps, std::span<const int> columns,
                                                std::span<const double> point) const {
        static_cast<void>(steps), static_cast<void>(columns), static_cast<void>(point);
        return nullptr;
    }
};

}  // namespace indus::solver
