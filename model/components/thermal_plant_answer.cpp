// SPDX-License-Identifier: Apache-2.0
// A single thermal unit's answer to prices, by the dynamic program of model/answers/unit_program.hpp.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/answers/unit_program.hpp"
#include "model/answers/unit_window.hpp"
#include "model/components/thermal_plant_rows.hpp"
#include "solver/block_oracle.hpp"

namespace indus::model {

namespace {

/// Where the decisions of a unit stand among the columns of its block.
struct UnitColumns {
    int first = -1;  ///< of the program; the others count from it
    int on = -1, start = -1, stop = -1, above = -1;
    std::vector<int> pieces{}, reserves{}, categories{};
    std::vector<const Reserve*> products{};

    template <class Visit>
    void for_each(Visit visit) {
        for (int* each : {&on, &start, &stop, &above}) visit(*each);
        for (std::vector<int>* list : {&pieces, &reserves, &categories})
            for (int& each : *list) visit(each);
    }
    int series_count() const { return 4 + static_cast<int>(pieces.size() + reserves.size() + categories.size()); }
};

const Reserve* product_named(const System& system, std::string_view name) {
    for (const Reserve& each : system.all<Reserve>())
        if (each.name == name) return &each;
    return nullptr;
}

/// None where a series is of a kind that the dynamic program does not know.
std::optional<UnitColumns> columns_of(const System& system, std::span<const DecisionSeries> own) {
    UnitColumns made;
    made.first = own.front().first_column;
    for (const DecisionSeries& each : own) {
        const int at = each.first_column - made.first;
        const std::string_view quantity = each.quantity;
        if (quantity == "on") {
            made.on = at;
        } else if (quantity == "start") {
            made.start = at;
        } else if (quantity == "stop") {
            made.stop = at;
        } else if (quantity == "above_minimum") {
            made.above = at;
        } else if (quantity.starts_with("piece_")) {
            made.pieces.push_back(at);
        } else if (quantity.starts_with("start_category_")) {
            made.categories.push_back(at);
        } else if (quantity.starts_with("reserve_")) {
            made.reserves.push_back(at);
            made.products.push_back(product_named(system, quantity.substr(8)));
        } else {
            return std::nullopt;
        }
    }
    return made;
}

bool is_known(const ThermalPlant& plant, const UnitColumns& columns, const System& system) {
    if (plant.units != 1.0) return false;
    if (plant.has_least_draw(system.data()) && !(columns.pieces.empty() && columns.categories.empty())) return false;
    return std::all_of(columns.products.begin(), columns.products.end(), [&](const Reserve* each) {
        const bool shares = plant.ramp_up_mw_per_h && each->ramp_sharing != RampSharing::none;
        return each->is_up() && !shares && !(plant.ramp_up_mw_per_h && each->joint_response);
    });
}

/// The limits of one period of the horizon, steps [begin, end).
class Limits {
public:
    Limits(const ThermalPlant& plant, const Formulation& f, const UnitColumns& columns)
        : p_{plant},
          f_{f},
          time_{f.horizon()},
          columns_{columns},
          left_{f.system(), plant.name, plant.capacity_mw, plant.units} {}

    UnitLimits of(int begin, int end) const {
        UnitLimits made;
        for (int t = begin; t < end; ++t) made.steps.push_back(step(t, begin, end));
        add_pieces(made);
        for (const int reserve : columns_.reserves) made.reserve_mw.push_back(upper(reserve, begin, end));
        add_categories(made, begin, end);
        made.is_on_before = p_.initially_on();
        made.above_before_mw = p_.initially_on() ? p_.output_before() - p_.min_output_mw : 0.0;
        return made;
    }

private:
    UnitLimits::Step step(int t, int begin, int end) const {
        UnitLimits::Step made;
        const int column = columns_.first + columns_.on + t;
        const auto on = static_cast<std::size_t>(column);
        const double h = time_.hours(t);
        const double top = left_.share(t) * p_.capacity_mw;
        made.span_mw = std::max(0.0, top - p_.min_output_mw);
        const auto cut = [&](double limit_mw) { return std::min(top - std::min(limit_mw, top), made.span_mw); };
        made.start_mw = made.span_mw - cut(p_.start_limit_mw());
        made.stop_mw = made.span_mw - cut(p_.stop_limit_mw());
        if (p_.ramp_up_mw_per_h) made.ramp_up_mw = *p_.ramp_up_mw_per_h * h;
        if (p_.ramp_down_mw_per_h && !left_.trips(t)) made.ramp_down_mw = *p_.ramp_down_mw_per_h * h;
        made.may_be_on = f_.program().upper()[on] > 0.5;
        made.must_be_on = f_.program().lower()[on] > 0.5;
        made.next_trips = t + 1 < end && left_.trips(t + 1);
        const bool is_high = p_.initially_on() && p_.output_before() > p_.stop_limit_mw() + 1e-9;
        made.may_stop = t > begin || !is_high || left_.trips(t);
        made.first_off = t + 1;
        while (made.first_off < end && !may_stop_after(t, made.first_off)) ++made.first_off;
        made.first_on = t + 1;
        while (made.first_on < end && time_.steps_back(made.first_on, p_.min_down_h) > made.first_on - t)
            ++made.first_on;
        made.first_off -= begin;
        made.first_on -= begin;
        return made;
    }

    /// Whether a unit that started at a step may be off at another: its time is over, or a trip lies between.
    bool may_stop_after(int started, int t) const {
        for (int i = t; i > started; --i)
            if (left_.trips(i)) return true;
        return time_.steps_back(t, p_.min_up_h) <= t - started;
    }

    void add_pieces(UnitLimits& made) const {
        const ProductionCurve curve{p_, f_.system().settings().cost_segments};
        double low = p_.min_output_mw;
        for (const ProductionCurve::Piece& each : curve.pieces) {
            const auto within = [&](double limit_mw) {
                return each.width_mw - std::clamp(low + each.width_mw - limit_mw, 0.0, each.width_mw);
            };
            made.pieces.push_back({each.width_mw, within(p_.start_limit_mw()), within(p_.stop_limit_mw())});
            low += each.width_mw;
        }
        if (made.pieces.size() == 1)
            made.pieces[0].start_width_mw = made.pieces[0].stop_width_mw = low - p_.min_output_mw;
    }

    std::vector<double> upper(int column, int begin, int end) const {
        const auto at = f_.program().upper().begin() + columns_.first + column;
        return {at + begin, at + end};
    }

    void add_categories(UnitLimits& made, int begin, int end) const {
        const std::vector<double> changes = start_changes(p_);
        for (std::size_t k = 0; k < columns_.categories.size(); ++k) {
            const double from = changes[k] - rounding_h;
            const double to = changes[k + 1] - rounding_h;
            UnitLimits::Category category;
            for (int t = begin; t < end; ++t) {
                int first = t, last = t;
                double hours_off = 0.0;
                for (int s = t - 1; s >= begin; --s) {
                    hours_off += time_.hours(s);
                    if (hours_off >= to) break;
                    if (hours_off < from) last = s;
                    first = s;
                }
                category.first.push_back(first - begin);
                category.last.push_back(last - begin);
                const double since = p_.hours_off_before() + time_.hours_before(t);
                category.counts_initial.push_back(!p_.initially_on() && since >= from && since < to);
            }
            made.categories.push_back(std::move(category));
        }
    }

    const ThermalPlant& p_;
    const Formulation& f_;
    const Horizon& time_;
    const UnitColumns& columns_;
    Availability left_;
};

class ThermalOracle : public solver::BlockOracle {
public:
    ThermalOracle(const ThermalPlant& plant, const Formulation& f, UnitColumns columns)
        : columns_{std::move(columns)}, count_{f.horizon().step_count()} {
        const Limits limits{plant, f, columns_};
        for (int begin = 0; begin < count_;) {
            int end = begin;
            while (!f.horizon().is_last(end)) ++end;
            periods_.push_back({begin, ++end, UnitProgram{limits.of(begin, end)}});
            begin = end;
        }
    }

    ThermalOracle(UnitColumns columns, UnitLimits limits)
        : columns_{std::move(columns)}, count_{static_cast<int>(limits.steps.size())} {
        periods_.push_back({0, count_, UnitProgram{std::move(limits)}});
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
        return std::make_unique<ThermalOracle>(
            std::move(inside), first > 0 ? limits_within(all, state_before(*period, steps.first, point), first, last)
                                         : limits_until(all, last));
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
        const auto value = [&](int column, int step) { return point[static_cast<std::size_t>(column + step)]; };
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
            const auto is_zero = [&](int column) { return narrower.upper[static_cast<std::size_t>(column + t)] < 0.5; };
            const auto is_one = [&](int column) { return narrower.lower[static_cast<std::size_t>(column + t)] > 0.5; };
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
    int count_;
    std::vector<Period> periods_{};
};

}  // namespace

std::unique_ptr<solver::BlockOracle> ThermalPlant::answer(const Formulation& f,
                                                          std::span<const DecisionSeries> own) const {
    std::optional<UnitColumns> columns = columns_of(f.system(), own);
    if (!columns || columns->on < 0 || !is_known(*this, *columns, f.system())) return nullptr;
    return std::make_unique<ThermalOracle>(*this, f, std::move(*columns));
}

}  // namespace indus::model
