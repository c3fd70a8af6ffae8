// SPDX-License-Identifier: Apache-2.0
// Golden programs of meters, tariffs and wheeling.
#pragma once

#include "tests/model/components/meter_scenes.hpp"
#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

/// A meter with nothing behind it.
inline Scene bare_meter(Tariff tariff, Meter gate, int step_count, double step_hours = 1.0) {
    Scene scene{step_count, step_hours};
    scene.zone("estate").add(std::move(tariff)).add(std::move(gate));
    return scene;
}

/// The last hour of January and the first of February.
inline Scene at_month_end(Scene scene) {
    scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{18 * 24 + 23}, 1.0, 2);
    return scene;
}

inline GoldenProgram meter_flow() {
    Meter gate = meter(40);
    gate.export_max_mw = 10;
    gate.loss_share = 0.2;
    gate.grid_available = Profile{std::vector<double>{1.0, 0.5, 1.0}};
    GoldenProgram golden{.name = "meter_flow",
                         .about =
                             "40 MW in, 10 out, half of both in step 1, none in step 2, when the grid is out. A "
                             "fifth is lost: the grid sends 1.25. Step 0 chooses a direction. No cost: the tariff "
                             "is a transfer.",
                         .scene = bare_meter(flat_tariff(), gate, 3),
                         .bounds_and_costs = {"meter/import limit", "meter/export limit", "meter/power over the meter"},
                         .modes = {{"meter/gate", {0}}}};
    golden.scene.add(out("gate", 2, 3));
    return golden;
}

inline GoldenProgram meter_shedding() {
    Meter gate = meter(40);
    gate.shedding_h_per_day = 2;
    gate.shedding_from_h = 1;
    gate.shedding_to_h = 3;
    GoldenProgram golden{.name = "meter_shedding",
                         .about =
                             "Two blocks of an hour within 1:00 and 3:00, which leaves the draw no choice: steps 1 and "
                             "2 are off. The meter gives nothing back.",
                         .scene = bare_meter(flat_tariff(), gate, 4),
                         .bounds_and_costs = {"meter/import limit", "meter/load-shedding"}};
    golden.scene.data.settings.outage_seed = 1;
    return golden;
}

inline GoldenProgram tariff_charges() {
    Tariff tariff = flat_tariff();
    tariff.export_per_mwh = 20.0;
    tariff.fixed_per_mw_month = 744;
    tariff.fixed_per_month = 1488;
    tariff.floor_share = 0.25;
    Meter gate = meter(40);
    gate.export_max_mw = 5;
    gate.peak_so_far_mw = 8;
    return {.name = "tariff_charges",
            .about =
                "Half an hour a step, an hour of January: 1/744 of the month's charges, 1 per MW and 2 in all. "
                "Energy at 60, 20 back. A floor of 10 MW, above the peak so far. The grid zone is left alone.",
            .scene = billed(bare_meter(tariff, gate, 2, 0.5)),
            .bounds_and_costs = {"tariff/energy charge", "tariff/export credit", "tariff/fixed charge"}};
}

inline GoldenProgram tariff_lookback() {
    Tariff tariff = flat_tariff();
    tariff.fixed_per_mw_month = 744 * 672;
    tariff.lookback_share = 0.5;
    Meter gate = meter(40);
    gate.peak_so_far_mw = 12;
    gate.earlier_peaks_mw.steps = {{1, 30}, {11, 60}};
    return {.name = "tariff_lookback",
            .about =
                "An hour of January at 672 per MW, one of February at 744. December's 30 MW bill 15 in both, "
                "the 60 of last February 30 in January only, eleven months after; January's peak half in "
                "February.",
            .scene = billed(at_month_end(bare_meter(tariff, gate, 2))),
            .bounds_and_costs = {"tariff/fixed charge"}};
}

inline GoldenProgram tariff_netted() {
    Tariff tariff = flat_tariff();
    tariff.export_per_mwh = 20.0;
    tariff.nets_month = true;
    Meter gate = meter(40);
    gate.export_max_mw = 5;
    GoldenProgram golden{.name = "tariff_netted",
                         .about =
                             "Two hours, of which 0:30 to 1:30 at 100, the rest at 60: half of each. What is left "
                             "of a month's energy is billed at the price less 20; 20 for all that is drawn less "
                             "given.",
                         .scene = billed(bare_meter(tariff, gate, 2)),
                         .bounds_and_costs = {"tariff/energy charge of a netted month"}};
    golden.scene.add(period(0.5, 1.5, 100));
    return golden;
}

inline GoldenProgram tariff_day_by_day() {
    Tariff tariff = flat_tariff();
    tariff.export_per_mwh = 20.0;
    tariff.nets_month = true;
    tariff.fixed_per_mw_month = 744;
    Meter gate = meter(40);
    gate.export_max_mw = 5;
    return {.name = "tariff_day_by_day",
            .about =
                "A day and a half in three steps of January, 36/744 of the month: what is charged for is known at the "
                "end of the day, and the half day pays for what is more.",
            .scene = billed(bare_meter(tariff, gate, 3, 12.0)),
            .bounds_and_costs = {"tariff/energy charge of a netted month", "tariff/fixed charge"}};
}

inline GoldenProgram tariff_period_peak() {
    TariffPeriod peak = period(1.5, 2, 100);
    peak.fixed_per_mw_month = 744;
    GoldenProgram golden{.name = "tariff_period_peak",
                         .about =
                             "Three hours: half of step 1 at 100, so 80. 744 per MW and month of the import that "
                             "touches it, 3/744 of it.",
                         .scene = billed(bare_meter(flat_tariff(), meter(40), 3)),
                         .bounds_and_costs = {"tariff_period/hours of a period", "tariff_period/price at a time"}};
    golden.scene.add(peak);
    return golden;
}

inline GoldenProgram wheeling_supply() {
    GoldenProgram golden{.name = "wheeling_supply",
                         .about =
                             "Half of 50 and 0 MW of wind, a fifth lost: 20 MW at 25 instead of 60. The plant's "
                             "own zone is empty.",
                         .scene = billed(bare_meter(flat_tariff(), meter(40), 2)),
                         .bounds_and_costs = {"wheeling/wheeled power", "wheeling/wheeling charge"}};
    WindPlant wind;
    wind.name = "wind";
    wind.zone.name = "zone";
    wind.capacity_mw = 100;
    wind.availability = Profile{std::vector<double>{0.5, 0.0}};
    Wheeling contract;
    contract.name = "supply";
    contract.meter.name = "gate";
    contract.plant = "wind";
    contract.share = 0.5;
    contract.loss_share = 0.2;
    contract.charge_per_mwh = 10;
    contract.energy_price_per_mwh = 15;
    golden.scene.add(wind).add(contract);
    return golden;
}

inline std::vector<GoldenProgram> meter_programs() {
    return {meter_flow(),    meter_shedding(),    tariff_charges(),     tariff_lookback(),
            tariff_netted(), tariff_day_by_day(), tariff_period_peak(), wheeling_supply()};
}

}  // namespace indus::tests
