// SPDX-License-Identifier: Apache-2.0
#include "model/expression_series.hpp"

namespace indus::model {

void ExpressionSeries::add(int t, const solver::Expression& expression, double factor) {
    constants_.at(static_cast<std::size_t>(t)) += factor * expression.constant();
    for (const solver::Term& term : expression.terms())
        terms_.push_back({t, term.variable.index, factor * term.coefficient});
}

std::vector<double> ExpressionSeries::values(std::span<const double> point) const {
    std::vector<double> made = constants_;
    for (const StepTerm& term : terms_)
        made[static_cast<std::size_t>(term.step)] += term.coefficient * point[static_cast<std::size_t>(term.column)];
    return made;
}

}  // namespace indus::model
