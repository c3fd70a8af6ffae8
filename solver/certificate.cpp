// SPDX-License-Identifier: Apache-2.0
#include "solver/certificate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace indus::solver {

namespace {

void require_shape(std::span<const double> point, int columns) {
    if (point.size() != static_cast<std::size_t>(columns))
        throw std::invalid_argument(fmt::format("point has {} values, program has {} columns", point.size(), columns));
    for (std::size_t j = 0; j < point.size(); ++j)
        if (std::isnan(point[j])) throw std::invalid_argument(fmt::format("value of column {} is not a number", j));
}

/// How far `value` lies outside [lower, upper]. Written so that an infinite value is a violation of a finite limit
/// and of nothing else.
double outside(double value, double lower, double upper) {
    if (value < lower) return lower - value;
    if (value > upper) return value - upper;
    return 0.0;
}

double limit_broken(double value, double lower, double upper) { return value < lower ? lower : upper; }

/// Collects the worst violation of one kind.
struct Worst {
    double violation = 0.0;
    std::size_t index = 0;
    void offer(double amount, std::size_t where) {
        if (amount > violation) {
            violation = amount;
            index = where;
        }
    }
};

/// An infinite violation is never tolerated, even where the limit that is not broken is infinite too.
bool tolerated(double violation, double limit, const Tolerance& tolerance) {
    if (violation == 0.0) return true;
    return std::isfinite(violation) && violation <= tolerance.absolute + tolerance.relative * std::max(1.0, std::abs(limit));
}

Worst check_rows(const Program& program, std::span<const double> point, const Tolerance& tolerance, bool& within) {
    const std::vector<double> activity = program.activity(point);
    Worst worst;
    for (std::size_t i = 0; i < activity.size(); ++i) {
        const double lower = program.row_lower()[i];
        const double upper = program.row_upper()[i];
        // Infinite values may cancel to "not a number", which no comparison would catch.
        const double violation = std::isnan(activity[i]) ? infinity : outside(activity[i], lower, upper);
        if (!tolerated(violation, limit_broken(activity[i], lower, upper), tolerance)) within = false;
        worst.offer(violation, i);
    }
    return worst;
}

Worst check_bounds(const Program& program, std::span<const double> point, const Tolerance& tolerance, bool& within) {
    Worst worst;
    for (std::size_t j = 0; j < point.size(); ++j) {
        const double lower = program.lower()[j];
        const double upper = program.upper()[j];
        const double violation = std::isinf(point[j]) ? infinity : outside(point[j], lower, upper);
        if (!tolerated(violation, limit_broken(point[j], lower, upper), tolerance)) within = false;
        worst.offer(violation, j);
    }
    return worst;
}

Worst check_integrality(const Program& program, std::span<const double> point, const Tolerance& tolerance,
                        bool& within) {
    Worst worst;
    for (std::size_t j = 0; j < point.size(); ++j)
        if (program.is_integer(static_cast<int>(j))) worst.offer(std::abs(point[j] - std::round(point[j])), j);
    if (worst.violation > tolerance.integrality) within = false;
    return worst;
}

}  // namespace

Feasibility check_feasibility(const Program& program, std::span<const double> point, const Tolerance& tolerance) {
    require_shape(point, program.column_count());
    Feasibility result;
    const Worst row = check_rows(program, point, tolerance, result.within_tolerance);
    const Worst bound = check_bounds(program, point, tolerance, result.within_tolerance);
    const Worst integer = check_integrality(program, point, tolerance, result.within_tolerance);
    result.row_violation = row.violation;
    result.bound_violation = bound.violation;
    result.integrality_violation = integer.violation;
    if (row.violation > 0.0) result.worst_row = program.row_name(static_cast<int>(row.index));
    const Worst& column = bound.violation >= integer.violation ? bound : integer;
    if (column.violation > 0.0) result.worst_column = program.column_name(static_cast<int>(column.index));
    result.objective = program.objective(point);
    return result;
}

}  // namespace indus::solver
