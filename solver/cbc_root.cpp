// SPDX-License-Identifier: Apache-2.0
#include "solver/cbc_root.hpp"

#include <CoinWarmStartBasis.hpp>

namespace indus::solver {

namespace {

constexpr double presolve_tolerance = 1e-8;
constexpr int presolve_passes = 5;

ClpSimplex* loaded_model(const Program& program, LogRelay& log) {
    auto model = std::make_unique<ClpSimplex>();
    model->passInMessageHandler(&log);
    model->setLogLevel(log.logLevel());
    load_program(*model, program);
    return model.release();  // the solver interface below owns it
}

}  // namespace

CbcRoot::CbcRoot(const Program& program, const CbcSettings& settings, LogRelay& log, SearchState& state)
    : stop_{*state.watch, [&state] { state.end_search(); }}, log_{log}, original_{loaded_model(program, log), true} {
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j)) original_.setInteger(j);
    if (settings.knapsacks) add_knapsacks(program);
    if (settings.presolve) presolve();
}

/// A search for cuts looks at single rows, and finds none with whole decisions only.
void CbcRoot::add_knapsacks(const Program& program) {
    knapsacks_ = implied_knapsacks(program);
    for (const ImpliedRow& each : knapsacks_) {
        CoinPackedVector terms;
        for (const LpEntry& term : each.terms) terms.insert(term.index, term.value);
        original_.addRow(terms, each.lower, COIN_DBL_MAX);
    }
}

void CbcRoot::presolve() {
    // The presolved interface is a clone of the original's kind. None comes back when presolve finds the program
    // infeasible or unbounded; the simplex then says which.
    OsiSolverInterface* reduced =
        presolve_.presolvedModel(original_, presolve_tolerance, true, presolve_passes, nullptr, false);
    presolved_.reset(dynamic_cast<OsiClpSolverInterface*>(reduced));
    if (!presolved_ && reduced != nullptr) delete reduced;
    if (presolved_ && presolved_->getNumCols() == 0) presolved_.reset();
}

RootOutcome CbcRoot::solve_relaxation() {
    OsiClpSolverInterface& root = target();
    root.passInMessageHandler(&log_);
    root.messageHandler()->setLogLevel(log_.logLevel());
    ClpSimplex& model = *root.getModelPtr();
    model.setLogLevel(log_.logLevel());
    model.passInEventHandler(&stop_);
    model.setNumberIterations(0);
    model.dual();
    iterations_ += model.numberIterations();
    if (model.status() == 2 || model.status() == 4) {  // dual infeasible or in difficulties: only the primal knows
        model.primal();
        iterations_ += model.numberIterations();
    }
    switch (model.status()) {
        case 0:
            break;
        case 1:
            return RootOutcome::infeasible;
        case 2:
            return RootOutcome::unbounded;
        default:
            return RootOutcome::stopped;
    }
    // The interface keeps a basis of its own, which a resolve would start from.
    const std::unique_ptr<CoinWarmStartBasis> basis{model.getBasis()};
    root.setWarmStart(basis.get());
    root.resolve();
    return root.isProvenOptimal() ? RootOutcome::solved : RootOutcome::stopped;
}

std::vector<double> CbcRoot::duals() const {
    if (presolved_) return {};
    const double* price = original_.getModelPtr()->dualRowSolution();
    const auto own = static_cast<std::size_t>(original_.getNumRows()) - knapsacks_.size();
    std::vector<double> made{price, price + own};
    // The price of a sum is one of each of its rows.
    for (std::size_t k = 0; k < knapsacks_.size(); ++k)
        for (const LpEntry& source : knapsacks_[k].sources)
            made[static_cast<std::size_t>(source.index)] += price[own + k] * source.value;
    return made;
}

std::vector<double> CbcRoot::to_presolved(std::span<const double> point) const {
    if (!presolved_) return {point.begin(), point.end()};
    const int* original = presolve_.originalColumns();
    std::vector<double> result(static_cast<std::size_t>(presolved_->getNumCols()));
    for (std::size_t j = 0; j < result.size(); ++j) result[j] = point[static_cast<std::size_t>(original[j])];
    return result;
}

std::vector<double> CbcRoot::to_original(std::span<const double> presolved_point) {
    if (!presolved_) return {presolved_point.begin(), presolved_point.end()};
    presolved_->setColSolution(presolved_point.data());
    presolve_.postsolve(true);  // without a basis to restore it reads unset memory
    const double* value = original_.getColSolution();
    return {value, value + original_.getNumCols()};
}

}  // namespace indus::solver
