// SPDX-License-Identifier: Apache-2.0
#include "solver/window_search.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "solver/block_by_block.hpp"
#include "solver/blocks.hpp"
#include "solver/cbc_solver.hpp"
#include "solver/certificate.hpp"
#include "solver/confirm.hpp"
#include "solver/decomposition.hpp"
#include "solver/lp_dive.hpp"
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

/// Numbers for owners of integer columns: those of one owner decide together.
class OwnersOfColumns {
public:
    explicit OwnersOfColumns(const Program& program) : program_{program} {
        std::unordered_map<std::string_view, std::size_t> numbers;
        for (int j = 0; j < program.column_count(); ++j) {
            if (!program.is_integer(j)) continue;
            const auto family = static_cast<std::size_t>(program.family_of_column(j).index);
            if (family >= of_family_.size()) of_family_.resize(family + 1);
            of_family_[family] = numbers.try_emplace(program.column_label(j).owner, numbers.size()).first->second;
        }
        count_ = numbers.size();
    }
    std::size_t count() const { return count_; }
    std::size_t of(int integer_column) const {
        return of_family_[static_cast<std::size_t>(program_.family_of_column(integer_column).index)];
    }

private:
    const Program& program_;
    std::vector<std::size_t> of_family_{};
    std::size_t count_ = 0;
};

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
        Options made = watch_.left();
        made.relative_gap = options_.relative_gap;
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

    /// Whether the relaxation has decided, and the start, where there is one, agrees.
    bool is_decided(int column, std::span<const double> start) const {
        constexpr double whole = 1e-6;
        const auto j = static_cast<std::size_t>(column);
        const double value = relaxation_.values()[j];
        return std::abs(value - std::round(value)) <= whole &&
               (start.empty() || std::round(start[j]) == std::round(value));
    }

    /// With the decisions for which `stays` holds as the relaxation has made them.
    template <typename Stays>
    ReducedProgram with_decisions(const Stays& stays) const {
        std::vector<double> lower(program_.lower().begin(), program_.lower().end());
        std::vector<double> upper(program_.upper().begin(), program_.upper().end());
        for (int j = 0; j < program_.column_count(); ++j) {
            const auto column = static_cast<std::size_t>(j);
            if (program_.is_integer(j) && stays(j))
                lower[column] = upper[column] = std::round(relaxation_.values()[column]) + 0.0;
        }
        return {program_, std::move(lower), std::move(upper)};
    }

    /// A point with the decisions that the relaxation has made.
    Result near() {
        Result found;
        if (options_.start) {
            found.values = *options_.start;
            found.objective = program_.objective(found.values);
        }
        if (found.objective > good_enough()) dive(found);
        if (near_.better && found.has_solution()) better(found);
        if (found.objective <= good_enough() || watch_.expired()) return found;
        tell(found);
        return search_around(std::move(found), cbc_settings(), limited_search());
    }

    /// By turns what else betters the point, and short searches around it, as long as both gain a tenth of the gap.
    void better(Result& found) {
        constexpr double worthwhile = 0.1;
        constexpr int short_cut_passes = 3;
        CbcSettings briefly = cbc_settings();
        briefly.root_cut_passes = short_cut_passes;
        double before = infinity;
        while (found.objective > good_enough() && !watch_.expired() &&
               before - found.objective > worthwhile * (good_enough() - found_.bound)) {
            before = found.objective;
            tell(found);
            near_.better(found.values, good_enough());
            found.objective = program_.objective(found.values);
            if (found.objective <= good_enough() || watch_.expired()) return;
            tell(found);
            Options limits = limited_search();
            limits.work_limit = 1;
            found = search_around(std::move(found), briefly, limits);
        }
    }

    CbcSettings cbc_settings() const {
        return {.good_enough = good_enough(), .nodes_to_a_point = near_.or_everywhere ? nodes_to_a_point : 0};
    }

    void tell(const Result& found) const {
        if (options_.on_progress)
            options_.on_progress({"search", watch_.seconds(), found.objective, found_.bound, found.nodes});
    }

    /// A cheaper point than is found, by a dive among all decisions of owners of which the relaxation has left one
    /// open.
    void dive(Result& found) {
        const OwnersOfColumns owners{program_};
        std::vector<char> is_open(owners.count(), 0);
        for (int j = 0; j < program_.column_count(); ++j)
            if (program_.is_integer(j) && !is_decided(j, {})) is_open[owners.of(j)] = 1;
        const ReducedProgram reduced = with_decisions([&](int j) { return is_open[owners.of(j)] == 0; });
        if (reduced.is_infeasible()) return;
        LpSession session{reduced.program()};
        session.perturb();
        const LpEnd end = session.solve(limited());
        found.iterations += end.iterations;
        if (end.outcome != Outcome::optimal) return;
        std::vector<int> families;
        for (const int column : reduced.columns()) families.push_back(program_.family_of_column(column).index);
        Options limits = limited();
        limits.cutoff = found.objective;
        const LpDive dived = dive_by_rounding_up(session, reduced.program(), families, limits);
        found.iterations += dived.iterations;
        if (!dived.has_point()) return;
        found.objective = dived.cost;
        found.values = reduced.to_original(dived.values);
    }

    /// By Cbc, among what the relaxation has left open, and that in which the point found so far is not of its mind.
    Result search_around(Result known, const CbcSettings& settings, const Options& limits) {
        const ReducedProgram reduced = with_decisions([&](int j) { return is_decided(j, known.values); });
        if (reduced.is_infeasible()) return known;
        const bool decides = reduced.program().integer_count() > 0;
        Options search = decides ? limits : limited();
        if (!known.values.empty()) search.start = reduced.to_reduced(known.values);
        Result found = decides ? make_cbc_solver(settings)->solve(reduced.program(), search)
                               : make_solver("clp")->solve(reduced.program(), search);
        known.iterations = found.iterations += known.iterations;
        known.nodes = found.nodes += known.nodes;
        // Cbc drops a start that is a hair outside its tolerances.
        if (!found.has_solution() || found.objective > known.objective) return known;
        found.values = reduced.to_original(found.values);
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
        if (!point.has_solution()) return false;
        return dispatch(program_, relaxation_, point.values, limited(), found_) || take_as_it_is(point.values);
    }

    /// Where the limits end the dispatch.
    bool take_as_it_is(std::span<const double> values) {
        found_.values.assign(values.begin(), values.end());
        put_on_bounds(program_, found_.values);
        const Feasibility checked = check_feasibility(program_, found_.values);
        if (checked.within_tolerance)
            take_point(program_, checked.objective, found_);
        else
            found_.values.clear();
        return checked.within_tolerance;
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
