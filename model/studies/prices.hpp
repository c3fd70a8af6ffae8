// SPDX-License-Identifier: Apache-2.0
// The dispatch program: every integer fixed, the rest optimised exactly by a linear program. Its duals,
// divided by step length and weight, are the prices (money per MWh).
//
// Where several prices support the same dispatch, one simplex basis shows only one of them. The demand of
// every zone, product and heat node at every step is therefore moved up, then down, by tiny amounts drawn from a fixed
// sequence: the duals of both moved programs support the unmoved dispatch too (checked by weak duality), and where they
// differ the price is not unique; [low, high] is what was seen.
#pragma once

#include <span>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"
#include "solver/solver.hpp"

namespace indus::model {

struct DispatchProgram {
    std::vector<double> point{};  ///< per column, integers whole; empty when there is none
    std::vector<double> duals{};  ///< per row
    bool is_of_windows = false;   ///< duals support the point within windows of time only
};

/// Fixes the integers of `point` (rounded) and optimises the rest.
DispatchProgram redispatch(const solver::Program& program, std::span<const double> point,
                           const solver::Options& options);

/// Prices of zones, reserves and heat nodes at the dispatch; with their bands, if `with_bands` and a move was answered:
/// low and high are empty otherwise.
std::vector<PriceRecord> prices(const Formulation& formulation, const DispatchProgram& dispatched, bool with_bands,
                                const solver::Options& options);

/// The program without integrality.
solver::Program relaxed(const solver::Program& program);

}  // namespace indus::model
