// SPDX-License-Identifier: Apache-2.0
#include "solver/separable.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace indus::solver {

namespace {

/// The interval a column may use: rounded inwards when it is integer.
struct Interval {
    double lower = 0.0;
    double upper = 0.0;
};

Interval interval_of(const Program& program, std::size_t j) {
    const double lower = program.lower()[j];
    const double upper = program.upper()[j];
    if (!program.is_integer(static_cast<int>(j))) return {lower, upper};
    return {std::ceil(lower), std::floor(upper)};
}

/// The cheapest value; infinite when the cost falls without limit.
double cheapest(Interval interval, double cost) {
    if (cost > 0.0) return interval.lower;
    if (cost < 0.0) return interval.upper;
    return std::clamp(0.0, interval.lower, interval.upper);
}

bool rows_hold_at_zero(const Program& program) {
    for (std::size_t i = 0; i < program.row_lower().size(); ++i)
        if (program.row_lower()[i] > 0.0 || program.row_upper()[i] < 0.0) return false;
    return true;
}

Result without_point(Outcome outcome) {
    Result result;
    result.outcome = outcome;
    result.bound = outcome == Outcome::infeasible ? infinity : -infinity;
    result.detail = "no row has an entry: every column stands alone";
    return result;
}

}  // namespace

Result solve_separable(const Program& program) {
    if (program.nonzero_count() > 0) throw std::invalid_argument("solve_separable: the program's rows have entries");
    if (!rows_hold_at_zero(program)) return without_point(Outcome::infeasible);

    std::vector<double> values(program.cost().size());
    bool unbounded = false;
    for (std::size_t j = 0; j < values.size(); ++j) {
        const Interval interval = interval_of(program, j);
        if (interval.lower > interval.upper) return without_point(Outcome::infeasible);
        values[j] = cheapest(interval, program.cost()[j]);
        if (std::isinf(values[j])) unbounded = true;
    }
    if (unbounded) return without_point(Outcome::unbounded);

    Result result = without_point(Outcome::optimal);
    result.objective = program.objective(values);
    result.bound = result.objective;
    result.values = std::move(values);
    if (program.integer_count() > 0) {
        result.relaxation_duals.assign(program.row_lower().size(), 0.0);
    } else {
        result.duals.assign(program.row_lower().size(), 0.0);
        result.reduced_costs.assign(program.cost().begin(), program.cost().end());
    }
    return result;
}

}  // namespace indus::solver
