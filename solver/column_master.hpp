// SPDX-License-Identifier: Apache-2.0
// The master program of column generation (Dantzig & Wolfe 1960): for each block that answers, a mix of its points;
// blocks that do not answer stand in it with their own rows and columns.
//
//     ColumnMaster master{blocks};
//     master.add_points(blocks.ask(prices));
//     if (master.solve()) prices = master.prices();
//
// Of each block one point is the base: the others stand as differences to it, which are mostly zero, and what their
// weights leave is the base's (the keys of Dantzig & Van Slyke 1967, Generalized upper bounding techniques, J. Computer
// and System Sciences 1(3)). Where another point has more weight, it becomes the base before the next solve.
//
// Prices may be kept in a box: the slacks of a linking row cost what lies beyond, so that a mix that uses none is one
// of the program. A block may be narrowed to decisions that were made; its other points then rest.
#pragma once

#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/lp_session.hpp"
#include "solver/priced_blocks.hpp"

namespace indus::solver {

/// A point of a block with integers, with its part in the master's mix.
struct PricedPoint : BlockPoint {
    double weight = 0.0;
};

class ColumnMaster {
public:
    /// Of a linking row: its price may move within `width` of `centre`.
    struct Box {
        int row = 0;  ///< of the program
        double centre = 0.0, width = 0.0;
    };

    explicit ColumnMaster(const PricedBlocks& blocks);

    const PricedBlocks& blocks() const { return blocks_; }
    /// The rows that a point meets, as the master counts them, and the master's own columns: for programs akin to it.
    std::vector<LpRow> kept_rows() const;
    std::vector<LpColumn> kept_columns() const;
    int master_row(int row) const { return master_row_[static_cast<std::size_t>(row)]; }

    std::vector<Box>& box() { return box_; }
    const std::vector<Box>& box() const { return box_; }
    /// Makes the master mind what was changed in its box.
    void apply_box();
    /// Makes slacks dearer than any price so far: a mix uses them only where the points allow no other.
    void close_box();
    /// Whether the last mix rests on slacks of the box.
    bool uses_slack() const;

    /// One answer per block that answers, in their order. Those are added that lower the cost at the last prices by
    /// more than `noticeable`; before the first solve, all. Returns how many.
    int add_points(std::vector<OracleAnswer>&& answers, double noticeable = 0.0);
    void add_points(std::vector<BlockPoint>&& points);
    /// False where it was stopped or failed.
    bool solve(const Options& options, Simplex first);
    double cost() const { return cost_; }
    /// Per row of the program.
    std::vector<double> prices() const { return row_prices(duals_); }
    /// The same from duals of a program whose first rows are the kept ones.
    std::vector<double> row_prices(std::span<const double> duals) const;
    double seconds() const { return seconds_; }

    /// Takes out points that were of no use in more than `patience` of the last calls, where there are many; how many.
    int purge(int patience);

    /// Points of no use in the last mix are left out of the next solves. Each looks at them afterwards and takes in
    /// those that would lower the cost, until there are none: sifting, for many points of which few are used at a time
    /// (Bixby, Gregory, Lustig, Marsten and Shanno 1992). They are not among `cheapest_idle`.
    void lay_asleep();

    /// Points beyond the limits rest until the block is narrowed anew; empty limits: none do.
    void narrow(int block, const BlockLimits& limits);

    /// All points, for another master; this one is of no use afterwards.
    std::vector<BlockPoint> release_points();

    /// Points with a weight, block by block.
    std::vector<PricedPoint> mix() const;
    /// Points with decisions that the mix does not have and that would cost least to mix in, the cheapest first, of so
    /// many blocks.
    std::vector<BlockPoint> cheapest_idle(std::size_t blocks) const;
    /// The mix as a point of the program.
    std::vector<double> values() const;

private:
    struct PooledPoint : BlockPoint {
        std::vector<LpEntry> activity{};  ///< by row of the program
        int idle = 0;
        bool rests = false;
    };
    struct Base : PooledPoint {
        int row = -1;  ///< in the master: the weights of the block's other points
    };
    /// A point that is to change places with its block's base.
    struct Change {
        Base* base = nullptr;
        std::size_t point = 0;
    };

    Base& base_of(const BlockPoint& point) {
        return bases_[static_cast<std::size_t>(position_[static_cast<std::size_t>(point.block)])];
    }
    const Base& base_of(const BlockPoint& point) const {
        return bases_[static_cast<std::size_t>(position_[static_cast<std::size_t>(point.block)])];
    }
    template <typename Goes>
    std::vector<PooledPoint> take_out(const Goes& goes);
    bool is_idle(std::size_t point) const;
    bool solve_awake(const Options& options, Simplex first);
    bool wake();
    void join_alike();
    void share_out(double sum, const std::vector<int>& group, std::vector<double>& values) const;
    PooledPoint pooled(BlockPoint&& point) const;
    /// The point less its base.
    LpColumn column_of(const PooledPoint& point) const;
    bool helps(const LpColumn& column, double noticeable) const;
    /// What it lowers the cost by, at the last prices; 0 where that is nothing.
    double gain_of(const LpColumn& column) const;
    std::size_t column_at(std::size_t point) const { return static_cast<std::size_t>(first_point_) + point; }
    /// The first point of its block.
    void set_base(Base& base, PooledPoint&& point);
    void shift_rows(const PooledPoint& point, double sign);
    void renew_limits(const Base& base);
    void choose_bases();
    void change_bases(const std::vector<Change>& changes);
    /// Weights of the bases, in their order.
    std::vector<double> base_weights() const;

    const PricedBlocks& blocks_;
    std::vector<int> master_row_;  ///< per row of the program; -1: not in the master
    std::vector<int> position_;    ///< per block, among those that answer; -1: does not
    std::vector<Base> bases_{};  ///< of the blocks that answer, in their order; without values before their first point
    std::vector<double> based_{};            ///< per row of the program, what the bases give to it
    std::vector<std::vector<int>> alike_{};  ///< per column of the master before the slacks, columns of the program
    std::vector<Box> box_{};                 ///< per linking row
    LpSession lp_{};
    bool is_closed_ = false;  ///< by close_box
    int first_slack_ = 0, first_point_ = 0;
    std::vector<PooledPoint>
        points_{};  ///< that are no bases, in the order of the master's columns from first_point_ on
    std::vector<PooledPoint> asleep_{};
    std::vector<double> duals_{};
    double cost_ = infinity;
    double base_cost_ = 0.0;
    double seconds_ = 0.0;
};

}  // namespace indus::solver
