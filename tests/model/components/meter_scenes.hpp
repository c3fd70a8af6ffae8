// SPDX-License-Identifier: Apache-2.0
// An estate behind a meter, in a zone of its own, beside the zone of the grid.
#pragma once

#include "model/bills.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {

/// 60 per MWh.
inline Tariff flat_tariff(double energy_per_mwh = 60.0) {
    Tariff tariff;
    tariff.name = "B-3";
    tariff.energy_per_mwh = energy_per_mwh;
    return tariff;
}

/// Hours of the day at another price.
inline TariffPeriod period(double from_h, double to_h, double energy_per_mwh) {
    TariffPeriod made;
    made.name = "peak";
    made.tariff.name = "B-3";
    made.from_h = from_h;
    made.to_h = to_h;
    made.energy_per_mwh = energy_per_mwh;
    return made;
}

inline Meter meter(double sanctioned_mw) {
    Meter made;
    made.name = "gate";
    made.zone.name = "estate";
    made.grid_zone.name = "zone";
    made.tariff.name = "B-3";
    made.sanctioned_mw = sanctioned_mw;
    return made;
}

inline Scene estate(Tariff tariff, Meter gate, std::vector<double> load_mw, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load_mw.size()), step_hours};
    scene.zone("estate").add(std::move(tariff)).add(std::move(gate)).demand(std::move(load_mw), "estate");
    return scene;
}

/// The estate's own bill is what is minimised.
inline Scene billed(Scene scene) {
    scene.data.settings.billed_zone = "estate";
    return scene;
}

/// A rooftop of 100 MW.
inline SolarPlant rooftop(std::vector<double> availability) {
    SolarPlant roof;
    roof.name = "roof";
    roof.zone.name = "estate";
    roof.capacity_mw = 100;
    roof.availability = Profile{std::move(availability)};
    return roof;
}

/// The meter's costs in the program, and its bill by the arithmetic of bills, are the same money.
inline void expect_costs_are_the_bill(const Solution& solution) {
    double energy = 0.0, fixed = 0.0, wheeling = 0.0, credit = 0.0;
    for (const BillRecord& each : solution.bills) {
        energy += each.energy;
        fixed += each.fixed;
        wheeling += each.wheeling;
        credit += each.export_credit;
        EXPECT_NEAR(each.total, each.energy + each.fixed + each.wheeling - each.export_credit - each.interruption,
                    tolerance);
    }
    EXPECT_NEAR(solution.cost_of("tariff_energy"), energy, tolerance);
    EXPECT_NEAR(solution.cost_of("tariff_fixed"), fixed, tolerance);
    EXPECT_NEAR(solution.cost_of("wheeling"), wheeling, tolerance);
    EXPECT_NEAR(solution.cost_of("export_credit"), -credit, tolerance);
}

inline const BillRecord& bill(const Solution& solution, std::size_t month = 0) { return solution.bills.at(month); }

}  // namespace indus::tests
