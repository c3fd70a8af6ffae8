// SPDX-License-Identifier: Apache-2.0
// Decided windows of a rolling search as they are kept, and what ties them to their program.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/rolling_horizon.hpp"

namespace indus::solver {

/// Of the program, its windows and what is asked of the search.
std::uint64_t fingerprint_of(const Program& program, const RollingOptions& rolling, const std::vector<double>& asked);

/// What is known of the whole: per column; per row, to prove bounds by; per row, of the dispatch.
struct KnownOfWhole {
    std::span<const double> point{}, multipliers{}, duals{};
};

DecidedWindow record_of(const Program& program, const Timeline& timeline, Window kept, double loss,
                        const KnownOfWhole& known);

/// Puts a record back where it was taken from.
void restore(const DecidedWindow& record, const Program& program, const Timeline& timeline, std::vector<double>& point,
             std::vector<double>& multipliers, std::vector<double>& duals);

}  // namespace indus::solver
