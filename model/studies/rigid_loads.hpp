// SPDX-License-Identifier: Apache-2.0
// What industrial loads and heat stores do when they know no price (rigid.hpp), as given decisions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/formulation.hpp"
#include "model/solution.hpp"
#include "solver/solver.hpp"

namespace indus::model {

/// Decisions per step of what has been settled, and why the rest could not be.
struct RigidDecisions {
    std::vector<SeriesRecord> given{};
    std::string problem{};  ///< a sentence; empty where all is settled
    solver::Outcome outcome = solver::Outcome::optimal;
    std::vector<std::string> unproven{};  ///< whose search was stopped, so that there may be better ones by its aims
};

/// Whether something ("process mill") has decisions. Keeps what is to be said of it where it has none, or no proof.
bool is_settled(const std::string& what, solver::Outcome outcome, RigidDecisions& made);

/// Shares a time limit among its users in turn.
class TimeShare {
public:
    TimeShare(solver::Options options, double until_seconds);
    /// Of what is left, the share of one of so many.
    solver::Options of(std::size_t users_left) const;

private:
    solver::Options options_;
    double until_seconds_;  ///< of the steady clock
};

/// A process by itself: least cost of what is late and lost; then its stocks back at their initial level; then its
/// other costs without power, heat and holding, at mean prices of materials; then everything as early as can be. What
/// is sold beside orders is in sum what `optimised` sold. Given are modes, rates and set-ups of stages, open upgrades as
/// in `optimised`, and levels at the end; when things are delivered, bought and sold follows at least cost.
void settle_process(Formulation& f, int process, const Solution& optimised, const solver::Options& options,
                    RigidDecisions& made);
/// As planned, else evenly over each window, as far as limits and ramps let.
void settle_load(const Formulation& f, const ShiftableLoad& load, const solver::Options& options, RigidDecisions& made);
/// Charged and discharged no more than its levels ask for.
void settle_store(const Formulation& f, const HeatStore& store, const solver::Options& options, RigidDecisions& made);
/// Never called.
void settle_contract(const Formulation& f, const InterruptibleContract& contract, RigidDecisions& made);

/// Draw per step [MW] nearest to the plan, of which every window's energy is due: plan + level, within limits.
std::vector<double> even_draw(const ShiftableLoad& load, const Horizon& horizon);

}  // namespace indus::model
