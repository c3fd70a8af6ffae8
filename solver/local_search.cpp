// SPDX-License-Identifier: Apache-2.0
#include "solver/local_search.hpp"

#include <algorithm>
#include <cmath>

namespace indus::solver {

namespace {

constexpr std::size_t few_blocks = 10;   ///< that are given a choice of a whole schedule
constexpr std::size_t many_blocks = 80;  ///< that are given a choice in a window
constexpr int windows = 8;               ///< narrowest, half of one over the next
constexpr long nodes_nearby = 10;
/// Gap to which a neighbourhood is searched at most.
constexpr double gap_nearby = 1e-3;

int steps_of(const Program& program) {
    int steps = 0;
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j)) steps = std::max(steps, program.column_position(j) + 1);
    return steps;
}

}  // namespace

/// All blocks are given a choice in windows.
bool LocalSearch::opens_all() const { return s_.blocks().answering().size() <= many_blocks; }

Result LocalSearch::solve_near_master(const Neighbourhood& open, double gap) {
    Options own = s_.limits();
    own.relative_gap = std::min(DecompositionState::share_of_prices * gap, gap_nearby);
    own.work_limit = std::min(s_.options.work_limit.value_or(nodes_nearby), nodes_nearby);
    if (s_.found.result.has_solution()) own.cutoff = s_.found.result.objective;
    return solve_near(s_.master(), open, own);
}

bool LocalSearch::dive_by(const Way& way, double gap) {
    Decisions decisions(static_cast<std::size_t>(s_.program.block_count()));
    s_.free_master();
    DiveOptions own = s_.dive_options(gap);
    own.decided_weight = way.decided_weight;
    own.least_share = way.least_share;
    own.few = s_.blocks().answering().size() / 100;  // those are best decided together, by the rows
    // Without a point, some time is kept to make one of where the dive has come to.
    constexpr double share_of_first = 0.6;
    const bool has_point = s_.found.result.has_solution();
    if (!has_point && own.limits.time_limit_seconds) *own.limits.time_limit_seconds *= share_of_first;
    if (!dive(s_.master(), decisions, own))
        return !has_point && !s_.watch.expired() && s_.take(solve_commonest(s_.master(), s_.limits()));
    s_.tell("dive");
    search_near_dive(gap);
    return true;
}

/// What the dive left open, with what costs least to open; and more of that where the end was no better than the
/// best point.
void LocalSearch::search_near_dive(double gap) {
    if (s_.take(solve_near_master({.wishes = s_.master().cheapest_idle(few_blocks)}, gap)) || s_.watch.expired())
        return;
    s_.take(solve_near_master({.wishes = s_.master().cheapest_idle(3 * few_blocks)}, gap));
}

void LocalSearch::improve(double gap) {
    constexpr int widest = 4;
    const double& best = s_.found.result.objective;
    for (int width = 1; width <= widest && s_.may_improve(gap) && improved_ != best; width *= 2) {
        improve_blocks(static_cast<std::size_t>(width) * few_blocks, gap);
        improve_windows(width, gap);
    }
    improved_ = best;
}

/// Blocks that gain most by other decisions are given the choice, as long as that makes the best point cheaper by
/// a part of the gap that is worth another time.
void LocalSearch::improve_blocks(std::size_t count, double gap) {
    constexpr double worthwhile = 0.05;
    while (s_.may_improve(gap) && settle(gap)) {
        const double before = s_.found.result.objective;
        Neighbourhood open;
        for (std::size_t k = 0; k < std::min(count, gains_.size()); ++k) open.wishes.push_back(gains_[k].point);
        s_.take(solve_near_master(open, gap));
        if (before - s_.found.result.objective <= worthwhile * gap * std::abs(before)) break;
    }
}

/// Blocks that would gain are open in windows of some steps, one after the other.
void LocalSearch::improve_windows(int width, double gap) {
    const int steps = steps_of(s_.program);
    const int length = std::max(1, width * steps / windows);
    for (int from = 0; from < steps && (from == 0 || from + length / 2 < steps); from += std::max(1, length / 2)) {
        if (!s_.may_improve(gap) || !settle(gap)) return;
        Neighbourhood open{.from = from, .to = from + length};
        if (opens_all()) open.blocks = s_.blocks().answering();
        for (std::size_t k = 0; k < std::min(many_blocks, gains_.size()) && open.blocks.size() < many_blocks; ++k)
            open.blocks.push_back(gains_[k].point.block);
        s_.take(solve_near_master(open, gap));
    }
}

/// The master at the decisions of the best point, and what blocks would gain by others at its prices.
bool LocalSearch::settle(double gap) {
    if (s_.settled_at == s_.found.result.objective) return true;
    s_.tell("neighbourhoods");
    ColumnMaster& master = s_.master();
    const PricedBlocks& blocks = s_.blocks();
    Decisions decisions(static_cast<std::size_t>(s_.program.block_count()));
    std::vector<BlockPoint> own;
    for (const int block : blocks.answering()) {
        own.push_back(blocks.point_of(block, std::span<const double>{s_.found.result.values}));
        decisions[static_cast<std::size_t>(block)] = blocks.decisions_at(own.back());
    }
    master.add_points(std::move(own));
    for (const int block : blocks.answering()) master.narrow(block, decisions[static_cast<std::size_t>(block)]);
    if (!follow_prices(master, decisions, s_.dive_options(gap))) return false;
    s_.settled_at = s_.found.result.objective;
    find_gains(decisions);
    return true;
}

void LocalSearch::find_gains(const Decisions& decisions) {
    const PricedBlocks& blocks = s_.blocks();
    std::vector<double> y = s_.master().prices();
    blocks.make_usable(y);
    const std::vector<OracleAnswer> held = blocks.ask(y, decisions);
    std::vector<OracleAnswer> free = blocks.ask(y);
    gains_.clear();
    for (std::size_t n = 0; n < free.size(); ++n) {
        const double gain = held[n].cost - free[n].cost;
        if (free[n].cost < infinity && gain > 1e-9 * (1.0 + std::abs(free[n].cost)))
            gains_.push_back({gain, blocks.point_of(blocks.answering()[n], std::move(free[n]))});
    }
    std::stable_sort(gains_.begin(), gains_.end(),
                     [](const Gain& left, const Gain& right) { return left.gain > right.gain; });
}

}  // namespace indus::solver
