// SPDX-License-Identifier: Apache-2.0
#include "model/studies/search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/answers/block_oracles.hpp"
#include "model/studies/direct_search.hpp"
#include "model/studies/rolling_search.hpp"
#include "solver/block_by_block.hpp"
#include "solver/blocks.hpp"
#include "solver/decomposition.hpp"
#include "solver/watch.hpp"

namespace indus::model {

namespace {

/// Blocks with integers, by how they answer to prices.
struct AnswerCount {
    int exact = 0;
    int by_rows = 0;
    double share_of_others = 0.0;  ///< of the program's columns: in blocks without integers
};

AnswerCount count_answers(const solver::Program& program, const Oracles& oracles) {
    const std::vector<char> decides = solver::deciding_blocks(program);
    AnswerCount made;
    for (std::size_t b = 0; b < oracles.size(); ++b)
        if (decides[b] != 0) ++(oracles[b] ? made.exact : made.by_rows);
    int others = 0;
    for (int j = 0; j < program.column_count(); ++j)
        others += decides[static_cast<std::size_t>(program.block_of_column(j).index)] == 0 ? 1 : 0;
    made.share_of_others = others / std::max(1.0, static_cast<double>(program.column_count()));
    return made;
}

/// Few units are searched at once sooner than priced one by one, and rivers and lines make the program that finds the
/// prices as hard as the whole.
bool are_mostly_exact(const AnswerCount& count) {
    constexpr int fewest_units = 10;
    constexpr double most_others = 0.25;
    return count.exact >= fewest_units && 10 * count.by_rows <= count.exact && count.share_of_others <= most_others;
}

/// Many blocks that are answered by their rows, and little besides: processes in a zone.
bool are_many_by_rows(const AnswerCount& count) {
    constexpr int fewest = 10;
    constexpr double most_others = 0.25;
    return count.by_rows >= fewest && 4 * count.by_rows >= count.exact && count.share_of_others <= most_others;
}

/// To prove the last digits takes a tree in any case; the first, of a program that is small.
bool is_worth_decomposing(const AnswerCount& count, const solver::Program& program, const Oracles& oracles,
                          const solver::Options& options) {
    constexpr double smallest_gap = 1e-5;
    constexpr double smallest_gap_by_rows = 2e-3;
    const double gap = options.relative_gap.value_or(0.0);
    return (are_mostly_exact(count) && gap >= smallest_gap) ||
           (are_many_by_rows(count) && gap >= smallest_gap_by_rows && are_searched_too_long(program, oracles));
}

SearchResult search_by_prices(const solver::Program& program, const solver::Options& options, Oracles oracles,
                              const solver::KnownPoint& known = {}) {
    SearchResult found;
    solver::Decomposed made = solver::decompose(program, std::move(oracles), options, known);
    found.result = std::move(made.result);
    found.multipliers = std::move(made.pricing.multipliers);
    found.cuts = std::move(made.cuts);
    found.lagrangian_bound = made.pricing.bound;
    found.tree_bound = found.result.bound;
    found.method = "decompose";
    return found;
}

/// What a reader should know of the guide, a sentence that goes on after another; empty where it is as it should be.
std::string about_guide(const solver::Rolled& made) {
    if (!made.has_guide)
        return " The coarse program was not solved in time: no window knows more than the days it looks at.";
    if (made.guide_rows_loosened > 0)
        return fmt::format(
            " The coarse program cannot hold {} of its rules, as steps taken together are not free to differ: there it "
            "gave way.",
            made.guide_rows_loosened);
    return {};
}

SearchResult search_by_windows(const Formulation& formulation, const solver::Options& options, const Oracles& oracles,
                               const solver::RollingOptions& rolling) {
    const solver::Program& program = formulation.program();
    solver::Rolled made = solver::roll(program, oracles, rolling, options);
    SearchResult found;
    found.result = std::move(made.result);
    found.dispatch_duals = std::move(made.duals);
    if (found.result.has_solution()) {
        found.multipliers = std::move(found.result.relaxation_duals);
        // Blocks answer for their own rows: their prices prove nothing more.
        for (int i = 0; i < program.row_count(); ++i)
            if (!program.is_linking(i)) found.multipliers[static_cast<std::size_t>(i)] = 0.0;
        found.lagrangian_bound = found.result.bound;
    }
    found.method = "rolling";
    found.reason = about_guide(made);
    if (made.lost) {
        const Horizon& horizon = formulation.horizon();
        found.result.detail = fmt::format(
            "Window by window, no schedule was found for {} to {}: what was decided before leaves none, or there is "
            "none. "
            "A run of these days alone tells which rules would have to give way.",
            to_string(horizon.start(made.lost->first)), to_string(horizon.end(made.lost->last - 1)));
    }
    return found;
}

/// Windows first: their point and prices prove the gap, or are where the search by prices goes on from.
SearchResult search_by_windows_and_prices(const Formulation& formulation, const solver::Options& options,
                                          Oracles oracles) {
    const solver::Watch watch{options};
    solver::RollingOptions rolling = short_windows(formulation.horizon(), 1);
    rolling.searches_again = false;
    SearchResult first = search_by_windows(formulation, options, oracles, rolling);
    first.method = "decompose";
    first.dispatch_duals.clear();
    first.result.detail.clear();
    const solver::Result& rolled = first.result;
    if (rolled.outcome == solver::Outcome::optimal || watch.expired()) return first;
    solver::KnownPoint known;
    if (rolled.has_solution()) known = {rolled.values, first.multipliers};
    solver::Options rest = options;
    if (watch.has_time_limit()) rest.time_limit_seconds = watch.remaining();
    SearchResult found = search_by_prices(formulation.program(), rest, std::move(oracles), known);
    found.result.nodes += rolled.nodes;
    found.result.iterations += rolled.iterations;
    found.result.seconds = watch.seconds();
    return found;
}

SearchResult search_blocks_at_once(const solver::Program& program, const solver::Options& options, Oracles oracles) {
    const solver::Watch watch{options};
    SearchResult found = taken_from(solver::search_block_by_block(program, std::move(oracles), options), watch);
    found.lagrangian_bound = found.result.bound;
    found.method = "decompose";
    return is_settled(found, options, watch) ? found : go_on_directly(program, options, watch, std::move(found));
}

/// All steps at once; where few units with exact answers weigh much, in windows, in which they decide by a dive.
SearchResult search_block_by_block(const Formulation& formulation, const solver::Options& options, Oracles oracles,
                                   const AnswerCount& count) {
    constexpr int few_exact = 10;
    if (count.exact >= few_exact || !has_several_windows(formulation.horizon()))
        return search_blocks_at_once(formulation.program(), options, std::move(oracles));
    solver::RollingOptions rolling = short_windows(formulation.horizon(), 1);
    rolling.groups = days_and_bands(formulation.horizon());
    rolling.searches_again = false;
    return search_by_windows(formulation, options, oracles, rolling);
}

SearchResult roll(const Formulation& formulation, const solver::Options& options, const Oracles& oracles,
                  const AnswerCount& count, solver::WindowMemory* memory, bool is_auto) {
    solver::RollingOptions rolling =
        are_mostly_exact(count) ? short_windows(formulation.horizon(), 2) : rolling_options(formulation);
    rolling.memory = memory;
    SearchResult found = search_by_windows(formulation, options, oracles, rolling);
    const std::string why =
        is_auto ? fmt::format(
                      "{} steps are too many to search at once: windows of time are decided one after the "
                      "other, guided by a coarse program of all of them, and bounded as a whole.",
                      formulation.horizon().step_count())
                : "Asked for: windows of time are decided one after the other, and bounded as a whole.";
    found.reason = why + found.reason;
    return found;
}

/// Windows first: they find a point sooner than the whole does at once, and mostly prove it; what they cannot prove,
/// the whole does from their point.
SearchResult roll_first(const Formulation& formulation, const solver::Options& options, const Oracles& oracles,
                        solver::WindowMemory* memory) {
    constexpr double share_of_time = 0.5;
    const solver::Watch watch{options};
    solver::RollingOptions rolling = rolling_options(formulation);
    rolling.memory = memory;
    rolling.searches_again = false;
    solver::Options limits = options;
    if (watch.has_time_limit()) limits.time_limit_seconds = share_of_time * watch.remaining();
    SearchResult first = search_by_windows(formulation, limits, oracles, rolling);
    first.reason =
        "Windows of time were decided one after the other, which is sooner done than all at once, and "
        "bounded as a whole." +
        first.reason;
    // The whole is dispatched at once: its prices know all steps.
    first.dispatch_duals.clear();
    first.result.detail.clear();
    if (first.result.outcome == solver::Outcome::optimal || watch.expired()) return first;
    solver::Options rest = options;
    if (watch.has_time_limit()) rest.time_limit_seconds = watch.remaining();
    SearchResult found =
        search_directly_from(formulation.program(), rest, oracles, first,
                             {.kept_steps = rolling.kept_steps, .margin_steps = rolling.look_ahead_steps / 2});
    found.reason =
        "Windows of time were decided one after the other. What they left to prove, the whole program took up: " +
        found.reason;
    found.result.seconds = watch.seconds();
    return found;
}

SearchResult decompose(const Formulation& formulation, const solver::Options& options, Oracles oracles,
                       const AnswerCount& count, bool is_auto) {
    if (are_many_by_rows(count)) {
        SearchResult found = search_block_by_block(formulation, options, std::move(oracles), count);
        found.reason = fmt::format("{} loads and units decide for themselves at prices, one after the other.",
                                   count.by_rows + count.exact);
        return found;
    }
    SearchResult found = are_mostly_exact(count) && has_several_windows(formulation.horizon())
                             ? search_by_windows_and_prices(formulation, options, std::move(oracles))
                             : search_by_prices(formulation.program(), options, std::move(oracles));
    found.reason = is_auto ? fmt::format(
                                 "{} units with on/off decisions have an exact answer to prices: each is asked "
                                 "by itself, and prices bring them together.",
                                 count.exact)
                           : "Asked for: every unit answers prices by itself, and prices bring them together.";
    return found;
}

}  // namespace

const std::vector<std::string>& search_methods() {
    static const std::vector<std::string> names{"auto", "direct", "decompose", "rolling"};
    return names;
}

SearchResult search(const Formulation& formulation, const solver::Options& options, const std::string& solver,
                    const std::string& method, solver::WindowMemory* memory) {
    const solver::Program& program = formulation.program();
    const bool is_auto = method == "auto";
    const bool is_own = solver == "cbc";
    const bool decides = program.integer_count() > 0;
    const bool may_roll = is_own && (method == "rolling" || (is_auto && is_worth_rolling(formulation)));
    Oracles oracles;
    if (is_own && (may_roll || decides)) oracles = block_oracles(formulation);
    const AnswerCount count = count_answers(program, oracles);
    if (may_roll) return roll(formulation, options, oracles, count, memory, is_auto);
    const bool may_decompose =
        method == "decompose" || (is_auto && is_worth_decomposing(count, program, oracles, options));
    if (is_own && decides && may_decompose) return decompose(formulation, options, std::move(oracles), count, is_auto);
    if (is_own && decides && is_auto && is_worth_rolling_first(formulation))
        return roll_first(formulation, options, oracles, memory);
    return search_directly(program, options, solver, oracles);
}

}  // namespace indus::model
