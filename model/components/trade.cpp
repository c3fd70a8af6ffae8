// SPDX-License-Identifier: Apache-2.0
#include "model/components/trade.hpp"

#include <fmt/format.h>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation import_energy{"energy imported",
                                 "MWh",
                                 "min_import <= sum(weight h import[t], t) <= max_import",
                                 "definition",
                                 Rigidity::requirement,
                                 "the energy imported {verb} the {limit} MWh agreed by {amount} MWh"};
constexpr Equation export_energy{"energy exported",
                                 "MWh",
                                 "min_export <= sum(weight h export[t], t) <= max_export",
                                 "definition",
                                 Rigidity::requirement,
                                 "the energy exported {verb} the {limit} MWh agreed by {amount} MWh"};
constexpr Equation one_way{"one direction", "MW",
                           "import[t] <= import_capacity[t] * mode[t], export[t] <= export_capacity[t] * (1 - mode[t])",
                           "definition; only at steps where a solution imported and exported at once", Rigidity::law};
constexpr std::array trade_equations{
    Equation{"trade limits", "MW", "0 <= import[t] <= import_capacity[t], 0 <= export[t] <= export_capacity[t]",
             "definition"},
    Equation{"trade balance", "MW", "import[t] - export[t] is part of the zone's supply", "definition"},
    Equation{"trade cost", "money", "h (import_price[t] import[t] - export_price[t] export[t])", "definition"},
    import_energy,
    export_energy,
    one_way};

Expression energy_of(const Series& power, const Horizon& horizon) {
    Expression sum;
    for (int t = 0; t < horizon.step_count(); ++t) sum.add(power[t], horizon.weight(t) * horizon.hours(t));
    return sum;
}

void limit_energy(const Desk& d, const Equation& equation, const Expression& energy, const std::optional<double>& least,
                  const std::optional<double>& most) {
    if (!least && !most) return;
    d.require(equation, 0, {energy, least.value_or(-solver::infinity), most.value_or(solver::infinity)});
}

}  // namespace

std::span<const Equation> Trade::equations() { return trade_equations; }

void Trade::check(Complaints& complaints) const {
    if (min_import_mwh && max_import_mwh && *min_import_mwh > *max_import_mwh)
        complaints.add("min_import_mwh", *min_import_mwh, fmt::format("at most max_import_mwh ({})", *max_import_mwh));
    if (min_export_mwh && max_export_mwh && *min_export_mwh > *max_export_mwh)
        complaints.add("min_export_mwh", *min_export_mwh, fmt::format("at most max_export_mwh ({})", *max_export_mwh));
}

void Trade::add_to(Formulation& f, int) const {
    const Horizon& horizon = f.horizon();
    const Desk d = f.desk(*this);
    const Series bought = d.variables("import", "MW", 0.0, import_capacity_mw.values);
    const Series sold = d.variables("export", "MW", 0.0, export_capacity_mw.values);
    const std::optional<Series> modes = d.modes();
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const Expression net = Expression{bought[t]} - sold[t];
        f.zone_balance(zone, t) += net;
        f.net_import(zone, t) += net;
        if (import_price_per_mwh[t] != 0.0) d.cost("import", t, import_price_per_mwh[t] * h * bought[t]);
        if (export_price_per_mwh[t] != 0.0) d.cost("export", t, -export_price_per_mwh[t] * h * sold[t]);
        if (!d.chooses_mode(t)) continue;
        d.require(one_way, t, Expression{bought[t]} <= import_capacity_mw[t] * (*modes)[t]);
        d.require(one_way, t, Expression{sold[t]} + export_capacity_mw[t] * (*modes)[t] <= export_capacity_mw[t]);
    }
    limit_energy(d, import_energy, energy_of(bought, horizon), min_import_mwh, max_import_mwh);
    limit_energy(d, export_energy, energy_of(sold, horizon), min_export_mwh, max_export_mwh);
}

void Trade::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto bought = d.series("import");
    const auto sold = d.series("export");
    double imported = 0.0;
    double exported = 0.0;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        d.at_least(t, bought[i], 0.0, "import", "MW");
        d.at_most(t, bought[i], import_capacity_mw[t], "import", "MW");
        d.at_least(t, sold[i], 0.0, "export", "MW");
        d.at_most(t, sold[i], export_capacity_mw[t], "export", "MW");
        d.both_ways(t, bought[i], sold[i], "imports and exports");
        d.charge("import", t, h * bought[i] * import_price_per_mwh[t]);
        d.charge("export", t, -h * sold[i] * export_price_per_mwh[t]);
        a.inject(zone, t, bought[i] - sold[i]);
        imported += a.horizon().weight(t) * h * bought[i];
        exported += a.horizon().weight(t) * h * sold[i];
    }
    if (min_import_mwh) d.at_least(0, imported, *min_import_mwh, "energy imported", "MWh");
    if (max_import_mwh) d.at_most(0, imported, *max_import_mwh, "energy imported", "MWh");
    if (min_export_mwh) d.at_least(0, exported, *min_export_mwh, "energy exported", "MWh");
    if (max_export_mwh) d.at_most(0, exported, *max_export_mwh, "energy exported", "MWh");
}

}  // namespace indus::model
