// SPDX-License-Identifier: Apache-2.0
// The rules of every kind of component, broken in its table: the whole message, at file, line and column.
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

struct BadInput {
    const char* name;
    const char* file;
    const char* text;
    std::vector<std::string> messages;
};

std::ostream& operator<<(std::ostream& out, const BadInput& bad) { return out << bad.file; }

class BadComponent : public testing::TestWithParam<BadInput> {};

TEST_P(BadComponent, IsToldByFileLineAndColumn) {
    const CaseFolderOnDisk folder;
    folder.write("fuel.csv", "name,price_per_gj\ncoal,3\n");
    folder.write(
        "series/weather.csv",
        "time,sun,water,level\n2025-01-13 00:00,0.1,5,10\n2025-01-13 01:00,1.2,-5,20\n2025-01-13 02:00,0.3,5,30\n"
        "2025-01-13 03:00,0.3,5,1000\n2025-01-13 04:00,0.3,5,40\n");
    folder.write(GetParam().file, GetParam().text);
    EXPECT_EQ(folder.messages(), GetParam().messages);
}

const std::vector<BadInput>& thermal_plants() {
    static const std::vector<BadInput> all{
        {"StartCostThatFalls",
         "thermal_plant.csv",
         "name,zone,capacity_mw,start_cost\nhub,north,600,0:900 8:500\n",
         {"thermal_plant.csv:2:4: start_cost: found '500', expected costs that do not fall with the hours off (900 "
          "before)"}},
        {"StartCostWithoutAFirstCategory",
         "thermal_plant.csv",
         "name,zone,capacity_mw,start_cost\nhub,north,600,2:900 8:1500\n",
         {"thermal_plant.csv:2:4: start_cost: found '2', expected a first category that begins at 0 hours off"}},
        {"NegativeStartCost",
         "thermal_plant.csv",
         "name,zone,capacity_mw,start_cost\nhub,north,600,-5\n",
         {"thermal_plant.csv:2:4: start_cost: found '-5', expected a number of at least 0 [h:money]"}},
        {"HeatRateWithoutFuel",
         "thermal_plant.csv",
         "name,zone,capacity_mw,heat_rate_gj_per_mwh\nhub,north,600,9\n",
         {"thermal_plant.csv:2: fuel: found nothing, expected the fuel that the heat rate speaks of"}},
        {"TypoInFuel",
         "thermal_plant.csv",
         "name,zone,fuel,capacity_mw,heat_rate_gj_per_mwh\nhub,north,caol,600,9\n",
         {"thermal_plant.csv:2:3: fuel: found 'caol', expected the name of a fuel; did you mean 'coal'?"}},
        {"HeatCurveBesideHeatRate",
         "thermal_plant.csv",
         "name,zone,fuel,capacity_mw,min_output_mw,heat_rate_gj_per_mwh,heat_curve_gj_per_h\nhub,north,coal,600,200,9,"
         "200:1900 600:5500\n",
         {"thermal_plant.csv:2:7: heat_curve_gj_per_h: found 'a curve beside a heat rate', expected either "
          "heat_curve_gj_per_h or heat_rate_gj_per_mwh and no_load_heat_gj_per_h"}},
        {"CurveOfOnePoint",
         "thermal_plant.csv",
         "name,zone,capacity_mw,min_output_mw,cost_curve_per_h\nhub,north,600,200,400:9000\n",
         {"thermal_plant.csv:2:5: cost_curve_per_h: found '400:9000', expected at least two output:value points, from "
          "min_output_mw to capacity_mw"}},
        {"CurveThatEndsEarly",
         "thermal_plant.csv",
         "name,zone,capacity_mw,min_output_mw,cost_curve_per_h\nhub,north,600,200,200:4000 500:9000\n",
         {"thermal_plant.csv:2:5: cost_curve_per_h: found 'points from 200 to 500 MW', expected points from "
          "min_output_mw (200) to capacity_mw (600)"}},
        {"StartUpLimitBelowLeastOutput",
         "thermal_plant.csv",
         "name,zone,capacity_mw,min_output_mw,start_up_limit_mw,shut_down_limit_mw\nhub,north,600,200,150,199\n",
         {"thermal_plant.csv:2:5: start_up_limit_mw: found '150', expected at least min_output_mw (200)",
          "thermal_plant.csv:2:6: shut_down_limit_mw: found '199', expected at least min_output_mw (200)"}},
        {"InitialOutputWhileOff",
         "thermal_plant.csv",
         "name,zone,capacity_mw,initial_status_h,initial_output_mw\nhub,north,600,-5,300\n",
         {"thermal_plant.csv:2:5: initial_output_mw: found '300', expected 0 or empty, as the plant is off before the "
          "start"}},
        {"InitialOutputBelowLeastOutput",
         "thermal_plant.csv",
         "name,zone,capacity_mw,min_output_mw,initial_status_h,initial_output_mw\nhub,north,600,200,5,100\n",
         {"thermal_plant.csv:2:6: initial_output_mw: found '100', expected between min_output_mw (200) and capacity_mw "
          "(600)"}},
        {"InitialStatusOfZero",
         "thermal_plant.csv",
         "name,zone,capacity_mw,initial_status_h\nhub,north,600,0\n",
         {"thermal_plant.csv:2:4: initial_status_h: found '0', expected hours on (above 0) or hours off (below 0)"}},
        {"MustRunWhileStillDown",
         "thermal_plant.csv",
         "name,zone,capacity_mw,must_run,min_down_h,initial_status_h\nhub,north,600,yes,8,-3\n",
         {"thermal_plant.csv:2:4: must_run: found 'yes', expected no, as the plant has been off for 3 of its "
          "min_down_h (8)"}},
        {"NegativeRampAndTimes",
         "thermal_plant.csv",
         "name,zone,capacity_mw,ramp_up_mw_per_h,min_up_h\nhub,north,600,-10,-1\n",
         {"thermal_plant.csv:2:4: ramp_up_mw_per_h: found '-10', expected a number of at least 0 [MW/h]",
          "thermal_plant.csv:2:5: min_up_h: found '-1', expected a number of at least 0 [h]"}},
        {"NegativeQuadratic",
         "thermal_plant.csv",
         "name,zone,capacity_mw,quadratic_cost_per_mw2h\nhub,north,600,-0.1\n",
         {"thermal_plant.csv:2:4: quadratic_cost_per_mw2h: found '-0.1', expected a number of at least 0 "
          "[money/MW2h]"}},
        {"InfinityInACurve",
         "thermal_plant.csv",
         "name,zone,capacity_mw,cost_curve_per_h\nhub,north,600,0:100 inf:900\n",
         {"thermal_plant.csv:2:4: cost_curve_per_h: found '0:100 inf:900', expected one number or pairs such as '0:400 "
          "0.5:2000' [MW:money/h]"}},
    };
    return all;
}

const std::vector<BadInput>& stores() {
    static const std::vector<BadInput> all{
        {"ReservoirMinimumAboveMaximum",
         "reservoir.csv",
         "name,zone,capacity_mw,min_level_mwh,max_level_mwh,inflow_mw,initial_level_mwh\ndam,north,100,600,500,20,"
         "550\n",
         {"reservoir.csv:2:4: min_level_mwh: found '600', expected at most max_level_mwh (500)"}},
        {"ReservoirInitialLevelBelowMinimum",
         "reservoir.csv",
         "name,zone,capacity_mw,min_level_mwh,max_level_mwh,inflow_mw,initial_level_mwh\ndam,north,100,50,500,20,40\n",
         {"reservoir.csv:2:7: initial_level_mwh: found '40', expected a level between min_level_mwh (50) and "
          "max_level_mwh (500)"}},
        {"ReservoirGuideThatEndsTooHigh",
         "reservoir.csv",
         "name,zone,capacity_mw,max_level_mwh,inflow_mw,level_guide_mwh\ndam,north,100,30,20,level\n",
         {"reservoir.csv:2:6: level_guide_mwh: found '40', expected a guide that ends between min_level_mwh (0) and "
          "max_level_mwh (30)"}},
        {"ReservoirGuideThatStartsTooLow",
         "reservoir.csv",
         "name,zone,capacity_mw,min_level_mwh,max_level_mwh,inflow_mw,level_guide_mwh\ndam,north,100,15,500,20,level\n",
         {"reservoir.csv:2:7: level_guide_mwh: found '10', expected a guide that starts between min_level_mwh (15) and "
          "max_level_mwh (500)"}},
        {"ReservoirWithTwoRulesForTheEnd",
         "reservoir.csv",
         "name,zone,capacity_mw,max_level_mwh,inflow_mw,initial_level_mwh,end_level_mwh,end_value_per_mwh\ndam,north,"
         "100,500,20,40,50,3\n",
         {"reservoir.csv:2:8: end_value_per_mwh: found '3', expected nothing, as end_level_mwh is given: one rule for "
          "the end"}},
        {"ReservoirIrrigationMinimumAboveMaximum",
         "reservoir.csv",
         "name,zone,capacity_mw,max_level_mwh,inflow_mw,initial_level_mwh,irrigation_min_mwh,irrigation_max_mwh\ndam,"
         "north,100,500,20,40,480,240\n",
         {"reservoir.csv:2:7: irrigation_min_mwh: found '480', expected at most irrigation_max_mwh (240)"}},
        {"ReservoirInflowSeriesBelowZero",
         "reservoir.csv",
         "name,zone,capacity_mw,max_level_mwh,inflow_mw,initial_level_mwh\ndam,north,100,500,water,40\n",
         {"reservoir.csv:2:5: inflow_mw: found '-5', expected a number of at least 0 [MW] in series water at "
          "2025-01-13 01:00"}},
        {"ReservoirIrrigationSeriesBelowZero",
         "reservoir.csv",
         "name,zone,capacity_mw,max_level_mwh,inflow_mw,initial_level_mwh,irrigation_min_mwh\ndam,north,100,500,20,40,"
         "water\n",
         {"reservoir.csv:2:7: irrigation_min_mwh: found '-5', expected a number of at least 0 [MWh] in series water at "
          "2025-01-13 01:00"}},
        {"BatteryLevelsOutside",
         "battery.csv",
         "name,zone,charge_mw,discharge_mw,energy_mwh,min_level_mwh,initial_level_mwh,end_level_mwh\ncell,north,10,10,"
         "40,5,50,4\n",
         {"battery.csv:2:7: initial_level_mwh: found '50', expected between min_level_mwh (5) and energy_mwh (40)",
          "battery.csv:2:8: end_level_mwh: found '4', expected between min_level_mwh (5) and energy_mwh (40)"}},
        {"BatteryMinimumAboveMaximum",
         "battery.csv",
         "name,zone,charge_mw,discharge_mw,energy_mwh,min_level_mwh\ncell,north,10,10,40,50\n",
         {"battery.csv:2:6: min_level_mwh: found '50', expected at most energy_mwh (40)"}},
        {"BatteryEfficiencyOfZeroAndAboveOne",
         "battery.csv",
         "name,zone,charge_mw,discharge_mw,energy_mwh,charge_efficiency,discharge_efficiency\ncell,north,10,10,40,0,1."
         "1\n",
         {"battery.csv:2:6: charge_efficiency: found '0', expected a number above 0 and at most 1 [1]",
          "battery.csv:2:7: discharge_efficiency: found '1.1', expected a number above 0 and at most 1 [1]"}},
        {"BatteryEfficiencyInPercent",
         "battery.csv",
         "name,zone,charge_mw,discharge_mw,energy_mwh,charge_efficiency\ncell,north,10,10,40,95%\n",
         {"battery.csv:2:6: charge_efficiency: found '95%', expected a number above 0 and at most 1 [1]"}},
        {"BatteryLossOfMoreThanAll",
         "battery.csv",
         "name,zone,charge_mw,discharge_mw,energy_mwh,standing_loss_share_per_h\ncell,north,10,10,40,1.5\n",
         {"battery.csv:2:6: standing_loss_share_per_h: found '1.5', expected a number of at least 0 and at most 1 "
          "[1/h]"}},
        {"BatteryWithTwoRulesForTheEnd",
         "battery.csv",
         "name,zone,charge_mw,discharge_mw,energy_mwh,end_level_mwh,end_value_per_mwh\ncell,north,10,10,40,0,3\n",
         {"battery.csv:2:7: end_value_per_mwh: found '3', expected nothing, as end_level_mwh is given: one rule for "
          "the end"}},
    };
    return all;
}

const std::vector<BadInput>& others() {
    static const std::vector<BadInput> all{
        {"RiverInflowSeriesBelowZero",
         "run_of_river.csv",
         "name,zone,capacity_mw,inflow_mw\nrun,north,100,water\n",
         {"run_of_river.csv:2:4: inflow_mw: found '-5', expected a number of at least 0 [MW] in series water at "
          "2025-01-13 01:00"}},
        {"RiverInflowMissing",
         "run_of_river.csv",
         "name,zone,capacity_mw,inflow_mw\nrun,north,100,\n",
         {"run_of_river.csv:2:4: inflow_mw: found nothing, expected a number of at least 0 [MW] or the name of a "
          "series"}},
        {"SolarAvailabilityAboveOne",
         "solar_plant.csv",
         "name,zone,capacity_mw,availability\npark,north,100,1.5\n",
         {"solar_plant.csv:2:4: availability: found '1.5', expected a number of at least 0 and at most 1 [1]"}},
        {"SolarAvailabilitySeriesAboveOne",
         "solar_plant.csv",
         "name,zone,capacity_mw,availability\npark,north,100,sun\n",
         {"solar_plant.csv:2:4: availability: found '1.2', expected a number of at least 0 and at most 1 [1] in series "
          "sun at 2025-01-13 01:00"}},
        {"WindAvailabilityBelowZero",
         "wind_plant.csv",
         "name,zone,capacity_mw,availability\npark,north,100,-0.1\n",
         {"wind_plant.csv:2:4: availability: found '-0.1', expected a number of at least 0 and at most 1 [1]"}},
        {"WindCurtailmentThatEarns",
         "wind_plant.csv",
         "name,zone,capacity_mw,availability,curtailment_cost_per_mwh\npark,north,100,0.4,-3\n",
         {"wind_plant.csv:2:5: curtailment_cost_per_mwh: found '-3', expected a number of at least 0 [money/MWh]"}},
        {"LineToAnUnknownZone",
         "line.csv",
         "name,from,to,capacity_mw\nlink,north,sout,500\n",
         {"line.csv:2:3: to: found 'sout', expected the name of a zone; did you mean 'south'?"}},
        {"LineWithConvertersThatIsNoLink",
         "line.csv",
         "name,from,to,capacity_mw,converter_loss_share\nlink,north,south,500,0.01\n",
         {"line.csv:2:5: converter_loss_share: found '0.01', expected 0, as a transport line has no converters"}},
        {"LineOfUnknownTechnology",
         "line.csv",
         "name,from,to,technology,capacity_mw\nlink,north,south,hdvc,500\n",
         {"line.csv:2:4: technology: found 'hdvc', expected one of transport, hvdc; did you mean 'hvdc'?"}},
        {"LineThatLosesAll",
         "line.csv",
         "name,from,to,capacity_mw,loss_share\nlink,north,south,500,1\n",
         {"line.csv:2:5: loss_share: found '1', expected a number of at least 0 and at most 0.99 [1]"}},
        {"LineCapacityBelowZero",
         "line.csv",
         "name,from,to,capacity_mw,reverse_capacity_mw\nlink,north,south,-500,-1\n",
         {"line.csv:2:4: capacity_mw: found '-500', expected a number of at least 0 [MW]",
          "line.csv:2:5: reverse_capacity_mw: found '-1', expected a number of at least 0 [MW]"}},
        {"DemandTiersThatFall",
         "demand.csv",
         "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,0:400 0.5:300\n",
         {"demand.csv:2:4: value_of_lost_load_per_mwh: found '300', expected values that do not fall: tier 2 is below "
          "tier 1 (400)"}},
        {"DemandTiersBeyondTheLoad",
         "demand.csv",
         "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,0:400 1.5:900\n",
         {"demand.csv:2:4: value_of_lost_load_per_mwh: found '1.5', expected shares of the load below 1"}},
        {"DemandTiersThatStartLate",
         "demand.csv",
         "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,0.1:400\n",
         {"demand.csv:2:4: value_of_lost_load_per_mwh: found '0.1', expected a first tier that begins at share 0"}},
        {"DemandWithoutAValue",
         "demand.csv",
         "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,\n",
         {"demand.csv:2:4: value_of_lost_load_per_mwh: found nothing, expected one number or pairs such as '0:400 "
          "0.5:2000' [1:money/MWh]"}},
        {"DemandThatLosesAll",
         "demand.csv",
         "name,zone,load_mw,value_of_lost_load_per_mwh,loss_share,level\ntown,north,load,400,1,deliverd\n",
         {"demand.csv:2:5: loss_share: found '1', expected a number of at least 0 and at most 0.99 [1]",
          "demand.csv:2:6: level: found 'deliverd', expected one of delivered, sent_out; did you mean 'delivered'?"}},
        {"FuelPriceBelowZero",
         "fuel.csv",
         "name,price_per_gj,emission_factor_t_per_gj\ncoal,-3,-0.1\n",
         {"fuel.csv:2:2: price_per_gj: found '-3', expected a number of at least 0 [money/GJ]",
          "fuel.csv:2:3: emission_factor_t_per_gj: found '-0.1', expected a number of at least 0 [tCO2/GJ]"}},
        {"PolicyPriceThatIsAWord",
         "policy.csv",
         "name,carbon_price_per_t\ntax,high\n",
         {"policy.csv:2:2: carbon_price_per_t: found 'high', expected a number or the name of a series"}},
        {"ReserveWithoutTimeToRespond",
         "reserve.csv",
         "name,requirement_mw,response_minutes\nup,50,0\n",
         {"reserve.csv:2:3: response_minutes: found '0', expected a number above 0 [min]"}},
        {"ReserveShareAboveOne",
         "reserve.csv",
         "name,share_of_load,share_of_renewables,shortfall_cost_per_mwh\nup,1.5,2,-1\n",
         {"reserve.csv:2:2: share_of_load: found '1.5', expected a number of at least 0 and at most 1 [1]",
          "reserve.csv:2:3: share_of_renewables: found '2', expected a number of at least 0 and at most 1 [1]",
          "reserve.csv:2:4: shortfall_cost_per_mwh: found '-1', expected a number of at least 0 [money/MWh]"}},
        {"ZoneSurplusThatEarns",
         "zone.csv",
         "name,surplus_cost_per_mwh\nnorth,-4\nsouth,\n",
         {"zone.csv:2:2: surplus_cost_per_mwh: found '-4', expected a number of at least 0 [money/MWh]"}},
        {"ZoneRoleInCapitals",
         "zone.csv",
         "name,role\nnorth,Grid\nsouth,grid\n",
         {"zone.csv:2:2: role: found 'Grid', expected one of grid, industrial; did you mean 'grid'?"}},
    };
    return all;
}

const auto name_of_input = [](const auto& info) { return std::string{info.param.name}; };
INSTANTIATE_TEST_SUITE_P(ThermalPlants, BadComponent, testing::ValuesIn(thermal_plants()), name_of_input);
INSTANTIATE_TEST_SUITE_P(Stores, BadComponent, testing::ValuesIn(stores()), name_of_input);
INSTANTIATE_TEST_SUITE_P(Others, BadComponent, testing::ValuesIn(others()), name_of_input);

}  // namespace

}  // namespace indus::tests
