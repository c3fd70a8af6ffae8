// SPDX-License-Identifier: Apache-2.0
// The rows of a thermal plant.
//
//   u[t] on, v[t] start, w[t] stop (binary); p[t] output above least output [MW]; q_l[t] the part of p[t]
//   in piece l of the production curve; r_k[t] reserve (thermal_plant_reserve.cpp); d_k[t] start in category k, all but the coldest.
//   P least output, C capacity, SU and SD start-up and shut-down limits, RU and RD ramps times step length.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/components/production_curve.hpp"
#include "model/components/thermal_plant_reserve.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr std::string_view morales =
    "Morales-Espana, Latorre & Ramos (2013), IEEE Trans. Power Systems 28(4), doi:10.1109/TPWRS.2013.2251373";
constexpr std::string_view rajan = "Rajan & Takriti (2005), IBM Research Report RC23628; limits past the start of the "
                                   "horizon from the initial state";
constexpr std::string_view gentile =
    "Gentile, Morales-Espana & Ramos (2017), EURO J. Computational Optimization 5, doi:10.1007/s13675-016-0066-y";
constexpr std::string_view damci =
    "Damci-Kurt, Kucukyavuz, Rajan & Atamturk (2016), Mathematical Programming 158, doi:10.1007/s10107-015-0919-9";
constexpr std::string_view knueven =
    "Knueven, Ostrowski & Watson (2020), INFORMS J. Computing 32(4), doi:10.1287/ijoc.2019.0944";

constexpr Equation logic{"commitment logic", "1", "u[t] - u[t-1] = v[t] - w[t]", morales};
constexpr Equation minimum_up{"minimum up time", "1", "sum(v[i], i in the last min_up_h hours up to t) <= u[t]", rajan};
constexpr Equation minimum_down{"minimum down time", "1", "sum(w[i], i in the last min_down_h hours up to t) <= 1 - u[t]", rajan};
constexpr Equation capacity_limit{
    "capacity", "MW", "p[t] + sum(r_k[t], k up) <= (C-P) u[t] - (C-SU) v[t] - (C-SD) w[t+1]; where a start and a stop can "
    "meet, two rows with max(SU-SD, 0) w[t+1] and max(SD-SU, 0) v[t] in turn", gentile};
constexpr Equation piece_limit{"production piece", "MW", "q_l[t] <= width_l u[t] - (width_l beyond SU) v[t] - (width_l beyond SD) w[t+1]",
                               knueven};
constexpr Equation piece_sum{"production pieces", "MW", "p[t] = sum(q_l[t], l)", knueven};
constexpr Equation ramp_up{"ramp up", "MW", "p[t] + sum(r_k[t], k up) - p[t-1] <= RU u[t] + (SU-P-RU) v[t]", damci};
constexpr Equation ramp_down{"ramp down", "MW", "p[t-1] - p[t] + sum(r_k[t], k down) <= RD u[t-1] + (SD-P-RD) w[t]", damci};
constexpr Equation first_stop{"stop from initial output", "1", "w[first] = 0 where the output before exceeds SD", "definition"};
constexpr Equation start_window{"start category", "1", "d_k[t] <= sum(w[i], hours off from i to t in category k)", morales};
constexpr Equation start_choice{"start categories", "1", "sum(d_k[t], k) <= v[t]; the coldest category is what is left", knueven};
// A least draw can reward burning more than the curve says; these rows leave no such choice.
constexpr Equation filled_piece{"filled piece", "MW", "q_l[t] >= width_l full_l[t], q_{l+1}[t] <= width_{l+1} full_l[t]",
                                "definition of a curve; only where the fuel has a least draw"};
constexpr Equation due_category{"due start category", "1",
                                "d_k[t] >= v[t] + w[i] - 1 - sum(w[j], i < j < t), hours off from i to t in category k",
                                "definition; only where the fuel has a least draw"};
constexpr std::array thermal_equations{logic,      minimum_up, minimum_down, capacity_limit, piece_limit,  piece_sum,   ramp_up,
                                       ramp_down,  first_stop, start_window, start_choice,   filled_piece, due_category,
                                       thermal_footroom, thermal_joint_response, thermal_standby};

/// Value of a list of start categories for a start after so many hours off.
double value_from(const Steps& categories, double hours_off) {
    double value = 0.0;
    for (const Steps::Step& each : categories.steps)
        if (hours_off >= each.from) value = each.value;
    return value;
}

/// Hours off at which any list of start categories changes.
std::vector<double> start_changes(const ThermalPlant& plant) {
    std::vector<double> hours;
    for (const Steps* categories : {&plant.start_cost, &plant.start_fuel_gj})
        for (const Steps::Step& each : categories->steps) hours.push_back(each.from);
    std::sort(hours.begin(), hours.end());
    hours.erase(std::unique(hours.begin(), hours.end()), hours.end());
    return hours;
}

constexpr double rounding_h = 1e-9;

/// Writes one plant; the members are what its row families share.
class Rows {
public:
    Rows(const ThermalPlant& plant, Formulation& f)
        : p_{plant}, f_{f}, time_{f.horizon()}, d_{f.desk(plant)}, reserve_{plant, f, d_}, curve_{plant, f.system().settings().cost_segments},
          start_changes_{start_changes(plant)} {}

    void write() {
        commitment();
        minimum_times();
        output();
        reserve_.hold();
        reserve_.write(on_, stop_, above_);
        capacity();
        ramps();
        start_categories();
        if (p_.fuel.is_set() && f_.system().at(p_.fuel).has_least_draw()) exact_fuel();
        costs_and_balance();
    }

private:
    void commitment();
    void minimum_times();
    void output();
    void capacity();
    void ramps();
    void start_categories();
    void exact_fuel();
    void exact_start_category(std::size_t k, int t);
    void costs_and_balance();
    /// Whether the plant was off before the horizon for hours that make a start at t one of category k.
    bool initial_counts(std::size_t k, int t) const;
    /// Cost or fuel of a start at step t.
    Expression start_sum(const Steps& categories, int t) const;

    double span_mw() const { return p_.capacity_mw - p_.min_output_mw; }
    double start_cut() const { return p_.capacity_mw - std::min(p_.start_limit_mw(), p_.capacity_mw); }
    double stop_cut() const { return p_.capacity_mw - std::min(p_.stop_limit_mw(), p_.capacity_mw); }
    Expression on_before(int t) const {
        const auto before = time_.before(t);
        return before ? Expression{on_[*before]} : Expression{p_.initially_on() ? 1.0 : 0.0};
    }
    Expression above_before(int t) const {
        const auto before = time_.before(t);
        return before ? Expression{above_[*before]} : Expression{p_.initially_on() ? p_.output_before() - p_.min_output_mw : 0.0};
    }
    /// The stop that would follow step t, as an expression; nothing at the end of a period.
    Expression next_stop(int t) const { return time_.is_last(t) ? Expression{} : Expression{stop_[t + 1]}; }
    /// left <= width u - start_cut v - stop_cut w[t+1], in one row where start and stop cannot meet.
    void limit(const Equation& equation, int t, const Expression& left, double width, double start_cut, double stop_cut);

    const ThermalPlant& p_;
    Formulation& f_;
    const Horizon& time_;
    Desk d_;
    ThermalReserve reserve_;
    ProductionCurve curve_;
    Series on_, start_, stop_, above_;
    std::vector<double> start_changes_;  ///< hours off
    std::vector<Series> pieces_, categories_;
};

void Rows::commitment() {
    on_ = d_.binaries("on");
    start_ = d_.binaries("start");
    stop_ = d_.binaries("stop");
    for (int t = 0; t < time_.step_count(); ++t) {
        d_.require(logic, t, Expression{on_[t]} - on_before(t) - start_[t] + stop_[t] == 0.0);
        if (p_.must_run) f_.program().set_bounds(on_[t], 1.0, 1.0);
    }
}

void Rows::minimum_times() {
    for (int t = 0; t < time_.step_count(); ++t) {
        Expression starts;
        Expression stops;
        for (int i = t, k = time_.steps_back(t, p_.min_up_h); k > 0; --k, --i) starts.add(start_[i], 1.0);
        for (int i = t, k = time_.steps_back(t, p_.min_down_h); k > 0; --k, --i) stops.add(stop_[i], 1.0);
        d_.require(minimum_up, t, starts - on_[t] <= 0.0);
        d_.require(minimum_down, t, stops + on_[t] <= 1.0);
        const double since = time_.hours_before(t);
        const bool still_on = p_.initially_on() && *p_.initial_status_h + since < p_.min_up_h - rounding_h;
        const bool still_off = !p_.initially_on() && p_.hours_off_before() + since < p_.min_down_h - rounding_h;
        if (still_on) f_.program().set_bounds(on_[t], 1.0, 1.0);
        if (still_off) f_.program().set_bounds(on_[t], 0.0, 0.0);
    }
}

void Rows::output() {
    above_ = d_.variables("above_minimum", "MW", 0.0, span_mw());
    if (curve_.pieces.size() < 2) return;
    for (std::size_t l = 0; l < curve_.pieces.size(); ++l)
        pieces_.push_back(d_.variables(fmt::format("piece_{}", l + 1), "MW", 0.0, curve_.pieces[l].width_mw));
    for (int t = 0; t < time_.step_count(); ++t) {
        Expression sum;
        for (const Series& piece : pieces_) sum.add(piece[t], 1.0);
        d_.require(piece_sum, t, Expression{above_[t]} == sum);
        double low = p_.min_output_mw;
        for (std::size_t l = 0; l < pieces_.size(); ++l) {
            const double width = curve_.pieces[l].width_mw;
            const double beyond_start = std::clamp(low + width - p_.start_limit_mw(), 0.0, width);
            const double beyond_stop = std::clamp(low + width - p_.stop_limit_mw(), 0.0, width);
            limit(piece_limit, t, pieces_[l][t], width, beyond_start, beyond_stop);
            low += width;
        }
    }
}

void Rows::limit(const Equation& equation, int t, const Expression& left, double width, double start_cut, double stop_cut) {
    const bool apart = time_.steps_back(t, p_.min_up_h) > 1 || p_.min_up_h > time_.hours(t) + 1e-9;
    const auto require = [&](double at_start, double at_stop) {
        d_.require(equation, t, left - width * on_[t] + at_start * start_[t] + at_stop * next_stop(t) <= 0.0);
    };
    if (apart || start_cut == 0.0 || stop_cut == 0.0) return require(start_cut, stop_cut);
    // A start and the next stop can meet in one step: cutting by both would forbid what is allowed.
    require(start_cut, std::max(stop_cut - start_cut, 0.0));
    require(std::max(start_cut - stop_cut, 0.0), stop_cut);
}

void Rows::capacity() {
    for (int t = 0; t < time_.step_count(); ++t)
        limit(capacity_limit, t, Expression{above_[t]} + reserve_.up(t), span_mw(), std::min(start_cut(), span_mw()),
              std::min(stop_cut(), span_mw()));
}

void Rows::ramps() {
    for (int t = 0; t < time_.step_count(); ++t) {
        const double h = time_.hours(t);
        if (p_.ramp_up_mw_per_h) {
            const double ramp = *p_.ramp_up_mw_per_h * h;
            const double at_start = std::min(p_.start_limit_mw(), p_.capacity_mw) - p_.min_output_mw;
            d_.require(ramp_up, t, Expression{above_[t]} + reserve_.up(t) - above_before(t) - ramp * on_[t] - (at_start - ramp) * start_[t] <= 0.0);
        }
        if (p_.ramp_down_mw_per_h) {
            const double ramp = *p_.ramp_down_mw_per_h * h;
            const double at_stop = std::min(p_.stop_limit_mw(), p_.capacity_mw) - p_.min_output_mw;
            d_.require(ramp_down, t, above_before(t) - above_[t] + reserve_.down(t) - ramp * on_before(t) - (at_stop - ramp) * stop_[t] <= 0.0);
        }
        if (time_.is_first(t) && p_.initially_on() && p_.output_before() > p_.stop_limit_mw() + 1e-9)
            d_.require(first_stop, t, Expression{stop_[t]} <= 0.0);
    }
}

bool Rows::initial_counts(std::size_t k, int t) const {
    const double hours_off = p_.hours_off_before() + time_.hours_before(t);
    return !p_.initially_on() && hours_off >= start_changes_[k] - rounding_h && hours_off < start_changes_[k + 1] - rounding_h;
}

void Rows::start_categories() {
    if (start_changes_.size() < 2) return;
    for (std::size_t k = 0; k + 1 < start_changes_.size(); ++k) {
        categories_.push_back(d_.variables(fmt::format("start_category_{}", k + 1), "1", 0.0, 1.0));
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
    for (int t = 0; t < time_.step_count(); ++t) {
        Expression sum;
        for (const Series& each : categories_) sum.add(each[t], 1.0);
        d_.require(start_choice, t, sum - start_[t] <= 0.0);
    }
}

void Rows::exact_fuel() {
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

void Rows::exact_start_category(std::size_t k, int t) {
    Expression later_stops;
    double hours_off = 0.0;
    for (auto i = time_.before(t); i && hours_off < start_changes_[k + 1] - rounding_h; i = time_.before(*i)) {
        hours_off += time_.hours(*i);
        const bool counts = hours_off >= start_changes_[k] - rounding_h && hours_off < start_changes_[k + 1] - rounding_h;
        if (counts) d_.require(due_category, t, Expression{categories_[k][t]} - start_[t] - stop_[*i] + later_stops >= -1.0);
        later_stops.add(stop_[*i], 1.0);
    }
    if (!initial_counts(k, t)) return;
    Expression any_stop;
    for (auto i = time_.before(t); i; i = time_.before(*i)) any_stop.add(stop_[*i], 1.0);
    d_.require(due_category, t, Expression{categories_[k][t]} - start_[t] + any_stop >= 0.0);
}

Expression Rows::start_sum(const Steps& categories, int t) const {
    const double coldest = categories.steps.back().value;
    Expression sum = coldest * start_[t];
    for (std::size_t k = 0; k < categories_.size(); ++k) sum.add(categories_[k][t], value_from(categories, start_changes_[k]) - coldest);
    return sum;
}

void Rows::costs_and_balance() {
    std::vector<Expression> outputs;
    for (int t = 0; t < time_.step_count(); ++t) {
        const double h = time_.hours(t);
        Expression heat = h * curve_.heat_at_least_gj_per_h * on_[t];
        Expression money = h * curve_.cost_at_least_per_h * on_[t];
        for (std::size_t l = 0; l < curve_.pieces.size(); ++l) {
            const Variable piece = pieces_.empty() ? above_[t] : pieces_[l][t];
            heat.add(piece, h * curve_.pieces[l].heat_gj_per_mwh);
            money.add(piece, h * curve_.pieces[l].cost_per_mwh);
        }
        if (!p_.start_fuel_gj.empty()) heat += start_sum(p_.start_fuel_gj, t);
        d_.draw_fuel(p_.fuel, p_.zone, t, heat);
        d_.cost("variable", t, money);
        if (!p_.start_cost.empty()) d_.cost("start_up", t, start_sum(p_.start_cost, t));
        if (p_.shut_down_cost != 0.0) d_.cost("shut_down", t, p_.shut_down_cost * stop_[t]);
        const Expression output = p_.min_output_mw * on_[t] + Expression{above_[t]};
        d_.generate(p_.zone, t, output);
        d_.derive("output", "MW", t, output);
        outputs.push_back(output);
    }
    reserve_.tell_loss(outputs);
}

}  // namespace

std::span<const Equation> ThermalPlant::equations() { return thermal_equations; }

void ThermalPlant::add_to(Formulation& f, int) const { Rows{*this, f}.write(); }

}  // namespace indus::model
