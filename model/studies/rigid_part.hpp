// SPDX-License-Identifier: Apache-2.0
// Decisions of some components by themselves, for aims that know no price of power (rigid.hpp).
//
//     RigidPart part{formulation, [](const DecisionSeries& each) { return each.owner == "pump"; }};
//     const DecisionSeries& draw = *part.find(ShiftableLoad::kind, "pump", "draw");
//     const Expression far = part.distance(Expression{part.at(draw, 0)} - 10.0);     // |draw[0] - 10|
//     if (part.settle({far}, options)) given.push_back(part.given(draw));
#pragma once

#include <functional>
#include <limits>
#include <string_view>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"
#include "solver/part.hpp"

namespace indus::model {

/// A step of a given series that is left free (fixed_decisions.hpp).
inline constexpr double free_step = std::numeric_limits<double>::quiet_NaN();

class RigidPart {
public:
    using Chosen = std::function<bool(const DecisionSeries&)>;
    /// With a point of the whole program, what is not chosen stays as it is there; else rows with others are left out.
    RigidPart(const Formulation& f, const Chosen& chosen, std::span<const double> point = {});

    const std::vector<const DecisionSeries*>& series() const { return series_; }
    /// Null where it is not in the part.
    const DecisionSeries* find(std::string_view kind, std::string_view owner, std::string_view quantity) const;
    Variable at(const DecisionSeries& series, int t) const;
    /// What a unit of it costs in the case's program, weighted.
    double cost(const DecisionSeries& series, int t) const;
    /// The same at the mean of all steps: times of which `basis` says how much they count.
    Expression cost_at_mean_price(const DecisionSeries& series, const std::vector<double>& basis) const;
    Expression cost_of(const DecisionSeries& series) const;

    void require(const Condition& condition);
    /// A column that is at least the expression, and at least 0.
    Expression excess(const Expression& expression);
    /// A column that is at least the size of the expression.
    Expression distance(const Expression& expression);

    /// Makes the aims small in turn. There are values where the outcome is optimal or feasible.
    void settle(const std::vector<Expression>& aims, const solver::Options& options);
    solver::Outcome outcome() const { return found_.outcome; }
    double value(const DecisionSeries& series, int t) const;
    /// The settled decisions, as a study is given them.
    SeriesRecord given(const DecisionSeries& series) const;
    /// Only those at the last steps of periods; the others are free.
    SeriesRecord given_at_end(const DecisionSeries& series) const;

private:
    const Formulation& f_;
    std::vector<const DecisionSeries*> series_{};
    std::vector<int> inner_{};  ///< by column of the whole program; -1 outside
    solver::Program program_{};
    solver::Family extra_{};
    solver::Result found_{};
};

}  // namespace indus::model
