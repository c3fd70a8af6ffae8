// SPDX-License-Identifier: Apache-2.0
// A limit on what components do together: a carbon cap, a fuel contract, a share of renewable energy.
//
//     amount - factor * violation <= bound      or      amount + factor * violation >= bound
//
// The violation, where it has a cost, is a series whose only column that is free stands at the first step
// of what the limit covers. Sums over the horizon are weighted, as costs are; the factor is then the
// weight of that first step. A limit that nothing can break has no row.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/equation.hpp"
#include "solver/program.hpp"

namespace indus::model {

struct Limit {
    const Equation* equation = nullptr;
    std::string_view violation{};  ///< name of the series that says by how much it is broken
    std::string_view category{};   ///< of the violation's cost
    int first = 0;                 ///< the steps it covers
    int count = 0;
    bool at_most = true;
    bool is_weighted = true;
    double hours = 1.0;  ///< what one unit of violation is charged for: hours, for a limit on MW
    solver::Expression amount{};
    double bound = 0.0;
    std::optional<double> cost{};              ///< money per unit of violation; none: the limit is hard
    std::optional<solver::Expression> base{};  ///< the bound is a share of this
    bool is_reported = true;
};

/// A limit as it stands in the program.
struct WrittenLimit {
    std::string kind{};
    std::string owner{};
    Limit limit{};
    int row = -1;  ///< -1: nothing can break it
    std::optional<solver::Variable> violation{};
    double factor = 1.0;
};

/// Least and largest value of an expression over the bounds of its columns.
struct ValueRange {
    double least = 0.0;
    double largest = 0.0;
};
ValueRange range_of(const solver::Program& program, const solver::Expression& expression);

}  // namespace indus::model
