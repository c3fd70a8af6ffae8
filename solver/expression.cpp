// SPDX-License-Identifier: Apache-2.0
#include "solver/expression.hpp"

namespace indus::solver {

Expression& Expression::operator*=(double factor) {
    constant_ *= factor;
    for (Term& term : terms_) term.coefficient *= factor;
    return *this;
}

Expression& Expression::add_scaled(const Expression& other, double factor) {
    constant_ += factor * other.constant_;
    const std::size_t count = other.terms_.size();  // `other` may be *this
    terms_.reserve(terms_.size() + count);
    for (std::size_t k = 0; k < count; ++k) {
        const Term term = other.terms_[k];
        terms_.push_back({term.variable, factor * term.coefficient});
    }
    return *this;
}

double Expression::value(std::span<const double> point) const {
    double sum = constant_;
    for (const Term& term : terms_) sum += term.coefficient * point[static_cast<std::size_t>(term.variable.index)];
    return sum;
}

}  // namespace indus::solver
