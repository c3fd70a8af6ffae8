// SPDX-License-Identifier: Apache-2.0
#include "solver/column_entries.hpp"

#include <numeric>

namespace indus::solver {

ColumnEntries::ColumnEntries(const Program& program, bool linking_only)
    : start_(static_cast<std::size_t>(program.column_count()) + 1, 0) {
    const auto for_each_entry = [&](auto&& visit) {
        for (int i = 0; i < program.row_count(); ++i) {
            if (linking_only && !program.is_linking(i)) continue;
            const auto row = static_cast<std::size_t>(i);
            for (auto k = static_cast<std::size_t>(program.row_start()[row]);
                 k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k)
                visit(i, static_cast<std::size_t>(program.column_index()[k]), program.coefficient()[k]);
        }
    };
    for_each_entry([&](int, std::size_t column, double) { ++start_[column + 1]; });
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    entries_.resize(start_.back());
    std::vector<std::size_t> next = start_;
    for_each_entry([&](int row, std::size_t column, double value) { entries_[next[column]++] = {row, value}; });
}

}  // namespace indus::solver
