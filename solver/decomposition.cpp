// SPDX-License-Identifier: Apache-2.0
#include "solver/decomposition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "solver/confirm.hpp"
#include "solver/decomposition_state.hpp"
#include "solver/lagrangian_fixing.hpp"
#include "solver/local_search.hpp"
#include "solver/price_side.hpp"
#include "solver/reduced_program.hpp"

namespace indus::solver {

namespace {

/// Gap to which prices are found first, so that a point is there early.
constexpr double first_gap = 1e-3;
/// Gap below which hulls of few blocks prove too little; for a wider one, a dive comes first.
constexpr double first_cut_gap = 2.5e-3;

class Decomposition {
public:
    Decomposition(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const Options& options)
        : s_{program, std::move(oracles), options} {}

    /// Prices to go on from need points in the master.
    void go_on_from(const KnownPoint& known) {
        if (!s_.take({.outcome = Outcome::feasible,
                      .objective = s_.program.objective(known.values),
                      .values = known.values}))
            return;
        std::vector<BlockPoint> own;
        for (const int block : s_.blocks().answering())
            own.push_back(s_.blocks().point_of(block, std::span{known.values}));
        s_.master().add_points(std::move(own));
        s_.found.pricing.multipliers = known.prices;
        knows_point_ = true;
    }

    Decomposed run() {
        for (const double gap : {std::max(s_.gap, first_gap), s_.gap}) {
            if (is_done() || !prices_.find(gap)) break;
            if (s_.has_few() && gap < first_cut_gap && !s_.reached(gap)) prices_.strengthen(gap);
            if (!s_.reached(gap)) search(gap);
            if (gap == s_.gap) break;
        }
        if (!is_done()) search_exactly();
        return finish();
    }

private:
    bool is_done() const { return s_.watch.expired() || s_.bound() == infinity || s_.reached(s_.gap); }

    /// Dives, which are quick and find what no neighbourhood of another point holds; then neighbourhoods of the best.
    void search(double gap) {
        s_.master().close_box();
        points_.look_again();
        if (knows_point_ && (prices_.close_in(gap) || (prices_.strengthen(gap) && s_.reached(gap)))) return;
        for (const Way way : {Way{0.5, 0.5}, Way{0.6, 0.34}, Way{0.9, 0.1}}) {
            if (s_.watch.expired() || s_.reached(gap)) break;
            if (!points_.dive_by(way, gap)) continue;
            if (!prices_.close_in(gap)) prices_.strengthen(gap);
        }
        points_.improve(gap);
        s_.free_master();
    }

    /// All that may still be cheaper by more than the gap allows; all there is, where no point was found yet.
    void search_exactly() {
        const Result& best = s_.found.result;
        const double cost = best.objective;
        const double cutoff = best.has_solution() ? cost - 0.999 * s_.gap * std::max(1.0, std::abs(cost)) : infinity;
        s_.tell("fixing");
        const ReducedProgram rest = what_may_be_below(cutoff);
        if (rest.is_infeasible()) {
            s_.tree_bound = std::max(s_.tree_bound, cutoff);
            return;
        }
        s_.say(fmt::format("after fixing by the blocks' answers: {} columns, {} of them integer, {} rows",
                           rest.program().column_count(), rest.program().integer_count(), rest.program().row_count()));
        Options own = s_.limits();
        own.work_limit = s_.options.work_limit;
        own.relative_gap = s_.gap;
        if (best.has_solution() && rest.holds(best.values))
            own.start = rest.to_reduced(best.values);
        else if (best.has_solution())
            own.cutoff = cutoff;
        own.on_progress = [this, cutoff](const Progress& each) {
            if (s_.options.on_progress)
                s_.options.on_progress({"exact search", s_.watch.seconds(),
                                        std::min(each.cost, s_.found.result.objective),
                                        std::max(s_.bound(), std::min(each.bound, cutoff)), each.nodes});
        };
        Result made = make_solver("cbc")->solve(rest.program(), own);
        const double claimed = made.outcome == Outcome::infeasible ? infinity : made.bound;
        if (made.has_solution()) {
            made.values = rest.to_original(made.values);
            made.objective = s_.program.objective(made.values);
        }
        // What was fixed away costs at least the cutoff.
        s_.tree_bound = std::max(s_.tree_bound, std::min(cutoff, claimed));
        if (made.limit != Limit::none) s_.found.result.limit = made.limit;
        s_.take(std::move(made));
    }

    ReducedProgram what_may_be_below(double cutoff) const {
        if (cutoff < infinity) return fix_by_answers(s_.blocks(), s_.found.pricing.multipliers, cutoff, s_.limits());
        return {s_.parts.program(),
                {s_.program.lower().begin(), s_.program.lower().end()},
                {s_.program.upper().begin(), s_.program.upper().end()}};
    }

    Decomposed finish() {
        Result& result = s_.found.result;
        Pricing& pricing = s_.found.pricing;
        if (result.has_solution()) result.values = round_integers(s_.program, result.values);
        result.bound = std::min(s_.bound(), result.objective);
        result.seconds = s_.watch.seconds();
        pricing.bound = std::min(pricing.bound, result.has_solution() ? result.objective : infinity);
        pricing.block_columns = s_.blocks().block_columns();
        prices_.keep_cuts_with_a_price();
        if (s_.watch.expired()) result.limit = s_.watch.reason();
        if (pricing.bound == infinity || s_.bound() == infinity) {
            result.outcome = Outcome::infeasible;
        } else if (!result.has_solution()) {
            result.outcome = Outcome::no_solution_found;
            if (result.limit == Limit::none) result.limit = Limit::error;
        } else {
            result.outcome = s_.reached(s_.gap) ? Outcome::optimal : Outcome::feasible;
            if (s_.reached(s_.gap)) result.limit = Limit::none;
        }
        return std::move(s_.found);
    }

    DecompositionState s_;
    PriceSide prices_{s_};
    LocalSearch points_{s_};
    bool knows_point_ = false;  ///< from elsewhere
};

}  // namespace

Decomposed decompose(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const Options& options,
                     const KnownPoint& known) {
    Decomposition search{program, std::move(oracles), options};
    if (!known.values.empty()) search.go_on_from(known);
    return search.run();
}

}  // namespace indus::solver
