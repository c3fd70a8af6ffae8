// SPDX-License-Identifier: Apache-2.0
#include "model/answers/unit_oracle.hpp"

#include <algorithm>
#include <cmath>

#include "model/answers/unit_window.hpp"

namespace indus::model {

namespace {

class UnitOracle : public solver::BlockOracle {
public:
    UnitOracle(UnitColumns columns, std::vector<UnitLimits> periods) : columns_{std::move(columns)} {
        for (UnitLimits& each : periods) {
            const int begin = count_;
            count_ += static_cast<int>(each.steps.size());
            periods_.push_back({begin, count_, UnitProgram{std::move(each)}});
        }
    }

    std::unique_ptr<solver::BlockOracle> within(solver::Window steps, std::span<const int> columns,
                                                std::span<const double> point) const override {
        const auto holds = [&](const Period& each) { return each.begin <= steps.first && steps.last <= each.end; };
        const auto period = std::find_if(periods_.begin(), periods_.end(), holds);
        if (period == periods_.end() || !are_all_of(steps, columns)) return nullptr;
        UnitColumns inside = columns_;
        inside.for_each([&](int& at) { at = at / count_ * (steps.last - steps.first); });
        const int first = steps.first - period->begin;
        const int last = steps.last - period->begin;
        const UnitLimits& all = period->program.limits();
        std::vector<UnitLimits> left;
        left.push_back(first > 0 ? limits_within(all, state_before(*period, steps.first, point), first, last)
                                 : limits_until(all, last));
        return std::make_unique<UnitOracle>(std::move(inside), std::move(left));
    }

    solver::OracleAnswer answer_within(const solver::BlockLimits& limits, std::span<const double> cost) const override {
        solver::OracleAnswer made;
        made.values.assign(cost.size(), 0.0);
        double bound = 0.0;
        for (const Period& period : periods_) {
            const UnitCosts costs = costs_of(period, cost);
            const UnitSchedule schedule =
                limits.empty() ? period.program.best(costs) : UnitProgram{narrowed(period, limits)}.best(costs);
            if (schedule.cost == solver::infinity) return {solver::infinity, solver::infinity, {}};
            bound += schedule.cost;
            write(period, schedule, cost, made.values);
        }
        made.cost = 0.0;
        double size = std::abs(bound);
        for (std::size_t j = 0; j < cost.size(); ++j) {
            made.cost += cost[j] * made.values[j];
            size += std::abs(cost[j] * made.values[j]);
        }
        constexpr double rounding = 1e-12;
        made.bound = std::min(bound, made.cost) - rounding * size;
        return made;
    }

private:
    struct Period {
        int begin = 0, end = 0;
        UnitProgram program;
    };

    /// Whether the columns are those of the steps, series by series.
    bool are_all_of(solver::Window steps, std::span<const int> columns) const {
        const int length = steps.last - steps.first;
        if (static_cast<int>(columns.size()) != columns_.series_count() * length) return false;
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const int series = static_cast<int>(k) / length;
            if (columns[k] != series * count_ + steps.first + static_cast<int>(k) % length) return false;
        }
        return true;
    }

    /// What the unit does in the step before `t`.
    UnitState state_before(const Period& period, int t, std::span<const double> point) const {
        const auto value = [&](int column, int step) {
            const int at = column + step;
            return point[static_cast<std::size_t>(at)];
        };
        UnitState made;
        made.is_on = value(columns_.on, t - 1) > 0.5;
        for (int step = t - 1; step >= period.begin && made.changed < 0; --step)
            if (value(made.is_on ? columns_.start : columns_.stop, step) > 0.5) made.changed = step - period.begin;
        if (columns_.pieces.empty()) made.piece.push_back(value(columns_.above, t - 1));
        for (const int piece : columns_.pieces) made.piece.push_back(value(piece, t - 1));
        for (const int reserve : columns_.reserves) made.reserve_mw += value(reserve, t - 1);
        return made;
    }

    UnitCosts costs_of(const Period& period, std::span<const double> cost) const {
        const auto of = [&](int column) {
            const auto at = cost.begin() + column;
            return std::vector<double>(at + period.begin, at + period.end);
        };
        UnitCosts made{of(columns_.on), of(columns_.start), of(columns_.stop), {}, {}, {}};
        const std::vector<double> above = of(columns_.above);
        if (columns_.pieces.empty()) made.piece.push_back(above);
        for (const int piece : columns_.pieces) {
            made.piece.push_back(of(piece));
            for (std::size_t t = 0; t < above.size(); ++t) made.piece.back()[t] += above[t];
        }
        for (const int reserve : columns_.reserves) made.reserve.push_back(of(reserve));
        for (const int category : columns_.categories) made.category.push_back(of(category));
        // The rows let an earlier stop stand for a colder start. Should that be cheaper, the bound must know.
        for (std::size_t k = made.category.size(); k-- > 0;)
            for (std::size_t t = 0; t < above.size(); ++t)
                made.category[k][t] =
                    std::min(made.category[k][t], k + 1 < made.category.size() ? made.category[k + 1][t] : 0.0);
        return made;
    }

    /// The limits of the program where decisions are made already.
    UnitLimits narrowed(const Period& period, const solver::BlockLimits& narrower) const {
        UnitLimits made = period.program.limits();
        for (int t = period.begin; t < period.end; ++t) {
            const auto is_zero = [&](int column) {
                const int at = column + t;
                return narrower.upper[static_cast<std::size_t>(at)] < 0.5;
            };
            const auto is_one = [&](int column) {
                const int at = column + t;
                return narrower.lower[static_cast<std::size_t>(at)] > 0.5;
            };
            UnitLimits::Step& step = made.steps[static_cast<std::size_t>(t - period.begin)];
            UnitLimits::Step* before = t > period.begin ? &step - 1 : nullptr;
            if (is_zero(columns_.on)) step.may_be_on = false;
            if (is_one(columns_.on)) step.must_be_on = true;
            if (is_zero(columns_.start)) step.may_start = false;
            if (is_zero(columns_.stop)) step.may_stop = false;
            if (is_one(columns_.start)) {
                step.must_be_on = true;
                if (before)
                    before->may_be_on = false;
                else if (made.is_on_before)
                    step.may_be_on = false;
            }
            if (is_one(columns_.stop)) {
                step.may_be_on = false;
                if (before)
                    before->must_be_on = true;
                else if (!made.is_on_before)
                    step.must_be_on = true;
            }
        }
        return made;
    }

    void write(const Period& period, const UnitSchedule& schedule, std::span<const double> cost,
               std::vector<double>& values) const {
        const auto put = [&](int column, int t, double value) {
            const int at = column + period.begin + t;
            values[static_cast<std::size_t>(at)] = value;
        };
        bool was_on = period.program.limits().is_on_before;
        for (int t = 0; t < period.end - period.begin; ++t) {
            const auto i = static_cast<std::size_t>(t);
            const bool on = schedule.on[i];
            put(columns_.on, t, on ? 1.0 : 0.0);
            put(columns_.start, t, on && !was_on ? 1.0 : 0.0);
            put(columns_.stop, t, !on && was_on ? 1.0 : 0.0);
            double above = 0.0;
            for (std::size_t l = 0; l < schedule.piece.size(); ++l) {
                above += schedule.piece[l][i];
                if (!columns_.pieces.empty()) put(columns_.pieces[l], t, schedule.piece[l][i]);
            }
            put(columns_.above, t, above);
            for (std::size_t k = 0; k < columns_.reserves.size(); ++k)
                put(columns_.reserves[k], t, schedule.reserve[k][i]);
            const int category = schedule.category[i];
            if (category >= 0) {
                const int column = columns_.categories[static_cast<std::size_t>(category)];
                const int at = column + period.begin + t;
                if (cost[static_cast<std::size_t>(at)] < 0.0) put(column, t, 1.0);
            }
            was_on = on;
        }
    }

    UnitColumns columns_;
    int count_ = 0;
    std::vector<Period> periods_{};
};

}  // namespace

std::unique_ptr<solver::BlockOracle> make_unit_oracle(UnitColumns columns, std::vector<UnitLimits> periods) {
    return std::make_unique<UnitOracle>(std::move(columns), std::move(periods));
}

}  // namespace indus::model
