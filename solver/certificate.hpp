// SPDX-License-Identifier: Apache-2.0
// Rechecks what a solver says, from the Program alone.
//
// Feasibility: every row, bound and integrality of the point is recomputed.
// Bound: for *any* multipliers y, weak duality over finite column bounds gives
//
//     cost*  >=  offset + sum_i min(y_i a_i over [row_lower_i, row_upper_i])
//                       + sum_j min((c - A'y)_j x_j over [lower_j, upper_j]),
//
// which needs no trust in the solver that made y. A multiplier that points at an infinite row limit is
// taken as zero; rounding of the sums is bounded and subtracted. Source: weak duality, see for example
// Neumaier & Shcherbina (2004), Safe bounds in linear and mixed-integer linear programming,
// Mathematical Programming 99, doi:10.1007/s10107-003-0433-3.
#pragma once

#include <span>
#include <string>

#include "solver/program.hpp"

namespace indus::solver {

/// Tolerances on the scale of the data: |violation| <= absolute + relative * max(1, |limit|).
struct Tolerance {
    double relative = 1e-6;
    double absolute = 1e-4;
    double integrality = 1e-6;
};

/// Largest violations of a point, and where. All zero for an exactly feasible point.
struct Feasibility {
    double row_violation = 0.0;
    double bound_violation = 0.0;
    double integrality_violation = 0.0;
    std::string worst_row{};     ///< name of the row, empty when none is violated
    std::string worst_column{};  ///< name of the column whose bound or integrality is violated most
    double objective = 0.0;      ///< recomputed cost, offset included
    bool within_tolerance = true;
};

/// Shape: `point` has one entry per column; throws std::invalid_argument otherwise or on NaN.
Feasibility check_feasibility(const Program& program, std::span<const double> point, const Tolerance& tolerance = {});

/// Lower bound on the cost of every feasible point, proven by `multipliers` (one per row) alone.
/// -infinity when a column with infinite bounds makes the multipliers worthless.
double weak_duality_bound(const Program& program, std::span<const double> multipliers);

}  // namespace indus::solver
