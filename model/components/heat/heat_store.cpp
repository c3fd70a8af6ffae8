// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/heat_store.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

constexpr Equation stored_heat{"stored heat", "MWh",
                               "level[t] = (1 - standing_loss)^h level[t-1] + charge_efficiency h charge[t] - h "
                               "discharge[t] / discharge_efficiency",
                               "definition; level[t-1] is the initial level at the start of a period", Rigidity::law};
constexpr Equation end_rule{"end level",
                            "MWh",
                            "level[last] >= end_level",
                            "definition; the initial level by default",
                            Rigidity::requirement,
                            "the end level of {limit} MWh cannot be reached: {amount} MWh are missing"};
constexpr Equation one_way{"one direction", "MW",
                           "charge[t] <= charge_mw mode[t], discharge[t] <= discharge_mw (1 - mode[t])",
                           "definition; only at steps where a solution charged and discharged at once", Rigidity::law};
constexpr std::array store_equations{
    Equation{"store limits", "MWh", "0 <= level[t] <= energy, 0 <= charge[t], discharge[t] <= their rates",
             "definition"},
    stored_heat, end_rule, one_way};

}  // namespace

std::span<const Equation> HeatStore::equations() { return store_equations; }

void HeatStore::check(Complaints& complaints) const {
    const auto inside = [&](std::string_view field, double level) {
        if (level > energy_mwh)
            complaints.add(std::string{field}, level, fmt::format("at most energy_mwh ({})", energy_mwh));
    };
    inside("initial_level_mwh", initial_level_mwh);
    if (end_level_mwh) inside("end_level_mwh", *end_level_mwh);
}

void HeatStore::add_to(Formulation& f, int) const {
    const Horizon& horizon = f.horizon();
    const Desk d = f.desk(*this);
    const Series charge = d.variables("charge", "MW", 0.0, charge_mw);
    const Series discharge = d.variables("discharge", "MW", 0.0, discharge_mw);
    const Series level = d.variables("level", "MWh", 0.0, energy_mwh);
    const std::optional<Series> modes = d.modes();
    auto& balance = f.shared<HeatBalance>(f.system());
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const auto before = horizon.before(t);
        const double kept = std::pow(1.0 - standing_loss_share_per_h, h);
        const Expression stored = before ? Expression{kept * level[*before]} : Expression{kept * initial_level_mwh};
        d.require(stored_heat, t,
                  Expression{level[t]} - stored - charge_efficiency * h * charge[t] +
                          h / discharge_efficiency * discharge[t] ==
                      0.0);
        if (horizon.is_last(t))
            d.require(end_rule, t, Expression{level[t]} >= end_level_mwh.value_or(initial_level_mwh));
        balance.at(node, t) += Expression{discharge[t]} - charge[t];
        if (!d.chooses_mode(t)) continue;
        d.require(one_way, t, Expression{charge[t]} - charge_mw * (*modes)[t] <= 0.0);
        d.require(one_way, t, Expression{discharge[t]} + discharge_mw * (*modes)[t] <= discharge_mw);
    }
}

void HeatStore::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto charge = d.series("charge");
    const auto discharge = d.series("discharge");
    const auto level = d.series("level");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        const auto before = a.horizon().before(t);
        const double stored = before ? level[static_cast<std::size_t>(*before)] : initial_level_mwh;
        const double left = stored * std::exp(h * std::log1p(-standing_loss_share_per_h));
        const double came = h * charge[i] * charge_efficiency;
        d.equal(t, level[i], left + came - h * discharge[i] / discharge_efficiency, "level", "MWh");
        d.at_least(t, level[i], 0.0, "level", "MWh");
        d.at_most(t, level[i], energy_mwh, "level", "MWh");
        d.at_least(t, charge[i], 0.0, "charge", "MW");
        d.at_most(t, charge[i], charge_mw, "charge", "MW");
        d.at_least(t, discharge[i], 0.0, "discharge", "MW");
        d.at_most(t, discharge[i], discharge_mw, "discharge", "MW");
        d.both_ways(t, charge[i], discharge[i], "charges and discharges");
        if (a.horizon().is_last(t))
            d.at_least(t, level[i], end_level_mwh.value_or(initial_level_mwh), "end level", "MWh");
        a.shared<AuditedHeatBalance>(a.system()).at(node, t) += discharge[i] - charge[i];
    }
}

}  // namespace indus::model
