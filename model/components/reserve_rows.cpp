// SPDX-License-Identifier: Apache-2.0
#include "model/components/reserve_rows.hpp"

#include <algorithm>

namespace indus::model {

Expression HeldReserve::power(int t) const {
    Expression sum;
    for (const Product& each : products_) sum.add(each.held[t], 1.0);
    return sum;
}

Expression HeldReserve::energy(int t, double efficiency) const {
    Expression sum;
    for (const Product& each : products_) sum.add(each.held[t], each.terms->sustain_h / efficiency);
    return sum;
}

HeldReserve hold_reserve(Formulation& f, const Desk& d, const Reference<Zone>& zone, ReserveDirection direction,
                         double most_mw) {
    std::vector<HeldReserve::Product> held;
    const auto& products = f.system().all<Reserve>();
    for (std::size_t k = 0; k < products.size(); ++k) {
        if (products[k].direction != direction || !products[k].takes_from(zone)) continue;
        const auto index = static_cast<int>(k);
        held.push_back({index, &products[k], d.variables("reserve_" + products[k].name, "MW", 0.0, most_mw)});
        for (int t = 0; t < f.horizon().step_count(); ++t) f.reserve(index, t).add(held.back().held[t], 1.0);
    }
    return HeldReserve{std::move(held)};
}

HeldReserve hold_weather_reserve(Formulation& f, const Desk& d, const Reference<Zone>& zone,
                                 const std::vector<double>& available, const Series& output) {
    const double most = *std::max_element(available.begin(), available.end());
    HeldReserve up = hold_reserve(f, d, zone, ReserveDirection::up, most);
    const HeldReserve down = hold_reserve(f, d, zone, ReserveDirection::down, most);
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        if (!up.empty())
            d.require(weather_power_up, t,
                      Expression{output[t]} + up.power(t) <= available[static_cast<std::size_t>(t)]);
        if (!down.empty()) d.require(weather_power_down, t, Expression{output[t]} - down.power(t) >= 0.0);
    }
    return up;
}

AuditedReserve audit_held_reserve(Audit& a, const AuditDesk& d, const Reference<Zone>& zone, int t) {
    AuditedReserve sum;
    const auto& products = a.system().all<Reserve>();
    for (std::size_t k = 0; k < products.size(); ++k) {
        const double reserve = d.optional_series("reserve_" + products[k].name)[static_cast<std::size_t>(t)];
        d.at_least(t, reserve, 0.0, "reserve", "MW");
        if (!products[k].takes_from(zone)) d.at_most(t, reserve, 0.0, "reserve for other zones", "MW");
        a.provide(static_cast<int>(k), t, reserve);
        (products[k].is_up() ? sum.up_mw : sum.down_mw) += reserve;
        (products[k].is_up() ? sum.up_mwh : sum.down_mwh) += products[k].sustain_h * reserve;
    }
    return sum;
}

void audit_weather_reserve(Audit& a, const AuditDesk& d, const Reference<Zone>& zone, bool provides, int t,
                           double available_mw, double output_mw) {
    const AuditedReserve held = audit_held_reserve(a, d, zone, t);
    if (!held.any()) return;
    if (!provides) d.at_most(t, held.up_mw + held.down_mw, 0.0, "reserve of a plant that provides none", "MW");
    d.at_most(t, output_mw + held.up_mw, available_mw, "output with reserve", "MW");
    d.at_least(t, output_mw - held.down_mw, 0.0, "output less reserve down", "MW");
}

}  // namespace indus::model
