// SPDX-License-Identifier: Apache-2.0
// Random systems of power with random industry: heat, contracts, processes, fuel chains, meters, one or several.
#pragma once

#include "tests/model/random_everything.hpp"
#include "tests/model/random_industry/random_chain.hpp"
#include "tests/model/random_industry/random_heat.hpp"
#include "tests/model/random_industry/random_meter.hpp"
#include "tests/model/random_industry/random_works.hpp"

namespace indus::tests {

/// Without the rules of power that leave no schedule more often than not; other tests have those.
inline Scene tame(Scene scene) {
    for (Zone& each : scene.data.list<Zone>())
        if (!each.surplus_cost_per_mwh) each.surplus_cost_per_mwh = 5;
    for (Reserve& each : scene.data.list<Reserve>())
        if (!each.shortfall_cost_per_mwh) each.shortfall_cost_per_mwh = 80;
    for (Battery& each : scene.data.list<Battery>()) each.standing_loss_share_per_h = 0;
    scene.data.list<Reservoir>().clear();
    return scene;
}

inline Scene random_industry(unsigned seed, int least_steps = 5) {
    Dice dice{seed + 77'000};
    Scene scene = tame(RandomEverything{seed, least_steps}.make());
    // Round the end of January, or from any hour of a day.
    const int hours = dice.once_in(2) ? 18 * 24 + 20 + dice.roll(4) : dice.roll(24);
    scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{hours}, scene.data.horizon.hours(0),
                                          scene.data.horizon.step_count());
    const bool has_meter = dice.once_in(3);
    const bool has_heat = dice.once_in(2);
    if (has_heat) scene = RandomHeatAndContracts{std::move(scene), seed}.make();
    if (has_meter) RandomMeter{scene, seed}.add();
    const bool is_behind = has_meter && dice.once_in(2);  // and then takes no heat from before it
    if (!dice.once_in(3))
        RandomWorks{scene, seed}.add(is_behind ? "estate" : "zone", has_heat && !is_behind ? "steam" : "");
    if (dice.once_in(2)) RandomChain{scene, seed}.add();
    return scene;
}

}  // namespace indus::tests
