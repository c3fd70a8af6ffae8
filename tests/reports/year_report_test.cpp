// SPDX-License-Identifier: Apache-2.0
// A year: days and chosen weeks on the page, days in the workbook, every step in the CSV and in the stored run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>

#include "inputs/read_solution.hpp"
#include "reports/page_data.hpp"
#include "reports/story.hpp"
#include "sample_solution.hpp"
#include "tests/temporary_folder.hpp"
#include "xlsx_reading.hpp"

namespace indus::reports {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using samples::sample_info;
using samples::sample_run;
using samples::SampleRun;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

json data_of(const std::string& page) {
    const std::string mark = "<script type=\"application/json\" id=\"data\">";
    const std::size_t begin = page.find(mark) + mark.size();
    return json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

std::size_t cells(const json& view) { return view["t"].size() - 1; }

/// What the sections of a page see.
struct Seen {
    explicit Seen(const SampleRun& run)
        : digested{digest(run.system, run.solution)},
          series{run.system, run.solution},
          in{run.system, run.solution, digested, series, info} {}
    RunInfo info = sample_info();
    Digest digested;
    SeriesIndex series;
    PageInput in;
};

class YearReport : public testing::Test {
protected:
    std::string page(const SampleRun& run) const {
        write_results(run.system, run.solution, sample_info(), folder_);
        return text_of(folder_ / "report.html");
    }
    /// Series and multipliers come back to the last bit.
    void expect_comes_back(const SampleRun& run) const {
        const inputs::StoredRun stored = inputs::read_solution(folder_);
        for (const inputs::Issue& issue : stored.issues) ADD_FAILURE() << inputs::to_string(issue);
        ASSERT_TRUE(stored.system && stored.solution);
        EXPECT_EQ(stored.system->horizon(), run.system.horizon());
        EXPECT_EQ(stored.solution->multipliers, run.solution.multipliers);
        ASSERT_EQ(stored.solution->series.size(), run.solution.series.size());
        for (std::size_t s = 0; s < run.solution.series.size(); ++s)
            ASSERT_EQ(stored.solution->series[s].values, run.solution.series[s].values);
        ASSERT_EQ(stored.solution->prices.size(), run.solution.prices.size());
        for (std::size_t p = 0; p < run.solution.prices.size(); ++p)
            ASSERT_EQ(stored.solution->prices[p].values, run.solution.prices[p].values);
    }
    const indus::tests::TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path() / "run";
};

TEST_F(YearReport, ShowsDaysAndWeeksAndSaysSo) {
    const SampleRun run = sample_run({.steps = 8760});
    const std::string text = page(run);
    EXPECT_LT(text.size(), 3'000'000U);
    EXPECT_THAT(text, HasSubstr("The run has 8\u202f760 steps. Charts over time show the mean of each day."));
    EXPECT_THAT(text, HasSubstr("<table id=\"weeks\""));
    const json views = data_of(text)["views"];
    ASSERT_EQ(views.size(), 1 + most_weeks);
    EXPECT_EQ(views[0]["mean"], "day");
    EXPECT_EQ(cells(views[0]), 365U);
    for (std::size_t v = 1; v < views.size(); ++v) {
        EXPECT_EQ(views[v]["mean"], "");
        EXPECT_EQ(cells(views[v]), 168U);
    }
    const Seen seen{run};
    const PlantRow& plant = seen.digested.plants.at(2);
    const auto& output = seen.series.values(plant.kind, plant.name, "output");
    const double mean = std::accumulate(output.begin() + 48, output.begin() + 72, 0.0) / 24.0;
    EXPECT_NEAR(views[0]["plants"][2]["output"][2].get<double>(), mean, 1e-4 * mean);
}

TEST_F(YearReport, GivesEveryReasonOfAWeek) {
    const SampleRun run = sample_run({.steps = 8760});
    const Seen seen{run};
    const std::vector<Week> weeks = page_data(seen.in).weeks;
    ASSERT_FALSE(weeks.empty());
    std::vector<std::string> reasons;
    for (const Week& week : weeks) {
        EXPECT_EQ(week.count, 168);
        EXPECT_EQ(week.first % 168, 0);
        reasons.insert(reasons.end(), week.reasons.begin(), week.reasons.end());
    }
    EXPECT_THAT(reasons, testing::UnorderedElementsAre("most not served", "highest demand", "highest prices",
                                                       "lowest demand", "most usual demand"));
    std::vector<double> demand(52, 0.0);
    for (const model::Demand& each : run.system.all<model::Demand>())
        for (std::size_t t = 0; t / 168 < demand.size(); ++t) demand[t / 168] += each.load_mw.values[t];
    const auto highest = std::find_if(weeks.begin(), weeks.end(), [](const Week& week) {
        return std::count(week.reasons.begin(), week.reasons.end(), "highest demand") > 0;
    });
    const double most = *std::max_element(demand.begin(), demand.end());
    EXPECT_NEAR(highest->demand_mwh, most, 1e-6 * most);
}

TEST_F(YearReport, AHundredPlantsStayUnderTenMegabytes) {
    const SampleRun run = sample_run({.steps = 8760, .copies = 21});
    std::string text;
    write_page(Seen{run}.in, append_to(text));
    EXPECT_LT(text.size(), 8'000'000U);
    EXPECT_GE(data_of(text)["views"].size(), 6U);
}

TEST_F(YearReport, QuarterHoursOfAYear) {
    const SampleRun run = sample_run({.steps = 35040, .step_hours = 0.25});
    const std::string text = page(run);
    EXPECT_LT(text.size(), 8'000'000U);
    const json views = data_of(text)["views"];
    EXPECT_EQ(cells(views[0]), 365U);
    ASSERT_GE(views.size(), 6U);
    EXPECT_EQ(cells(views[1]), 672U);
    expect_comes_back(run);
    const tests::Xlsx book{folder_ / "results.xlsx"};
    const std::size_t plants = Seen{run}.digested.plants.size();
    EXPECT_EQ(book.rows("Generation").size(), 1 + 365 * plants);
    const std::string csv = text_of(folder_ / "generation.csv");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 35040 * static_cast<long>(plants));
}

TEST_F(YearReport, ComesBackWhole) {
    const SampleRun run = sample_run({.steps = 8760});
    page(run);
    expect_comes_back(run);
}

TEST_F(YearReport, AWeekShowsEveryStepAndSaysNothingOfTime) {
    const std::string text = page(sample_run({.steps = 336}));
    EXPECT_THAT(text, Not(HasSubstr("<section id=\"time\"")));
    const json views = data_of(text)["views"];
    ASSERT_EQ(views.size(), 1U);
    EXPECT_EQ(views[0]["mean"], "");
    EXPECT_EQ(cells(views[0]), 336U);
}

TEST_F(YearReport, SixDaysOfFiveMinutesAreOneWeek) {
    const SampleRun run = sample_run({.steps = 6 * 288, .step_hours = 1.0 / 12});
    const PageData data = page_data(Seen{run}.in);
    ASSERT_EQ(data.weeks.size(), 1U);
    EXPECT_TRUE(data.weeks[0].reasons.empty());
    const json views = json::parse(data.json)["views"];
    EXPECT_EQ(cells(views[0]), 6U);
    EXPECT_EQ(cells(views[1]), 1728U);
}

TEST_F(YearReport, ShowsWeeksWhereDaysAreTooMany) {
    const SampleRun run = sample_run({.steps = 2400});
    const Seen seen{run};
    const PageData data = page_data(seen.in, {.mean_bytes = 20'000});
    EXPECT_EQ(data.mean_of, "week");
    const json views = json::parse(data.json)["views"];
    EXPECT_EQ(views[0]["title"], "Weekly means");
    EXPECT_EQ(cells(views[0]), 15U);  // 100 days
    const PageData bare = page_data(seen.in, {.data_bytes = 1});
    EXPECT_TRUE(bare.weeks.empty());
    EXPECT_EQ(json::parse(bare.json)["views"].size(), 1U);
}

TEST_F(YearReport, TellsTheGreatestOfManyCauses) {
    SampleRun run = sample_run({.steps = 168});
    const model::UnservedRecord first = run.solution.unserved.at(0);
    for (int i = 0; i < 5000; ++i) {
        run.solution.unserved.push_back(first);
        run.solution.unserved.back().cause = "cause " + std::to_string(i);
    }
    const Seen seen{run};
    const MainCauses causes = main_causes(seen.digested);
    EXPECT_EQ(causes.rows.size(), 20U);
    EXPECT_THAT(causes.note, HasSubstr("the 20 greatest of 5\u202f00"));
    EXPECT_LT(page(run).size(), 3'000'000U);
    const json summary = json::parse(text_of(folder_ / "summary.json"));
    EXPECT_EQ(summary["causes"].size(), 1000U);
    EXPECT_EQ(summary["cause_count"], seen.digested.causes.size());
    EXPECT_EQ(summary["unserved"].size(), 1000U);
    EXPECT_EQ(summary["unserved_count"], run.solution.unserved.size());
    const std::string csv = text_of(folder_ / "unserved.csv");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + static_cast<long>(run.solution.unserved.size()));
}

}  // namespace
}  // namespace indus::reports
