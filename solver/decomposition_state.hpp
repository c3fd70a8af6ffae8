// SPDX-License-Identifier: Apache-2.0
// What the parts of a decomposition share: the program taken apart, the best point, what is proven, and the time left.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "solver/cut_master.hpp"
#include "solver/decomposition.hpp"
#include "solver/dive.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

class DecompositionState {
public:
    /// Throws as CutMaster does. Program and options must outlive it.
    DecompositionState(const Program& whole, std::vector<std::unique_ptr<BlockOracle>> oracles, const Options& given);

    const PricedBlocks& blocks() const { return parts.blocks(); }
    ColumnMaster& master() { return parts.master(); }
    /// The best that is claimed, from prices or a tree.
    double bound() const;
    /// Whether the best point is proven to within the gap.
    bool reached(double within) const;
    bool may_improve(double within) const {
        return found.result.has_solution() && !watch.expired() && !reached(within);
    }
    /// So few blocks that their hulls alone leave a gap, as a rule; and that they are priced in no time.
    bool has_few() const;

    /// Time and stop of what is done within.
    Options limits() const;
    DiveOptions dive_options(double within) const;
    /// Undoes what the master was narrowed to.
    void free_master();
    /// Keeps a cheaper point that holds in the whole program; whether it did.
    bool take(Result&& made);
    void tell(std::string_view phase) const;
    void say(const std::string& words);

    const Options& options;
    Watch watch;
    const Program& program;
    CutMaster parts;
    double gap;  ///< asked
    double tree_bound = -infinity;
    double settled_at = infinity;  ///< cost of the point at whose decisions the master stands
    Decomposed found{};

    /// Share of the gap asked that is left to prices.
    static constexpr double share_of_prices = 0.4;
};

}  // namespace indus::solver
