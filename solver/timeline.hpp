// SPDX-License-Identifier: Apache-2.0
// Which steps of time the columns and rows of a program belong to.
#pragma once

#include <span>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

/// Steps first <= t < last.
struct Window {
    int first = 0;
    int last = 0;
    bool holds(int step) const { return first <= step && step < last; }
    friend bool operator==(Window, Window) = default;
};

/// The step of a column is its position (Program::column_position); of one that meets a single row, which says by how
/// much a rule over many steps is broken, the last step of that row. A row spans the steps of its columns.
class Timeline {
public:
    explicit Timeline(const Program& program);

    int step_count() const { return step_count_; }
    int step_of_column(int column) const { return column_step_[static_cast<std::size_t>(column)]; }
    int first_step(int row) const { return first_[static_cast<std::size_t>(row)]; }
    int last_step(int row) const { return last_[static_cast<std::size_t>(row)]; }

private:
    int step_count_ = 0;
    std::vector<std::int32_t> column_step_{}, first_{}, last_{};
};

}  // namespace indus::solver
