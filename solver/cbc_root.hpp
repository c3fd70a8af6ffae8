// SPDX-License-Identifier: Apache-2.0
// The program as Cbc gets it: loaded, presolved, its linear relaxation solved once.
// To be included by backend .cpp files only.
#pragma once

#include <OsiClpSolverInterface.hpp>
#include <OsiPresolve.hpp>
#include <memory>
#include <span>
#include <vector>

#include "solver/cbc_events.hpp"
#include "solver/cbc_solver.hpp"
#include "solver/coin_hooks.hpp"
#include "solver/implied_knapsacks.hpp"

namespace indus::solver {

enum class RootOutcome { solved, infeasible, unbounded, stopped };

class CbcRoot {
public:
    /// What `knapsacks` adds up from the program's rows, cut generators find covers in.
    CbcRoot(const Program& program, const CbcSettings& settings, LogRelay& log, SearchState& state);

    /// Solves the linear relaxation of what presolve left, once, by the dual simplex.
    RootOutcome solve_relaxation();
    /// Cost of the relaxation, a lower bound once solved.
    double relaxation_cost() const { return solver().getObjValue(); }
    long iterations() const { return iterations_; }
    /// Multipliers of the program's rows in the relaxation; empty when presolve changed the rows.
    std::vector<double> duals() const;

    const OsiClpSolverInterface& solver() const { return presolved_ ? *presolved_ : original_; }

    /// Between points of the program and of what presolve left.
    std::vector<double> to_presolved(std::span<const double> point) const;
    std::vector<double> to_original(std::span<const double> presolved_point);

private:
    OsiClpSolverInterface& target() { return presolved_ ? *presolved_ : original_; }
    void presolve();
    void add_knapsacks(const Program& program);

    SimplexStop stop_;
    LogRelay& log_;
    OsiClpSolverInterface original_;
    OsiPresolve presolve_;
    std::unique_ptr<OsiClpSolverInterface> presolved_{};
    std::vector<ImpliedRow> knapsacks_{};  ///< the last rows
    long iterations_ = 0;
};

}  // namespace indus::solver
