// SPDX-License-Identifier: Apache-2.0
// Rows of a cogeneration plant. Its audit stands in cogeneration_audit.cpp.
#include "model/components/heat/cogeneration.hpp"

#include <fmt/format.h>

#include "model/components/heat/cogeneration_rules.hpp"
#include "model/components/heat/commitment.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

constexpr Equation region_power{"power without heat",
                                "MW",
                                "min_output on[t] <= condensing[t] <= available[t] on[t]; condensing[t] = output[t] + "
                                "power_loss heat[t]",
                                "definition; of back pressure condensing[t] = output[t]",
                                Rigidity::operation,
                                "its power {verb} by {amount} MW what it gives while on"};
constexpr Equation region_line{"back-pressure line", "MW",
                               "output[t] >= power_to_heat heat[t]; of back pressure output[t] = power_to_heat heat[t]",
                               "definition", Rigidity::law};
constexpr Equation region_heat{"heat while on",
                               "MW",
                               "heat[t] <= available share[t] max_heat on[t]; only where max_heat is given",
                               "definition",
                               Rigidity::operation,
                               "its heat would exceed by {amount} MW what it can give"};
constexpr Equation power_rise{"ramp up",
                              "MW",
                              "output[t] - output[t-1] <= ramp h on[t-1] + capacity start[t]",
                              "definition",
                              Rigidity::operation,
                              "its power would have to rise by {amount} MW more than its ramp allows"};
constexpr Equation power_fall{"ramp down",
                              "MW",
                              "output[t-1] - output[t] <= ramp h on[t] + capacity stop[t]",
                              "definition; not where a forced outage begins",
                              Rigidity::operation,
                              "its power would have to fall by {amount} MW more than its ramp allows"};
constexpr std::array cogeneration_equations{
    Equation{"fuel drawn", "GJ", "h (no_load on[t] + heat_rate condensing[t])", "definition"},
    heat_logic,
    heat_minimum_up,
    heat_minimum_down,
    region_power,
    region_line,
    region_heat,
    power_rise,
    power_fall};

class CogenerationRows {
public:
    CogenerationRows(const Cogeneration& plant, Formulation& f)
        : p_{plant},
          f_{f},
          time_{f.horizon()},
          d_{f.desk(plant)},
          left_{f.system(), plant.name, plant.capacity_mw},
          is_back_pressure_{plant.type == CogenerationType::back_pressure} {}

    void write() {
        const double most_heat =
            is_back_pressure_ && p_.max_heat_mw == 0.0 ? p_.capacity_mw / p_.power_to_heat : p_.max_heat_mw;
        made_ = commit(rules_of(p_), left_, f_, d_);
        output_ = d_.variables("output", "MW", 0.0, left_.usable(p_.capacity_mw, time_.step_count()));
        heat_ = d_.variables("heat", "MW", 0.0, left_.usable(most_heat, time_.step_count()));
        auto& balance = f_.shared<HeatBalance>(f_.system());
        for (int t = 0; t < time_.step_count(); ++t) {
            region(t);
            if (p_.ramp_mw_per_h) ramp(t);
            balance.at(p_.node, t) += heat_[t];
            d_.generate(p_.zone, t, Expression{output_[t]});
            costs(t);
        }
    }

private:
    /// The power that the steam would give without heat.
    Expression condensing(int t) const {
        Expression sum{output_[t]};
        if (!is_back_pressure_) sum.add(heat_[t], p_.power_loss_per_heat);
        return sum;
    }

    void region(int t) {
        const Variable on = made_.on[t];
        const double share = left_.share(t);
        d_.require(region_power, t, condensing(t) - share * p_.capacity_mw * on <= 0.0);
        if (p_.min_output_mw > 0.0) d_.require(region_power, t, condensing(t) - p_.min_output_mw * on >= 0.0);
        const Expression above_line = Expression{output_[t]} - p_.power_to_heat * heat_[t];
        d_.require(region_line, t, is_back_pressure_ ? above_line == 0.0 : above_line >= 0.0);
        if (p_.max_heat_mw > 0.0) d_.require(region_heat, t, Expression{heat_[t]} - share * p_.max_heat_mw * on <= 0.0);
    }

    void ramp(int t) {
        const auto before = time_.before(t);
        if (!before) return;
        const double ramp = *p_.ramp_mw_per_h * time_.hours(t);
        const Expression rise = Expression{output_[t]} - output_[*before];
        d_.require(power_rise, t, rise - ramp * made_.on[*before] - p_.capacity_mw * made_.start[t] <= 0.0);
        if (left_.trips(t)) return;
        d_.require(power_fall, t, -rise - ramp * made_.on[t] - p_.capacity_mw * made_.stop[t] <= 0.0);
    }

    void costs(int t) {
        const double h = time_.hours(t);
        Expression gigajoules = h * p_.heat_rate_gj_per_mwh * condensing(t);
        gigajoules.add(made_.on[t], h * p_.no_load_gj_per_h);
        d_.draw_fuel(p_.fuel, p_.zone, t, gigajoules);
        d_.derive("condensing", "MW", t, condensing(t));
        if (p_.variable_cost_per_mwh != 0.0) d_.cost("variable", t, p_.variable_cost_per_mwh * h * output_[t]);
        if (p_.start_cost != 0.0) d_.cost("start_up", t, p_.start_cost * made_.start[t]);
    }

    const Cogeneration& p_;
    Formulation& f_;
    const Horizon& time_;
    Desk d_;
    Availability left_;
    bool is_back_pressure_;
    Commitment made_;
    Series output_, heat_;
};

}  // namespace

std::span<const Equation> Cogeneration::equations() { return cogeneration_equations; }

void Cogeneration::check(Complaints& complaints) const {
    if (min_output_mw > capacity_mw)
        complaints.add("min_output_mw", min_output_mw, fmt::format("at most capacity_mw ({})", capacity_mw));
    if (type == CogenerationType::back_pressure) {
        if (power_to_heat <= 0.0) complaints.add("power_to_heat", power_to_heat, "above 0 for back_pressure");
        if (power_loss_per_heat > 0.0)
            complaints.add("power_loss_per_heat", power_loss_per_heat, "0 for back_pressure: all steam leaves as heat");
    }
    check_commitment(rules_of(*this), complaints);
}

void Cogeneration::add_to(Formulation& f, int) const { CogenerationRows{*this, f}.write(); }

}  // namespace indus::model
