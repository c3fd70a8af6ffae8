// SPDX-License-Identifier: Apache-2.0
// What goes unserved in the figures of a run, by hand.
#include "model/studies/rigid_comparison.hpp"
#include "tests/model/components/heat_scenes.hpp"

namespace indus::tests {
namespace {

// Two half hours. In the first, 20 MW of demand are above the 100 of coal, and nothing is left for a pump: of 30
// MWh it draws 10, in the second. A boiler gives 10 MW of heat where 15 are wanted.
TEST(RigidFigures, DemandShiftableLoadsAndHeatGoUnservedApart) {
    Scene scene = steam_scene(2, 0.5);
    ShiftableLoad pump;
    pump.name = "pump";
    pump.zone.name = "zone";
    pump.max_mw = 20;
    pump.energy_mwh.windows = {{0, 2, 30.0}};
    pump.value_of_lost_load_per_mwh = 500;
    Boiler small = gas_boiler();
    small.capacity_mw = 10;
    scene.add(small).add(heat_demand({15, 15})).add(pump).add(thermal("coal", 100, 20)).demand({120, 50});
    const RunFigures found = figures_of(scene.system(), scene.solve());
    EXPECT_NEAR(found.unserved_mwh, 10, tolerance);
    EXPECT_NEAR(found.missing_mwh, 20, tolerance);
    EXPECT_NEAR(found.unserved_heat_mwh, 5, tolerance);
}

}  // namespace
}  // namespace indus::tests
