// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stage_rows.hpp"

#include <algorithm>

#include "model/components/works/stage_equations.hpp"
#include "model/heat_balance.hpp"
#include "model/outages.hpp"

namespace indus::model {

std::vector<double> open_shares(const System& system, const Stage& stage) {
    const Availability left{system, stage.name, 1.0};
    std::vector<double> made;
    for (int t = 0; t < system.horizon().step_count(); ++t)
        made.push_back(left.share(t) * calendar_share(system, stage, t));
    return made;
}

StageRows::StageRows(const Stage& stage, int index, Formulation& f)
    : p_{stage},
      index_{index},
      f_{f},
      time_{f.horizon()},
      process_{f.system().at(stage.process)},
      works_{f.shared<Works>(f.system())},
      d_{f.desk_in(stage, works_.block(f.program(), stage.process.index))},
      left_{f.system(), stage.name, 1.0},
      open_{open_shares(f.system(), stage)},
      on_(open_.size()),
      rate_(open_.size()) {
    for (const StageMode* each : modes_of(f.system(), stage)) modes_.push_back({*each, product_of(*each)});
}

void StageRows::write() {
    for (Mode& each : modes_) add_mode(each);
    one_mode();
    starts();
    changeovers();
    ramps();
    for (const Mode& each : modes_) materials(each);
    draw();
    for (const Mode& each : modes_) emit(each);
}

void StageRows::add_mode(Mode& mode) {
    mode.on.resize(open_.size());
    mode.makes.resize(open_.size());
    if (mode.is.is_batch())
        add_batch(mode);
    else
        add_levels(mode);
    for (std::size_t i = 0; i < open_.size(); ++i) {
        on_[i] += mode.on[i];
        rate_[i] += mode.makes[i];
    }
}

void StageRows::add_levels(Mode& mode) {
    std::vector<double> may(open_.size()), most(open_.size());
    for (std::size_t i = 0; i < open_.size(); ++i) {
        may[i] = open_[i] > 0.0 ? 1.0 : 0.0;
        most[i] = open_[i] * mode.is.max_rate_per_h;
    }
    mode.in = d_.binaries("in_" + mode.is.name, may);
    mode.has_rate_column = mode.is.max_rate_per_h > mode.is.min_rate_per_h;
    const std::string quantity = "rate_" + mode.is.name;
    if (mode.has_rate_column) mode.rate = d_.variables(quantity, "units/h", 0.0, most);
    for (int t = 0; t < time_.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        mode.on[i] = Expression{mode.in[t]};
        if (!mode.has_rate_column) {
            mode.makes[i] = Expression{most[i] * mode.in[t]};
            if (mode.is.max_rate_per_h > 0.0) d_.derive(quantity, "units/h", t, mode.makes[i]);
            continue;
        }
        mode.makes[i] = Expression{mode.rate[t]};
        d_.require(stage_rate, t, Expression{mode.rate[t]} <= most[i] * mode.in[t]);
        if (mode.is.min_rate_per_h > 0.0)
            d_.require(stage_rate, t, Expression{mode.rate[t]} >= open_[i] * mode.is.min_rate_per_h * mode.in[t]);
    }
}

void StageRows::one_mode() {
    for (int t = 0; t < time_.step_count(); ++t)
        if (const Expression& on = on_[static_cast<std::size_t>(t)]; on.terms().size() > 1)
            d_.require(stage_one_mode, t, on <= 1.0);
}

Expression StageRows::before(const std::vector<Expression>& series, int t, double initial) const {
    const auto earlier = time_.before(t);
    return earlier ? series[static_cast<std::size_t>(*earlier)] : Expression{initial};
}

/// Starts and stops are whole where the modes are, so that they need be no binaries.
void StageRows::starts() {
    start_ = d_.variables("start", "1", 0.0, 1.0);
    stop_ = d_.variables("stop", "1", 0.0, 1.0);
    const std::vector<bool> due = must_run();
    for (int t = 0; t < time_.step_count(); ++t) {
        const Expression& on = on_[static_cast<std::size_t>(t)];
        d_.require(stage_logic, t,
                   on - before(on_, t, p_.initially_on() ? 1.0 : 0.0) == Expression{start_[t]} - stop_[t]);
        times(t);
        initial(t);
        if (due[static_cast<std::size_t>(t)]) d_.require(stage_must_run, t, on >= 1.0);
        if (p_.start_cost != 0.0) d_.cost("start_up", t, p_.start_cost * start_[t]);
    }
}

/// Steps at which it must be on: all that are open, but for what it waits after it was off, and for times between two
/// closings that are shorter than its least run.
std::vector<bool> StageRows::must_run() const {
    std::vector<bool> due(open_.size(), false);
    if (!p_.must_run) return due;
    const auto is_open = [&](int t) { return open_[static_cast<std::size_t>(t)] > 0.0; };
    double off_h = 0.0;
    bool runs = false;
    for (int t = 0; t < time_.step_count(); ++t) {
        if (time_.is_first(t)) {
            runs = p_.initially_on();
            off_h = std::max(0.0, -p_.initial_status_h);
        }
        if (!runs && is_open(t) && off_h >= p_.cool_down_h - works_rounding_h) {
            double run_h = 0.0;
            int i = t;
            for (; i < time_.step_count() && is_open(i) && (i == t || !time_.is_first(i)); ++i) run_h += time_.hours(i);
            const bool goes_on = i == time_.step_count() || time_.is_first(i) || left_.trips(i);
            runs = goes_on || run_h >= p_.min_run_h - works_rounding_h;
        }
        if (!is_open(t)) {
            if (runs) off_h = 0.0;
            runs = false;
        }
        if (!runs) off_h += time_.hours(t);
        due[static_cast<std::size_t>(t)] = runs;
    }
    return due;
}

void StageRows::times(int t) {
    Expression begun, ended;
    for (int i = t, k = time_.steps_back(t, p_.min_run_h); k > 0; --k, --i) {
        begun.add(start_[i], 1.0);
        if (left_.trips(i)) break;  // it ends what had started before
    }
    for (int i = t, k = time_.steps_back(t, p_.cool_down_h); k > 0; --k, --i) ended.add(stop_[i], 1.0);
    d_.require(stage_min_run, t, begun <= on_[static_cast<std::size_t>(t)]);
    d_.require(stage_cool_down, t, ended + on_[static_cast<std::size_t>(t)] <= 1.0);
}

void StageRows::initial(int t) {
    const double since = std::abs(p_.initial_status_h) + time_.hours_before(t);
    const Expression& on = on_[static_cast<std::size_t>(t)];
    bool goes_on = p_.initially_on() && since < p_.min_run_h - works_rounding_h;
    // What is closed is not gone on with, and what trips need not be.
    for (std::optional<int> i = t; i && goes_on; i = time_.before(*i))
        goes_on = open_[static_cast<std::size_t>(*i)] > 0.0 && !(left_.trips(*i) && time_.before(*i));
    if (goes_on) d_.require(stage_initial, t, on >= 1.0);
    if (!p_.initially_on() && since < p_.cool_down_h - works_rounding_h && !on.terms().empty())
        d_.require(stage_initial, t, on <= 0.0);
}

void StageRows::changeovers() {
    std::vector<std::string> products;
    std::string initial;
    for (const Mode& each : modes_) {
        if (each.product.empty()) continue;
        if (std::find(products.begin(), products.end(), each.product) == products.end())
            products.push_back(each.product);
        if (initial.empty() || each.is.name == p_.initial_mode) initial = each.product;
    }
    if (products.size() < 2 || (p_.changeover_h == 0.0 && p_.changeover_cost == 0.0)) return;
    std::vector<Series> set, change;
    for (const std::string& each : products) set.push_back(d_.binaries("set_" + each));
    for (const std::string& each : products) change.push_back(d_.variables("change_" + each, "1", 0.0, 1.0));
    for (int t = 0; t < time_.step_count(); ++t) {
        const auto earlier = time_.before(t);
        Expression all;
        for (std::size_t k = 0; k < products.size(); ++k) {
            all.add(set[k][t], 1.0);
            const Expression was =
                earlier ? Expression{set[k][*earlier]} : Expression{products[k] == initial ? 1.0 : 0.0};
            d_.require(stage_change, t, Expression{change[k][t]} >= Expression{set[k][t]} - was);
            if (p_.changeover_cost != 0.0) d_.cost("changeover", t, p_.changeover_cost * change[k][t]);
            for (const Mode& mode : modes_)
                if (mode.product == products[k] && !mode.on[static_cast<std::size_t>(t)].terms().empty())
                    d_.require(stage_setup, t, mode.on[static_cast<std::size_t>(t)] <= Expression{set[k][t]});
        }
        d_.require(stage_setup, t, all == 1.0);
    }
    if (p_.changeover_h > 0.0) change_times(change);
}

void StageRows::change_times(const std::vector<Series>& changes) {
    for (int t = 0; t < time_.step_count(); ++t) {
        Expression under_way;
        for (int i = t, k = time_.steps_back(t, p_.changeover_h); k > 0; --k, --i)
            for (const Series& each : changes) under_way.add(each[i], 1.0);
        for (const Mode& mode : modes_)
            if (!mode.product.empty()) under_way += mode.on[static_cast<std::size_t>(t)];
        d_.require(stage_change_time, t, under_way <= 1.0);
    }
}

/// What it makes per hour while it works: rates are means of steps, which may be open in part.
Expression StageRows::pace(int t) const {
    Expression sum;
    const auto i = static_cast<std::size_t>(t);
    const double open = open_[i] > 0.0 ? open_[i] : 1.0;
    for (const Mode& mode : modes_) {
        if (!mode.is.is_batch()) {
            sum += 1.0 / open * Expression{mode.makes[i]};
            continue;
        }
        for (const Term& each : mode.on[i].terms())
            sum += (1.0 / mode.is.batch_h) * mode.units(each.variable.index - mode.begin[0].index);
    }
    return sum;
}

void StageRows::ramps() {
    if (!p_.ramp_per_h) return;
    std::vector<Expression> paces;
    for (int t = 0; t < time_.step_count(); ++t) paces.push_back(pace(t));
    double most = 0.0;
    for (const Mode& each : modes_)
        most = std::max(most, each.is.is_batch() ? each.is.batch_units / each.is.batch_h : each.is.max_rate_per_h);
    for (int t = 0; t < time_.step_count(); ++t) {
        const Expression& now = paces[static_cast<std::size_t>(t)];
        const Expression was = before(paces, t, p_.initially_on() ? p_.initial_rate_per_h : 0.0);
        const double step = *p_.ramp_per_h * time_.hours(t);
        d_.require(stage_ramp, t, now - was <= step + most * Expression{start_[t]});
        d_.require(stage_ramp, t, was - now <= step + most * Expression{stop_[t]});
    }
}

void StageRows::materials(const Mode& mode) {
    const auto put = [&](const WeightedNames& names, int t, const Expression& units, double sign) {
        for (const WeightedNames::Item& item : names.items)
            works_.inflow(works_.stock(item.name), t) += sign * item.weight * Expression{units};
    };
    for (int t = 0; t < time_.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = time_.hours(t);
        if (mode.is.cost_per_unit != 0.0)
            d_.cost("production", t, mode.is.cost_per_unit * h * Expression{mode.makes[i]});
        if (!mode.is.is_batch()) {
            put(mode.is.input, t, h * Expression{mode.makes[i]}, -1.0);
            put(mode.is.output, t, h * Expression{mode.makes[i]}, 1.0);
            continue;
        }
        if (mode.may_begin(f_.program(), t)) batch_materials(mode, t);
    }
}

void StageRows::draw() {
    for (int t = 0; t < time_.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        Expression& power = works_.power(index_, t);
        Expression& heat = works_.heat(index_, t);
        for (const Mode& mode : modes_) {
            power += mode.is.energy_mwh_per_unit * Expression{mode.makes[i]};
            heat += mode.is.heat_mwh_per_unit * Expression{mode.makes[i]};
            if (!mode.is.is_batch()) {
                power += open_[i] * mode.is.power_mw * Expression{mode.on[i]};
                heat += open_[i] * mode.is.heat_mw * Expression{mode.on[i]};
                continue;
            }
            for (const Term& each : mode.on[i].terms()) {
                const int begun = each.variable.index - mode.begin[0].index;
                const double after = time_.hours_before(t) - time_.hours_before(begun);
                power.add(each.variable, mode.is.batch_power(after, time_.hours(t)));
                heat.add(each.variable, mode.is.batch_heat(after, time_.hours(t)));
            }
        }
        if (p_.start_energy_mwh > 0.0) power.add(start_[t], p_.start_energy_mwh / time_.hours(t));
        works_.rate(index_, t) = rate_[i];
        const double factor = process_.withdrawal_factor();
        f_.zone_balance(process_.zone, t) -= factor * Expression{power};
        f_.serve(process_.zone, t, factor * Expression{power});
        d_.derive("power", "MW", t, power);
        d_.derive("withdrawal", "MW", t, factor * Expression{power});
        d_.derive("rate", "units/h", t, rate_[i]);
        if (!process_.heat_node.is_set()) continue;
        f_.shared<HeatBalance>(f_.system()).at(process_.heat_node, t) -= heat;
        d_.derive("heat", "MW", t, heat);
    }
}

}  // namespace indus::model
