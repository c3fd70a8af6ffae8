// SPDX-License-Identifier: Apache-2.0
// Weak duality with its rounding bounded (declared in certificate.hpp).
//
// Sums run in the widest floating-point type. A sum of n terms of total magnitude M, each product rounded once,
// is off by at most about (n + 2) epsilon M; that much is subtracted, doubled for safety.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "solver/certificate.hpp"
#include "solver/implied_bounds.hpp"

namespace indus::solver {

namespace {

using Wide = long double;
constexpr Wide epsilon = std::numeric_limits<Wide>::epsilon();

Wide rounding(Wide terms, Wide magnitude) { return 2.0L * (terms + 2.0L) * epsilon * magnitude; }

/// A sum that knows how far it may be off.
class BoundedSum {
public:
    void add(Wide term, Wide error = 0.0L) {
        sum_ += term;
        magnitude_ += std::abs(term);
        error_ += error;
        ++terms_;
    }
    Wide lowest() const { return sum_ - error_ - rounding(terms_, magnitude_ + error_); }

private:
    Wide sum_ = 0.0L;
    Wide magnitude_ = 0.0L;
    Wide error_ = 0.0L;
    Wide terms_ = 0.0L;
};

/// Zero where the multiplier would need a row limit that is infinite.
double usable(double multiplier, double lower, double upper) {
    if (multiplier > 0.0) return std::isinf(lower) ? 0.0 : multiplier;
    if (multiplier < 0.0) return std::isinf(upper) ? 0.0 : multiplier;
    return 0.0;
}

/// c - A'y per column, the magnitude of its terms and their number.
struct ReducedCosts {
    std::vector<Wide> value;
    std::vector<Wide> magnitude;
    std::vector<std::int32_t> terms;

    explicit ReducedCosts(std::span<const double> cost)
        : value(cost.begin(), cost.end()), magnitude(cost.size()), terms(cost.size(), 1) {
        for (std::size_t j = 0; j < cost.size(); ++j) magnitude[j] = std::abs(value[j]);
    }
    void subtract(std::size_t column, Wide product) {
        value[column] -= product;
        magnitude[column] += std::abs(product);
        ++terms[column];
    }
    Wide error(std::size_t j) const { return rounding(static_cast<Wide>(terms[j]), magnitude[j]); }
};

/// Least value of r x over r within `error` of `reduced_cost` and x in [lower, upper].
///
/// Where a bound is infinite, the sign of r decides between a finite value and -infinity, and rounding hides the sign
/// of an r that should be zero. Such an r is taken as exactly zero on that side; beyond rounding it counts as is.
Wide least_product(Wide reduced_cost, Wide error, double lower, double upper) {
    Wide least = infinity;
    const auto offer = [&](Wide r, double x) { least = std::min(least, r * static_cast<Wide>(x)); };
    const bool sign_is_known = std::abs(reduced_cost) > error;
    for (const double x : {lower, upper}) {
        if (!std::isinf(x)) {
            offer(reduced_cost - error, x);
            offer(reduced_cost + error, x);
        } else if (sign_is_known && (reduced_cost > 0.0L) != (x > 0.0)) {
            return -infinity;
        }
    }
    return std::isinf(least) ? 0.0L : least;  // both bounds infinite and r zero within rounding
}

}  // namespace

double weak_duality_bound(const Program& program, std::span<const double> multipliers) {
    const auto rows = static_cast<std::size_t>(program.row_count());
    if (multipliers.size() != rows)
        throw std::invalid_argument(fmt::format("{} multipliers for {} rows", multipliers.size(), rows));

    ReducedCosts reduced{program.cost()};
    BoundedSum bound;
    bound.add(program.offset());
    for (std::size_t i = 0; i < rows; ++i) {
        if (!std::isfinite(multipliers[i]))
            throw std::invalid_argument(fmt::format("multiplier {} is {}", i, multipliers[i]));
        const double y = usable(multipliers[i], program.row_lower()[i], program.row_upper()[i]);
        if (y == 0.0) continue;
        bound.add(static_cast<Wide>(y) * (y > 0.0 ? program.row_lower()[i] : program.row_upper()[i]));
        const auto end = static_cast<std::size_t>(program.row_start()[i + 1]);
        for (auto k = static_cast<std::size_t>(program.row_start()[i]); k < end; ++k)
            reduced.subtract(static_cast<std::size_t>(program.column_index()[k]),
                             static_cast<Wide>(y) * program.coefficient()[k]);
    }

    const ColumnBounds columns = implied_bounds(program);
    for (std::size_t j = 0; j < columns.lower.size(); ++j) {
        const Wide least = least_product(reduced.value[j], reduced.error(j), columns.lower[j], columns.upper[j]);
        if (std::isinf(least)) return -infinity;
        bound.add(least);
    }
    return std::nextafter(static_cast<double>(bound.lowest()), -infinity);
}

}  // namespace indus::solver
