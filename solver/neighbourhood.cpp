// SPDX-License-Identifier: Apache-2.0
#include "solver/neighbourhood.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "solver/dive.hpp"
#include "solver/reduced_program.hpp"

namespace indus::solver {

namespace {

/// Bounds of the program, drawn in to what some points span.
class Span {
public:
    explicit Span(const PricedBlocks& blocks)
        : blocks_{blocks},
          lower_{blocks.program().lower().begin(), blocks.program().lower().end()},
          upper_{blocks.program().upper().begin(), blocks.program().upper().end()},
          is_known_(static_cast<std::size_t>(blocks.program().block_count()), 0) {}

    void include(const BlockPoint& point) {
        char& is_known = is_known_[static_cast<std::size_t>(point.block)];
        const std::span<const int> columns = blocks_.columns_of(point.block);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            if (!blocks_.program().is_integer(columns[k])) continue;
            const auto j = static_cast<std::size_t>(columns[k]);
            const double value = std::round(point.values[k]) + 0.0;
            lower_[j] = is_known != 0 ? std::min(lower_[j], value) : value;
            upper_[j] = is_known != 0 ? std::max(upper_[j], value) : value;
        }
        is_known = 1;
    }

    void open(int block, int from, int to) {
        const Program& program = blocks_.program();
        for (const int column : blocks_.columns_of(block)) {
            const int position = program.column_position(column);
            if (!program.is_integer(column) || position < from || position >= to) continue;
            const auto j = static_cast<std::size_t>(column);
            lower_[j] = program.lower()[j];
            upper_[j] = program.upper()[j];
        }
    }

    void fix(const BlockPoint& point) {
        const std::span<const int> columns = blocks_.columns_of(point.block);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const auto j = static_cast<std::size_t>(columns[k]);
            const bool is_whole = blocks_.program().is_integer(columns[k]);
            lower_[j] = upper_[j] = is_whole ? std::round(point.values[k]) + 0.0 : point.values[k];
        }
    }

    const std::vector<double>& lower() const { return lower_; }
    const std::vector<double>& upper() const { return upper_; }

private:
    const PricedBlocks& blocks_;
    std::vector<double> lower_, upper_;
    std::vector<char> is_known_;
};

}  // namespace

Result solve_near(const ColumnMaster& master, const Neighbourhood& open, const Options& options) {
    const PricedBlocks& blocks = master.blocks();
    const std::vector<PricedPoint> mix = master.mix();
    std::vector<int> points(static_cast<std::size_t>(blocks.program().block_count()), 0);
    Span span{blocks};
    for (const PricedPoint& each : mix) {
        ++points[static_cast<std::size_t>(each.block)];
        span.include(each);
    }
    std::set<int> opened;
    for (const BlockPoint& each : open.wishes) {
        span.include(each);
        opened.insert(each.block);
    }
    for (const int block : open.blocks) {
        span.open(block, open.from, open.to);
        opened.insert(block);
    }
    for (const PricedPoint& each : mix)
        if (points[static_cast<std::size_t>(each.block)] == 1 && !opened.contains(each.block)) span.fix(each);

    const ReducedProgram reduced{blocks.program(), span.lower(), span.upper()};
    Result result;
    if (reduced.is_infeasible()) {
        result.outcome = Outcome::infeasible;
        return result;
    }
    Options own = options;
    if (reduced.program().integer_count() == 0) own.work_limit.reset();  // of nodes, not of iterations
    if (!master.uses_slack() && open_blocks(master).empty()) {
        own.start = reduced.to_reduced(master.values());
        own.cutoff.reset();
    }
    result = make_solver("cbc")->solve(reduced.program(), own);
    if (result.has_solution()) {
        result.values = reduced.to_original(result.values);
        result.objective = blocks.program().objective(result.values);
    }
    return result;
}

Result solve_commonest(const ColumnMaster& master, const Options& options) {
    const PricedBlocks& blocks = master.blocks();
    const std::vector<PricedPoint> mix = master.mix();
    std::map<int, const PricedPoint*> heaviest;
    for (const PricedPoint& each : mix) {
        const PricedPoint*& known = heaviest[each.block];
        if (!known || each.weight > known->weight) known = &each;
    }
    Span span{blocks};
    for (const auto& [block, point] : heaviest) span.include(*point);
    const ReducedProgram reduced{blocks.program(), span.lower(), span.upper()};
    Result result;
    if (reduced.is_infeasible() || reduced.program().integer_count() > 0) return result;
    result = make_solver("clp")->solve(reduced.program(), options);
    if (!result.has_solution()) return result;
    result.values = reduced.to_original(result.values);
    result.objective = blocks.program().objective(result.values);
    return result;
}

}  // namespace indus::solver
