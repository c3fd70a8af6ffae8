// SPDX-License-Identifier: Apache-2.0
#include "solver/lagrangian_fixing.hpp"

#include <tbb/parallel_for.h>

#include <cmath>

#include "solver/watch.hpp"

namespace indus::solver {

ReducedProgram fix_by_answers(const PricedBlocks& blocks, std::span<const double> prices, double cutoff,
                              const Options& options) {
    const Program& program = blocks.program();
    const Watch watch{options};
    std::vector<double> y{prices.begin(), prices.end()};
    blocks.make_usable(y);
    const std::vector<OracleAnswer> answers = blocks.ask(y);
    const double room = cutoff - blocks.bound_at(y, answers);
    std::vector<double> lower{program.lower().begin(), program.lower().end()};
    std::vector<double> upper{program.upper().begin(), program.upper().end()};
    tbb::parallel_for(std::size_t{0}, answers.size(), [&](std::size_t n) {
        const int block = blocks.answering()[n];
        if (!blocks.has_oracle(block) || answers[n].values.empty()) return;
        const std::span<const int> columns = blocks.columns_of(block);
        const std::vector<double> cost = blocks.priced_costs(block, y);
        BlockLimits limits;
        for (const int j : columns) {
            limits.lower.push_back(program.lower()[static_cast<std::size_t>(j)]);
            limits.upper.push_back(program.upper()[static_cast<std::size_t>(j)]);
        }
        for (std::size_t k = 0; k < columns.size() && !watch.expired(); ++k) {
            const auto j = static_cast<std::size_t>(columns[k]);
            const bool is_binary = program.is_integer(columns[k]) && lower[j] == 0.0 && upper[j] == 1.0;
            if (!is_binary) continue;
            const double value = std::round(answers[n].values[k]);
            limits.lower[k] = limits.upper[k] = 1.0 - value;
            const OracleAnswer otherwise = blocks.ask(block, limits, cost);
            limits.lower[k] = 0.0;
            limits.upper[k] = 1.0;
            if (otherwise.bound - answers[n].bound < room) continue;
            // Later columns are asked with what is known by now.
            lower[j] = upper[j] = limits.lower[k] = limits.upper[k] = value;
        }
    });
    return ReducedProgram{program, std::move(lower), std::move(upper)};
}

}  // namespace indus::solver
