// SPDX-License-Identifier: Apache-2.0
// Templates of sectors as they are built in: every figure has its source, and what grows with a plant is told.
#include "inputs/sectors/sector_template.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "inputs/kinds.hpp"
#include "inputs/sectors/sector_rows.hpp"

namespace indus::inputs {
namespace {

using testing::HasSubstr;

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

TEST(SectorTemplates, AreSixWithATitle) {
    std::vector<std::string> names;
    for (const SectorTemplate& each : sector_templates()) {
        names.push_back(each.name);
        EXPECT_GT(each.title.size(), 20U);
        EXPECT_GT(peak_mw(each), 0.0);
    }
    EXPECT_EQ(names,
              (std::vector<std::string>{"automotive", "cement", "cold_storage", "electronics", "steel", "textile"}));
    EXPECT_EQ(find_sector("shipbuilding"), nullptr);
}

TEST(SectorTemplates, SayWhereEveryNumberComesFrom) {
    int figures = 0;
    for (const SectorTemplate& sector : sector_templates())
        for (const SectorTable& table : sector.tables)
            for (std::size_t row = 0; row < table.rows.size(); ++row)
                for (std::size_t i = 0; i < table.columns.size(); ++i) {
                    const std::string& cell = table.rows[row][i];
                    if (!has_digit(cell)) continue;
                    ++figures;
                    const std::string line = fmt::format("\n| {} | {} | {} | {} | ", table.kind,
                                                         table.cell(row, "name"), table.columns[i], cell);
                    EXPECT_THAT(sector.sources, HasSubstr(line)) << sector.name;
                }
    EXPECT_GT(figures, 150);
}

// Peaks by hand, all stages at once:
//   textile       0.4 + 0.75 * 2.75 + 0.87 * 3 + 0.85 * 0.9                                    = 5.8375
//   automotive    12 * 0.06 + 0.3 + 12 * 0.1 + 1.9 + 12 * 0.22 + 0.8 + 12 * 0.1                = 8.76
//   electronics   0.45 + 6 * 0.05 + 4 * 0.05 + 6 * 0.008                                       = 0.998
//   steel         36 + 60 * 0.05 + 1.2 + 62 * 0.085                                            = 45.47
//   cement        820 * 0.002 + 350 * 0.018 + 2 + 220 * 0.015 + 245 * 0.038                    = 22.55
//   cold storage  0.197 + 0.39                                                                 = 0.587
TEST(SectorTemplates, KnowTheirPeaks) {
    const std::vector<std::pair<std::string, double>> expected{{"textile", 5.8375},    {"automotive", 8.76},
                                                               {"electronics", 0.998}, {"steel", 45.47},
                                                               {"cement", 22.55},      {"cold_storage", 0.587}};
    for (const auto& [name, peak] : expected) EXPECT_NEAR(peak_mw(*find_sector(name)), peak, 1e-9) << name;
}

TEST(SectorRows, GrowWithThePlantAndFollowTheCurrency) {
    const std::vector<SectorTable> rows =
        sector_rows(*find_sector("steel"), {.name = "big one", .zone = "port", .size = 2.0, .dollar = 284.0});
    const auto cell = [&](std::string_view kind, std::size_t row, std::string_view column) -> std::string {
        for (const SectorTable& each : rows)
            if (each.kind == kind) return std::string{each.cell(row, column)};
        return "no such table";
    };
    EXPECT_EQ(cell("process", 0, "name"), "big one");
    EXPECT_EQ(cell("process", 0, "zone"), "port");
    EXPECT_EQ(cell("process", 0, "product"), "big one_bars");
    EXPECT_EQ(cell("stage", 1, "calendar"), "big one_week");
    EXPECT_EQ(cell("stage_mode", 0, "output"), "'big one_billets':0.97");
    EXPECT_EQ(cell("stage_mode", 0, "batch_units"), "120");
    EXPECT_EQ(cell("stage_mode", 0, "batch_mw"), "0:0 0.1:72 0.6:44 0.95:4");
    EXPECT_EQ(cell("stage_mode", 0, "energy_mwh_per_unit"), "0.05");
    EXPECT_EQ(cell("stage_mode", 1, "fuel"), "big one_gas");
    EXPECT_EQ(cell("stage_mode", 1, "fuel_gj_per_unit"), "1.3");
    EXPECT_EQ(cell("fuel", 0, "price_per_gj"), "3322.8");  // 11.7 * 284
    EXPECT_EQ(cell("order", 0, "amount_per_window"), "2000");
    EXPECT_EQ(cell("order", 0, "late_cost_per_unit_h"), "142");         // 0.5 * 284
    EXPECT_EQ(cell("upgrade", 0, "cost_per_year"), "340800000");        // 600,000 * 2 * 284
    EXPECT_EQ(cell("calendar", 0, "days"), "mon tue wed thu fri sat");  // no names of the template
}

TEST(SectorRows, TakeAFuelOfTheCase) {
    const auto fuel_of = [](const char* sector, std::string_view kind, std::size_t row) {
        std::string found;
        for (const SectorTable& table :
             sector_rows(*find_sector(sector), {.name = "mill", .zone = "town", .fuel = "lignite"})) {
            EXPECT_NE(table.kind, "fuel");
            if (table.kind == kind) found = table.cell(row, "fuel");
        }
        return found;
    };
    EXPECT_EQ(fuel_of("textile", "boiler", 0), "lignite");
    EXPECT_EQ(fuel_of("cement", "stage_mode", 2), "lignite");
    EXPECT_EQ(fuel_of("cement", "stage_mode", 3), "") << "grinding burns nothing";
    EXPECT_EQ(fuel_of("steel", "stage_mode", 1), "lignite");
}

}  // namespace
}  // namespace indus::inputs
