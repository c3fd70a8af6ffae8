// SPDX-License-Identifier: Apache-2.0
#include "solver/lp_dive.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "solver/watch.hpp"

namespace indus::solver {

namespace {

constexpr double whole = 1e-6;
/// What is chosen to so large a part is rounded up at once.
constexpr double nearly = 0.7;

class Dive {
public:
    Dive(LpSession& relaxation, const Program& program, std::span<const int> group, const Options& limits)
        : relaxation_{relaxation}, program_{program}, group_{group}, limits_{limits}, watch_{limits} {}

    LpDive run() {
        constexpr int most_tries = 3;
        for (int tries = 0; tries < most_tries; ++tries) {
            if (tries > 0 && !begin_again()) break;
            if (dive()) {
                made_.values = std::move(point_);
                made_.cost = program_.objective(made_.values);
                break;
            }
            if (is_worse_ || watch_.expired() || !ended_in_ || !first_.insert(*ended_in_).second) break;
        }
        return std::move(made_);
    }

private:
    bool dive() {
        ended_in_.reset();
        while (true) {
            take_point();
            const std::vector<int> parts = next_parts();
            if (parts.empty()) return true;
            if (!decide(parts)) return false;
        }
    }

    bool begin_again() {
        for (const auto& [column, bounds] : before_) relaxation_.set_column_bounds(column, bounds.first, bounds.second);
        before_.clear();
        return solve() && !is_worse_;
    }

    void set_bounds(int column, double lower, double upper) {
        before_.try_emplace(column, relaxation_.lower(column), relaxation_.upper(column));
        relaxation_.set_column_bounds(column, lower, upper);
    }

    int group_of(int column) const { return group_[static_cast<std::size_t>(column)]; }

    /// How much of a column is chosen beyond a whole number; 0 where that is whole.
    double part_of(int column) const {
        const double value = point_[static_cast<std::size_t>(column)];
        const double part = value - std::floor(value);
        return part < whole || part > 1.0 - whole ? 0.0 : part;
    }

    /// Those to be rounded next, the largest part first; of groups in which a dive ended, as long as there are any.
    std::vector<int> next_parts() const {
        std::vector<int> parts = next_parts(true);
        return parts.empty() ? next_parts(false) : parts;
    }

    std::vector<int> next_parts(bool of_first) const {
        std::vector<int> parts;
        std::unordered_map<int, int> largest;  // by group
        for (int j = 0; j < program_.column_count(); ++j) {
            if (!program_.is_integer(j) || part_of(j) == 0.0) continue;
            if (of_first && !first_.contains(group_of(j))) continue;
            if (part_of(j) > nearly) parts.push_back(j);
            const auto [known, is_first] = largest.try_emplace(group_of(j), j);
            if (!is_first && part_of(j) > part_of(known->second)) known->second = j;
        }
        for (const auto& [group, column] : largest)
            if (part_of(column) <= nearly) parts.push_back(column);
        std::sort(parts.begin(), parts.end(), [&](int left, int right) {
            return part_of(left) != part_of(right) ? part_of(left) > part_of(right) : left < right;
        });
        return parts;
    }

    /// All at once; where that leaves no point, one half after the other. False where none is left.
    bool decide(std::span<const int> parts) {
        if (parts.empty() || raise(parts)) return !is_worse_;
        if (is_worse_ || watch_.expired()) return false;
        if (parts.size() == 1) {
            if (lower_like(parts.front())) return !is_worse_;
            ended_in_ = group_of(parts.front());
            return false;
        }
        const std::size_t half = parts.size() / 2;
        return decide(parts.first(half)) && decide(still_in_part(parts.subspan(half)));
    }

    /// As the last linear program has them.
    std::vector<int> still_in_part(std::span<const int> parts) {
        take_point();
        std::vector<int> made;
        for (const int column : parts)
            if (part_of(column) > 0.0) made.push_back(column);
        return made;
    }

    void take_point() { point_.assign(relaxation_.values().begin(), relaxation_.values().end()); }

    bool raise(std::span<const int> columns) {
        return move(columns,
                    [this](int column) { set_bounds(column, std::ceil(value(column)), relaxation_.upper(column)); });
    }

    bool lower(std::span<const int> columns) {
        return move(columns,
                    [this](int column) { set_bounds(column, relaxation_.lower(column), std::floor(value(column))); });
    }

    /// Takes it back where that leaves no point.
    template <typename Move>
    bool move(std::span<const int> columns, const Move& each) {
        std::vector<std::pair<double, double>> bounds;
        for (const int column : columns) {
            bounds.emplace_back(relaxation_.lower(column), relaxation_.upper(column));
            each(column);
        }
        if (solve()) return true;
        for (std::size_t k = 0; k < columns.size(); ++k)
            relaxation_.set_column_bounds(columns[k], bounds[k].first, bounds[k].second);
        return false;
    }

    /// What cannot be rounded up leaves little hope for smaller parts of its group; where all of them cannot be rounded
    /// down, it is alone.
    bool lower_like(int column) {
        std::vector<int> alike;
        for (int j = 0; j < program_.column_count(); ++j)
            if (program_.is_integer(j) && group_of(j) == group_of(column) && part_of(j) > 0.0 &&
                part_of(j) <= part_of(column))
                alike.push_back(j);
        if (lower(alike)) return true;
        return alike.size() > 1 && !watch_.expired() && lower({&column, 1});
    }

    double value(int column) const { return point_[static_cast<std::size_t>(column)]; }

    bool solve() {
        const LpEnd end = relaxation_.solve(watch_.left());
        ++made_.solves;
        made_.iterations += end.iterations;
        is_worse_ = end.outcome == Outcome::optimal && end.objective >= limits_.cutoff.value_or(infinity);
        return end.outcome == Outcome::optimal;
    }

    LpSession& relaxation_;
    const Program& program_;
    std::span<const int> group_;
    const Options& limits_;
    Watch watch_;
    std::vector<double> point_{};
    bool is_worse_ = false;                                        ///< than what is of interest
    std::unordered_map<int, std::pair<double, double>> before_{};  ///< bounds of columns that were changed
    std::unordered_set<int> first_{};                              ///< groups in which a dive ended
    std::optional<int> ended_in_{};
    LpDive made_{};
};

}  // namespace

LpDive dive_by_rounding_up(LpSession& relaxation, const Program& program, std::span<const int> group,
                           const Options& limits) {
    return Dive{relaxation, program, group, limits}.run();
}

}  // namespace indus::solver
