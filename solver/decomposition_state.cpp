// SPDX-License-Identifier: Apache-2.0
#include "solver/decomposition_state.hpp"

#include <algorithm>
#include <cmath>

#include "solver/certificate.hpp"

namespace indus::solver {

namespace {

/// What a gap of zero means, as to Cbc: sums of this size are known no better.
constexpr double smallest_gap = 1e-9;

}  // namespace

DecompositionState::DecompositionState(const Program& whole, std::vector<std::unique_ptr<BlockOracle>> oracles,
                                       const Options& given)
    : options{given},
      watch{given},
      program{whole},
      parts{whole, std::move(oracles)},
      gap{std::max(given.relative_gap.value_or(1e-4), smallest_gap)} {}

double DecompositionState::bound() const { return std::max(found.pricing.bound, tree_bound); }

bool DecompositionState::reached(double within) const {
    return relative_gap(found.result.objective, bound()) <= within * (1.0 + 1e-9) + 1e-12;
}

bool DecompositionState::has_few() const {
    constexpr std::size_t few = 200;
    return blocks().answering().size() <= few;
}

Options DecompositionState::limits() const {
    Options made = watch.left();
    made.on_log = options.on_log;
    return made;
}

DiveOptions DecompositionState::dive_options(double within) const {
    DiveOptions made;
    made.relative_gap = std::max(1e-6, share_of_prices * within);
    made.limits = limits();
    return made;
}

void DecompositionState::free_master() {
    for (const int block : blocks().answering()) master().narrow(block, {});
    settled_at = infinity;
}

bool DecompositionState::take(Result&& made) {
    found.result.nodes += made.nodes;
    found.result.iterations += made.iterations;
    const double noticeable = 1e-9 * std::max(1.0, std::abs(made.objective));
    if (!made.has_solution() || made.objective >= found.result.objective - noticeable) return false;
    if (!check_feasibility(program, made.values).within_tolerance) return false;
    found.result.objective = made.objective;
    found.result.values = std::move(made.values);
    tell("neighbourhoods");
    return true;
}

void DecompositionState::tell(std::string_view phase) const {
    if (options.on_progress)
        options.on_progress({phase, watch.seconds(), found.result.objective, bound(), found.result.nodes});
}

void DecompositionState::say(const std::string& words) {
    if (!found.result.detail.empty()) found.result.detail += "; ";
    found.result.detail += words;
}

}  // namespace indus::solver
