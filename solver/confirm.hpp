// SPDX-License-Identifier: Apache-2.0
// From a solver's point to one that can be shown: integers exactly integral, rows rechecked.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "solver/certificate.hpp"
#include "solver/solver.hpp"

namespace indus::solver {

/// The point with its integer columns rounded.
std::vector<double> round_integers(const Program& program, std::span<const double> point);

/// The program with every integer column fixed at the point's rounded value and made continuous.
Program fix_integers(const Program& program, std::span<const double> point);

/// The point itself once rounded, when that is feasible; otherwise the best one with the same integers; nothing when
/// those integers admit none. The limits in `options` (time, stop) apply to the linear program this may take.
std::optional<std::vector<double>> confirm(const Program& program, std::span<const double> point,
                                           const Options& options = {});

}  // namespace indus::solver
