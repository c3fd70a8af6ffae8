// SPDX-License-Identifier: Apache-2.0
#include "solver/coarse_program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "solver/parted_start.hpp"

namespace indus::solver {

namespace {

/// In the place of a coarse column, of one whose bounds are equal.
constexpr int decides_nothing = -1;

/// Numbers from 0 by family and group, made when first asked for.
class Places {
public:
    explicit Places(int groups) : groups_{groups} {}
    /// The number, and whether it is new.
    std::pair<int, bool> of(Family family, int occurrence, int group) {
        auto& row = known_[{family.index, occurrence}];
        row.resize(static_cast<std::size_t>(groups_), -1);
        int& place = row[static_cast<std::size_t>(group)];
        const bool is_new = place < 0;
        if (is_new) place = count_++;
        return {place, is_new};
    }

private:
    int groups_;
    int count_ = 0;
    std::map<std::pair<std::int32_t, int>, std::vector<int>> known_{};
};

/// Tells rows of one family at one position apart, by the order in which they were added.
class Occurrences {
public:
    int next(const Program& program, int row) {
        auto& [position, count] = last_.try_emplace(program.family_of_row(row).index, -1, 0).first->second;
        count = position == program.row_position(row) ? count + 1 : 0;
        position = program.row_position(row);
        return count;
    }

private:
    std::map<std::int32_t, std::pair<int, int>> last_{};
};

struct ColumnSum {
    double lower = 0.0, upper = 0.0, cost = 0.0;
    int count = 0;
};

/// Families of which a row takes the change from one step to another: levels, and what ramps and commitment tie
/// together.
std::set<std::int32_t> carried_families(const Program& program) {
    std::set<std::int32_t> carried;
    std::map<std::int32_t, bool> is_positive;  // of the first column met
    for (std::size_t i = 0; i < static_cast<std::size_t>(program.row_count()); ++i) {
        is_positive.clear();
        for (auto k = static_cast<std::size_t>(program.row_start()[i]);
             k < static_cast<std::size_t>(program.row_start()[i + 1]); ++k) {
            const bool positive = program.coefficient()[k] > 0.0;
            const auto family = program.family_of_column(program.column_index()[k]).index;
            if (is_positive.try_emplace(family, positive).first->second != positive) carried.insert(family);
        }
    }
    return carried;
}

}  // namespace

CoarseProgram::CoarseProgram(const Program& program, StepGroups groups)
    : original_{program}, groups_{std::move(groups)} {
    for (const int each : groups_.period) periods_ = std::max(periods_, 1 + each);
    for (const int each : groups_.band) bands_ = std::max(bands_, 1 + each);
    coarse_.add_offset(program.offset());
    add_columns();
    add_rows();
}

int CoarseProgram::group_at(int position) const {
    const auto t = static_cast<std::size_t>(position);
    return groups_.period.at(t) * bands_ + groups_.band.at(t);
}

void CoarseProgram::add_columns() {
    const Program& program = original_;
    Places places{periods_ * bands_};
    std::vector<ColumnSum> sums;
    for (int j = 0; j < program.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        const int group = group_at(program.column_position(j));
        if (program.lower()[column] == program.upper()[column]) {
            coarse_.add_offset(program.cost()[column] * program.lower()[column]);
            column_.push_back(decides_nothing);
            continue;
        }
        const auto [place, is_new] = places.of(program.family_of_column(j), 0, group);
        if (is_new) sums.emplace_back();
        ColumnSum& sum = sums[static_cast<std::size_t>(place)];
        sum.lower += program.lower()[column];
        sum.upper += program.upper()[column];
        sum.cost += program.cost()[column];
        ++sum.count;
        column_.push_back(place);
    }
    const Block all = coarse_.add_block("all");
    const Family family = coarse_.add_family({"column", "", ""});
    for (std::size_t k = 0; k < sums.size(); ++k)
        coarse_.add_variable({.lower = sums[k].lower / sums[k].count,
                              .upper = sums[k].upper / sums[k].count,
                              .cost = sums[k].cost,
                              .family = family,
                              .position = static_cast<int>(k),
                              .block = all});
}

void CoarseProgram::add_rows() {
    const Program& program = original_;
    Places places{periods_ * bands_};
    Occurrences occurrences;
    for (int i = 0; i < program.row_count(); ++i)
        row_.push_back(
            places.of(program.family_of_row(i), occurrences.next(program, i), group_at(program.row_position(i))).first);
    std::vector<int> order(row_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int left, int right) {
        return row_[static_cast<std::size_t>(left)] < row_[static_cast<std::size_t>(right)];
    });

    const Family family = coarse_.add_family({"row", "", ""});
    std::vector<double> sum(static_cast<std::size_t>(coarse_.column_count()), 0.0);
    std::vector<char> is_met(sum.size(), 0);
    std::vector<int> met;
    for (auto next = order.begin(); next != order.end();) {
        const int place = row_[static_cast<std::size_t>(*next)];
        double lower = 0.0, upper = 0.0;
        for (; next != order.end() && row_[static_cast<std::size_t>(*next)] == place; ++next) {
            const auto row = static_cast<std::size_t>(*next);
            lower += program.row_lower()[row];
            upper += program.row_upper()[row];
            for (auto k = static_cast<std::size_t>(program.row_start()[row]);
                 k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k) {
                const auto original = static_cast<std::size_t>(program.column_index()[k]);
                if (column_[original] == decides_nothing) {
                    lower -= program.coefficient()[k] * program.lower()[original];
                    upper -= program.coefficient()[k] * program.lower()[original];
                    continue;
                }
                const auto column = static_cast<std::size_t>(column_[original]);
                if (is_met[column] == 0) met.push_back(static_cast<int>(column));
                is_met[column] = 1;
                sum[column] += program.coefficient()[k];
            }
        }
        Expression left;
        for (const int column : met) {
            left.add({column}, sum[static_cast<std::size_t>(column)]);
            sum[static_cast<std::size_t>(column)] = 0.0;
            is_met[static_cast<std::size_t>(column)] = 0;
        }
        met.clear();
        coarse_.add_row({left, lower, upper}, {.family = family, .position = place, .block = {0}});
    }
}

std::vector<double> CoarseProgram::values_by_step(std::span<const double> values) const {
    std::vector<double> made;
    made.reserve(column_.size());
    for (std::size_t j = 0; j < column_.size(); ++j)
        made.push_back(column_[j] == decides_nothing ? original_.lower()[j]
                                                     : values[static_cast<std::size_t>(column_[j])]);
    move_carried(made);
    return made;
}

void CoarseProgram::move_carried(std::vector<double>& values) const {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::set<std::int32_t> carried = carried_families(original_);
    std::map<std::int32_t, std::vector<double>> by_group;
    const auto each_carried = [&](auto visit) {
        for (int j = 0; j < original_.column_count(); ++j) {
            const std::int32_t family = original_.family_of_column(j).index;
            if (!carried.contains(family) || column_[static_cast<std::size_t>(j)] == decides_nothing) continue;
            auto& own =
                by_group.try_emplace(family, static_cast<std::size_t>(periods_ * bands_), unknown).first->second;
            visit(static_cast<std::size_t>(j), original_.column_position(j), own);
        }
    };
    each_carried([&](std::size_t column, int t, std::vector<double>& own) {
        own[static_cast<std::size_t>(group_at(t))] = values[column];
    });
    const std::vector<double> left = share_left();
    each_carried([&](std::size_t column, int t, const std::vector<double>& own) {
        const auto of = [&](int group) {
            return group < 0 || group >= periods_ * bands_ ? unknown : own[static_cast<std::size_t>(group)];
        };
        const int group = group_at(t);
        const double here = of(group);
        // The first period goes on as the second does, backwards.
        double change = here - of(group - bands_);
        if (std::isnan(change)) change = of(group + bands_) - here;
        if (!std::isnan(change))
            values[column] = std::clamp(here - left[static_cast<std::size_t>(t)] * change, original_.lower()[column],
                                        original_.upper()[column]);
    });
}

std::vector<double> CoarseProgram::share_left() const {
    std::vector<int> passed(static_cast<std::size_t>(periods_), 0), count = passed;
    for (const int period : groups_.period) ++count[static_cast<std::size_t>(period)];
    std::vector<double> made;
    for (const int period : groups_.period) {
        const auto p = static_cast<std::size_t>(period);
        made.push_back(1.0 - static_cast<double>(++passed[p]) / count[p]);
    }
    return made;
}

std::vector<double> CoarseProgram::prices_by_step(std::span<const double> duals) const {
    std::vector<double> made;
    made.reserve(row_.size());
    for (const int place : row_) made.push_back(duals[static_cast<std::size_t>(place)]);
    return made;
}

std::vector<int> CoarseProgram::parts(std::span<const int> part) const {
    constexpr int unknown = -2;
    std::vector<int> made(static_cast<std::size_t>(coarse_.column_count()), unknown);
    for (std::size_t j = 0; j < column_.size(); ++j) {
        if (column_[j] == decides_nothing) continue;
        int& own = made[static_cast<std::size_t>(column_[j])];
        own = own == unknown || own == part[j] ? part[j] : in_rest;
    }
    return made;
}

}  // namespace indus::solver
