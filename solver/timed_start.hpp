// SPDX-License-Identifier: Apache-2.0
// A basis of a linear program over a long time, from those of stretches of it, the last first.
//
//     LpSession session{program};
//     start_from_stretches(session, program, stretch, point);
//     session.solve();
//
// Each stretch decides its columns and has the rows that end in it; what lies before is as in the point, what comes
// after has told its prices. The bases are put together: block-triangular, so a basis, and dual feasible, as each
// stretch answers the prices of those after it. What is missing is that stretches end where the next was told that
// they would; for that the dual simplex needs few pivots where the point is near. Where stocks tie hours together, a
// year takes the simplex many minutes from its slacks: the time grows with the square of the length.
#pragma once

#include <span>

#include "solver/lp_session.hpp"

namespace indus::solver {

/// The session holds the program as it is. Per column: its stretch, from 0 in the order of time, and a value. Honours
/// time_limit_seconds and stop. Returns the iterations that it took; a stretch that has no optimum with what lies
/// before it stays as it was. Throws std::invalid_argument when there is not one stretch and one value per column.
long start_from_stretches(LpSession& session, const Program& program, std::span<const int> stretch,
                          std::span<const double> point, const Options& options = {});

}  // namespace indus::solver
