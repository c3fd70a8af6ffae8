// SPDX-License-Identifier: Apache-2.0
#include "model/river_travel.hpp"

#include "tests/scene.hpp"

namespace indus::tests {
namespace {

// No water is made or lost: what leaves in a step arrives or is still on its way, whatever step and delay.
TEST(RiverTravel, ConservesWater) {
    for (const double step_hours : {0.25, 0.5, 1.0, 2.0, 6.0})
        for (const double delay : {0.0, 0.1, 0.25, 1.0, 1.5, 7.0 / 3.0, 11.0, 100.0}) {
            const Horizon horizon = Horizon::uniform(monday(), step_hours, 9);
            std::vector<double> hours(9, 0.0);
            const RiverTravel travel = river_travel(horizon, delay);
            for (const RiverTravel::Part& part : travel.parts) {
                hours[static_cast<std::size_t>(part.from)] += part.hours;
                EXPECT_GE(horizon.hours_before(part.to) + step_hours, horizon.hours_before(part.from) + delay);
                EXPECT_LE(horizon.hours_before(part.to), horizon.hours_before(part.from) + step_hours + delay);
            }
            for (const RiverTravel::Rest& rest : travel.rests) {
                hours[static_cast<std::size_t>(rest.from)] += rest.hours;
                EXPECT_EQ(rest.last, 8);
            }
            for (const double each : hours) EXPECT_NEAR(each, step_hours, 1e-9) << step_hours << " " << delay;
        }
}

TEST(RiverTravel, SplitsBetweenSteps) {
    const RiverTravel travel = river_travel(Horizon::uniform(monday(), 1.0, 3), 1.25);
    ASSERT_EQ(travel.parts.size(), 3U);
    EXPECT_EQ(travel.parts[0].to, 1);
    EXPECT_NEAR(travel.parts[0].hours, 0.75, 1e-12);
    EXPECT_EQ(travel.parts[1].to, 2);
    EXPECT_NEAR(travel.parts[1].hours, 0.25, 1e-12);
    EXPECT_EQ(travel.parts[2].from, 1);
    ASSERT_EQ(travel.rests.size(), 2U);
    EXPECT_NEAR(travel.rests[0].hours, 0.25, 1e-12);
    EXPECT_NEAR(travel.rests[1].hours, 1.0, 1e-12);
}

}  // namespace
}  // namespace indus::tests
