// SPDX-License-Identifier: Apache-2.0
#include "model/components/battery.hpp"

#include "tests/scene.hpp"

namespace indus::tests {
namespace {

Battery battery(double power_mw, double energy_mwh, double charge_efficiency) {
    Battery b;
    b.name = "battery";
    b.zone.name = "zone";
    b.charge_mw = power_mw;
    b.discharge_mw = power_mw;
    b.energy_mwh = energy_mwh;
    b.charge_efficiency = charge_efficiency;
    return b;
}

// Two hours, demand 50 then 150 MW. Coal 100 MW at 20, peaker 100 MW at 80 per MWh, battery 30 MW, charge efficiency
// 0.9. Charging 1 MWh costs 20 and saves 0.9 * 80 = 72, so the battery charges its full 30 MW: stored 30 * 0.9 = 27
// MWh.
//   hour 1: (50 + 30) * 20          = 1600      price 20, coal has room
//   hour 2: 100 * 20 + 23 * 80      = 3840      price 80, the peaker is marginal
TEST(Battery, MovesCheapEnergyIntoThePeak) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(battery(30, 60, 0.9)).demand({50, 150});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5440.0, tolerance);
    expect_near(series(solution, "battery", "charge"), {30, 0});
    expect_near(series(solution, "battery", "level"), {27, 0});
    expect_near(series(solution, "peaker", "output"), {0, 23});
    expect_near(price(solution, "zone"), {20, 80});
}

// Same day in quarter hours: power limits hold, energies scale by 1/4: 4 steps of 50, 4 of 150 MW.
// Stored: 4 * 30 * 0.25 * 0.9 = 27 MWh again, the same cost.
TEST(Battery, CountsEnergyInHoursWhateverTheStep) {
    Scene scene{8, 0.25};
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(battery(30, 60, 0.9));
    scene.demand({50, 50, 50, 50, 150, 150, 150, 150});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 5440.0, tolerance);
    EXPECT_NEAR(series(solution, "battery", "level")[3], 27.0, tolerance);
}

// Standing loss of 10% an hour: of 27 MWh after hour 1, two hours later 27 * 0.9 * 0.9 = 21.87 are left.
// Demand 50, 50, 150: charged in hour 1 it would lose twice, in hour 2 once: hour 2 is best, 27 * 0.9 = 24.3 MWh
// arrive.
//   hours 1 and 2: 50 * 20 + 80 * 20 = 2600     hour 3: 100 * 20 + 25.7 * 80 = 4056
TEST(Battery, LosesEnergyWhileItWaits) {
    Scene scene{3};
    Battery b = battery(30, 27, 0.9);
    b.standing_loss_share_per_h = 0.1;
    scene.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(b).demand({50, 50, 150});
    const Solution solution = scene.solve();
    // Filled to 27 already in hour 1, it would be topped up in hour 2 at 20 per MWh: hour 1 stays empty.
    EXPECT_NEAR(cost(solution), 2600.0 + 4056.0, tolerance);
    expect_near(series(solution, "battery", "level"), {0, 27, 0});
}

// The battery holds the reserve of 20 MW itself: with sustain 0.5 h and 10 MWh, full power for half an hour.
// Coal (100 MW at 20) serves 100 MW alone; without the battery the peaker would have to be on.
TEST(Battery, GivesReserveThatItsEnergyCarries) {
    Scene scene{1};
    Battery b = battery(20, 10, 1.0);
    b.initial_level_mwh = 10;
    scene.add(thermal("coal", 100, 20)).add(b).demand({100}).reserve(20, 60, 0.5);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2000.0, tolerance);
    expect_near(series(solution, "battery", "reserve_up"), {20});
}

// As above, but the reserve must be kept up for an hour: 10 MWh carry only 10 MW, the rest is impossible.
TEST(Battery, CannotGiveReserveBeyondItsEnergy) {
    Scene scene{1};
    Battery b = battery(20, 10, 1.0);
    b.initial_level_mwh = 10;
    scene.add(thermal("coal", 100, 20)).add(b).demand({100}).reserve(20, 60, 1.0);
    // Coal gives way: 90 MW of output and 10 MW of reserve; the battery has no energy to spare (end level = initial).
    const Solution solution = scene.solve();
    EXPECT_NEAR(series(solution, "load_zone", "unserved")[0], 10.0, tolerance);
}

// A plant must run at 100 MW, demand is 40 MW, surplus costs 50 per MWh. The battery has room for 3 MWh only.
// Charging 30 MW (15 MWh stored) while discharging 12 MW would burn 18 MW for nothing: not physical, so a mode is
// chosen. Charging alone takes 3 / 0.5 = 6 MW: 54 MW of surplus remain.
TEST(Battery, NeverChargesAndDischargesAtOnce) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 50.0;
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = 100;
    nuclear.initial_output_mw = 100;
    nuclear.must_run = true;
    scene.add(nuclear).add(battery(30, 3, 0.5)).demand({40});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 100 * 10.0 + 54 * 50.0, tolerance);
    EXPECT_EQ(solution.mode_binaries, std::vector<std::string>{"battery/battery/0"});
}

// Left at the end, a MWh is worth 100: more than the 20 / 0.9 it costs. So the battery fills at 30 MW.
//   cost 80 * 20 - 27 * 100 = -1100
TEST(Battery, ValuesWhatIsLeft) {
    Scene scene{1};
    Battery b = battery(30, 60, 0.9);
    b.end_value_per_mwh = 100;
    scene.add(thermal("coal", 100, 20)).add(b).demand({50});
    EXPECT_NEAR(cost(scene.solve()), -1100.0, tolerance);
}

TEST(Battery, RefusesContradictions) {
    Scene scene{1};
    Battery b = battery(30, 60, 0.9);
    b.initial_level_mwh = 61;
    b.end_level_mwh = 10;
    b.end_value_per_mwh = 1;
    scene.add(b);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "battery battery: initial_level_mwh is 61, expected between min_level_mwh (0) and energy_mwh (60)",
                  ("battery battery: end_value_per_mwh is 1, expected nothing, as end_level_mwh is given: one rule for "
                   "the end")}));
}

}  // namespace
}  // namespace indus::tests
