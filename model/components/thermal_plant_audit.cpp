// SPDX-License-Identifier: Apache-2.0
// Follows a thermal plant through time as an operator would, from its fields alone.
#include <algorithm>
#include <cmath>
#include <limits>

#include "model/audit.hpp"
#include "model/components/thermal_plant.hpp"

namespace indus::model {

namespace {

/// A convex curve of points: the highest of the lines through neighbours.
double along(const Steps& curve, double x) {
    const auto& points = curve.steps;
    if (points.size() == 1) return points.front().value;
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 1; k < points.size(); ++k) {
        const double slope = (points[k].value - points[k - 1].value) / (points[k].from - points[k - 1].from);
        highest = std::max(highest, points[k].value + slope * (x - points[k].from));
    }
    return highest;
}

/// x squared, cut into equal pieces between low and high: again the highest line.
double cut_square(double low, double high, int pieces, double x) {
    if (high <= low) return x * x;
    double highest = -std::numeric_limits<double>::infinity();
    for (int k = 0; k < pieces; ++k) {
        const double from = low + (high - low) * k / pieces;
        const double to = low + (high - low) * (k + 1) / pieces;
        highest = std::max(highest, (from + to) * x - from * to);
    }
    return highest;
}

double heat_per_h(const ThermalPlant& p, double output) {
    if (!p.heat_curve_gj_per_h.empty()) return along(p.heat_curve_gj_per_h, output);
    return p.no_load_heat_gj_per_h + p.heat_rate_gj_per_mwh * output;
}

double cost_per_h(const ThermalPlant& p, int pieces, double output) {
    double money = p.no_load_cost_per_h + p.variable_cost_per_mwh * output;
    if (p.quadratic_cost_per_mw2h > 0.0)
        money += p.quadratic_cost_per_mw2h * cut_square(p.min_output_mw, p.capacity_mw, pieces, output);
    return p.cost_curve_per_h.empty() ? money : money + along(p.cost_curve_per_h, output);
}

class Walk {
public:
    Walk(const ThermalPlant& plant, Audit& a) : p_{plant}, a_{a}, d_{a.desk(plant)} {}

    void run() {
        const auto on = d_.series("on");
        const auto output = d_.series("output");
        std::vector<double> heat(output.size(), 0.0);
        for (int t = 0; t < a_.horizon().step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            if (a_.horizon().is_first(t)) begin();
            d_.binary(t, on[i], "on");
            const bool is_on = on[i] > 0.5;
            const double reserve = reserves(t, is_on);
            if (is_on != was_on_) is_on ? started(t, output[i] + reserve) : stopped(t);
            limits(t, is_on, output[i], reserve);
            money(t, is_on, output[i], heat[i]);
            a_.inject(p_.zone, t, output[i]);
            (is_on ? hours_on_ : hours_off_) += a_.horizon().hours(t);
            was_on_ = is_on;
            output_before_ = output[i];
            reserve_before_ = reserve;
        }
        d_.burn(p_.fuel, heat);
    }

private:
    void begin() {
        was_on_ = p_.initially_on();
        hours_on_ = was_on_ ? *p_.initial_status_h : 0.0;
        hours_off_ = p_.hours_off_before();
        output_before_ = p_.output_before();
        reserve_before_ = 0.0;
    }

    void started(int t, double output_with_reserve) {
        d_.at_least(t, hours_off_, p_.min_down_h, "time off before a start", "h");
        d_.at_most(t, output_with_reserve, p_.start_limit_mw(), "output with reserve in the step of a start", "MW");
        double cost = 0.0;
        for (const Steps::Step& category : p_.start_cost.steps)
            if (hours_off_ >= category.from - 1e-9) cost = category.value;
        d_.charge("start_up", t, cost);
        hours_on_ = 0.0;
    }

    void stopped(int t) {
        d_.at_least(t, hours_on_, p_.min_up_h, "time on before a stop", "h");
        d_.at_most(t, output_before_ + reserve_before_, p_.stop_limit_mw(), "output with reserve before a stop", "MW");
        d_.charge("shut_down", t, p_.shut_down_cost);
        hours_off_ = 0.0;
    }

    double reserves(int t, bool is_on) {
        const auto& products = a_.system().all<Reserve>();
        double sum = 0.0;
        for (std::size_t k = 0; k < products.size(); ++k) {
            const double reserve = d_.optional_series("reserve_" + products[k].name)[static_cast<std::size_t>(t)];
            const double by_ramp = p_.ramp_up_mw_per_h ? *p_.ramp_up_mw_per_h * products[k].response_minutes / 60.0
                                                       : std::numeric_limits<double>::infinity();
            d_.at_least(t, reserve, 0.0, "reserve", "MW");
            d_.at_most(t, reserve, is_on && p_.provides_reserve ? by_ramp : 0.0, "reserve", "MW");
            a_.provide(static_cast<int>(k), t, reserve);
            sum += reserve;
        }
        return sum;
    }

    void limits(int t, bool is_on, double output, double reserve) {
        if (p_.must_run) d_.at_least(t, is_on ? 1.0 : 0.0, 1.0, "units on of a plant that must run", "");
        d_.at_least(t, output, is_on ? p_.min_output_mw : 0.0, "output", "MW");
        d_.at_most(t, output + reserve, is_on ? p_.capacity_mw : 0.0, "output with reserve", "MW");
        const double h = a_.horizon().hours(t);
        if (!is_on || !was_on_) return;
        if (p_.ramp_up_mw_per_h)
            d_.at_most(t, output + reserve - output_before_, *p_.ramp_up_mw_per_h * h, "rise of output with reserve", "MW");
        if (p_.ramp_down_mw_per_h) d_.at_most(t, output_before_ - output, *p_.ramp_down_mw_per_h * h, "fall of output", "MW");
    }

    void money(int t, bool is_on, double output, double& heat) {
        if (!is_on) return;
        const double h = a_.horizon().hours(t);
        heat = h * heat_per_h(p_, output);
        d_.charge("variable", t, h * cost_per_h(p_, a_.system().settings().cost_segments, output));
    }

    const ThermalPlant& p_;
    Audit& a_;
    AuditDesk d_;
    bool was_on_ = false;
    double hours_on_ = 0.0, hours_off_ = 0.0, output_before_ = 0.0, reserve_before_ = 0.0;
};

}  // namespace

void ThermalPlant::audit(Audit& a, int) const { Walk{*this, a}.run(); }

}  // namespace indus::model
