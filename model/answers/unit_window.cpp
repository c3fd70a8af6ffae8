// SPDX-License-Identifier: Apache-2.0
#include "model/answers/unit_window.hpp"

#include <algorithm>
#include <numeric>

namespace indus::model {

namespace {

/// Steps and categories counted from `first` on; what was before the first step is still that of `all`.
UnitLimits cut(const UnitLimits& all, int first, int last) {
    UnitLimits made;
    made.pieces = all.pieces;
    made.steps.assign(all.steps.begin() + first, all.steps.begin() + last);
    for (UnitLimits::Step& each : made.steps) {
        each.first_off -= first;
        each.first_on -= first;
    }
    for (const std::vector<double>& each : all.reserve_mw)
        made.reserve_mw.emplace_back(each.begin() + first, each.begin() + last);
    for (const UnitLimits::Category& each : all.categories) {
        UnitLimits::Category& category = made.categories.emplace_back();
        for (int t = first; t < last; ++t) {
            const auto i = static_cast<std::size_t>(t);
            category.first.push_back(std::max(0, each.first[i] - first));
            category.last.push_back(std::max(0, each.last[i] - first));
            category.counts_initial.push_back(each.counts_initial[i]);
        }
    }
    made.is_on_before = all.is_on_before;
    made.above_before_mw = all.above_before_mw;
    return made;
}

double output_of(const UnitState& state) { return std::accumulate(state.piece.begin(), state.piece.end(), 0.0); }

/// Whether what it did in the step before lets it stop now.
bool is_low_enough(const UnitLimits& all, const UnitState& before, const UnitLimits::Step& step) {
    if (step.next_trips) return true;
    constexpr double rounding_mw = 1e-7;
    if (output_of(before) + before.reserve_mw > step.stop_mw + rounding_mw) return false;
    for (std::size_t l = 0; l < all.pieces.size(); ++l)
        if (before.piece[l] > all.pieces[l].stop_width_mw + rounding_mw) return false;
    return true;
}

}  // namespace

UnitLimits limits_until(const UnitLimits& all, int last) { return cut(all, 0, last); }

UnitLimits limits_within(const UnitLimits& all, const UnitState& before, int first, int last) {
    UnitLimits made = cut(all, first, last);
    made.is_on_before = before.is_on;
    made.above_before_mw = before.is_on ? output_of(before) : 0.0;
    if (before.is_on && !is_low_enough(all, before, all.steps[static_cast<std::size_t>(first - 1)]))
        made.steps.front().may_stop = false;
    if (before.changed < 0) return made;

    const UnitLimits::Step& change = all.steps[static_cast<std::size_t>(before.changed)];
    const int held_until = before.is_on ? change.first_off : change.first_on;
    for (int t = first; t < std::min(last, held_until); ++t) {
        UnitLimits::Step& step = made.steps[static_cast<std::size_t>(t - first)];
        if (before.is_on) step.must_be_on = true;
        if (!before.is_on) step.may_be_on = false;
    }
    for (std::size_t k = 0; k < all.categories.size(); ++k)
        for (int t = first; t < last; ++t) {
            const auto i = static_cast<std::size_t>(t);
            made.categories[k].counts_initial[static_cast<std::size_t>(t - first)] =
                all.categories[k].first[i] <= before.changed && before.changed < all.categories[k].last[i];
        }
    return made;
}

}  // namespace indus::model
