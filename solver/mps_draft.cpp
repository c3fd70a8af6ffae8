// SPDX-License-Identifier: Apache-2.0
#include "solver/mps_draft.hpp"

#include <fmt/format.h>

#include <cmath>

#include "solver/text_names.hpp"

namespace indus::solver {

namespace {

constexpr Block whole{0};

struct Limits {
    double lower = -infinity;
    double upper = infinity;
};

Limits column_limits(const MpsColumn& column) {
    const bool integer_alone = column.integer && !column.lower && !column.upper;
    const double upper = column.upper.value_or(integer_alone ? 1.0 : infinity);
    return {column.lower.value_or(upper < 0.0 ? -infinity : 0.0), upper};
}

/// The width of an equality says by its sign on which side it lies.
Limits row_limits(const MpsRow& row) {
    const double width = std::abs(row.range.value_or(0.0));
    const bool upward = row.type == 'G' || (row.type == 'E' && row.range.value_or(0.0) >= 0.0);
    if (row.type == 'N') return {};
    if (row.type != 'E' && !row.range) return upward ? Limits{row.side, infinity} : Limits{-infinity, row.side};
    return upward ? Limits{row.side, row.side + width} : Limits{row.side - width, row.side};
}

}  // namespace

bool MpsDraft::add_row(std::string_view name, char type) {
    const int index = static_cast<int>(rows_.size());
    if (!row_of_.emplace(name, index).second) return false;
    rows_.push_back({.name = name, .type = type});
    if (type == 'N' && objective_ < 0) objective_ = index;
    return true;
}

bool MpsDraft::add_column(std::string_view name, bool integer) {
    if (!column_of_.emplace(name, static_cast<int>(columns_.size())).second) return false;
    columns_.push_back({.name = name, .integer = integer, .first_entry = entry_row_.size()});
    return true;
}

bool MpsDraft::add_entry(int row, double value) {
    const int column = static_cast<int>(columns_.size()) - 1;
    int& last = rows_[static_cast<std::size_t>(row)].last_column;
    if (last == column) return false;
    last = column;
    entry_row_.push_back(row);
    entry_value_.push_back(value);
    return true;
}

std::vector<double> MpsDraft::costs(double sign) const {
    std::vector<double> cost(columns_.size(), 0.0);
    for (std::size_t j = 0; j < columns_.size(); ++j)
        for (std::size_t k = columns_[j].first_entry; k < entries_end(j); ++k)
            if (entry_row_[k] == objective_) cost[j] = sign * entry_value_[k];
    return cost;
}

/// The column that stands for a constant cost. Only the last one may be: others keep their positions.
bool MpsDraft::is_constant(std::size_t j) const {
    const MpsColumn& column = columns_[j];
    const bool alone = entries_end(j) == column.first_entry + 1 && entry_row_[column.first_entry] == objective_;
    return j + 1 == columns_.size() && alone && column.name == constant_name && !column.integer &&
           column.lower == 1.0 && column.upper == 1.0;
}

void MpsDraft::add_columns(Program& program, double sign, const Report& report) const {
    const std::vector<double> cost = costs(sign);
    NameFamilies families{program};
    for (std::size_t j = 0; j < columns_.size(); ++j) {
        if (is_constant(j)) {
            program.add_offset(cost[j]);
            continue;
        }
        const MpsColumn& column = columns_[j];
        auto [lower, upper] = column_limits(column);
        if (lower > upper) {
            report(column.bound_line,
                   fmt::format("column '{}' with lower bound {} and upper bound {}", column.name, lower, upper),
                   "a lower bound that is not above the upper one");
            upper = lower;
        }
        const auto [family, position] = families.place(column.name);
        program.add_variable({.lower = lower,
                              .upper = upper,
                              .cost = cost[j],
                              .integer = column.integer,
                              .family = family,
                              .position = position,
                              .block = whole});
    }
}

void MpsDraft::add_rows(Program& program, const Report& report) const {
    std::vector<std::vector<double>::size_type> start(rows_.size() + 1, 0);
    for (const int row : entry_row_) ++start[static_cast<std::size_t>(row) + 1];
    for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
    std::vector<Term> terms(entry_row_.size());
    auto next = start;
    for (std::size_t j = 0; j < columns_.size(); ++j)
        for (std::size_t k = columns_[j].first_entry; k < entries_end(j); ++k)
            terms[next[static_cast<std::size_t>(entry_row_[k])]++] = {{static_cast<std::int32_t>(j)}, entry_value_[k]};
    NameFamilies families{program};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (static_cast<int>(i) == objective_) continue;
        const MpsRow& row = rows_[i];
        const Limits limits = row_limits(row);
        if (std::isinf(row.side) && row.range) {
            report(row.range_line, fmt::format("a range for row '{}', whose right-hand side is infinite", row.name),
                   "a finite right-hand side");
            continue;
        }
        Expression left;
        for (std::size_t k = start[i]; k < start[i + 1]; ++k) left.add(terms[k].variable, terms[k].coefficient);
        const auto [family, position] = families.place(row.name);
        program.add_row({std::move(left), limits.lower, limits.upper},
                        {.family = family, .position = position, .block = whole});
    }
}

Program MpsDraft::program(double sign, const Report& report) const {
    Program made;
    made.add_block("all");
    add_columns(made, sign, report);
    add_rows(made, report);
    if (objective_ >= 0) {
        const double side = rows_[static_cast<std::size_t>(objective_)].side;
        if (side != 0.0) made.add_offset(-sign * side);
    }
    return made;
}

}  // namespace indus::solver
