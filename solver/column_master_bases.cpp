// SPDX-License-Identifier: Apache-2.0
// The base point of each block, to which the others stand as differences.
#include <algorithm>
#include <cmath>
#include <map>

#include "solver/column_master.hpp"

namespace indus::solver {

ColumnMaster::PooledPoint ColumnMaster::pooled(BlockPoint&& point) const {
    PooledPoint made{std::move(point)};
    made.activity = blocks_.activity(made);
    return made;
}

LpColumn ColumnMaster::column_of(const PooledPoint& point) const {
    const Base& base = base_of(point);
    LpColumn made{0.0, point.rests ? 0.0 : infinity, point.cost - base.cost, {}};
    auto own = point.activity.begin();
    auto other = base.activity.begin();
    constexpr double rounding = 1e-12;
    while (own != point.activity.end() || other != base.activity.end()) {
        const bool takes_own =
            other == base.activity.end() || (own != point.activity.end() && own->index <= other->index);
        const bool takes_other =
            own == point.activity.end() || (other != base.activity.end() && other->index <= own->index);
        const int row = takes_own ? own->index : other->index;
        const double here = takes_own ? (own++)->value : 0.0;
        const double there = takes_other ? (other++)->value : 0.0;
        if (std::abs(here - there) > rounding * std::max(std::abs(here), std::abs(there)))
            made.entries.push_back({master_row(row), here - there});
    }
    made.entries.push_back({base.row, 1.0});
    return made;
}

void ColumnMaster::set_base(Base& base, PooledPoint&& point) {
    static_cast<PooledPoint&>(base) = std::move(point);
    shift_rows(base, 1.0);
    renew_limits(base);
}

/// What the bases give, the rows' limits do not ask of the others.
void ColumnMaster::shift_rows(const PooledPoint& point, double sign) {
    const Program& program = blocks_.program();
    base_cost_ += sign * point.cost;
    for (const LpEntry& each : point.activity) {
        const auto row = static_cast<std::size_t>(each.index);
        based_[row] += sign * each.value;
        lp_.set_row_bounds(master_row(each.index), program.row_lower()[row] - based_[row],
                           program.row_upper()[row] - based_[row]);
    }
}

/// A base that rests leaves no weight to itself.
void ColumnMaster::renew_limits(const Base& base) {
    lp_.set_row_bounds(base.row, base.rests || base.values.empty() ? 1.0 : 0.0, 1.0);
}

void ColumnMaster::choose_bases() {
    const std::vector<double> own = base_weights();
    if (own.empty()) return;
    const std::span<const double> values = lp_.values();
    std::map<int, Change> best;
    std::map<int, double> most;
    constexpr double noticeable = 1e-3;
    for (std::size_t p = 0; p < points_.size(); ++p) {
        if (points_[p].rests) continue;
        Base& base = base_of(points_[p]);
        const int position = position_[static_cast<std::size_t>(points_[p].block)];
        const double weight = values[column_at(p)];
        const double before = base.rests ? -1.0 : own[static_cast<std::size_t>(position)] + noticeable;
        const auto known = most.find(position);
        if (weight <= (known == most.end() ? before : known->second)) continue;
        most[position] = weight;
        best[position] = {&base, p};
    }
    std::vector<Change> changes;
    for (const auto& [position, change] : best) changes.push_back(change);
    if (!changes.empty()) change_bases(changes);
}

/// The basis stays what it was: the slack of a block's weights is its base.
void ColumnMaster::change_bases(const std::vector<Change>& changes) {
    std::vector<char> is_changing(bases_.size(), 0);
    const auto position = [&](const BlockPoint& point) {
        return static_cast<std::size_t>(position_[static_cast<std::size_t>(point.block)]);
    };
    for (const Change& each : changes) {
        is_changing[position(points_[each.point])] = 1;
        const int column = static_cast<int>(column_at(each.point));
        const bool point_is_basic = lp_.is_basic_column(column);
        lp_.set_basic_column(column, lp_.is_basic_row(each.base->row));
        lp_.set_basic_row(each.base->row, point_is_basic);
        PooledPoint before = std::move(static_cast<PooledPoint&>(*each.base));
        shift_rows(before, -1.0);
        static_cast<PooledPoint&>(*each.base) = std::move(points_[each.point]);
        shift_rows(*each.base, 1.0);
        points_[each.point] = std::move(before);
        renew_limits(*each.base);
    }
    // The columns of these blocks are written anew, after those that stay.
    std::vector<int> gone;
    std::vector<char> is_basic;
    std::vector<LpColumn> columns;
    std::vector<PooledPoint> kept, moved;
    for (std::size_t p = 0; p < points_.size(); ++p) {
        if (is_changing[position(points_[p])] == 0) {
            kept.push_back(std::move(points_[p]));
            continue;
        }
        gone.push_back(static_cast<int>(column_at(p)));
        is_basic.push_back(lp_.is_basic_column(gone.back()) ? 1 : 0);
        columns.push_back(column_of(points_[p]));
        moved.push_back(std::move(points_[p]));
    }
    lp_.delete_columns(gone);
    lp_.add_columns(columns);
    points_ = std::move(kept);
    for (std::size_t k = 0; k < moved.size(); ++k) {
        lp_.set_basic_column(static_cast<int>(column_at(points_.size())), is_basic[k] != 0);
        points_.push_back(std::move(moved[k]));
    }
}

std::vector<double> ColumnMaster::base_weights() const {
    const std::span<const double> values = lp_.values();
    if (values.size() != column_at(points_.size())) return {};
    std::vector<double> made(bases_.size(), 1.0);
    for (std::size_t p = 0; p < points_.size(); ++p)
        made[static_cast<std::size_t>(position_[static_cast<std::size_t>(points_[p].block)])] -= values[column_at(p)];
    for (double& each : made) each = std::max(0.0, each);
    return made;
}

}  // namespace indus::solver
