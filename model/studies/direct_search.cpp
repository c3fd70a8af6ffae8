// SPDX-License-Identifier: Apache-2.0
#include "model/studies/direct_search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/studies/prices.hpp"
#include "solver/certificate.hpp"
#include "solver/parted_start.hpp"

namespace indus::model {

namespace {

/// Whether the neighbourhood of the relaxation is worth a look before all is searched: smaller programs and smaller
/// gaps are Cbc's.
bool is_searched_near(const solver::Program& program, const solver::Options& options) {
    constexpr std::size_t fewest_nonzeros = 60'000;
    constexpr double smallest_gap = 1e-4;
    return program.nonzero_count() > fewest_nonzeros && options.relative_gap.value_or(0.0) >= smallest_gap;
}

/// Takes what was known before where it is better: the point, the bound with the prices that prove it.
void keep_better(SearchResult& found, const SearchResult& known) {
    solver::Result& result = found.result;
    result.nodes += known.result.nodes;
    result.iterations += known.result.iterations;
    if (known.result.has_solution() && known.result.objective <= result.objective) {
        result.outcome = solver::Outcome::feasible;
        result.objective = known.result.objective;
        result.values = known.result.values;
        found.dispatch_duals.clear();
    }
    if (known.result.bound > result.bound) {
        result.bound = known.result.bound;
        found.multipliers = known.multipliers;
        found.lagrangian_bound = known.lagrangian_bound;
    }
}

using Better = std::function<void(std::vector<double>& point, double good_enough)>;

SearchResult search_near(const solver::Program& program, const solver::Options& options, const std::vector<int>& part,
                         const SearchResult& known = {}, const Better& better = {}) {
    constexpr long nodes = 100;
    constexpr double share_of_gap = 0.5;  // what the neighbourhood leaves out may take the rest
    const solver::Watch watch{options};
    solver::Options limits = options;
    if (known.result.has_solution()) limits.start = known.result.values;
    limits.work_limit = std::min(nodes, options.work_limit.value_or(nodes));
    SearchResult found = taken_from(
        solver::search_near_relaxation(
            program, limits, {.part = part, .share_of_gap = share_of_gap, .or_everywhere = false, .better = better}),
        watch);
    found.tree_bound = found.result.bound;
    keep_better(found, known);
    found.reason = "The relaxation of the whole program decides nearly everything; what it leaves open was searched.";
    if (is_settled(found, options, watch)) return found;
    found = go_on_directly(program, options, watch, std::move(found));
    found.reason += " The gap that was left, a search of the whole program took up.";
    return found;
}

SearchResult search_inside(const solver::Program& program, const solver::Options& options, const std::string& solver) {
    SearchResult found;
    const bool decides = program.integer_count() > 0;
    found.result = solver::make_solver(decides ? solver : "clp")->solve(program, options);
    found.reason = decides ? "The whole program was given to the mixed-integer search."
                           : "The program has no on/off decisions: one linear program decides it.";
    found.multipliers = decides ? found.result.relaxation_duals : found.result.duals;
    if (decides) found.tree_bound = found.result.bound;
    return found;
}

/// By a program that tells no multipliers of its search: Clp solves the relaxation for them.
SearchResult search_outside(const solver::Program& program, const solver::Options& options, const std::string& solver) {
    SearchResult found;
    const solver::Watch watch{options};
    found.multipliers = solver::make_solver("clp")->solve(relaxed(program), options).duals;
    solver::Options rest = options;
    if (watch.has_time_limit()) rest.time_limit_seconds = std::max(0.0, watch.remaining());
    found.result = solver::make_solver(solver)->solve(program, rest);
    found.tree_bound = found.result.bound;
    found.reason = fmt::format("The whole program was given to {}, another program on the machine ({}).", solver,
                               found.result.detail);
    return found;
}

}  // namespace

SearchResult search_directly(const solver::Program& program, const solver::Options& options, const std::string& solver,
                             const Oracles& oracles) {
    SearchResult found;
    if (solver != "cbc" && solver != "plain_cbc")
        found = search_outside(program, options, solver);
    else if (solver == "cbc" && program.integer_count() > 0 && is_searched_near(program, options))
        found = search_near(program, options, solver::blocks_apart(program, oracles));
    else
        found = search_inside(program, options, solver);
    found.method = "direct";
    if (!found.multipliers.empty()) found.lp_bound = solver::weak_duality_bound(program, found.multipliers);
    return found;
}

SearchResult search_directly_from(const solver::Program& program, const solver::Options& options,
                                  const Oracles& oracles, const SearchResult& known, const solver::Rounds& windows) {
    const solver::Watch watch{options};
    const std::vector<int> part = solver::blocks_apart(program, oracles);
    const solver::Timeline timeline{program};
    solver::WindowAgain spent;
    const Better in_windows = [&](std::vector<double>& point, double good_enough) {
        constexpr long nodes = 50;
        solver::Options limits = options;
        limits.work_limit = std::min(nodes, options.work_limit.value_or(nodes));
        if (watch.has_time_limit()) limits.time_limit_seconds = std::max(0.0, watch.remaining());
        solver::Rounds rounds = windows;
        rounds.good_enough = good_enough;
        const solver::WindowAgain again = solver::search_all_again({program, timeline, part, point}, rounds, limits);
        spent.nodes += again.nodes;
        spent.iterations += again.iterations;
    };
    SearchResult found = search_near(program, options, part, known, in_windows);
    found.result.nodes += spent.nodes;
    found.result.iterations += spent.iterations;
    found.method = "direct";
    if (!found.multipliers.empty()) found.lp_bound = solver::weak_duality_bound(program, found.multipliers);
    return found;
}

SearchResult taken_from(solver::WindowSearch&& made, const solver::Watch& watch) {
    SearchResult found;
    solver::Result& result = found.result;
    result.outcome = made.outcome;
    result.limit = made.limit;
    result.objective = made.cost;
    result.bound = made.bound;
    result.values = std::move(made.values);
    result.nodes = made.nodes;
    result.iterations = made.iterations;
    result.seconds = watch.seconds();
    found.multipliers = std::move(made.relaxation_duals);
    found.dispatch_duals = std::move(made.duals);
    return found;
}

bool is_settled(SearchResult& found, const solver::Options& options, const solver::Watch& watch) {
    if (found.result.outcome == solver::Outcome::infeasible) return true;
    if (watch.expired()) {
        if (found.result.limit == solver::Limit::none) found.result.limit = watch.reason();
        return true;
    }
    const double gap = solver::relative_gap(found.result.objective, found.result.bound);
    if (gap > options.relative_gap.value_or(0.005)) return false;
    found.result.outcome = solver::Outcome::optimal;
    return true;
}

SearchResult go_on_directly(const solver::Program& program, const solver::Options& options, const solver::Watch& watch,
                            SearchResult found) {
    solver::Options rest = options;
    if (watch.has_time_limit()) rest.time_limit_seconds = watch.remaining();
    if (found.result.has_solution()) rest.start = found.result.values;
    solver::Result direct = solver::make_solver("cbc")->solve(program, rest);
    direct.bound = std::max(direct.bound, found.result.bound);
    direct.nodes += found.result.nodes;
    direct.iterations += found.result.iterations;
    direct.seconds = watch.seconds();
    found.tree_bound = direct.bound;
    if (direct.objective < found.result.objective) found.dispatch_duals.clear();
    if (direct.has_solution() || !found.result.has_solution()) {
        found.result = std::move(direct);
    } else {
        found.result.bound = direct.bound;
        found.result.limit = direct.limit;
    }
    return found;
}

}  // namespace indus::model
