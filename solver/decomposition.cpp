// SPDX-License-Identifier: Apache-2.0
#include "solver/decomposition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "solver/confirm.hpp"
#include "solver/dive.hpp"
#include "solver/lagrangian_fixing.hpp"
#include "solver/neighbourhood.hpp"
#include "solver/reduced_program.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

/// Gap to which prices are found first, so that a point is there early.
constexpr double first_gap = 1e-3;
/// Share of the gap asked that is left to prices.
constexpr double share_of_prices = 0.4;

class Decomposition {
public:
    Decomposition(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const Options& options)
        : options_{options},
          watch_{options},
          blocks_{program, std::move(oracles)},
          program_{program},
          master_{blocks_},
          gap_{options.relative_gap.value_or(1e-4)} {}

    Decomposed run() {
        for (const double gap : {std::max(gap_, first_gap), gap_}) {
            if (is_done() || !find_prices_within(std::max(1e-7, share_of_prices * gap))) break;
            if (!reached(gap)) search(gap);
            if (gap == gap_) break;
        }
        if (!is_done() && found_.result.has_solution()) search_exactly();
        return finish();
    }

private:
    double bound() const { return std::max(found_.pricing.bound, tree_bound_); }
    bool is_done() const { return watch_.expired() || found_.pricing.bound == infinity || reached(gap_); }
    bool reached(double gap) const {
        return relative_gap(found_.result.objective, bound()) <= gap * (1.0 + 1e-9) + 1e-12;
    }

    void tell(std::string_view phase) const {
        if (options_.on_progress)
            options_.on_progress({phase, watch_.seconds(), found_.result.objective, bound(), found_.result.nodes});
    }

    /// Time and stop of what is done within.
    Options limits() const {
        Options made;
        if (watch_.has_time_limit()) made.time_limit_seconds = std::max(0.01, watch_.remaining());
        made.stop = options_.stop;
        made.on_log = options_.on_log;
        return made;
    }

    bool find_prices_within(double gap) {
        PricingOptions own;
        own.relative_gap = gap;
        own.start = found_.pricing.multipliers;
        // What was priced so far is of use only with time left for a point.
        if (watch_.has_time_limit())
            own.time_limit_seconds = (found_.result.has_solution() ? 0.9 : 0.5) * std::max(0.01, watch_.remaining());
        own.stop = options_.stop;
        own.on_progress = [this](const Progress& each) {
            if (!options_.on_progress) return;
            const double best = std::max(each.bound, bound());
            options_.on_progress({each.phase, watch_.seconds(), found_.result.objective, best, 0});
        };
        Pricing made = find_prices(master_, own);
        if (made.bound >= found_.pricing.bound) {
            std::swap(made.bound, found_.pricing.bound);
            std::swap(made.multipliers, found_.pricing.multipliers);
        }
        found_.pricing.master_cost = std::min(found_.pricing.master_cost, made.master_cost);
        found_.pricing.rounds += made.rounds;
        found_.pricing.answers += made.answers;
        found_.pricing.master_seconds += made.master_seconds;
        found_.pricing.answer_seconds += made.answer_seconds;
        return found_.pricing.bound < infinity && std::isfinite(master_.cost()) && made.limit != Limit::interrupted;
    }

    DiveOptions dive_options(double gap) const {
        DiveOptions made;
        made.relative_gap = std::max(1e-6, share_of_prices * gap);
        made.limits = limits();
        return made;
    }

    /// A dive and its neighbourhood, then the neighbourhoods of what would rather change.
    void search(double gap) {
        master_.close_box();
        Decisions decisions(static_cast<std::size_t>(program_.block_count()));
        // Few open blocks are best decided together; where that is not good enough, one after the other.
        for (const std::size_t few : {std::size_t{4}, std::size_t{0}}) {
            DiveOptions own = dive_options(gap);
            own.few = few;
            if (reached(gap) || watch_.expired() || !dive(master_, decisions, own)) break;
            tell("dive");
            if (master_.cost() >= found_.result.objective) break;
            for (const std::size_t size : {smallest_neighbourhood, 3 * smallest_neighbourhood})
                if (!watch_.expired() && !reached(gap))
                    take(solve_near(master_, master_.cheapest_idle(size), search_options(gap)));
        }
        constexpr std::size_t largest_growth = 8;
        std::size_t size = smallest_neighbourhood;
        while (found_.result.has_solution() && !watch_.expired() && !reached(gap) &&
               size <= largest_growth * smallest_neighbourhood)
            if (!improve(size, gap)) size *= 2;
        for (const int block : blocks_.answering()) master_.narrow(block, {});
    }

    Options search_options(double gap) const {
        Options made = limits();
        made.relative_gap = share_of_prices * gap;
        made.work_limit = std::min(options_.work_limit.value_or(nodes_nearby), nodes_nearby);
        return made;
    }

    /// Blocks that gain most by other decisions at the prices of the best ones so far are given the choice.
    bool improve(std::size_t size, double gap) {
        Decisions decisions(static_cast<std::size_t>(program_.block_count()));
        std::vector<BlockPoint> own;
        for (const int block : blocks_.answering()) {
            own.push_back(blocks_.point_of(block, std::span<const double>{found_.result.values}));
            decisions[static_cast<std::size_t>(block)] = blocks_.decisions_at(own.back());
        }
        master_.add_points(std::move(own));
        for (const int block : blocks_.answering()) master_.narrow(block, decisions[static_cast<std::size_t>(block)]);
        if (!follow_prices(master_, decisions, dive_options(gap))) return false;
        tell("neighbourhoods");
        return take(solve_near(master_, wishes(decisions, size), search_options(gap)));
    }

    /// The best answers of the blocks that gain most.
    std::vector<BlockPoint> wishes(const Decisions& decisions, std::size_t count) const {
        std::vector<double> y = master_.prices();
        blocks_.make_usable(y);
        const std::vector<OracleAnswer> held = blocks_.ask(y, decisions);
        std::vector<OracleAnswer> free = blocks_.ask(y);
        std::vector<std::pair<double, std::size_t>> gains;
        for (std::size_t n = 0; n < free.size(); ++n)
            if (free[n].cost < infinity && held[n].cost - free[n].cost > 1e-9 * (1.0 + std::abs(free[n].cost)))
                gains.emplace_back(free[n].cost - held[n].cost, n);
        std::sort(gains.begin(), gains.end());
        gains.resize(std::min(gains.size(), count));
        std::vector<BlockPoint> made;
        for (const auto& [gain, n] : gains)
            made.push_back(blocks_.point_of(blocks_.answering()[n], std::move(free[n])));
        return made;
    }

    /// Keeps a cheaper point.
    bool take(Result&& made) {
        found_.result.nodes += made.nodes;
        found_.result.iterations += made.iterations;
        const double noticeable = 1e-9 * std::max(1.0, std::abs(made.objective));
        if (!made.has_solution() || made.objective >= found_.result.objective - noticeable) return false;
        found_.result.objective = made.objective;
        found_.result.values = std::move(made.values);
        tell("neighbourhoods");
        return true;
    }

    /// All that may still be cheaper by more than the gap allows.
    void search_exactly() {
        const double cost = found_.result.objective;
        const double cutoff = cost - 0.999 * gap_ * std::max(1.0, std::abs(cost));
        tell("fixing");
        ReducedProgram rest = fix_by_answers(blocks_, found_.pricing.multipliers, cutoff, limits());
        if (rest.is_infeasible()) {
            tree_bound_ = std::max(tree_bound_, cutoff);
            return;
        }
        say(fmt::format("after fixing by the blocks' answers: {} columns, {} of them integer, {} rows",
                        rest.program().column_count(), rest.program().integer_count(), rest.program().row_count()));
        Options own = limits();
        own.work_limit = options_.work_limit;
        own.relative_gap = gap_;
        if (rest.holds(found_.result.values))
            own.start = rest.to_reduced(found_.result.values);
        else
            own.cutoff = cutoff;
        own.on_progress = [this, cutoff](const Progress& each) {
            if (options_.on_progress)
                options_.on_progress({"exact search", watch_.seconds(), std::min(each.cost, found_.result.objective),
                                      std::max(bound(), std::min(each.bound, cutoff)), each.nodes});
        };
        Result made = make_solver("cbc")->solve(rest.program(), own);
        const double claimed = made.outcome == Outcome::infeasible ? infinity : made.bound;
        if (made.has_solution()) {
            made.values = rest.to_original(made.values);
            made.objective = program_.objective(made.values);
        }
        // What was fixed away costs at least the cutoff.
        tree_bound_ = std::max(tree_bound_, std::min(cutoff, claimed));
        if (made.limit != Limit::none) found_.result.limit = made.limit;
        take(std::move(made));
    }

    void say(const std::string& words) {
        if (!found_.result.detail.empty()) found_.result.detail += "; ";
        found_.result.detail += words;
    }

    Decomposed finish() {
        Result& result = found_.result;
        if (result.has_solution()) result.values = round_integers(program_, result.values);
        result.bound = std::min(bound(), result.objective);
        result.seconds = watch_.seconds();
        found_.pricing.bound = std::min(found_.pricing.bound, result.has_solution() ? result.objective : infinity);
        found_.pricing.block_columns = blocks_.block_columns();
        if (watch_.expired()) result.limit = watch_.reason();
        if (found_.pricing.bound == infinity) {
            result.outcome = Outcome::infeasible;
        } else if (!result.has_solution()) {
            result.outcome = Outcome::no_solution_found;
            if (result.limit == Limit::none) result.limit = Limit::error;
        } else {
            result.outcome = reached(gap_) ? Outcome::optimal : Outcome::feasible;
            if (reached(gap_)) result.limit = Limit::none;
        }
        return std::move(found_);
    }

    static constexpr std::size_t smallest_neighbourhood = 10;  ///< blocks that are given a choice
    static constexpr long nodes_nearby = 200;

    const Options& options_;
    Watch watch_;
    PricedBlocks blocks_;
    const Program& program_;
    ColumnMaster master_;
    double gap_;
    double tree_bound_ = -infinity;
    Decomposed found_{};
};

}  // namespace

Decomposed decompose(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                     const Options& options) {
    return Decomposition{program, std::move(oracles), options}.run();
}

}  // namespace indus::solver
