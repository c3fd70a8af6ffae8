// SPDX-License-Identifier: Apache-2.0
// pglib-uc: what becomes of each member, and the whole message of each that cannot be taken.
#include "tests/inputs/importers/imported_file.hpp"

namespace indus::tests {

namespace {

constexpr const char* two_hours = R"({
  "time_periods": 2, "demand": [50, 60], "reserves": [5.5, 6],
  "thermal_generators": {
    "coal, old": {
      "must_run": 1, "power_output_minimum": 20, "power_output_maximum": 80, "ramp_up_limit": 30,
      "ramp_down_limit": 35, "ramp_startup_limit": 25, "ramp_shutdown_limit": 900, "time_up_minimum": 4,
      "time_down_minimum": 2, "power_output_t0": 40, "unit_on_t0": 1, "time_up_t0": 3, "time_down_t0": 0,
      "startup": [{"lag": 2, "cost": 100}, {"lag": 6, "cost": 150}],
      "piecewise_production": [{"mw": 20, "cost": 400}, {"mw": 50, "cost": 1000}, {"mw": 80, "cost": 1900}],
      "name": "coal"}},
  "renewable_generators": {
    "PV_1": {"power_output_minimum": [0, 2], "power_output_maximum": [0, 8], "name": "PV_1"},
    "wind": {"power_output_minimum": [3, 4], "power_output_maximum": [3, 4], "name": "wind"}}})";

ImportedFile pglib() { return {"tiny.json", two_hours}; }

TEST(ImportPglibUc, TakesUnitsReserveAndRenewables) {
    const model::System system = pglib().system();
    EXPECT_EQ(system.horizon().step_count(), 2);
    const model::ThermalPlant& coal = system.all<model::ThermalPlant>().front();
    EXPECT_EQ(coal.name, "coal, old");
    EXPECT_TRUE(coal.must_run);
    EXPECT_EQ(coal.min_output_mw, 20.0);
    EXPECT_EQ(coal.capacity_mw, 80.0);
    EXPECT_EQ(coal.start_up_limit_mw, 25.0);
    EXPECT_EQ(coal.shut_down_limit_mw, 80.0);  // 900 limits nothing
    EXPECT_EQ(coal.initial_status_h, 3.0);
    EXPECT_EQ(coal.initial_output_mw, 40.0);
    EXPECT_EQ(coal.start_cost.steps, (std::vector<model::Steps::Step>{{0, 100}, {6, 150}}));
    EXPECT_EQ(coal.cost_curve_per_h.size(), 3u);
    EXPECT_EQ(system.all<model::Reserve>().front().requirement_mw.values, (std::vector<double>{5.5, 6.0}));
    EXPECT_EQ(system.all<model::Demand>().front().load_mw.values, (std::vector<double>{50.0, 60.0}));
}

// Of the sun, 2 of 8 MW must be taken in the second hour: two plants. All of the wind must be taken: one.
TEST(ImportPglibUc, PricesRenewablesThatMustBeTaken) {
    const model::System system = pglib().system();
    const auto& sun = system.all<model::SolarPlant>();
    ASSERT_EQ(sun.size(), 2u);
    EXPECT_EQ(sun[0].name, "PV_1");
    EXPECT_EQ(sun[0].available_mw(1), 6.0);
    EXPECT_EQ(sun[0].curtailment_cost_per_mwh, 0.0);
    EXPECT_EQ(sun[1].name, "PV_1 (must be taken)");
    EXPECT_EQ(sun[1].available_mw(1), 2.0);
    EXPECT_EQ(sun[1].curtailment_cost_per_mwh, 100000.0);
    ASSERT_EQ(system.all<model::WindPlant>().size(), 1u);
    EXPECT_EQ(system.all<model::WindPlant>()[0].available_mw(0), 3.0);
}

TEST(ImportPglibUc, ComesBackFromTheCaseFolder) { pglib().expect_round_trip("pglib-uc"); }

TEST(ImportPglibUc, TellsAllThatIsWrongTogether) {
    ImportedFile file = pglib();
    file.replace("\"demand\": [50, 60]", "\"demand\": [50]").replace("\"unit_on_t0\": 1", "\"unit_on_t0\": \"on\"");
    file.replace("\"ramp_up_limit\": 30", "\"ramp_up_limit\": -30, \"ramp_uplimit\": 1");
    EXPECT_THAT(
        file.messages(),
        ElementsAre(
            "tiny.json: demand: found '1 values', expected one for each of 2 steps",
            "tiny.json: thermal_generators.coal, old.unit_on_t0: found 'on', expected true or false",
            "tiny.json: thermal_generators.coal, old.time_down_t0: found '0', expected hours above 0, as "
            "unit_on_t0 is 0",
            "tiny.json: thermal_generators.coal, old.power_output_t0: found '40', expected 0, as the unit is off",
            "tiny.json: thermal_generators.coal, old.ramp_uplimit: found '1', expected a member that this "
            "reader knows; did you mean 'ramp_up_limit'?",
            "tiny.json: thermal_generators.coal, old.ramp_up_limit: ramp_up_mw_per_h: found '-30', expected a "
            "number of at least 0 [MW/h]"));
}

TEST(ImportPglibUc, RefusesACurveThatIsNotConvex) {
    EXPECT_THAT(
        pglib().replace("\"mw\": 50, \"cost\": 1000", "\"mw\": 50, \"cost\": 1500").messages(),
        ElementsAre("tiny.json: thermal_generators.coal, old.piecewise_production: cost_curve_per_h: found 'slope "
                    "13.3333 in segment 50 to 80 MW', expected a convex curve: slopes that do not fall (the "
                    "segment before has 36.6667)"));
}

TEST(ImportPglibUc, RefusesPeriodsThatAreNone) {
    EXPECT_THAT(pglib().replace("\"time_periods\": 2", "\"time_periods\": 1.5").messages(),
                ElementsAre("tiny.json: time_periods: found '1.5', expected a whole number of at most a million"));
    EXPECT_THAT(
        pglib().replace("\"time_periods\": 2", "\"time_periods\": 1e9").messages(),
        ElementsAre("tiny.json: time_periods: found '1000000000.0', expected a whole number of at most a million"));
}

TEST(ImportPglibUc, RefusesLeastOutputAboveTheLargest) {
    EXPECT_THAT(
        pglib().replace("\"power_output_minimum\": [0, 2]", "\"power_output_minimum\": [0, 9]").messages(),
        ElementsAre("tiny.json: renewable_generators.PV_1.power_output_minimum: found 'an array', expected from 0 "
                    "to power_output_maximum in step 2"));
}

TEST(ImportPglibUc, RefusesMissingMembers) {
    EXPECT_THAT(
        pglib().replace("\"startup\":", "\"starts\":").messages(),
        ElementsAre("tiny.json: thermal_generators.coal, old.startup: found nothing, expected the categories of "
                    "starts",
                    "tiny.json: thermal_generators.coal, old.starts: found 'an array', expected a member that "
                    "this reader knows; did you mean 'startup'?"));
    EXPECT_THAT(pglib().replace("{\"lag\": 2, \"cost\": 100}", "{\"lag\": 2}").messages(),
                ElementsAre("tiny.json: thermal_generators.coal, old.startup: found 'an array', expected an array of "
                            "objects of the numbers lag and cost"));
}

}  // namespace

}  // namespace indus::tests
