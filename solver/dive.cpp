// SPDX-License-Identifier: Apache-2.0
#include "solver/dive.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "solver/watch.hpp"

namespace indus::solver {

std::vector<OpenBlock> open_blocks(const ColumnMaster& master) {
    std::vector<OpenBlock> made;
    const std::vector<PricedPoint> mix = master.mix();
    constexpr double rounding = 1e-6;
    for (auto from = mix.begin(); from != mix.end();) {
        const auto to = std::find_if(from, mix.end(), [&](const PricedPoint& p) { return p.block != from->block; });
        std::map<std::vector<double>, double> weights;
        for (auto point = from; point != to; ++point)
            weights[master.blocks().decisions_at(*point).lower] += point->weight;
        if (weights.size() > 1) {
            const auto best = std::max_element(weights.begin(), weights.end(), [](const auto& left, const auto& right) {
                return left.second < right.second;
            });
            const auto point = std::find_if(
                from, to, [&](const PricedPoint& p) { return master.blocks().decisions_at(p).lower == best->first; });
            if (best->second < 1.0 - rounding)
                made.push_back({from->block, best->second, master.blocks().decisions_at(*point)});
        }
        from = to;
    }
    std::stable_sort(made.begin(), made.end(),
                     [](const OpenBlock& left, const OpenBlock& right) { return left.weight > right.weight; });
    return made;
}

bool follow_prices(ColumnMaster& master, const Decisions& decisions, const DiveOptions& options) {
    const PricedBlocks& blocks = master.blocks();
    const Watch watch{options.limits};
    Options limits = options.limits;
    for (int round = 0;; ++round) {
        if (watch.has_time_limit()) limits.time_limit_seconds = std::max(0.01, watch.remaining());
        // Points that rest leave the basis without a mix; later new ones enter it.
        if (!master.solve(limits, round == 0 ? Simplex::dual : Simplex::primal)) return false;
        if (round == options.rounds) return true;
        if (watch.expired()) return false;
        std::vector<double> y = master.prices();
        blocks.make_usable(y);
        std::vector<OracleAnswer> answers = blocks.ask(y, decisions);
        const double size = std::max(1.0, std::abs(master.cost()));
        if (master.cost() - blocks.bound_at(y, answers) <= options.relative_gap * size) return true;
        const double noticeable = 0.1 * options.relative_gap * size / static_cast<double>(answers.size());
        if (master.add_points(std::move(answers), noticeable) == 0) return true;
    }
}

bool dive(ColumnMaster& master, Decisions& decisions, const DiveOptions& options) {
    const Watch watch{options.limits};
    DiveOptions left = options;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    int idle = 0;
    for (;;) {
        if (watch.expired()) return false;
        if (watch.has_time_limit()) left.limits.time_limit_seconds = std::max(0.01, watch.remaining());
        if (!follow_prices(master, decisions, left)) return false;
        const std::vector<OpenBlock> open = open_blocks(master);
        idle = open.size() < fewest ? 0 : idle + 1;
        fewest = std::min(fewest, open.size());
        if (open.size() <= options.few || idle > options.patience) return true;
        const auto least = static_cast<std::size_t>(std::ceil(options.least_share * static_cast<double>(open.size())));
        for (std::size_t n = 0; n < open.size(); ++n) {
            if (n >= least && open[n].weight < options.decided_weight) continue;
            decisions[static_cast<std::size_t>(open[n].block)] = open[n].decisions;
            master.narrow(open[n].block, open[n].decisions);
        }
    }
}

}  // namespace indus::solver
