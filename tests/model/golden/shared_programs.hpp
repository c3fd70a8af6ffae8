// SPDX-License-Identifier: Apache-2.0
// Golden programs of what others share: zones, fuels, policies, reserves and demand.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

/// 100 MW, 20 MW at least, 9 GJ/MWh on top of 50 GJ/h, on before the start; burns coal.
inline ThermalPlant coal_plant() {
    ThermalPlant plant = thermal("steam", 100, 3);
    plant.min_output_mw = 20;
    plant.fuel.name = "coal";
    plant.heat_rate_gj_per_mwh = 9;
    plant.no_load_heat_gj_per_h = 50;
    return plant;
}

inline GoldenProgram zone_balance() {
    GoldenProgram golden{.name = "zone_balance",
                         .about = "Two zones: 60 MW of run of river against 50 and 70 MW, surplus at 4 per MWh; the other zone empty. "
                                  "Steps of 2 h.",
                         .scene = Scene{2, 2.0}};
    golden.scene.data.list<Zone>()[0].surplus_cost_per_mwh = 4.0;
    golden.scene.zone("south");
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 60;
    river.inflow_mw = 60.0;
    golden.scene.add(river).demand({50, 70});
    return golden;
}

inline GoldenProgram fuel_cost() {
    GoldenProgram golden{.name = "fuel_cost",
                         .about = "Coal at 2 then 2.5 per GJ, half an hour a step: on at 20 MW burns 0.5 (50 + 9 * 20) = 115 GJ, and "
                                  "4.5 GJ per MW above.",
                         .scene = Scene{2, 0.5},
                         .bounds_and_costs = {"fuel/fuel cost"}};
    golden.scene.add(Fuel{.name = "coal", .price_per_gj = Profile{std::vector<double>{2.0, 2.5}}}).add(coal_plant());
    return golden;
}

inline GoldenProgram policy_carbon() {
    GoldenProgram golden{.name = "policy_carbon",
                         .about = "Free coal of 0.1 t/GJ under a tax of 10 and a levy of 0 then 5 per t: on at 20 MW emits 23 t an hour, "
                                  "0.9 t per MW above.",
                         .scene = Scene{2},
                         .bounds_and_costs = {"fuel/emissions", "policy/carbon cost"}};
    golden.scene.add(Fuel{.name = "coal", .price_per_gj = 0.0, .emission_factor_t_per_gj = 0.1}).add(coal_plant());
    golden.scene.add(Policy{.name = "tax", .carbon_price_per_t = 10.0});
    golden.scene.add(Policy{.name = "levy", .carbon_price_per_t = Profile{std::vector<double>{0.0, 5.0}}});
    return golden;
}

inline GoldenProgram reserve_requirement() {
    GoldenProgram golden{.name = "reserve_requirement",
                         .about = "5 MW, 10% of the load and 20% of the sun there is: 5 + 0.1 * 95 / 0.95 + 0.2 * 30 = 21 MW, then 15 + 0.2 "
                                  "* 60 = 27. Short at 40 per MWh; steps of 15 min; the battery gives it for 15 min.",
                         .scene = Scene{2, 0.25}};
    Reserve product;
    product.name = "up";
    product.requirement_mw = 5.0;
    product.share_of_load = 0.1;
    product.share_of_renewables = 0.2;
    product.sustain_h = 0.25;
    product.shortfall_cost_per_mwh = 40.0;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 100;
    sun.availability = Profile{std::vector<double>{0.3, 0.6}};
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = 10;
    cell.discharge_mw = 20;
    cell.energy_mwh = 40;
    Demand town;
    town.name = "town";
    town.zone.name = "zone";
    town.load_mw = 95.0;
    town.loss_share = 0.05;
    town.value_of_lost_load_per_mwh.steps = {{0, 400}};
    golden.scene.add(product).add(sun).add(cell).add(town);
    return golden;
}

inline GoldenProgram demand_tiers() {
    GoldenProgram golden{.name = "demand_tiers",
                         .about = "95 and 38 MW at the customer, 5% lost on the way: 100 and 40 MW from the zone. The first fifth is worth 50 "
                                  "per MWh, the rest 500. Steps of 2 h. The works' 10 MW are sent out: their losses are within.",
                         .scene = Scene{2, 2.0},
                         .bounds_and_costs = {"demand/unserved tier", "demand/withdrawal"}};
    Demand mill;
    mill.name = "mill";
    mill.zone.name = "zone";
    mill.load_mw = Profile{std::vector<double>{95, 38}};
    mill.loss_share = 0.05;
    mill.value_of_lost_load_per_mwh.steps = {{0.0, 50}, {0.2, 500}};
    Demand works;
    works.name = "works";
    works.zone.name = "zone";
    works.load_mw = 10.0;
    works.level = DemandLevel::sent_out;
    works.loss_share = 0.05;
    works.value_of_lost_load_per_mwh.steps = {{0.0, 700}};
    golden.scene.add(mill).add(works);
    return golden;
}

inline std::vector<GoldenProgram> shared_programs() {
    return {zone_balance(), fuel_cost(), policy_carbon(), reserve_requirement(), demand_tiers()};
}

}  // namespace indus::tests
