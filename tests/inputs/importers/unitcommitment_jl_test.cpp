// SPDX-License-Identifier: Apache-2.0
// UnitCommitment.jl: what becomes of each member, and the whole message of what cannot be taken.
#include "tests/inputs/importers/imported_file.hpp"

namespace indus::tests {

namespace {

constexpr const char* two_buses = R"json({
  "Parameters": {"Version": "0.4", "Time horizon (h)": 2, "Time step (min)": 60},
  "Buses": {"A": {"Load (MW)": 0}, "B": {"Load (MW)": [90, 110]}},
  "Generators": {
    "coal": {"Bus": "A", "Type": "Thermal", "Production cost curve (MW)": [50, 100],
      "Production cost curve ($)": [2000, 4500], "Startup delays (h)": [1, 4], "Startup costs ($)": [10, 20],
      "Ramp up limit (MW)": 30, "Startup limit (MW)": 500, "Initial status (h)": 5, "Initial power (MW)": 60,
      "Must run?": true, "Reserve eligibility": ["r1"]},
    "gas": {"Bus": "B", "Production cost curve (MW)": [40], "Production cost curve ($)": [3000],
      "Initial status (h)": -100, "Initial power (MW)": 0},
    "sun": {"Bus": "B", "Type": "Profiled", "Maximum power (MW)": [5, 0], "Cost ($/MW)": 1}},
  "Storage units": {"pond": {"Bus": "B", "Maximum level (MWh)": 20, "Maximum charge rate (MW)": 10,
    "Maximum discharge rate (MW)": 8, "Discharge cost ($/MW)": 2, "Initial level (MWh)": 4}},
  "Transmission lines": {"l1": {"Source bus": "A", "Target bus": "B", "Reactance (ohms)": 0.1, "Susceptance (S)": 20,
    "Normal flow limit (MW)": 70}},
  "Price-sensitive loads": {"mill": {"Bus": "B", "Demand (MW)": 12, "Revenue ($/MW)": [30, 70]}},
  "Reserves": {"r1": {"Type": "Spinning", "Amount (MW)": 6, "Shortfall penalty ($/MW)": 500}}})json";

ImportedFile instance() { return {"two.json", two_buses}; }

TEST(ImportUnitCommitmentJl, TakesGenerators) {
    const model::System system = instance().system();
    const auto& plants = system.all<model::ThermalPlant>();
    ASSERT_EQ(plants.size(), 2u);
    EXPECT_EQ(plants[0].min_output_mw, 50.0);
    EXPECT_EQ(plants[0].capacity_mw, 100.0);
    EXPECT_EQ(plants[0].start_up_limit_mw, 100.0);  // 500 limits nothing
    EXPECT_EQ(plants[0].start_cost.steps, (std::vector<model::Steps::Step>{{0, 10}, {4, 20}}));
    EXPECT_EQ(plants[0].min_up_h, 1.0);
    EXPECT_TRUE(plants[0].must_run);
    EXPECT_TRUE(plants[0].reserve_limit_mw.contains("r1"));
    EXPECT_FALSE(plants[1].provides_reserve);
    EXPECT_EQ(plants[1].min_output_mw, 40.0);  // either off or at 40 MW
    EXPECT_EQ(system.all<model::WindPlant>()[0].available_mw(0), 5.0);
    EXPECT_EQ(system.all<model::WindPlant>()[0].variable_cost_per_mwh, 1.0);
}

TEST(ImportUnitCommitmentJl, TakesTheRest) {
    const model::System system = instance().system();
    EXPECT_EQ(system.all<model::Demand>().size(), 1u);
    EXPECT_EQ(system.all<model::Demand>()[0].value_of_lost_load_per_mwh.steps[0].value, 1000.0);
    EXPECT_EQ(system.all<model::AcLine>()[0].reactance_pu, 0.05);
    EXPECT_EQ(system.all<model::AcLine>()[0].violation_cost_per_mwh, 5000.0);
    EXPECT_EQ(system.all<model::Battery>()[0].end_level_mwh, 0.0);
    EXPECT_EQ(system.all<model::Trade>()[0].export_price_per_mwh.values, (std::vector<double>{30.0, 70.0}));
    EXPECT_EQ(system.all<model::Reserve>()[0].shortfall_cost_per_mwh, 500.0);
}

TEST(ImportUnitCommitmentJl, ComesBackFromTheCaseFolder) { instance().expect_round_trip("unitcommitment-jl"); }

TEST(ImportUnitCommitmentJl, TellsWhatNoComponentHolds) {
    ImportedFile file = instance();
    file.replace("\"Type\": \"Spinning\"", "\"Type\": \"flexiramp\"")
        .replace("\"Time step (min)\": 60", "\"Time step (min)\": 30");
    file.replace("\"Initial level (MWh)\": 4", "\"Charge cost ($/MW)\": 3");
    file.replace("\"Must run?\": true", "\"Maximum daily starts\": 2");
    file.replace("\"Price-sensitive loads\"", "\"Contingencies\": {\"c1\": {}}, \"Price-sensitive loads\"");
    EXPECT_THAT(
        file.messages(),
        ElementsAre(
            "two.json: Parameters.Time step (min): found '30', expected 60: costs of a shorter step are not told "
            "apart from those of an hour",
            "two.json: Reserves.r1.Type: found 'flexiramp', expected spinning: no component holds the reserve of "
            "another type",
            "two.json: Generators.coal.Reserve eligibility: found 'an array', expected names of reserves, and "
            "there are none",
            "two.json: Generators.coal.Maximum daily starts: found '2', expected a member that this reader knows",
            "two.json: Storage units.pond.Charge cost ($/MW): found '3', expected 0: charging has no cost of its "
            "own",
            "two.json: Contingencies.c1: found 'an object', expected no contingencies: flows after outages are not "
            "limited here"));
}

TEST(ImportUnitCommitmentJl, RefusesOtherVersionsAndHorizons) {
    EXPECT_THAT(instance().replace("\"0.4\"", "\"0.5\"").messages(),
                ElementsAre("two.json: Parameters.Version: found '0.5', expected 0.3 or 0.4"));
    EXPECT_THAT(
        instance().replace("\"Time horizon (h)\": 2", "\"Time horizon (min)\": 90").messages().front(),
        "two.json: Parameters.Time horizon (h): found nothing, expected a whole number of hours, at most a million");
}

TEST(ImportUnitCommitmentJl, RefusesArraysThatDoNotFit) {
    EXPECT_THAT(
        instance().replace("[2000, 4500]", "[2000]").messages(),
        ElementsAre("two.json: Generators.coal.Production cost curve ($): found 'an array', expected one number "
                    "for each of 2 in Production cost curve (MW)"));
}

}  // namespace

}  // namespace indus::tests
