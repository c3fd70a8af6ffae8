// SPDX-License-Identifier: Apache-2.0
#include "solver/settle_blocks.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "solver/cbc_solver.hpp"
#include "solver/lp_dive.hpp"
#include "solver/lp_session.hpp"

namespace indus::solver {

namespace {

/// Of the blocks' searches: their share of the gap asked, all together; of one, nodes, seconds and share of what is
/// left of the time.
constexpr double share_of_blocks = 0.5;
constexpr long nodes_of_block = 20;
constexpr double seconds_of_block = 5.0;
constexpr double share_of_time = 0.1;
/// Blocks that are decided at once, each as if the others stayed in their mixes: one of so many, as like ones would all
/// choose the same, and at most four, where the time left does not ask for more.
constexpr std::size_t blocks_per_settled = 32;
constexpr std::size_t most_at_once = 4;
constexpr double share_of_settling = 0.9;
/// Rounds in which the mixes follow them.
constexpr int rounds_of_following = 2;
constexpr int rounds_of_beginning = 30;
/// On the price of what a block does beyond its mix: of the first, which many others can make up for, and the last.
constexpr double first_premium = 0.05;
constexpr double last_premium = 0.35;

}  // namespace

std::size_t blocks_at_once(std::size_t left, std::size_t usual, double seconds_left, double seconds_of_turn) {
    const double turns = std::floor(share_of_settling * seconds_left / seconds_of_turn);
    if (!(turns < static_cast<double>(left))) return usual;
    return std::max(usual, static_cast<std::size_t>(std::ceil(static_cast<double>(left) / std::max(1.0, turns))));
}

Settling::Settling(const PricedBlocks& blocks, const RelaxedBlocks& relaxed, std::span<const double> prices,
                   Options limits)
    : blocks_{blocks},
      relaxed_{relaxed},
      first_prices_{prices},
      limits_{std::move(limits)},
      watch_{limits_},
      master_{blocks},
      decisions_(relaxed.is_relaxed.size()) {}

bool Settling::follow(int rounds) {
    DiveOptions following;
    following.rounds = rounds;
    following.relative_gap = 0.1 * limits_.relative_gap.value_or(0.005);
    following.limits = watch_.left();
    if (!follow_prices(master_, decisions_, following)) return false;
    point_ = master_.values();
    master_.lay_asleep();
    return true;
}

bool Settling::begin(std::vector<BlockPoint>&& points, std::vector<BlockPoint>&& decided) {
    master_.add_points(std::move(points));
    hold(std::move(decided));
    master_.close_box();
    return follow(rounds_of_beginning);
}

/// What these points decide is decided.
void Settling::hold(std::vector<BlockPoint>&& decided) {
    std::vector<int> blocks;
    for (const BlockPoint& each : decided) {
        blocks.push_back(each.block);
        decisions_[static_cast<std::size_t>(each.block)] = blocks_.decisions_at(each);
    }
    master_.add_points(std::move(decided));
    for (const int block : blocks) master_.narrow(block, decisions_[static_cast<std::size_t>(block)]);
}

/// Those with answers of their own first, then by what they give to linking rows, at prices.
std::vector<int> Settling::order() const {
    struct Size {
        bool is_relaxed = false;
        double given = 0.0;
        int block = -1;
    };
    std::vector<Size> sizes;
    for (const int b : blocks_.answering()) {
        if (!decisions_[static_cast<std::size_t>(b)].empty()) continue;
        Size made{relaxed_.is_relaxed[static_cast<std::size_t>(b)] != 0, 0.0, b};
        for (const LpEntry& each : blocks_.activity(blocks_.point_of(b, point_)))
            made.given += std::abs(each.value * first_prices_[static_cast<std::size_t>(each.index)]);
        sizes.push_back(made);
    }
    std::stable_sort(sizes.begin(), sizes.end(), [](const Size& left, const Size& right) {
        return left.is_relaxed != right.is_relaxed ? right.is_relaxed : left.given > right.given;
    });
    std::vector<int> made;
    for (const Size& each : sizes) made.push_back(each.block);
    return made;
}

void Settling::tell(std::size_t decided, std::size_t all) const {
    const std::string phase = fmt::format("blocks {}/{}", decided, all);
    if (limits_.on_progress) limits_.on_progress({.phase = phase, .seconds = watch_.seconds(), .nodes = nodes_});
}

bool Settling::run() {
    const std::vector<int> order = this->order();
    const std::size_t usual = std::clamp<std::size_t>(order.size() / blocks_per_settled, 1, most_at_once);
    double seconds_of_turn = 0.0;
    for (std::size_t k = 0; k < order.size();) {
        const double begin = watch_.seconds();
        const double share = static_cast<double>(k) / static_cast<double>(order.size());
        const std::size_t left = order.size() - k;
        const std::size_t count = blocks_at_once(left, usual, watch_.remaining(), seconds_of_turn);
        const auto some = std::span{order}.subspan(k, std::min(left, count));
        tell(k, order.size());
        if (watch_.expired() || !settle(some, std::lerp(first_premium, last_premium, share * share))) return false;
        seconds_of_turn = std::midpoint(seconds_of_turn, watch_.seconds() - begin);
        k += some.size();
    }
    return true;
}

/// The block's own program at the prices; what it gives to linking rows beyond its mix, or less, costs the premium.
Program Settling::near_mix(int block, std::span<const double> prices, double premium) const {
    const BlockProgram& own = relaxed_.programs[static_cast<std::size_t>(block)];
    Program made = own.program;
    const std::vector<double> costs = blocks_.priced_costs(block, prices);
    std::map<int, std::pair<Expression, double>> sums;  // of what is given to a row, and its value in the mix
    for (std::size_t k = 0; k < own.columns.size(); ++k) {
        made.set_cost({static_cast<int>(k)}, costs[k]);
        for (const LpEntry& each : blocks_.links_of(own.columns[k])) {
            auto& [sum, mixed] = sums[each.index];
            sum.add({static_cast<int>(k)}, each.value);
            mixed += each.value * point_[static_cast<std::size_t>(own.columns[k])];
        }
    }
    double dearest = 0.0;
    for (const auto& [row, both] : sums) dearest = std::max(dearest, std::abs(prices[static_cast<std::size_t>(row)]));
    // Where a price says nothing, the mix is followed all the same.
    const double least = std::max(0.1 * dearest, 1e-6 * std::max(1.0, std::abs(master_.cost())));
    const Family family = made.add_family({"beyond the mix", "", ""});
    const Block all = made.block_of_column(0);
    for (auto& [row, both] : sums) {
        auto& [sum, mixed] = both;
        const double cost = premium * std::max(least, std::abs(prices[static_cast<std::size_t>(row)]));
        for (const double sign : {-1.0, 1.0})
            sum.add(made.add_variable({.cost = cost, .family = family, .position = row, .block = all}), sign);
        made.add_row({std::move(sum), mixed, mixed}, {.family = family, .position = row, .block = all});
    }
    return made;
}

/// By a dive; where that is not good enough, Cbc goes on from its point.
Result Settling::decide(const Program& block) const {
    LpSession relaxation{block};
    relaxation.perturb();
    const LpEnd end = relaxation.solve(watch_.left());
    Result found;
    found.outcome = end.outcome;
    if (end.outcome != Outcome::optimal) return found;
    std::vector<int> families;
    for (int j = 0; j < block.column_count(); ++j) families.push_back(block.family_of_column(j).index);
    LpDive dived = dive_by_rounding_up(relaxation, block, families, watch_.left());
    found.objective = dived.cost;
    found.values = std::move(dived.values);
    const double worthwhile = share_of_blocks * limits_.relative_gap.value_or(0.005) *
                              std::max(1.0, std::abs(master_.cost())) / static_cast<double>(blocks_.answering().size());
    if (found.objective <= end.objective + worthwhile) return found;
    Options limits = watch_.left();
    limits.relative_gap = worthwhile / std::max(1.0, std::abs(end.objective));
    limits.time_limit_seconds =
        std::min(seconds_of_block, share_of_time * limits.time_limit_seconds.value_or(infinity));
    limits.work_limit = nodes_of_block;
    if (found.has_solution()) limits.start = found.values;
    // Cbc's driver would make other threads wait.
    Result better = make_cbc_solver({.driver_nonzeros = 0})->solve(block, limits);
    found.nodes = better.nodes;
    return better.objective < found.objective ? better : found;
}

bool Settling::settle(std::span<const int> some, double premium) {
    const std::vector<double> prices = master_.prices();
    std::vector<Result> found(some.size());
    tbb::parallel_for(
        std::size_t{0}, some.size(), [&](std::size_t n) { found[n] = decide(near_mix(some[n], prices, premium)); },
        tbb::simple_partitioner{});
    std::vector<BlockPoint> points;
    for (std::size_t n = 0; n < some.size(); ++n) {
        nodes_ += found[n].nodes;
        if (!found[n].has_solution()) return false;
        found[n].values.resize(relaxed_.programs[static_cast<std::size_t>(some[n])].columns.size());
        points.push_back(blocks_.point_of(some[n], OracleAnswer{.values = std::move(found[n].values)}));
    }
    hold(std::move(points));
    return follow(rounds_of_following);
}

}  // namespace indus::solver
