// SPDX-License-Identifier: Apache-2.0
// A yard that any amount of coal comes to at the price of the hour is no yard.
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/properties/field_scaling.hpp"
#include "tests/model/random_systems.hpp"

namespace indus::tests {
namespace {

constexpr double gj_per_t = 20.0;

/// All plants burn from one yard, to which coal comes at its price.
Scene with_yard(Scene scene, double capacity_t) {
    Fuel& fuel = scene.data.list<Fuel>()[0];
    FuelRoute any = route("any", 0, 1e4);
    any.price_per_t = fuel.price_per_gj;
    scale(any.price_per_t, gj_per_t);
    fuel.heating_value_gj_per_t = gj_per_t;
    fuel.price_per_gj = 1e3;
    FuelStock stock = yard(0, capacity_t);
    stock.plants = {};
    for (const ThermalPlant& each : scene.data.list<ThermalPlant>())
        if (each.fuel.is_set()) stock.plants.items.push_back({each.name});
    return scene.add(stock).add(any);
}

TEST(FuelChainProperties, AYardWithoutRoomAndLimitsChangesNothing) {
    int solved = 0;
    for (unsigned seed = 901; seed <= 930; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Scene plain = RandomSystem{seed}.make();
        const std::optional<double> expected = best_cost(plain);
        expect_same(best_cost(with_yard(plain, 0)), expected);
        solved += expected.has_value();
    }
    EXPECT_GE(solved, 15);
}

// With room, coal can be bought when it is cheap: at a price that does not change, that helps nobody.
TEST(FuelChainProperties, RoomHelpsOnlyWherePricesChange) {
    for (unsigned seed = 941; seed <= 956; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Scene plain = RandomSystem{seed}.make();
        const std::optional<double> small = best_cost(with_yard(plain, 0));
        const std::optional<double> large = best_cost(with_yard(plain, 50));
        ASSERT_EQ(small.has_value(), large.has_value());
        if (small) {
            EXPECT_LE(*large, *small + close_to(*small));
        }
        plain.data.list<Fuel>()[0].price_per_gj = 2.0;
        expect_same(best_cost(with_yard(plain, 50)), best_cost(plain));
    }
}

/// A yard that coal comes to in every way there is.
Scene with_chain(Scene scene, unsigned seed) {
    Dice dice{seed};
    const double h = scene.data.horizon.hours(0);
    scene = with_yard(std::move(scene), dice.pick({10, 60, 200}));
    scene.add(corridor("port", dice.pick({5, 30})));
    FuelStock& stock = scene.data.list<FuelStock>()[0];
    stock.initial_level_t = stock.capacity_t * dice.pick({0.0, 0.5, 1.0});
    stock.end_level_t.reset();
    if (dice.once_in(3)) stock.end_value_per_t = dice.pick({10, 60});
    if (dice.once_in(3)) stock.loss_share_per_day = dice.pick({0.01, 1.0});
    if (dice.once_in(3)) stock.holding_cost_per_t_day = dice.pick({1, 50});
    if (!stock.end_value_per_t && dice.once_in(2)) stock.shortfall_cost_per_t = dice.pick({5, 500});
    FuelRoute& mine = scene.data.list<FuelRoute>()[0];
    mine.max_t_per_h = dice.pick({0, 8, 40});
    mine.lead_time_h = h * dice.pick({0.0, 0.5, 1.0, 2.25});
    if (dice.once_in(3)) mine.max_t.constant = dice.pick({50, 400});
    FuelRoute sea = route("sea", dice.pick({20, 70}), dice.pick({6, 30}));
    sea.shipment_t = dice.pick({4, 25});
    sea.lead_time_h = h * dice.pick({0.0, 0.75, 1.5});
    sea.transport_cost_per_t = dice.pick({0, 3});
    if (dice.once_in(2)) sea.corridors.items = {{"port", dice.pick({1, 0.5})}};
    if (dice.once_in(2)) sea.under_way_t.constant = dice.pick({24, 300});
    if (dice.once_in(2)) sea.take_or_pay_t.constant = dice.pick({50, 900});
    if (sea.take_or_pay_t.is_set()) sea.shortfall_cost_per_t = dice.pick({5, 70});
    if (dice.once_in(2)) sea.open = Profile{dice.pick({0.0, 0.5})};
    scene.add(sea);
    if (dice.once_in(3)) scene.add(out(dice.once_in(2) ? "any" : "port", 0, h));
    return scene;
}

// Whatever comes and waits, every solution passes certificate and audit, and is told at no less than its bound.
TEST(FuelChainProperties, EveryChainPassesTheAudit) {
    int solved = 0;
    for (unsigned seed = 961; seed <= 1000; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        solved += best_cost(with_chain(RandomSystem{seed}.make(), seed)).has_value();
    }
    EXPECT_GE(solved, 20);
}

}  // namespace
}  // namespace indus::tests
