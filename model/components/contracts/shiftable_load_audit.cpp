// SPDX-License-Identifier: Apache-2.0
// What a shiftable load received, window by window, from its fields alone.
#include <algorithm>
#include <cmath>
#include <map>

#include "model/audit.hpp"
#include "model/components/contracts/shiftable_load.hpp"

namespace indus::model {

namespace {

class ShiftableAudit {
public:
    ShiftableAudit(const ShiftableLoad& load, Audit& a)
        : l_{load},
          a_{a},
          d_{a.desk(load)},
          time_{a.horizon()},
          draw_{d_.series("draw")},
          up_{d_.optional_series("moved_up")},
          down_{d_.optional_series("moved_down")},
          missing_{d_.optional_series("missing")},
          withdrawal_{d_.series("withdrawal")},
          window_of_(static_cast<std::size_t>(time_.step_count()), -1) {}

    void run() {
        if (l_.energy_mwh.is_set() && !l_.energy_mwh.constant)
            find_given();
        else
            find_daily();
        for (int t = 0; t < time_.step_count(); ++t) step(t);
        for (const auto& [number, window] : windows_)
            d_.equal(window.last, window.received_mwh, window.due_mwh, "energy received in the window", "MWh");
    }

private:
    struct Window {
        double due_mwh = 0.0;
        double received_mwh = 0.0;
        int last = -1;
        double hours = 0.0;
    };

    /// A clock from midnight: the hours of the day in which it may draw, those of the night being of the day before.
    bool may_draw(TimePoint start, TimePoint& opening) const {
        const TimePoint midnight = std::chrono::floor<std::chrono::days>(start);
        const bool is_night = l_.open_to_h <= l_.open_from_h;
        for (const int days_back : {0, 1}) {
            const TimePoint day = midnight - std::chrono::days{days_back};
            opening = day + std::chrono::minutes{std::lround(60.0 * l_.open_from_h)};
            const TimePoint closing = closing_of(day, is_night);
            if (start >= opening && start < closing) return true;
        }
        return false;
    }
    TimePoint closing_of(TimePoint day, bool is_night) const {
        return day + std::chrono::minutes{std::lround(60.0 * l_.open_to_h)} +
               (is_night ? std::chrono::hours{24} : std::chrono::hours{0});
    }

    void find_given() {
        int number = 0;
        for (const Volume::Window& given : l_.energy_mwh.windows) {
            TimePoint opening{};
            // Of the interval's energy, the part of the time open that lies in the horizon.
            double there_h = 0.0, open_h = 0.0, all_open_h = open_outside(given.before_h, given.after_h);
            for (int t = given.first; t < given.first + given.count; ++t) {
                there_h += time_.hours(t);
                if (may_draw(time_.start(t), opening)) open_h += time_.hours(t);
            }
            all_open_h += open_h;
            const double whole_mwh = given.energy_mwh / there_h * (there_h + given.before_h + given.after_h);
            for (int t = given.first; t < given.first + given.count; ++t)
                if (may_draw(time_.start(t), opening)) put(t, number, whole_mwh * open_h / all_open_h);
            ++number;
        }
    }

    /// Hours in which it could draw in such a time before the horizon, and after it, in steps like those next to them.
    double open_outside(double before_h, double after_h) const {
        double open_h = 0.0;
        TimePoint opening{};
        const auto minutes = [](double h) { return std::chrono::minutes{std::lround(60.0 * h)}; };
        const auto first = minutes(time_.hours(0)), last = minutes(time_.hours(time_.step_count() - 1));
        for (TimePoint from = time_.start() - first; from >= time_.start() - minutes(before_h); from -= first)
            if (may_draw(from, opening)) open_h += time_.hours(0);
        for (TimePoint from = time_.end(); from < time_.end() + minutes(after_h); from += last)
            if (may_draw(from, opening)) open_h += time_.hours(time_.step_count() - 1);
        return open_h;
    }

    void find_daily() {
        const bool is_night = l_.open_to_h <= l_.open_from_h;
        std::map<TimePoint, int> numbers;
        for (int t = 0; t < time_.step_count(); ++t) {
            TimePoint opening{};
            if (!may_draw(time_.start(t), opening)) continue;
            const auto [known, fresh] = numbers.emplace(opening, static_cast<int>(numbers.size()));
            put(t, known->second, 0.0);
            if (!l_.energy_mwh.is_set()) windows_[known->second].due_mwh += time_.hours(t) * l_.planned_mw[t];
        }
        if (!l_.energy_mwh.is_set()) return;
        for (const auto& [opening, number] : numbers) {
            const TimePoint day = opening - std::chrono::minutes{std::lround(60.0 * l_.open_from_h)};
            const double before_h = hours(opening, time_.start()),
                         after_h = hours(time_.end(), closing_of(day, is_night));
            const double outside_h = open_outside(std::max(0.0, before_h), std::max(0.0, after_h));
            Window& window = windows_[number];
            window.due_mwh = l_.energy_mwh.constant.value_or(0.0) * window.hours / (window.hours + outside_h);
        }
    }
    static double hours(TimePoint from, TimePoint to) { return static_cast<double>((to - from).count()) / 60.0; }

    void put(int t, int number, double due_mwh) {
        Window& window = windows_.try_emplace(number, Window{due_mwh}).first->second;
        window.last = t;
        window.hours += time_.hours(t);
        window_of_[static_cast<std::size_t>(t)] = number;
    }

    void step(int t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = time_.hours(t);
        const bool is_open = window_of_[i] >= 0;
        d_.at_least(t, draw_[i], is_open ? l_.min_mw[t] : 0.0, "power", "MW");
        d_.at_most(t, draw_[i], is_open ? l_.max_mw[t] : 0.0, "power", "MW");
        const double above = plan(t);
        const double value = l_.value_of_lost_load_per_mwh.value_or(0.0);
        const bool may_miss = is_open && windows_[window_of_[i]].last == t && l_.value_of_lost_load_per_mwh;
        d_.at_least(t, missing_[i], 0.0, "missing energy", "MWh");
        d_.at_most(t, missing_[i], may_miss ? windows_[window_of_[i]].due_mwh : 0.0, "missing energy", "MWh");
        d_.charge("unserved", t, value * missing_[i]);
        if (is_open)
            windows_[window_of_[i]].received_mwh += h * draw_[i] - l_.shift_loss_share * h * above + missing_[i];
        if (l_.ramp_mw_per_h && is_open) ramp(t);
        const double drawn = draw_[i] / (1.0 - l_.loss_share);
        d_.equal(t, withdrawal_[i], drawn, "withdrawal", "MW");
        a_.inject(l_.zone, t, -drawn);
        a_.serve(l_.zone, t, drawn);
        if (is_open)
            a_.add_load(l_.zone, t,
                        windows_[window_of_[i]].due_mwh / windows_[window_of_[i]].hours / (1.0 - l_.loss_share));
    }

    /// What is drawn above the plan [MW].
    double plan(int t) const {
        const auto i = static_cast<std::size_t>(t);
        const bool is_planned = std::any_of(l_.planned_mw.values.begin(), l_.planned_mw.values.end(),
                                            [](double each) { return each > 0.0; });
        if (!is_planned) return 0.0;
        d_.at_least(t, up_[i], 0.0, "power moved up", "MW");
        d_.at_least(t, down_[i], 0.0, "power moved down", "MW");
        d_.at_most(t, down_[i], l_.planned_mw[t], "power moved down", "MW");
        d_.equal(t, draw_[i], l_.planned_mw[t] + up_[i] - down_[i], "power by the plan and what is moved", "MW");
        if (l_.shift_loss_share > 0.0) d_.both_ways(t, up_[i], down_[i], "moves up and down");
        return up_[i];
    }

    void ramp(int t) const {
        const auto before = time_.before(t);
        const auto i = static_cast<std::size_t>(t);
        const bool goes_on = before && window_of_[static_cast<std::size_t>(*before)] >= 0;
        if (!goes_on && (before || !l_.initial_mw)) return;
        const double was = before ? draw_[static_cast<std::size_t>(*before)] : *l_.initial_mw;
        d_.at_most(t, std::abs(draw_[i] - was), *l_.ramp_mw_per_h * time_.hours(t), "change of power", "MW");
    }

    const ShiftableLoad& l_;
    Audit& a_;
    AuditDesk d_;
    const Horizon& time_;
    std::span<const double> draw_, up_, down_, missing_, withdrawal_;
    std::vector<int> window_of_;
    std::map<int, Window> windows_;
};

}  // namespace

void ShiftableLoad::audit(Audit& a, int) const { ShiftableAudit{*this, a}.run(); }

}  // namespace indus::model
