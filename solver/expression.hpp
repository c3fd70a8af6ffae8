// SPDX-License-Identifier: Apache-2.0
// Linear expressions and the conditions made of them.
//
//     Expression balance = supply[t] - 2.0 * load;      // terms may repeat; Program merges them
//     program.add_row(balance == 0.0, ...);
//
// A Variable is a value that names a column of one Program; an Expression owns its terms.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace indus::solver {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// A column of a Program. Copied freely; meaningless without its Program.
struct Variable {
    std::int32_t index = -1;
    friend bool operator==(Variable, Variable) = default;
};

struct Term {
    Variable variable{};
    double coefficient = 0.0;
};

/// constant + sum of coefficient * variable.
class Expression {
public:
    Expression() = default;
    Expression(double constant) : constant_{constant} {}        // NOLINT: numbers are expressions
    Expression(Variable variable) : terms_{{variable, 1.0}} {}  // NOLINT: variables are expressions
    Expression(Term term) : terms_{term} {}                     // NOLINT: terms are expressions

    Expression& add(Variable variable, double coefficient) {
        terms_.push_back({variable, coefficient});
        return *this;
    }
    Expression& operator+=(const Expression& other) { return add_scaled(other, 1.0); }
    Expression& operator-=(const Expression& other) { return add_scaled(other, -1.0); }
    Expression& operator*=(double factor);

    /// Adds factor * other.
    Expression& add_scaled(const Expression& other, double factor);

    double constant() const { return constant_; }
    std::span<const Term> terms() const { return terms_; }
    /// Value at a point with one entry per column.
    double value(std::span<const double> point) const;

private:
    double constant_ = 0.0;
    std::vector<Term> terms_;
};

inline Term operator*(double coefficient, Variable variable) { return {variable, coefficient}; }
inline Expression operator+(Expression left, const Expression& right) {
    left += right;
    return left;
}
inline Expression operator-(Expression left, const Expression& right) {
    left -= right;
    return left;
}
inline Expression operator-(Expression expression) {
    expression *= -1.0;
    return expression;
}
inline Expression operator*(double factor, Expression expression) {
    expression *= factor;
    return expression;
}

/// lower <= expression <= upper. The expression's constant is moved into the limits by Program.
struct Condition {
    Expression expression{};
    double lower = -infinity;
    double upper = infinity;
};

inline Condition operator<=(Expression left, const Expression& right) {
    left -= right;
    return {std::move(left), -infinity, 0.0};
}
inline Condition operator>=(Expression left, const Expression& right) {
    left -= right;
    return {std::move(left), 0.0, infinity};
}
inline Condition operator==(Expression left, const Expression& right) {
    left -= right;
    return {std::move(left), 0.0, 0.0};
}

}  // namespace indus::solver
