// SPDX-License-Identifier: Apache-2.0
// The counterfactual: an industry that follows no price. The same case, targets and plants; industry decides first and
// knows no price, then the system is dispatched around it.
//
//     const Solution best = dispatch(system, options);
//     const Solution rigid = dispatch_rigid(system, best, options);
//     const RigidComparison worth = compare_with_rigid(system, best, rigid);      // rigid_comparison.hpp
//
// Processes run as early as calendars, inputs and stocks let, and stop when their orders are met and stocks are back at
// their initial level (or the end level of the case, where that is higher); what they sell beside orders is in sum what
// `best` sold; open upgrades are built where `best` builds them (rigid_loads.hpp). Shiftable loads draw as planned, else evenly over their
// windows. Contracts are not called. Heat stores are not used. Boilers and cogeneration follow the heat that is wanted.
// Fuel: a first dispatch, in which it comes when it suits, says what is burnt; it is then delivered as it is burnt
// (rigid_deliveries.hpp), and the system is dispatched again. Batteries, water, price-sensitive demand and trade over
// meters are no industrial flexibility and stay free.
//
// Every given decision keeps all rules of the case, so that the rigid answer is one of those that `best` was chosen
// from: up to the gap of `best` it is never cheaper. Where the system cannot carry the rigid schedule, the outcome is
// infeasible, and the explanation says what would have to give way.
#pragma once

#include "model/studies/dispatch.hpp"
#include "model/studies/rigid_comparison.hpp"

namespace indus::model {

/// Whether a rigid industry would do anything otherwise.
bool has_flexible_industry(const System& system);

/// `best` itself where nothing is flexible. Uses the time limit of the options for all that it does; their `fixed` and
/// `windows` are not used.
Solution dispatch_rigid(const System& system, const Solution& best, const DispatchOptions& options = {});

}  // namespace indus::model
