// SPDX-License-Identifier: Apache-2.0
// Infeasible systems are explained in words of the case; each test asserts the whole sentence. Common to all: an hour a
// step, one zone, and a single rule that cannot hold.
#include "tests/model/explained.hpp"

namespace indus::tests {
namespace {

Reservoir dam() {
    Reservoir dam;
    dam.name = "mangla";
    dam.zone.name = "zone";
    dam.capacity_mw = 100;
    dam.max_level_mwh = 1000;
    dam.initial_level_mwh = 200;
    dam.inflow_mw = Profile{10.0};
    return dam;
}

// 200 in store and 2 h of 10 MW make 220 at most.
TEST(Infeasibility, EndLevelOutOfReach) {
    Scene scene{2};
    Reservoir reservoir = dam();
    reservoir.end_level_mwh = 300;
    scene.add(reservoir).demand({0, 0});
    EXPECT_EQ(
        explained(scene),
        "reservoir mangla: the end level of 300 MWh cannot be reached: inflow less releases falls short by 80 MWh at "
        "2025-01-13 01:00.");
}

// Nothing in store, 10 MW arrive in both hours, 25 must go down in the second.
TEST(Infeasibility, EnvironmentalReleaseBeyondTheWater) {
    Scene scene{2};
    Reservoir reservoir = dam();
    reservoir.initial_level_mwh = 0;
    reservoir.environmental_release_mw = Profile{std::vector{0.0, 25.0}};
    reservoir.end_level_mwh = 0;
    scene.add(reservoir).demand({0, 0});
    EXPECT_EQ(explained(scene),
              "reservoir mangla: the environmental release of 25 MW cannot be kept: 5 MW of water are missing at "
              "2025-01-13 01:00.");
}

// 220 MWh of water, 250 due in the day's two hours.
TEST(Infeasibility, IrrigationBeyondTheWater) {
    Scene scene{2};
    Reservoir reservoir = dam();
    reservoir.irrigation_min_mwh.windows = {{0, 2, 250.0}};
    reservoir.end_level_mwh = 0;
    scene.add(reservoir).demand({0, 0});
    EXPECT_EQ(
        explained(scene),
        "reservoir mangla: the irrigation release of 250 MWh in the window cannot be given: 30 MWh are missing at "
        "2025-01-13 00:00.");
}

// A full store and 100 MW of water in the one hour, of which 40 MWh may go and none can be kept.
TEST(Infeasibility, IrrigationLimitBelowTheFlood) {
    Scene scene{1};
    Reservoir reservoir = dam();
    reservoir.initial_level_mwh = 1000;
    reservoir.inflow_mw = Profile{100.0};
    reservoir.irrigation_max_mwh.windows = {{0, 1, 40.0}};
    scene.add(reservoir).demand({0});
    EXPECT_EQ(
        explained(scene),
        "reservoir mangla: the water cannot be held back to the irrigation limit of 40 MWh in the window: 60 MWh more "
        "must go at 2025-01-13 00:00.");
}

// 5 MW for two hours at 90% bring 9 of the 20 MWh asked for.
TEST(Infeasibility, BatteryEndLevelOutOfReach) {
    Scene scene{2};
    Battery battery;
    battery.name = "store";
    battery.zone.name = "zone";
    battery.charge_mw = 5;
    battery.discharge_mw = 5;
    battery.energy_mwh = 50;
    battery.charge_efficiency = 0.9;
    battery.end_level_mwh = 20;
    scene.add(battery).add(thermal("coal", 100, 20)).demand({10, 10});
    EXPECT_EQ(explained(scene),
              "battery store: the end level of 20 MWh cannot be reached: 11 MWh are missing at 2025-01-13 01:00.");
}

// One plant of 100 MW can hold at most 100 as reserve; 130 are asked at both hours.
TEST(Infeasibility, ReserveBeyondThePlants) {
    Scene scene{2};
    scene.add(thermal("coal", 100, 20)).reserve(130).demand({0, 0});
    EXPECT_EQ(explained(scene),
              "reserve up: the requirement of 130 MW cannot be held: 30 MW are missing, and the product has no "
              "shortfall_cost_per_mwh at 2025-01-13 00:00 (the worst of 2 steps, from 2025-01-13 00:00 to 2025-01-13 "
              "01:00).");
}

// Nuclear must run at 100 MW where 40 are wanted.
TEST(Infeasibility, MustRunAboveDemand) {
    Scene scene{1};
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = nuclear.capacity_mw;
    nuclear.initial_output_mw = nuclear.capacity_mw;
    nuclear.must_run = true;
    scene.add(nuclear).demand({40});
    EXPECT_EQ(
        explained(scene),
        "zone zone: supply exceeds demand by 60 MW, which no unserved tier and no surplus_cost_per_mwh of the zone "
        "allows for at 2025-01-13 00:00.");
}

// At 90 MW before the start, down by at most 20 an hour, and 30 wanted: 40 too many.
TEST(Infeasibility, RampTooSlowForTheFall) {
    Scene scene{1};
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.initial_output_mw = 90;
    coal.ramp_down_mw_per_h = 20;
    coal.shut_down_limit_mw = 20;
    coal.must_run = true;
    scene.add(coal).demand({30});
    EXPECT_EQ(
        explained(scene),
        "thermal_plant coal: its output would have to fall by 40 MW more than its ramp allows at 2025-01-13 00:00.");
}

// Of two dams only the second asks for what cannot be, and only the second is named.
TEST(Infeasibility, NamesTheOneInConflict) {
    Scene scene{2};
    Reservoir good = dam();
    good.name = "tarbela";
    Reservoir bad = dam();
    bad.end_level_mwh = 250;
    scene.add(good).add(bad).demand({5, 5});
    EXPECT_EQ(
        explained(scene),
        "reservoir mangla: the end level of 250 MWh cannot be reached: inflow less releases falls short by 30 MWh at "
        "2025-01-13 01:00.");
}

// Two conflicts at once are both told.
TEST(Infeasibility, TellsEveryConflict) {
    Scene scene{2};
    Reservoir dry = dam();
    dry.initial_level_mwh = 0;
    dry.end_level_mwh = 50;
    scene.add(dry).add(thermal("coal", 100, 20)).reserve(130).demand({0, 0});
    const std::string text = explained(scene);
    EXPECT_NE(text.find("reservoir mangla: the end level of 50 MWh"), std::string::npos) << text;
    EXPECT_NE(text.find("reserve up: the requirement of 130 MW"), std::string::npos) << text;
}

}  // namespace
}  // namespace indus::tests
