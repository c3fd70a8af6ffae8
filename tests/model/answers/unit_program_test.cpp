// SPDX-License-Identifier: Apache-2.0
// Schedules of one unit by hand. Common to all: 50 MW above least output, an hour a step, 5 for an hour on.
#include "model/answers/unit_program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace indus::model {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

struct Unit {
    UnitLimits limits{};
    UnitCosts costs{};

    explicit Unit(std::vector<double> price) {
        const std::size_t steps = price.size();
        for (std::size_t t = 0; t < steps; ++t) {
            UnitLimits::Step step;
            step.span_mw = step.start_mw = step.stop_mw = 50.0;
            step.first_on = step.first_off = static_cast<int>(t) + 1;
            limits.steps.push_back(step);
        }
        limits.pieces = {{50.0, 50.0, 50.0}};
        costs.on.assign(steps, 5.0);
        costs.start.assign(steps, 0.0);
        costs.stop.assign(steps, 0.0);
        for (double& each : price) each = -each;
        costs.piece = {std::move(price)};
    }
    Unit& on_before(double above_mw) {
        limits.is_on_before = true;
        limits.above_before_mw = above_mw;
        return *this;
    }
    Unit& ramps(double up_mw, double down_mw) {
        for (UnitLimits::Step& each : limits.steps) each.ramp_up_mw = up_mw, each.ramp_down_mw = down_mw;
        return *this;
    }
    Unit& reserve(double most_mw, std::vector<double> price) {
        limits.reserve_mw.push_back(std::vector<double>(price.size(), most_mw));
        for (double& each : price) each = -each;
        costs.reserve.push_back(std::move(price));
        return *this;
    }
    UnitSchedule best() const { return UnitProgram{limits}.best(costs); }
};

// 50 MW earn 50 in the first and third hour and would lose in the second. Staying on costs 5; a stop and a start 8 + 2,
// then 3 + 1.
TEST(UnitProgram, StaysOnOrStopsBetween) {
    Unit unit{{1.0, -0.5, 1.0}};
    unit.costs.start.assign(3, 8.0);
    unit.costs.stop.assign(3, 2.0);
    const UnitSchedule stays = unit.best();
    EXPECT_THAT(stays.on, ElementsAre(true, true, true));
    EXPECT_THAT(stays.piece[0], ElementsAre(50.0, 0.0, 50.0));
    EXPECT_NEAR(stays.cost, 8.0 + 15.0 - 100.0, 1e-9);
    unit.costs.start.assign(3, 3.0);
    unit.costs.stop.assign(3, 1.0);
    const UnitSchedule stops = unit.best();
    EXPECT_THAT(stops.on, ElementsAre(true, false, true));
    EXPECT_NEAR(stops.cost, 3.0 + 1.0 + 3.0 + 10.0 - 100.0, 1e-9);
}

// On for three hours after a start, at 5 each: the first hour's 50 are worth it, at 30 each they are not.
TEST(UnitProgram, KeepsItsTimeOn) {
    Unit unit{{1.0, -1.0, -1.0, -1.0}};
    for (int t = 0; t < 4; ++t) unit.limits.steps[static_cast<std::size_t>(t)].first_off = t + 3;
    EXPECT_THAT(unit.best().on, ElementsAre(true, true, true, false));
    EXPECT_NEAR(unit.best().cost, 15.0 - 50.0, 1e-9);
    unit.costs.on.assign(4, 30.0);
    EXPECT_THAT(unit.best().on, ElementsAre(false, false, false, false));
    EXPECT_EQ(unit.best().cost, 0.0);
}

// From 0 MW it rises by 20 an hour: 20, 40, 50. Without ramps 50 at once.
TEST(UnitProgram, RisesByItsRamp) {
    Unit unit{{1.0, 1.0, 1.0}};
    unit.on_before(0.0);
    EXPECT_NEAR(unit.best().cost, 15.0 - 150.0, 1e-9);
    unit.ramps(20.0, 50.0);
    const UnitSchedule rises = unit.best();
    EXPECT_NEAR(rises.cost, 15.0 - 110.0, 1e-9);
    EXPECT_THAT(rises.piece[0], ElementsAre(DoubleNear(20, 1e-9), DoubleNear(40, 1e-9), DoubleNear(50, 1e-9)));
}

// It falls by 20 an hour and stops from 10 at most; power loses 1 per MW. From 50: 30 and 10 MW, then off.
TEST(UnitProgram, FallsToItsShutDownLimit) {
    Unit unit{{-1.0, -1.0, -1.0, -1.0}};
    unit.on_before(50.0).ramps(50.0, 20.0);
    for (UnitLimits::Step& each : unit.limits.steps) each.stop_mw = 10.0;
    unit.limits.pieces[0].stop_width_mw = 10.0;
    unit.limits.steps[0].may_stop = false;
    const UnitSchedule falls = unit.best();
    EXPECT_THAT(falls.on, ElementsAre(true, true, false, false));
    EXPECT_NEAR(falls.cost, 10.0 + 30.0 + 10.0, 1e-9);
}

// The first hour's ramp of 20 MW goes to power, which can rise on from there (20, 40, 50), or to reserve at 4, from
// which power begins later (0, 20, 40): 20 * 4 + 60 against 110.
TEST(UnitProgram, SharesItsRampWithReserve) {
    Unit unit{{1.0, 1.0, 1.0}};
    unit.on_before(0.0).ramps(20.0, 50.0).reserve(30.0, {4.0, 0.0, 0.0});
    const UnitSchedule held = unit.best();
    EXPECT_NEAR(held.cost, 15.0 - 140.0, 1e-9);
    EXPECT_THAT(held.reserve[0], ElementsAre(DoubleNear(20, 1e-9), 0.0, 0.0));
    // In the third hour it would rather have 10 MW more before it: 10 at a loss of 1 leave room for 10 at 2.
    Unit later{{1.0, -1.0, -1.0}};
    later.on_before(0.0).ramps(20.0, 50.0).reserve(30.0, {0.0, 0.0, 2.0});
    later.costs.start.assign(3, 100.0);  // or it would stop, and start at more than the ramp allows
    EXPECT_NEAR(later.best().cost, 15.0 - 20.0 + 10.0 - 60.0, 1e-9);
}

// Off for one hour: 7 less than a start of 20; off for two: 3 less; from long ago nothing.
TEST(UnitProgram, TakesTheCategoryOfItsStop) {
    Unit unit{{-1.0, -1.0, 1.0, 1.0}};
    unit.on_before(0.0);
    unit.costs.on = {30.0, 30.0, 5.0, 5.0};
    unit.costs.start.assign(4, 20.0);
    unit.costs.category = {{-7.0, -7.0, -7.0, -7.0}, {-3.0, -3.0, -3.0, -3.0}};
    UnitLimits::Category hot, warm;
    for (int t = 0; t < 4; ++t) {
        hot.first.push_back(std::max(0, t - 1));
        hot.last.push_back(t);
        warm.first.push_back(std::max(0, t - 2));
        warm.last.push_back(std::max(0, t - 1));
        hot.counts_initial.push_back(false);
        warm.counts_initial.push_back(false);
    }
    unit.limits.categories = {hot, warm};
    const UnitSchedule found = unit.best();
    EXPECT_THAT(found.on, ElementsAre(false, false, true, true));
    EXPECT_THAT(found.category, ElementsAre(-1, -1, 1, -1));
    EXPECT_NEAR(found.cost, 17.0 + 10.0 - 100.0, 1e-9);
}

TEST(UnitProgram, SaysThatItHasNoSchedule) {
    Unit unit{{1.0, 1.0}};
    unit.limits.steps[0].must_be_on = true;
    unit.limits.steps[0].may_be_on = false;
    EXPECT_EQ(unit.best().cost, std::numeric_limits<double>::infinity());
    EXPECT_TRUE(unit.best().on.empty());
}

TEST(ConvexFunction, IsEvaluatedComparedAndShortened) {
    ConvexFunction f;
    f.append(0.0, 4.0);
    f.append(2.0, 0.0);
    f.append(3.0, 1.0);
    f.append(5.0, 3.0);
    EXPECT_THAT(f.x, ElementsAre(0.0, 2.0, 5.0)) << "3 lies on the line";
    EXPECT_EQ(f(1.0), 2.0);
    EXPECT_EQ(f(4.0), 2.0);
    EXPECT_EQ(f.lowest(), 1U);
    const ConvexFunction higher{{1.0, 2.0, 3.0}, {2.0, 0.5, 1.0}}, wider{{0.0, 6.0}, {9.0, 9.0}},
        dips{{0.0, 5.0}, {4.0, 2.9}};
    EXPECT_TRUE(higher.is_above(f));
    EXPECT_FALSE(f.is_above(higher));
    EXPECT_FALSE(wider.is_above(f)) << "f is not finite at 6";
    EXPECT_FALSE(dips.is_above(f));
    EXPECT_TRUE(ConvexFunction{}.is_above(f));
}

}  // namespace
}  // namespace indus::model
