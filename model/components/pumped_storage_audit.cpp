// SPDX-License-Identifier: Apache-2.0
#include "model/audit.hpp"
#include "model/components/pumped_storage.hpp"

namespace indus::model {

namespace {

constexpr double running_mw = 1e-4;  // more than this is no longer standing still

void audit_machines(const AuditDesk& d, const PumpedStorage& p, int t, double charge, double discharge) {
    d.at_least(t, charge, 0.0, "pump load", "MW");
    d.at_most(t, charge, d.capacity_left(t, p.turbine_mw, p.pump_mw), "pump load", "MW");
    d.at_least(t, discharge, 0.0, "turbine output", "MW");
    d.at_most(t, discharge, d.capacity_left(t, p.turbine_mw), "turbine output", "MW");
    if (charge > running_mw) d.at_least(t, charge, p.min_pump_mw, "load of running pumps", "MW");
    if (discharge > running_mw) d.at_least(t, discharge, p.min_turbine_mw, "output of running turbines", "MW");
    if (p.exclusive && charge > running_mw) d.at_most(t, discharge, 0.0, "turbine output while pumping", "MW");
    for (const char* mode : {"pumping", "generating"})
        d.binary(t, d.optional_series(mode)[static_cast<std::size_t>(t)], mode);
}

void audit_reserve(Audit& a, const AuditDesk& d, const PumpedStorage& p, int t, double charge, double discharge,
                   double level) {
    const auto i = static_cast<std::size_t>(t);
    const auto& products = a.system().all<Reserve>();
    double from_turbines = 0.0;
    double from_pumps = 0.0;
    double water_mwh = 0.0;
    for (std::size_t k = 0; k < products.size(); ++k) {
        if (!products[k].is_up()) continue;
        const double more = d.optional_series("turbine_reserve_" + products[k].name)[i];
        const double less = d.optional_series("shed_" + products[k].name)[i];
        d.at_least(t, more, 0.0, "turbine reserve", "MW");
        d.at_least(t, less, 0.0, "shed pump load", "MW");
        d.equal(t, d.optional_series("reserve_" + products[k].name)[i], more + less, "reserve", "MW");
        from_turbines += more;
        from_pumps += less;
        water_mwh += more * products[k].sustain_h / p.turbine_efficiency;
        if (!products[k].takes_from(p.zone)) d.at_most(t, more + less, 0.0, "reserve for other zones", "MW");
        a.provide(static_cast<int>(k), t, more + less);
    }
    if (from_turbines + from_pumps <= 0.0) return;
    if (!p.provides_reserve)
        d.at_most(t, from_turbines + from_pumps, 0.0, "reserve of a plant that provides none", "MW");
    d.at_most(t, from_pumps, charge, "shed pump load", "MW");
    d.at_most(t, discharge + from_turbines, d.capacity_left(t, p.turbine_mw), "turbine output with reserve", "MW");
    const bool cannot_turn = p.exclusive && charge > running_mw;
    const bool stands_still = p.min_turbine_mw > 0.0 && discharge <= running_mw;
    if (cannot_turn || stands_still) d.at_most(t, from_turbines, 0.0, "reserve of turbines that do not turn", "MW");
    d.at_least(t, level - water_mwh, p.min_level_mwh, "level after giving the reserve", "MWh");
}

void audit_reserve_down(Audit& a, const AuditDesk& d, const PumpedStorage& p, int t, double charge, double discharge,
                        double level) {
    const auto i = static_cast<std::size_t>(t);
    const auto& products = a.system().all<Reserve>();
    double from_turbines = 0.0;
    double from_pumps = 0.0;
    double water_mwh = 0.0;
    for (std::size_t k = 0; k < products.size(); ++k) {
        if (products[k].is_up()) continue;
        const double less = d.optional_series("relief_" + products[k].name)[i];
        const double more = d.optional_series("more_load_" + products[k].name)[i];
        d.at_least(t, less, 0.0, "turbine relief", "MW");
        d.at_least(t, more, 0.0, "more pump load", "MW");
        d.equal(t, d.optional_series("reserve_" + products[k].name)[i], less + more, "reserve", "MW");
        if (!products[k].takes_from(p.zone)) d.at_most(t, less + more, 0.0, "reserve for other zones", "MW");
        from_turbines += less;
        from_pumps += more;
        water_mwh += products[k].sustain_h * (less / p.turbine_efficiency + more * p.pump_efficiency);
        a.provide(static_cast<int>(k), t, less + more);
    }
    if (from_turbines + from_pumps <= 0.0) return;
    if (!p.provides_reserve)
        d.at_most(t, from_turbines + from_pumps, 0.0, "reserve of a plant that provides none", "MW");
    const double least = discharge > running_mw ? p.min_turbine_mw : 0.0;
    d.at_least(t, discharge - from_turbines, least, "turbine output less reserve", "MW");
    const bool pumps_stand = p.min_pump_mw > 0.0 && charge <= running_mw;
    const bool cannot_pump = p.exclusive && discharge > running_mw;
    if (pumps_stand || cannot_pump) d.at_most(t, from_pumps, 0.0, "reserve of pumps that do not turn", "MW");
    d.at_most(t, charge + from_pumps, d.capacity_left(t, p.turbine_mw, p.pump_mw), "pump load with reserve", "MW");
    d.at_most(t, level + water_mwh, p.energy_mwh, "level after giving the reserve down", "MWh");
}

}  // namespace

void PumpedStorage::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto charge = d.series("charge");
    const auto discharge = d.series("discharge");
    const auto level = d.series("level");
    const auto spill = d.optional_series("spill");
    double stored = 0.0;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        if (a.horizon().is_first(t)) stored = initial_level_mwh;
        stored +=
            h * (inflow_mw[t] - spill[i]) + h * charge[i] * pump_efficiency - h * discharge[i] / turbine_efficiency;
        d.equal(t, level[i], stored, "level", "MWh");
        stored = level[i];
        d.at_least(t, level[i], min_level_mwh, "level", "MWh");
        d.at_most(t, level[i], energy_mwh, "level", "MWh");
        d.at_least(t, spill[i], 0.0, "spill", "MW");
        audit_machines(d, *this, t, charge[i], discharge[i]);
        d.charge("variable", t, variable_cost_per_mwh * h * discharge[i]);
        d.charge("pumping", t, pump_cost_per_mwh * h * charge[i]);
        if (a.horizon().is_last(t)) {
            if (end_level()) d.at_least(t, level[i], *end_level(), "end level", "MWh");
            d.charge("end_value", t, end_value_per_mwh.value_or(0.0) * (initial_level_mwh - level[i]));
        }
        d.generate(zone, t, discharge[i] - charge[i]);
        audit_reserve(a, d, *this, t, charge[i], discharge[i], level[i]);
        audit_reserve_down(a, d, *this, t, charge[i], discharge[i], level[i]);
    }
}

}  // namespace indus::model
