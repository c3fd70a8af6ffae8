// SPDX-License-Identifier: Apache-2.0
#include "solver/parted_start.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "solver/part.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

class PartedStart {
public:
    PartedStart(LpSession& session, const Program& program, std::span<const char> apart, const Options& options)
        : session_{session},
          program_{program},
          apart_{apart},
          options_{options},
          watch_{options},
          prices_(static_cast<std::size_t>(program.row_count()), 0.0) {}

    long run() {
        std::vector<char> inside;
        std::vector<double> idle;
        for (int j = 0; j < program_.column_count(); ++j) {
            const auto column = static_cast<std::size_t>(j);
            inside.push_back(is_apart(j) ? 0 : 1);
            idle.push_back(std::clamp(0.0, program_.lower()[column], program_.upper()[column]));
        }
        const BlockProgram rest = part_of(program_, inside, idle);
        if (!solve(rest, true)) return iterations_;
        const std::vector<double> costs = priced_costs();
        for (std::size_t b = 0; b < apart_.size(); ++b)
            if (apart_[b]) solve_apart(static_cast<int>(b), costs);
        return iterations_;
    }

private:
    bool is_apart(int column) const {
        const Block block = program_.block_of_column(column);
        return block != linking && apart_[static_cast<std::size_t>(block.index)] != 0;
    }

    void solve_apart(int block, const std::vector<double>& costs) {
        std::vector<char> inside;
        for (int j = 0; j < program_.column_count(); ++j)
            inside.push_back(program_.block_of_column(j).index == block ? 1 : 0);
        BlockProgram own = part_of(program_, inside);
        for (std::size_t k = 0; k < own.columns.size(); ++k)
            own.program.set_cost({static_cast<int>(k)}, costs[static_cast<std::size_t>(own.columns[k])]);
        solve(own, false);
    }

    /// Its basis becomes that of the whole, rows that it does not have stay as they are. The rest says the prices.
    bool solve(const BlockProgram& part, bool is_rest) {
        LpSession own{part.program};
        own.perturb();
        Options limits;
        limits.stop = options_.stop;
        if (watch_.has_time_limit()) limits.time_limit_seconds = std::max(0.1, watch_.remaining());
        const LpEnd end = own.solve(limits);
        iterations_ += end.iterations;
        if (end.outcome != Outcome::optimal) return false;
        for (int k = 0; k < part.program.row_count(); ++k) {
            const int row = part.program.row_position(k);
            session_.set_basic_row(row, own.is_basic_row(k));
            if (is_rest) prices_[static_cast<std::size_t>(row)] = own.duals()[static_cast<std::size_t>(k)];
        }
        for (std::size_t k = 0; k < part.columns.size(); ++k)
            session_.set_basic_column(part.columns[k], own.is_basic_column(static_cast<int>(k)));
        return true;
    }

    /// c - A'y.
    std::vector<double> priced_costs() const {
        std::vector<double> costs(program_.cost().begin(), program_.cost().end());
        for (int i = 0; i < program_.row_count(); ++i) {
            const auto row = static_cast<std::size_t>(i);
            if (prices_[row] == 0.0) continue;
            for (auto k = static_cast<std::size_t>(program_.row_start()[row]);
                 k < static_cast<std::size_t>(program_.row_start()[row + 1]); ++k)
                costs[static_cast<std::size_t>(program_.column_index()[k])] -= prices_[row] * program_.coefficient()[k];
        }
        return costs;
    }

    LpSession& session_;
    const Program& program_;
    std::span<const char> apart_;
    const Options& options_;
    Watch watch_;
    std::vector<double> prices_;
    long iterations_ = 0;
};

}  // namespace

long start_from_parts(LpSession& session, const Program& program, std::span<const char> apart, const Options& options) {
    if (apart.size() != static_cast<std::size_t>(program.block_count()))
        throw std::invalid_argument(fmt::format("{} marks for {} blocks", apart.size(), program.block_count()));
    if (std::find(apart.begin(), apart.end(), 1) == apart.end()) return 0;
    return PartedStart{session, program, apart, options}.run();
}

}  // namespace indus::solver
