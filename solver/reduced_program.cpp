// SPDX-License-Identifier: Apache-2.0
#include "solver/reduced_program.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <stdexcept>

#include "solver/column_entries.hpp"

namespace indus::solver {

namespace {

constexpr double rounding = 1e-9;

/// Narrows bounds by rows until none says more, and tells which rows are still needed.
class Propagation {
public:
    Propagation(const Program& program, std::vector<double>& lower, std::vector<double>& upper)
        : program_{program},
          lower_{lower},
          upper_{upper},
          kept_(static_cast<std::size_t>(program.row_count()), 1),
          queued_(kept_.size(), 1),
          entries_{program, false} {}

    /// False where no point is left.
    bool run() {
        std::deque<int> queue(kept_.size());
        std::iota(queue.begin(), queue.end(), 0);
        queue_ = std::move(queue);
        while (!queue_.empty()) {
            const int row = queue_.front();
            queue_.pop_front();
            queued_[static_cast<std::size_t>(row)] = 0;
            if (kept_[static_cast<std::size_t>(row)] != 0 && !visit(static_cast<std::size_t>(row))) return false;
        }
        return true;
    }

    const std::vector<char>& kept() const { return kept_; }

private:
    /// What a row can come to within the bounds.
    struct Range {
        double least = 0.0, most = 0.0, size = 0.0;
        int open = 0;  ///< columns that are not fixed
        std::size_t open_at = 0;
    };

    std::size_t begin(std::size_t row) const { return static_cast<std::size_t>(program_.row_start()[row]); }
    std::size_t end(std::size_t row) const { return static_cast<std::size_t>(program_.row_start()[row + 1]); }
    std::size_t column(std::size_t entry) const { return static_cast<std::size_t>(program_.column_index()[entry]); }
    bool is_fixed(std::size_t j) const { return lower_[j] == upper_[j]; }

    Range range(std::size_t row) const {
        Range made;
        for (std::size_t k = begin(row); k < end(row); ++k) {
            const std::size_t j = column(k);
            const double a = program_.coefficient()[k];
            const double low = a > 0.0 ? a * lower_[j] : a * upper_[j];
            const double high = a > 0.0 ? a * upper_[j] : a * lower_[j];
            made.least += low;
            made.most += high;
            made.size = std::max(
                {made.size, std::isfinite(low) ? std::abs(low) : 0.0, std::isfinite(high) ? std::abs(high) : 0.0});
            if (!is_fixed(j)) ++made.open, made.open_at = k;
        }
        return made;
    }

    bool visit(std::size_t row) {
        const Range within = range(row);
        const double low = program_.row_lower()[row];
        const double high = program_.row_upper()[row];
        const double slack = rounding * std::max(1.0, within.size);
        if (within.least > high + 100.0 * slack || within.most < low - 100.0 * slack) return false;
        if (within.open == 0 || (within.least >= low - slack && within.most <= high + slack)) {
            kept_[row] = 0;
            return true;
        }
        if (within.least >= high - slack) return drop_at(row, true);
        if (within.most <= low + slack) return drop_at(row, false);
        return within.open > 1 || single(row, within.open_at);
    }

    /// The row is met only with all of its columns at the bounds that make it least, or most.
    bool drop_at(std::size_t row, bool least) {
        kept_[row] = 0;
        for (std::size_t k = begin(row); k < end(row); ++k) {
            const std::size_t j = column(k);
            if (is_fixed(j)) continue;
            const bool at_lower = (program_.coefficient()[k] > 0.0) == least;
            const double value = at_lower ? lower_[j] : upper_[j];
            if (!narrow(j, value, value)) return false;
        }
        return true;
    }

    /// One column is left: the row is a bound.
    bool single(std::size_t row, std::size_t entry) {
        kept_[row] = 0;
        const std::size_t open = column(entry);
        double fixed = 0.0;
        for (std::size_t k = begin(row); k < end(row); ++k)
            if (column(k) != open) fixed += program_.coefficient()[k] * lower_[column(k)];
        const double a = program_.coefficient()[entry];
        double low = (program_.row_lower()[row] - fixed) / a;
        double high = (program_.row_upper()[row] - fixed) / a;
        if (a < 0.0) std::swap(low, high);
        return narrow(open, std::max(low, lower_[open]), std::min(high, upper_[open]));
    }

    bool narrow(std::size_t j, double low, double high) {
        if (program_.is_integer(static_cast<int>(j))) {
            low = std::ceil(low - 1e-6);
            high = std::floor(high + 1e-6);
        }
        if (low > high) {
            if (low > high + 1e-6 * std::max(1.0, std::abs(high))) return false;
            low = high = std::clamp(0.5 * (low + high), lower_[j], upper_[j]);
        }
        if (high - low < rounding) low = high = (lower_[j] >= low && lower_[j] <= high) ? lower_[j] : high;
        if (low <= lower_[j] && high >= upper_[j]) return true;
        lower_[j] = std::max(low, lower_[j]);
        upper_[j] = std::min(high, upper_[j]);
        for (const LpEntry& each : entries_.of(static_cast<int>(j))) {
            const auto row = static_cast<std::size_t>(each.index);
            if (kept_[row] == 0 || queued_[row] != 0) continue;
            queued_[row] = 1;
            queue_.push_back(each.index);
        }
        return true;
    }

    const Program& program_;
    std::vector<double>& lower_;
    std::vector<double>& upper_;
    std::vector<char> kept_, queued_;
    std::deque<int> queue_{};
    ColumnEntries entries_;
};

}  // namespace

ReducedProgram::ReducedProgram(const Program& program, std::vector<double> lower, std::vector<double> upper)
    : lower_{std::move(lower)}, upper_{std::move(upper)} {
    const auto columns = static_cast<std::size_t>(program.column_count());
    if (lower_.size() != columns || upper_.size() != columns)
        throw std::invalid_argument("a reduced program needs one bound per column");
    Propagation propagation{program, lower_, upper_};
    is_infeasible_ = !propagation.run();
    if (!is_infeasible_) make(program, propagation.kept());
}

void ReducedProgram::make(const Program& program, std::span<const char> is_kept_row) {
    const Family columns = reduced_.add_family({"column", "", ""});
    const Family rows = reduced_.add_family({"row", "", ""});
    const Block all = reduced_.add_block("all");
    reduced_.add_offset(program.offset());
    std::vector<Variable> made(lower_.size());
    for (std::size_t j = 0; j < lower_.size(); ++j) {
        if (lower_[j] == upper_[j]) {
            reduced_.add_offset(program.cost()[j] * lower_[j]);
            continue;
        }
        const int column = static_cast<int>(j);
        made[j] = reduced_.add_variable({.lower = lower_[j],
                                         .upper = upper_[j],
                                         .cost = program.cost()[j],
                                         .integer = program.is_integer(column),
                                         .family = columns,
                                         .position = column,
                                         .block = all});
        columns_.push_back(column);
    }
    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        if (is_kept_row[row] == 0) continue;
        Expression left;
        for (auto k = static_cast<std::size_t>(program.row_start()[row]);
             k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k) {
            const auto j = static_cast<std::size_t>(program.column_index()[k]);
            if (lower_[j] == upper_[j])
                left += program.coefficient()[k] * lower_[j];
            else
                left.add(made[j], program.coefficient()[k]);
        }
        reduced_.add_row({left, program.row_lower()[row], program.row_upper()[row]},
                         {.family = rows, .position = i, .block = all});
    }
}

bool ReducedProgram::holds(std::span<const double> values) const {
    for (std::size_t j = 0; j < lower_.size(); ++j) {
        const double allowed = 1e-6 * std::max(1.0, std::abs(values[j]));
        if (values[j] < lower_[j] - allowed || values[j] > upper_[j] + allowed) return false;
    }
    return true;
}

std::vector<double> ReducedProgram::to_original(std::span<const double> values) const {
    std::vector<double> made = lower_;
    for (std::size_t k = 0; k < columns_.size(); ++k) made[static_cast<std::size_t>(columns_[k])] = values[k];
    return made;
}

std::vector<double> ReducedProgram::to_reduced(std::span<const double> values) const {
    std::vector<double> made;
    made.reserve(columns_.size());
    for (const int j : columns_) made.push_back(values[static_cast<std::size_t>(j)]);
    return made;
}

}  // namespace indus::solver
