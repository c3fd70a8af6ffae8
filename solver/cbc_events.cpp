// SPDX-License-Identifier: Apache-2.0
#include "solver/cbc_events.hpp"

#include <algorithm>

namespace indus::solver {

namespace {

constexpr double report_interval_seconds = 0.25;
constexpr double cbc_infinity = 1e49;  // Cbc starts with a cost of 1e50

}  // namespace

void SearchState::end_search() const {
    if (model != nullptr) model->setMaximumSeconds(0.0);
}

double SearchState::best_cost() const {
    const double cost = model != nullptr ? model->getObjValue() : infinity;
    return std::min(known_cost, cost < cbc_infinity ? cost : infinity);
}

bool SearchState::within_gap() const { return best_cost() <= good_enough || relative_gap(best_cost(), bound) <= gap; }

bool SearchState::has_used_its_nodes() const {
    return nodes_with_point >= 0 && best_cost() < infinity && model->getNodeCount() >= nodes_with_point;
}

void SearchState::report(bool improvement) {
    if (!options->on_progress) return;
    const double now = watch->seconds();
    if (!improvement && now - last_report < report_interval_seconds) return;
    last_report = now;
    options->on_progress({.phase = "search",
                          .seconds = now,
                          .cost = best_cost(),
                          .bound = std::min(bound, best_cost()),
                          .nodes = model != nullptr ? model->getNodeCount() : 0});
}

CbcEventHandler::CbcAction SearchEvents::event(CbcEvent which) { return decide(which); }
CbcEventHandler::CbcAction SearchEvents::event(CbcEvent which, void* /*data*/) { return decide(which); }

bool SearchEvents::is_main_search() {
    const bool is_driven = state_->by_driver && state_->model == nullptr && getModel()->parentModel() == nullptr;
    if (is_driven) state_->model = const_cast<CbcModel*>(getModel());  // NOLINT: Cbc hands its handlers a const model
    return getModel() == state_->model;
}

CbcEventHandler::CbcAction SearchEvents::decide(CbcEvent which) {
    if (state_->watch->expired()) {
        state_->end_search();
        return stop;
    }
    if (!is_main_search()) return noAction;
    if (which == treeStatus) state_->bound = std::max(state_->bound, state_->model->getBestPossibleObjValue());
    if (which == endSearch) {
        state_->final_cutoff = state_->model->getCutoff();
        if (state_->by_driver) state_->model = nullptr;  // the driver deletes it next
        return noAction;
    }
    state_->report(which == solution || which == heuristicSolution);
    if ((which == treeStatus || which == solution || which == heuristicSolution) && state_->within_gap()) {
        state_->gap_reached = true;
        return stop;
    }
    if (state_->has_used_its_nodes()) {
        state_->nodes_used = true;
        return stop;
    }
    return noAction;
}

void GuardedCuts::generateCuts(const OsiSolverInterface& si, OsiCuts& cuts, const CglTreeInfo info) {
    if (state_->watch->expired()) {
        state_->end_search();
        return;
    }
    inner_->generateCuts(si, cuts, info);
}

}  // namespace indus::solver
