// SPDX-License-Identifier: Apache-2.0
// Hooks into a running Cbc search: limits, progress, and a record of the bound that survives a stop.
// To be included by backend .cpp files only.
#pragma once

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CglCutGenerator.hpp>
#include <memory>

#include "solver/solver.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

/// What the hooks of one search share. Cbc copies its hooks freely, so they point here.
struct SearchState {
    const Watch* watch = nullptr;
    const Options* options = nullptr;
    CbcModel* model = nullptr;       ///< the main search; heuristics run smaller ones with copies of the hooks
    double gap = 0.0;                ///< relative gap asked for
    double good_enough = -infinity;  ///< CbcSettings
    long nodes_with_point = -1;      ///< work_limit where there is a point and Cbc's own limit is higher; -1: none
    double known_cost = infinity;    ///< a feasible point that the search may not know of
    /// Lower bound at the last moment when the tree was whole. A simplex that we stop leaves its node looking
    /// infeasible, so what Cbc says of the bound after a stop cannot be used.
    double bound = -infinity;
    double final_cutoff = infinity;  ///< cutoff in force when the tree was exhausted
    bool gap_reached = false;
    bool nodes_used = false;  ///< nodes_with_point
    bool by_driver = false;   ///< Cbc's own driver makes the main search, which is known from its first event on
    double last_report = -infinity;

    /// Makes Cbc see its own time limit passed, which is the one thing all its loops look at.
    void end_search() const;
    double best_cost() const;
    bool within_gap() const;  ///< or good enough
    bool has_used_its_nodes() const;
    void report(bool improvement);
};

class SearchEvents : public CbcEventHandler {
public:
    explicit SearchEvents(SearchState& state) : state_{&state} {}
    CbcAction event(CbcEvent which) override;
    CbcAction event(CbcEvent which, void* data) override;
    CbcEventHandler* clone() const override { return new SearchEvents(*this); }

private:
    CbcAction decide(CbcEvent which);
    bool is_main_search();
    SearchState* state_;
};

/// A cut generator that makes no more cuts once the watch has expired: cut rounds at the root look at no clock.
class GuardedCuts : public CglCutGenerator {
public:
    GuardedCuts(const CglCutGenerator& inner, SearchState& state) : inner_{inner.clone()}, state_{&state} {}
    GuardedCuts(const GuardedCuts& other)
        : CglCutGenerator(other), inner_{other.inner_->clone()}, state_{other.state_} {}
    GuardedCuts& operator=(const GuardedCuts&) = delete;

    void generateCuts(const OsiSolverInterface& si, OsiCuts& cuts, const CglTreeInfo info) override;
    CglCutGenerator* clone() const override { return new GuardedCuts(*this); }
    void refreshSolver(OsiSolverInterface* solver) override { inner_->refreshSolver(solver); }
    bool mayGenerateRowCutsInTree() const override { return inner_->mayGenerateRowCutsInTree(); }
    bool needsOptimalBasis() const override { return inner_->needsOptimalBasis(); }
    int maximumLengthOfCutInTree() const override { return inner_->maximumLengthOfCutInTree(); }

private:
    std::unique_ptr<CglCutGenerator> inner_;
    SearchState* state_;
};

}  // namespace indus::solver
