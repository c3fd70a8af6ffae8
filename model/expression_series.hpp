// SPDX-License-Identifier: Apache-2.0
// A linear expression per step, packed: a year has millions of them, most of one or two terms.
#pragma once

#include <span>
#include <vector>

#include "solver/expression.hpp"

namespace indus::model {

class ExpressionSeries {
public:
    explicit ExpressionSeries(int step_count) : constants_(static_cast<std::size_t>(step_count), 0.0) {
        terms_.reserve(constants_.size());
    }
    /// Adds factor * expression at step t.
    void add(int t, const solver::Expression& expression, double factor = 1.0);
    /// One value per step, at a point with one entry per column.
    std::vector<double> values(std::span<const double> point) const;

private:
    struct StepTerm {
        std::int32_t step = 0;
        std::int32_t column = 0;
        double coefficient = 0.0;
    };
    std::vector<double> constants_;
    std::vector<StepTerm> terms_{};
};

}  // namespace indus::model
