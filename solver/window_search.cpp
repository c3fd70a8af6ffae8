// SPDX-License-Identifier: Apache-2.0
#include "solver/window_search.hpp"

#include <algorithm>
#include <cmath>

#include "solver/block_by_block.hpp"
#include "solver/blocks.hpp"
#include "solver/cbc_solver.hpp"
#include "solver/confirm.hpp"
#include "solver/decomposition.hpp"
#include "solver/lp_session.hpp"
#include "solver/parted_start.hpp"
#include "solver/reduced_program.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

void put_on_bounds(const Program& program, std::vector<double>& values) {
    for (std::size_t j = 0; j < values.size(); ++j) {
        if (program.is_integer(static_cast<int>(j))) values[j] = std::round(values[j]) + 0.0;
        values[j] = std::clamp(values[j], program.lower()[j], program.upper()[j]);
    }
}

void take_point(const Program& program, double cost, WindowSearch& found) {
    put_on_bounds(program, found.values);
    found.cost = cost;
    found.outcome = Outcome::feasible;
}

/// A first dispatch with the decisions given must not want for time.
Options patient(Options limits) {
    if (limits.time_limit_seconds) limits.time_limit_seconds = std::max(10.0, *limits.time_limit_seconds);
    return limits;
}

/// The point with everything but its decisions re-optimised, from the basis of the relaxation; false where there is
/// none. Without presolve, as it was tried over a year.
bool dispatch(const Program& program, LpSession& relaxation, std::span<const double> decided, const Options& limits,
              WindowSearch& found) {
    for (int j = 0; j < program.column_count(); ++j) {
        if (!program.is_integer(j)) continue;
        const double value = std::round(decided[static_cast<std::size_t>(j)]) + 0.0;
        relaxation.set_column_bounds(j, value, value);
    }
    const LpEnd end = relaxation.solve(patient(limits));
    found.iterations += end.iterations;
    if (end.outcome != Outcome::optimal) return false;
    found.values.assign(relaxation.values().begin(), relaxation.values().end());
    found.duals.assign(relaxation.duals().begin(), relaxation.duals().end());
    take_point(program, end.objective, found);
    return true;
}

/// The same where units answer: nearly all rows go with their decisions.
bool dispatch_units(const Program& program, std::span<const double> decided, const Options& limits,
                    WindowSearch& found) {
    Result made = make_solver("clp")->solve(fix_integers(program, decided), patient(limits));
    found.iterations += made.iterations;
    if (made.outcome != Outcome::optimal) return false;
    found.values = std::move(made.values);
    found.duals = std::move(made.duals);
    take_point(program, made.objective, found);
    return true;
}

/// Nodes after which a search that has no point gives up.
constexpr long nodes_to_a_point = 200;
constexpr long nodes_to_a_point_everywhere = 1000;

class Searching {
public:
    Searching(const Program& program, const Options& options, const NearRelaxation& near)
        : program_{program}, options_{options}, near_{near}, watch_{options}, relaxation_{program} {}

    WindowSearch run() {
        relaxation_.perturb();
        if (!near_.part.empty()) found_.iterations += start_from_parts(relaxation_, program_, near_.part, limited());
        const LpEnd end = relaxation_.solve(limited());
        found_.iterations += end.iterations;
        if (end.outcome != Outcome::optimal) {
            found_.outcome = end.outcome;
            found_.limit = end.limit;
            return std::move(found_);
        }
        found_.bound = end.objective;
        found_.relaxation_duals.assign(relaxation_.duals().begin(), relaxation_.duals().end());
        if (program_.integer_count() == 0)
            take_relaxation();
        else if (!take(near()) && near_.or_everywhere)
            search_everywhere();
        if (found_.limit == Limit::none && found_.cost == infinity) found_.limit = watch_.reason();
        return std::move(found_);
    }

private:
    Options limited() const {
        Options made;
        made.stop = options_.stop;
        made.relative_gap = options_.relative_gap;
        if (watch_.has_time_limit()) made.time_limit_seconds = std::max(0.1, watch_.remaining());
        return made;
    }
    Options limited_search() const {
        Options made = limited();
        made.work_limit = options_.work_limit;
        if (made.relative_gap) *made.relative_gap *= near_.share_of_gap;
        if (options_.on_progress)
            made.on_progress = [this](Progress now) {
                now.seconds = watch_.seconds();
                now.bound = found_.bound;  // the search's own holds near the relaxation only
                options_.on_progress(now);
            };
        return made;
    }

    /// A point with the decisions that the relaxation has made.
    Result near() const {
        constexpr double whole = 1e-6;
        std::vector<double> lower(program_.lower().begin(), program_.lower().end());
        std::vector<double> upper(program_.upper().begin(), program_.upper().end());
        for (std::size_t j = 0; j < lower.size(); ++j) {
            const double value = relaxation_.values()[j];
            if (program_.is_integer(static_cast<int>(j)) && std::abs(value - std::round(value)) <= whole)
                lower[j] = upper[j] = std::round(value) + 0.0;
        }
        const ReducedProgram reduced{program_, std::move(lower), std::move(upper)};
        if (reduced.is_infeasible()) return {};
        const bool decides = reduced.program().integer_count() > 0;
        const CbcSettings settings{.good_enough = good_enough(),
                                   .nodes_to_a_point = near_.or_everywhere ? nodes_to_a_point : 0};
        Result found = decides ? make_cbc_solver(settings)->solve(reduced.program(), limited_search())
                               : make_solver("clp")->solve(reduced.program(), limited());
        if (found.has_solution()) found.values = reduced.to_original(found.values);
        return found;
    }

    /// The cost that is within the gap of the relaxation.
    double good_enough() const {
        return found_.bound + options_.relative_gap.value_or(0.0) * std::max(1.0, std::abs(found_.bound));
    }

    void search_everywhere() {
        const Result point =
            make_cbc_solver({.good_enough = good_enough(), .nodes_to_a_point = nodes_to_a_point_everywhere})
                ->solve(program_, limited_search());
        if (point.outcome == Outcome::infeasible) found_.outcome = Outcome::infeasible;
        take(point);
    }

    void take_relaxation() {
        found_.cost = found_.bound;
        found_.values.assign(relaxation_.values().begin(), relaxation_.values().end());
        found_.duals = found_.relaxation_duals;
        put_on_bounds(program_, found_.values);
        found_.outcome = Outcome::feasible;
    }

    bool take(const Result& point) {
        found_.nodes += point.nodes;
        found_.iterations += point.iterations;
        return point.has_solution() && dispatch(program_, relaxation_, point.values, limited(), found_);
    }

    const Program& program_;
    const Options& options_;
    const NearRelaxation& near_;
    Watch watch_;
    LpSession relaxation_;
    WindowSearch found_{};
};

}  // namespace

WindowSearch search_near_relaxation(const Program& program, const Options& options, const NearRelaxation& near) {
    return Searching{program, options, near}.run();
}

WindowSearch search_by_prices(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                              const Options& options) {
    const Watch watch{options};
    const Decomposed made = decompose(program, std::move(oracles), options);
    WindowSearch found;
    found.outcome = made.result.outcome;
    found.limit = made.result.limit;
    found.bound = made.result.bound;
    found.nodes = made.result.nodes;
    found.iterations = made.result.iterations;
    found.relaxation_duals.assign(made.pricing.multipliers.begin(),
                                  made.pricing.multipliers.begin() + program.row_count());
    Options rest{.stop = options.stop};
    if (watch.has_time_limit()) rest.time_limit_seconds = watch.remaining();
    if (!made.result.has_solution() || !dispatch_units(program, made.result.values, rest, found))
        if (found.outcome != Outcome::infeasible) found.outcome = Outcome::no_solution_found;
    return found;
}

WindowSearch search_window(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                           std::span<const int> part, const Options& with_answers, const Options& near_relaxation) {
    const Watch watch{near_relaxation};
    const std::vector<char> decides = deciding_blocks(program);
    int deciding = 0, answering = 0;
    for (std::size_t b = 0; b < oracles.size(); ++b) {
        deciding += decides[b];
        answering += decides[b] != 0 && oracles[b] ? 1 : 0;
    }
    if (std::any_of(oracles.begin(), oracles.end(), [](const auto& each) { return each != nullptr; })) {
        WindowSearch found = 2 * answering > deciding
                                 ? search_by_prices(program, std::move(oracles), with_answers)
                                 : search_block_by_block(program, std::move(oracles), with_answers);
        if (!found.values.empty() || found.outcome == Outcome::infeasible || watch.expired()) return found;
    }
    return search_near_relaxation(program, near_relaxation, {.part = part});
}

}  // namespace indus::solver
