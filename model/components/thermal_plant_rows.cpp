// SPDX-License-Identifier: Apache-2.0
// Commitment, output, capacity, ramps and costs of a thermal plant. How long it is on and off stands in
// thermal_plant_times.cpp, its starts in thermal_plant_starts.cpp, changes of output in thermal_plant_following.cpp.
#include "model/components/thermal_plant_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace indus::model {

namespace {

constexpr std::string_view morales =
    "Morales-Espana, Latorre & Ramos (2013), IEEE Trans. Power Systems 28(4), doi:10.1109/TPWRS.2013.2251373";
constexpr std::string_view gentile =
    "Gentile, Morales-Espana & Ramos (2017), EURO J. Computational Optimization 5, doi:10.1007/s13675-016-0066-y";
constexpr std::string_view damci =
    "Damci-Kurt, Kucukyavuz, Rajan & Atamturk (2016), Mathematical Programming 158, doi:10.1007/s10107-015-0919-9";
constexpr std::string_view knueven = knueven_review;

constexpr Equation logic{"commitment logic", "1", "u[t] - u[t-1] = v[t] - w[t]", morales, Rigidity::law};
constexpr Equation capacity_limit{
    "capacity",
    "MW",
    "p[t] + sum(r_k[t], k up) <= (C-P) u[t] - (C-SU) v[t] - (C-SD) w[t+1]; where a start and a stop can "
    "meet, two rows with max(SU-SD, 0) w[t+1] and max(SD-SU, 0) v[t] in turn",
    gentile,
    Rigidity::operation,
    "its output would exceed by {amount} MW what its capacity, start-up or shut-down limit allows"};
constexpr Equation piece_limit{"production piece", "MW",
                               "q_l[t] <= width_l u[t] - (width_l beyond SU) v[t] - (width_l beyond SD) w[t+1]",
                               knueven, Rigidity::law};
constexpr Equation piece_sum{"production pieces", "MW", "p[t] = sum(q_l[t], l)", knueven, Rigidity::law};
constexpr Equation ramp_up{
    "ramp up",
    "MW",
    "p[t] + sum(rho_k[t], k up) - p[t-1] <= RU u[t] + (SU-P-RU) v[t]; rho_k[t] = r_k[t] or, by ramp_sharing, "
    "60 h / response_minutes_k times r_k[t] or its mean with r_k[t-1]",
    damci,
    Rigidity::operation,
    "its output would have to rise by {amount} MW more than its ramp allows"};
constexpr Equation ramp_down{
    "ramp down",
    "MW",
    "p[t-1] - p[t] + sum(rho_k[t], k down) <= RD u[t-1] + (SD-P-RD) w[t]; rho_k[t] as in ramp up",
    damci,
    Rigidity::operation,
    "its output would have to fall by {amount} MW more than its ramp allows"};
constexpr Equation first_stop{"stop from initial output",
                              "1",
                              "w[first] = 0 where the output before exceeds SD",
                              "definition",
                              Rigidity::operation,
                              "it would have to stop at once from an output above its shut-down limit"};
// Of a plant of several units the rows above are sums over its units: exact without ramps, a relaxation with them.
constexpr Equation any_unit{"any unit on", "1",
                            "u[t] <= units any_on[t]; several units only, where a reserve covers the loss of one",
                            "definition; the loss is taken as the capacity of a unit", Rigidity::law};
constexpr std::array thermal_equations{logic,
                                       minimum_up,
                                       minimum_down,
                                       capacity_limit,
                                       piece_limit,
                                       piece_sum,
                                       ramp_up,
                                       ramp_down,
                                       first_stop,
                                       start_window,
                                       start_choice,
                                       filled_piece,
                                       due_category,
                                       cluster_up,
                                       start_match,
                                       stop_match,
                                       any_unit,
                                       thermal_footroom,
                                       thermal_joint_response,
                                       thermal_standby,
                                       thermal_ready,
                                       thermal_standby_limit,
                                       thermal_response,
                                       thermal_second_fuel,
                                       thermal_one_fuel,
                                       thermal_fuel_of_start,
                                       thermal_fuel_energy,
                                       thermal_band,
                                       thermal_rise,
                                       thermal_fall};

}  // namespace

std::vector<double> start_changes(const ThermalPlant& plant) {
    std::vector<double> hours;
    for (const Steps* categories : {&plant.start_cost, &plant.start_fuel_gj})
        for (const Steps::Step& each : categories->steps) hours.push_back(each.from);
    std::sort(hours.begin(), hours.end());
    hours.erase(std::unique(hours.begin(), hours.end()), hours.end());
    return hours;
}

ThermalRows::ThermalRows(const ThermalPlant& plant, Formulation& f)
    : p_{plant},
      f_{f},
      time_{f.horizon()},
      d_{f.desk(plant)},
      left_{f.system(), plant.name, plant.capacity_mw, plant.units},
      reserve_{plant, f, d_},
      fuels_{plant, f, d_},
      curve_{plant, f.system().settings().cost_segments},
      start_changes_{start_changes(plant)} {}

void ThermalRows::write() {
    commitment();
    minimum_times();
    output();
    std::vector<double> ready;
    for (int t = 0; t < time_.step_count(); ++t) ready.push_back(units_at(t));
    reserve_.hold(ready);
    reserve_.write(on_, stop_, above_);
    capacity();
    ramps();
    start_categories();
    if (p_.has_least_draw(f_.system().data())) exact_fuel();
    hold_fuels();
    changes();
    costs_and_balance();
}

double ThermalRows::units_at(int t) const {
    const double capacity = capacity_at(t);
    const bool is_usable = capacity >= p_.capacity_mw || (capacity > 0.0 && capacity >= p_.min_output_mw - 1e-9);
    return is_usable ? left_.units(t) : 0.0;
}

Expression ThermalRows::on_before(int t) const {
    const auto before = time_.before(t);
    return before ? Expression{on_[*before]} : Expression{p_.units_on_before()};
}

Expression ThermalRows::above_before(int t) const {
    const auto before = time_.before(t);
    return before
               ? Expression{above_[*before]}
               : Expression{p_.initially_on() ? p_.units_on_before() * (p_.output_before() - p_.min_output_mw) : 0.0};
}

void ThermalRows::commitment() {
    const std::vector<double> units(static_cast<std::size_t>(time_.step_count()), p_.units);
    on_ = d_.integers("on", units);
    start_ = d_.integers("start", units);
    stop_ = d_.integers("stop", units);
    for (int t = 0; t < time_.step_count(); ++t)
        d_.require(logic, t, Expression{on_[t]} - on_before(t) - start_[t] + stop_[t] == 0.0);
}

void ThermalRows::output() {
    above_ = d_.variables("above_minimum", "MW", 0.0, p_.units * span_mw());
    if (curve_.pieces.size() < 2) return;
    for (std::size_t l = 0; l < curve_.pieces.size(); ++l)
        pieces_.push_back(
            d_.variables(fmt::format("piece_{}", l + 1), "MW", 0.0, p_.units * curve_.pieces[l].width_mw));
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

void ThermalRows::limit(const Equation& equation, int t, const Expression& left, double width, double start_cut,
                        double stop_cut) {
    const bool apart = time_.steps_back(t, p_.min_up_h) > 1 || p_.min_up_h > time_.hours(t) + 1e-9;
    const auto require = [&](double at_start, double at_stop) {
        d_.require(equation, t, left - width * on_[t] + at_start * start_[t] + at_stop * next_stop(t) <= 0.0);
    };
    if (apart || start_cut == 0.0 || stop_cut == 0.0) return require(start_cut, stop_cut);
    // A start and the next stop can meet in one step: cutting by both would forbid what is allowed.
    require(start_cut, std::max(stop_cut - start_cut, 0.0));
    require(std::max(start_cut - stop_cut, 0.0), stop_cut);
}

void ThermalRows::capacity() {
    for (int t = 0; t < time_.step_count(); ++t) {
        const double top = capacity_at(t);
        const double span = std::max(0.0, top - p_.min_output_mw);
        const auto cut = [&](double limit_mw) { return std::min(top - std::min(limit_mw, top), span); };
        limit(capacity_limit, t, Expression{above_[t]} + reserve_.up(t), span, cut(p_.start_limit_mw()),
              cut(p_.stop_limit_mw()));
    }
}

void ThermalRows::ramps() {
    for (int t = 0; t < time_.step_count(); ++t) {
        const double h = time_.hours(t);
        if (p_.ramp_up_mw_per_h) {
            const double ramp = *p_.ramp_up_mw_per_h * h;
            const double at_start = std::min(p_.start_limit_mw(), p_.capacity_mw) - p_.min_output_mw;
            d_.require(ramp_up, t,
                       Expression{above_[t]} + reserve_.ramp_use(t, ReserveDirection::up) - above_before(t) -
                               ramp * on_[t] - (at_start - ramp) * start_[t] <=
                           0.0);
        }
        if (p_.ramp_down_mw_per_h) ramp_down_row(t);
        const bool is_high = p_.initially_on() && p_.output_before() > p_.stop_limit_mw() + 1e-9;
        if (time_.is_first(t) && is_high) d_.require(first_stop, t, Expression{stop_[t]} <= left_.tripped_units(t));
    }
}

void ThermalRows::ramp_down_row(int t) {
    if (left_.trips(t) && is_single()) return;
    const double ramp = *p_.ramp_down_mw_per_h * time_.hours(t);
    const double at_stop = std::min(p_.stop_limit_mw(), p_.capacity_mw) - p_.min_output_mw;
    const Expression fall = above_before(t) - above_[t] + reserve_.ramp_use(t, ReserveDirection::down) -
                            ramp * on_before(t) - (at_stop - ramp) * stop_[t];
    d_.require(ramp_down, t, fall <= left_.tripped_units(t) * span_mw());
}

void ThermalRows::hold_fuels() {
    double most_per_h = curve_.heat_at_least_gj_per_h;
    for (const ProductionCurve::Piece& each : curve_.pieces) most_per_h += each.width_mw * each.heat_gj_per_mwh;
    const double most_of_start = p_.start_fuel_gj.empty() ? 0.0 : p_.start_fuel_gj.steps.back().value;
    std::vector<double> most;
    for (int t = 0; t < time_.step_count(); ++t) most.push_back(time_.hours(t) * most_per_h + most_of_start);
    fuels_.hold(most);
    fuels_.follow(start_, stop_);
}

void ThermalRows::costs_and_balance() {
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
        d_.cost("variable", t, money);
        if (!p_.start_cost.empty()) d_.cost("start_up", t, start_sum(p_.start_cost, t));
        if (p_.shut_down_cost != 0.0) d_.cost("shut_down", t, p_.shut_down_cost * stop_[t]);
        const Expression output = output_at(t);
        fuels_.burn(t, heat, output, on_[t]);
        d_.generate(p_.zone, t, output);
        d_.derive("output", "MW", t, output);
        outputs.push_back(output);
    }
    if (reserve_.must_tell_loss()) reserve_.tell_loss(is_single() ? outputs : any_unit_loss());
}

std::vector<Expression> ThermalRows::any_unit_loss() {
    const Series any_on = d_.binaries("any_on");
    std::vector<Expression> lost;
    for (int t = 0; t < time_.step_count(); ++t) {
        d_.require(any_unit, t, Expression{on_[t]} - p_.units * any_on[t] <= 0.0);
        lost.push_back(p_.capacity_mw * any_on[t]);
    }
    return lost;
}

std::span<const Equation> ThermalPlant::equations() { return thermal_equations; }

void ThermalPlant::add_to(Formulation& f, int) const { ThermalRows{*this, f}.write(); }

}  // namespace indus::model
