// SPDX-License-Identifier: Apache-2.0
#include "solver/timed_start.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "solver/watch.hpp"

namespace indus::solver {

namespace {

class TimedStart {
public:
    TimedStart(LpSession& session, const Program& program, std::span<const int> stretch, std::span<const double> point,
               const Options& options)
        : session_{session},
          program_{program},
          stretch_{stretch},
          point_{point},
          watch_{options},
          cost_(program.cost().begin(), program.cost().end()),
          place_(stretch.size(), 0) {
        const auto count = 1 + static_cast<std::size_t>(std::ranges::max(stretch));
        columns_.resize(count);
        rows_.resize(count);
        for (std::size_t j = 0; j < stretch.size(); ++j) {
            auto& own = columns_[static_cast<std::size_t>(stretch[j])];
            place_[j] = static_cast<int>(own.size());
            own.push_back(static_cast<int>(j));
        }
        for (int i = 0; i < program.row_count(); ++i) {
            int last = -1;
            each_entry(i, [&](std::size_t column, double) { last = std::max(last, stretch[column]); });
            if (last >= 0) rows_[static_cast<std::size_t>(last)].push_back(i);
        }
    }

    long run() {
        for (std::size_t s = columns_.size(); s-- > 0 && !watch_.expired();) solve(s);
        return iterations_;
    }

private:
    template <class Visit>
    void each_entry(int row, Visit visit) const {
        const auto i = static_cast<std::size_t>(row);
        for (auto k = static_cast<std::size_t>(program_.row_start()[i]);
             k < static_cast<std::size_t>(program_.row_start()[i + 1]); ++k)
            visit(static_cast<std::size_t>(program_.column_index()[k]), program_.coefficient()[k]);
    }

    void solve(std::size_t s) {
        LpSession own;
        own.add_columns(columns_at_prices(s));
        own.add_rows(rows_after_the_point(s));
        own.perturb();
        const LpEnd end = own.solve(watch_.left());
        iterations_ += end.iterations;
        if (end.outcome != Outcome::optimal) return;
        for (std::size_t k = 0; k < rows_[s].size(); ++k) {
            const int row = rows_[s][k];
            session_.set_basic_row(row, own.is_basic_row(static_cast<int>(k)));
            tell_price(s, row, own.duals()[k]);
        }
        for (std::size_t k = 0; k < columns_[s].size(); ++k)
            session_.set_basic_column(columns_[s][k], own.is_basic_column(static_cast<int>(k)));
    }

    std::vector<LpColumn> columns_at_prices(std::size_t s) const {
        std::vector<LpColumn> made;
        for (const int j : columns_[s]) {
            const auto column = static_cast<std::size_t>(j);
            made.push_back({program_.lower()[column], program_.upper()[column], cost_[column], {}});
        }
        return made;
    }

    std::vector<LpRow> rows_after_the_point(std::size_t s) const {
        std::vector<LpRow> made;
        for (const int i : rows_[s]) {
            LpRow row{program_.row_lower()[static_cast<std::size_t>(i)],
                      program_.row_upper()[static_cast<std::size_t>(i)],
                      {}};
            each_entry(i, [&](std::size_t column, double coefficient) {
                if (stretch_[column] == static_cast<int>(s)) {
                    row.entries.push_back({place_[column], coefficient});
                } else {
                    row.lower -= coefficient * point_[column];
                    row.upper -= coefficient * point_[column];
                }
            });
            made.push_back(std::move(row));
        }
        return made;
    }

    void tell_price(std::size_t s, int row, double price) {
        if (price == 0.0) return;
        each_entry(row, [&](std::size_t column, double coefficient) {
            if (stretch_[column] != static_cast<int>(s)) cost_[column] -= price * coefficient;
        });
    }

    LpSession& session_;
    const Program& program_;
    std::span<const int> stretch_;
    std::span<const double> point_;
    Watch watch_;
    std::vector<double> cost_;
    std::vector<int> place_;  ///< per column, in its stretch
    std::vector<std::vector<int>> columns_{}, rows_{};
    long iterations_ = 0;
};

}  // namespace

long start_from_stretches(LpSession& session, const Program& program, std::span<const int> stretch,
                          std::span<const double> point, const Options& options) {
    const auto columns = static_cast<std::size_t>(program.column_count());
    if (stretch.size() != columns || point.size() != columns)
        throw std::invalid_argument(
            fmt::format("{} stretches and {} values for {} columns", stretch.size(), point.size(), columns));
    if (columns == 0) return 0;
    return TimedStart{session, program, stretch, point, options}.run();
}

}  // namespace indus::solver
