// SPDX-License-Identifier: Apache-2.0
// A basis of a linear program from those of its parts.
//
//     LpSession session{program};
//     start_from_parts(session, program, blocks_apart(program, oracles));
//     session.solve();
//
// All but the parts is solved as if these did nothing, then each of them at the prices found. The bases are put
// together: block-triangular, so a basis, and dual feasible, as all answer the same prices. What the parts take from
// linking rows is missing; for that the dual simplex needs few pivots where they take little. Where chains of stocks
// make blocks slow, this is a third of the time of the whole from its slacks (Bixby 1992, Implementing the simplex
// method: the initial basis, ORSA J. on Computing 4(3), on what an initial basis is worth).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/lp_session.hpp"

namespace indus::solver {

inline constexpr int in_rest = -1;

/// Per column: the number of its block where that decides and has no oracle, else in_rest. `oracles`: one per block, or
/// none at all.
std::vector<int> blocks_apart(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles);

/// The session holds the program as it is. `part`, per column: a number of 0 or more, or in_rest. Honours
/// time_limit_seconds and stop. Returns the iterations that it took; where no column is apart, or the rest has no
/// optimum, as the parts have to do something, the session is left as it was. Throws std::invalid_argument when there
/// is not one number per column.
long start_from_parts(LpSession& session, const Program& program, std::span<const int> part,
                      const Options& options = {});

}  // namespace indus::solver
