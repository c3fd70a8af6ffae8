// SPDX-License-Identifier: Apache-2.0
#include "solver/blocks.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include "solver/cbc_solver.hpp"
#include "solver/certificate.hpp"

namespace indus::solver {

namespace {

using Clock = std::chrono::steady_clock;

/// c - A'y over the linking rows.
std::vector<double> reduced_costs(const Program& program, std::span<const double> multipliers) {
    std::vector<double> cost(program.cost().begin(), program.cost().end());
    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        if (!program.is_linking(i) || multipliers[row] == 0.0) continue;
        for (auto k = static_cast<std::size_t>(program.row_start()[row]);
             k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k)
            cost[static_cast<std::size_t>(program.column_index()[k])] -= multipliers[row] * program.coefficient()[k];
    }
    return cost;
}

/// Least of y a over the row's limits; a multiplier that points at an infinite limit proves nothing and is
/// refused by the caller.
double priced_side(double multiplier, double lower, double upper) {
    if (multiplier == 0.0) return 0.0;
    return multiplier * (multiplier > 0.0 ? lower : upper);
}

/// Multipliers of the linking rows with the wrong sign on one-sided rows set to zero: any multipliers are
/// valid, these are finite.
std::vector<double> usable(const Program& program, std::span<const double> multipliers) {
    std::vector<double> y(multipliers.begin(), multipliers.end());
    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        const double side = y[row] > 0.0 ? program.row_lower()[row] : program.row_upper()[row];
        if (!program.is_linking(i) || !std::isfinite(side)) y[row] = 0.0;
    }
    return y;
}

BlockAnswer answer(const Program& block, const Options& options) {
    BlockAnswer made;
    if (block.integer_count() == 0) {
        const Result result = make_solver("clp")->solve(block, options);
        made.cost = result.objective;
        made.bound =
            result.duals.empty()
                ? weak_duality_bound(block, std::vector<double>(static_cast<std::size_t>(block.row_count()), 0.0))
                : weak_duality_bound(block, result.duals);
        return made;
    }
    // Cbc's driver would make the threads that answer other blocks wait, and blocks are easy.
    const Result result = make_cbc_solver({.driver_nonzeros = 0})->solve(block, options);
    made.cost = result.objective;
    made.bound = std::min(result.bound, result.objective);
    return made;
}

void require_blocks(const Program& program, std::span<const double> multipliers) {
    if (multipliers.size() != static_cast<std::size_t>(program.row_count()))
        throw std::invalid_argument(fmt::format("{} multipliers for {} rows", multipliers.size(), program.row_count()));
    for (int j = 0; j < program.column_count(); ++j)
        if (program.block_of_column(j) == linking)
            throw std::invalid_argument(fmt::format("column {} lies in no block", program.column_name(j)));
}

}  // namespace

std::vector<char> deciding_blocks(const Program& program) {
    std::vector<char> made(static_cast<std::size_t>(program.block_count()), 0);
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j) && program.block_of_column(j) != linking)
            made[static_cast<std::size_t>(program.block_of_column(j).index)] = 1;
    return made;
}

std::vector<BlockProgram> price_blocks(const Program& program, std::span<const double> multipliers) {
    require_blocks(program, multipliers);
    const std::vector<double> cost = reduced_costs(program, multipliers);
    std::vector<BlockProgram> blocks(static_cast<std::size_t>(program.block_count()));
    std::vector<Variable> inside(cost.size());
    std::vector<Block> own(blocks.size());
    std::vector<Family> families(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        own[b] = blocks[b].program.add_block(program.block_name({static_cast<std::int32_t>(b)}));
        families[b] = blocks[b].program.add_family({"block", "item", ""});
    }
    for (int j = 0; j < program.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        const auto b = static_cast<std::size_t>(program.block_of_column(j).index);
        inside[column] = blocks[b].program.add_variable({.lower = program.lower()[column],
                                                         .upper = program.upper()[column],
                                                         .cost = cost[column],
                                                         .integer = program.is_integer(j),
                                                         .family = families[b],
                                                         .position = j,
                                                         .block = own[b]});
        blocks[b].columns.push_back(j);
    }
    for (int i = 0; i < program.row_count(); ++i) {
        if (program.is_linking(i)) continue;
        const auto row = static_cast<std::size_t>(i);
        const auto b = static_cast<std::size_t>(program.block_of_row(i).index);
        Expression left;
        for (auto k = static_cast<std::size_t>(program.row_start()[row]);
             k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k)
            left.add(inside[static_cast<std::size_t>(program.column_index()[k])], program.coefficient()[k]);
        blocks[b].program.add_row({left, program.row_lower()[row], program.row_upper()[row]},
                                  {.family = families[b], .position = i, .block = own[b]});
    }
    return blocks;
}

LagrangianBound lagrangian_bound(const Program& program, std::span<const double> multipliers, const Options& options,
                                 std::span<const std::unique_ptr<BlockOracle>> oracles) {
    require_blocks(program, multipliers);
    const auto begin = Clock::now();
    const std::vector<double> y = usable(program, multipliers);
    const std::vector<BlockProgram> blocks = price_blocks(program, y);
    LagrangianBound made;
    made.answers.resize(blocks.size());
    std::vector<char> answered(blocks.size(), 0);

    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t b) {
        Options own;
        own.stop = options.stop;
        own.relative_gap = options.relative_gap;
        if (options.time_limit_seconds)
            own.time_limit_seconds = std::max(
                0.0, *options.time_limit_seconds - std::chrono::duration<double>(Clock::now() - begin).count());
        const bool late =
            (options.stop && options.stop->load()) || (own.time_limit_seconds && *own.time_limit_seconds <= 0.0);
        const Program& block = blocks[b].program;
        if (b < oracles.size() && oracles[b]) {
            const OracleAnswer by_oracle = oracles[b]->answer(block.cost());
            made.answers[b] = {by_oracle.cost, by_oracle.bound};
            answered[b] = by_oracle.cost < infinity ? 1 : 0;
        } else if (!late) {
            made.answers[b] = answer(block, own);
            answered[b] = made.answers[b].cost < infinity ? 1 : 0;
        }
        // The whole program's multipliers bound a block too, should its own answer be missing or weaker.
        std::vector<double> rows;
        rows.reserve(static_cast<std::size_t>(block.row_count()));
        for (int i = 0; i < block.row_count(); ++i)
            rows.push_back(multipliers[static_cast<std::size_t>(block.row_position(i))]);
        made.answers[b].bound =
            std::max(made.answers[b].bound, std::min(made.answers[b].cost, weak_duality_bound(block, rows)));
    });

    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        if (program.is_linking(i))
            made.priced_right_hand_side += priced_side(y[row], program.row_lower()[row], program.row_upper()[row]);
    }
    made.bound = program.offset() + made.priced_right_hand_side;
    double size = std::abs(made.bound);
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        made.bound += made.answers[b].bound;
        size += std::abs(made.answers[b].bound);
        made.complete = made.complete && answered[b] != 0;
    }
    // Rounding of the sums, generously.
    constexpr double rounding = 1e-13;
    made.bound -= rounding * size;
    return made;
}

}  // namespace indus::solver
