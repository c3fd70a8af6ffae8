// SPDX-License-Identifier: Apache-2.0
// Published tariff figures: where the folder `shared` lies beside the sources, the figure is read from its table.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "model/bills.hpp"

namespace indus::tests {
namespace {

namespace fs = std::filesystem;

fs::path shared_cases() {
    const fs::path beside = fs::path{INDUS_SOURCE_DIR} / "../shared/cases";
    return fs::exists(beside) ? beside : fs::path{INDUS_SOURCE_DIR} / "../../shared/cases";
}

/// The fourth cell of the row that begins so.
std::optional<double> published(const std::string& beginning) {
    std::ifstream table{shared_cases() / "expected.csv"};
    for (std::string line; std::getline(table, line);)
        if (line.starts_with(beginning + ",")) return std::stod(line.substr(beginning.size() + 1));
    return std::nullopt;
}

// 10,000 kWh a year, flat: 1.1416 kW. 0.1 per kWh are 1,000; 10 per kW and month 12 * 11.416 = 136.99.
TEST(TariffFigures, BlendedAnnualRatesOfReopt) {
    const std::optional<double> expected = published("industrial-loads,reopt_tariffs,blended");
    if (!expected) GTEST_SKIP() << "no table of published figures beside the sources";
    model::SystemData data;
    data.horizon =
        model::Horizon::uniform(model::TimePoint{std::chrono::local_days{std::chrono::year{2025} / 1 / 1}}, 1.0, 8760);
    data.list<model::Zone>() = {{.name = "site"}, {.name = "grid"}};
    model::Tariff tariff;
    tariff.name = "blended";
    tariff.energy_per_mwh = 100.0;
    tariff.fixed_per_mw_month = 10000.0;
    data.list<model::Tariff>().push_back(tariff);
    model::Meter meter;
    meter.name = "meter";
    meter.zone.name = "site";
    meter.grid_zone.name = "grid";
    meter.tariff.name = "blended";
    meter.sanctioned_mw = 1.0;
    data.list<model::Meter>().push_back(meter);
    const auto made = model::System::create(std::move(data));
    ASSERT_TRUE(std::holds_alternative<model::System>(made));
    const auto& system = std::get<model::System>(made);

    const std::vector<double> load(8760, 10.0 / 8760);
    const auto bills = model::bills_of(system, system.all<model::Meter>()[0], load, std::vector<double>(8760, 0.0), {});
    ASSERT_EQ(bills.size(), 12U);
    double energy = 0.0, fixed = 0.0;
    for (const model::BillRecord& each : bills) {
        EXPECT_NEAR(each.month_share, 1.0, 1e-9);
        energy += each.energy;
        fixed += each.fixed;
    }
    EXPECT_NEAR(energy, 1000.0, 1e-6);
    EXPECT_NEAR(fixed, *expected, 0.01);
}

}  // namespace
}  // namespace indus::tests
