// SPDX-License-Identifier: Apache-2.0
// What a program asks within a window of time, everything outside taken as known.
//
// Columns of other steps stand at the values of a point. Where a side of the window is decided, rows that reach beyond
// it hold as they are. Where it is open, its values are those of a guide (coarse_program.hpp) that will move with what
// the window does: a row that reaches there is priced instead of kept, at the guide's price for what the window gives
// to it beyond the guide, less a premium; what it takes away costs that much more. Of stocks, whose later needs may be
// hard, more than the guide has is worth nothing, and less costs many times the price. Rows without a price are left
// out. Blocks that answer to prices within the window (block_oracle.hpp) end with it: their rows of its steps hold
// whatever comes after.
#pragma once

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/program.hpp"
#include "solver/timeline.hpp"

namespace indus::solver {

struct WindowEnds {
    bool past_is_decided = true;
    bool future_is_decided = false;
    double premium = 0.3;       ///< on leaving the guide, by the size of its price
    double of_stocks = 20.0;    ///< the same for what rows without decisions are left short of
    bool holds_stocks = false;  ///< as much for what they are left with beyond; always so towards an open past
};

class WindowProgram {
public:
    /// `point`: per column, decided or the guide's; `prices`: the guide's, per row; `oracles`: one per block, or none.
    /// All may change afterwards.
    WindowProgram(const Program& program, const Timeline& timeline, Window window, const WindowEnds& ends,
                  std::span<const double> point, std::span<const double> prices,
                  std::span<const std::unique_ptr<BlockOracle>> oracles = {});

    /// With the families of the whole, steps counted from the window's first, and with its blocks where they answer;
    /// what leaves the guide in linking rows is a block of its own.
    const Program& program() const { return inside_; }
    /// One per block, null where it is answered by its rows.
    std::vector<std::unique_ptr<BlockOracle>> release_oracles() { return std::move(oracles_); }
    /// Per column: that of the whole's column, `in_rest` for those that the whole does not have.
    std::vector<int> parts(std::span<const int> part_of_whole) const;
    /// Puts the values of columns in `steps` into a point of the whole.
    void write_values(std::span<const double> values, Window steps, std::vector<double>& point) const;
    /// Puts the duals of rows whose last step lies in `steps` into prices of the whole.
    void write_prices(std::span<const double> duals, Window steps, std::vector<double>& prices) const;
    /// What a point of the whole pays for the window's columns.
    double cost_at(std::span<const double> point) const;

private:
    struct Known;
    Block block_of(Block of_whole) const;
    Family family_of(Family of_whole, const FamilyLabel& label);
    void add_columns(const Program& program, Window window);
    void ask_blocks(const Program& program, Window window, std::span<const double> point,
                    std::span<const std::unique_ptr<BlockOracle>> oracles);
    void add_rows(const Program& program, Window window, const WindowEnds& ends, const Known& known);
    struct Split;
    Split split(const Program& program, int row, Window window, const WindowEnds& ends,
                std::span<const double> point) const;
    void keep_row(const Program& program, int row, Window window, Expression inside, double least, double most);
    struct Beyond {
        double price = 0.0, premium_of_more = 0.0, premium_of_less = 0.0;
        double outside = 0.0;  ///< of the row: what stands outside the window
    };
    void price_row(const Program& program, int row, Expression inside, const Beyond& beyond);

    const Timeline& timeline_;
    Program inside_{};
    std::vector<Block> blocks_{};  ///< those of the whole, where they answer
    Block rest_{};                 ///< what leaves the guide in linking rows; all where no block answers
    std::vector<std::unique_ptr<BlockOracle>> oracles_{};
    Family seam_{};
    std::unordered_map<std::int32_t, Family> families_{};  ///< by that of the whole
    std::vector<int> columns_{};                           ///< of the whole, ascending, per column of the window
    std::vector<int> rows_{};                              ///< of the whole, per row of the window
};

}  // namespace indus::solver
