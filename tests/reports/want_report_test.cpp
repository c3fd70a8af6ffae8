// SPDX-License-Identifier: Apache-2.0
// What was out of reach, and heat with its price, as reports tell them: from small runs whose numbers are known by
// hand.
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/console.hpp"
#include "reports/page_data.hpp"
#include "reports/story.hpp"
#include "reports/want_text.hpp"
#include "reports/write_results.hpp"
#include "sample_solution.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/heat_scenes.hpp"
#include "tests/model/components/meter_scenes.hpp"
#include "tests/temporary_folder.hpp"
#include "xlsx_reading.hpp"

namespace indus::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

struct Told {
    explicit Told(const Scene& scene)
        : system{scene.system()}, solution{scene.solve()}, digest{reports::digest(system, solution)} {
        reports::write_results(system, solution, reports::samples::sample_info(), folder.path() / "run");
    }
    std::string text(const std::string& file) const {
        std::ostringstream text;
        text << std::ifstream{folder.path() / "run" / file, std::ios::binary}.rdbuf();
        return text.str();
    }
    json summary() const { return json::parse(text("summary.json")); }

    const TemporaryFolder folder{};
    const System system;
    const Solution solution;
    const reports::Digest digest;
};

// The grid is off from 1:00 to 2:00 and half there from 2:00 on, in steps of half an hour; diesel of 4 MW runs while it
// is off, and while it lets in 5 of 10 MW. Out of reach are 10 + 5 MWh; 4 + 4 come from diesel, 6 + 1 are missing.
Scene shed_estate() {
    Meter gate = meter(10);
    gate.shedding_h_per_day = 1;
    gate.shedding_from_h = 1;
    gate.shedding_to_h = 2;
    gate.grid_available = Profile{std::vector<double>{1, 1, 1, 1, 0.5, 0.5}};
    Scene scene = estate(flat_tariff(), gate, std::vector<double>(6, 10.0), 0.5);
    scene.add(thermal("diesel", 4, 150, "estate")).add(thermal("coal", 200, 20));
    scene.data.settings.outage_seed = 3;
    return scene;
}

TEST(WantReport, TellsWhatAMeterLost) {
    const Told told{shed_estate()};
    ASSERT_EQ(told.digest.meters.size(), 1U);
    const reports::MeterRow& row = told.digest.meters[0];
    EXPECT_NEAR(row.hours_off, 1, tolerance);
    EXPECT_NEAR(row.hours_less, 2, tolerance);
    EXPECT_NEAR(row.out_of_reach_mwh, 15, tolerance);
    EXPECT_NEAR(row.own_supply_mwh, 8, tolerance);
    EXPECT_NEAR(row.unserved_mwh, 7, tolerance);
    EXPECT_NEAR(row.import_mwh, 15, tolerance);
    const std::string sentence =
        "The grid was off at gate for 1.00\u00a0h and reduced for another 1.00\u00a0h: 15.0\u00a0MWh of what the meter "
        "lets in were out of reach. In those hours plants and stores behind it gave 8.00\u00a0MWh, and 7.00\u00a0MWh "
        "were not served.";
    EXPECT_THAT(reports::grid_want_sentences(told.digest), testing::ElementsAre(sentence));
    EXPECT_THAT(told.text("report.html"), HasSubstr(sentence));
    EXPECT_THAT(told.text("report.html"), HasSubstr("What load-shedding and outages of the grid took"));
    EXPECT_THAT(reports::console_summary(told.system, told.solution, false), HasSubstr("The grid was off at gate for"));
    EXPECT_EQ(told.summary()["meters"][0]["hours_off"], 1.0);
    EXPECT_THAT(told.text("meters.csv"), HasSubstr("gate,estate,zone,15,0,1,2,15,8,7\n"));
}

TEST(WantReport, CountsStocksThatAreMany) {
    reports::Digest digest;
    EXPECT_EQ(reports::fuel_want_summary(digest), "");
    for (const char* name : {"north", "south", "east"})
        digest.fuel_stocks.push_back({.name = name, .fuel = "coal", .missed_mwh = 10.0});
    EXPECT_EQ(reports::fuel_want_summary(digest),
              "For want of coal in north, south and east, plants gave 30.0\u00a0MWh less than they could have.");
    digest.fuel_stocks.push_back({.name = "west", .fuel = "coal", .missed_mwh = 10.0});
    digest.fuel_stocks.push_back({.name = "full", .fuel = "gas"});
    EXPECT_EQ(reports::fuel_want_summary(digest),
              "For want of coal in 4 yards and tanks, plants gave 40.0\u00a0MWh less than they could have.");
}

TEST(WantReport, IsSilentWhereNothingIsLost) {
    const Told told{estate(flat_tariff(), meter(100), {10}).add(thermal("coal", 200, 20))};
    EXPECT_TRUE(reports::grid_want_sentences(told.digest).empty());
    EXPECT_THAT(told.text("report.html"), Not(HasSubstr("What load-shedding")));
    EXPECT_TRUE(told.summary()["heat_nodes"].empty());
}

// 30 t are 60 MWh of the 150 that are wanted and the 300 that could be given.
TEST(WantReport, TellsWhatWantOfFuelCost) {
    Scene scene = coal_scene(yard(30), {50, 50, 50});
    scene.data.list<Zone>()[0].title = "The town";
    const Told told{scene};
    const reports::FuelStockRow& row = told.digest.fuel_stocks.at(0);
    EXPECT_NEAR(row.hours_short, 3, tolerance);
    EXPECT_NEAR(row.missed_mwh, 240, tolerance);
    EXPECT_NEAR(row.unserved_mwh, 90, tolerance);
    EXPECT_EQ(row.unserved_zones, "The town");
    const std::string sentence =
        "For want of coal in yard its plants stood or held back for 3.00\u00a0h and gave 240\u00a0MWh less than they "
        "could have. It is among the causes of 90.0\u00a0MWh that were not served, in The town.";
    EXPECT_THAT(reports::fuel_want_sentences(told.digest), testing::ElementsAre(sentence));
    EXPECT_THAT(told.text("report.html"), HasSubstr(sentence));
    EXPECT_THAT(reports::answer_sentences(told.system, told.solution, told.digest),
                testing::Contains("For want of coal in yard, plants gave 240\u00a0MWh less than they could have."));
    EXPECT_THAT(reports::console_summary(told.system, told.solution, false), HasSubstr("For want of coal in yard"));
    EXPECT_EQ(told.summary()["fuel_stocks"][0]["unserved_zones"], "The town");
}

// Gas at 70 serves all, and no reserve of 20 MW is there where coal stands: 90 + 10 of gas' 100 MW are taken.
TEST(WantReport, TellsOfReserveThatIsMissingMeanwhile) {
    Scene scene = coal_scene(yard(0), {90, 90});
    scene.data.list<ThermalPlant>()[0].min_output_mw = 10;
    scene.add(thermal("gas", 100, 70)).reserve(20);
    scene.data.list<Reserve>()[0].shortfall_cost_per_mwh = 50.0;
    const Told told{scene};
    EXPECT_NEAR(told.digest.fuel_stocks.at(0).reserve_missing_mwh, 20, tolerance);
    EXPECT_THAT(reports::fuel_want_sentences(told.digest),
                testing::ElementsAre("For want of coal in yard its plants stood or held back for 2.00\u00a0h and gave "
                                     "200\u00a0MWh less than they could have. No demand went without power for it. In "
                                     "those hours reserve was missing, 20.0\u00a0MWh in all."));
    scene.data.list<Reserve>()[0].requirement_mw = 10.0;
    EXPECT_THAT(reports::fuel_want_sentences(Told{scene}.digest)[0], HasSubstr("No reserve was missing"));
}

// A boiler of 100 MW at 18 a MWh, and 100 for what is missing: 90 and 120 MW are wanted. (90 * 18 + 100 * 100) / 190.
TEST(WantReport, TellsOfHeatAndItsPrice) {
    Scene scene = steam_scene(2);
    const Told told{scene.add(heat_demand({90, 120})).add(gas_boiler())};
    const reports::HeatNodeRow& row = told.digest.heat_nodes.at(0);
    EXPECT_NEAR(row.boilers_mwh, 190, tolerance);
    EXPECT_NEAR(row.used_mwh, 190, tolerance);
    EXPECT_NEAR(row.unserved_mwh, 20, tolerance);
    EXPECT_NEAR(row.average_price_per_mwh.value_or(0), (90 * 18 + 100 * 100) / 190.0, tolerance);
    EXPECT_NEAR(row.min_price_per_mwh.value_or(0), 18, tolerance);
    EXPECT_NEAR(row.max_price_per_mwh.value_or(0), 100, tolerance);
    EXPECT_THAT(told.text("prices.csv"), HasSubstr("2025-01-13 01:00,heat_node,steam,100,"));
    EXPECT_THAT(told.text("heat_nodes.csv"), HasSubstr("steam,zone,190,0,190,20,0,"));
    const std::string page = told.text("report.html");
    EXPECT_THAT(page, HasSubstr("data-chart=\"heat-prices\""));
    EXPECT_THAT(page, HasSubstr("Heat by node"));
    const reports::tests::Xlsx book{told.folder.path() / "run/results.xlsx"};
    EXPECT_EQ(book.rows("Heat prices").at(0).at(1).text, "steam [money/MWh]");
    EXPECT_NEAR(book.rows("Heat prices").at(2).at(1).number, 100, tolerance);
    EXPECT_EQ(told.summary()["heat_nodes"][0]["max_price_per_mwh"], 100.0);
}

}  // namespace
}  // namespace indus::tests
