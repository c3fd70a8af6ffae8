// SPDX-License-Identifier: Apache-2.0
// Windows and rows of a shiftable load. Its audit stands in shiftable_load_audit.cpp.
#include "model/components/contracts/shiftable_load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation energy_due{"energy due",
                              "MWh",
                              "sum(h (draw[t] - shift_loss_share moved_up[t]), t in window) + missing = due[window]",
                              "definition; missing only where it has a cost",
                              Rigidity::requirement,
                              "what is drawn in the window {verb} the energy due of {limit} MWh by {amount} MWh"};
constexpr Equation moved{"moved from the plan", "MW", "draw[t] - planned[t] = moved_up[t] - moved_down[t]",
                         "definition; only where there is a plan", Rigidity::law};
constexpr Equation ramp_up{"ramp up",
                           "MW",
                           "draw[t] - draw[t-1] <= ramp h",
                           "definition; within a window, and from the power before the horizon where it is given",
                           Rigidity::operation,
                           "its power would have to rise by {amount} MW more than its ramp allows"};
constexpr Equation ramp_down{"ramp down",
                             "MW",
                             "draw[t-1] - draw[t] <= ramp h",
                             "definition; as ramp up",
                             Rigidity::operation,
                             "its power would have to fall by {amount} MW more than its ramp allows"};
constexpr Equation one_way{"one direction", "MW",
                           "moved_up[t] <= most_up[t] mode[t], moved_down[t] <= planned[t] (1 - mode[t])",
                           "definition; only at steps where a solution moved up and down at once", Rigidity::law};
constexpr std::array shiftable_equations{
    Equation{"draw limits", "MW", "min[t] <= draw[t] <= max[t] while it may draw, else draw[t] = 0", "definition"},
    Equation{"withdrawal", "MW", "withdrawal[t] = draw[t] / (1 - loss_share)", "definition"},
    energy_due,
    moved,
    ramp_up,
    ramp_down,
    one_way};

bool has_plan(const ShiftableLoad& load) {
    return std::any_of(load.planned_mw.values.begin(), load.planned_mw.values.end(),
                       [](double each) { return each > 0.0; });
}

/// Hours that a window of a day is long: 24 where it ends at the hour at which it begins.
double window_hours(const ShiftableLoad& load) {
    const double hours = std::fmod(load.open_to_h - load.open_from_h + 48.0, 24.0);
    return hours < 1e-9 ? 24.0 : hours;
}

/// Hours from the hour at which a window opens to a time.
double hours_since_opening(const ShiftableLoad& load, TimePoint time) {
    const auto minutes = (time - std::chrono::floor<std::chrono::days>(time)).count();
    return std::fmod(static_cast<double>(minutes) / 60.0 - load.open_from_h + 48.0, 24.0);
}

bool may_draw(const ShiftableLoad& load, TimePoint time) {
    return hours_since_opening(load, time) < window_hours(load) - 1e-9;
}

/// Hours outside the horizon in which it might draw, were there steps like the first and the last: of so many hours
/// before its start, and of so many after its end.
double open_hours_outside(const ShiftableLoad& load, const Horizon& horizon, double before_h, double after_h) {
    double hours = 0.0;
    const double first_h = horizon.hours(0), last_h = horizon.hours(horizon.step_count() - 1);
    const auto minutes = [](double h) { return std::chrono::minutes{std::lround(60.0 * h)}; };
    for (double from = first_h; from <= before_h + 1e-9; from += first_h)
        if (may_draw(load, horizon.start() - minutes(from))) hours += first_h;
    for (double from = 0.0; from < after_h - 1e-9; from += last_h)
        if (may_draw(load, horizon.end() + minutes(from))) hours += last_h;
    return hours;
}

/// Writes the rows of one load.
class ShiftableRows {
public:
    ShiftableRows(const ShiftableLoad& load, Formulation& f)
        : l_{load}, f_{f}, time_{f.horizon()}, d_{f.desk(load)}, windows_{load.windows(time_)} {}

    void write() {
        const auto steps = static_cast<std::size_t>(time_.step_count());
        most_.assign(steps, 0.0);
        std::vector<double> least(steps, 0.0);
        for (std::size_t i = 0; i < steps; ++i) {
            const auto t = static_cast<int>(i);
            if (!l_.is_open(time_, t)) continue;
            least[i] = l_.min_mw[t];
            most_[i] = l_.max_mw[t];
        }
        draw_ = d_.variables("draw", "MW", least, most_);
        for (int t = 0; t < time_.step_count(); ++t) {
            const Expression drawn = l_.withdrawal_factor() * draw_[t];
            f_.zone_balance(l_.zone, t) -= drawn;
            f_.serve(l_.zone, t, drawn);
            d_.derive("withdrawal", "MW", t, drawn);
        }
        if (has_plan(l_)) plan();
        energy();
        if (l_.ramp_mw_per_h) ramps();
    }

private:
    void plan() {
        std::vector<double> most_up;
        for (int t = 0; t < time_.step_count(); ++t)
            most_up.push_back(std::max(0.0, most_[static_cast<std::size_t>(t)] - l_.planned_mw[t]));
        up_ = d_.variables("moved_up", "MW", 0.0, most_up);
        const Series down = d_.variables("moved_down", "MW", 0.0, l_.planned_mw.values);
        const std::optional<Series> modes = d_.modes();
        for (int t = 0; t < time_.step_count(); ++t) {
            d_.require(moved, t, Expression{draw_[t]} - up_[t] + down[t] == l_.planned_mw[t]);
            if (!d_.chooses_mode(t)) continue;
            const double most = most_up[static_cast<std::size_t>(t)];
            d_.require(one_way, t, Expression{up_[t]} - most * (*modes)[t] <= 0.0);
            d_.require(one_way, t, Expression{down[t]} + l_.planned_mw[t] * (*modes)[t] <= l_.planned_mw[t]);
        }
    }

    void energy() {
        std::vector<double> most_missing(most_.size(), 0.0);
        for (const ShiftableLoad::Window& each : windows_)
            most_missing[static_cast<std::size_t>(each.steps.back())] = each.due_mwh;
        std::optional<Series> missing;
        if (l_.value_of_lost_load_per_mwh) missing = d_.variables("missing", "MWh", 0.0, most_missing);
        for (const ShiftableLoad::Window& each : windows_) {
            Expression received;
            double hours = 0.0;
            for (const int t : each.steps) {
                hours += time_.hours(t);
                received.add(draw_[t], time_.hours(t));
                if (l_.shift_loss_share > 0.0) received.add(up_[t], -time_.hours(t) * l_.shift_loss_share);
            }
            for (const int t : each.steps) f_.add_load(l_.zone, t, l_.withdrawal_factor() * each.due_mwh / hours);
            const int last = each.steps.back();
            if (missing) {
                received.add((*missing)[last], 1.0);
                d_.cost("unserved", last, *l_.value_of_lost_load_per_mwh * (*missing)[last]);
            }
            d_.require(energy_due, last, received == each.due_mwh);
        }
    }

    void ramps() {
        for (const ShiftableLoad::Window& each : windows_)
            for (std::size_t k = 0; k < each.steps.size(); ++k) {
                const int t = each.steps[k];
                const auto before = time_.before(t);
                if (!before && l_.initial_mw) ramp(t, Expression{*l_.initial_mw});
                if (before && l_.is_open(time_, *before)) ramp(t, Expression{draw_[*before]});
            }
    }
    void ramp(int t, const Expression& before) {
        const double most = *l_.ramp_mw_per_h * time_.hours(t);
        d_.require(ramp_up, t, Expression{draw_[t]} - before <= most);
        d_.require(ramp_down, t, before - draw_[t] <= most);
    }

    const ShiftableLoad& l_;
    Formulation& f_;
    const Horizon& time_;
    Desk d_;
    std::vector<ShiftableLoad::Window> windows_;
    std::vector<double> most_;
    Series draw_, up_;
};

}  // namespace

std::span<const Equation> ShiftableLoad::equations() { return shiftable_equations; }

bool ShiftableLoad::is_open(const Horizon& horizon, int t) const { return may_draw(*this, horizon.start(t)); }

std::vector<ShiftableLoad::Window> ShiftableLoad::windows(const Horizon& horizon) const {
    return energy_mwh.is_set() && !energy_mwh.constant ? given_windows(horizon) : daily_windows(horizon);
}

std::vector<ShiftableLoad::Window> ShiftableLoad::given_windows(const Horizon& horizon) const {
    std::vector<Window> windows;
    for (const Volume::Window& given : energy_mwh.windows) {
        Window made;
        double inside_h = 0.0, open_h = 0.0;
        for (int t = given.first; t < given.first + given.count; ++t) {
            inside_h += horizon.hours(t);
            if (!is_open(horizon, t)) continue;
            open_h += horizon.hours(t);
            made.steps.push_back(t);
        }
        if (made.steps.empty()) continue;
        const double whole_mwh = given.energy_mwh * (inside_h + given.before_h + given.after_h) / inside_h;
        const double outside_h = open_hours_outside(*this, horizon, given.before_h, given.after_h);
        made.due_mwh = outside_h + given.before_h + given.after_h == 0.0 ? given.energy_mwh
                                                                         : whole_mwh * open_h / (open_h + outside_h);
        windows.push_back(std::move(made));
    }
    return windows;
}

std::vector<ShiftableLoad::Window> ShiftableLoad::daily_windows(const Horizon& horizon) const {
    std::vector<Window> windows;
    TimePoint opened{};
    for (int t = 0; t < horizon.step_count(); ++t) {
        if (!is_open(horizon, t)) continue;
        const double since_h = hours_since_opening(*this, horizon.start(t));
        const TimePoint opening = horizon.start(t) - std::chrono::minutes{std::lround(60.0 * since_h)};
        if (windows.empty() || horizon.is_first(t) || opening != opened) windows.emplace_back();
        opened = opening;
        windows.back().steps.push_back(t);
    }
    for (Window& each : windows) {
        if (!energy_mwh.is_set()) {
            for (const int t : each.steps) each.due_mwh += horizon.hours(t) * planned_mw[t];
            continue;
        }
        double open_h = 0.0;
        for (const int t : each.steps) open_h += horizon.hours(t);
        const int first = each.steps.front();
        const double since_h = hours_since_opening(*this, horizon.start(first));
        const double there_h = static_cast<double>((horizon.end() - horizon.start(first)).count()) / 60.0;
        const double until_h = window_hours(*this) - since_h - there_h;
        const double outside_h = open_hours_outside(*this, horizon, first == 0 ? since_h : 0.0, std::max(0.0, until_h));
        each.due_mwh = *energy_mwh.constant * open_h / (open_h + outside_h);
    }
    return windows;
}

void ShiftableLoad::check(Complaints& complaints) const {
    for (std::size_t i = 0; i < min_mw.values.size(); ++i)
        if (min_mw.values[i] > max_mw.values[i]) {
            complaints.add("min_mw", min_mw.values[i], fmt::format("at most max_mw ({})", max_mw.values[i]));
            break;
        }
    if (!energy_mwh.is_set() && !has_plan(*this))
        complaints.add("energy_mwh", "", "the energy that is due, as no planned_mw is given");
    if (shift_loss_share > 0.0 && !has_plan(*this))
        complaints.add("shift_loss_share", shift_loss_share, "0, as no planned_mw is given");
    if (initial_mw && !ramp_mw_per_h)
        complaints.add("initial_mw", *initial_mw, "nothing, as ramp_mw_per_h is not given");
}

void ShiftableLoad::check_in(const SystemData& data, Complaints& complaints) const {
    const Horizon& horizon = data.horizon;
    if (!energy_mwh.is_set()) {
        for (int t = 0; t < horizon.step_count(); ++t)
            if (planned_mw[t] > 0.0 && !is_open(horizon, t))
                return complaints.add("planned_mw", planned_mw[t],
                                      fmt::format("0 at {}, when it may not draw, or energy_mwh beside the plan",
                                                  to_string(horizon.start(t))));
        return;
    }
    if (energy_mwh.constant) {
        // A window in which no step begins would be forgotten.
        for (int t = 0; t < horizon.step_count(); ++t)
            if (horizon.hours(t) > window_hours(*this) + 1e-9)
                return complaints.add(
                    "open_to_h", open_to_h,
                    fmt::format("at least a step of {} h after open_from_h ({})", horizon.hours(t), open_from_h));
        return;
    }
    for (const Volume::Window& each : energy_mwh.windows) {
        bool any = each.energy_mwh <= 0.0 || open_hours_outside(*this, horizon, each.before_h, each.after_h) > 0.0;
        for (int t = each.first; t < each.first + each.count; ++t) any = any || is_open(horizon, t);
        if (!any)
            return complaints.add(
                "energy_mwh", each.energy_mwh,
                fmt::format("0 in the window from {}, in which it may not draw", to_string(horizon.start(each.first))));
    }
}

void ShiftableLoad::add_to(Formulation& f, int) const { ShiftableRows{*this, f}.write(); }

}  // namespace indus::model
