// SPDX-License-Identifier: Apache-2.0
#include "solver/price_bound.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "solver/certificate.hpp"
#include "solver/timed_start.hpp"
#include "solver/timeline.hpp"

namespace indus::solver {

/// A block's own rows, and the basis of its last answer.
struct PriceBound::RowsBlock {
    Program program{};
    std::vector<int> stretch{};  ///< per column, of a long block
    std::optional<LpSession> session{};

    /// The bound; the point is put into `values`.
    double answer(std::span<const double> cost, std::span<double> values, const Options& limits) {
        if (!session) session.emplace(program);
        for (int k = 0; k < program.column_count(); ++k) {
            program.set_cost({k}, cost[static_cast<std::size_t>(k)]);
            session->set_cost(k, cost[static_cast<std::size_t>(k)]);
        }
        if (!is_solved) begin(limits);
        is_solved = session->solve(limits, is_solved ? Simplex::primal : Simplex::dual).outcome == Outcome::optimal;
        std::copy(session->values().begin(), session->values().end(), values.begin());
        return weak_duality_bound(program, session->duals());
    }

private:
    void begin(const Options& limits) {
        if (stretch.empty()) return;
        std::vector<double> idle;
        for (std::size_t k = 0; k < stretch.size(); ++k)
            idle.push_back(std::clamp(0.0, program.lower()[k], program.upper()[k]));
        start_from_stretches(*session, program, stretch, idle, limits);
        session->perturb();
    }

    bool is_solved = false;
};

PriceBound::~PriceBound() = default;

PriceBound::PriceBound(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles)
    : program_{program}, oracles_{oracles} {
    const auto blocks = static_cast<std::size_t>(program.block_count());
    block_start_.assign(blocks + 1, 0);
    for (int j = 0; j < program.column_count(); ++j) {
        const Block block = program.block_of_column(j);
        if (block == linking)
            throw std::invalid_argument(fmt::format("column {} lies in no block", program.column_name(j)));
        ++block_start_[static_cast<std::size_t>(block.index) + 1];
    }
    for (std::size_t b = 0; b < blocks; ++b) block_start_[b + 1] += block_start_[b];
    block_columns_.resize(static_cast<std::size_t>(program.column_count()));
    std::vector<std::size_t> next = block_start_;
    std::vector<int> place(block_columns_.size());
    for (int j = 0; j < program.column_count(); ++j) {
        const auto b = static_cast<std::size_t>(program.block_of_column(j).index);
        place[static_cast<std::size_t>(j)] = static_cast<int>(next[b] - block_start_[b]);
        block_columns_[next[b]++] = j;
    }
    by_rows_.resize(blocks);
    for (int i = 0; i < program.row_count(); ++i) {
        if (program.is_linking(i)) {
            links_.push_back(i);
            continue;
        }
        const auto b = static_cast<std::size_t>(program.block_of_row(i).index);
        if (b < oracles.size() && oracles[b]) continue;
        const auto row = static_cast<std::size_t>(i);
        auto& own = by_rows_[b];
        if (!own) {
            own = std::make_unique<RowsBlock>();
            const Block all = own->program.add_block("block");
            const Family family = own->program.add_family({"column", "", ""});
            for (std::size_t k = block_start_[b]; k < block_start_[b + 1]; ++k) {
                const auto column = static_cast<std::size_t>(block_columns_[k]);
                own->program.add_variable({.lower = program.lower()[column],
                                           .upper = program.upper()[column],
                                           .family = family,
                                           .position = block_columns_[k],
                                           .block = all});
            }
        }
        Expression left;
        for (auto k = static_cast<std::size_t>(program.row_start()[row]);
             k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k)
            left.add({place[static_cast<std::size_t>(program.column_index()[k])]}, program.coefficient()[k]);
        own->program.add_row({left, program.row_lower()[row], program.row_upper()[row]}, {.position = i, .block = {0}});
    }
    cut_long_blocks();
}

void PriceBound::cut_long_blocks() {
    constexpr int longest = 30'000;
    constexpr int rows_of_stretch = 5'000;
    std::optional<Timeline> timeline;
    for (const std::unique_ptr<RowsBlock>& own : by_rows_) {
        if (!own || own->program.row_count() <= longest) continue;
        if (!timeline) timeline.emplace(program_);
        const int count = 1 + own->program.row_count() / rows_of_stretch;
        const int steps = 1 + (timeline->step_count() - 1) / count;
        for (int k = 0; k < own->program.column_count(); ++k)
            own->stretch.push_back(timeline->step_of_column(own->program.column_position(k)) / steps);
    }
}

double PriceBound::answer(int block, std::span<const double> cost, std::span<double> point, const Options& limits) {
    const auto b = static_cast<std::size_t>(block);
    if (b < oracles_.size() && oracles_[b]) {
        const OracleAnswer own = oracles_[b]->answer(cost);
        std::copy(own.values.begin(), own.values.end(), point.begin());
        return own.bound;
    }
    if (by_rows_[b]) return by_rows_[b]->answer(cost, point, limits);
    double bound = 0.0;
    for (std::size_t k = 0; k < cost.size(); ++k) {
        const auto column = static_cast<std::size_t>(block_columns_[block_start_[b] + k]);
        point[k] = cost[k] > 0.0 ? program_.lower()[column] : program_.upper()[column];
        if (cost[k] == 0.0) point[k] = std::isfinite(program_.lower()[column]) ? program_.lower()[column] : 0.0;
        bound += cost[k] == 0.0 ? 0.0 : cost[k] * point[k];
    }
    return bound;
}

PriceBound::Proof PriceBound::at(std::span<const double> prices, const Options& limits) {
    std::vector<double> cost(program_.cost().begin(), program_.cost().end());
    Proof made;
    made.bound = program_.offset();
    double size = std::abs(made.bound);
    const auto add = [&](double amount) {
        made.bound += amount;
        size += std::abs(amount);
    };
    const auto side_of = [&](std::size_t row) {
        return prices[row] > 0.0 ? program_.row_lower()[row] : program_.row_upper()[row];
    };
    for (const int i : links_) {
        const auto row = static_cast<std::size_t>(i);
        if (prices[row] == 0.0 || !std::isfinite(side_of(row))) continue;
        add(prices[row] * side_of(row));
        for (auto k = static_cast<std::size_t>(program_.row_start()[row]);
             k < static_cast<std::size_t>(program_.row_start()[row + 1]); ++k)
            cost[static_cast<std::size_t>(program_.column_index()[k])] -= prices[row] * program_.coefficient()[k];
    }

    // By block, so that a block's costs and values lie together.
    std::vector<double> own_cost(cost.size()), own_point(cost.size());
    for (std::size_t k = 0; k < cost.size(); ++k) own_cost[k] = cost[static_cast<std::size_t>(block_columns_[k])];
    std::vector<double>& bounds = made.block_bounds;
    bounds.resize(by_rows_.size());
    tbb::parallel_for(std::size_t{0}, bounds.size(), [&](std::size_t b) {
        const std::size_t begin = block_start_[b];
        const std::size_t count = block_start_[b + 1] - begin;
        bounds[b] = answer(static_cast<int>(b), std::span{own_cost}.subspan(begin, count),
                           std::span{own_point}.subspan(begin, count), limits);
    });
    for (const double each : bounds) add(each);
    // Rounding of the sums, generously: each block's own sum runs over its columns.
    constexpr double rounding = 1e-12;
    made.bound -= rounding * size;

    std::vector<double>& point = cost;
    for (std::size_t k = 0; k < point.size(); ++k) point[static_cast<std::size_t>(block_columns_[k])] = own_point[k];
    made.slope.reserve(links_.size());
    for (const int i : links_) {
        const auto row = static_cast<std::size_t>(i);
        double given = 0.0;
        for (auto k = static_cast<std::size_t>(program_.row_start()[row]);
             k < static_cast<std::size_t>(program_.row_start()[row + 1]); ++k)
            given += program_.coefficient()[k] * point[static_cast<std::size_t>(program_.column_index()[k])];
        const double side = std::isfinite(side_of(row))                ? side_of(row)
                            : std::isfinite(program_.row_lower()[row]) ? program_.row_lower()[row]
                                                                       : program_.row_upper()[row];
        made.slope.push_back(side - given);
    }
    return made;
}

}  // namespace indus::solver
