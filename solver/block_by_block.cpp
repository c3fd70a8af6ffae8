// SPDX-License-Identifier: Apache-2.0
#include "solver/block_by_block.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "solver/blocks.hpp"
#include "solver/column_generation.hpp"
#include "solver/confirm.hpp"
#include "solver/rounding_dive.hpp"
#include "solver/rows_oracle.hpp"
#include "solver/settle_blocks.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

/// Of the gap asked, what prices may leave.
constexpr double share_of_prices = 0.15;
/// Of the time left, what prices, the dive of large blocks and the settling of the others may take.
constexpr double time_of_prices = 0.5;
constexpr double time_of_dive = 0.3;
constexpr double time_of_settling = 0.9;
/// Rows up to which a linear program is solved again for every few decisions.
constexpr int most_rows_of_dive = 15'000;

class BlockByBlock {
public:
    BlockByBlock(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const Options& options)
        : program_{program},
          options_{options},
          watch_{options},
          gap_{options.relative_gap.value_or(0.005)},
          relaxed_{relax(program, oracles)},
          blocks_{program, std::move(oracles)} {}

    WindowSearch run() {
        const bool is_decided = find_mixes() && decide_large() && settle() && dispatch();
        if (!is_decided && found_.outcome != Outcome::infeasible) found_.limit = watch_.reason();
        return std::move(found_);
    }

private:
    /// Blocks with decisions and no answer of their own answer as linear programs.
    static RelaxedBlocks relax(const Program& program, std::vector<std::unique_ptr<BlockOracle>>& oracles) {
        const std::vector<char> decides = deciding_blocks(program);
        const std::vector<double> nothing(static_cast<std::size_t>(program.row_count()), 0.0);
        RelaxedBlocks made{std::vector<char>(decides.size(), 0), price_blocks(program, nothing)};
        oracles.resize(decides.size());
        for (std::size_t b = 0; b < decides.size(); ++b) {
            if (decides[b] == 0 || oracles[b]) continue;
            made.is_relaxed[b] = 1;
            oracles[b] = make_relaxed_oracle(Program{made.programs[b].program});
        }
        return made;
    }

    Options limited(double share_of_time = 1.0) const {
        Options made = watch_.left(share_of_time);
        made.relative_gap = gap_;
        return made;
    }

    /// The mix of relaxed blocks is no point yet.
    std::function<void(const Progress&)> tell_prices() const {
        if (!options_.on_progress) return {};
        return [this](Progress now) {
            now.cost = infinity;
            now.seconds = watch_.seconds();
            options_.on_progress(now);
        };
    }

    bool find_mixes() {
        ColumnMaster master{blocks_};
        const Options limits = limited(time_of_prices);
        PricingOptions pricing;
        pricing.relative_gap = share_of_prices * gap_;
        pricing.time_limit_seconds = limits.time_limit_seconds;
        pricing.stop = limits.stop;
        pricing.on_progress = tell_prices();
        const Pricing priced = find_prices(master, pricing);
        found_.bound = priced.bound;
        found_.relaxation_duals.assign(priced.multipliers.begin(), priced.multipliers.begin() + program_.row_count());
        if (priced.bound == infinity) found_.outcome = Outcome::infeasible;
        points_ = master.release_points();
        return priced.bound < infinity && !watch_.expired();
    }

    /// Few blocks with answers of their own weigh much: they decide on their rows, among mixes of the others' points.
    bool decide_large() {
        MixedProgram mixed{blocks_, relaxed_.is_relaxed};
        if (mixed.row_count() > most_rows_of_dive) return true;
        mixed.add_points(std::move(points_));
        const std::optional<std::vector<double>> found = dive_by_rounding_up(mixed, limited(time_of_dive));
        points_ = mixed.release_points();
        if (!found) return !watch_.expired();
        for (const int b : blocks_.answering())
            if (!mixed.is_mixed(b)) decided_.push_back(blocks_.point_of(b, *found));
        return true;
    }

    bool settle() {
        Options limits = limited(time_of_settling);
        if (options_.on_progress)
            limits.on_progress = [&](Progress now) {
                now.seconds = watch_.seconds();
                now.bound = found_.bound;
                options_.on_progress(now);
            };
        Settling settling{blocks_, relaxed_, found_.relaxation_duals, std::move(limits)};
        if (!settling.begin(std::move(points_), std::move(decided_)) || !settling.run()) return false;
        found_.nodes += settling.nodes();
        point_ = settling.values();
        return true;
    }

    /// Everything but the decisions re-optimised.
    bool dispatch() {
        Result made = make_solver("clp")->solve(fix_integers(program_, point_), limited());
        found_.iterations += made.iterations;
        if (made.outcome != Outcome::optimal) return false;
        found_.values = round_integers(program_, made.values);
        found_.duals = std::move(made.duals);
        found_.cost = made.objective;
        found_.outcome = Outcome::feasible;
        return true;
    }

    const Program& program_;
    const Options& options_;
    Watch watch_;
    double gap_;
    RelaxedBlocks relaxed_;
    PricedBlocks blocks_;
    std::vector<BlockPoint> points_{}, decided_{};
    std::vector<double> point_{};
    WindowSearch found_{};
};

}  // namespace

WindowSearch search_block_by_block(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                                   const Options& options) {
    return BlockByBlock{program, std::move(oracles), options}.run();
}

}  // namespace indus::solver
