// SPDX-License-Identifier: Apache-2.0
#include "solver/clp_solver.hpp"

#include <ClpConfig.h>
#include <fmt/format.h>

#include <ClpPresolve.hpp>
#include <algorithm>
#include <memory>
#include <stdexcept>

#include "solver/certificate.hpp"
#include "solver/coin_hooks.hpp"
#include "solver/separable.hpp"

namespace indus::solver {

namespace {

/// One LP on its way through presolve, dual simplex and, where needed, a clean-up without presolve.
class LinearSolve {
public:
    LinearSolve(const Program& program, const Options& options)
        : program_{program}, options_{options}, watch_{options}, log_{options.on_log}, stop_{watch_} {
        model_.passInMessageHandler(&log_);
        model_.setLogLevel(log_.logLevel());
        load_program(model_, program);
        model_.passInEventHandler(&stop_);
    }

    Result run() {
        const bool postsolved = solve_presolved();
        if (!watch_.expired() && !out_of_work()) settle(postsolved);
        return result();
    }

private:
    static constexpr double presolve_tolerance = 1e-8;
    static constexpr int presolve_passes = 5;

    bool out_of_work() const { return options_.work_limit && iterations_ >= *options_.work_limit; }

    void limit_iterations(ClpSimplex& model) const {
        if (!options_.work_limit) return;
        const long left = std::max(0L, *options_.work_limit - iterations_);
        model.setMaximumIterations(static_cast<int>(std::min<long>(left, std::numeric_limits<int>::max())));
    }

    /// Clp resets the count at each call, so every call is counted here.
    template <typename Algorithm>
    void iterate(ClpSimplex& model, Algorithm algorithm) {
        limit_iterations(model);
        model.setNumberIterations(0);
        algorithm(model);
        iterations_ += model.numberIterations();
    }

    /// True when the original model holds a basis that came back from an optimal presolved model.
    bool solve_presolved() {
        ClpPresolve presolve;
        const std::unique_ptr<ClpSimplex> small{
            presolve.presolvedModel(model_, presolve_tolerance, false, presolve_passes, true)};
        if (!small) return false;  // infeasible or unbounded: the simplex without presolve says which
        small->passInEventHandler(&stop_);
        iterate(*small, [](ClpSimplex& model) { model.dual(); });
        const ClpStatus status = status_of(*small);
        const bool worth_postsolving =
            status == ClpStatus::optimal || status == ClpStatus::limit || status == ClpStatus::stopped;
        if (worth_postsolving) presolve.postsolve(true);
        stopped_early_ = status == ClpStatus::limit || status == ClpStatus::stopped;
        return status == ClpStatus::optimal;
    }

    /// Solves the original model from the basis that presolve left, so that duals and status are its own.
    void settle(bool postsolved) {
        if (postsolved) {
            iterate(model_, [](ClpSimplex& model) { model.primal(1); });
        } else {
            iterate(model_, [](ClpSimplex& model) { model.dual(); });
        }
        // The dual simplex calls a program unbounded as soon as it is dual infeasible: only the primal knows.
        if (status_of(model_) == ClpStatus::dual_infeasible || status_of(model_) == ClpStatus::error)
            iterate(model_, [](ClpSimplex& model) { model.primal(); });
        stopped_early_ = false;
    }

    Result result() {
        Result result;
        result.iterations = iterations_;
        result.seconds = watch_.seconds();
        if (watch_.expired() && stopped_early_) return early(std::move(result), watch_.reason());
        if (stopped_early_) return early(std::move(result), Limit::work);
        switch (status_of(model_)) {
            case ClpStatus::optimal:
                return optimal(std::move(result));
            case ClpStatus::primal_infeasible:
                return verdict(std::move(result), Outcome::infeasible);
            case ClpStatus::dual_infeasible:
                return verdict(std::move(result), Outcome::unbounded);
            case ClpStatus::limit:
                return early(std::move(result), Limit::work);
            case ClpStatus::stopped:
                return early(std::move(result), watch_.reason());
            case ClpStatus::error:
                break;
        }
        return early(std::move(result), watch_.expired() ? watch_.reason() : Limit::error);
    }

    void take_duals(Result& result) const {
        const double* row_price = model_.dualRowSolution();
        const double* reduced_cost = model_.dualColumnSolution();
        result.duals.assign(row_price, row_price + program_.row_count());
        result.reduced_costs.assign(reduced_cost, reduced_cost + program_.column_count());
    }

    void take_values(Result& result) const {
        const double* value = model_.primalColumnSolution();
        result.values.assign(value, value + program_.column_count());
        result.objective = program_.objective(result.values);
    }

    Result optimal(Result result) const {
        result.outcome = Outcome::optimal;
        take_values(result);
        take_duals(result);
        result.bound = result.objective;
        result.detail = "Clp: optimal";
        return result;
    }

    Result verdict(Result result, Outcome outcome) const {
        result.outcome = outcome;
        result.bound = outcome == Outcome::infeasible ? infinity : -infinity;
        result.detail = fmt::format("Clp: {}", to_string(outcome));
        return result;
    }

    /// A stopped simplex has multipliers, and any multipliers prove a bound; its point counts only when feasible.
    Result early(Result result, Limit limit) const {
        result.limit = limit;
        result.detail = fmt::format("Clp: stopped by limit '{}' after {} iterations", to_string(limit), iterations_);
        take_values(result);
        const bool finite = std::isfinite(result.objective);
        if (!finite || !check_feasibility(program_, result.values, {1e-9, 1e-7, 1e-6}).within_tolerance) {
            result.values.clear();
            result.objective = infinity;
        } else {
            result.outcome = Outcome::feasible;
        }
        const std::span<const double> multipliers{model_.dualRowSolution(), program_.row_lower().size()};
        result.bound = std::min(weak_duality_bound(program_, multipliers), result.objective);
        return result;
    }

    const Program& program_;
    const Options& options_;
    Watch watch_;
    LogRelay log_;
    SimplexStop stop_;
    ClpSimplex model_;
    long iterations_ = 0;
    bool stopped_early_ = false;
};

class ClpSolver : public Solver {
public:
    std::string_view name() const override { return "clp"; }
    bool solves_integer_programs() const override { return false; }

    Result solve(const Program& program, const Options& options) override {
        if (const int count = program.integer_count(); count > 0)
            throw std::invalid_argument(
                fmt::format("clp solves linear programs; this one has {} integer columns", count));
        if (program.nonzero_count() == 0) return solve_separable(program);
        return LinearSolve{program, options}.run();
    }
};

}  // namespace

std::string clp_version() { return "Clp " CLP_VERSION; }

std::unique_ptr<Solver> make_clp_solver() { return std::make_unique<ClpSolver>(); }

}  // namespace indus::solver
