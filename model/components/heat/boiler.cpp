// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/boiler.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/components/heat/commitment.hpp"
#include "model/components/heat/commitment_audit.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

constexpr double gj_per_mwh = 3.6;

constexpr Equation boiler_limits{"heat while on",
                                 "MW",
                                 "min_heat on[t] <= heat[t] <= available[t] on[t]",
                                 "definition; available[t] is what outages leave of the capacity",
                                 Rigidity::operation,
                                 "its heat {verb} by {amount} MW what it gives while on"};
constexpr Equation boiler_rise{"ramp up",
                               "MW",
                               "heat[t] - heat[t-1] <= ramp h on[t-1] + max(ramp h, min_heat) start[t]",
                               "definition; ramp h where it is not decided when it is on",
                               Rigidity::operation,
                               "its heat would have to rise by {amount} MW more than its ramp allows"};
constexpr Equation boiler_fall{"ramp down",
                               "MW",
                               "heat[t-1] - heat[t] <= ramp h on[t] + max(ramp h, min_heat) stop[t]",
                               "definition; not where a forced outage begins",
                               Rigidity::operation,
                               "its heat would have to fall by {amount} MW more than its ramp allows"};
constexpr std::array boiler_equations{
    Equation{"available heat", "MW", "0 <= heat[t] <= capacity * what outages leave of it", "definition"},
    Equation{"energy drawn", "GJ", "h (3.6 heat[t] / efficiency + no_load on[t]), of the fuel or of power",
             "first law of thermodynamics"},
    heat_logic,
    heat_minimum_up,
    heat_minimum_down,
    boiler_limits,
    boiler_rise,
    boiler_fall};

CommitmentRules rules_of(const Boiler& b) {
    return {b.name, b.capacity_mw, b.min_heat_mw, b.min_up_h, b.min_down_h, b.initial_status_h};
}

class BoilerRows {
public:
    BoilerRows(const Boiler& boiler, Formulation& f)
        : b_{boiler},
          f_{f},
          time_{f.horizon()},
          d_{f.desk(boiler)},
          left_{f.system(), boiler.name, boiler.capacity_mw},
          zone_{f.system().at(boiler.node).zone} {}

    void write() {
        const std::vector<double> most = left_.usable(b_.capacity_mw, time_.step_count());
        heat_ = d_.variables("heat", "MW", 0.0, most);
        if (b_.commits()) made_ = commit(rules_of(b_), left_, f_, d_);
        auto& balance = f_.shared<HeatBalance>(f_.system());
        for (int t = 0; t < time_.step_count(); ++t) {
            balance.at(b_.node, t) += heat_[t];
            if (made_) while_on(t, most[static_cast<std::size_t>(t)]);
            if (b_.ramp_mw_per_h) ramp(t);
            draw(t);
            if (b_.variable_cost_per_mwh != 0.0)
                d_.cost("variable", t, b_.variable_cost_per_mwh * time_.hours(t) * heat_[t]);
            if (made_ && b_.start_cost != 0.0) d_.cost("start_up", t, b_.start_cost * made_->start[t]);
        }
    }

private:
    void while_on(int t, double most) {
        d_.require(boiler_limits, t, Expression{heat_[t]} - most * made_->on[t] <= 0.0);
        if (b_.min_heat_mw > 0.0)
            d_.require(boiler_limits, t, Expression{heat_[t]} - b_.min_heat_mw * made_->on[t] >= 0.0);
    }

    void ramp(int t) {
        const auto before = time_.before(t);
        if (!before) return;
        const double ramp = *b_.ramp_mw_per_h * time_.hours(t);
        const double at_switch = std::max(ramp, b_.min_heat_mw);
        const Expression rise = Expression{heat_[t]} - heat_[*before];
        const auto most = [&](Variable on, Variable change) { return Expression{ramp * on} + at_switch * change; };
        const Expression up = made_ ? most(made_->on[*before], made_->start[t]) : Expression{ramp};
        const Expression down = made_ ? most(made_->on[t], made_->stop[t]) : Expression{ramp};
        d_.require(boiler_rise, t, rise <= up);
        if (!left_.trips(t)) d_.require(boiler_fall, t, -rise <= down);
    }

    void draw(int t) {
        Expression megawatts = 1.0 / b_.efficiency * heat_[t];
        if (made_) megawatts.add(made_->on[t], b_.no_load_gj_per_h / gj_per_mwh);
        if (b_.fuel.is_set()) return d_.draw_fuel(b_.fuel, zone_, t, gj_per_mwh * time_.hours(t) * megawatts);
        f_.zone_balance(zone_, t) -= megawatts;
        f_.serve(zone_, t, megawatts);
        d_.derive("withdrawal", "MW", t, megawatts);
    }

    const Boiler& b_;
    Formulation& f_;
    const Horizon& time_;
    Desk d_;
    Availability left_;
    const Reference<Zone>& zone_;
    Series heat_;
    std::optional<Commitment> made_;
};

}  // namespace

std::span<const Equation> Boiler::equations() { return boiler_equations; }

void Boiler::check(Complaints& complaints) const {
    if (min_heat_mw > capacity_mw)
        complaints.add("min_heat_mw", min_heat_mw, fmt::format("at most capacity_mw ({})", capacity_mw));
    check_commitment(rules_of(*this), complaints);
}

void Boiler::add_to(Formulation& f, int) const { BoilerRows{*this, f}.write(); }

void Boiler::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto heat = d.series("heat");
    const Reference<Zone>& zone = a.system().at(node).zone;
    std::optional<CommitmentAudit> walk;
    if (commits()) walk.emplace(rules_of(*this), a, d);
    std::vector<double> gigajoules;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        const CommitmentAudit::Step now =
            walk ? walk->follow(t) : CommitmentAudit::Step{true, true, false, d.capacity_left(t, capacity_mw)};
        d.at_least(t, heat[i], now.is_on ? min_heat_mw : 0.0, "heat", "MW");
        d.at_most(t, heat[i], now.is_on ? now.left_mw : 0.0, "heat", "MW");
        if (const auto before = a.horizon().before(t); before && ramp_mw_per_h) {
            const double change = heat[i] - heat[static_cast<std::size_t>(*before)];
            const double ramp = *ramp_mw_per_h * h;
            const double most = now.is_on && now.was_on ? ramp : std::max(ramp, min_heat_mw);
            d.at_most(t, change, most, "rise of heat", "MW");
            if (!audited_trip(a, name, t)) d.at_most(t, -change, most, "fall of heat", "MW");
        }
        const double no_load = now.is_on ? no_load_gj_per_h : 0.0;
        gigajoules.push_back(h * (heat[i] * 3600.0 / 1000.0 / efficiency + no_load));
        d.charge("variable", t, variable_cost_per_mwh * h * heat[i]);
        if (now.starts) d.charge("start_up", t, start_cost);
        a.shared<AuditedHeatBalance>(a.system()).at(node, t) += heat[i];
    }
    if (fuel.is_set()) return d.burn(fuel, zone, gigajoules);
    const auto withdrawal = d.series("withdrawal");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double drawn = gigajoules[i] / 3.6 / a.horizon().hours(t);
        d.equal(t, withdrawal[i], drawn, "withdrawal", "MW");
        a.inject(zone, t, -drawn);
        a.serve(zone, t, drawn);
    }
}

}  // namespace indus::model
