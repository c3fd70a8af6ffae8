// SPDX-License-Identifier: Apache-2.0
#include "solver/column_master.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

namespace indus::solver {

ColumnMaster::ColumnMaster(const PricedBlocks& blocks)
    : blocks_{blocks},
      master_row_(static_cast<std::size_t>(blocks.program().row_count()), -1),
      position_(static_cast<std::size_t>(blocks.program().block_count()), -1),
      based_(master_row_.size(), 0.0) {
    int next = 0;
    for (const int i : blocks.kept_rows()) {
        if (blocks.program().is_linking(i)) box_.push_back({i});
        master_row_[static_cast<std::size_t>(i)] = next++;
    }
    std::vector<LpRow> rows = kept_rows();
    for (const int block : blocks.answering()) {
        position_[static_cast<std::size_t>(block)] = static_cast<int>(bases_.size());
        bases_.emplace_back().row = next++;
        rows.push_back({1.0, 1.0, {}});
    }
    join_alike();
    lp_.leave_unscaled();
    lp_.add_rows(rows);
    const std::vector<LpColumn> columns = kept_columns();
    lp_.add_columns(columns);
    first_slack_ = static_cast<int>(alike_.size());
    first_point_ = static_cast<int>(columns.size());
}

std::vector<LpRow> ColumnMaster::kept_rows() const {
    const Program& program = blocks_.program();
    std::vector<LpRow> made;
    for (const int i : blocks_.kept_rows())
        made.push_back(
            {program.row_lower()[static_cast<std::size_t>(i)], program.row_upper()[static_cast<std::size_t>(i)], {}});
    return made;
}

/// Columns that cost and give the same may be one.
void ColumnMaster::join_alike() {
    std::map<std::vector<double>, std::size_t> known;
    for (const int j : blocks_.kept_columns()) {
        std::vector<double> looks{blocks_.program().cost()[static_cast<std::size_t>(j)]};
        for (const LpEntry& each : blocks_.entries_of(j)) looks.insert(looks.end(), {double(each.index), each.value});
        const auto [place, is_new] = known.emplace(std::move(looks), alike_.size());
        if (is_new) alike_.emplace_back();
        alike_[place->second].push_back(j);
    }
}

/// Columns of blocks without integers, then two slacks for each price in the box.
std::vector<LpColumn> ColumnMaster::kept_columns() const {
    const Program& program = blocks_.program();
    std::vector<LpColumn> made;
    for (const std::vector<int>& group : alike_) {
        LpColumn& each =
            made.emplace_back(LpColumn{0.0, 0.0, program.cost()[static_cast<std::size_t>(group.front())], {}});
        for (const int j : group) {
            each.lower += program.lower()[static_cast<std::size_t>(j)];
            each.upper += program.upper()[static_cast<std::size_t>(j)];
        }
        for (const LpEntry& entry : blocks_.entries_of(group.front()))
            each.entries.push_back({master_row(entry.index), entry.value});
    }
    for (const Box& each : box_) {
        made.push_back({0.0, infinity, each.width + each.centre, {{master_row(each.row), 1.0}}});
        made.push_back({0.0, infinity, each.width - each.centre, {{master_row(each.row), -1.0}}});
    }
    return made;
}

void ColumnMaster::close_box() {
    if (is_closed_) return;
    double largest = 1.0;
    for (const Box& each : box_) largest = std::max({largest, std::abs(each.centre), each.width});
    constexpr double dear = 100.0;
    for (Box& each : box_) each.width = dear * largest;
    apply_box();
    is_closed_ = true;
}

void ColumnMaster::apply_box() {
    is_closed_ = false;
    int slack = first_slack_;
    for (const Box& each : box_) {
        lp_.set_cost(slack++, each.width + each.centre);
        lp_.set_cost(slack++, each.width - each.centre);
    }
}

bool ColumnMaster::uses_slack() const {
    const std::span<const double> values = lp_.values();
    constexpr double trace = 1e-7;
    return std::any_of(values.begin() + first_slack_, values.begin() + first_point_,
                       [](double value) { return value > trace; });
}

bool ColumnMaster::helps(const LpColumn& column, double noticeable) const {
    return duals_.empty() || gain_of(column) > noticeable;
}

double ColumnMaster::gain_of(const LpColumn& column) const {
    double gain = -column.cost;
    double size = std::abs(column.cost);
    for (const LpEntry& each : column.entries) {
        const double paid = duals_[static_cast<std::size_t>(each.index)] * each.value;
        gain += paid;
        size += std::abs(paid);
    }
    constexpr double rounding = 1e-9;
    return gain > rounding * size ? gain : 0.0;
}

int ColumnMaster::add_points(std::vector<OracleAnswer>&& answers, double noticeable) {
    std::vector<LpColumn> columns;
    int added = 0;
    for (std::size_t n = 0; n < answers.size(); ++n) {
        if (answers[n].cost == infinity) continue;
        PooledPoint point = pooled(blocks_.point_of(blocks_.answering()[n], std::move(answers[n])));
        Base& base = base_of(point);
        if (base.values.empty()) {
            set_base(base, std::move(point));
            ++added;
            continue;
        }
        LpColumn column = column_of(point);
        if (!helps(column, noticeable)) continue;
        columns.push_back(std::move(column));
        points_.push_back(std::move(point));
    }
    lp_.add_columns(columns);
    return added + static_cast<int>(columns.size());
}

void ColumnMaster::add_points(std::vector<BlockPoint>&& points) {
    std::vector<LpColumn> columns;
    for (BlockPoint& each : points) {
        PooledPoint point = pooled(std::move(each));
        Base& base = base_of(point);
        if (base.values.empty()) {
            set_base(base, std::move(point));
            continue;
        }
        columns.push_back(column_of(point));
        points_.push_back(std::move(point));
    }
    lp_.add_columns(columns);
}

bool ColumnMaster::solve(const Options& options, Simplex first) {
    const auto begin = std::chrono::steady_clock::now();
    bool is_solved = solve_awake(options, first);
    while (is_solved && wake()) is_solved = solve_awake(options, Simplex::primal);
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return is_solved;
}

bool ColumnMaster::solve_awake(const Options& options, Simplex first) {
    choose_bases();
    const LpEnd end = lp_.solve(options, first);
    if (end.outcome != Outcome::optimal) return false;
    duals_.assign(lp_.duals().begin(), lp_.duals().end());
    cost_ = end.objective + base_cost_ + blocks_.program().offset();
    return true;
}

std::vector<double> ColumnMaster::row_prices(std::span<const double> duals) const {
    std::vector<double> y(static_cast<std::size_t>(blocks_.program().row_count()), 0.0);
    for (std::size_t r = 0; r < blocks_.kept_rows().size(); ++r)
        y[static_cast<std::size_t>(blocks_.kept_rows()[r])] = duals[r];
    return y;
}

template <typename Goes>
std::vector<ColumnMaster::PooledPoint> ColumnMaster::take_out(const Goes& goes) {
    std::vector<int> gone;
    std::vector<PooledPoint> kept, taken;
    for (std::size_t p = 0; p < points_.size(); ++p) {
        const bool is_taken = goes(p);
        if (is_taken) gone.push_back(static_cast<int>(column_at(p)));
        (is_taken ? taken : kept).push_back(std::move(points_[p]));
    }
    points_ = std::move(kept);
    lp_.delete_columns(gone);
    return taken;
}

int ColumnMaster::purge(int patience) {
    const bool many = points_.size() > blocks_.answering().size() + 100;
    const auto goes = [&](std::size_t p) {
        points_[p].idle = is_idle(p) ? points_[p].idle + 1 : 0;
        return many && points_[p].idle > patience;
    };
    return static_cast<int>(take_out(goes).size());
}

bool ColumnMaster::is_idle(std::size_t point) const {
    const std::size_t column = column_at(point);
    return lp_.values()[column] < 1e-9 && lp_.reduced_costs()[column] > 1e-6 * (1.0 + std::abs(points_[point].cost));
}

void ColumnMaster::lay_asleep() {
    const auto is_basic = [&](std::size_t p) { return lp_.is_basic_column(static_cast<int>(column_at(p))); };
    std::vector<PooledPoint> idle =
        take_out([&](std::size_t p) { return !is_basic(p) && (points_[p].rests || is_idle(p)); });
    std::move(idle.begin(), idle.end(), std::back_inserter(asleep_));
}

/// Of each block the few that gain most at the last prices; whether there are any.
bool ColumnMaster::wake() {
    constexpr std::size_t most_of_block = 2;
    const double noticeable = 1e-6 * std::max(1.0, std::abs(cost_));
    std::map<int, std::vector<std::pair<double, std::size_t>>> gains;  // by block; gain and point
    for (std::size_t p = 0; p < asleep_.size(); ++p) {
        if (asleep_[p].rests) continue;
        const double gain = gain_of(column_of(asleep_[p]));
        if (gain > noticeable) gains[asleep_[p].block].emplace_back(-gain, p);
    }
    std::vector<char> wakes(asleep_.size(), 0);
    for (auto& [block, some] : gains) {
        std::sort(some.begin(), some.end());
        for (std::size_t k = 0; k < std::min(most_of_block, some.size()); ++k) wakes[some[k].second] = 1;
    }
    std::vector<LpColumn> columns;
    std::vector<PooledPoint> kept;
    for (std::size_t p = 0; p < asleep_.size(); ++p) {
        if (wakes[p] != 0) columns.push_back(column_of(asleep_[p]));
        (wakes[p] != 0 ? points_ : kept).push_back(std::move(asleep_[p]));
    }
    asleep_ = std::move(kept);
    lp_.add_columns(columns);
    return !columns.empty();
}

void ColumnMaster::narrow(int block, const BlockLimits& limits) {
    Base& base = bases_[static_cast<std::size_t>(position_[static_cast<std::size_t>(block)])];
    if (!base.values.empty()) {
        base.rests = !blocks_.is_within(base, limits);
        renew_limits(base);
    }
    for (std::size_t p = 0; p < points_.size(); ++p) {
        if (points_[p].block != block) continue;
        const bool rests = !blocks_.is_within(points_[p], limits);
        if (rests == points_[p].rests) continue;
        points_[p].rests = rests;
        lp_.set_column_bounds(static_cast<int>(column_at(p)), 0.0, rests ? 0.0 : infinity);
    }
    for (PooledPoint& each : asleep_)
        if (each.block == block) each.rests = !blocks_.is_within(each, limits);
}

std::vector<BlockPoint> ColumnMaster::release_points() {
    choose_bases();
    std::vector<BlockPoint> made;
    made.reserve(bases_.size() + points_.size());
    for (Base& each : bases_)
        if (!each.values.empty()) made.push_back(std::move(each));
    for (PooledPoint& each : points_) made.push_back(std::move(each));
    for (PooledPoint& each : asleep_) made.push_back(std::move(each));
    return made;
}

std::vector<PricedPoint> ColumnMaster::mix() const {
    std::vector<PricedPoint> made;
    const std::vector<double> own = base_weights();
    if (own.empty()) return made;
    const std::span<const double> values = lp_.values();
    constexpr double trace = 1e-9;
    const auto add = [&](const BlockPoint& point, double weight) {
        if (weight > trace) made.push_back({{point.block, point.cost, point.values}, weight});
    };
    for (std::size_t n = 0; n < bases_.size(); ++n)
        if (!bases_[n].values.empty()) add(bases_[n], own[n]);
    for (std::size_t p = 0; p < points_.size(); ++p) add(points_[p], values[column_at(p)]);
    std::stable_sort(made.begin(), made.end(),
                     [](const PricedPoint& left, const PricedPoint& right) { return left.block < right.block; });
    return made;
}

std::vector<BlockPoint> ColumnMaster::cheapest_idle(std::size_t blocks) const {
    const std::vector<double> own = base_weights();
    if (own.empty()) return {};
    const std::span<const double> values = lp_.values();
    const std::span<const double> reduced = lp_.reduced_costs();
    constexpr double trace = 1e-9;
    std::vector<std::pair<double, const PooledPoint*>> order;
    for (std::size_t n = 0; n < bases_.size(); ++n)
        if (!bases_[n].rests && !bases_[n].values.empty() && own[n] < trace)
            order.emplace_back(-lp_.duals()[static_cast<std::size_t>(bases_[n].row)], &bases_[n]);
    for (std::size_t p = 0; p < points_.size(); ++p)
        if (!points_[p].rests && values[column_at(p)] < trace) order.emplace_back(reduced[column_at(p)], &points_[p]);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::map<int, std::set<std::vector<double>>> mixed;
    for (const PricedPoint& each : mix()) mixed[each.block].insert(blocks_.decisions_at(each).lower);
    std::set<int> seen;
    std::vector<BlockPoint> made;
    for (const auto& [cost, point] : order) {
        if (seen.size() == blocks) break;
        if (!mixed[point->block].insert(blocks_.decisions_at(*point).lower).second) continue;
        seen.insert(point->block);
        made.push_back(*point);
    }
    return made;
}

/// From the first on, each takes as much as it can.
void ColumnMaster::share_out(double sum, const std::vector<int>& group, std::vector<double>& values) const {
    const Program& program = blocks_.program();
    if (group.size() == 1) {
        values[static_cast<std::size_t>(group.front())] = sum;
        return;
    }
    for (const int j : group) sum -= program.lower()[static_cast<std::size_t>(j)];
    for (const int j : group) {
        const auto column = static_cast<std::size_t>(j);
        const double more = std::clamp(sum, 0.0, program.upper()[column] - program.lower()[column]);
        values[column] = program.lower()[column] + more;
        sum -= more;
    }
}

std::vector<double> ColumnMaster::values() const {
    const Program& program = blocks_.program();
    std::vector<double> made(static_cast<std::size_t>(program.column_count()), 0.0);
    const std::span<const double> values = lp_.values();
    for (std::size_t k = 0; k < alike_.size(); ++k) share_out(values[k], alike_[k], made);
    const auto add = [&](const BlockPoint& point, double weight) {
        if (weight == 0.0) return;
        const std::span<const int> columns = blocks_.columns_of(point.block);
        for (std::size_t k = 0; k < columns.size(); ++k)
            made[static_cast<std::size_t>(columns[k])] += weight * point.values[k];
    };
    const std::vector<double> own = base_weights();
    for (std::size_t n = 0; n < own.size(); ++n)
        if (!bases_[n].values.empty()) add(bases_[n], own[n]);
    for (std::size_t p = 0; p < points_.size(); ++p) add(points_[p], values[column_at(p)]);
    return made;
}

}  // namespace indus::solver
