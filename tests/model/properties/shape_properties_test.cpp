// SPDX-License-Identifier: Apache-2.0
// What must hold of any system when its zones, its hours or its rivers are cut in two.
#include "tests/model/properties/field_scaling.hpp"
#include "tests/model/random_everything.hpp"

namespace indus::tests {
namespace {

/// Every second component of the zone moves into a zone of its own.
Scene split_in_two(Scene scene) {
    Zone annex = scene.data.list<Zone>()[0];
    annex.name = "annex";
    scene.add(annex);
    bool moves = false;
    for_each_kind([&]<class Component>() {
        if constexpr (requires(Component & c) { c.zone.name; })
            for (Component& each : scene.data.list<Component>())
                if (each.zone.name == "zone" && (moves = !moves)) each.zone.name = "annex";
    });
    return scene;
}

Line wide_line() {
    Line line;
    line.name = "tie";
    line.from.name = "annex";
    line.to.name = "zone";
    line.capacity_mw = 1e4;
    return line;
}

AcLine wide_ac_line() {
    AcLine line;
    line.name = "tie";
    line.from.name = "annex";
    line.to.name = "zone";
    line.reactance_pu = 0.02;
    line.capacity_mw = 1e4;
    return line;
}

TEST(ShapeProperties, AZoneSplitByAnUnlimitedLineEqualsOneZone) {
    int solved = 0;
    for (unsigned seed = 301; seed <= 324; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Scene whole = RandomEverything{seed}.make();
        Scene split = split_in_two(whole);
        if (seed % 2 == 0)
            split.add(wide_line());
        else
            split.add(wide_ac_line());
        const std::optional<double> expected = best_cost(whole);
        expect_same(best_cost(split), expected);
        solved += expected.has_value();
    }
    EXPECT_GE(solved, 12);
}

/// No step knows of the one before but by levels that move in straight lines.
void forget_the_past(SystemData& data) {
    never_commit(data);
    let_power_go(data);
    for (ThermalPlant& p : data.list<ThermalPlant>()) {
        p.ramp_up_mw_per_h.reset();
        p.ramp_down_mw_per_h.reset();
    }
    for (Battery& b : data.list<Battery>()) b.standing_loss_share_per_h = 0.0;
    // Energy to keep reserve up is asked for at every step, so also in the middle of an hour.
    for (Battery& b : data.list<Battery>()) b.provides_reserve = false;
    for (Reservoir& r : data.list<Reservoir>()) r.provides_reserve = false;
}

/// Every step becomes two of half its length, with the same values.
void cut_steps(SystemData& data) {
    const int steps = data.horizon.step_count();
    data.horizon = Horizon::uniform(monday(), data.horizon.hours(0) / 2.0, 2 * steps);
    const auto twice = [&](Profile& profile) {
        std::vector<double> values;
        for (const double each : profile.values) values.insert(values.end(), {each, each});
        profile.values = std::move(values);
    };
    for_each_kind([&]<class Component>() {
        for (Component& each : data.list<Component>())
            for_each_field<Component>([&](const auto& field) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(each.*(field.member))>, Profile>)
                    twice(each.*(field.member));
            });
    });
}

TEST(ShapeProperties, HalfHoursOfConstantHoursEqualTheHours) {
    int solved = 0;
    for (unsigned seed = 401; seed <= 424; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Scene hours = RandomEverything{seed}.make();
        hours.data.horizon = Horizon::uniform(monday(), 1.0, hours.data.horizon.step_count());
        forget_the_past(hours.data);
        Scene halves = hours;
        cut_steps(halves.data);
        const std::optional<double> expected = best_cost(hours);
        expect_same(best_cost(halves), expected);
        solved += expected.has_value();
    }
    EXPECT_GE(solved, 12);
}

/// The reservoir's fall is divided over a dam of `share` of it and a plant without storage at the dam's foot.
void cut_fall(Scene& scene, Reservoir& whole, double share) {
    RunOfRiver foot;
    foot.name = whole.name + " foot";
    foot.zone.name = whole.zone.name;
    foot.capacity_mw = whole.capacity_mw * (1.0 - share);
    foot.energy_per_hm3_mwh = 400.0 * (1.0 - share);
    foot.variable_cost_per_mwh = whole.variable_cost_per_mwh;
    whole = resized(whole, share);
    whole.energy_per_hm3_mwh = 400.0 * share;
    if (whole.end_value_per_mwh) *whole.end_value_per_mwh /= share;
    whole.downstream_run_of_river.name = foot.name;
    scene.add(foot);
}

TEST(ShapeProperties, ACascadeWithoutTravelAndStorageEqualsOnePlant) {
    int with_rivers = 0;
    for (unsigned seed = 501; seed <= 580; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Scene one = RandomEverything{seed}.make();
        auto& reservoirs = one.data.list<Reservoir>();
        if (reservoirs.empty()) continue;
        for (Reservoir& r : reservoirs) {
            // The foot turns what the dam lets past its turbines, and lets go of what it likes.
            r.bypass_capacity_mw.reset();
            r.bypass_cost_per_mwh = 0.0;
            r.provides_reserve = false;
        }
        Scene cascade = one;
        for (Reservoir& r : cascade.data.list<Reservoir>()) cut_fall(cascade, r, seed % 2 == 0 ? 0.25 : 0.8);
        const std::optional<double> expected = best_cost(one);
        expect_same(best_cost(cascade), expected);
        with_rivers += expected.has_value();
    }
    EXPECT_GE(with_rivers, 12);
}

}  // namespace
}  // namespace indus::tests
