// SPDX-License-Identifier: Apache-2.0
#include "solver/acceleration/neighbourhood.hpp"

#include <algorithm>
#include <cmath>

namespace indus::solver {

namespace {

constexpr double integral_within = 1e-6;
/// Rows with more entries couple too much of the program to say what is near.
constexpr std::int64_t many_entries = 100;

bool is_fractional(double value) { return std::abs(value - std::round(value)) > integral_within; }

template <typename Test>
Freedom integer_columns_where(const Program& program, Test test) {
    Freedom freedom(program.cost().size(), 0);
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j) && test(static_cast<std::size_t>(j))) freedom[static_cast<std::size_t>(j)] = 1;
    return freedom;
}

/// Reduced costs with multipliers that point at infinite row limits taken as zero, as in weak duality.
std::vector<double> reduced_costs(const Program& program, std::span<const double> multipliers) {
    std::vector<double> result(program.cost().begin(), program.cost().end());
    for (std::size_t i = 0; i < multipliers.size(); ++i) {
        const double y = multipliers[i];
        if (y == 0.0 || std::isinf(y > 0.0 ? program.row_lower()[i] : program.row_upper()[i])) continue;
        const auto end = static_cast<std::size_t>(program.row_start()[i + 1]);
        for (auto k = static_cast<std::size_t>(program.row_start()[i]); k < end; ++k)
            result[static_cast<std::size_t>(program.column_index()[k])] -= y * program.coefficient()[k];
    }
    return result;
}

}  // namespace

Freedom fractional_columns(const Program& program, std::span<const double> point) {
    return integer_columns_where(program, [&](std::size_t j) { return is_fractional(point[j]); });
}

Freedom where_different(const Program& program, std::span<const double> one, std::span<const double> other) {
    return integer_columns_where(program,
                                 [&](std::size_t j) { return std::abs(one[j] - other[j]) > integral_within; });
}

Freedom within_positions(const Program& program, int first, int last) {
    return integer_columns_where(program, [&](std::size_t j) {
        const int position = program.column_position(static_cast<int>(j));
        return position >= first && position <= last;
    });
}

Freedom of_blocks(const Program& program, const std::vector<std::uint8_t>& blocks) {
    return integer_columns_where(program, [&](std::size_t j) {
        const Block block = program.block_of_column(static_cast<int>(j));
        return !(block == linking) && blocks[static_cast<std::size_t>(block.index)] != 0;
    });
}

Freedom with_neighbours(const Program& program, const Freedom& freedom) {
    Freedom result = freedom;
    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        const std::int64_t first = program.row_start()[row];
        const std::int64_t last = program.row_start()[row + 1];
        if ((program.is_linking(i) && program.block_count() > 0) || last - first > many_entries) continue;
        const auto columns = program.column_index().subspan(static_cast<std::size_t>(first),
                                                            static_cast<std::size_t>(last - first));
        const bool touches = std::any_of(columns.begin(), columns.end(),
                                         [&](std::int32_t j) { return freedom[static_cast<std::size_t>(j)] != 0; });
        if (!touches) continue;
        for (const std::int32_t j : columns)
            if (program.is_integer(j)) result[static_cast<std::size_t>(j)] = 1;
    }
    return result;
}

Freedom united(Freedom one, const Freedom& other) {
    for (std::size_t j = 0; j < one.size(); ++j) one[j] = one[j] | other[j];
    return one;
}

long count(const Freedom& freedom) { return std::count(freedom.begin(), freedom.end(), std::uint8_t{1}); }

Program restricted(const Program& program, const Freedom& freedom, std::span<const double> reference) {
    Program result = program;
    for (int j = 0; j < program.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        if (!program.is_integer(j) || freedom[column] != 0) continue;
        const double value = std::clamp(std::round(reference[column]), program.lower()[column], program.upper()[column]);
        result.set_bounds({j}, value, value);
    }
    return result;
}

int fix_by_reduced_cost(Program& program, std::span<const double> multipliers, double bound, double cost) {
    const double room = cost - bound + 1e-7 * std::max(1.0, std::abs(cost));
    if (!std::isfinite(room)) return 0;
    const std::vector<double> reduced = reduced_costs(program, multipliers);
    int fixed = 0;
    for (int j = 0; j < program.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        const double lower = program.lower()[column];
        const double upper = program.upper()[column];
        if (!program.is_integer(j) || lower == upper || std::abs(reduced[column]) <= room) continue;
        const double kept = reduced[column] > 0.0 ? lower : upper;
        if (std::isinf(kept)) continue;
        program.set_bounds({j}, kept, kept);
        ++fixed;
    }
    return fixed;
}

}  // namespace indus::solver
