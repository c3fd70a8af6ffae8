// SPDX-License-Identifier: Apache-2.0
// Egret: what becomes of each element, and the whole message of what cannot be taken.
#include "tests/inputs/importers/imported_file.hpp"

namespace indus::tests {

namespace {

using Steps = std::vector<model::Steps::Step>;

constexpr const char* two_hours = R"({
 "system": {"time_keys": ["1", "2"], "time_period_length_minutes": 60, "load_mismatch_cost": 1000,
   "reserve_shortfall_cost": 100, "baseMVA": 100, "reference_bus": "A", "reference_bus_angle": 0,
   "reserve_requirement": {"data_type": "time_series", "values": [10, 12]}},
 "elements": {
  "bus": {"A": {"base_kv": 100}, "B": {}},
  "load": {"town": {"bus": "A", "in_service": true, "p_load": {"data_type": "time_series", "values": [50, 60]}},
           "mill": {"bus": "B", "p_load": 20, "p_price": {"data_type": "time_series", "values": [90, 30]}}},
  "branch": {"ab": {"from_bus": "A", "to_bus": "B", "reactance": 0.05, "rating_long_term": 30, "branch_type": "line",
    "angle_diff_min": -90, "angle_diff_max": 90, "violation_penalty": 2}},
  "dc_branch": {"link": {"from_bus": "B", "to_bus": "A", "rating_long_term": 5, "loss_factor": 0.1}},
  "interface": {"cut": {"lines": ["ab", "link"], "line_orientation": [1, -1], "maximum_limit": 25,
    "minimum_limit": -20, "violation_penalty": 100}},
  "security_constraint": {"sum": {"security_constraint_type": "pg", "lower_bound": -40, "upper_bound": 30,
    "coefs": {"data_type": "coefs", "values": {"generator": {"coal": 0.5, "oil": -1}}}}},
  "fuel_supply": {"pipe": {"fuel_supply_type": "instantaneous",
    "fuel_available": {"data_type": "time_series", "values": [1e100, 300]}}},
  "generator": {
   "coal": {"generator_type": "thermal", "bus": "A", "fuel": "C", "p_min": 20, "p_max": 80, "ramp_up_60min": 30,
     "ramp_down_60min": 40, "startup_capacity": 25, "min_up_time": 4, "min_down_time": 2, "initial_status": 3,
     "initial_p_output": 40, "startup_cost": [[2, 100], [6, 150]], "shutdown_cost": 7, "fixed_commitment": 1,
     "p_cost": {"data_type": "cost_curve", "cost_curve_type": "polynomial", "values": {"0": 50, "1": 20, "2": 0.1}}},
   "gas": {"generator_type": "thermal", "bus": "B", "fuel": "G", "p_min": 10, "p_max": 50, "initial_status": -9,
     "initial_p_output": 0, "fuel_supply": "pipe", "fuel_cost": 3, "startup_fuel": [[1, 40]], "min_down_time": 1,
     "p_fuel": {"data_type": "fuel_curve", "values": [[10, 100], [50, 500]]}},
   "oil": {"generator_type": "thermal", "bus": "B", "fuel": "O", "p_min": 0, "p_max": 30, "initial_status": -9,
     "initial_p_output": 0, "startup_cost": 12.5, "failure_rate": 0,
     "p_cost": {"data_type": "cost_curve", "cost_curve_type": "piecewise", "values": [[0, 0], [30, 3000]]}},
   "wind": {"generator_type": "renewable", "bus": "B", "fuel": "W", "p_min": 0,
     "p_max": {"data_type": "time_series", "values": [4, 6]}}}}})";

ImportedFile egret() { return {"tiny.json", two_hours}; }

TEST(ImportEgret, TakesThermalGenerators) {
    const model::System system = egret().system();
    const auto& plants = system.all<model::ThermalPlant>();
    ASSERT_EQ(plants.size(), 3u);
    const model::ThermalPlant& coal = plants[0];
    EXPECT_EQ(coal.technology, "coal");
    EXPECT_TRUE(coal.must_run);
    EXPECT_EQ(coal.start_up_limit_mw, 25.0);
    EXPECT_EQ(coal.shut_down_limit_mw, 40.0);  // half an hour's ramp above the least output
    EXPECT_EQ(coal.start_cost.steps, (Steps{{0, 100}, {6, 150}}));
    EXPECT_EQ(coal.no_load_cost_per_h, 50.0);
    EXPECT_EQ(coal.quadratic_cost_per_mw2h, 0.1);
    EXPECT_EQ(system.settings().cost_segments, 2);
    const model::ThermalPlant& gas = plants[1];
    EXPECT_EQ(gas.fuel.name, "pipe");
    EXPECT_EQ(gas.heat_curve_gj_per_h.steps, (Steps{{10, 100}, {50, 500}}));
    EXPECT_EQ(gas.start_fuel_gj.steps, (Steps{{0, 40}}));
    EXPECT_EQ(plants[2].start_cost.steps, (Steps{{0, 12.5}}));
}

// What no generator could burn, 500 GJ in an hour and 40 for a start, limits nothing.
TEST(ImportEgret, TakesWhatFuelThereIsInEachHour) {
    const model::System system = egret().system();
    const auto& fuels = system.all<model::Fuel>();
    ASSERT_EQ(fuels.size(), 1u);
    EXPECT_EQ(fuels[0].price_per_gj[0], 3.0);
    ASSERT_EQ(fuels[0].window_max_draw_gj.windows.size(), 2u);
    EXPECT_EQ(fuels[0].window_max_draw_gj.windows[0].energy_mwh, 540.0);
    EXPECT_EQ(fuels[0].window_max_draw_gj.windows[1].energy_mwh, 300.0);
}

TEST(ImportEgret, TakesTheNetwork) {
    const model::System system = egret().system();
    EXPECT_EQ(system.all<model::Zone>()[0].surplus_cost_per_mwh, 1000.0);
    EXPECT_EQ(system.all<model::Demand>()[0].load_mw.values, (std::vector<double>{50.0, 60.0}));
    EXPECT_EQ(system.all<model::Trade>()[0].export_price_per_mwh.values, (std::vector<double>{90.0, 30.0}));
    EXPECT_EQ(system.all<model::AcLine>()[0].violation_cost_per_mwh, 2.0);
    EXPECT_EQ(system.all<model::Line>()[0].loss_share, 0.0);
    EXPECT_THAT(egret().read().notes, testing::Contains(testing::HasSubstr("loss_factor")));
    EXPECT_THAT(egret().read().notes, testing::Contains(testing::HasSubstr("angle_diff_min")));
    EXPECT_EQ(system.all<model::Interface>()[0].lines.find("link")->weight, -1.0);
    EXPECT_EQ(system.all<model::PlantConstraint>()[0].plants.find("oil")->weight, -1.0);
    EXPECT_EQ(system.all<model::WindPlant>()[0].available_mw(1), 6.0);
}

TEST(ImportEgret, ComesBackFromTheCaseFolder) { egret().expect_round_trip("egret"); }

// The area asks for 4 of 9 MW of spinning reserve and 1 of 3 of regulation: the rest is the system's. What the area
// holds counts for the system, and regulation counts for spinning reserve.
TEST(ImportEgret, RanksServicesAndAreas) {
    ImportedFile file = egret();
    file.replace("\"reference_bus\": \"A\"",
                 "\"spinning_reserve_requirement\": 9, \"regulation_up_requirement\": 3, \"reference_bus\": \"A\"");
    file.replace("\"dc_branch\"",
                 "\"area\": {\"east\": {\"spinning_reserve_requirement\": 4, \"regulation_up_requirement\": 1}}, "
                 "\"dc_branch\"");
    file.replace("\"fuel\": \"C\"",
                 "\"fuel\": \"C\", \"area\": \"east\", \"agc_capable\": true, \"ramp_agc\": 2, \"p_min_agc\": 25, "
                 "\"p_max_agc\": 75");
    const model::System system = file.system();
    std::map<std::string, model::Reserve> products;
    for (const model::Reserve& each : system.all<model::Reserve>()) products[each.name] = each;
    EXPECT_EQ(products.size(), 5u);
    EXPECT_EQ(products["area.east.regulation_up"].requirement_mw[0], 1.0);
    EXPECT_EQ(products["regulation_up"].requirement_mw[0], 2.0);
    EXPECT_EQ(products["spinning_reserve"].requirement_mw[0], 5.0);
    EXPECT_TRUE(products["regulation_up"].better.contains("area.east.regulation_up"));
    EXPECT_TRUE(products["area.east.spinning_reserve"].better.contains("area.east.regulation_up"));
    EXPECT_TRUE(products["spinning_reserve"].better.contains("area.east.spinning_reserve"));
    EXPECT_TRUE(products["spinning_reserve"].better.contains("regulation_up"));
    EXPECT_EQ(products["regulation_up"].shortfall_cost_per_mwh, 550.0);     // between 1000 and 100
    EXPECT_EQ(products["spinning_reserve"].shortfall_cost_per_mwh, 325.0);  // between 550 and 100
    const auto& plants = system.all<model::ThermalPlant>();
    EXPECT_EQ(plants[0].reserve_limit_mw.find("area.east.regulation_up")->weight, 10.0);  // 5 minutes of 2 MW
    EXPECT_EQ(plants[0].reserve_limit_mw.find("regulation_up"), nullptr);
    EXPECT_EQ(plants[0].band_max_mw, 75.0);
    EXPECT_EQ(plants[1].reserve_limit_mw.find("regulation_up"), nullptr);  // not agc_capable
    EXPECT_NE(plants[1].reserve_limit_mw.find("spinning_reserve"), nullptr);
    file.expect_round_trip("egret");
}

TEST(ImportEgret, TakesAPowerFlowOfOneHour) {
    ImportedFile file = egret();
    file.replace("\"time_keys\": [\"1\", \"2\"], \"time_period_length_minutes\": 60, \"load_mismatch_cost\": 1000,",
                 "");
    file.replace("{\"data_type\": \"time_series\", \"values\": [10, 12]}", "0");
    file.replace("{\"data_type\": \"time_series\", \"values\": [50, 60]}", "50");
    file.replace("{\"data_type\": \"time_series\", \"values\": [90, 30]}", "90");
    file.replace("{\"data_type\": \"time_series\", \"values\": [1e100, 300]}", "300");
    file.replace("{\"data_type\": \"time_series\", \"values\": [4, 6]}", "4");
    const model::System system = file.system();
    EXPECT_EQ(system.horizon().step_count(), 1);
    for (const model::ThermalPlant& each : system.all<model::ThermalPlant>()) EXPECT_TRUE(each.must_run) << each.name;
    file.expect_round_trip("egret");
}

TEST(ImportEgret, TellsWhatNoComponentHolds) {
    ImportedFile file = egret();
    file.replace("\"failure_rate\": 0", "\"failure_rate\": 0.1")
        .replace("\"fixed_commitment\": 1", "\"fixed_commitment\": 0");
    file.replace("\"fuel\": \"O\"", "\"fuel\": \"O\", \"agc_capible\": true");
    file.replace("\"dc_branch\"", "\"contingency\": {\"c1\": {\"branch_contingency\": \"ab\"}}, \"dc_branch\"");
    file.replace("\"security_constraint_type\": \"pg\"", "\"security_constraint_type\": \"flow\"");
    EXPECT_THAT(
        file.messages(),
        ElementsAre("tiny.json: elements.generator.coal.fixed_commitment: found '0', expected null, or 1 for on at "
                    "every step",
                    "tiny.json: elements.generator.oil.failure_rate: found '0.1', expected 0: failures are no part "
                    "of what is read here",
                    "tiny.json: elements.generator.oil.agc_capible: found 'true', expected a member that this "
                    "reader knows; did you mean 'agc_capable'?",
                    "tiny.json: elements.security_constraint.sum.security_constraint_type: found 'flow', expected "
                    "pg, a sum of outputs of generators",
                    "tiny.json: elements.contingency.c1: found 'an object', expected no contingencies: flows after "
                    "outages are not limited here"));
}

TEST(ImportEgret, TellsWhatDoesNotFit) {
    ImportedFile file = egret();
    file.replace("\"values\": [50, 60]", "\"values\": [50, 60, 70]")
        .replace("\"line_orientation\": [1, -1]", "\"line_orientation\": [1]");
    file.replace("\"fuel_supply\": \"pipe\"", "\"fuel_supply\": \"pump\"")
        .replace("\"bus\": \"A\", \"fuel\"", "\"bus\": \"C\", \"fuel\"");
    EXPECT_THAT(
        file.messages(),
        ElementsAre("tiny.json: elements.load.town.p_load: found '3 values', expected one for each of 2 steps",
                    "tiny.json: elements.interface.cut.line_orientation: found 'an array', expected one number for "
                    "each of 2 lines",
                    "tiny.json: elements.generator.gas.fuel_supply: found 'pump', expected the name of a fuel supply",
                    "tiny.json: elements.generator.coal.bus: zone: found 'C', expected the name of a zone; did you "
                    "mean 'A'?",
                    "tiny.json: elements.interface.cut: lines: found nothing, expected at least one name"));
}

TEST(ImportEgret, RefusesPricesThatDifferForOneSupply) {
    ImportedFile file = egret();
    file.replace(
        "\"p_cost\": {\"data_type\": \"cost_curve\", \"cost_curve_type\": \"piecewise\", \"values\": [[0, 0], [30, "
        "3000]]}",
        "\"fuel_supply\": \"pipe\", \"fuel_cost\": 4, \"p_fuel\": {\"data_type\": \"fuel_curve\", \"values\": [[0, 0], "
        "[30, 300]]}");
    EXPECT_THAT(file.messages(),
                ElementsAre("tiny.json: elements.generator.oil.fuel_cost: found '4', expected 3, as for "
                            "others that burn pipe"));
}

}  // namespace

}  // namespace indus::tests
