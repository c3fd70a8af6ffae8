// SPDX-License-Identifier: Apache-2.0
// Random fuel chains: whatever burns coal burns it from a yard, which trucks, vessels or a port fill.
#pragma once

#include "tests/model/random_industry/random_base.hpp"

namespace indus::tests {

class RandomChain : private RandomPart {
public:
    using RandomPart::RandomPart;

    void add() {
        FuelStock yard = stock("yard", dice_.pick({20, 100}) * h_, 200 * h_);
        for (const ThermalPlant& each : scene_.data.list<ThermalPlant>()) burn(yard, each);
        for (const Boiler& each : scene_.data.list<Boiler>()) burn(yard, each);
        for (const Cogeneration& each : scene_.data.list<Cogeneration>()) burn(yard, each);
        for (const StageMode& each : scene_.data.list<StageMode>())
            if (each.fuel.name == "coal" && !yard.plants.contains(each.stage.name))
                yard.plants.items.push_back({each.stage.name, 1.0});
        for (Fuel& each : scene_.data.list<Fuel>())
            if (each.name == "coal") each.heating_value_gj_per_t = 20;
        const bool has_port = dice_.once_in(3);
        if (has_port) scene_.add(stock("port", 50 * h_, 150 * h_));
        scene_.add(yard);
        if (dice_.once_in(2)) {
            FuelCorridor rail{.name = "rail"};
            rail.capacity_t_per_h = varying({20, 40});
            if (dice_.once_in(3)) rail.open = varying({1, 1, 0});
            scene_.add(rail);
        }
        route("trucks", "", "yard");
        if (has_port) {
            route("vessels", "", "port");
            route("trains", "port", "yard");
        }
    }

private:
    template <class Plant>
    void burn(FuelStock& yard, const Plant& plant) {
        bool burns = plant.fuel.name == "coal";
        if constexpr (requires { plant.second_fuel; }) burns = burns || plant.second_fuel.name == "coal";
        if (burns) yard.plants.items.push_back({plant.name, 1.0});
    }

    FuelStock stock(std::string name, double initial, double capacity) {
        FuelStock made{.name = std::move(name)};
        made.fuel.name = "coal";
        made.capacity_t = capacity;
        made.initial_level_t = initial;
        made.min_level_t = dice_.pick({0, 10 * h_});
        if (dice_.once_in(2))
            made.end_value_per_t = dice_.pick({0, 15, 60});
        else
            made.end_level_t = made.min_level_t;
        if (made.end_level_t && dice_.once_in(2)) {
            made.end_level_t = initial;
            made.shortfall_cost_per_t = 30;
        }
        made.loss_share_per_day = dice_.pick({0, 0, 0.05});
        if (made.loss_share_per_day > 0.0) made.min_level_t = 0;
        if (made.loss_share_per_day > 0.0 && made.end_level_t && !made.shortfall_cost_per_t) made.end_level_t = 0;
        made.holding_cost_per_t_day = dice_.pick({0, 1});
        return made;
    }

    void route(std::string name, const std::string& from, std::string to) {
        FuelRoute made{.name = std::move(name)};
        made.from.name = from;
        made.to.name = std::move(to);
        if (from.empty()) made.price_per_t = varying({10, 20, 70});
        made.transport_cost_per_t = dice_.pick({0, 3});
        made.max_t_per_h = varying({15, 30});
        if (dice_.once_in(2)) made.shipment_t = dice_.pick({10, 25}) * h_;
        made.lead_time_h = h_ * dice_.pick({0, 0, 1, 1.5});
        if (!scene_.data.list<FuelCorridor>().empty() && dice_.once_in(2)) made.corridors.items = {{"rail", 1.0}};
        if (dice_.once_in(3)) made.open = varying({1, 1, 0});
        if (dice_.once_in(4)) made.max_t.windows = {{0, steps_, 40 * h_}};
        if (from.empty() && dice_.once_in(3)) {
            made.take_or_pay_t.windows = {{0, steps_, 20 * h_}};
            made.shortfall_cost_per_t = 12;
        }
        if (from.empty() && dice_.once_in(4)) made.under_way_t.windows = {{1, 1, 10 * h_}};
        scene_.add(made);
    }
};

}  // namespace indus::tests
