// SPDX-License-Identifier: Apache-2.0
// What a MWh carries, on solutions written by hand.
#include "reports/carbon.hpp"

#include <gtest/gtest.h>

#include "reports/digest.hpp"
#include "sample_solution.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/components/meter_scenes.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

/// A solution written series by series.
struct Written {
    Solution solution{};
    Written& set(std::string kind, std::string owner, std::string quantity, std::vector<double> values) {
        solution.series.push_back(
            {std::move(kind), std::move(owner), std::move(quantity), "", true, std::move(values)});
        return *this;
    }
    reports::Carbon traced(const System& system) const {
        return reports::trace_carbon(system, reports::SeriesIndex{system, solution});
    }
};

// Half an hour a step: 15 t are 30 t/h, with 30 MW one tonne a MWh. The battery takes 10 MW, 5 t; it gives 8 MW back in
// the second step, all there is in it: 5 t in 4 MWh. Used are 20 and 8 MW by the customer, and 10 MW of charging.
TEST(Carbon, ABatteryGivesBackWhatItTookIn) {
    Scene scene{2, 0.5};
    Battery battery{};
    battery.name = "battery";
    battery.zone.name = "zone";
    battery.energy_mwh = 10;
    scene.add(thermal("coal", 100, 20)).add(battery).demand({20, 8});
    const reports::Carbon carbon = Written{}
                                       .set("thermal_plant", "coal", "output", {30, 0})
                                       .set("thermal_plant", "coal", "emissions", {15, 0})
                                       .set("battery", "battery", "charge", {10, 0})
                                       .set("battery", "battery", "discharge", {0, 8})
                                       .set("battery", "battery", "level", {4, 0})
                                       .traced(scene.system());
    expect_near(carbon.zones[0], {1.0, 1.25});
    expect_near(carbon.used[0], {30, 8});
}

// Half of a store that is half full at the start leaves: 5 of 10 MWh, which carry the mean of generation, 0.5.
TEST(Carbon, WhatLayInAStoreCarriesTheMean) {
    Scene scene{1};
    Battery battery{};
    battery.name = "battery";
    battery.zone.name = "zone";
    battery.energy_mwh = 20;
    battery.initial_level_mwh = 10;
    scene.add(thermal("coal", 100, 20)).add(battery).demand({25});
    const reports::Carbon carbon = Written{}
                                       .set("thermal_plant", "coal", "output", {20})
                                       .set("thermal_plant", "coal", "emissions", {10})
                                       .set("battery", "battery", "discharge", {5})
                                       .set("battery", "battery", "level", {5})
                                       .traced(scene.system());
    expect_near(carbon.zones[0], {(10 + 0.5 * 10 / 2) / 25.0});
}

// 10 MW at the estate's meter are 12.5 MW of the grid's, at a tonne each. Behind it stand 10 MW more of its own.
TEST(Carbon, AMeterBringsWhatTheGridSends) {
    Meter gate = meter(100);
    gate.loss_share = 0.2;
    Scene scene = estate(flat_tariff(), gate, {20});
    scene.add(thermal("coal", 100, 20)).add(rooftop({1}));
    const reports::Carbon carbon = Written{}
                                       .set("thermal_plant", "coal", "output", {12.5})
                                       .set("thermal_plant", "coal", "emissions", {12.5})
                                       .set("solar_plant", "roof", "output", {10})
                                       .set("meter", "gate", "import", {10})
                                       .traced(scene.system());
    expect_near(carbon.zones[0], {1.0});
    expect_near(carbon.zones[1], {12.5 / 20});
    expect_near(carbon.used[0], {0.0});
    expect_near(carbon.used[1], {20.0});
}

// Line and flow back over it: only the difference is traced. 30 go, 10 come back: 20 of the 25 MW used in b.
TEST(Carbon, FlowsBothWaysAreNetted) {
    Scene scene{1};
    scene.zone("b").add(thermal("coal", 100, 20)).add(thermal("hydro", 100, 0, "b")).demand({10}).demand({25}, "b");
    Line line{};
    line.name = "line";
    line.from.name = "zone";
    line.to.name = "b";
    line.capacity_mw = 100;
    line.reverse_capacity_mw = 100;
    scene.add(line);
    const reports::Carbon carbon = Written{}
                                       .set("thermal_plant", "coal", "output", {30})
                                       .set("thermal_plant", "coal", "emissions", {30})
                                       .set("thermal_plant", "hydro", "output", {5})
                                       .set("line", "line", "forward", {30})
                                       .set("line", "line", "backward", {10})
                                       .traced(scene.system());
    expect_near(carbon.zones[1], {20.0 / 25});
}

// A process takes 10 of 40 MW of heat. A boiler emits 4 t in the hour; an electric one draws 6 MW at half a tonne; of
// cogeneration's 9 t, with 10 MW of power and 20 of heat, heat has two thirds: 4 + 3 + 6 = 13 t, 0.325 a MWh. Power has
// 3 t and 7 t of coal in 20 MWh. The mill draws 5 MW of it: 2.5 t, and 3.25 t by its heat.
TEST(Carbon, HeatIsSharedByWhoTakesIt) {
    Scene scene = steam_scene(1);
    add_mill(scene).add(heat_demand({30})).add(gas_boiler()).add(thermal("coal", 100, 20));
    scene.data.list<Process>().front().heat_node.name = "steam";
    StageMode run = mode("run", 10, 5);
    run.heat_mw = 10;
    Boiler electric = gas_boiler();
    electric.name = "electrode";
    electric.fuel.name.clear();
    Cogeneration chp{};
    chp.name = "chp";
    chp.zone.name = "zone";
    chp.node.name = "steam";
    chp.fuel.name = "gas";
    chp.capacity_mw = 100;
    chp.max_heat_mw = 100;
    chp.power_to_heat = 0.5;
    const System system = scene.add(run).add(electric).add(chp).system();
    Written written;
    written.set("thermal_plant", "coal", "output", {10})
        .set("thermal_plant", "coal", "emissions", {7})
        .set("cogeneration", "chp", "output", {10})
        .set("cogeneration", "chp", "heat", {20})
        .set("cogeneration", "chp", "emissions", {9})
        .set("boiler", "boiler", "emissions", {4})
        .set("boiler", "electrode", "withdrawal", {6})
        .set("heat_demand", "works", "load", {30})
        .set("stage", "spin", "power", {5})
        .set("stage", "spin", "heat", {10});
    const reports::Carbon carbon = written.traced(system);
    expect_near(carbon.zones[0], {0.5});
    expect_near(carbon.heat_nodes[0], {0.325});
    const reports::SeriesIndex series{system, written.solution};
    const reports::StageEmissions emitted = reports::stage_emissions(system, series, carbon, system.all<Stage>()[0]);
    expect_near(emitted.power, {2.5});
    expect_near(emitted.heat, {3.25});
    expect_near(emitted.direct, {0});
}

// Two days of zones with lines that lose, unserved energy, surplus and a battery: all uses together carry what plants
// emitted, but for what the battery holds more or less at the end.
TEST(Carbon, AllUsesCarryAllEmissions) {
    const reports::samples::SampleRun run = reports::samples::sample_run();
    const reports::SeriesIndex series{run.system, run.solution};
    const reports::Carbon carbon = reports::trace_carbon(run.system, series);
    double carried = 0.0;
    for (std::size_t z = 0; z < carbon.zones.size(); ++z)
        for (std::size_t t = 0; t < carbon.zones[z].size(); ++t) {
            const bool has_battery = run.system.all<Battery>()[0].zone.index == static_cast<int>(z);
            const double charged = has_battery ? series.values("battery", "battery_gwadar", "charge")[t] : 0.0;
            carried += carbon.zones[z][t] * (carbon.used[z][t] - charged) * series.hours(static_cast<int>(t));
        }
    const double emitted = reports::digest(run.system, run.solution).totals.emissions_t;
    EXPECT_NEAR(carried, emitted, 0.002 * emitted);
}

// What is exported or imported beyond the case changes nobody's intensity.
TEST(Carbon, ImportsCarryWhatTheZonesOtherSupplyDoes) {
    Scene scene{1};
    Trade abroad{};
    abroad.name = "abroad";
    abroad.zone.name = "zone";
    abroad.import_capacity_mw = 50;
    scene.add(thermal("coal", 100, 20)).add(abroad).demand({30});
    const reports::Carbon carbon = Written{}
                                       .set("thermal_plant", "coal", "output", {10})
                                       .set("thermal_plant", "coal", "emissions", {8})
                                       .set("trade", "abroad", "import", {20})
                                       .traced(scene.system());
    expect_near(carbon.zones[0], {0.8});
}

}  // namespace
}  // namespace indus::tests
