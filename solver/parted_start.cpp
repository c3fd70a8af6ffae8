// SPDX-License-Identifier: Apache-2.0
#include "solver/parted_start.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <vector>

#include "solver/blocks.hpp"
#include "solver/part.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

class PartedStart {
public:
    PartedStart(LpSession& session, const Program& program, std::span<const int> part, const Options& options)
        : session_{session},
          program_{program},
          part_{part},
          watch_{options},
          prices_(static_cast<std::size_t>(program.row_count()), 0.0) {}

    long run() {
        if (std::ranges::all_of(part_, [](int each) { return each == in_rest; })) return 0;
        std::vector<double> idle;
        for (std::size_t j = 0; j < part_.size(); ++j)
            idle.push_back(std::clamp(0.0, program_.lower()[j], program_.upper()[j]));
        if (!solve(part_of(program_, inside(in_rest), idle), true)) return iterations_;
        const std::vector<double> costs = priced_costs();
        for (const int each : std::set<int>(part_.begin(), part_.end()))
            if (each != in_rest) solve_apart(each, costs);
        return iterations_;
    }

private:
    std::vector<char> inside(int part) const {
        std::vector<char> made;
        for (const int each : part_) made.push_back(each == part ? 1 : 0);
        return made;
    }

    void solve_apart(int part, const std::vector<double>& costs) {
        BlockProgram own = part_of(program_, inside(part));
        for (std::size_t k = 0; k < own.columns.size(); ++k)
            own.program.set_cost({static_cast<int>(k)}, costs[static_cast<std::size_t>(own.columns[k])]);
        solve(own, false);
    }

    /// Its basis becomes that of the whole, rows that it does not have stay as they are. The rest says the prices.
    bool solve(const BlockProgram& part, bool is_rest) {
        LpSession own{part.program};
        own.perturb();
        const LpEnd end = own.solve(watch_.left());
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
    std::span<const int> part_;
    Watch watch_;
    std::vector<double> prices_;
    long iterations_ = 0;
};

}  // namespace

std::vector<int> blocks_apart(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles) {
    std::vector<char> decides = deciding_blocks(program);
    for (std::size_t b = 0; b < oracles.size(); ++b)
        if (oracles[b]) decides[b] = 0;
    std::vector<int> part;
    for (int j = 0; j < program.column_count(); ++j) {
        const Block block = program.block_of_column(j);
        const bool is_apart = block != linking && decides[static_cast<std::size_t>(block.index)] != 0;
        part.push_back(is_apart ? block.index : in_rest);
    }
    return part;
}

long start_from_parts(LpSession& session, const Program& program, std::span<const int> part, const Options& options) {
    if (part.size() != static_cast<std::size_t>(program.column_count()))
        throw std::invalid_argument(fmt::format("{} parts for {} columns", part.size(), program.column_count()));
    if (std::all_of(part.begin(), part.end(), [](int each) { return each == in_rest; })) return 0;
    return PartedStart{session, program, part, options}.run();
}

}  // namespace indus::solver
