// SPDX-License-Identifier: Apache-2.0
// A basis of a linear program from those of its parts.
//
//     LpSession session{program};
//     start_from_parts(session, program, apart);     // apart[b] is 1 for a block that is solved by itself first
//     session.solve();
//
// All but the blocks apart is solved as if these did nothing, then each of them at the prices found. The bases are put
// together: block-triangular, so a basis, and dual feasible, as all answer the same prices. What the blocks take from
// linking rows is missing; for that the dual simplex needs few pivots where they take little. Where chains of stocks
// make blocks slow, this is a third of the time of the whole from its slacks (Bixby 1992, Implementing the simplex
// method: the initial basis, ORSA J. on Computing 4(3), on what an initial basis is worth).
#pragma once

#include <span>

#include "solver/lp_session.hpp"

namespace indus::solver {

/// The session holds the program as it is. Honours time_limit_seconds and stop. Returns the iterations that it took;
/// where the rest has no optimum, as the blocks have to do something, the session is left as it was. Throws
/// std::invalid_argument when there is not one mark per block.
long start_from_parts(LpSession& session, const Program& program, std::span<const char> apart,
                      const Options& options = {});

}  // namespace indus::solver
