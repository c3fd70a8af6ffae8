// SPDX-License-Identifier: Apache-2.0
// Takes several units alike apart again: units are stopped and started one by one (the longest on, the longest
// off), each within its least times and its start-up and shut-down limits, and share the output at equal
// marginal cost. Ramps are held against the sum of the units, as the rows do.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/components/thermal_plant_audit.hpp"

namespace indus::model {

namespace {

class UnitsWalk : ThermalAudit {
public:
    using ThermalAudit::ThermalAudit;

    void run() {
        const Horizon& horizon = a_.horizon();
        for (int t = 0; t < horizon.step_count(); ++t) {
            if (horizon.is_first(t)) begin();
            now_ = read(t);
            switch_units(t);
            const auto ready =
                std::count_if(off_.begin(), off_.end(), [&](double hours) { return hours >= p_.min_down_h - 1e-9; });
            now_.held = reserves(t, now_.on, std::min(static_cast<double>(ready), units_left(t) - now_.on));
            limits(t);
            ramps(t);
            money(t);
            change(t, before_.output, now_.output);
            d_.generate(p_.zone, t, now_.output);
            for (double& hours : on_) hours += horizon.hours(t);
            for (double& hours : off_) hours += horizon.hours(t);
            before_ = now_;
        }
        starts();
        burn(heat_);
        tell_loss();
    }

private:
    struct Step {
        double on = 0.0, start = 0.0, stop = 0.0, output = 0.0;
        Held held{};
    };

    Step read(int t) const {
        const auto i = static_cast<std::size_t>(t);
        const auto whole = [&](std::string_view quantity) {
            const double value = d_.series(quantity)[i];
            d_.equal(t, value, std::round(value), quantity, "units");
            d_.at_least(t, value, 0.0, quantity, "units");
            return std::round(value);
        };
        return {whole("on"), whole("start"), whole("stop"), d_.series("output")[i], {}};
    }

    void begin() {
        constexpr double long_ago = std::numeric_limits<double>::infinity();
        const auto on = static_cast<std::size_t>(p_.units_on_before());
        const auto off = static_cast<std::size_t>(p_.units) - on;
        on_.assign(on, p_.initially_on() ? *p_.initial_status_h : 0.0);
        off_.assign(off, p_.initially_on() ? long_ago : p_.hours_off_before());
        before_ = {p_.units_on_before(), 0.0, 0.0, p_.units_on_before() * p_.output_before(), {}};
        heat_.resize(static_cast<std::size_t>(a_.horizon().step_count()), 0.0);
    }

    void switch_units(int t) {
        d_.equal(t, now_.on, before_.on + now_.start - now_.stop, "units on after starts and stops", "");
        d_.at_most(t, now_.on, units_left(t), "units on", "");
        if (p_.must_run) {
            const auto waits = [&](double hours) { return hours < p_.min_down_h - 1e-9; };
            const auto waiting = static_cast<double>(std::count_if(off_.begin(), off_.end(), waits));
            d_.at_least(t, now_.on, std::min(units_left(t), p_.units - waiting), "units on of a plant that must run",
                        "");
        }
        d_.charge("shut_down", t, p_.shut_down_cost * now_.stop);
        std::sort(on_.begin(), on_.end());
        std::sort(off_.begin(), off_.end());
        const double tripped = std::min(now_.stop, tripped_units(t));
        // Nobody could plan the starts before the horizon around an outage in it.
        const double outlasted = p_.initial_status_h.value_or(0.0) + a_.horizon().hours_before(t) - 1e-6;
        const double displaced = std::max(0.0, before_.on - units_left(t));
        std::vector<double> stopped;
        for (double n = 0.0; n < now_.stop && !on_.empty(); ++n) {
            // Trips take the youngest: they alone may be on for less than the least time.
            const bool trips = n < tripped;
            const bool is_due = on_.back() < outlasted || n - tripped >= displaced;
            if (!trips && is_due) d_.at_least(t, on_.back(), p_.min_up_h, "time on before a stop", "h");
            trips ? on_.erase(on_.begin()) : on_.erase(on_.end() - 1);
            stopped.push_back(0.0);
        }
        for (double n = 0.0; n < now_.start && !off_.empty(); ++n) {
            d_.at_least(t, off_.back(), p_.min_down_h, "time off before a start", "h");
            off_.pop_back();
            on_.push_back(0.0);
        }
        off_.insert(off_.end(), stopped.begin(), stopped.end());
    }

    /// Largest output of each unit that is on [MW].
    std::vector<double> most_of_each(int t) const {
        const bool ends = a_.horizon().is_last(t) || tripped_units(t + 1) > 0.0;
        const double stopping = ends ? 0.0 : std::round(d_.series("stop")[static_cast<std::size_t>(t) + 1]);
        const bool can_be_both = p_.min_up_h <= a_.horizon().hours(t) + 1e-9;
        const double both = can_be_both ? std::min(now_.start, stopping) : 0.0;
        std::vector<double> most;
        const auto add = [&](double count, double limit_mw) {
            for (double n = 0.0; n < count && static_cast<double>(most.size()) < now_.on; ++n)
                most.push_back(std::min(limit_mw, p_.capacity_mw));
        };
        add(both, std::min(p_.start_limit_mw(), p_.stop_limit_mw()));
        add(now_.start - both, p_.start_limit_mw());
        add(stopping - both, p_.stop_limit_mw());
        add(now_.on, p_.capacity_mw);
        return most;
    }

    void limits(int t) {
        most_ = most_of_each(t);
        double most = 0.0;
        for (const double each : most_) most += each;
        d_.at_least(t, now_.output, now_.on * p_.min_output_mw, "output", "MW");
        d_.at_most(t, now_.output + now_.held.up, most, "output with reserve", "MW");
        if (now_.held.down > 0.0)
            d_.at_least(t, now_.output - now_.held.down, now_.on * p_.min_output_mw, "output less reserve down", "MW");
    }

    void ramps(int t) const {
        const double h = a_.horizon().hours(t);
        const double least = p_.min_output_mw;
        const auto limited = [&](double limit_mw) { return std::min(limit_mw, p_.capacity_mw); };
        if (p_.ramp_up_mw_per_h)
            d_.at_most(t, now_.output + now_.held.up_ramp - before_.output,
                       *p_.ramp_up_mw_per_h * h * (now_.on - now_.start) + limited(p_.start_limit_mw()) * now_.start -
                           least * now_.stop,
                       "rise of output with reserve", "MW");
        if (p_.ramp_down_mw_per_h)
            d_.at_most(t, before_.output - (now_.output - now_.held.down_ramp),
                       *p_.ramp_down_mw_per_h * h * (before_.on - now_.stop) + limited(p_.stop_limit_mw()) * now_.stop -
                           least * now_.start + tripped_units(t) * (p_.capacity_mw - least),
                       "fall of output", "MW");
    }

    /// Output at which units run when all that may are at the same one: the level to which water would rise.
    double common_output(double total) const {
        std::vector<double> most = most_;
        std::sort(most.begin(), most.end());
        double left = total;
        for (std::size_t k = 0; k < most.size(); ++k) {
            const double level = left / static_cast<double>(most.size() - k);
            if (level <= most[k]) return level;
            left -= most[k];
        }
        return most.empty() ? 0.0 : most.back();
    }

    void money(int t) {
        const double h = a_.horizon().hours(t);
        const double level = common_output(now_.output);
        double cost = 0.0;
        for (const double most : most_) {
            heat_[static_cast<std::size_t>(t)] += h * audited_heat_per_h(p_, std::min(level, most));
            cost += h * audited_cost_per_h(p_, a_.system().settings().cost_segments, std::min(level, most));
        }
        d_.charge("variable", t, cost);
    }

    static double by_hours(const Steps& categories, double hours_off) {
        double value = 0.0;
        for (const Steps::Step& each : categories.steps)
            if (hours_off >= each.from - 1e-9) value = each.value;
        return value;
    }

    /// Which stop each start makes good, as the solution says it; the rest is coldest.
    void starts() {
        const Horizon& horizon = a_.horizon();
        const auto steps = static_cast<std::size_t>(horizon.step_count());
        const auto start = d_.series("start");
        const auto stop = d_.series("stop");
        std::vector<double> matched_starts(steps, 0.0), matched_stops(steps, 0.0);
        std::vector<double> money(steps, 0.0);
        const auto match = [&](int t, double count, double hours_off) {
            const auto i = static_cast<std::size_t>(t);
            d_.at_least(t, count, 0.0, "matched starts", "");
            if (count > 1e-6) d_.at_least(t, hours_off, p_.min_down_h, "time off before a start", "h");
            matched_starts[i] += count;
            money[i] += count * by_hours(p_.start_cost, hours_off);
            heat_[i] += count * by_hours(p_.start_fuel_gj, hours_off);
        };
        double first = 0.0;
        for (int t = 0; t < horizon.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            double hours_off = 0.0;
            int lag = 0;
            for (auto k = horizon.before(t); k; k = horizon.before(*k)) {
                hours_off += horizon.hours(*k);
                const double count = d_.optional_series(fmt::format("start_after_{}", ++lag))[i];
                if (count == 0.0) continue;
                match(t, count, hours_off);
                matched_stops[static_cast<std::size_t>(*k)] += count;
            }
            for (int category = 1; d_.has(fmt::format("start_category_{}", category)); ++category) {
                const double count = d_.optional_series(fmt::format("first_start_{}", category))[i];
                if (count == 0.0) continue;
                match(t, count, p_.hours_off_before() + horizon.hours_before(t));
                first += count;
            }
            constexpr double long_ago = std::numeric_limits<double>::infinity();
            d_.at_most(t, matched_starts[i], start[i], "starts after known stops", "");
            const double coldest = start[i] - matched_starts[i];
            heat_[i] += coldest * by_hours(p_.start_fuel_gj, long_ago);
            d_.charge("start_up", t, money[i] + coldest * by_hours(p_.start_cost, long_ago));
        }
        for (int t = 0; t < horizon.step_count(); ++t)
            d_.at_most(t, matched_stops[static_cast<std::size_t>(t)], stop[static_cast<std::size_t>(t)],
                       "starts of units that stopped here", "");
        d_.at_most(0, first, p_.initially_on() ? 0.0 : p_.units, "starts of units off before", "");
    }

    std::vector<double> on_, off_;  ///< hours of each unit
    std::vector<double> most_, heat_;
    Step now_{}, before_{};
};

}  // namespace

void audit_units(const ThermalPlant& plant, Audit& a) { UnitsWalk{plant, a}.run(); }

}  // namespace indus::model
