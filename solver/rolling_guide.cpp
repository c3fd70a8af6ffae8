// SPDX-License-Identifier: Apache-2.0
#include "solver/rolling_guide.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "solver/lp_session.hpp"
#include "solver/parted_start.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

struct Loosened {
    int rows = 0;
    LpEnd end{};
};

/// Moves limits of rows, by the least sum that leaves a point.
Loosened loosen(LpSession& session, const Program& program, const Options& limits) {
    const auto columns = static_cast<std::size_t>(session.column_count());
    std::vector<LpColumn> shortfalls;
    for (int i = 0; i < session.row_count(); ++i)
        for (const double sign : {1.0, -1.0}) shortfalls.push_back({.cost = 1.0, .entries = {{i, sign}}});
    for (int j = 0; j < program.column_count(); ++j) session.set_cost(j, 0.0);
    session.add_columns(shortfalls);
    Loosened made;
    made.end = session.solve(limits, Simplex::primal);
    if (made.end.outcome != Outcome::optimal) return made;

    constexpr double smallest = 1e-9;
    constexpr double with_room = 1.0 + 1e-6;
    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        const double move = with_room * (session.values()[columns + 2 * row + 1] - session.values()[columns + 2 * row]);
        if (std::abs(move) <= smallest) continue;
        session.set_row_bounds(i, program.row_lower()[row] + std::min(move, 0.0),
                               program.row_upper()[row] + std::max(move, 0.0));
        ++made.rows;
    }
    std::vector<int> added(shortfalls.size());
    std::iota(added.begin(), added.end(), static_cast<int>(columns));
    session.delete_columns(added);
    for (int j = 0; j < program.column_count(); ++j) session.set_cost(j, program.cost()[static_cast<std::size_t>(j)]);
    return made;
}

}  // namespace

Guide empty_guide(const Program& program) {
    return {{program.lower().begin(), program.lower().end()},
            std::vector<double>(static_cast<std::size_t>(program.row_count()), 0.0)};
}

bool needs_guide(const Program& program, const Timeline& timeline,
                 std::span<const std::unique_ptr<BlockOracle>> oracles) {
    for (int i = 0; i < program.row_count(); ++i) {
        if (timeline.first_step(i) >= timeline.last_step(i)) continue;
        const Block block = program.block_of_row(i);
        if (block == linking || oracles.empty() || !oracles[static_cast<std::size_t>(block.index)]) return true;
    }
    return false;
}

Guide find_guide(const Program& program, const StepGroups& groups, std::span<const int> part, const Options& limits) {
    const Watch watch{limits};
    const CoarseProgram coarse{program, groups};
    LpSession session{coarse.program()};
    session.perturb();
    Guide made = empty_guide(program);
    if (!part.empty()) made.iterations = start_from_parts(session, coarse.program(), coarse.parts(part), watch.left());
    LpEnd end = session.solve(watch.left());
    made.iterations += end.iterations;
    if (end.outcome == Outcome::infeasible) {
        const Loosened loosened = loosen(session, coarse.program(), watch.left());
        made.loosened = loosened.rows;
        made.iterations += loosened.end.iterations;
        if (loosened.end.outcome != Outcome::optimal) return made;
        end = session.solve(watch.left());
        made.iterations += end.iterations;
    }
    if (end.outcome != Outcome::optimal) return made;
    made.is_known = true;
    made.point = coarse.values_by_step(session.values());
    made.prices = coarse.prices_by_step(session.duals());
    return made;
}

}  // namespace indus::solver
