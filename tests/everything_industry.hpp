// SPDX-License-Identifier: Apache-2.0
// The industrial part of everything.hpp: a works with heat, contracts and coal of its own, behind a meter.
#pragma once

#include "tests/scene.hpp"

namespace indus::tests {

/// A saw mill by shifts: logs are cut by batches or at a rate, boards are dried with steam and shipped.
inline void add_saw_mill(Scene& scene) {
    Calendar shifts{.name = "shifts"};
    shifts.shifts.steps = {{0, 22}};
    shifts.breaks.steps = {{12, 12.5}};
    scene.add(shifts);
    Process mill{.name = "saw_mill"};
    mill.zone.name = "park";
    mill.calendar.name = "shifts";
    mill.heat_node.name = "steam";
    mill.loss_share = 0.02;
    scene.add(mill);
    Stock logs{.name = "logs"};
    logs.process.name = "saw_mill";
    logs.capacity = 60;
    logs.initial_level = 20;
    logs.end_level = 5;
    logs.buy_max_per_h = 10;
    logs.buy_cost_per_unit = 6.0;
    logs.spoilage_share_per_h = 0.001;
    logs.dump_cost_per_unit = 3;
    Stock boards{.name = "boards"};
    boards.process.name = "saw_mill";
    boards.capacity = 40;
    boards.initial_level = 4;
    boards.end_level = 0;
    boards.holding_cost_per_unit_h = 0.3;
    boards.sell_max_per_h = 2;
    boards.sell_value_per_unit = 9.0;
    scene.add(logs).add(boards);
    Stage saw{.name = "saw"};
    saw.process.name = "saw_mill";
    saw.min_run_h = 1;
    saw.start_cost = 1;
    saw.start_energy_mwh = 0.1;
    saw.changeover_h = 0.5;
    saw.changeover_cost = 8;
    saw.must_run = true;
    saw.initial_status_h = 2;
    saw.initial_mode = "cut";
    scene.add(saw);
    StageMode cut{.name = "cut"};
    cut.stage.name = "saw";
    cut.product = "planks";
    cut.input.items = {{"logs", 1.2}};
    cut.output.items = {{"boards", 1.0}};
    cut.min_rate_per_h = 0.5;
    cut.max_rate_per_h = 5;
    cut.power_mw = 0.5;
    cut.energy_mwh_per_unit = 0.3;
    cut.heat_mwh_per_unit = 0.5;
    cut.cost_per_unit = 0.5;
    cut.fuel.name = "coal";
    cut.fuel_gj_per_unit = 0.4;
    StageMode load{.name = "load"};
    load.stage.name = "saw";
    load.product = "beams";
    load.input.items = {{"logs", 1.1}};
    load.output.items = {{"boards", 1.0}};
    load.batch_h = 2;
    load.batch_units = 12;
    load.batch_min_units = 6;
    load.batch_mw.steps = {{0, 6}, {1, 3}};
    load.batch_heat_mw.steps = {{0, 4}};
    load.fuel.name = "lignite";
    load.fuel_gj_per_unit = 1.5;
    load.process_emissions_t_per_unit = 0.02;
    scene.add(cut).add(load);
    Order shipped{.name = "boards shipped"};
    shipped.stock.name = "boards";
    shipped.amount = 16;
    shipped.late_cost_per_unit_h = 4;
    shipped.lost_cost_per_unit = 250;
    Upgrade drive{.name = "drive"};
    drive.stage.name = "saw";
    drive.cost_per_year = 30'000;
    drive.saving_share = 0.2;
    scene.add(shipped).add(drive);
}

inline void add_heat(Scene& scene) {
    scene.add(HeatNode{.name = "steam", .zone = {.name = "park"}});
    HeatDemand kitchen;
    kitchen.name = "kitchen";
    kitchen.node.name = "steam";
    kitchen.load_mw = 6.0;
    kitchen.value_of_lost_heat_per_mwh = 200;
    Boiler shell;
    shell.name = "shell";
    shell.node.name = "steam";
    shell.fuel.name = "lignite";
    shell.capacity_mw = 15;
    shell.min_heat_mw = 2;
    shell.efficiency = 0.85;
    shell.start_cost = 20;
    Cogeneration engine;
    engine.name = "engine";
    engine.zone.name = "park";
    engine.node.name = "steam";
    engine.fuel.name = "coal";
    engine.capacity_mw = 8;
    engine.min_output_mw = 3;
    engine.max_heat_mw = 9;
    engine.power_to_heat = 0.6;
    engine.power_loss_per_heat = 0.1;
    engine.heat_rate_gj_per_mwh = 9;
    engine.min_up_h = 2;
    HeatStore tank;
    tank.name = "tank";
    tank.node.name = "steam";
    tank.charge_mw = tank.discharge_mw = 4;
    tank.energy_mwh = 10;
    tank.charge_efficiency = 0.95;
    tank.initial_level_mwh = 3;
    scene.add(kitchen).add(shell).add(engine).add(tank);
}

/// Lignite for the boiler and the saw mill's batches comes by rail, in trains that a port fills.
inline void add_lignite(Scene& scene) {
    Fuel lignite{.name = "lignite", .price_per_gj = 9.0, .emission_factor_t_per_gj = 0.1};
    lignite.heating_value_gj_per_t = 12;
    FuelCorridor rail{.name = "rail"};
    rail.capacity_t_per_h = 9.0;
    FuelStock port{.name = "port"};
    port.fuel.name = "lignite";
    port.capacity_t = 200;
    port.initial_level_t = 40;
    port.end_value_per_t = 20;
    FuelStock yard{.name = "yard"};
    yard.fuel.name = "lignite";
    yard.plants.items = {{"shell", 1.0}, {"saw", 1.0}};
    yard.capacity_t = 60;
    yard.initial_level_t = 12;
    yard.end_level_t = 8;
    yard.shortfall_cost_per_t = 90;
    yard.holding_cost_per_t_day = 0.2;
    FuelRoute trains{.name = "trains"};
    trains.from.name = "port";
    trains.to.name = "yard";
    trains.transport_cost_per_t = 4;
    trains.max_t_per_h = 9.0;
    trains.shipment_t = 6;
    trains.lead_time_h = 1;
    trains.corridors.items = {{"rail", 1.0}};
    scene.add(lignite).add(rail).add(port).add(yard).add(trains);
}

inline void add_contracts(Scene& scene) {
    InterruptibleContract called{.name = "called"};
    called.demand.name = "mill";
    called.power_mw = 5.0;
    called.longest_call_h = 3;
    called.rest_h = 1;
    called.calls_per_month = 2;
    called.payment_per_mwh = 70;
    called.payment_per_call = 10;
    called.payback_share = 0.5;
    called.payback_h = 2;
    ShiftableLoad pumps{.name = "pumps"};
    pumps.zone.name = "estate";
    pumps.max_mw = 3.0;
    pumps.planned_mw = 1.0;
    pumps.ramp_mw_per_h = 2.0;
    pumps.shift_loss_share = 0.05;
    pumps.value_of_lost_load_per_mwh = 150;
    scene.add(called).add(pumps);
}

inline void add_meter(Scene& scene) {
    Tariff charged{.name = "B-3"};
    charged.energy_per_mwh = 60.0;
    charged.fixed_per_mw_month = 1500;
    charged.lookback_share = 0.5;
    charged.export_per_mwh = 20.0;
    TariffPeriod evening{.name = "evening"};
    evening.tariff.name = "B-3";
    evening.from_h = 2;
    evening.to_h = 4;
    evening.energy_per_mwh = 90;
    Meter gate;
    gate.name = "gate";
    gate.zone.name = "park";
    gate.grid_zone.name = "zone";
    gate.tariff.name = "B-3";
    gate.sanctioned_mw = 20;
    gate.export_max_mw = 5;
    gate.loss_share = 0.01;
    gate.earlier_peaks_mw.steps = {{1, 6}};
    Wheeling supply{.name = "supply"};
    supply.meter.name = "gate";
    supply.plant = "sun";
    supply.share = 0.1;
    supply.charge_per_mwh = 8;
    supply.energy_price_per_mwh = 30;
    scene.add(charged).add(evening).add(gate).add(supply);
}

inline void add_industry(Scene& scene) {
    scene.zone("park");
    add_meter(scene);
    add_heat(scene);
    add_lignite(scene);
    add_contracts(scene);
    add_saw_mill(scene);
    Outage repair = out("engine", 1, 2);
    repair.available_share = 0.5;
    scene.add(repair);
}

}  // namespace indus::tests
