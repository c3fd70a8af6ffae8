// SPDX-License-Identifier: Apache-2.0
#include "solver/priced_blocks.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "solver/blocks.hpp"
#include "solver/rows_oracle.hpp"

namespace indus::solver {

namespace {

/// The limit of a row at which a price counts.
double priced_limit(double price, double lower, double upper) { return price > 0.0 ? lower : upper; }

}  // namespace

PricedBlocks::PricedBlocks(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles)
    : program_{program},
      entries_{program, false},
      links_{program, true},
      oracles_{std::move(oracles)},
      is_answering_{deciding_blocks(program)},
      block_columns_(static_cast<std::size_t>(program.block_count())) {
    for (int j = 0; j < program.column_count(); ++j) {
        const Block block = program.block_of_column(j);
        if (block == linking)
            throw std::invalid_argument(fmt::format("column {} lies in no block", program.column_name(j)));
        block_columns_[static_cast<std::size_t>(block.index)].push_back(j);
    }
    oracles_.resize(block_columns_.size());
    for (int b = 0; b < program.block_count(); ++b) {
        char& answers = is_answering_[static_cast<std::size_t>(b)];
        if (oracles_[static_cast<std::size_t>(b)]) answers = 1;
        if (answers != 0) answering_.push_back(b);
    }
    for (int i = 0; i < program.row_count(); ++i)
        if (program.is_linking(i) || !answers(program.block_of_row(i).index)) kept_rows_.push_back(i);
    for (int j = 0; j < program.column_count(); ++j)
        if (!answers(program.block_of_column(j).index)) kept_columns_.push_back(j);

    for (const auto& each : oracles_) has_oracle_.push_back(each ? 1 : 0);
    const auto missing = [&](int block) { return oracles_[static_cast<std::size_t>(block)] == nullptr; };
    if (std::none_of(answering_.begin(), answering_.end(), missing)) return;
    const std::vector<double> nothing(static_cast<std::size_t>(program.row_count()), 0.0);
    std::vector<BlockProgram> programs = price_blocks(program, nothing);
    for (const int block : answering_) {
        const auto b = static_cast<std::size_t>(block);
        if (missing(block)) oracles_[b] = make_rows_oracle(std::move(programs[b].program));
    }
}

void PricedBlocks::make_usable(std::vector<double>& prices) const {
    for (const int i : kept_rows_) {
        const auto row = static_cast<std::size_t>(i);
        if (!std::isfinite(priced_limit(prices[row], program_.row_lower()[row], program_.row_upper()[row])))
            prices[row] = 0.0;
    }
}

std::vector<double> PricedBlocks::priced_costs(int block, std::span<const double> prices) const {
    const std::span<const int> columns = columns_of(block);
    std::vector<double> cost(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k) {
        cost[k] = program_.cost()[static_cast<std::size_t>(columns[k])];
        for (const LpEntry& each : links_of(columns[k]))
            cost[k] -= prices[static_cast<std::size_t>(each.index)] * each.value;
    }
    return cost;
}

std::vector<OracleAnswer> PricedBlocks::ask(std::span<const double> prices, std::span<const BlockLimits> limits) const {
    const BlockLimits none;
    std::vector<OracleAnswer> made(answering_.size());
    tbb::parallel_for(std::size_t{0}, answering_.size(), [&](std::size_t n) {
        const int block = answering_[n];
        const auto b = static_cast<std::size_t>(block);
        made[n] = oracles_[b]->answer_within(limits.empty() ? none : limits[b], priced_costs(block, prices));
    });
    return made;
}

double PricedBlocks::bound_at(std::span<const double> prices, std::span<const OracleAnswer> answers) const {
    double bound = program_.offset();
    double size = std::abs(bound);
    const auto add = [&](double amount) {
        bound += amount;
        size += std::abs(amount);
    };
    for (const int i : kept_rows_) {
        const auto row = static_cast<std::size_t>(i);
        if (prices[row] != 0.0)
            add(prices[row] * priced_limit(prices[row], program_.row_lower()[row], program_.row_upper()[row]));
    }
    for (const int j : kept_columns_) {
        const auto column = static_cast<std::size_t>(j);
        double cost = program_.cost()[column];
        for (const LpEntry& each : entries_of(j)) cost -= prices[static_cast<std::size_t>(each.index)] * each.value;
        if (cost == 0.0) continue;
        const double side = cost > 0.0 ? program_.lower()[column] : program_.upper()[column];
        if (!std::isfinite(side)) return -infinity;
        add(cost * side);
    }
    for (const OracleAnswer& each : answers) add(each.bound);
    // Rounding of the sums, generously.
    constexpr double rounding = 1e-13;
    return bound - rounding * size;
}

BlockPoint PricedBlocks::point_of(int block, OracleAnswer&& answer) const {
    BlockPoint made{block, 0.0, std::move(answer.values)};
    const std::span<const int> columns = columns_of(block);
    for (std::size_t k = 0; k < columns.size(); ++k)
        made.cost += program_.cost()[static_cast<std::size_t>(columns[k])] * made.values[k];
    return made;
}

BlockPoint PricedBlocks::point_of(int block, std::span<const double> values) const {
    OracleAnswer own;
    for (const int j : columns_of(block)) own.values.push_back(values[static_cast<std::size_t>(j)]);
    return point_of(block, std::move(own));
}

BlockLimits PricedBlocks::decisions_at(const BlockPoint& point) const {
    BlockLimits made;
    const std::span<const int> columns = columns_of(point.block);
    made.lower.resize(columns.size());
    made.upper.resize(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const auto column = static_cast<std::size_t>(columns[k]);
        const bool is_decision = program_.is_integer(columns[k]);
        made.lower[k] = is_decision ? std::round(point.values[k]) + 0.0 : program_.lower()[column];
        made.upper[k] = is_decision ? made.lower[k] : program_.upper()[column];
    }
    return made;
}

bool PricedBlocks::is_within(const BlockPoint& point, const BlockLimits& limits) const {
    if (limits.empty()) return true;
    constexpr double rounding = 1e-6;
    const std::span<const int> columns = columns_of(point.block);
    for (std::size_t k = 0; k < columns.size(); ++k)
        if (program_.is_integer(columns[k]) &&
            (point.values[k] < limits.lower[k] - rounding || point.values[k] > limits.upper[k] + rounding))
            return false;
    return true;
}

std::vector<LpEntry> PricedBlocks::activity(const BlockPoint& point) const {
    const std::span<const int> columns = columns_of(point.block);
    std::vector<LpEntry> parts;
    for (std::size_t k = 0; k < columns.size(); ++k)
        if (point.values[k] != 0.0)
            for (const LpEntry& each : links_of(columns[k]))
                parts.push_back({each.index, each.value * point.values[k]});
    std::sort(parts.begin(), parts.end(),
              [](const LpEntry& left, const LpEntry& right) { return left.index < right.index; });
    std::vector<LpEntry> sums;
    for (const LpEntry& each : parts) {
        if (!sums.empty() && sums.back().index == each.index)
            sums.back().value += each.value;
        else
            sums.push_back(each);
    }
    std::erase_if(sums, [](const LpEntry& each) { return each.value == 0.0; });
    return sums;
}

}  // namespace indus::solver
