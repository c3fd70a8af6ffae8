// SPDX-License-Identifier: Apache-2.0
// What starts cost and burn by the hours off before them.
#include <fmt/format.h>

#include <algorithm>

#include "model/components/thermal_plant_rows.hpp"

namespace indus::model {

namespace {

/// Value of a list of start categories for a start after so many hours off.
double value_from(const Steps& categories, double hours_off) {
    double value = 0.0;
    for (const Steps::Step& each : categories.steps)
        if (hours_off >= each.from) value = each.value;
    return value;
}

}  // namespace

bool ThermalRows::initial_counts(std::size_t k, int t) const {
    const double hours_off = p_.hours_off_before() + time_.hours_before(t);
    return !p_.initially_on() && hours_off >= start_changes_[k] - rounding_h &&
           hours_off < start_changes_[k + 1] - rounding_h;
}

void ThermalRows::start_categories() {
    if (start_changes_.size() < 2) return;
    for (std::size_t k = 0; k + 1 < start_changes_.size(); ++k) {
        categories_.push_back(d_.variables(fmt::format("start_category_{}", k + 1), "1", 0.0, p_.units));
        if (!is_single()) continue;
        const double from = start_changes_[k] - rounding_h;
        const double to = start_changes_[k + 1] - rounding_h;
        for (int t = 0; t < time_.step_count(); ++t) {
            Expression stops;
            double hours_off = 0.0;
            for (auto i = time_.before(t); i && hours_off < to; i = time_.before(*i)) {
                hours_off += time_.hours(*i);
                if (hours_off >= from && hours_off < to) stops.add(stop_[*i], 1.0);
            }
            d_.require(start_window, t, Expression{categories_[k][t]} - stops <= (initial_counts(k, t) ? 1.0 : 0.0));
        }
    }
    if (!is_single()) match_starts();
    for (int t = 0; t < time_.step_count(); ++t) {
        Expression sum;
        for (const Series& each : categories_) sum.add(each[t], 1.0);
        d_.require(start_choice, t, sum - start_[t] <= 0.0);
    }
}

std::optional<ThermalRows::Stop> ThermalRows::stop_before(int t, int lag) const {
    Stop stop{t, 0.0};
    for (int back = 0; back < lag; ++back) {
        const auto before = time_.before(stop.step);
        if (!before) return {};
        stop.step = *before;
        stop.hours_off += time_.hours(*before);
    }
    return stop;
}

bool ThermalRows::match_lag(int lag, std::vector<std::vector<Expression>>& starts, std::vector<Expression>& stops) {
    const double warm_h = start_changes_.back() - rounding_h;
    std::vector<double> most(stops.size(), 0.0);
    bool any = false;
    for (int t = 0; t < time_.step_count(); ++t) {
        const std::optional<Stop> stop = stop_before(t, lag);
        if (!stop || stop->hours_off >= warm_h) continue;
        any = true;
        if (stop->hours_off >= p_.min_down_h - rounding_h) most[static_cast<std::size_t>(t)] = p_.units;
    }
    if (std::all_of(most.begin(), most.end(), [](double each) { return each == 0.0; })) return any;
    const Series matched = d_.variables(fmt::format("start_after_{}", lag), "1", 0.0, most);
    for (int t = 0; t < time_.step_count(); ++t) {
        if (most[static_cast<std::size_t>(t)] == 0.0) continue;
        const Stop stop = *stop_before(t, lag);
        std::size_t k = 0;
        while (stop.hours_off >= start_changes_[k + 1] - rounding_h) ++k;
        starts[k][static_cast<std::size_t>(t)].add(matched[t], 1.0);
        stops[static_cast<std::size_t>(stop.step)].add(matched[t], 1.0);
    }
    return any;
}

void ThermalRows::match_starts() {
    const int steps = time_.step_count();
    std::vector<Expression> stops(static_cast<std::size_t>(steps));  // starts of units that stopped at a step
    std::vector<std::vector<Expression>> starts(categories_.size(), stops);
    for (int lag = 1; match_lag(lag, starts, stops);) ++lag;
    match_initial(starts);
    for (std::size_t k = 0; k < categories_.size(); ++k)
        for (int t = 0; t < steps; ++t)
            d_.require(start_match, t, Expression{categories_[k][t]} - starts[k][static_cast<std::size_t>(t)] == 0.0);
    for (int t = 0; t < steps; ++t)
        if (!stops[static_cast<std::size_t>(t)].terms().empty())
            d_.require(stop_match, t, stops[static_cast<std::size_t>(t)] - stop_[t] <= 0.0);
}

void ThermalRows::match_initial(std::vector<std::vector<Expression>>& starts) {
    Expression all;
    for (std::size_t k = 0; k < categories_.size(); ++k) {
        std::vector<double> most(static_cast<std::size_t>(time_.step_count()), 0.0);
        bool any = false;
        for (int t = 0; t < time_.step_count(); ++t) {
            if (!initial_counts(k, t)) continue;
            most[static_cast<std::size_t>(t)] = p_.units;
            any = true;
        }
        if (!any) continue;
        const Series first = d_.variables(fmt::format("first_start_{}", k + 1), "1", 0.0, most);
        for (int t = 0; t < time_.step_count(); ++t) {
            if (!initial_counts(k, t)) continue;
            starts[k][static_cast<std::size_t>(t)].add(first[t], 1.0);
            all.add(first[t], 1.0);
        }
    }
    if (!all.terms().empty()) d_.require(stop_match, 0, all <= p_.units);
}

void ThermalRows::exact_fuel() {
    for (std::size_t l = 0; l + 1 < pieces_.size(); ++l) {
        const Series full = d_.binaries(fmt::format("full_{}", l + 1));
        for (int t = 0; t < time_.step_count(); ++t) {
            d_.require(filled_piece, t, Expression{pieces_[l][t]} - curve_.pieces[l].width_mw * full[t] >= 0.0);
            d_.require(filled_piece, t, Expression{pieces_[l + 1][t]} - curve_.pieces[l + 1].width_mw * full[t] <= 0.0);
        }
    }
    for (std::size_t k = 0; k < categories_.size(); ++k)
        for (int t = 0; t < time_.step_count(); ++t) exact_start_category(k, t);
}

void ThermalRows::exact_start_category(std::size_t k, int t) {
    Expression later_stops;
    double hours_off = 0.0;
    for (auto i = time_.before(t); i && hours_off < start_changes_[k + 1] - rounding_h; i = time_.before(*i)) {
        hours_off += time_.hours(*i);
        const bool counts =
            hours_off >= start_changes_[k] - rounding_h && hours_off < start_changes_[k + 1] - rounding_h;
        if (counts)
            d_.require(due_category, t, Expression{categories_[k][t]} - start_[t] - stop_[*i] + later_stops >= -1.0);
        later_stops.add(stop_[*i], 1.0);
    }
    if (!initial_counts(k, t)) return;
    Expression any_stop;
    for (auto i = time_.before(t); i; i = time_.before(*i)) any_stop.add(stop_[*i], 1.0);
    d_.require(due_category, t, Expression{categories_[k][t]} - start_[t] + any_stop >= 0.0);
}

Expression ThermalRows::start_sum(const Steps& categories, int t) const {
    const double coldest = categories.steps.back().value;
    Expression sum = coldest * start_[t];
    for (std::size_t k = 0; k < categories_.size(); ++k)
        sum.add(categories_[k][t], value_from(categories, start_changes_[k]) - coldest);
    return sum;
}

}  // namespace indus::model
