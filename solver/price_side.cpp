// SPDX-License-Identifier: Apache-2.0
#include "solver/price_side.hpp"

#include <algorithm>
#include <cmath>

namespace indus::solver {

bool PriceSide::find(double gap) { return find_within(price_gap(gap)); }

/// Few blocks are priced in no time, and dive to better ends from better prices.
double PriceSide::price_gap(double gap) const {
    constexpr double widest_of_few = 2.5e-3;
    return std::max(1e-7, DecompositionState::share_of_prices * (s_.has_few() ? std::min(gap, widest_of_few) : gap));
}

bool PriceSide::find_within(double relative_gap) {
    Pricing& best = s_.found.pricing;
    PricingOptions own;
    own.relative_gap = relative_gap;
    own.start = best.multipliers;
    // What was priced so far is of use only with time left for a point.
    if (s_.watch.has_time_limit())
        own.time_limit_seconds = (s_.found.result.has_solution() ? 0.9 : 0.5) * std::max(0.01, s_.watch.remaining());
    own.stop = s_.options.stop;
    own.on_progress = [this](const Progress& each) {
        if (!s_.options.on_progress) return;
        const double bound = std::max(each.bound, s_.bound());
        s_.options.on_progress({each.phase, s_.watch.seconds(), s_.found.result.objective, bound, 0});
    };
    Pricing made = find_prices(s_.master(), own);
    if (made.bound >= best.bound) {
        best.bound = made.bound;
        best.multipliers = std::move(made.multipliers);
    }
    best.master_cost = std::min(best.master_cost, made.master_cost);
    best.rounds += made.rounds;
    best.answers += made.answers;
    best.master_seconds += made.master_seconds;
    best.answer_seconds += made.answer_seconds;
    return best.bound < infinity && std::isfinite(s_.master().cost()) && made.limit != Limit::interrupted;
}

/// Adds the cuts that the master's mix breaks; what was proven so far stays proven.
bool PriceSide::cut_mix() {
    if (!s_.parts.cut_mix()) return false;
    Pricing& best = s_.found.pricing;
    best.multipliers.resize(static_cast<std::size_t>(s_.parts.program().row_count()), 0.0);
    best.master_cost = infinity;
    return true;
}

bool PriceSide::close_in(double gap) {
    const double cost = s_.found.result.objective;
    // No prices prove more than the cheapest mix costs.
    const double spare = gap * std::max(1.0, std::abs(cost)) - (cost - s_.found.pricing.master_cost);
    if (!s_.found.result.has_solution() || !(spare > 0.0) || s_.reached(gap)) return s_.reached(gap);
    s_.free_master();
    find_within(std::max(1e-7, 0.5 * spare / std::max(1.0, std::abs(cost))));
    s_.master().close_box();
    return s_.reached(gap);
}

bool PriceSide::strengthen(double gap) {
    constexpr int most_rounds = 20;
    constexpr double noticeable = 0.03;
    const double before_all = s_.bound();
    s_.free_master();
    for (int round = 0; round < most_rounds && !s_.watch.expired() && !s_.reached(gap); ++round) {
        // A mix that rests on slacks is no point of the program.
        if (!s_.master().solve(s_.limits(), Simplex::primal) || s_.master().uses_slack() || !cut_mix()) break;
        s_.tell("cuts");
        const double before = s_.bound();
        if (!find_within(std::max(1e-7, 0.1 * gap))) break;
        if (s_.bound() - before < noticeable * gap * std::abs(before)) break;
    }
    s_.master().close_box();
    return s_.bound() - before_all > noticeable * gap * std::abs(s_.bound());
}

void PriceSide::keep_cuts_with_a_price() {
    std::vector<double>& multipliers = s_.found.pricing.multipliers;
    std::vector<RoundingCut>& kept = s_.found.cuts;
    const std::vector<RoundingCut>& cuts = s_.parts.cuts();
    const auto rows = static_cast<std::size_t>(s_.program.row_count());
    for (std::size_t k = 0; k < cuts.size() && rows + k < multipliers.size(); ++k) {
        const double price = multipliers[rows + k];
        if (price == 0.0) continue;
        multipliers[rows + kept.size()] = price;
        kept.push_back(cuts[k]);
    }
    if (multipliers.size() > rows) multipliers.resize(rows + kept.size());
}

}  // namespace indus::solver
