// SPDX-License-Identifier: Apache-2.0
#include "solver/rows_oracle.hpp"

#include <algorithm>
#include <mutex>

#include "solver/cbc_solver.hpp"
#include "solver/certificate.hpp"
#include "solver/lp_session.hpp"

namespace indus::solver {

namespace {

class RowsOracle : public BlockOracle {
public:
    explicit RowsOracle(Program block) : block_{std::move(block)} {}

    OracleAnswer answer_within(const BlockLimits& limits, std::span<const double> cost) const override {
        Program priced = block_;
        for (int j = 0; j < priced.column_count(); ++j) {
            const auto column = static_cast<std::size_t>(j);
            priced.set_cost({j}, cost[column]);
            if (!limits.empty() && priced.is_integer(j))
                priced.set_bounds({j}, limits.lower[column], limits.upper[column]);
        }
        const bool decides = priced.integer_count() > 0;
        // Cbc's driver would make the threads that answer other blocks wait, and blocks are easy.
        const std::unique_ptr<Solver> solver = decides ? make_cbc_solver({.driver_nonzeros = 0}) : make_solver("clp");
        Options options;
        if (decides) options.relative_gap = 0.0;
        Result result = solver->solve(priced, options);
        if (result.outcome == Outcome::infeasible) return {infinity, infinity, {}};
        OracleAnswer made{result.objective, std::min(result.bound, result.objective), std::move(result.values)};
        if (!decides && !result.duals.empty()) made.bound = weak_duality_bound(priced, result.duals);
        return made;
    }

private:
    Program block_;
};

class RelaxedOracle : public BlockOracle {
public:
    explicit RelaxedOracle(Program block)
        : lower_(block.lower().begin(), block.lower().end()),
          upper_(block.upper().begin(), block.upper().end()),
          block_{std::move(block)},
          session_{block_} {}

    OracleAnswer answer_within(const BlockLimits& limits, std::span<const double> cost) const override {
        const std::scoped_lock lock{mutex_};
        const bool narrows = apply(limits);
        for (int j = 0; j < block_.column_count(); ++j) {
            block_.set_cost({j}, cost[static_cast<std::size_t>(j)]);
            session_.set_cost(j, cost[static_cast<std::size_t>(j)]);
        }
        const LpEnd end = session_.solve({}, narrows ? Simplex::dual : Simplex::primal);
        if (end.outcome == Outcome::infeasible) return {infinity, infinity, {}};
        if (end.outcome != Outcome::optimal) return {infinity, -infinity, {}};
        return {end.objective,
                limits.empty() ? std::min(weak_duality_bound(block_, session_.duals()), end.objective) : end.objective,
                {session_.values().begin(), session_.values().end()}};
    }

private:
    /// Whether the limits are others than the last.
    bool apply(const BlockLimits& limits) const {
        bool changes = false;
        for (int j = 0; j < block_.column_count(); ++j) {
            if (!block_.is_integer(j)) continue;
            const auto column = static_cast<std::size_t>(j);
            const double lower = limits.empty() ? lower_[column] : limits.lower[column];
            const double upper = limits.empty() ? upper_[column] : limits.upper[column];
            if (lower == session_.lower(j) && upper == session_.upper(j)) continue;
            session_.set_column_bounds(j, lower, upper);
            block_.set_bounds({j}, lower, upper);
            changes = true;
        }
        return changes;
    }

    std::vector<double> lower_, upper_;  ///< of the block
    mutable std::mutex mutex_{};
    mutable Program block_;
    mutable LpSession session_;
};

}  // namespace

std::unique_ptr<BlockOracle> make_relaxed_oracle(Program block) {
    return std::make_unique<RelaxedOracle>(std::move(block));
}

std::unique_ptr<BlockOracle> make_rows_oracle(Program block) { return std::make_unique<RowsOracle>(std::move(block)); }

}  // namespace indus::solver
