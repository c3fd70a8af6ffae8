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
            if (is_on != was_on_ && !is_on) hours_off_ = 0.0;
            const Held held = reserves(t, is_on);
            const double reserve = held.up;
            if (is_on && !was_on_) heat[i] += started(t, output[i] + reserve);
            if (!is_on && was_on_) stopped(t);
            limits(t, is_on, output[i], held);
            money(t, is_on, output[i], heat[i]);
            d_.generate(p_.zone, t, output[i]);
            (is_on ? hours_on_ : hours_off_) += a_.horizon().hours(t);
            was_on_ = is_on;
            output_before_ = output[i];
            reserve_before_ = reserve;
        }
        d_.burn(p_.fuel, p_.zone, heat);
        if (!loss_.held.empty()) a_.add_loss(loss_);
    }

private:
    void begin() {
        was_on_ = p_.initially_on();
        hours_on_ = was_on_ ? *p_.initial_status_h : 0.0;
        hours_off_ = p_.hours_off_before();
        output_before_ = p_.output_before();
        reserve_before_ = 0.0;
    }

    /// Fuel of the start [GJ].
    double started(int t, double output_with_reserve) {
        d_.at_least(t, hours_off_, p_.min_down_h, "time off before a start", "h");
        d_.at_most(t, output_with_reserve, p_.start_limit_mw(), "output with reserve in the step of a start", "MW");
        const auto by_hours_off = [&](const Steps& categories) {
            double value = 0.0;
            for (const Steps::Step& category : categories.steps)
                if (hours_off_ >= category.from - 1e-9) value = category.value;
            return value;
        };
        d_.charge("start_up", t, by_hours_off(p_.start_cost));
        hours_on_ = 0.0;
        return by_hours_off(p_.start_fuel_gj);
    }

    void stopped(int t) {
        d_.at_least(t, hours_on_, p_.min_up_h, "time on before a stop", "h");
        d_.at_most(t, output_before_ + reserve_before_, p_.stop_limit_mw(), "output with reserve before a stop", "MW");
        d_.charge("shut_down", t, p_.shut_down_cost);
    }

    struct Held {
        double up = 0.0, down = 0.0;  ///< by the unit while on [MW]
    };

    Held reserves(int t, bool is_on) {
        const auto& products = a_.system().all<Reserve>();
        const auto i = static_cast<std::size_t>(t);
        Held sum;
        for (std::size_t k = 0; k < products.size(); ++k) {
            const Reserve& product = products[k];
            const double held = d_.optional_series("reserve_" + product.name)[i];
            const double standby = d_.optional_series("standby_" + product.name)[i];
            const double spinning = d_.has("standby_" + product.name) ? d_.series("spinning_" + product.name)[i] : held;
            const auto& ramp = product.is_up() ? p_.ramp_up_mw_per_h : p_.ramp_down_mw_per_h;
            const double by_ramp = ramp ? *ramp * product.response_minutes / 60.0 : std::numeric_limits<double>::infinity();
            d_.at_least(t, spinning, 0.0, "reserve", "MW");
            d_.at_most(t, spinning, is_on && p_.provides_reserve ? by_ramp : 0.0, "reserve", "MW");
            if (standby != 0.0) from_standstill(t, is_on, product, standby);
            d_.equal(t, held, spinning + standby, "reserve", "MW");
            if (!product.takes_from(p_.zone)) d_.at_most(t, held, 0.0, "reserve for other zones", "MW");
            if (product.joint_response && ramp) d_.at_most(t, joint(product, i), by_ramp, "reserve called together", "MW");
            a_.provide(static_cast<int>(k), t, held);
            (product.is_up() ? sum.up : sum.down) += spinning;
            lose(k, i, held);
        }
        return sum;
    }

    /// Reserve of units that are on, of all products called with this one and no slower.
    double joint(const Reserve& slowest, std::size_t i) const {
        double sum = 0.0;
        for (const Reserve& each : a_.system().all<Reserve>()) {
            if (!each.joint_response || each.direction != slowest.direction || each.response_minutes > slowest.response_minutes) continue;
            sum += d_.has("standby_" + each.name) ? d_.series("spinning_" + each.name)[i] : d_.optional_series("reserve_" + each.name)[i];
        }
        return sum;
    }

    void from_standstill(int t, bool is_on, const Reserve& product, double standby) {
        d_.at_least(t, standby, 0.0, "reserve from standstill", "MW");
        double sum = 0.0;
        for (const Reserve& each : a_.system().all<Reserve>())
            if (each.response_minutes <= product.response_minutes)
                sum += d_.optional_series("standby_" + each.name)[static_cast<std::size_t>(t)];
        double quick = 0.0;
        for (const Steps::Step& each : p_.quick_start_mw.steps)
            if (product.type == ReserveType::replacement && each.from <= product.response_minutes) quick = each.value;
        const bool can_start = !is_on && hours_off_ >= p_.min_down_h - 1e-9 && p_.provides_reserve;
        d_.at_most(t, sum, can_start ? quick : 0.0, "reserve from standstill", "MW");
    }

    void lose(std::size_t product, std::size_t i, double held) {
        const auto& products = a_.system().all<Reserve>();
        if (std::none_of(products.begin(), products.end(), [&](const Reserve& each) { return each.covers(p_.capacity_mw, p_.zone); })) return;
        if (loss_.held.empty()) {
            const auto output = d_.series("output");
            loss_ = {p_.name, p_.capacity_mw, p_.zone, {output.begin(), output.end()}, {}};
            loss_.held.assign(products.size(), std::vector<double>(output.size(), 0.0));
        }
        loss_.held[product][i] = held;
    }

    void limits(int t, bool is_on, double output, const Held& held) {
        if (p_.must_run) d_.at_least(t, is_on ? 1.0 : 0.0, 1.0, "units on of a plant that must run", "");
        d_.at_least(t, output, is_on ? p_.min_output_mw : 0.0, "output", "MW");
        d_.at_most(t, output + held.up, is_on ? p_.capacity_mw : 0.0, "output with reserve", "MW");
        if (held.down > 0.0) d_.at_least(t, output - held.down, is_on ? p_.min_output_mw : 0.0, "output less reserve down", "MW");
        const double h = a_.horizon().hours(t);
        if (!is_on || !was_on_) return;
        if (p_.ramp_up_mw_per_h)
            d_.at_most(t, output + held.up - output_before_, *p_.ramp_up_mw_per_h * h, "rise of output with reserve", "MW");
        if (p_.ramp_down_mw_per_h)
            d_.at_most(t, output_before_ - (output - held.down), *p_.ramp_down_mw_per_h * h,
                       held.down > 0.0 ? "fall of output with reserve" : "fall of output", "MW");
    }

    void money(int t, bool is_on, double output, double& heat) {
        if (!is_on) return;
        const double h = a_.horizon().hours(t);
        heat += h * heat_per_h(p_, output);
        d_.charge("variable", t, h * cost_per_h(p_, a_.system().settings().cost_segments, output));
    }

    const ThermalPlant& p_;
    Audit& a_;
    AuditDesk d_;
    AuditedLoss loss_;
    bool was_on_ = false;
    double hours_on_ = 0.0, hours_off_ = 0.0, output_before_ = 0.0, reserve_before_ = 0.0;
};

}  // namespace

void ThermalPlant::audit(Audit& a, int) const { Walk{*this, a}.run(); }

}  // namespace indus::model
