// SPDX-License-Identifier: Apache-2.0
// The band of output in which a unit gives some products of reserve: rows, rules and audit.
//
//   in_band[t] {0,1}  whether it gives any of them
#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/components/thermal_plant_audit.hpp"
#include "model/components/thermal_plant_reserve.hpp"
#include "model/system.hpp"

namespace indus::model {

void ThermalReserve::keep_to_band(const Series& on, const Series& above) {
    const auto asks = [&](const Product& each) { return p_.band_products.contains(each.terms->name); };
    if (std::none_of(products_.begin(), products_.end(), asks)) return;
    const Series in_band = d_.binaries("in_band");
    const double top_mw = p_.capacity_mw - p_.most_in_band_mw();
    const double bottom_mw = p_.least_in_band_mw() - p_.min_output_mw;
    for (int t = 0; t < f_.horizon().step_count(); ++t) {
        for (const Product& each : products_)
            if (asks(each))
                d_.require(thermal_band, t, Expression{each.spinning[t]} - ramp_limit(*each.terms) * in_band[t] <= 0.0);
        d_.require(thermal_band, t, Expression{in_band[t]} - on[t] <= 0.0);
        const double span_mw = p_.capacity_mw - p_.min_output_mw;
        if (top_mw > 0.0)
            d_.require(thermal_band, t, Expression{above[t]} + up(t) - span_mw * on[t] + top_mw * in_band[t] <= 0.0);
        if (bottom_mw > 0.0)
            d_.require(thermal_band, t, Expression{above[t]} - down(t) - bottom_mw * in_band[t] >= 0.0);
    }
}

void ThermalPlant::check_band(Complaints& complaints) const {
    const double least = least_in_band_mw();
    const double most = most_in_band_mw();
    if (band_products.empty()) {
        for (const auto& [field, limit] :
             {std::pair{"band_min_mw", band_min_mw}, std::pair{"band_max_mw", band_max_mw}})
            if (limit) complaints.add(field, *limit, "nothing, as no band_products keep to it");
        return;
    }
    if (units > 1.0) complaints.add("band_products", "a band", "nothing, as there are several units");
    if (least < min_output_mw || least > most)
        complaints.add("band_min_mw", least,
                       fmt::format("from min_output_mw ({}) to band_max_mw ({})", min_output_mw, most));
    if (most > capacity_mw) complaints.add("band_max_mw", most, fmt::format("at most capacity_mw ({})", capacity_mw));
}

void ThermalAudit::band(int t, double output, const Held& held) const {
    constexpr double trace_mw = 1e-6;
    double in_band = 0.0;
    for (const Reserve& each : a_.system().all<Reserve>())
        if (p_.band_products.contains(each.name)) in_band += spinning(each, static_cast<std::size_t>(t));
    if (in_band <= trace_mw) return;
    d_.at_most(t, output + held.up, p_.most_in_band_mw(), "output with reserve in the band", "MW");
    d_.at_least(t, output - held.down, p_.least_in_band_mw(), "output less reserve in the band", "MW");
}

}  // namespace indus::model
