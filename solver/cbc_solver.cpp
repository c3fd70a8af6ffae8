// SPDX-License-Identifier: Apache-2.0
#include "solver/cbc_solver.hpp"

#include <CbcConfig.h>
#include <fmt/format.h>

#include <CbcModel.hpp>
#include <CoinError.hpp>
#include <algorithm>

#include "solver/cbc_driver.hpp"
#include "solver/cbc_root.hpp"
#include "solver/cbc_strategy.hpp"
#include "solver/clp_solver.hpp"
#include "solver/confirm.hpp"
#include "solver/separable.hpp"

namespace indus::solver {

namespace {

/// Cbc's secondary status codes that matter here, as documented with CbcModel::secondaryStatus.
constexpr int stopped_on_gap = 2;
constexpr int stopped_on_nodes = 3;

/// What "optimal" means when no gap is asked for: the resolution of Cbc's own cutoff.
constexpr double smallest_gap = 1e-9;

/// One search from start to finish.
class CbcSearch {
public:
    CbcSearch(const Program& program, const Options& options, const CbcSettings& settings)
        : program_{program}, options_{options}, settings_{settings}, watch_{options}, log_{options.on_log} {
        state_.watch = &watch_;
        state_.options = &options_;
        asked_gap_ = std::max(0.0, options.relative_gap.value_or(0.0));
        state_.gap = std::max(asked_gap_, smallest_gap);
        state_.good_enough = settings.good_enough;
        state_.by_driver = program.nonzero_count() <= settings.driver_nonzeros;
    }

    Result run() {
        take_start();
        CbcRoot root{program_, settings_, log_, state_};
        const RootOutcome relaxed = root.solve_relaxation();
        result_.iterations = root.iterations();
        result_.relaxation_duals = root.duals();
        if (relaxed == RootOutcome::solved) {
            state_.bound = root.relaxation_cost();
            state_.report(true);
            if (!state_.within_gap()) search(root);
        } else {
            without_search(relaxed);
        }
        return finish();
    }

private:
    void say(const std::string& words) {
        if (!result_.detail.empty()) result_.detail += "; ";
        result_.detail += words;
    }

    void take_start() {
        if (!options_.start) return;
        const Feasibility checked = check_feasibility(program_, *options_.start);
        if (!checked.within_tolerance) {
            say(fmt::format("start ignored: row '{}' violated by {}, column '{}' by {}", checked.worst_row,
                            checked.row_violation, checked.worst_column,
                            std::max(checked.bound_violation, checked.integrality_violation)));
            return;
        }
        keep(round_integers(program_, *options_.start));
    }

    void keep(std::vector<double> values) {
        result_.objective = program_.objective(values);
        result_.values = std::move(values);
        state_.known_cost = result_.objective;
    }

    /// Cost below which points are of interest: the cutoff asked for, or the start's cost when it is cheaper.
    double cutoff() const { return std::min(options_.cutoff.value_or(infinity), state_.known_cost); }

    void without_search(RootOutcome relaxed) {
        if (relaxed == RootOutcome::infeasible && result_.has_solution()) {
            say("Cbc calls the linear relaxation infeasible although the start is feasible: the start is returned");
        } else if (relaxed == RootOutcome::infeasible) {
            exhausted_ = true;
        }
        if (relaxed == RootOutcome::unbounded) unbounded_ = true;
        if (relaxed == RootOutcome::stopped && !watch_.expired()) result_.limit = Limit::error;
    }

    void configure(CbcModel& model, const CbcRoot& root) {
        model.passInMessageHandler(&log_);
        model.setLogLevel(log_.logLevel());
        model.messagesPointer()->setDetailMessages(3, 3000, static_cast<int*>(nullptr));
        if (!state_.by_driver) apply_strategy(model, settings_, state_);
        SearchEvents events{state_};
        model.passInEventHandler(&events);
        model.setUseElapsedTime(true);
        model.setCutoffIncrement(smallest_gap * std::max(1.0, std::abs(state_.bound)));
        model.setAllowableGap(0.0);
        model.setAllowableFractionGap(fraction());
        if (options_.work_limit) {
            const long nodes = std::max(*options_.work_limit, settings_.nodes_to_a_point);
            if (nodes > *options_.work_limit) state_.nodes_with_point = *options_.work_limit;
            model.setMaximumNodes(static_cast<int>(std::clamp<long>(nodes, 0, 2'000'000'000)));
        }
        if (result_.has_solution() && !state_.by_driver) {
            const std::vector<double> start = root.to_presolved(result_.values);
            model.setBestSolution(start.data(), static_cast<int>(start.size()), result_.objective, true);
        }
        if (cutoff() < infinity && cutoff() <= model.getCutoff()) model.setCutoff(cutoff());
    }

    /// Cbc relates the gap to the larger of |cost| and |bound|. For negative costs that is the bound, and the fraction
    /// must shrink so that our gap, relative to the cost, still holds.
    double fraction() const { return state_.bound >= 0.0 ? asked_gap_ : asked_gap_ / (1.0 + asked_gap_); }

    /// Cbc's driver sometimes brings back another point than the one whose cost it claims, or none: what it says is
    /// then worth nothing, and the plain search does the work.
    void search(CbcRoot& root) {
        search_once(root);
        if (!state_.by_driver || watch_.expired() || result_.limit != Limit::none) return;
        const double tolerance = 1e-7 * std::max(1.0, std::abs(result_.objective));
        const bool lost_point = dropped_ || (result_.has_solution() && claimed_cost_ < result_.objective - tolerance);
        if (!lost_point && !(exhausted_ && !result_.has_solution())) return;
        say("searched again without Cbc's driver");
        state_.by_driver = state_.gap_reached = state_.nodes_used = exhausted_ = dropped_ = false;
        state_.bound = root.relaxation_cost();
        search_once(root);
    }

    void search_once(CbcRoot& root) {
        CbcModel model(root.solver());
        state_.model = &model;
        configure(model, root);
        try {
            if (state_.by_driver)
                run_driver(model, state_);
            else
                model.branchAndBound();
        } catch (const CoinError& error) {
            say(fmt::format("Cbc failed in {}: {}", error.methodName(), error.message()));
            result_.limit = Limit::error;
        }
        result_.nodes += model.getNodeCount();
        result_.iterations += model.getIterationCount();
        take_bound(model);
        state_.model = nullptr;
        claimed_cost_ = model.getObjValue();
        if (model.bestSolution() != nullptr) take_solution(root, model);
    }

    void take_bound(const CbcModel& model) {
        if (state_.nodes_used) result_.limit = Limit::work;
        if (watch_.expired() || state_.gap_reached || state_.nodes_used || result_.limit == Limit::error) return;
        if (model.status() == 0 && model.secondaryStatus() != stopped_on_gap) {
            exhausted_ = true;
            return;
        }
        state_.bound = std::max(state_.bound, model.getBestPossibleObjValue());
        if (model.status() == 1 && model.secondaryStatus() == stopped_on_nodes) result_.limit = Limit::work;
    }

    void take_solution(CbcRoot& root, const CbcModel& model) {
        const auto columns = static_cast<std::size_t>(model.getNumCols());
        const std::vector<double> claimed = root.to_original({model.bestSolution(), columns});
        Options limits;
        limits.time_limit_seconds = std::max(1.0, std::min(watch_.remaining(), 3600.0));
        std::optional<std::vector<double>> point = confirm(program_, claimed, limits);
        if (!point) {
            say(fmt::format("Cbc's solution of cost {} dropped: it fails the check against the program",
                            model.getObjValue()));
            dropped_ = true;
        } else if (program_.objective(*point) < result_.objective) {
            keep(std::move(*point));
        }
    }

    /// An exhausted tree proves what its pruning allowed for, and nothing beyond a cutoff that was asked for.
    double exhausted_bound() const {
        if (dropped_) return state_.bound;
        const double asked = options_.cutoff.value_or(infinity);
        if (!result_.has_solution()) return asked;
        const double allowance = asked_gap_ * std::max(std::abs(result_.objective), 1.0);
        const double found = std::min(claimed_cost_, result_.objective);
        const double pruned_at = asked_gap_ > 0.0 ? std::min(state_.final_cutoff, found) : found;
        const double tree = std::max(state_.bound, std::max(found - allowance, pruned_at));
        return std::min(tree, std::max(asked, state_.bound));
    }

    Result finish() {
        result_.bound = exhausted_ ? exhausted_bound() : state_.bound;
        result_.bound = std::min(result_.bound, result_.objective);
        result_.seconds = watch_.seconds();
        if (result_.limit == Limit::none && watch_.expired() && !exhausted_) result_.limit = watch_.reason();
        result_.outcome = outcome();
        if (relative_gap(result_.objective, result_.bound) <= state_.gap * (1.0 + 1e-9) + 1e-12)
            result_.limit = Limit::none;
        say(fmt::format("Cbc: {} after {} nodes", to_string(result_.outcome), result_.nodes));
        return std::move(result_);
    }

    Outcome outcome() const {
        if (result_.has_solution()) {
            const bool proven = relative_gap(result_.objective, result_.bound) <= state_.gap * (1.0 + 1e-9) + 1e-12;
            return proven ? Outcome::optimal : Outcome::feasible;
        }
        if (unbounded_) return Outcome::infeasible_or_unbounded;
        const bool proven_empty = exhausted_ && !dropped_ && !options_.cutoff;
        return proven_empty ? Outcome::infeasible : Outcome::no_solution_found;
    }

    const Program& program_;
    const Options& options_;
    const CbcSettings& settings_;
    Watch watch_;
    LogRelay log_;
    SearchState state_{};
    Result result_{};
    double asked_gap_ = 0.0;
    bool exhausted_ = false;
    bool unbounded_ = false;
    bool dropped_ = false;
    double claimed_cost_ = infinity;  ///< of the last search, by Cbc's word
};

class CbcSolver : public Solver {
public:
    explicit CbcSolver(const CbcSettings& settings) : settings_{settings} {}
    std::string_view name() const override { return settings_.knapsacks ? "cbc" : "plain_cbc"; }
    bool solves_integer_programs() const override { return true; }

    Result solve(const Program& program, const Options& options) override {
        if (program.nonzero_count() == 0) return solve_separable(program);
        if (program.integer_count() == 0) return make_clp_solver()->solve(program, options);
        return CbcSearch{program, options, settings_}.run();
    }

private:
    CbcSettings settings_;
};

}  // namespace

std::string cbc_version() { return "Cbc " CBC_VERSION; }

std::unique_ptr<Solver> make_cbc_solver() { return make_cbc_solver(CbcSettings{}); }
std::unique_ptr<Solver> make_cbc_solver(const CbcSettings& settings) { return std::make_unique<CbcSolver>(settings); }

}  // namespace indus::solver
