// SPDX-License-Identifier: Apache-2.0
// Deliveries of fuel that follow what is burnt and no price (rigid.hpp).
#pragma once

#include "model/studies/rigid_loads.hpp"

namespace indus::model {

/// Deliveries for what `burning` burns: least cost of contracts not taken and of end levels missed; then every stock
/// back at its initial level, with what is on its way to it; then least cost of fuel and transport at each route's mean
/// price, which chooses the routes; then levels as near the initial ones as shipments and lead times let. Given are
/// what leaves, what is unloaded, and levels at the end. There is always an answer: the deliveries of `burning` itself.
void settle_deliveries(const Formulation& f, const Solution& burning, const solver::Options& options,
                       RigidDecisions& made);

}  // namespace indus::model
