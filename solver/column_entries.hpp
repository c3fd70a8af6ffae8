// SPDX-License-Identifier: Apache-2.0
// A program's rows, turned round.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "solver/lp_session.hpp"
#include "solver/program.hpp"

namespace indus::solver {

/// Entries of a program by column.
class ColumnEntries {
public:
    ColumnEntries(const Program& program, bool linking_only);
    std::span<const LpEntry> of(int column) const {
        const auto j = static_cast<std::size_t>(column);
        return {entries_.data() + start_[j], start_[j + 1] - start_[j]};
    }

private:
    std::vector<std::size_t> start_{};
    std::vector<LpEntry> entries_{};
};

}  // namespace indus::solver
