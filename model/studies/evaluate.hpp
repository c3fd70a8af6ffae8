// SPDX-License-Identifier: Apache-2.0
// From a point of the program to the records of a solution.
#pragma once

#include <span>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"

namespace indus::model {

/// Fills the pieces of every production curve from the lowest up. Where two pieces cost the same (a fuel without a price) a
/// solver may take the upper first, and the fuel burnt would not be that of the curve.
void order_pieces(const Formulation& formulation, std::vector<double>& point);

/// Series of all decisions and derived quantities; values within 1e-9 of a bound are put on it, and
/// integers are whole.
void record_series(const Formulation& formulation, std::span<const double> point, Solution& solution);
/// Costs by component and category, and a derived series "cost" [money] per component and step.
void record_costs(const Formulation& formulation, std::span<const double> point, Solution& solution);
void record_equations(const Formulation& formulation, Solution& solution);
void record_statistics(const Formulation& formulation, Solution& solution);
/// What exact quadratics would cost, where there are any.
void record_piecewise(const System& system, Solution& solution);

/// The point of the program that a solution's decision series hold, in column order.
/// Throws std::runtime_error naming a series that is missing or has another length.
std::vector<double> point_of(const Formulation& formulation, const Solution& solution);

}  // namespace indus::model
