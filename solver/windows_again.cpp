// SPDX-License-Identifier: Apache-2.0
#include "solver/windows_again.hpp"

#include <algorithm>
#include <cmath>

#include "solver/watch.hpp"
#include "solver/window_plan.hpp"
#include "solver/window_program.hpp"
#include "solver/window_search.hpp"

namespace indus::solver {

WindowAgain search_again(const Opened& opened, Window open, Window kept, const Options& options) {
    constexpr double shortest_seconds = 0.5, longest_seconds = 30.0;
    Options limits = options;
    if (limits.time_limit_seconds)
        limits.time_limit_seconds = std::clamp(*limits.time_limit_seconds, shortest_seconds, longest_seconds);
    const WindowProgram window{opened.program, opened.timeline, open, {.future_is_decided = true}, opened.point, {}};
    const std::vector<int> part = opened.part.empty() ? std::vector<int>{} : window.parts(opened.part);
    const WindowSearch found = search_near_relaxation(window.program(), limits, {.part = part, .or_everywhere = false});
    WindowAgain made{.nodes = found.nodes, .iterations = found.iterations};
    const double now = window.cost_at(opened.point);
    if (found.values.empty() || found.cost >= now - 1e-9 * std::abs(now)) return made;
    made.is_cheaper = true;
    window.write_values(found.values, open, opened.point);
    if (opened.duals != nullptr && !found.duals.empty()) window.write_prices(found.duals, kept, *opened.duals);
    return made;
}

WindowAgain search_all_again(const Opened& opened, const Rounds& rounds, const Options& options) {
    constexpr double share_of_gap = 0.3;  // that a window may keep
    constexpr double worthwhile = 0.1;    // of the gap, for another round
    const Watch watch{options};
    const double gap = options.relative_gap.value_or(0.005);
    const int steps = opened.timeline.step_count();
    double cost = opened.program.objective(opened.point), before = infinity;
    WindowAgain made;
    for (int round = 0; before - cost > worthwhile * gap * std::abs(cost); ++round) {
        before = cost;
        const int first = round % 2 == 0 ? 0 : rounds.kept_steps / 2;
        for (const Window kept : windows_of({first, steps}, rounds.kept_steps)) {
            if (cost <= rounds.good_enough || watch.expired()) return made;
            Options limits{.relative_gap = share_of_gap * gap, .stop = options.stop};
            limits.work_limit = options.work_limit;
            if (watch.has_time_limit()) limits.time_limit_seconds = watch.remaining();
            const Window open{std::max(0, kept.first - rounds.margin_steps),
                              std::min(steps, kept.last + rounds.margin_steps)};
            const WindowAgain one = search_again(opened, open, kept, limits);
            made.nodes += one.nodes;
            made.iterations += one.iterations;
            if (!one.is_cheaper) continue;
            made.is_cheaper = true;
            cost = opened.program.objective(opened.point);
            if (options.on_progress)
                options.on_progress({"windows again", watch.seconds(), cost, -infinity, made.nodes});
        }
    }
    return made;
}

}  // namespace indus::solver
