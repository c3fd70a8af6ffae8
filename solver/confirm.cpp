// SPDX-License-Identifier: Apache-2.0
#include "solver/confirm.hpp"

#include <algorithm>
#include <cmath>

#include "solver/clp_solver.hpp"

namespace indus::solver {

namespace {

/// Tighter than what a report must keep, so that accepting a point does not use up the tolerance of later stages.
constexpr Tolerance strict{.relative = 1e-7, .absolute = 1e-6, .integrality = 1e-9};

}  // namespace

std::vector<double> round_integers(const Program& program, std::span<const double> point) {
    std::vector<double> result(point.begin(), point.end());
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j)) {
            double& value = result[static_cast<std::size_t>(j)];
            value = std::round(value) + 0.0;  // + 0.0 turns a negative zero into zero
        }
    return result;
}

Program fix_integers(const Program& program, std::span<const double> point) {
    Program fixed = program;
    for (int j = 0; j < program.column_count(); ++j) {
        if (!program.is_integer(j)) continue;
        const double value = std::round(point[static_cast<std::size_t>(j)]) + 0.0;
        fixed.set_integer({j}, false);
        fixed.set_bounds({j}, value, value);
    }
    return fixed;
}

std::optional<std::vector<double>> confirm(const Program& program, std::span<const double> point,
                                           const Options& options) {
    std::vector<double> rounded = round_integers(program, point);
    if (check_feasibility(program, rounded, strict).within_tolerance) return rounded;
    for (int j = 0; j < program.column_count(); ++j) {
        const double value = rounded[static_cast<std::size_t>(j)];
        const auto column = static_cast<std::size_t>(j);
        if (program.is_integer(j) && (value < program.lower()[column] || value > program.upper()[column])) return {};
    }
    Options limits;
    limits.time_limit_seconds = options.time_limit_seconds;
    limits.stop = options.stop;
    Result dispatch = make_clp_solver()->solve(fix_integers(program, rounded), limits);
    if (dispatch.has_solution() && check_feasibility(program, dispatch.values).within_tolerance)
        return std::move(dispatch.values);
    if (check_feasibility(program, rounded).within_tolerance) return rounded;
    return {};
}

}  // namespace indus::solver
