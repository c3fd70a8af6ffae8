// SPDX-License-Identifier: Apache-2.0
#include "solver/implied_bounds.hpp"

#include <algorithm>
#include <cmath>

namespace indus::solver {

namespace {

/// Passes over the rows: each can only use what earlier ones made finite, and chains are short in practice.
constexpr int passes = 4;

/// The least activity of a row: finite part, its magnitude, and how many terms are minus infinity.
struct LeastActivity {
    long double sum = 0.0L;
    long double magnitude = 0.0L;
    int infinite_terms = 0;
    std::size_t infinite_entry = 0;

    void add(long double term, std::size_t entry) {
        if (std::isinf(term)) {
            ++infinite_terms;
            infinite_entry = entry;
            return;
        }
        sum += term;
        magnitude += std::abs(term);
    }
};

class Propagation {
public:
    explicit Propagation(const Program& program)
        : program_{program},
          bounds_{{program.lower().begin(), program.lower().end()}, {program.upper().begin(), program.upper().end()}} {}

    ColumnBounds run() {
        for (int pass = 0; pass < passes && any_infinite(); ++pass) {
            changed_ = false;
            for (std::size_t i = 0; i < program_.row_upper().size(); ++i) {
                tighten(i, 1.0, program_.row_upper()[i]);
                tighten(i, -1.0, -program_.row_lower()[i]);
            }
            if (!changed_) break;
        }
        return std::move(bounds_);
    }

private:
    bool any_infinite() const {
        const auto infinite = [](double value) { return std::isinf(value); };
        return std::any_of(bounds_.lower.begin(), bounds_.lower.end(), infinite) ||
               std::any_of(bounds_.upper.begin(), bounds_.upper.end(), infinite);
    }

    std::size_t column(std::size_t k) const { return static_cast<std::size_t>(program_.column_index()[k]); }

    long double least_term(std::size_t k, double sign) const {
        const long double a = static_cast<long double>(sign) * program_.coefficient()[k];
        return a * (a > 0.0L ? bounds_.lower[column(k)] : bounds_.upper[column(k)]);
    }

    /// Uses the row as sign * a'x <= limit.
    void tighten(std::size_t row, double sign, double limit) {
        if (std::isinf(limit)) return;
        const auto begin = static_cast<std::size_t>(program_.row_start()[row]);
        const auto end = static_cast<std::size_t>(program_.row_start()[row + 1]);
        LeastActivity least;
        for (std::size_t k = begin; k < end; ++k) least.add(least_term(k, sign), k);
        if (least.infinite_terms > 1) return;
        const std::size_t first = least.infinite_terms == 1 ? least.infinite_entry : begin;
        const std::size_t last = least.infinite_terms == 1 ? least.infinite_entry + 1 : end;
        for (std::size_t k = first; k < last; ++k) imply(k, sign, limit, least, end - begin);
    }

    /// a_k x_k <= limit - (least activity of the others), when x_k has no bound of its own on that side.
    void imply(std::size_t k, double sign, double limit, const LeastActivity& least, std::size_t terms) {
        const long double a = static_cast<long double>(sign) * program_.coefficient()[k];
        double& bound = a > 0.0L ? bounds_.upper[column(k)] : bounds_.lower[column(k)];
        if (!std::isinf(bound)) return;
        long double others = least.sum;
        if (least.infinite_terms == 0) others -= least_term(k, sign);
        const long double slack = static_cast<long double>(std::numeric_limits<double>::epsilon()) *
                                  (static_cast<long double>(terms) + 4.0L) * (least.magnitude + std::abs(limit));
        const long double implied = (limit - others + slack) / a;
        const double outwards = a > 0.0L ? std::nextafter(static_cast<double>(implied), infinity)
                                         : std::nextafter(static_cast<double>(implied), -infinity);
        if (std::isinf(outwards)) return;
        bound = outwards;
        changed_ = true;
    }

    const Program& program_;
    ColumnBounds bounds_;
    bool changed_ = false;
};

}  // namespace

ColumnBounds implied_bounds(const Program& program) {
    const auto is_finite = [](double bound) { return std::isfinite(bound); };
    const bool is_known = std::all_of(program.lower().begin(), program.lower().end(), is_finite) &&
                          std::all_of(program.upper().begin(), program.upper().end(), is_finite);
    if (!is_known) return Propagation{program}.run();
    return {{program.lower().begin(), program.lower().end()}, {program.upper().begin(), program.upper().end()}};
}

}  // namespace indus::solver
