// SPDX-License-Identifier: Apache-2.0
#include "solver/rolling_guide.hpp"

#include "solver/lp_session.hpp"

namespace indus::solver {

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

Guide find_guide(const Program& program, const StepGroups& groups, const Options& limits) {
    const CoarseProgram coarse{program, groups};
    LpSession session{coarse.program()};
    session.perturb();
    const LpEnd end = session.solve(limits);
    Guide made = empty_guide(program);
    made.iterations = end.iterations;
    // Steps taken together may be impossible where each is not: windows then see no further than they look.
    if (end.outcome != Outcome::optimal) return made;
    made.point = coarse.values_by_step(session.values());
    made.prices = coarse.prices_by_step(session.duals());
    return made;
}

}  // namespace indus::solver
