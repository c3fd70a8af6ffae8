// SPDX-License-Identifier: Apache-2.0
// A program taken apart, its master, and cuts that both learn of on the way.
//
// Prices of the linking rows prove at most what the blocks' convex hulls know. That the hulls' mix leaves whole
// decisions open that the blocks can only take together, cuts tell: rounding cuts of the knapsacks that the linking
// rows imply. A cut is one more linking row, so that blocks answer to its price as to any other.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "solver/column_master.hpp"
#include "solver/implied_knapsacks.hpp"
#include "solver/priced_blocks.hpp"
#include "solver/rounding_cuts.hpp"

namespace indus::solver {

class CutMaster {
public:
    /// Throws as PricedBlocks does. The program must outlive it.
    CutMaster(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles);

    /// With the cuts, as its last rows.
    const Program& program() const { return with_cuts_ ? *with_cuts_ : original_; }
    const PricedBlocks& blocks() const { return parts_->blocks; }
    ColumnMaster& master() { return parts_->master; }
    /// In the order of their rows.
    const std::vector<RoundingCut>& cuts() const { return cuts_; }

    /// Adds the cuts that the master's mix breaks; false where there are none. References to parts and program end with
    /// that; points stay.
    bool cut_mix();

private:
    struct Parts {
        PricedBlocks blocks;
        ColumnMaster master;
        Parts(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles)
            : blocks{program, std::move(oracles)}, master{blocks} {}
    };

    const Program& original_;
    std::unique_ptr<Program> with_cuts_{};
    std::unique_ptr<Parts> parts_;
    std::optional<std::vector<ImpliedRow>> knapsacks_{};  ///< once asked for
    std::vector<RoundingCut> cuts_{};
};

}  // namespace indus::solver
