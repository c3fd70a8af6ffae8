// SPDX-License-Identifier: Apache-2.0
// All durations are in hours: the same day in steps of 15 min, of an hour and of two hours.
#include <algorithm>

#include "tests/scene.hpp"

namespace indus::tests {
namespace {

class TimeRules : public testing::TestWithParam<double> {
protected:
    double h() const { return GetParam(); }
    /// Steps that cover this many hours, which must be a multiple of every step length.
    int steps(double hours) const { return static_cast<int>(hours / h()); }
    Scene scene(double hours) const { return Scene{steps(hours), h()}; }
    /// One value per two hours, held.
    std::vector<double> held(const std::vector<double>& per_two_hours) const {
        std::vector<double> values;
        for (const double value : per_two_hours) values.insert(values.end(), static_cast<std::size_t>(steps(2.0)), value);
        return values;
    }
};

ThermalPlant gas_plant(double initial_status_h) {
    ThermalPlant gas = thermal("gas", 50, 60);
    gas.min_output_mw = 10;
    gas.initial_status_h = initial_status_h;
    gas.initial_output_mw.reset();
    return gas;
}

double hours_on(const Solution& solution, std::string_view plant, double step_hours) {
    const auto on = series(solution, plant, "on");
    return static_cast<double>(std::count(on.begin(), on.end(), 1.0)) * step_hours;
}

// Coal (100 MW at 20) needs gas for the first two hours only (120 MW); gas must then stay on for 5 h in all, which 15 min
// and 1 h steps keep exactly and 2 h steps round up to 6 h. 50 MW are wanted after that, 10 of them from gas.
TEST_P(TimeRules, MinimumUpTimeRoundsUp) {
    Scene s = scene(8);
    ThermalPlant gas = gas_plant(-100);
    gas.min_up_h = 5;
    s.add(thermal("coal", 100, 20)).add(gas).demand(held({120, 50, 50, 50}));
    EXPECT_DOUBLE_EQ(hours_on(s.solve(), "gas", h()), h() == 2.0 ? 6.0 : 5.0);
}

// A plant of 40 MW at least, on before, must stop for the first two hours (20 MW wanted) and then stays off for 3 h, or 4
// in steps of two hours: 15 min and 1 h steps lose one hour of 40 MW unserved at 100, 2 h steps two.
TEST_P(TimeRules, MinimumDownTimeRoundsUp) {
    Scene s = scene(8);
    ThermalPlant plant = thermal("plant", 100, 20);
    plant.min_output_mw = 40;
    plant.min_down_h = 3;
    s.add(plant).demand(held({20, 40, 40, 40}), "zone", 100);
    const double lost_h = h() == 2.0 ? 2.0 : 1.0;
    EXPECT_NEAR(cost(s.solve()), 2 * 20 * 100 + lost_h * 40 * 100 + (6 - lost_h) * 40 * 20, tolerance);
}

// On for 1 h before with a least time of 4 h: 3 h are left, which is 4 h in steps of two hours.
TEST_P(TimeRules, MinimumUpTimeCountsTheHoursBefore) {
    Scene s = scene(8);
    ThermalPlant gas = gas_plant(1);
    gas.min_up_h = 4;
    s.add(thermal("coal", 100, 20)).add(gas).demand(held({50, 50, 50, 50}));
    EXPECT_DOUBLE_EQ(hours_on(s.solve(), "gas", h()), h() == 2.0 ? 4.0 : 3.0);
}

// Off for 1 h before with a least time off of 4 h: off for 3 h more, 4 h in steps of two hours. All that the only plant
// does not serve of 50 MW is lost at 100 instead of 20.
TEST_P(TimeRules, MinimumDownTimeCountsTheHoursBefore) {
    Scene s = scene(8);
    ThermalPlant gas = gas_plant(-1);
    gas.variable_cost_per_mwh = 20;
    gas.min_down_h = 4;
    s.add(gas).demand(held({50, 50, 50, 50}), "zone", 100);
    const double off_h = h() == 2.0 ? 4.0 : 3.0;
    EXPECT_NEAR(cost(s.solve()), off_h * 50 * 100 + (8 - off_h) * 50 * 20, tolerance);
}

// Off for 2 h between two runs of 2 h at 50 MW (nothing else could serve, nor take, 50 MW): hot below 3 h costs 10. Off for
// 4 h: warm, 70. Off for 1 h before the start and for 2 h in it: 3 h, warm.
TEST_P(TimeRules, StartCostGoesByHoursOff) {
    ThermalPlant plant = thermal("plant", 50, 10);
    plant.min_output_mw = 50;
    plant.initial_output_mw = 50;
    plant.start_cost.steps = {{0, 10}, {3, 70}};
    Scene brief = scene(6);
    brief.add(plant).demand(held({50, 0, 50}));
    EXPECT_NEAR(brief.solve().cost_of("start_up"), 10.0, tolerance);
    Scene extended = scene(8);
    extended.add(plant).demand(held({50, 0, 0, 50}));
    EXPECT_NEAR(extended.solve().cost_of("start_up"), 70.0, tolerance);
    plant.initial_status_h = -1;
    plant.initial_output_mw.reset();
    Scene before = scene(4);
    before.add(plant).demand(held({0, 50}));
    EXPECT_NEAR(before.solve().cost_of("start_up"), 70.0, tolerance);
}

// 10 MW/h up from 50 MW against 100 MW wanted, gas fills: after k steps 50 + 10 h k. Down at 5 MW/h from 100 against 60
// wanted where surplus is cheap (1) and a stop is not possible above 20 MW: 100 - 5 h k.
TEST_P(TimeRules, RampsScaleWithTheStep) {
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_mw_per_h = 10;
    coal.initial_output_mw = 50;
    coal.must_run = true;  // a stop and a start at full power would be faster
    Scene up = scene(4);
    up.add(coal).add(thermal("gas", 100, 60)).demand(held({100, 100}));
    ThermalPlant slow = thermal("slow", 100, 20);
    slow.ramp_down_mw_per_h = 5;
    slow.shut_down_limit_mw = 20;
    slow.initial_output_mw = 100;
    Scene down = scene(4);
    down.data.list<Zone>()[0].surplus_cost_per_mwh = 1.0;
    down.add(slow).demand(held({60, 60}));
    std::vector<double> rising, falling;
    for (int k = 1; k <= steps(4); ++k) {
        rising.push_back(50 + 10 * h() * k);
        falling.push_back(100 - 5 * h() * k);
    }
    expect_near(series(up.solve(), "coal", "output"), rising);
    expect_near(series(down.solve(), "slow", "output"), falling);
}

// A response of 15 min gives 40 / 4 = 10 MW of reserve whatever the step: of 30 MW wanted, 20 are short at 7 per MWh for 4 h.
// Output of 50 MW is steady, so that the ramp between steps leaves room for the reserve even in 15 min (10 MW).
TEST_P(TimeRules, ReserveGoesByResponseNotByStep) {
    Scene s = scene(4);
    ThermalPlant coal = thermal("coal", 100, 20);
    coal.ramp_up_mw_per_h = 40;
    coal.initial_output_mw = 50;
    s.add(coal).demand(held({50, 50})).reserve(30, 15);
    s.data.list<Reserve>()[0].shortfall_cost_per_mwh = 7;
    EXPECT_NEAR(cost(s.solve()), 4 * 50 * 20 + 4 * 20 * 7, tolerance);
}

// 2 h of 50 MW, then 2 h of 150; coal 100 MW at 20, peaker at 80. Water: 20 MW flow in for 4 h and all 80 MWh may be used, at
// best 40 MW in the peak instead of the peaker's 50; 5 MW must pass at every moment: 10 MWh in the first hours.
//   2 * 45 * 20 + 2 * (100 * 20 + 15 * 80) = 8200
TEST_P(TimeRules, ReservoirKeepsEnergyInHours) {
    Scene s = scene(4);
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 100;
    dam.max_level_mwh = 500;
    dam.inflow_mw = 20.0;
    dam.initial_level_mwh = 100;
    dam.environmental_release_mw = 5.0;
    s.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(dam).demand(held({50, 150}));
    const Solution solution = s.solve();
    EXPECT_NEAR(cost(solution), 8200.0, tolerance);
    EXPECT_NEAR(series(solution, "dam", "level")[static_cast<std::size_t>(steps(2)) - 1], 130.0, tolerance);
}

// Irrigation as a series of energies, 10 MWh in hour 1 and 30 in hour 2, fixed: canals take 40 MWh in two hours and give
// power at 20 less than coal. In steps of up to an hour each hour has its own volume; of two hours, both together.
TEST_P(TimeRules, EnergySeriesDivide) {
    Scene s = scene(2);
    Reservoir dam;
    dam.name = "dam";
    dam.zone.name = "zone";
    dam.capacity_mw = 100;
    dam.max_level_mwh = 500;
    dam.inflow_mw = 20.0;
    dam.initial_level_mwh = 100;
    dam.irrigation_min_mwh.series = "canal";
    dam.irrigation_max_mwh.series = "canal";
    s.data.series.push_back({"canal", monday(), 60, {10, 30}});
    s.add(thermal("coal", 100, 20)).add(dam).demand(held({50}));
    const Solution solution = s.solve();
    EXPECT_NEAR(cost(solution), (2 * 50 - 40) * 20, tolerance);
    const auto output = series(solution, "dam", "output");
    double first_hour = 0.0;
    for (int t = 0; t < std::min(steps(2), 4) && h() * t < 1.0; ++t) first_hour += std::min(h(), 1.0) * output[static_cast<std::size_t>(t)];
    EXPECT_NEAR(first_hour, h() == 2.0 ? 20.0 : 10.0, tolerance);
}

// Power series hold over finer steps and are averaged over coarser ones: 60 and 100 MW in turn are 80 MW over two hours.
// Coal has 80 MW, so that only finer steps see the 20 MW unserved at 500 in hours 2 and 4.
TEST_P(TimeRules, PowerSeriesHold) {
    Scene s = scene(4);
    s.data.series.push_back({"load", monday(), 60, {60, 100, 60, 100}});
    Demand town;
    town.name = "town";
    town.zone.name = "zone";
    town.load_mw.series = "load";
    town.value_of_lost_load_per_mwh.steps = {{0, 500}};
    s.add(thermal("coal", 80, 20)).add(town);
    const double expected = h() == 2.0 ? 4 * 80 * 20 : 2 * (60 + 80) * 20 + 2 * 20 * 500;
    EXPECT_NEAR(cost(s.solve()), expected, tolerance);
}

// A battery alone waits for 4 h with 40 MWh and loses a tenth of what is left each hour: 32.4 MWh after two, 26.244 after
// four. In the last two hours 40 MW are wanted, more than it can give, at 100 per MWh.
TEST_P(TimeRules, BatteryLosesByTheHour) {
    Scene s = scene(6);
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = 30;
    cell.discharge_mw = 30;
    cell.energy_mwh = 40;
    cell.charge_efficiency = 0.9;
    cell.discharge_efficiency = 0.5;
    cell.standing_loss_share_per_h = 0.1;
    cell.initial_level_mwh = 40;
    cell.end_level_mwh = 0;
    s.add(cell).demand(held({0, 0, 40}), "zone", 100);
    const Solution solution = s.solve();
    const auto level = series(solution, "cell", "level");
    EXPECT_NEAR(level[static_cast<std::size_t>(steps(4)) - 1], 26.24400, tolerance);
    EXPECT_NEAR(level[static_cast<std::size_t>(steps(2)) - 1], 32.4, tolerance);
}

// Charging 20 MW for 2 h at 0.9 stores 36 MWh, which give 0.8 * 36 = 28.8 MWh in the next two hours, at a wear of 1 each.
//   2 * (50 + 20) * 20 + 2 * 100 * 20 + (100 - 28.8) * 80 + 28.8 = 12524.8
TEST_P(TimeRules, BatteryMovesEnergyByTheHour) {
    Scene s = scene(4);
    Battery cell;
    cell.name = "cell";
    cell.zone.name = "zone";
    cell.charge_mw = 20;
    cell.discharge_mw = 50;
    cell.energy_mwh = 60;
    cell.charge_efficiency = 0.9;
    cell.discharge_efficiency = 0.8;
    cell.throughput_cost_per_mwh = 1;
    s.add(thermal("coal", 100, 20)).add(thermal("peaker", 100, 80)).add(cell).demand(held({50, 150}));
    const Solution solution = s.solve();
    EXPECT_NEAR(cost(solution), 12524.8, tolerance);
    EXPECT_NEAR(series(solution, "cell", "level")[static_cast<std::size_t>(steps(2)) - 1], 36.0, tolerance);
}

// What has no memory costs the same however 4 h are cut. Coal burns 2 GJ/MWh at 1.5 per GJ, and 0.1 t/GJ at 10 per t: 5 per
// MWh in all; it must be on at 50 per h. 105 MW leave the zone: sun 40 at 1, river 15 at 3, coal 50 at 5, of which 20 go south
// at 0.5, where 30 are wanted at 70 and 10 are lost. Coal has the 6 MW of reserve to spare.
TEST_P(TimeRules, RatesCostTheSameHoweverTheHoursAreCut) {
    Scene s = scene(4);
    s.zone("south");
    s.add(Fuel{.name = "coal", .price_per_gj = 1.5, .emission_factor_t_per_gj = 0.1});
    s.add(Policy{.name = "tax", .carbon_price_per_t = 10.0});
    ThermalPlant coal = thermal("coal", 60, 0);
    coal.fuel.name = "coal";
    coal.heat_rate_gj_per_mwh = 2;
    coal.no_load_cost_per_h = 50;
    coal.must_run = true;
    SolarPlant sun;
    sun.name = "sun";
    sun.zone.name = "zone";
    sun.capacity_mw = 40;
    sun.availability = 1.0;
    sun.variable_cost_per_mwh = 1;
    sun.curtailment_cost_per_mwh = 2;
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 15;
    river.inflow_mw = 15.0;
    river.variable_cost_per_mwh = 3;
    Line link;
    link.name = "link";
    link.from.name = "zone";
    link.to.name = "south";
    link.capacity_mw = 20.0;
    link.wheeling_cost_per_mwh = 0.5;
    s.add(coal).add(sun).add(river).add(link).demand(held({85, 85})).demand(held({30, 30}), "south", 70).reserve(6);
    s.data.list<Reserve>()[0].shortfall_cost_per_mwh = 0.25;
    const Solution solution = s.solve();
    EXPECT_NEAR(cost(solution), 4 * (40 * 1 + 15 * 3 + 50 * 5 + 50 + 20 * 0.5 + 10 * 70), tolerance);
    // With 10 MW instead of 85 and coal at 30 MW at least: sun and river stand still, 40 MW of sun are curtailed at 2 each, and
    // the reserve, which coal no longer gives, is missed at 0.25 per MWh.
    Scene idle = s;
    idle.data.list<Demand>()[0].load_mw = Profile{held({10, 10})};
    idle.data.list<ThermalPlant>()[0].min_output_mw = 30;
    idle.data.list<ThermalPlant>()[0].initial_output_mw = 30;
    idle.data.list<ThermalPlant>()[0].provides_reserve = false;
    idle.data.list<Zone>()[0].surplus_cost_per_mwh = 4;
    EXPECT_NEAR(cost(idle.solve()), 4 * (30 * 5 + 50 + 40 * 2 + 20 * 0.5 + 10 * 70 + 6 * 0.25), tolerance);
}

INSTANTIATE_TEST_SUITE_P(Steps, TimeRules, testing::Values(0.25, 1.0, 2.0), [](const auto& each) {
    return each.param == 0.25 ? std::string{"quarter_hours"} : each.param == 1.0 ? std::string{"hours"} : std::string{"two_hours"};
});

}  // namespace
}  // namespace indus::tests
