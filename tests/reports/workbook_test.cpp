// SPDX-License-Identifier: Apache-2.0
// results.xlsx, read back: the numbers of summary.json and of the CSV tables, charts, odd names, bytes.
#include "reports/workbook.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "reports/csv_rows.hpp"
#include "reports/workbook_sheets.hpp"
#include "sample_solution.hpp"
#include "sample_works.hpp"
#include "tests/temporary_folder.hpp"
#include "xlsx_reading.hpp"

namespace indus::reports {
namespace {

namespace fs = std::filesystem;
using samples::sample_info;
using samples::sample_run;
using samples::SampleRun;
using testing::Contains;
using testing::HasSubstr;
using tests::Xlsx;
using tests::XlsxRows;

std::string bytes_of(const fs::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

std::vector<std::vector<CsvField>> csv_rows(const fs::path& file) {
    std::vector<std::vector<CsvField>> all;
    CsvRows rows{[&](const auto& row) { all.push_back(row); }};
    rows.take(bytes_of(file));
    return all;
}

class Workbook : public testing::Test {
protected:
    Xlsx written(const SampleRun& run, const RunInfo& info = sample_info()) const {
        write_results(run.system, run.solution, info, folder_ / "run");
        return Xlsx{folder_ / "run/results.xlsx"};
    }
    std::vector<std::vector<CsvField>> csv(const std::string& file) const { return csv_rows(folder_ / "run" / file); }
    const indus::tests::TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path();
};

/// The number right of a label on a sheet.
std::optional<double> value_of(const XlsxRows& rows, const std::string& label) {
    for (const auto& row : rows)
        if (row.size() > 1 && row[0].text == label && row[1].is_number) return row[1].number;
    return {};
}

/// Excel's days since 30 December 1899 of "2025-01-13 05:30".
double serial(const std::string& time) {
    std::tm parts{};
    std::istringstream{time} >> std::get_time(&parts, "%Y-%m-%d %H:%M");
    return static_cast<double>(timegm(&parts)) / 86400.0 + 25569.0;
}

TEST_F(Workbook, SaysWhatTheSummarySays) {
    const Xlsx book = written(sample_run({.steps = 48}));
    const auto summary = nlohmann::json::parse(bytes_of(folder_ / "run/summary.json"));
    const XlsxRows rows = book.rows("Summary");
    const std::vector<std::pair<std::string, std::string>> same{{"Cost of this plan", "/cost"},
                                                                {"Best proven lower bound", "/bound"},
                                                                {"Gap", "/gap"},
                                                                {"Demand", "/totals/demand_mwh"},
                                                                {"Unserved", "/totals/unserved_mwh"},
                                                                {"Emissions", "/totals/emissions_t"},
                                                                {"Running cost", "/totals/running_cost"},
                                                                {"Start-ups", "/totals/cost_by_category/start_up"},
                                                                {"Total", "/cost"}};
    for (const auto& [label, path] : same) {
        const double expected = summary.at(nlohmann::json::json_pointer{path}).get<double>();
        const auto found = value_of(rows, label);
        ASSERT_TRUE(found) << label;
        EXPECT_NEAR(*found, expected, 1e-14 * std::abs(expected)) << label;
    }
    EXPECT_EQ(rows[0][0].text, "Sample of the Indus valley, base");
    EXPECT_EQ(rows[1][0].text, "Solved: proven within 0.43\u202f% of the best possible cost (asked: 0.50\u202f%).");
    EXPECT_NEAR(*value_of(rows, "From"), serial("2025-01-13 00:00"), 1e-9);
    EXPECT_NEAR(*value_of(rows, "To"), serial("2025-01-15 00:00"), 1e-9);
}

std::string header_of(const Xlsx& book, const std::string& sheet) {
    std::string text;
    const XlsxRows rows = book.rows(sheet);
    for (const auto& cell : rows[0]) text += cell.text + "|";
    return text;
}

/// Every CSV table of the run has its sheet, cell by cell; how many there are.
int tables_in(const Xlsx& book, const fs::path& folder) {
    int tables = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() != ".csv") continue;
        SCOPED_TRACE(entry.path().filename().string());
        std::string sheet = entry.path().stem().string();
        sheet[0] = static_cast<char>(std::toupper(sheet[0]));
        std::replace(sheet.begin(), sheet.end(), '_', ' ');
        const auto expected = csv_rows(entry.path());
        XlsxRows found = book.rows(sheet);
        EXPECT_EQ(found.size(), expected.size());
        if (found.size() != expected.size()) continue;
        for (std::size_t i = 1; i < expected.size(); ++i) {
            found[i].resize(expected[i].size());
            for (std::size_t j = 0; j < expected[i].size(); ++j) {
                const CsvField& field = expected[i][j];
                const std::string& key = expected[0][j].text;
                const bool is_time = key == "time" || key == "start" || key == "end";
                if (field.is_number)
                    EXPECT_NEAR(found[i][j].number, field.number, 1e-14 * std::abs(field.number)) << key << " in " << i;
                else if (is_time)
                    EXPECT_NEAR(found[i][j].number, serial(field.text), 1e-9);
                else
                    EXPECT_EQ(found[i][j].text, field.text) << key << " in row " << i;
            }
        }
        EXPECT_THAT(book.sheet_xml(sheet), HasSubstr("<pane ySplit=\"1\"")) << "the header stays in sight";
        if (expected.size() > 1) {
            EXPECT_THAT(book.sheet_xml(sheet), HasSubstr("<autoFilter ref=\"A1:"));
        }
        ++tables;
    }
    return tables;
}

TEST_F(Workbook, HasEveryCsvTableCellByCell) {
    EXPECT_GE(tables_in(written(sample_run({.steps = 48})), folder_ / "run"), 11);
}

TEST_F(Workbook, HasSheetsOfIndustryAndBills) {
    const Xlsx book = written(samples::works_run());
    EXPECT_GE(tables_in(book, folder_ / "run"), 17);
    const auto header = [&](const std::string& sheet) { return header_of(book, sheet); };
    EXPECT_EQ(header("Processes"),
              "Time|Process|Stage|Mode|Rate [units/h]|Power [MW]|Heat [MW]|Emissions [tCO2]|Direct emissions [tCO2]|"
              "Power emissions [tCO2]|Heat emissions [tCO2]|");
    EXPECT_EQ(header("Stocks"), "Time|Process|Stock|Unit|Level end|Bought [units/h]|Sold [units/h]|Dumped [units/h]|");
    EXPECT_EQ(header("Fuel stocks"), "Time|Stock|Fuel|Level end [t]|Burnt [t]|");
    EXPECT_THAT(header("Products"), HasSubstr("Emissions per unit [tCO2/unit]|"));
    EXPECT_THAT(header("Load shifts"), HasSubstr("Energy shifted [MWh]|Peak shaved [MW]|"));
    EXPECT_THAT(header("Bills"), HasSubstr("Billing demand [MW]|Energy [PKR]|Fixed [PKR]|"));
}

TEST_F(Workbook, HeadersTellUnits) {
    const Xlsx book = written(sample_run({.steps = 24}));
    const auto header = [&](const std::string& sheet) { return header_of(book, sheet); };
    EXPECT_EQ(header("Generation"), "Time|Zone|Kind|Technology|Plant|Output [MW]|Not used [MW]|");
    EXPECT_EQ(header("Prices"), "Time|Kind|Name|Price [PKR/MWh]|Low [PKR/MWh]|High [PKR/MWh]|");
    EXPECT_EQ(header("Costs"), "Kind|Name|Category|Amount [PKR]|");
    EXPECT_THAT(header("Plants"),
                HasSubstr("Capacity [MW]|Energy [MWh]|Capacity factor|Starts|Hours on [h]|Fuel [GJ]"));
    EXPECT_THAT(header("Zone prices"), HasSubstr("Time|North [PKR/MWh]|South [PKR/MWh]|Gwadar Free Zone [PKR/MWh]|"));
    EXPECT_THAT(header("Dispatch"), HasSubstr("Time|Nuclear [MW]|"));
}

TEST_F(Workbook, DrawsDispatchPricesEnergyAndCosts) {
    const Xlsx book = written(sample_run({.steps = 48}));
    int charts = 0;
    std::string titles;
    for (const auto& [name, text] : book.parts()) {
        EXPECT_TRUE(tests::is_well_formed(text)) << name;
        if (!name.starts_with("xl/charts/chart")) continue;
        ++charts;
        std::size_t at = text.find("<c:title>");
        titles += std::string{tests::between(text, "<a:t>", "</a:t>", at)} + "|";
    }
    EXPECT_EQ(charts, 4 + 3) << "all zones, prices, energy, costs, and three zones";
    EXPECT_EQ(titles,
              "Dispatch, All zones|Prices of zones|Energy by technology|Cost by kind|Dispatch, North|Dispatch, "
              "South|Dispatch, Gwadar Free Zone|");
    const std::string& stack = book.parts().at("xl/charts/chart1.xml");
    EXPECT_THAT(stack, HasSubstr("<c:grouping val=\"stacked\"/>"));
    EXPECT_THAT(stack, HasSubstr("<c:f>Dispatch!$A$2:$A$49</c:f>"));
}

TEST_F(Workbook, NamesAreNeverFormulas) {
    const Xlsx book = written(sample_run({.steps = 24, .odd_name = "=cmd()|'/C calc'!A0 <&>\"\x01 +1 @x"}));
    bool found = false;
    for (const auto& [name, text] : book.parts()) {
        EXPECT_TRUE(tests::is_well_formed(text)) << name;
        if (name.starts_with("xl/worksheets/sheet")) {
            EXPECT_EQ(text.find("<f>"), std::string::npos) << name;
        }
        if (!name.starts_with("xl/charts/chart")) continue;
        for (std::size_t at = 0; at < text.size();)
            EXPECT_EQ(tests::between(text, "<c:f>", "</c:f>", at).find("cmd"), std::string::npos) << name;
    }
    for (const auto& row : book.rows("Plants"))
        found = found || row[0].text == "oil_peaker=cmd()|'/C calc'!A0 <&>\"  +1 @x";
    EXPECT_TRUE(found);
}

TEST_F(Workbook, IsTheSameForTheSameRun) {
    SampleRun run = sample_run({.steps = 24});
    written(run);
    const std::string first = bytes_of(folder_ / "run/results.xlsx");
    run.solution.seconds += 1.0;
    RunInfo later = sample_info();
    later.started_utc = "2031-01-01T00:00:00Z";
    later.host = "elsewhere";
    written(run, later);
    EXPECT_TRUE(bytes_of(folder_ / "run/results.xlsx") == first);
    EXPECT_THAT(bytes_of(folder_ / "run/manifest.json"), HasSubstr("results.xlsx"));
    for (const fs::directory_entry& entry : fs::directory_iterator{folder_})
        EXPECT_EQ(entry.path().filename(), "run") << "temporary files were left";
}

TEST_F(Workbook, ShowsAYearByDays) {
    const Xlsx book = written(sample_run({.steps = 8760}));
    const XlsxRows rows = book.rows("Generation");
    const auto steps = csv("generation.csv");
    ASSERT_EQ((steps.size() - 1) / 24, rows.size() - 1);
    EXPECT_EQ(rows[0][5].text, "Output, mean of the day [MW]");
    for (const std::size_t day : {std::size_t{0}, std::size_t{364}, std::size_t{365 * 5 + 180}}) {
        double mean = 0.0;
        for (std::size_t h = 0; h < 24; ++h) mean += steps[1 + day * 24 + h][5].number / 24.0;
        EXPECT_NEAR(rows[1 + day][5].number, mean, 1e-9);
        EXPECT_EQ(rows[1 + day][4].text, steps[1 + day * 24][4].text);
        EXPECT_NEAR(rows[1 + day][0].number, serial(steps[1 + day * 24][0].text), 1e-9);
    }
    const XlsxRows commitment = book.rows("Commitment"), hours_on = book.rows("Plants");
    EXPECT_EQ(commitment[0][4].text, "On, sum of the day");
    const XlsxRows storage = book.rows("Storage");
    EXPECT_EQ(storage[0][4].text, "Level end, end of the day [MWh]");
    EXPECT_NEAR(storage[1][4].number, csv("storage.csv")[24][4].number, 1e-9);
    std::string answer;
    for (const auto& row : book.rows("Summary")) answer += row.empty() ? "" : row[0].text + "\n";
    EXPECT_THAT(answer,
                HasSubstr("The horizon has 8\u202f760 steps: the sheets over time show days (means, sums or the "
                          "day's end, as their headers say). Every step is in the CSV tables beside this "
                          "file.\n"));
}

TEST_F(Workbook, GoesOnInAnotherSheetWhereOneIsFull) {
    const SampleRun run = sample_run({.steps = 48});
    const Digest digested = digest(run.system, run.solution);
    const SeriesIndex series{run.system, run.solution};
    const RunInfo info = sample_info();
    const PageInput in{run.system, run.solution, digested, series, info};
    Book book{folder_ / "split.xlsx", "split", run.system.horizon().start()};
    write_table_sheets(in, book, 200);
    book.close();
    const Xlsx read{folder_ / "split.xlsx"};
    EXPECT_THAT(read.sheet_names(), Contains("Generation 2"));
    std::size_t rows = 0;
    for (const std::string& name : read.sheet_names())
        if (name.starts_with("Generation")) {
            EXPECT_EQ(read.rows(name)[0][0].text, "Time");
            EXPECT_LE(read.rows(name).size(), 200U);
            rows += read.rows(name).size() - 1;
        }
    EXPECT_EQ(rows, digested.plants.size() * 48);
}

TEST_F(Workbook, SaysWhyThereIsNoPlan) {
    SampleRun run = sample_run();
    run.solution = {};
    run.solution.outcome = "infeasible";
    run.solution.explanation = "Reservoir tarbela: inflow falls short by 42 GWh.";
    const Xlsx book = written(run);
    EXPECT_THAT(book.sheet_names(), testing::ElementsAre("Summary", "Inputs"));
    const XlsxRows rows = book.rows("Summary");
    EXPECT_EQ(rows[1][0].text, "No plan can meet all conditions of this case: that is proven.");
    EXPECT_EQ(rows[3][0].text, "Reservoir tarbela: inflow falls short by 42 GWh.");
}

TEST_F(Workbook, ListsTheInputsAsNumbers) {
    const Xlsx book = written(sample_run({.steps = 24}));
    const XlsxRows rows = book.rows("Inputs");
    std::string text;
    bool capacity = false;
    for (const auto& row : rows) {
        if (!row.empty()) text += row[0].text + "\n";
        for (const auto& cell : row)
            capacity = capacity || (!row.empty() && row[0].text == "coal_sahiwal" && cell.number == 660.0);
    }
    EXPECT_TRUE(capacity);
    EXPECT_THAT(text, HasSubstr("zone (3): "));
    EXPECT_THAT(text, HasSubstr("Files that were read\nFile\ninputs/cases/indus_sample/case.toml\n"));
}

}  // namespace
}  // namespace indus::reports
