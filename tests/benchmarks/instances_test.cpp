// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "benchmarks/report.hpp"
#include "benchmarks/systems.hpp"
#include "model/studies/dispatch.hpp"
#include "model/studies/verify.hpp"
#include "tests/benchmarks/said.hpp"

namespace indus::bench {
namespace {

using testing::HasSubstr;
using testing::Not;

double load_mw(const model::System& system, int t) {
    double sum = 0.0;
    for (const model::Demand& each : system.all<model::Demand>())
        sum += each.load_mw.values[static_cast<std::size_t>(t)];
    return sum;
}

TEST(BenchSystems, MultipliesKazarlis) {
    const model::System ten = system_named("kazarlis:10"), forty = system_named("kazarlis:40");
    EXPECT_EQ(ten.all<model::ThermalPlant>().size(), 10U);
    EXPECT_EQ(forty.all<model::ThermalPlant>().size(), 40U);
    EXPECT_DOUBLE_EQ(load_mw(ten, 0), 700.0);
    EXPECT_DOUBLE_EQ(load_mw(forty, 11), 6000.0);
}

// Days answer to prices one after the other, the same in each run, and what they prove is proven again.
TEST(BenchSystems, FleetOverDaysIsProven) {
    const model::System system = system_named("random:12:72:1:3");
    const model::DispatchOptions asked{.run = {.gap = 0.01, .time_limit_seconds = 120.0}};
    const model::Solution solution = model::dispatch(system, asked);
    EXPECT_EQ(solution.method, "decompose");
    EXPECT_TRUE(solution.within_gap());
    EXPECT_TRUE(solution.certificate.feasible);
    EXPECT_TRUE(solution.findings.empty());
    const model::Solution again = model::dispatch(system, asked);
    EXPECT_EQ(again.certificate.cost, solution.certificate.cost);
    EXPECT_EQ(again.certificate.bound, solution.certificate.bound);
}

TEST(BenchSystems, IndustryMeetsItsOrders) {
    const model::System system = system_named("industry:3:24:60:1");
    const model::Solution solution = model::dispatch(system, {.run = {.gap = 0.02, .time_limit_seconds = 120.0}});
    EXPECT_TRUE(solution.within_gap());
    EXPECT_TRUE(solution.findings.empty());
    EXPECT_EQ(solution.cost_of("lost_output"), 0.0);
}

// Twelve processes answered by their rows beside sixteen engines and a grid: decided block by block.
TEST(BenchSystems, IndustryIsDecidedBlockByBlock) {
    const model::System system = system_named("industry:12:24:60:3");
    model::DispatchOptions asked{.run = {.gap = 0.05, .time_limit_seconds = 120.0}};
    asked.run.method = "decompose";
    const model::Solution solution = model::dispatch(system, asked);
    EXPECT_EQ(solution.method, "decompose");
    EXPECT_TRUE(solution.within_gap());
    EXPECT_TRUE(solution.findings.empty());
    for (const std::string& problem : model::verify(system, solution).problems) ADD_FAILURE() << problem;
}

TEST(BenchSystems, DrawsTheSameFromASeed) {
    const model::System one = random_system(50, 24, 3, 7), same = random_system(50, 24, 3, 7),
                        other = random_system(50, 24, 3, 8);
    EXPECT_EQ(one.all<model::ThermalPlant>().size(), 50U);
    EXPECT_EQ(one.all<model::Line>().size(), 3U);
    EXPECT_EQ(load_mw(one, 5), load_mw(same, 5));
    EXPECT_NE(load_mw(one, 5), load_mw(other, 5));
    double capacity_mw = 0.0;
    for (const model::ThermalPlant& each : one.all<model::ThermalPlant>()) capacity_mw += each.capacity_mw;
    for (int t = 0; t < 24; ++t) EXPECT_LT(load_mw(one, t), 0.9 * capacity_mw) << t;
}

TEST(BenchSystems, SaysWhatIsWrongWithAName) {
    for (const char* name :
         {"kazarlis:15", "kazarlis", "random:1:2", "random:5:x:1:1", "random:0:24:1:1", "no/such/file"})
        EXPECT_THROW(system_named(name), std::runtime_error) << name;
}

Said instances(const std::vector<std::string>& arguments, const std::filesystem::path& folder) {
    return hear(INDUS_INSTANCES, arguments, folder);
}

// Both methods take their turn and agree on the cost to the gap asked.
TEST(BenchInstances, ComparesWithPlainCbc) {
    const solver::TemporaryFolder folder;
    const Said said =
        instances({"--gaps", "1%", "--limit", "60s", "-o", "now.json", "random:25:12:1:3"}, folder.path());
    EXPECT_EQ(said.exit_code, 0) << said.text;
    EXPECT_THAT(said.text, HasSubstr("| random:25:12:1:3 | 1 % |"));
    std::ifstream file{folder.path() / "now.json"};
    const auto report = nlohmann::json::parse(file);
    EXPECT_EQ(report["format"], "indus-benchmark");
    EXPECT_EQ(report["version"], 2);
    const auto& runs = report["results"][0]["runs"];
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0]["used"], "decompose");
    EXPECT_EQ(runs[1]["used"], "direct");
    for (const auto& run : runs) {
        EXPECT_TRUE(run["feasible"]);
        EXPECT_GT(run["cpu_seconds"].get<double>(), 0.0);
        EXPECT_LE(run["seconds_to_gap"].get<double>(), run["seconds"].get<double>());
        EXPECT_LE(run["bound"].get<double>(), 1.0001 * runs[0]["cost"].get<double>());
    }
    EXPECT_NEAR(runs[0]["cost"].get<double>(), runs[1]["cost"].get<double>(), 0.011 * runs[0]["cost"].get<double>());
}

// A file of one's own results is one to compare with, and is no worse than itself.
TEST(BenchInstances, ComparesWithEarlierResults) {
    const solver::TemporaryFolder folder;
    const std::vector<std::string> asked{"--gaps", "1%", "--limit", "60s", "--repeat", "2", "-o", "now.json"};
    std::vector<std::string> with_name = asked;
    with_name.emplace_back("random:25:12:1:3");
    EXPECT_EQ(instances(with_name, folder.path()).exit_code, 0);
    EXPECT_EQ(read_report(folder.path() / "now.json").results.at(0).runs.size(), 4U);
    const Said said = hear(INDUS_BENCH_COMPARE, {"now.json", "now.json"}, folder.path());
    EXPECT_EQ(said.exit_code, 0) << said.text;
    EXPECT_THAT(said.text, HasSubstr("| random:25:12:1:3 | 1 % |"));
    EXPECT_THAT(said.text, HasSubstr("**No regression.**"));
}

TEST(BenchInstances, TellsWhatItWouldRun) {
    const solver::TemporaryFolder folder;
    const std::string quick = instances({"--list"}, folder.path()).text;
    EXPECT_THAT(quick, HasSubstr("read_case/pakistan\n"));
    EXPECT_THAT(quick, HasSubstr("kazarlis:100 at 0.01 %\n"));
    EXPECT_THAT(quick, HasSubstr("industry:12:24:60:3 at 1 %\n"));
    EXPECT_THAT(quick, Not(HasSubstr("growth")));
    const std::string full = instances({"--full", "--list"}, folder.path()).text;
    for (const char* each :
         {"random:2000:48:1:7 at 1 %, growth by units", "random:50:8760:1:7 at 0.1 %, growth by hours",
          "random:200:24:50:7 at 0.01 %, growth by zones", "pakistan:8760 at 1 %", "industry:50:168:15:7 at 1 %\n"})
        EXPECT_THAT(full, HasSubstr(each));
    // What its bound leaves is more than a tenth of a percent: a set does not ask for that, a user may.
    EXPECT_THAT(quick + full, Not(HasSubstr("industry:12:24:60:3 at 0.1 %")));
    EXPECT_THAT(full, Not(HasSubstr("industry:50:168:15:7 at 0.1 %")));
    EXPECT_EQ(instances({"--gaps", "0.1%", "--list", "industry:12:24:60:3"}, folder.path()).text,
              "industry:12:24:60:3 at 0.1 %\n");
    const std::string units = instances({"--growth", "units", "--gaps", "1%", "--list"}, folder.path()).text;
    EXPECT_EQ(std::count(units.begin(), units.end(), '\n'), 8);
}

// Both runs would need their limit at worst: there is no time for them.
TEST(BenchInstances, LeavesOutWhatDoesNotFit) {
    const solver::TemporaryFolder folder;
    const Said said = instances({"--gaps", "1%", "--limit", "60s", "--within", "30s", "-o", "now.json", "kazarlis:10"},
                                folder.path());
    EXPECT_EQ(said.exit_code, 0);
    EXPECT_THAT(said.text, HasSubstr("Left out, for the time was up: kazarlis:10 at 1 %."));
    EXPECT_THAT(read_report(folder.path() / "now.json").left_out, testing::ElementsAre("kazarlis:10 at 1 %"));
}

TEST(BenchInstances, SaysWhatIsWrong) {
    const solver::TemporaryFolder folder;
    EXPECT_THAT(instances({"--gaps", "much", "kazarlis:10"}, folder.path()).text, HasSubstr("--gaps: found 'much'"));
    EXPECT_EQ(instances({"--limit", "soon"}, folder.path()).exit_code, 2);
    EXPECT_THAT(instances({"--growth", "plants"}, folder.path()).text,
                HasSubstr("expected units, hours, zones or all"));
    EXPECT_THAT(instances({"--repeat", "0"}, folder.path()).text, HasSubstr("--repeat: found 0"));
    EXPECT_THAT(instances({"-o", "no/such/folder.json", "kazarlis:10"}, folder.path()).text,
                HasSubstr("'no/such/folder.json' cannot be written"));
    EXPECT_THAT(instances({"--limit", "5s", "kazarlis:15"}, folder.path()).text, HasSubstr("failed"));
}

}  // namespace
}  // namespace indus::bench
