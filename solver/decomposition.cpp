// SPDX-License-Identifier: Apache-2.0
#include "solver/decomposition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "solver/certificate.hpp"
#include "solver/confirm.hpp"
#include "solver/cut_master.hpp"
#include "solver/dive.hpp"
#include "solver/lagrangian_fixing.hpp"
#include "solver/neighbourhood.hpp"
#include "solver/reduced_program.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

/// Gap to which prices are found first, so that a point is there early.
constexpr double first_gap = 1e-3;
/// What a gap of zero means, as to Cbc: sums of this size are known no better.
constexpr double smallest_gap = 1e-9;
/// Share of the gap asked that is left to prices.
constexpr double share_of_prices = 0.4;

class Decomposition {
public:
    Decomposition(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const Options& options)
        : options_{options},
          watch_{options},
          program_{program},
          parts_{program, std::move(oracles)},
          gap_{std::max(options.relative_gap.value_or(1e-4), smallest_gap)} {}

    Decomposed run() {
        for (const double gap : {std::max(gap_, first_gap), gap_}) {
            if (is_done() || !find_prices_within(price_gap(gap))) break;
            if (has_few() && !reached(gap)) strengthen(gap);
            if (!reached(gap)) search(gap);
            if (gap == gap_) break;
        }
        if (!is_done()) search_exactly();
        return finish();
    }

private:
    const PricedBlocks& blocks() const { return parts_.blocks(); }
    ColumnMaster& master() { return parts_.master(); }
    double bound() const { return std::max(found_.pricing.bound, tree_bound_); }
    bool is_done() const { return watch_.expired() || bound() == infinity || reached(gap_); }
    bool reached(double gap) const {
        return relative_gap(found_.result.objective, bound()) <= gap * (1.0 + 1e-9) + 1e-12;
    }

    void tell(std::string_view phase) const {
        if (options_.on_progress)
            options_.on_progress({phase, watch_.seconds(), found_.result.objective, bound(), found_.result.nodes});
    }

    bool has_few() const { return blocks().answering().size() <= few_to_cut; }
    /// Few blocks are priced in no time, and dive to better ends from better prices.
    double price_gap(double gap) const {
        constexpr double widest_of_few = 2.5e-3;
        return std::max(1e-7, share_of_prices * (has_few() ? std::min(gap, widest_of_few) : gap));
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
        Pricing made = find_prices(master(), own);
        if (made.bound >= found_.pricing.bound) {
            found_.pricing.bound = made.bound;
            found_.pricing.multipliers = std::move(made.multipliers);
        }
        found_.pricing.master_cost = std::min(found_.pricing.master_cost, made.master_cost);
        found_.pricing.rounds += made.rounds;
        found_.pricing.answers += made.answers;
        found_.pricing.master_seconds += made.master_seconds;
        found_.pricing.answer_seconds += made.answer_seconds;
        return found_.pricing.bound < infinity && std::isfinite(master().cost()) && made.limit != Limit::interrupted;
    }

    /// Adds the cuts that the master's mix breaks; what was proven so far stays proven.
    bool cut_mix() {
        if (!parts_.cut_mix()) return false;
        found_.pricing.multipliers.resize(static_cast<std::size_t>(parts_.program().row_count()), 0.0);
        found_.pricing.master_cost = infinity;
        return true;
    }

    /// Cuts that the free mix breaks, round by round, as long as they prove noticeably more; whether they did.
    bool strengthen(double gap) {
        constexpr int most_rounds = 20;
        constexpr double noticeable = 0.03;
        const double before_all = bound();
        free_master();
        for (int round = 0; round < most_rounds && !watch_.expired() && !reached(gap); ++round) {
            // A mix that rests on slacks is no point of the program.
            if (!master().solve(limits(), Simplex::primal) || master().uses_slack() || !cut_mix()) break;
            tell("cuts");
            const double before = bound();
            if (!find_prices_within(std::max(1e-7, 0.1 * gap))) break;
            if (bound() - before < noticeable * gap * std::abs(before)) break;
        }
        master().close_box();
        return bound() - before_all > noticeable * gap * std::abs(bound());
    }

    DiveOptions dive_options(double gap) const {
        DiveOptions made;
        made.relative_gap = std::max(1e-6, share_of_prices * gap);
        made.limits = limits();
        return made;
    }

    /// A dive and its neighbourhood, then the neighbourhoods of what would rather change.
    void search(double gap) {
        master().close_box();
        improved_ = infinity;  // a narrower gap looks closer
        // Which dive comes to the best end, nobody knows beforehand.
        struct Way {
            double decided_weight = 0.0, least_share = 0.0;
        };
        for (const Way way : {Way{0.6, 0.34}, Way{0.9, 0.1}, Way{0.5, 0.5}}) {
            if (watch_.expired() || reached(gap)) break;
            Decisions decisions(static_cast<std::size_t>(program_.block_count()));
            free_master();
            DiveOptions own = dive_options(gap);
            own.decided_weight = way.decided_weight;
            own.least_share = way.least_share;
            own.few = blocks().answering().size() / 100;  // those are best decided together, by the rows
            if (!dive(master(), decisions, own)) continue;
            tell("dive");
            search_near_dive(gap);
            if (!reached(gap) && strengthen(gap)) continue;  // another dive, by better prices
            if (opens_all())
                improve(gap);
            else
                improve_blocks(4 * few_blocks, gap);
        }
        improve(gap);
        free_master();
    }

    /// What the dive left open, with what costs least to open; and more of that where the end was no better than the
    /// best point, but near it, or there is none.
    void search_near_dive(double gap) {
        const double best = found_.result.objective;
        Result made = solve_near(master(), {.wishes = master().cheapest_idle(few_blocks)}, search_options(gap));
        const double end = made.objective;
        if (take(std::move(made)) || watch_.expired()) return;
        if (found_.result.has_solution() && end - best > best - bound()) return;
        take(solve_near(master(), {.wishes = master().cheapest_idle(3 * few_blocks)}, search_options(gap)));
    }

    /// All blocks are given a choice in windows.
    bool opens_all() const { return blocks().answering().size() <= many_blocks; }

    /// Neighbourhoods of the best point, wider and wider, as long as it is not the best of them all.
    void improve(double gap) {
        constexpr int widest = 4;
        for (int width = 1; width <= widest && may_improve(gap) && improved_ != found_.result.objective; width *= 2) {
            improve_blocks(static_cast<std::size_t>(width) * few_blocks, gap);
            improve_windows(width, gap);
        }
        improved_ = found_.result.objective;
    }

    void free_master() {
        for (const int block : blocks().answering()) master().narrow(block, {});
        settled_at_ = infinity;
    }

    bool may_improve(double gap) const { return found_.result.has_solution() && !watch_.expired() && !reached(gap); }

    Options search_options(double gap) const {
        Options made = limits();
        made.relative_gap = std::min(share_of_prices * gap, first_gap);
        made.work_limit = std::min(options_.work_limit.value_or(nodes_nearby), nodes_nearby);
        return made;
    }

    /// Blocks that gain most by other decisions are given the choice, as long as that makes the best point cheaper by
    /// a part of the gap that is worth another time.
    void improve_blocks(std::size_t count, double gap) {
        constexpr double worthwhile = 0.05;
        while (may_improve(gap) && settle(gap)) {
            const double before = found_.result.objective;
            Neighbourhood open;
            for (std::size_t k = 0; k < std::min(count, gains_.size()); ++k) open.wishes.push_back(gains_[k].point);
            take(solve_near(master(), open, search_options(gap)));
            if (before - found_.result.objective <= worthwhile * gap * std::abs(before)) break;
        }
    }

    /// Blocks that would gain are open in windows of some steps, one after the other.
    void improve_windows(int width, double gap) {
        int steps = 0;
        for (int j = 0; j < program_.column_count(); ++j)
            if (program_.is_integer(j)) steps = std::max(steps, program_.column_position(j) + 1);
        const int length = std::max(1, width * steps / windows);
        for (int from = 0; from < steps && (from == 0 || from + length / 2 < steps); from += std::max(1, length / 2)) {
            if (!may_improve(gap) || !settle(gap)) return;
            Neighbourhood open{.from = from, .to = from + length};
            if (blocks().answering().size() <= many_blocks) open.blocks = blocks().answering();
            for (std::size_t k = 0; k < std::min(many_blocks, gains_.size()) && open.blocks.size() < many_blocks; ++k)
                open.blocks.push_back(gains_[k].point.block);
            take(solve_near(master(), open, search_options(gap)));
        }
    }

    /// The master at the decisions of the best point, and what blocks would gain by others at its prices.
    bool settle(double gap) {
        if (settled_at_ == found_.result.objective) return true;
        tell("neighbourhoods");
        Decisions decisions(static_cast<std::size_t>(program_.block_count()));
        std::vector<BlockPoint> own;
        for (const int block : blocks().answering()) {
            own.push_back(blocks().point_of(block, std::span<const double>{found_.result.values}));
            decisions[static_cast<std::size_t>(block)] = blocks().decisions_at(own.back());
        }
        master().add_points(std::move(own));
        for (const int block : blocks().answering()) master().narrow(block, decisions[static_cast<std::size_t>(block)]);
        if (!follow_prices(master(), decisions, dive_options(gap))) return false;
        settled_at_ = found_.result.objective;
        find_gains(decisions);
        return true;
    }

    /// Sorted, the largest first.
    void find_gains(const Decisions& decisions) {
        std::vector<double> y = master().prices();
        blocks().make_usable(y);
        const std::vector<OracleAnswer> held = blocks().ask(y, decisions);
        std::vector<OracleAnswer> free = blocks().ask(y);
        gains_.clear();
        for (std::size_t n = 0; n < free.size(); ++n) {
            const double gain = held[n].cost - free[n].cost;
            if (free[n].cost < infinity && gain > 1e-9 * (1.0 + std::abs(free[n].cost)))
                gains_.push_back({gain, blocks().point_of(blocks().answering()[n], std::move(free[n]))});
        }
        std::stable_sort(gains_.begin(), gains_.end(),
                         [](const Gain& left, const Gain& right) { return left.gain > right.gain; });
    }

    /// Keeps a cheaper point that holds in the whole program.
    bool take(Result&& made) {
        found_.result.nodes += made.nodes;
        found_.result.iterations += made.iterations;
        const double noticeable = 1e-9 * std::max(1.0, std::abs(made.objective));
        if (!made.has_solution() || made.objective >= found_.result.objective - noticeable) return false;
        if (!check_feasibility(program_, made.values).within_tolerance) return false;
        found_.result.objective = made.objective;
        found_.result.values = std::move(made.values);
        tell("neighbourhoods");
        return true;
    }

    /// All that may still be cheaper by more than the gap allows; all there is, where no point was found yet.
    void search_exactly() {
        const double cost = found_.result.objective;
        const double cutoff =
            found_.result.has_solution() ? cost - 0.999 * gap_ * std::max(1.0, std::abs(cost)) : infinity;
        tell("fixing");
        const ReducedProgram rest = what_may_be_below(cutoff);
        if (rest.is_infeasible()) {
            tree_bound_ = std::max(tree_bound_, cutoff);
            return;
        }
        say(fmt::format("after fixing by the blocks' answers: {} columns, {} of them integer, {} rows",
                        rest.program().column_count(), rest.program().integer_count(), rest.program().row_count()));
        Options own = limits();
        own.work_limit = options_.work_limit;
        own.relative_gap = gap_;
        if (found_.result.has_solution() && rest.holds(found_.result.values))
            own.start = rest.to_reduced(found_.result.values);
        else if (found_.result.has_solution())
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

    ReducedProgram what_may_be_below(double cutoff) const {
        if (cutoff < infinity) return fix_by_answers(blocks(), found_.pricing.multipliers, cutoff, limits());
        return {parts_.program(),
                {program_.lower().begin(), program_.lower().end()},
                {program_.upper().begin(), program_.upper().end()}};
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
        found_.pricing.block_columns = blocks().block_columns();
        keep_cuts_with_a_price();
        if (watch_.expired()) result.limit = watch_.reason();
        if (found_.pricing.bound == infinity || bound() == infinity) {
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

    /// Cuts without a price prove nothing.
    void keep_cuts_with_a_price() {
        std::vector<double>& multipliers = found_.pricing.multipliers;
        const auto rows = static_cast<std::size_t>(program_.row_count());
        for (std::size_t k = 0; k < parts_.cuts().size() && rows + k < multipliers.size(); ++k) {
            const double price = multipliers[rows + k];
            if (price == 0.0) continue;
            multipliers[rows + found_.cuts.size()] = price;
            found_.cuts.push_back(parts_.cuts()[k]);
        }
        if (multipliers.size() > rows) multipliers.resize(rows + found_.cuts.size());
    }

    struct Gain {
        double gain = 0.0;
        BlockPoint point{};  ///< by which it would be made
    };

    static constexpr std::size_t few_blocks = 10;   ///< that are given a choice of a whole schedule
    static constexpr std::size_t many_blocks = 80;  ///< that are given a choice in a window
    static constexpr std::size_t few_to_cut = 200;  ///< whose hulls alone leave a gap, as a rule
    static constexpr int windows = 8;               ///< narrowest, half of one over the next
    static constexpr long nodes_nearby = 50;

    const Options& options_;
    Watch watch_;
    const Program& program_;
    CutMaster parts_;
    double gap_;
    double tree_bound_ = -infinity;
    double settled_at_ = infinity;  ///< cost of the point at whose decisions the master stands
    double improved_ = infinity;    ///< cost of the point whose neighbourhoods are all known
    std::vector<Gain> gains_{};
    Decomposed found_{};
};

}  // namespace

Decomposed decompose(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                     const Options& options) {
    return Decomposition{program, std::move(oracles), options}.run();
}

}  // namespace indus::solver
