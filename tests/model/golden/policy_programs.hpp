// SPDX-License-Identifier: Apache-2.0
// Golden programs of what limits several components together, and of markets.
#pragma once

#include "tests/model/golden/shared_programs.hpp"

namespace indus::tests {

inline WindPlant breeze(const std::string& name, double capacity_mw, double cost) {
    WindPlant plant;
    plant.name = name;
    plant.zone.name = "zone";
    plant.capacity_mw = capacity_mw;
    plant.variable_cost_per_mwh = cost;
    return plant;
}

inline GoldenProgram fuel_draws() {
    GoldenProgram golden{
        .name = "fuel_draws",
        .about =
            "On at 20 MW burns 0.5 (50 + 9 * 20) = 115 GJ in half an hour, 4.5 GJ per MW above. At most 600 GJ, at 3 "
            "a GJ above; at least 200, at 2 a GJ missing; 250 in each half hour at most; 4800 a day, 200 "
            "in this hour, at least.",
        .scene = Scene{2, 0.5},
        .bounds_and_costs = {"fuel/fuel cost"}};
    Fuel coal{.name = "coal", .price_per_gj = 2.0};
    coal.max_draw_gj = 600.0;
    coal.min_draw_gj = 200.0;
    coal.window_max_draw_gj.series = "pipeline";
    coal.window_min_draw_gj.constant = 4800.0;
    coal.excess_cost_per_gj = 3.0;
    coal.shortfall_cost_per_gj = 2.0;
    golden.scene.data.series.push_back({"pipeline", monday(), 30, {250, 250}});
    golden.scene.add(coal).add(coal_plant());
    return golden;
}

inline GoldenProgram exact_fuel() {
    GoldenProgram golden{
        .name = "thermal_plant_exact_fuel",
        .about =
            "Coal of which 900 GJ must be drawn: 9 GJ/MWh up to 60 MW and 11 beyond, the second piece only when the "
            "first is full; 30 GJ for a start, 80 after 2 h off, no more than that. Off for 1 h before.",
        .scene = Scene{2}};
    Fuel coal{.name = "coal", .price_per_gj = 2.0};
    coal.min_draw_gj = 900.0;
    ThermalPlant plant = thermal("steam", 100, 0);
    plant.fuel.name = "coal";
    plant.heat_curve_gj_per_h.steps = {{0, 0}, {60, 540}, {100, 980}};
    plant.start_fuel_gj.steps = {{0, 30}, {2, 80}};
    plant.initial_status_h = -1;
    plant.initial_output_mw.reset();
    golden.scene.add(coal).add(plant);
    return golden;
}

inline GoldenProgram policy_rules() {
    GoldenProgram golden{.name = "policy_rules",
                         .about =
                             "Coal of 0.1 t/GJ emits 11.5 t in a half hour at 20 MW, 0.45 t per MW above; at most 15 "
                             "t, at 60 a tonne above. "
                             "30% of the load of 95 / 0.95 MW from wind, at 25 a MWh missing. 90 + 5 MW are firm where "
                             "1.25 * 100 are due, at "
                             "500 a MW.",
                         .scene = Scene{2, 0.5}};
    Policy policy{.name = "plan"};
    policy.carbon_cap_t = 15.0;
    policy.carbon_excess_cost_per_t = 60.0;
    policy.renewable_share = 0.3;
    policy.renewable_share_of = ShareBase::load;
    policy.renewable_shortfall_cost_per_mwh = 25.0;
    policy.firm_capacity_margin = 0.25;
    policy.capacity_credits.items = {{"thermal", 0.9}, {"wind", 0.1}};
    policy.firm_shortfall_cost_per_mw = 500.0;
    Demand town;
    town.name = "town";
    town.zone.name = "zone";
    town.load_mw = 95.0;
    town.loss_share = 0.05;
    town.value_of_lost_load_per_mwh.steps = {{0, 400}};
    golden.scene.add(Fuel{.name = "coal", .price_per_gj = 0.0, .emission_factor_t_per_gj = 0.1})
        .add(policy)
        .add(coal_plant());
    golden.scene.add(breeze("wind", 50, 0)).add(town);
    return golden;
}

inline GoldenProgram policy_share_of_generation() {
    GoldenProgram golden{.name = "policy_share_of_generation",
                         .about =
                             "A quarter of what wind and plant generate, hard: 0.75 of each MWh of wind against 0.25 "
                             "of the plant's. The "
                             "battery counts in neither.",
                         .scene = Scene{1}};
    Policy policy{.name = "plan"};
    policy.renewable_share = 0.25;
    ThermalPlant plant = thermal("steam", 100, 10);
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = cell.discharge_mw = 5;
    cell.energy_mwh = 10;
    golden.scene.add(policy).add(plant).add(breeze("wind", 50, 0)).add(cell).demand({80});
    return golden;
}

inline GoldenProgram technology_rules() {
    GoldenProgram golden{.name = "technology_limit_rules",
                         .about =
                             "Wind of 50 and 30 MW for two half hours beside 40 MW of sun: 10 to 60 MWh, 20% to 50% of "
                             "the energy, at 7 a MWh "
                             "missing and 9 above. Its 80 MW are too many and too few for the two rules on capacity, "
                             "which nothing can meet.",
                         .scene = Scene{2, 0.5}};
    TechnologyLimit limit{.name = "wind"};
    limit.technologies.items = {{"wind"}};
    limit.min_energy_mwh = 10.0;
    limit.max_energy_mwh = 60.0;
    limit.min_share = 0.2;
    limit.max_share = 0.5;
    limit.shortfall_cost_per_mwh = 7.0;
    limit.excess_cost_per_mwh = 9.0;
    TechnologyLimit small{.name = "small"};
    small.technologies.items = {{"wind"}};
    small.max_capacity_mw = 70.0;
    TechnologyLimit large = small;
    large.name = "large";
    large.max_capacity_mw.reset();
    large.min_capacity_mw = 90.0;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 40;
    golden.scene.add(limit).add(small).add(large).add(breeze("north", 50, 0)).add(breeze("south", 30, 0)).add(sun);
    return golden;
}

inline GoldenProgram plant_constraint_limits() {
    GoldenProgram golden{.name = "plant_constraint_limits",
                         .about =
                             "north - 0.5 south within -10 and 20 MW at every half hour, at 8 a MWh beyond; within -5 "
                             "and 15 MWh over both.",
                         .scene = Scene{2, 0.5}};
    PlantConstraint constraint{.name = "pair"};
    constraint.plants.items = {{"north", 1.0}, {"south", -0.5}};
    constraint.min_mw = -10.0;
    constraint.max_mw = 20.0;
    constraint.min_energy_mwh = -5.0;
    constraint.max_energy_mwh = 15.0;
    constraint.violation_cost_per_mwh = 8.0;
    golden.scene.add(breeze("north", 50, 0)).add(breeze("south", 30, 0)).add(constraint);
    return golden;
}

inline GoldenProgram trade_limits() {
    GoldenProgram golden{.name = "trade_limits",
                         .about =
                             "Buys up to 50 MW at 30, sells up to 20 at 25 then 45: at the second step one way only. "
                             "In half hours 5 to 20 MWh "
                             "bought, at most 8 sold.",
                         .scene = Scene{2, 0.5},
                         .bounds_and_costs = {"trade/trade limits", "trade/trade balance", "trade/trade cost"},
                         .modes = {{"trade/border", {1}}}};
    Trade border{.name = "border"};
    border.zone.name = "zone";
    border.import_capacity_mw = 50.0;
    border.export_capacity_mw = 20.0;
    border.import_price_per_mwh = 30.0;
    border.export_price_per_mwh = Profile{std::vector<double>{25, 45}};
    border.min_import_mwh = 5.0;
    border.max_import_mwh = 20.0;
    border.max_export_mwh = 8.0;
    golden.scene.add(border);
    return golden;
}

inline GoldenProgram flexible_tiers() {
    GoldenProgram golden{.name = "flexible_demand_tiers",
                         .about =
                             "The first 20 MW are worth 90 a MWh, 30 more 60; half of them can be used in the second "
                             "half hour. A fifth is lost "
                             "on the way: each MW draws 1.25.",
                         .scene = Scene{2, 0.5},
                         .bounds_and_costs = {"flexible_demand/consumption tier", "flexible_demand/withdrawal",
                                              "flexible_demand/consumer value"}};
    FlexibleDemand mill{.name = "mill"};
    mill.zone.name = "zone";
    mill.bids_per_mwh.steps = {{20, 90}, {50, 60}};
    mill.availability = Profile{std::vector<double>{1.0, 0.5}};
    mill.loss_share = 0.2;
    golden.scene.add(mill);
    return golden;
}

inline std::vector<GoldenProgram> policy_programs() {
    return {fuel_draws(),       exact_fuel(),
            policy_rules(),     policy_share_of_generation(),
            technology_rules(), plant_constraint_limits(),
            trade_limits(),     flexible_tiers()};
}

}  // namespace indus::tests
