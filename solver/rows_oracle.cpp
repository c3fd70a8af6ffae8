// SPDX-License-Identifier: Apache-2.0
#include "solver/rows_oracle.hpp"

#include <algorithm>

#include "solver/cbc_solver.hpp"
#include "solver/certificate.hpp"

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

}  // namespace

std::unique_ptr<BlockOracle> make_rows_oracle(Program block) { return std::make_unique<RowsOracle>(std::move(block)); }

}  // namespace indus::solver
