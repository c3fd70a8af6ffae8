// SPDX-License-Identifier: Apache-2.0
#include "solver/implied_knapsacks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "solver/blocks.hpp"

namespace indus::solver {

namespace {

/// Calls with column and coefficient of each entry of the row.
template <class Use>
void each_entry(const Program& program, int row, const Use& use) {
    const auto i = static_cast<std::size_t>(row);
    for (auto k = program.row_start()[i]; k < program.row_start()[i + 1]; ++k)
        use(program.column_index()[static_cast<std::size_t>(k)], program.coefficient()[static_cast<std::size_t>(k)]);
}

/// Rows of a block by which its integers limit amounts: sum w x + sum d z <= r with continuous x, all w > 0.
class AmountLimits {
public:
    explicit AmountLimits(const Program& program) : rows_of_(static_cast<std::size_t>(program.column_count())) {
        for (int i = 0; i < program.row_count(); ++i) {
            if (!is_limit(program, i)) continue;
            each_entry(program, i, [&](std::int32_t j, double) {
                if (!program.is_integer(j)) rows_of_[static_cast<std::size_t>(j)].push_back(i);
            });
        }
    }

    std::span<const int> of(int column) const { return rows_of_[static_cast<std::size_t>(column)]; }

private:
    static bool is_limit(const Program& program, int row) {
        if (program.is_linking(row) || !std::isfinite(program.row_upper()[static_cast<std::size_t>(row)])) return false;
        int amounts = 0, decisions = 0;
        bool all_positive = true;
        each_entry(program, row, [&](std::int32_t j, double w) {
            ++(program.is_integer(j) ? decisions : amounts);
            all_positive = all_positive && (program.is_integer(j) || w > 0.0);
        });
        return amounts > 0 && decisions > 0 && all_positive;
    }

    std::vector<std::vector<int>> rows_of_;
};

/// One sum of rows, as it grows.
class Sum {
public:
    Sum(const Program& program, const AmountLimits& limits, std::vector<double>& dense)
        : program_{program}, limits_{limits}, a_{dense} {}

    void add(int row, double weight, double side) {
        made_.lower += weight * side;
        made_.sources.push_back({row, weight});
        each_entry(program_, row, [&](std::int32_t j, double value) {
            double& a = a_[static_cast<std::size_t>(j)];
            if (a == 0.0) columns_.push_back(j);
            const double added = weight * value;
            // What is left where two amounts are the same is rounding; a small coefficient by itself is not.
            constexpr double rounding = 1e-14;
            a = std::abs(a + added) <= rounding * std::abs(added) ? 0.0 : a + added;
        });
    }

    /// Amounts of blocks that decide are replaced by what their integers allow.
    ImpliedRow finish(const std::vector<char>& decides) {
        for (std::size_t n = 0; n < columns_.size(); ++n) {  // grows on the way
            const std::int32_t j = columns_[n];
            if (is_amount(j, decides) && value(j) > 0.0) limit(j);
        }
        std::sort(columns_.begin(), columns_.end());
        columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
        for (const std::int32_t j : columns_) {
            const double a = std::exchange(a_[static_cast<std::size_t>(j)], 0.0);
            const double least = program_.lower()[static_cast<std::size_t>(j)];
            if (a == 0.0) continue;
            if (a < 0.0 && is_amount(j, decides) && std::isfinite(least))
                made_.lower -= a * least;
            else
                made_.terms.push_back({j, a});
        }
        return std::move(made_);
    }

private:
    double value(std::int32_t j) const { return a_[static_cast<std::size_t>(j)]; }
    bool is_amount(std::int32_t j, const std::vector<char>& decides) const {
        const int block = program_.block_of_column(j).index;
        return !program_.is_integer(j) && block >= 0 && decides[static_cast<std::size_t>(block)] != 0;
    }

    /// By the row that limits most of what is left at once.
    void limit(std::int32_t j) {
        int best = -1;
        double best_weight = 0.0;
        int best_count = 0;
        for (const int row : limits_.of(j)) {
            double own = 0.0;
            int count = 0;
            each_entry(program_, row, [&](std::int32_t other, double w) {
                if (other == j) own = w;
                if (!program_.is_integer(other) && value(other) > 0.0) ++count;
            });
            if (count <= best_count) continue;
            best = row;
            best_weight = value(j) / own;
            best_count = count;
        }
        if (best >= 0) add(best, -best_weight, program_.row_upper()[static_cast<std::size_t>(best)]);
    }

    const Program& program_;
    const AmountLimits& limits_;
    std::vector<double>& a_;  ///< by column; zeros before and after
    std::vector<std::int32_t> columns_{};
    ImpliedRow made_{};
};

}  // namespace

std::vector<ImpliedRow> implied_knapsacks(const Program& program) {
    const std::vector<char> decides = deciding_blocks(program);
    const AmountLimits limits{program};
    std::vector<double> dense(static_cast<std::size_t>(program.column_count()), 0.0);
    std::vector<ImpliedRow> made;
    for (const double sign : {1.0, -1.0}) {
        const std::span<const double> sides = sign > 0.0 ? program.row_lower() : program.row_upper();
        std::map<std::pair<int, std::string_view>, std::vector<int>> demands;
        for (int i = 0; i < program.row_count(); ++i)
            if (program.is_linking(i) && std::isfinite(sides[static_cast<std::size_t>(i)]))
                demands[{program.row_position(i), program.row_label(i).unit}].push_back(i);
        for (const auto& [key, rows] : demands) {
            Sum sum{program, limits, dense};
            for (const int row : rows) sum.add(row, sign, sides[static_cast<std::size_t>(row)]);
            ImpliedRow row = sum.finish(decides);
            const auto integers = std::count_if(row.terms.begin(), row.terms.end(),
                                                [&](const LpEntry& each) { return program.is_integer(each.index); });
            if (integers > 1) made.push_back(std::move(row));
        }
    }
    return made;
}

}  // namespace indus::solver
