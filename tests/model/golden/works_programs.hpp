// SPDX-License-Identifier: Apache-2.0
// Programs of industrial processes.
#pragma once

#include "tests/model/components/works/works_scene.hpp"
#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

/// 10 t/h and 5 MW whatever the hour; 20 t at the end.
inline GoldenProgram works_of(std::string name, std::string about, int steps, double step_hours) {
    GoldenProgram golden{.name = std::move(name),
                         .about = std::move(about),
                         .scene = Scene{steps, step_hours},
                         .bounds_and_costs = {"process/withdrawal", "stage/power of a stage", "stage_mode/materials",
                                              "stage_mode/power of a mode"}};
    add_mill(golden.scene).add(mode("run", 10, 5));
    return golden;
}

inline GoldenProgram works_modes() {
    GoldenProgram golden = works_of(
        "stage_modes", "A mill that spins yarn at 10 t/h, or weft at 4 to 8; an hour and 7 between the two.", 2, 1.0);
    StageMode weft = mode("weft", 8, 1, "weft yarn");
    weft.min_rate_per_h = 4;
    weft.energy_mwh_per_unit = 0.5;
    weft.cost_per_unit = 2;
    Stock weft_yarn = yarn_of(golden.scene);
    weft_yarn.name = "weft yarn";
    golden.scene.add(weft).add(weft_yarn);
    spin_of(golden.scene).changeover_h = 1;
    spin_of(golden.scene).changeover_cost = 7;
    return golden;
}

inline GoldenProgram works_times() {
    GoldenProgram golden =
        works_of("stage_times",
                 "A stage off for half an hour of two that it takes to cool down, then at least two on. Its "
                 "rate of 4 to 10 t/h rises and falls by 6 an hour. A start costs 50 and 0.3 MWh.",
                 3, 1.0);
    golden.scene.data.list<StageMode>()[0].min_rate_per_h = 4;
    Stage& spin = spin_of(golden.scene);
    spin.min_run_h = 2;
    spin.cool_down_h = 2;
    spin.initial_status_h = -0.5;
    spin.start_cost = 50;
    spin.start_energy_mwh = 0.3;
    spin.ramp_per_h = 6;
    return golden;
}

inline GoldenProgram works_batch() {
    GoldenProgram golden =
        works_of("stage_mode_batch",
                 "A furnace that must run where it can, besides its rate in heats of 45 minutes: 20 MW "
                 "for a quarter of an hour, then 30; they turn 55 t of scrap into 50 t of billets.",
                 3, 0.5);
    golden.bounds_and_costs.emplace_back("stage/batch under way");
    StageMode heat = mode("heat", 0, 0);
    heat.batch_h = 0.75;
    heat.batch_units = 50;
    heat.batch_mw.steps = {{0, 20}, {0.25, 30}};
    heat.input.items = {{"scrap", 1.1}};
    Stock scrap{.name = "scrap"};
    scrap.process.name = "mill";
    scrap.buy_max_per_h = 200;
    golden.scene.add(heat).add(scrap);
    spin_of(golden.scene).initial_status_h = 0.25;
    spin_of(golden.scene).min_run_h = 0.5;
    spin_of(golden.scene).must_run = true;
    return golden;
}

inline GoldenProgram works_batch_sizes() {
    GoldenProgram golden = works_of(
        "stage_mode_batch_sizes",
        "A digester cooks 20 to 50 t in an hour; pulp is there when it is over, a tenth of liquor after half of "
        "it. Then it presses the pulp in batches of 30 t; there is room for 15 t. A tonne of liquor left is "
        "worth 2.",
        3, 0.5);
    golden.bounds_and_costs.emplace_back("stage/batch under way");
    golden.bounds_and_costs.emplace_back("stock/end value");
    StageMode& cook = golden.scene.data.list<StageMode>()[0];
    cook = mode("cook", 0, 0);
    cook.batch_h = 1;
    cook.batch_units = 50;
    cook.batch_min_units = 20;
    cook.energy_mwh_per_unit = 0.1;
    cook.output.items.push_back({"liquor", 0.1});
    cook.batch_output_h.items = {{"liquor", 0.5}};
    yarn_of(golden.scene).capacity = 15;
    StageMode pressed = mode("pressed", 0, 0, "");
    pressed.batch_h = 0.5;
    pressed.batch_units = 30;
    pressed.input.items = {{"yarn", 1.0}};
    Stock liquor{.name = "liquor"};
    liquor.process.name = "mill";
    liquor.capacity = 100;
    liquor.end_value_per_unit = 2;
    golden.scene.add(pressed).add(liquor);
    return golden;
}

inline GoldenProgram works_fuel() {
    GoldenProgram golden =
        works_of("stage_mode_fuel",
                 "A kiln that makes 4 to 10 t/h with 3.5 GJ a tonne, of gas at 6 or of coal of 20 GJ/t from a yard, "
                 "0.05 and 0.1 "
                 "t/GJ, and 0.5 t/t of limestone. Carbon dioxide costs 40 a tonne and is capped at 6 t.",
                 2, 0.5);
    golden.bounds_and_costs.insert(golden.bounds_and_costs.end(),
                                   {"stage_mode/fuel of a mode", "stage_mode/process emissions"});
    StageMode& gas = golden.scene.data.list<StageMode>()[0];
    gas = mode("gas", 10, 0);
    gas.min_rate_per_h = 4;
    gas.fuel.name = "gas";
    gas.fuel_gj_per_unit = 3.5;
    gas.process_emissions_t_per_unit = 0.5;
    StageMode coal = gas;
    coal.name = coal.fuel.name = "coal";
    FuelStock yard{.name = "yard"};
    yard.fuel.name = "coal";
    yard.plants.items = {{"spin", 1.0}};
    yard.capacity_t = yard.initial_level_t = 3;
    yard.end_level_t = 0;
    Policy policy{.name = "carbon", .carbon_price_per_t = 40.0};
    policy.carbon_cap_t = 6;
    golden.scene.add(Fuel{.name = "gas", .price_per_gj = 6.0, .emission_factor_t_per_gj = 0.05});
    golden.scene.add(Fuel{.name = "coal", .price_per_gj = 9.0, .emission_factor_t_per_gj = 0.1});
    golden.scene.data.list<Fuel>().back().heating_value_gj_per_t = 20;
    golden.scene.add(coal).add(yard).add(policy);
    return golden;
}

inline GoldenProgram works_calendar() {
    GoldenProgram golden = works_of(
        "calendar_shift", "Work from 6 to 14 o'clock in steps of four hours: not, half of one, all of one.", 3, 4.0);
    golden.bounds_and_costs.emplace_back("calendar/working share");
    Calendar shift{.name = "shift"};
    shift.shifts.steps = {{6, 14}};
    golden.scene.add(shift).add(order(20));
    golden.scene.data.list<Process>()[0].calendar.name = "shift";
    return golden;
}

inline GoldenProgram works_stages() {
    GoldenProgram golden =
        works_of("process_two_stages",
                 "A mill that spins 10 t/h and weaves up to 8 t/h of it into cloth; a fifth of its power is lost "
                 "on the way.",
                 2, 1.0);
    Stage weave{.name = "weave"};
    weave.process.name = "mill";
    StageMode cloth = mode("cloth", 8, 1, "cloth");
    cloth.stage.name = "weave";
    cloth.min_rate_per_h = 0;
    cloth.energy_mwh_per_unit = 0.25;
    cloth.input.items = {{"yarn", 1.05}};
    Stock cloths = yarn_of(golden.scene);
    cloths.name = "cloth";
    golden.scene.add(weave).add(cloth).add(cloths).add(order(6, "cloth"));
    golden.scene.data.list<Process>()[0].loss_share = 0.2;
    return golden;
}

inline GoldenProgram works_stock() {
    GoldenProgram golden =
        works_of("stock_of_yarn",
                 "Room for 30 t, of which 5 are there, a tenth an hour spoils and keeping costs 0.2; up to 3 t/h are "
                 "bought at 40 and sold at 50, and what is too much is thrown away at 1.",
                 2, 0.5);
    Stock& yarn = yarn_of(golden.scene);
    yarn.capacity = 30;
    yarn.initial_level = 5;
    yarn.end_level = 4;
    yarn.spoilage_share_per_h = 0.1;
    yarn.holding_cost_per_unit_h = 0.2;
    yarn.buy_max_per_h = yarn.sell_max_per_h = 3;
    yarn.buy_cost_per_unit = 40;
    yarn.sell_value_per_unit = 50;
    yarn.dump_cost_per_unit = 1;
    return golden;
}

inline GoldenProgram works_order() {
    GoldenProgram golden = works_of("order_late_or_lost",
                                    "10 t are due after the second of three hours; an hour late costs 3 a "
                                    "tonne, losing one 100.",
                                    3, 1.0);
    Order due = order(10);
    due.due.time = monday() + std::chrono::hours{2};
    due.release.time = monday() + std::chrono::hours{1};
    due.late_cost_per_unit_h = 3;
    due.lost_cost_per_unit = 100;
    golden.scene.add(due);
    return golden;
}

inline GoldenProgram works_upgrade() {
    GoldenProgram golden = works_of("upgrade_drive",
                                    "A drive would save a tenth of the power and make 0.01 MWh a tonne of "
                                    "waste heat, up to 0.4 MW, for 2 over two hours.",
                                    2, 1.0);
    Upgrade drive{.name = "drive"};
    drive.stage.name = "spin";
    drive.cost_per_year = 8760;
    drive.saving_share = 0.1;
    drive.recovered_mwh_per_unit = 0.01;
    drive.recovered_max_mw = 0.4;
    golden.scene.add(order(20)).add(drive);
    return golden;
}

inline std::vector<GoldenProgram> works_programs() {
    return {works_modes(),    works_times(),  works_batch(), works_batch_sizes(), works_fuel(),
            works_calendar(), works_stages(), works_stock(), works_order(),       works_upgrade()};
}

}  // namespace indus::tests
