// SPDX-License-Identifier: Apache-2.0
// What the charts of stages, stocks, fuel and meters are given.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/page_data.hpp"
#include "sample_works.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::reports {
namespace {

using nlohmann::json;
using samples::SampleRun;
using samples::works_run;
using testing::HasSubstr;
using testing::Not;

struct Seen {
    explicit Seen(const SampleRun& run)
        : digested{digest(run.system, run.solution)},
          series{run.system, run.solution},
          in{run.system, run.solution, digested, series, info} {}
    RunInfo info = samples::sample_info();
    Digest digested;
    SeriesIndex series;
    PageInput in;
};

json data_of(const SampleRun& run) {
    const Seen seen{run};
    return json::parse(page_data(seen.in).json);
}

/// Cells [from, to), mode, share of the time on, rate.
json bar(int from, int to, int mode, double on, double rate) { return {from, to, mode, on, rate}; }

json bars(const json& stage) {
    json list = json::array();
    for (std::size_t at = 0; at < stage["bars"].size(); at += 5)
        list.push_back(json(std::vector<json>(stage["bars"].begin() + at, stage["bars"].begin() + at + 5)));
    return list;
}

// Quarter hours: white from 6 to 12 is cells 24 to 48; idling up to 13; the rate of grey is the hour of the day. Works
// 1 has an outage from 12 to 17.
TEST(WorksReport, ShowsModesRatesAndRestsOfStages) {
    const json data = data_of(works_run());
    ASSERT_EQ(data["processes"].size(), 2U);
    ASSERT_EQ(data["stages"].size(), 4U);
    EXPECT_EQ(data["stages"][2]["process"], 1);
    EXPECT_EQ(data["stages"][2]["modes"][1],
              json({{"name", "works 2 kiln grey"}, {"unit", "t"}, {"top", 30.0}, {"batch", false}}));
    EXPECT_EQ(data["stages"][2]["modes"][2]["top"], 0.0);
    const json& kiln = data["views"][0]["stages"][2];
    EXPECT_EQ(bars(kiln)[0], bar(24, 48, 0, 1.0, 30.0));
    EXPECT_EQ(bars(kiln)[1], bar(48, 52, 2, 1.0, 0.0));
    EXPECT_EQ(bars(kiln)[2], bar(56, 60, 1, 1.0, 14.0));
    EXPECT_EQ(bars(kiln)[3], bar(60, 64, 1, 1.0, 15.0));
    EXPECT_EQ(json(std::vector<json>(kiln["rests"].begin(), kiln["rests"].begin() + 9)),
              json({0, 24, 1, 52, 56, 3, 88, 120, 1}));
    EXPECT_EQ(json(std::vector<json>(kiln["power"].begin(), kiln["power"].begin() + 6)),
              json({24, 0.0, 24, 8.0, 4, 1.0}));
    const json& halted = data["views"][0]["stages"][0];
    EXPECT_EQ(json(std::vector<json>(halted["rests"].begin(), halted["rests"].begin() + 6)),
              json({0, 24, 1, 48, 68, 2}));
}

TEST(WorksReport, ShowsEveryBatchAsABarOfItsOwn) {
    const json furnace = data_of(works_run())["views"][0]["stages"][1];
    EXPECT_EQ(bars(furnace)[0], bar(32, 40, 0, 1.0, 25.0));
    EXPECT_EQ(bars(furnace)[1], bar(40, 48, 0, 1.0, 25.0));
    EXPECT_EQ(bars(furnace).size(), 12U);
}

TEST(WorksReport, ShowsStocksAndFuelWithItsRoutes) {
    const json data = data_of(works_run());
    EXPECT_EQ(data["stocks"][0]["max"], 400.0);
    const json& level = data["views"][0]["stocks"][0]["level"];
    EXPECT_EQ(json(std::vector<json>(level.begin(), level.begin() + 4)), json({1, 0.0, 1, 2.5}));
    const json& yard = data["fuel_stocks"][0];
    EXPECT_EQ(yard["routes"], json({"trains"}));
    EXPECT_EQ(yard["day"], 240.0);
    const json& seen = data["views"][0]["fuel_stocks"][0];
    EXPECT_EQ(seen["burnt"], json({192, 10.0}));
    EXPECT_EQ(seen["brought"], json({80, 0.0, 16, 60.0, 80, 0.0, 16, 60.0}));
    EXPECT_EQ(seen["cuts"], json({48, 68, 0}));
}

TEST(WorksReport, ShowsPeriodsAndBillingDemandOfMeters) {
    const json data = data_of(works_run());
    const json& meter = data["meters"][0];
    EXPECT_EQ(meter["periods"], json({{{"name", "evening"}, {"band", "peak"}, {"price", 120.0}}}));
    EXPECT_EQ(meter["demands"][2], 40.0);
    const json& seen = data["views"][0]["meters"][0];
    EXPECT_EQ(seen["periods"], json({72, 88, 0, 168, 184, 0}));
    EXPECT_EQ(seen["price"], json({72, 60.0, 16, 120.0, 80, 60.0, 16, 120.0, 8, 60.0}));
    EXPECT_EQ(seen["export"], json({88, 0.0, 8, 5.0, 88, 0.0, 8, 5.0}));
}

TEST(WorksReport, AYearOfFiftyProcessesStaysSmall) {
    const SampleRun run = works_run({.processes = 50, .steps = 8760, .step_hours = 1.0});
    const Seen seen{run};
    const PageData data = page_data(seen.in);
    EXPECT_LT(data.json.size(), 5'000'000U);
    EXPECT_EQ(data.mean_of, "day");
    EXPECT_EQ(data.weeks.size(), most_weeks);
    const json views = json::parse(data.json)["views"];
    // On a day the kiln makes white at 30 for six hours, stands by for one, makes grey at 14 to 21 for eight.
    EXPECT_EQ(bars(views[0]["stages"][2])[0], bar(0, 365, 1, 0.625, 21.333));
    EXPECT_FALSE(views[0]["meters"][0].contains("periods"));
    EXPECT_TRUE(views[1]["meters"][0].contains("periods"));
}

TEST(WorksReport, IsSilentWithoutProcesses) {
    const SampleRun run = samples::sample_run();
    const json data = data_of(run);
    for (const char* key : {"processes", "stages", "stocks", "fuel_stocks", "meters"}) EXPECT_TRUE(data[key].empty());
    const tests::TemporaryFolder folder;
    write_results(run.system, run.solution, samples::sample_info(), folder.path() / "run");
    std::ostringstream text;
    text << std::ifstream{folder.path() / "run/report.html", std::ios::binary}.rdbuf();
    for (const char* chart : {"gantt", "stocks", "fuel-stocks", "tariff"})
        EXPECT_THAT(text.str(), Not(HasSubstr(std::string{"data-chart=\""} + chart + "\"")));
}

}  // namespace
}  // namespace indus::reports
