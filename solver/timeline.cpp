// SPDX-License-Identifier: Apache-2.0
#include "solver/timeline.hpp"

#include <algorithm>
#include <limits>

namespace indus::solver {

Timeline::Timeline(const Program& program)
    : first_(static_cast<std::size_t>(program.row_count()), std::numeric_limits<std::int32_t>::max()),
      last_(first_.size(), -1) {
    column_step_.reserve(static_cast<std::size_t>(program.column_count()));
    for (int j = 0; j < program.column_count(); ++j) {
        column_step_.push_back(program.column_position(j));
        step_count_ = std::max(step_count_, 1 + program.column_position(j));
    }
    std::vector<std::uint8_t> rows_met(column_step_.size(), 0);
    const auto each_entry = [&](auto visit) {
        for (std::size_t i = 0; i < first_.size(); ++i)
            for (auto k = static_cast<std::size_t>(program.row_start()[i]);
                 k < static_cast<std::size_t>(program.row_start()[i + 1]); ++k)
                visit(i, static_cast<std::size_t>(program.column_index()[k]));
    };
    each_entry([&](std::size_t row, std::size_t column) {
        first_[row] = std::min(first_[row], column_step_[column]);
        last_[row] = std::max(last_[row], column_step_[column]);
        if (rows_met[column] < 2) ++rows_met[column];
    });
    each_entry([&](std::size_t row, std::size_t column) {
        if (rows_met[column] == 1) column_step_[column] = std::max(column_step_[column], last_[row]);
    });
}

}  // namespace indus::solver
