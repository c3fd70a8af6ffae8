// SPDX-License-Identifier: Apache-2.0
// Golden programs of fuel stocks and the ways on which fuel comes to them.
#pragma once

#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

inline GoldenProgram yard_of_a_plant() {
    GoldenProgram golden{
        .name = "fuel_stock_of_a_plant",
        .about =
            "Two half hours; 10 GJ/MWh and 20 GJ/t: a MW burns 0.25 t. A tonne kept costs 48 a day, 1 a step. 0.9 of "
            "the "
            "level is left after a day, 0.9^(1/48) = 0.9978 after half an hour: 99.78 of the first 100 t. What is left "
            "of them at the end is worth 30 a tonne, also what is on its way.",
        .scene = Scene{2, 0.5},
        .bounds_and_costs = {"fuel_stock/level limits", "fuel_stock/holding cost", "fuel_stock/end value"}};
    FuelStock stock = yard(100);
    stock.min_level_t = 5;
    stock.loss_share_per_day = 0.1;
    stock.holding_cost_per_t_day = 48;
    stock.end_level_t.reset();
    stock.end_value_per_t = 30;
    FuelRoute rail = route("rail", 0, 60);
    rail.lead_time_h = 0.75;
    golden.scene.add(coal_in_tonnes()).add(plant_of_yard()).add(stock).add(rail);
    return golden;
}

inline GoldenProgram port_and_yard() {
    GoldenProgram golden{.name = "fuel_stock_of_a_port",
                         .about =
                             "An hour. A train takes up to 40 t from the port and brings them to the yard at 2 a "
                             "tonne. The port must end "
                             "with its 70 t, the yard with 25 or 500 for each that is missing.",
                         .scene = Scene{1},
                         .bounds_and_costs = {"fuel_stock/cost of a missed end level", "fuel_route/transport"}};
    FuelStock port = yard(70), stock = yard(30);
    port.name = "port";
    port.plants = {};
    port.end_level_t.reset();
    stock.end_level_t = 25;
    stock.shortfall_cost_per_t = 500;
    FuelRoute rail = route("rail", 0, 40);
    rail.from.name = "port";
    rail.transport_cost_per_t = 2;
    golden.scene.add(coal_in_tonnes()).add(plant_of_yard()).add(stock).add(port).add(rail);
    return golden;
}

inline GoldenProgram coal_by_contract() {
    GoldenProgram golden{
        .name = "fuel_route_contract",
        .about =
            "Four quarters of an hour, 100 t/h at 8 and then 9 a tonne, at half of the flow in the last. In each half "
            "hour "
            "at most 40 t leave, and 30 or 6 for each that is not taken. Half an hour on the way: two steps.",
        .scene = Scene{4, 0.25},
        .bounds_and_costs = {"fuel_route/largest flow", "fuel_route/arrival", "fuel_route/purchase",
                             "fuel_route/contract paid, not taken"}};
    FuelRoute mine = route("mine", 0, 100);
    mine.price_per_t = Profile{std::vector<double>{8, 8, 9, 9}};
    mine.open = Profile{std::vector<double>{1, 1, 1, 0.5}};
    mine.lead_time_h = 0.5;
    mine.max_t.series = "most";
    mine.take_or_pay_t.series = "contract";
    mine.shortfall_cost_per_t = 6;
    golden.scene.add(coal_in_tonnes()).add(plant_of_yard()).add(yard(0)).add(mine);
    golden.scene.data.series.push_back(amounts("most", 30, {40, 40}));
    golden.scene.data.series.push_back(amounts("contract", 30, {30, 30}));
    return golden;
}

inline GoldenProgram vessels_at_a_port() {
    GoldenProgram golden{
        .name = "fuel_route_vessels",
        .about =
            "Two hours. Vessels of 50 t at 120 t/h: at most 3 a step, and never more than 50 t ahead of the flow. They "
            "travel an hour and a half, 7 t more come in the first step; a port that unloads 30 t/h serves them and, "
            "at "
            "2 for each of its tonnes, a train; what has arrived waits.",
        .scene = Scene{2},
        .bounds_and_costs = {"fuel_route/shipments", "fuel_route/largest flow", "fuel_route/arrival"}};
    FuelRoute sea = route("sea", 10, 120), rail = route("rail", 20, 15);
    sea.shipment_t = 50;
    sea.lead_time_h = 1.5;
    sea.under_way_t.series = "cargo";
    sea.corridors.items = {{"port", 1.0}};
    rail.corridors.items = {{"port", 2.0}};
    golden.scene.add(coal_in_tonnes()).add(plant_of_yard()).add(yard(0)).add(sea).add(rail).add(corridor("port", 30));
    golden.scene.data.series.push_back(amounts("cargo", 60, {7, 0}));
    return golden;
}

inline GoldenProgram closed_line() {
    GoldenProgram golden{
        .name = "fuel_corridor_outage",
        .about =
            "Two hours. Two mines share a line of 30 t/h; a tonne of the second uses it like 1.5. An outage leaves a "
            "fifth of the line in the second hour.",
        .scene = Scene{2}};
    FuelRoute near_mine = route("near", 10, 20), far_mine = route("far", 5, 20);
    near_mine.corridors.items = {{"line", 1.0}};
    far_mine.corridors.items = {{"line", 1.5}};
    Outage cut = out("line", 1, 2);
    cut.available_share = 0.2;
    golden.scene.add(coal_in_tonnes()).add(plant_of_yard()).add(yard(0)).add(near_mine).add(far_mine);
    golden.scene.add(corridor("line", 30)).add(cut);
    return golden;
}

inline std::vector<GoldenProgram> fuelchain_programs() {
    return {yard_of_a_plant(), port_and_yard(), coal_by_contract(), vessels_at_a_port(), closed_line()};
}

}  // namespace indus::tests
