// SPDX-License-Identifier: Apache-2.0
// Programs of blocks and links, a column and a row at a time.
#pragma once

#include "solver/program.hpp"

namespace indus::solver {

struct Linked {
    Program program{};
    Family family = program.add_family({"x", "pick", "1"});

    Variable column(double upper, double cost, Block block, bool integer = true) {
        return program.add_variable({.upper = upper,
                                     .cost = cost,
                                     .integer = integer,
                                     .family = family,
                                     .position = program.column_count(),
                                     .block = block});
    }
    void row(const Condition& condition, Block block = linking) {
        program.add_row(condition, {.family = family, .position = program.row_count(), .block = block});
    }
};

}  // namespace indus::solver
