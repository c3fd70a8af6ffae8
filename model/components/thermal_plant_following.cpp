// SPDX-License-Identifier: Apache-2.0
// What following the load costs a thermal plant: wear by each MW that its output changes; rows and audit.
//
//   rise[t] fall[t] [MW]   above and below the output of the step before, where that costs something
#include <algorithm>

#include "model/components/thermal_plant_audit.hpp"
#include "model/components/thermal_plant_rows.hpp"

namespace indus::model {

void ThermalRows::changes() {
    if (p_.ramp_up_cost_per_mw > 0.0) {
        const Series rise = d_.variables("rise", "MW", 0.0, p_.installed_mw());
        for (int t = 0; t < time_.step_count(); ++t) {
            d_.require(thermal_rise, t, output_at(t) - output_before(t) - rise[t] <= 0.0);
            d_.cost("ramping", t, p_.ramp_up_cost_per_mw * rise[t]);
        }
    }
    if (p_.ramp_down_cost_per_mw > 0.0) {
        const Series fall = d_.variables("fall", "MW", 0.0, p_.installed_mw());
        for (int t = 0; t < time_.step_count(); ++t) {
            const double tripped_mw = left_.tripped_units(t) * p_.capacity_mw;
            d_.require(thermal_fall, t, output_before(t) - output_at(t) - fall[t] <= tripped_mw);
            d_.cost("ramping", t, p_.ramp_down_cost_per_mw * fall[t]);
        }
    }
}

void ThermalAudit::change(int t, double output_before, double output) const {
    const double rise = std::max(0.0, output - output_before);
    const double fall = std::max(0.0, output_before - output - tripped_units(t) * p_.capacity_mw);
    const auto i = static_cast<std::size_t>(t);
    if (p_.ramp_up_cost_per_mw > 0.0) d_.equal(t, d_.series("rise")[i], rise, "rise of output that is paid", "MW");
    if (p_.ramp_down_cost_per_mw > 0.0) d_.equal(t, d_.series("fall")[i], fall, "fall of output that is paid", "MW");
    d_.charge("ramping", t, p_.ramp_up_cost_per_mw * rise + p_.ramp_down_cost_per_mw * fall);
}

}  // namespace indus::model
