// SPDX-License-Identifier: Apache-2.0
// Follows a single thermal unit through time as an operator would, from its fields alone.
#include "model/components/thermal_plant_audit.hpp"

#include <algorithm>

namespace indus::model {

namespace {

class Walk : ThermalAudit {
public:
    using ThermalAudit::ThermalAudit;

    void run() {
        const auto on = d_.series("on");
        const auto output = d_.series("output");
        std::vector<double> heat(output.size(), 0.0);
        for (int t = 0; t < a_.horizon().step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            if (a_.horizon().is_first(t)) begin();
            d_.binary(t, on[i], "on");
            const bool is_on = on[i] > 0.5;
            if (was_on_ && !is_on) hours_off_ = 0.0;
            const bool can_start = !is_on && hours_off_ >= p_.min_down_h - 1e-9 && units_left(t) > 0.0;
            const Held held = reserves(t, is_on ? 1.0 : 0.0, can_start ? 1.0 : 0.0);
            const double with_ramp = p_.ramp_up_mw_per_h ? std::max(held.up, held.up_ramp) : held.up;
            if (is_on && !was_on_) heat[i] += started(t, output[i] + with_ramp);
            if (!is_on && was_on_) stopped(t);
            has_started_ = has_started_ || (is_on && !was_on_);
            limits(t, is_on, output[i], held);
            money(t, is_on, output[i], heat[i]);
            change(t, output_before_, output[i]);
            d_.generate(p_.zone, t, output[i]);
            (is_on ? hours_on_ : hours_off_) += a_.horizon().hours(t);
            was_on_ = is_on;
            output_before_ = output[i];
            reserve_before_ = held.up;
        }
        burn(heat);
        tell_loss();
    }

private:
    void begin() {
        was_on_ = p_.initially_on();
        hours_on_ = was_on_ ? *p_.initial_status_h : 0.0;
        hours_off_ = p_.hours_off_before();
        has_started_ = out_ = false;
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
        d_.charge("shut_down", t, p_.shut_down_cost);
        if (tripped_units(t) > 0.0) return;
        // Nobody could plan a start before the horizon around an outage in it.
        const bool is_due = has_started_ || units_left(t) > 0.0;
        if (is_due) d_.at_least(t, hours_on_, p_.min_up_h, "time on before a stop", "h");
        d_.at_most(t, output_before_ + reserve_before_, p_.stop_limit_mw(), "output with reserve before a stop", "MW");
    }

    void limits(int t, bool is_on, double output, const Held& held) {
        const double left_mw = d_.capacity_left(t, p_.capacity_mw);
        if (units_left(t) == 0.0)
            d_.at_most(t, is_on ? 1.0 : 0.0, 0.0, "units on in an outage", "");
        else if (p_.must_run && !waits())
            d_.at_least(t, is_on ? 1.0 : 0.0, 1.0, "units on of a plant that must run", "");
        out_ = !is_on && (out_ || units_left(t) == 0.0);
        d_.at_least(t, output, is_on ? p_.min_output_mw : 0.0, "output", "MW");
        d_.at_most(t, output + held.up, is_on ? left_mw : 0.0, "output with reserve", "MW");
        if (held.down > 0.0)
            d_.at_least(t, output - held.down, is_on ? p_.min_output_mw : 0.0, "output less reserve down", "MW");
        band(t, output, held);
        const double h = a_.horizon().hours(t);
        if (!is_on || !was_on_) return;
        if (p_.ramp_up_mw_per_h)
            d_.at_most(t, output + held.up_ramp - output_before_, *p_.ramp_up_mw_per_h * h,
                       "rise of output with reserve", "MW");
        if (p_.ramp_down_mw_per_h && tripped_units(t) == 0.0)
            d_.at_most(t, output_before_ - (output - held.down_ramp), *p_.ramp_down_mw_per_h * h,
                       held.down > 0.0 ? "fall of output with reserve" : "fall of output", "MW");
    }

    void money(int t, bool is_on, double output, double& heat) {
        if (!is_on) return;
        const double h = a_.horizon().hours(t);
        heat += h * audited_heat_per_h(p_, output);
        d_.charge("variable", t, h * audited_cost_per_h(p_, a_.system().settings().cost_segments, output));
    }

    /// Whether it is off by an outage, if only by the least time off after it.
    bool waits() const { return out_ && hours_off_ < p_.min_down_h - 1e-9; }

    bool was_on_ = false, has_started_ = false, out_ = false;
    double hours_on_ = 0.0, hours_off_ = 0.0, output_before_ = 0.0, reserve_before_ = 0.0;
};

}  // namespace

void ThermalPlant::audit(Audit& a, int) const {
    if (units > 1.0)
        audit_units(*this, a);
    else
        Walk{*this, a}.run();
}

}  // namespace indus::model
