// SPDX-License-Identifier: Apache-2.0
// Small systems of one zone and one to three thermal plants, each from its seed. Numbers are taken from coarse grids, so that
// limits meet and costs tie, where formulations go wrong.
#pragma once

#include <cstdint>
#include <random>

#include "tests/scene.hpp"

namespace indus::tests {

/// Numbers that are the same with every standard library.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_{seed} {}
    /// 0 to count - 1.
    int roll(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
    bool once_in(int count) { return roll(count) == 0; }
    double pick(std::initializer_list<double> values) { return values.begin()[roll(static_cast<int>(values.size()))]; }

private:
    std::mt19937 engine_;
};

class RandomSystem {
public:
    explicit RandomSystem(unsigned seed) : dice_{seed} {}

    Scene make() {
        const int plants = 1 + dice_.roll(3);
        steps_ = plants == 1 ? 4 + dice_.roll(5) : plants == 2 ? 4 + dice_.roll(3) : 4;
        h_ = dice_.pick({0.25, 1.0, 2.0});
        Scene scene{steps_, h_};
        scene.data.settings.cost_segments = 1 + dice_.roll(3);
        if (!dice_.once_in(6)) scene.data.list<Zone>()[0].surplus_cost_per_mwh = dice_.pick({0.0, 5.0, 60.0});
        scene.add(Fuel{.name = "coal", .price_per_gj = varying({1.0, 2.0, 3.0}), .emission_factor_t_per_gj = 0.1});
        if (dice_.once_in(2)) scene.add(Policy{.name = "tax", .carbon_price_per_t = dice_.pick({5.0, 20.0})});
        double capacity = 0.0;
        for (int i = 0; i < plants; ++i) {
            scene.add(plant(fmt::format("plant_{}", i + 1)));
            capacity += scene.data.list<ThermalPlant>().back().capacity_mw;
        }
        add_demand(scene, capacity);
        if (dice_.once_in(2)) add_reserve(scene, "spinning", capacity);
        if (dice_.once_in(4)) add_reserve(scene, "slow", capacity);
        return scene;
    }

private:
    Profile varying(std::initializer_list<double> values) {
        std::vector<double> made;
        for (int t = 0; t < steps_; ++t) made.push_back(dice_.pick(values));
        return Profile{made};
    }

    ThermalPlant plant(std::string name) {
        ThermalPlant p = thermal(std::move(name), dice_.pick({40, 60, 100}), dice_.pick({1, 10, 30}));
        p.min_output_mw = p.capacity_mw * dice_.pick({0.0, 0.2, 0.5, 1.0});
        p.no_load_cost_per_h = dice_.pick({0, 40, 200});
        switching(p);
        ramps(p);
        costs(p);
        initial_state(p);
        p.provides_reserve = !dice_.once_in(5);
        p.must_run = dice_.once_in(8) && (p.initially_on() || p.hours_off_before() >= p.min_down_h);
        return p;
    }

    void switching(ThermalPlant& p) {
        p.min_up_h = h_ * dice_.pick({0, 1, 1.5, 2, 3, 5});
        p.min_down_h = h_ * dice_.pick({0, 1, 1.5, 2, 3});
        if (dice_.once_in(2)) p.shut_down_cost = 25;
        const int categories = dice_.roll(4);
        const double base = dice_.pick({30, 300});
        for (int k = 0; k < categories; ++k)
            p.start_cost.steps.push_back({k == 0 ? 0.0 : h_ * (k + dice_.pick({0.0, 0.5}) + (k - 1)), base * (1 + k)});
    }

    void ramps(ThermalPlant& p) {
        const double span = p.capacity_mw - p.min_output_mw;
        const auto limit = [&] { return p.min_output_mw + span * dice_.pick({0.0, 0.25, 0.5, 1.0}); };
        if (dice_.once_in(2)) p.ramp_up_mw_per_h = span * dice_.pick({0.2, 0.5, 1.2}) / h_;
        if (dice_.once_in(2)) p.ramp_down_mw_per_h = span * dice_.pick({0.2, 0.5, 1.2}) / h_;
        if (dice_.once_in(2)) p.start_up_limit_mw = limit();
        if (dice_.once_in(2)) p.shut_down_limit_mw = limit();
    }

    void costs(ThermalPlant& p) {
        const double low = p.min_output_mw;
        const double high = p.capacity_mw;
        const double middle = low + (high - low) * dice_.pick({0.3, 0.5});
        const bool has_span = high > low;
        if (dice_.once_in(3)) p.quadratic_cost_per_mw2h = dice_.pick({0.05, 0.3});
        if (has_span && dice_.once_in(3)) p.cost_curve_per_h.steps = {{low, 50}, {middle, 50 + 5 * (middle - low)}, {high, 50 + 5 * (middle - low) + 12 * (high - middle)}};
        if (dice_.once_in(2)) return;
        p.fuel.name = "coal";
        if (has_span && dice_.once_in(2)) {
            p.heat_curve_gj_per_h.steps = {{low, 9 * low + 20}, {middle, 9 * low + 20 + 8 * (middle - low)}, {high, 9 * low + 20 + 8 * (middle - low) + 10 * (high - middle)}};
        } else {
            p.heat_rate_gj_per_mwh = 9;
            p.no_load_heat_gj_per_h = dice_.pick({0, 30});
        }
    }

    void initial_state(ThermalPlant& p) {
        const double steps = dice_.pick({0.5, 1, 2, 3, 7});
        const bool is_on = dice_.once_in(2);
        p.initial_status_h = is_on ? h_ * steps : -h_ * steps;
        p.initial_output_mw.reset();
        if (is_on && !dice_.once_in(3)) p.initial_output_mw = p.min_output_mw + (p.capacity_mw - p.min_output_mw) * dice_.pick({0.0, 0.3, 0.7, 1.0});
        if (!is_on && dice_.once_in(6)) p.initial_status_h.reset();
    }

    void add_demand(Scene& scene, double capacity) {
        Demand town;
        town.name = "town";
        town.zone.name = "zone";
        std::vector<double> load;
        for (int t = 0; t < steps_; ++t) load.push_back(capacity * dice_.pick({0.0, 0.15, 0.4, 0.6, 0.8, 0.95}));
        town.load_mw = Profile{load};
        town.value_of_lost_load_per_mwh.steps = {{0.0, 400}};
        if (dice_.once_in(2)) town.value_of_lost_load_per_mwh.steps = {{0.0, 35}, {0.2, 400}};
        scene.add(town);
    }

    void add_reserve(Scene& scene, std::string name, double capacity) {
        Reserve product;
        product.name = std::move(name);
        product.requirement_mw = capacity * dice_.pick({0.05, 0.15});
        product.share_of_load = dice_.pick({0.0, 0.1});
        product.response_minutes = dice_.pick({5.0, 30.0});
        if (!dice_.once_in(5)) product.shortfall_cost_per_mwh = dice_.pick({3.0, 80.0});
        scene.add(product);
    }

    Dice dice_;
    int steps_ = 0;
    double h_ = 1.0;
};

}  // namespace indus::tests
