// SPDX-License-Identifier: Apache-2.0
#include "model/components/battery.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/audit.hpp"
#include "model/components/reserve_rows.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr Equation energy_balance{"energy balance", "MWh",
                                  "level[t] = (1 - standing_loss)^h level[t-1] + charge_efficiency h charge[t] - h "
                                  "discharge[t] / discharge_efficiency",
                                  "definition; level[t-1] is the initial level at the start of a period",
                                  Rigidity::law};
constexpr Equation end_rule{"end level",
                            "MWh",
                            "level[last] >= end_level",
                            "definition; the initial level by default",
                            Rigidity::requirement,
                            "the end level of {limit} MWh cannot be reached: {amount} MWh are missing"};
constexpr Equation reserve_power{"reserve power", "MW",
                                 "discharge[t] - charge[t] + sum(reserve_k[t], k) <= discharge_mw", "definition",
                                 Rigidity::law};
constexpr Equation reserve_energy{"reserve energy", "MWh",
                                  "level[t] - sum(sustain_k reserve_k[t], k) / discharge_efficiency >= min_level",
                                  "definition; the reserve can be kept up for its sustain time", Rigidity::law};
constexpr Equation one_way{"one direction", "MW",
                           "charge[t] <= charge_mw * mode[t], discharge[t] <= discharge_mw * (1 - mode[t])",
                           "definition; only at steps where a solution charged and discharged at once", Rigidity::law};
constexpr std::array battery_equations{energy_balance,   end_rule,          reserve_power, reserve_energy,
                                       store_power_down, store_energy_down, one_way};

}  // namespace

std::span<const Equation> Battery::equations() { return battery_equations; }

std::optional<double> Battery::end_level() const {
    if (end_level_mwh) return end_level_mwh;
    return end_value_per_mwh ? std::nullopt : std::optional{initial_level_mwh};
}

double Battery::kept_share(double hours) const { return std::pow(1.0 - standing_loss_share_per_h, hours); }

void Battery::check(Complaints& complaints) const {
    const auto inside = [&](std::string_view field, double level) {
        if (level < min_level_mwh || level > energy_mwh)
            complaints.add(std::string{field}, level,
                           fmt::format("between min_level_mwh ({}) and energy_mwh ({})", min_level_mwh, energy_mwh));
    };
    if (min_level_mwh > energy_mwh)
        complaints.add("min_level_mwh", min_level_mwh, fmt::format("at most energy_mwh ({})", energy_mwh));
    else
        inside("initial_level_mwh", initial_level_mwh);
    if (end_level_mwh && min_level_mwh <= energy_mwh) inside("end_level_mwh", *end_level_mwh);
    if (end_level_mwh && end_value_per_mwh)
        complaints.add("end_value_per_mwh", *end_value_per_mwh,
                       "nothing, as end_level_mwh is given: one rule for the end");
}

void Battery::add_to(Formulation& f, int) const {
    const Horizon& horizon = f.horizon();
    const Desk d = f.desk(*this);
    const Availability left{f.system(), name, discharge_mw};
    const std::vector<double> charge_left = left.usable(charge_mw, horizon.step_count());
    const std::vector<double> discharge_left = left.usable(discharge_mw, horizon.step_count());
    const Series charge = d.variables("charge", "MW", 0.0, charge_left);
    const Series discharge = d.variables("discharge", "MW", 0.0, discharge_left);
    const Series level = d.variables("level", "MWh", min_level_mwh, energy_mwh);
    const std::optional<Series> modes = d.modes();
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const auto before = horizon.before(t);
        const Expression kept =
            before ? Expression{kept_share(h) * level[*before]} : Expression{kept_share(h) * initial_level_mwh};
        d.require(
            energy_balance, t,
            Expression{level[t]} == kept + charge_efficiency * h * charge[t] - h / discharge_efficiency * discharge[t]);
        d.generate(zone, t, Expression{discharge[t]} - charge[t]);
        if (throughput_cost_per_mwh != 0.0) d.cost("wear", t, throughput_cost_per_mwh * h * discharge[t]);
        if (horizon.is_last(t) && end_level()) d.require(end_rule, t, Expression{level[t]} >= *end_level());
        if (horizon.is_last(t) && end_value_per_mwh)
            d.cost("end_value", t, *end_value_per_mwh * (Expression{initial_level_mwh} - level[t]));
        if (!d.chooses_mode(t)) continue;
        d.require(one_way, t, Expression{charge[t]} <= charge_mw * (*modes)[t]);
        d.require(one_way, t, Expression{discharge[t]} + discharge_mw * (*modes)[t] <= discharge_mw);
    }
    if (!provides_reserve) return;
    const HeldReserve up = hold_reserve(f, d, zone, ReserveDirection::up, charge_mw + discharge_mw);
    const HeldReserve down = hold_reserve(f, d, zone, ReserveDirection::down, charge_mw + discharge_mw);
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const Expression net = Expression{discharge[t]} - charge[t];
        if (!up.empty()) {
            d.require(reserve_power, t, net + up.power(t) <= discharge_left[i]);
            d.require(reserve_energy, t, Expression{level[t]} - up.energy(t, discharge_efficiency) >= min_level_mwh);
        }
        if (!down.empty()) {
            d.require(store_power_down, t, net - down.power(t) >= -charge_left[i]);
            d.require(store_energy_down, t, Expression{level[t]} + down.energy(t, discharge_efficiency) <= energy_mwh);
        }
    }
}

void Battery::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto charge = d.series("charge");
    const auto discharge = d.series("discharge");
    const auto level = d.series("level");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        const auto before = a.horizon().before(t);
        const double stored = before ? level[static_cast<std::size_t>(*before)] : initial_level_mwh;
        const double lost = stored - stored * std::pow(1.0 - standing_loss_share_per_h, h);
        d.equal(t, level[i], stored - lost + h * (charge[i] * charge_efficiency - discharge[i] / discharge_efficiency),
                "level", "MWh");
        d.at_least(t, level[i], min_level_mwh, "level", "MWh");
        d.at_most(t, level[i], energy_mwh, "level", "MWh");
        d.at_least(t, charge[i], 0.0, "charge", "MW");
        const double charge_left = d.capacity_left(t, discharge_mw, charge_mw);
        const double discharge_left = d.capacity_left(t, discharge_mw);
        d.at_most(t, charge[i], charge_left, "charge", "MW");
        d.at_least(t, discharge[i], 0.0, "discharge", "MW");
        d.at_most(t, discharge[i], discharge_left, "discharge", "MW");
        d.both_ways(t, charge[i], discharge[i], "charges and discharges");
        d.charge("wear", t, throughput_cost_per_mwh * h * discharge[i]);
        d.generate(zone, t, discharge[i] - charge[i]);
        if (a.horizon().is_last(t)) {
            if (end_level()) d.at_least(t, level[i], *end_level(), "end level", "MWh");
            d.charge("end_value", t, end_value_per_mwh.value_or(0.0) * (initial_level_mwh - level[i]));
        }
        const AuditedReserve held = audit_held_reserve(a, d, zone, t);
        if (!held.any()) continue;
        if (!provides_reserve)
            d.at_most(t, held.up_mw + held.down_mw, 0.0, "reserve of a battery that provides none", "MW");
        d.at_most(t, discharge[i] - charge[i] + held.up_mw, discharge_left, "discharge with reserve", "MW");
        d.at_least(t, level[i] - held.up_mwh / discharge_efficiency, min_level_mwh, "level after giving the reserve",
                   "MWh");
        d.at_most(t, charge[i] - discharge[i] + held.down_mw, charge_left, "charge with reserve", "MW");
        d.at_most(t, level[i] + held.down_mwh / discharge_efficiency, energy_mwh, "level after giving the reserve down",
                  "MWh");
    }
}

}  // namespace indus::model
