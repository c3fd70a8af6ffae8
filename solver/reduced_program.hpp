// SPDX-License-Identifier: Apache-2.0
// A Program after decisions were made: what they leave open, as a smaller Program.
//
//     ReducedProgram reduced{program, lower, upper};      // bounds at most as wide as the program's
//     if (!reduced.is_infeasible()) point = reduced.to_original(solve(reduced.program()).values);
//
// Fixed columns go into the limits of rows; rows with one column become bounds; rows that can only be met with every
// column at a bound put it there; rows that cannot be broken are left out. Each is exact: the points of the reduced
// program are those of the program within the bounds.
#pragma once

#include <span>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

class ReducedProgram {
public:
    /// Throws std::invalid_argument when there is not one bound per column.
    ReducedProgram(const Program& program, std::vector<double> lower, std::vector<double> upper);

    /// Found on the way: no point lies within the bounds.
    bool is_infeasible() const { return is_infeasible_; }
    const Program& program() const { return reduced_; }
    /// Of the whole program, per column of the reduced one.
    std::span<const int> columns() const { return columns_; }
    /// Whether a point of the program lies within the bounds, but for rounding.
    bool holds(std::span<const double> values) const;
    /// The point of the whole, columns in the program's order, and back.
    std::vector<double> to_original(std::span<const double> values) const;
    std::vector<double> to_reduced(std::span<const double> values) const;

private:
    void make(const Program& program, std::span<const char> is_kept_row);

    Program reduced_{};
    std::vector<double> lower_, upper_;  ///< per column of the program; equal where fixed
    std::vector<int> columns_{};         ///< of the program, per column of the reduced one
    bool is_infeasible_ = false;
};

}  // namespace indus::solver
