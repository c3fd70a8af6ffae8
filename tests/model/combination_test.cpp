// SPDX-License-Identifier: Apache-2.0
// Components that act on each other: a battery that holds reserve, behind a congested line, in a drought.
#include "tests/model/components/limits.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

/// In the north coal of 30 MW at 20 per MWh and a dam with 30 MWh, which must keep 10; a line of 50 MW to the city,
/// which wants 45, then 90 MW and has gas at 60; there a battery with 20 MWh, which must keep 10, charges at 0.8 and
/// holds the city's reserve, for an hour at least.
Scene drought(double inflow_mw, double reserve_mw) {
    Scene scene{2};
    scene.zone("city");
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 60;
    dam.max_level_mwh = 100;
    dam.initial_level_mwh = 30;
    dam.end_level_mwh = 10;
    dam.inflow_mw = inflow_mw;
    Line line;
    line.name = "line";
    line.from.name = "zone";
    line.to.name = "city";
    line.capacity_mw = 50.0;
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "city";
    cell.charge_mw = cell.discharge_mw = cell.energy_mwh = 40;
    cell.charge_efficiency = 0.8;
    cell.discharge_efficiency = 1.0;
    cell.initial_level_mwh = 20;
    cell.end_level_mwh = 10;
    ThermalPlant gas = thermal("gas", 100, 60, "city");
    gas.provides_reserve = false;
    scene.add(thermal("coal", 30, 20)).add(gas).add(dam).add(line).add(cell).demand({45, 90}, "city");
    if (reserve_mw == 0.0) return scene;
    scene.reserve(reserve_mw);
    scene.data.list<Reserve>()[0].zones.items = {{"city"}};
    return scene;
}

// 8.5 MW of water are 37 MWh in all: 15 to meet 45 MW with coal, 20 to fill the line in the second hour, and 2 left to
// charge with: 1.6 MWh. 15 MW of reserve keep 15 MWh in the battery: 21.6 - 15 = 6.6 MWh go out, gas gives 90 - 50 -
// 6.6. Water is worth what it saves of gas after charging, 48, in both hours; the line is full in the second only.
TEST(Drought, LeavesReserveToABatteryBehindAFullLine) {
    const Solution solution = drought(8.5, 15).solve();
    EXPECT_NEAR(cost(solution), 60 * 20 + 33.4 * 60, tolerance);
    expect_near(series(solution, "cell", "charge"), {2, 0});
    expect_near(series(solution, "cell", "level"), {21.6, 15});
    expect_near(series(solution, "cell", "reserve_up"), {15, 15});
    expect_near(series(solution, "dam", "output"), {17, 20});
    expect_near(price(solution, "zone"), {48, 48});
    expect_near(price(solution, "city"), {48, 60});
    expect_near(price(solution, "up"), {0, 60});
}

// Without reserve the battery gives all but 10 MWh: 5 MWh less of gas.
TEST(Drought, CostsTheEnergyThatReserveKeeps) {
    EXPECT_NEAR(cost(drought(8.5, 0).solve()), 60 * 20 + 28.4 * 60, tolerance);
}

// 2.5 MW of water are 25 MWh in all, nothing to charge with: 135 - 60 - 25 - 5 MWh from gas. 25 MW of reserve ask for
// 25 MWh from the first hour on: 6.25 MWh more from gas to charge 5, and none goes out.
TEST(Drought, ChargesFromGasForItsReserve) {
    EXPECT_NEAR(cost(drought(2.5, 15).solve()), 60 * 20 + 45 * 60, tolerance);
    const Solution solution = drought(2.5, 25).solve();
    EXPECT_NEAR(cost(solution), 60 * 20 + 56.25 * 60, tolerance);
    expect_near(series(solution, "cell", "level"), {25, 25});
}

TEST(Drought, AuditFindsReserveWithoutItsEnergy) {
    Spoilt spoilt{drought(8.5, 15)};
    spoilt.set("cell", "reserve_up", {15, 16});
    EXPECT_FALSE(spoilt.findings().empty());
}

}  // namespace
}  // namespace indus::tests
