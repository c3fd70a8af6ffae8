// SPDX-License-Identifier: Apache-2.0
#include "solver/mixed_program.hpp"

namespace indus::solver {

MixedProgram::MixedProgram(const PricedBlocks& blocks, std::vector<char> is_mixed)
    : blocks_{blocks},
      is_mixed_{std::move(is_mixed)},
      column_(static_cast<std::size_t>(blocks.program().column_count()), -1),
      row_(static_cast<std::size_t>(blocks.program().row_count()), -1),
      weight_row_(is_mixed_.size(), -1),
      lower_(blocks.program().lower().begin(), blocks.program().lower().end()),
      upper_(blocks.program().upper().begin(), blocks.program().upper().end()) {
    const Program& whole = blocks.program();
    int& rows = row_count_;
    int columns = 0;
    for (int i = 0; i < whole.row_count(); ++i)
        if (!mixes(whole.block_of_row(i))) row_[static_cast<std::size_t>(i)] = rows++;
    for (std::size_t b = 0; b < is_mixed_.size(); ++b)
        if (is_mixed_[b] != 0) weight_row_[b] = rows++;
    for (int j = 0; j < whole.column_count(); ++j)
        if (!mixes(whole.block_of_column(j))) column_[static_cast<std::size_t>(j)] = columns++;
}

void MixedProgram::add_points(std::vector<BlockPoint>&& points) {
    for (BlockPoint& each : points)
        if (is_mixed_[static_cast<std::size_t>(each.block)] != 0) points_.push_back(std::move(each));
}

double MixedProgram::gain(const BlockPoint& point) const {
    double made =
        last_.duals[static_cast<std::size_t>(weight_row_[static_cast<std::size_t>(point.block)])] - point.cost;
    for (const LpEntry& each : blocks_.activity(point))
        made += each.value * last_.duals[static_cast<std::size_t>(row_[static_cast<std::size_t>(each.index)])];
    return made;
}

void MixedProgram::set_bounds(int column, double lower, double upper) {
    lower_[static_cast<std::size_t>(column)] = lower;
    upper_[static_cast<std::size_t>(column)] = upper;
}

Program MixedProgram::program() const {
    const Program& whole = blocks_.program();
    Program made;
    const Block own = made.add_block("mixed");
    const Family family = made.add_family({"item", "", ""});
    std::vector<Expression> left(static_cast<std::size_t>(whole.row_count()));
    std::vector<Expression> weights(is_mixed_.size());
    for (int j = 0; j < whole.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        if (column_[column] < 0) continue;
        const Variable kept = made.add_variable({.lower = lower_[column],
                                                 .upper = upper_[column],
                                                 .cost = whole.cost()[column],
                                                 .family = family,
                                                 .position = j,
                                                 .block = own});
        for (const LpEntry& each : blocks_.entries_of(j))
            left[static_cast<std::size_t>(each.index)].add(kept, each.value);
    }
    for (const BlockPoint& each : points_) {
        const Variable weight = made.add_variable({.upper = 1.0, .cost = each.cost, .family = family, .block = own});
        weights[static_cast<std::size_t>(each.block)].add(weight, 1.0);
        for (const LpEntry& entry : blocks_.activity(each))
            left[static_cast<std::size_t>(entry.index)].add(weight, entry.value);
    }
    for (std::size_t i = 0; i < left.size(); ++i)
        if (row_[i] >= 0)
            made.add_row({std::move(left[i]), whole.row_lower()[i], whole.row_upper()[i]},
                         {.family = family, .position = static_cast<int>(i), .block = own});
    for (std::size_t b = 0; b < weights.size(); ++b)
        if (is_mixed_[b] != 0) made.add_row({std::move(weights[b]), 1.0, 1.0}, {.family = family, .block = own});
    made.add_offset(whole.offset());
    return made;
}

bool MixedProgram::solve(const Options& limits) {
    last_ = make_solver("clp")->solve(program(), limits);
    return last_.outcome == Outcome::optimal;
}

std::vector<double> MixedProgram::prices() const {
    std::vector<double> made(row_.size(), 0.0);
    for (std::size_t i = 0; i < row_.size(); ++i)
        if (row_[i] >= 0) made[i] = last_.duals[static_cast<std::size_t>(row_[i])];
    return made;
}

std::vector<double> MixedProgram::values() const {
    std::vector<double> made(column_.size(), 0.0);
    int kept = 0;
    for (std::size_t j = 0; j < column_.size(); ++j)
        if (column_[j] >= 0) made[j] = last_.values[static_cast<std::size_t>(kept++)];
    for (std::size_t k = 0; k < points_.size(); ++k) {
        const double weight = last_.values[static_cast<std::size_t>(kept) + k];
        if (weight == 0.0) continue;
        const std::span<const int> columns = blocks_.columns_of(points_[k].block);
        for (std::size_t c = 0; c < columns.size(); ++c)
            made[static_cast<std::size_t>(columns[c])] += weight * points_[k].values[c];
    }
    return made;
}

}  // namespace indus::solver
