// SPDX-License-Identifier: Apache-2.0
// A Program taken apart at prices of its linking rows: blocks with integers or an oracle answer, the others stay
// as they are.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/column_entries.hpp"
#include "solver/lp_session.hpp"
#include "solver/program.hpp"

namespace indus::solver {

class PricedBlocks {
public:
    /// Throws std::invalid_argument when a column lies in no block. Blocks with integers and without an oracle answer
    /// by their rows.
    PricedBlocks(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles);

    const Program& program() const { return program_; }
    /// For the same blocks of a program with more linking rows; this one is of no use afterwards.
    std::vector<std::unique_ptr<BlockOracle>> release_oracles() { return std::move(oracles_); }
    /// Blocks that answer.
    const std::vector<int>& answering() const { return answering_; }
    bool answers(int block) const { return is_answering_[static_cast<std::size_t>(block)] != 0; }
    /// Columns of the program, per block.
    const std::vector<std::vector<int>>& block_columns() const { return block_columns_; }
    std::span<const int> columns_of(int block) const { return block_columns_[static_cast<std::size_t>(block)]; }
    /// Rows that link or lie in a block that does not answer, and the columns of such blocks.
    const std::vector<int>& kept_rows() const { return kept_rows_; }
    const std::vector<int>& kept_columns() const { return kept_columns_; }
    std::span<const LpEntry> entries_of(int column) const { return entries_.of(column); }
    std::span<const LpEntry> links_of(int column) const { return links_.of(column); }

    /// Prices, one per row of the program, that point at no limit of their row are set to zero.
    void make_usable(std::vector<double>& prices) const;
    /// The answers of all blocks that answer, in their order; on all cores. `limits`: one per block of the program, or
    /// none.
    std::vector<OracleAnswer> ask(std::span<const double> prices, std::span<const BlockLimits> limits = {}) const;
    /// One block's own, at its priced costs.
    OracleAnswer ask(int block, const BlockLimits& limits, std::span<const double> priced_costs) const {
        return oracles_[static_cast<std::size_t>(block)]->answer_within(limits, priced_costs);
    }
    /// Per column of the block: its cost less what the prices pay for it.
    std::vector<double> priced_costs(int block, std::span<const double> prices) const;
    /// False where the block answers by its rows, which takes long.
    bool has_oracle(int block) const { return has_oracle_[static_cast<std::size_t>(block)] != 0; }
    /// What usable prices prove, given the answers to them: a lower bound on the cost of the program.
    double bound_at(std::span<const double> prices, std::span<const OracleAnswer> answers) const;
    BlockPoint point_of(int block, OracleAnswer&& answer) const;
    /// The part of a point of the program.
    BlockPoint point_of(int block, std::span<const double> values) const;
    /// Limits that hold the integers of the point, rounded.
    BlockLimits decisions_at(const BlockPoint& point) const;
    bool is_within(const BlockPoint& point, const BlockLimits& limits) const;
    /// What the point gives to the linking rows, by row.
    std::vector<LpEntry> activity(const BlockPoint& point) const;

private:
    const Program& program_;
    ColumnEntries entries_, links_;
    std::vector<std::unique_ptr<BlockOracle>> oracles_;
    std::vector<char> is_answering_{}, has_oracle_{};
    std::vector<int> answering_{}, kept_rows_{}, kept_columns_{};
    std::vector<std::vector<int>> block_columns_{};
};

}  // namespace indus::solver
