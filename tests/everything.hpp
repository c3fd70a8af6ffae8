// SPDX-License-Identifier: Apache-2.0
// A small system that holds every kind of component, each with its less common fields set.
#pragma once

#include "tests/everything_industry.hpp"

namespace indus::tests {

inline Scene everything(int step_count = 6, double step_hours = 1.0) {
    Scene scene{step_count, step_hours};
    scene.data.settings.cost_segments = 3;
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 40.0;
    scene.zone("estate");
    Fuel coal{.name = "coal", .price_per_gj = 2.0, .emission_factor_t_per_gj = 0.09};
    coal.max_draw_gj = 3000.0;
    coal.window_min_draw_gj.constant = 600.0;
    coal.excess_cost_per_gj = 0.5;
    coal.shortfall_cost_per_gj = 1.0;
    scene.add(coal);
    scene.add(Policy{.name = "tax", .carbon_price_per_t = 10.0});
    Policy plan{.name = "plan", .carbon_price_per_t = 0.0};
    plan.carbon_cap_t = 200.0;
    plan.carbon_excess_cost_per_t = 15.0;
    plan.renewable_share = 0.7;
    plan.renewable_shortfall_cost_per_mwh = 2.0;
    plan.firm_capacity_margin = 0.4;
    plan.capacity_credits.items = {
        {"coal", 0.9},  {"thermal", 0.95}, {"run_of_river", 0.5}, {"pumped_storage", 1.0}, {"reservoir", 0.8},
        {"solar", 0.1}, {"wind", 0.1},     {"battery", 0.3},      {"boiler", 0.0},         {"cogeneration", 0.7}};
    plan.firm_shortfall_cost_per_mw = 50.0;
    scene.add(plan);
    TechnologyLimit little_oil{.name = "little_oil"};
    little_oil.technologies.items = {{"thermal"}};
    little_oil.max_energy_mwh = 20.0;
    little_oil.excess_cost_per_mwh = 4.0;
    scene.add(little_oil);
    scene.reserve(10, 30, 0.5);
    scene.data.list<Reserve>()[0].shortfall_cost_per_mwh = 400.0;

    ThermalPlant steam = thermal("steam", 100, 1);
    steam.technology = "coal";
    steam.fuel.name = "coal";
    steam.heat_rate_gj_per_mwh = 9;
    steam.no_load_heat_gj_per_h = 50;
    steam.min_output_mw = 40;
    steam.ramp_up_mw_per_h = 60;
    steam.ramp_down_mw_per_h = 60;
    steam.start_up_limit_mw = 50;
    steam.shut_down_limit_mw = 60;
    steam.min_up_h = 2;
    steam.min_down_h = 2;
    steam.start_cost.steps = {{0, 500}, {3, 900}};
    steam.start_fuel_gj.steps = {{0, 40}, {3, 60}};
    steam.shut_down_cost = 50;
    steam.ramp_up_cost_per_mw = 2;
    steam.ramp_down_cost_per_mw = 1;
    steam.initial_status_h = 1;
    steam.initial_output_mw = 45;
    scene.add(steam);

    ThermalPlant turbine = thermal("turbine", 60, 30);
    turbine.quadratic_cost_per_mw2h = 0.2;
    turbine.min_output_mw = 6;
    turbine.start_cost.steps = {{0, 80}};
    turbine.initial_status_h = -4;
    turbine.initial_output_mw.reset();
    scene.add(turbine);

    const auto steps = static_cast<std::size_t>(step_count);
    std::vector<double> sunshine(steps), breeze(steps), stream(steps), load(steps), mill(steps);
    for (std::size_t t = 0; t < steps; ++t) {
        sunshine[t] = t % 6 < 3 ? 0.2 * static_cast<double>(t % 6) : 0.1;
        breeze[t] = 0.3 + 0.1 * static_cast<double>(t % 3);
        stream[t] = 12.0 + static_cast<double>(t % 4);
        load[t] = 90.0 + 20.0 * static_cast<double>(t % 5);
        mill[t] = t % 6 < 4 ? 30.0 : 10.0;
    }
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 30;
    sun.availability = Profile{sunshine};
    sun.curtailment_cost_per_mwh = 1;
    scene.add(sun);
    WindPlant wind;
    wind.name = "wind";
    wind.zone.name = "estate";
    wind.capacity_mw = 10;
    wind.availability = Profile{breeze};
    wind.variable_cost_per_mwh = 2;
    scene.add(wind);
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 14;
    river.inflow_mw = Profile{stream};
    river.environmental_release_mw = 1.0;
    river.variable_cost_per_mwh = 1;
    river.energy_per_hm3_mwh = 60;
    scene.add(river);

    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 40;
    dam.min_level_mwh = 20;
    dam.max_level_mwh = 120;
    dam.inflow_mw = 8.0;
    dam.initial_level_mwh = 70;
    dam.environmental_release_mw = 2.0;
    dam.irrigation_min_mwh.constant = 160.0;
    dam.irrigation_max_mwh.constant = 400.0;
    dam.bypass_cost_per_mwh = 0.5;
    dam.variable_cost_per_mwh = 1.0;
    dam.energy_per_hm3_mwh = 150;
    dam.downstream_reservoir.name = "pond";
    dam.travel_time_h = 1.25;
    dam.release_before_mw.steps = {{0, 5}, {1, 8}};
    scene.add(dam);
    Reservoir pond;
    pond.name = "pond";
    pond.zone.name = "zone";
    pond.capacity_mw = 10;
    pond.max_level_mwh = 30;
    pond.initial_level_mwh = 12;
    pond.end_value_per_mwh = 15;
    pond.turbine_curve.steps = {{0, 1.05}, {6, 0.8}};
    pond.head_curve.steps = {{0, 0.95}, {15, 1.0}};
    pond.energy_per_hm3_mwh = 50;
    pond.downstream_run_of_river.name = "river";
    pond.travel_time_h = 0.5;
    pond.release_before_mw.steps = {{0, 3}};
    scene.add(pond);
    Battery battery;
    battery.name = "cell";
    battery.zone.name = "estate";
    battery.charge_mw = 5;
    battery.discharge_mw = 6;
    battery.energy_mwh = 12;
    battery.charge_efficiency = 0.95;
    battery.discharge_efficiency = 0.9;
    battery.standing_loss_share_per_h = 0.01;
    battery.throughput_cost_per_mwh = 3;
    battery.initial_level_mwh = 4;
    scene.add(battery);
    PumpedStorage pumped;
    pumped.name = "pumped";
    pumped.zone.name = "zone";
    pumped.turbine_mw = 15;
    pumped.pump_mw = 12;
    pumped.min_turbine_mw = 4;
    pumped.min_pump_mw = 6;
    pumped.energy_mwh = 40;
    pumped.min_level_mwh = 2;
    pumped.turbine_efficiency = 0.9;
    pumped.pump_efficiency = 0.85;
    pumped.inflow_mw = 1.0;
    pumped.initial_level_mwh = 15;
    pumped.variable_cost_per_mwh = 0.5;
    pumped.pump_cost_per_mwh = 0.25;
    scene.add(pumped);
    Line feeder;
    feeder.name = "feeder";
    feeder.from.name = "zone";
    feeder.to.name = "estate";
    feeder.capacity_mw = 18.0;
    feeder.reverse_capacity_mw = 9;
    feeder.loss_share = 0.03;
    feeder.wheeling_cost_per_mwh = 0.5;
    feeder.violation_cost_per_mwh = 70;
    feeder.available = Profile{0.9};
    scene.add(feeder);
    AcLine wire;
    wire.name = "wire";
    wire.from.name = "estate";
    wire.to.name = "zone";
    wire.reactance_pu = 0.08;
    wire.base_mva = 50;
    wire.capacity_mw = 6.0;
    wire.reverse_capacity_mw = 5;
    wire.tap_ratio = 0.97;
    wire.max_angle_degrees = 20;
    wire.min_angle_degrees = -15;
    wire.loss_share = 0.02;
    wire.violation_cost_per_mwh = 90;
    scene.add(wire);
    Interface into_estate;
    into_estate.name = "into_estate";
    into_estate.lines.items = {{"feeder", 1.0}, {"wire", -1.0}};
    into_estate.max_mw = 17.0;
    into_estate.min_mw = -8.0;
    into_estate.violation_cost_per_mwh = 3;
    scene.add(into_estate);

    Trade border{.name = "border"};
    border.zone.name = "zone";
    border.import_capacity_mw = 20.0;
    border.export_capacity_mw = 10.0;
    border.import_price_per_mwh = 55.0;
    border.export_price_per_mwh = 12.0;
    border.max_import_mwh = 30.0;
    scene.add(border);
    FlexibleDemand works{.name = "works"};
    works.zone.name = "estate";
    works.bids_per_mwh.steps = {{3, 80}, {6, 25}};
    works.loss_share = 0.04;
    scene.add(works);
    PlantConstraint pair{.name = "pair"};
    pair.plants.items = {{"steam", 1.0}, {"dam", 0.5}};
    pair.max_mw = 90.0;
    pair.min_energy_mwh = 60.0;
    pair.violation_cost_per_mwh = 6.0;
    scene.add(pair);

    scene.demand(load);
    Demand textile;
    textile.name = "mill";
    textile.zone.name = "estate";
    textile.sector = "textile";
    textile.load_mw = Profile{mill};
    textile.loss_share = 0.04;
    textile.value_of_lost_load_per_mwh.steps = {{0, 120}, {0.3, 900}};
    scene.add(textile);
    add_industry(scene);
    return scene;
}

}  // namespace indus::tests
