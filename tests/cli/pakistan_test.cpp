// SPDX-License-Identifier: Apache-2.0
// The shipped case of Pakistan: meters of its industrial zones, and coal that does not come.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/command.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream text{line};
    for (std::string cell; std::getline(text, cell, ',');) cells.push_back(cell);
    return cells;
}

nlohmann::json named(const nlohmann::json& rows, const std::string& name) {
    for (const nlohmann::json& each : rows)
        if (each["name"] == name) return each;
    ADD_FAILURE() << "no row " << name;
    return nlohmann::json::object();
}

class Pakistan : public indus::tests::Command {
protected:
    /// The exit code of `indus run`.
    int run(const std::string& options) {
        return indus(fmt::format("run '{}/inputs/cases/pakistan' {}", INDUS_SOURCE_DIR, options));
    }
    fs::path results(const std::string& scenario) const { return fs::path{"results/pakistan"} / scenario; }
    nlohmann::json summary(const std::string& scenario) const {
        return nlohmann::json::parse(text_of(results(scenario) / "summary.json"));
    }
    /// Rows of a table of results in which a column has a value.
    std::vector<Row> rows(const fs::path& file, const std::string& column, const std::string& value) const {
        std::istringstream text{text_of(file)};
        std::string line;
        std::getline(text, line);
        const std::vector<std::string> names = cells_of(line);
        std::vector<Row> found;
        while (std::getline(text, line)) {
            Row row;
            const std::vector<std::string> cells = cells_of(line);
            for (std::size_t i = 0; i < cells.size() && i < names.size(); ++i) row[names[i]] = cells[i];
            if (row[column] == value) found.push_back(row);
        }
        return found;
    }
    nlohmann::json bill_of(const nlohmann::json& json, const std::string& zone) const {
        for (const nlohmann::json& each : json["bills"])
            if (each["zone"] == zone) return each;
        ADD_FAILURE() << "no bill of " << zone;
        return nlohmann::json::object();
    }
    /// Where nothing comes, both units are off in the steps that begin with an empty yard. The hours in which both are
    /// off.
    int hours_without_power(const std::string& site) const {
        const fs::path folder = results("coal-disruption");
        std::vector<Row> levels = rows(folder / "fuel_stocks.csv", "stock", site + " yard");
        std::vector<Row> first = rows(folder / "generation.csv", "plant", site + " 1"),
                         second = rows(folder / "generation.csv", "plant", site + " 2");
        EXPECT_EQ(first.size(), levels.size()) << site;
        int off = 0;
        for (std::size_t t = 0; t < std::min(first.size(), levels.size()); ++t) {
            const double power = std::stod(first[t]["output_mw"]) + std::stod(second[t]["output_mw"]);
            const bool is_empty = t > 0 && std::stod(levels[t - 1]["level_end_t"]) < 1e-3;
            EXPECT_FALSE(is_empty && power > 1e-4) << site << " " << first[t]["time"];
            off += power < 1e-4 ? 1 : 0;
        }
        return off;
    }
};

// Four hours before noon at B-4, 82.36 a MWh, and 4,401.41 a MW of the peak for 4 of the 744 hours of January.
// Moqpondass, below a quarter of its 0.5 MW or not, pays for no less than 0.125 MW.
TEST_F(Pakistan, ZonesHaveBills) {
    ASSERT_EQ(run("--from '2025-01-13 08:00' --hours 4 --gap 5%"), 0) << err_;
    const nlohmann::json json = summary("base");
    EXPECT_EQ(json["bills"].size(), 13U);
    const nlohmann::json bill = bill_of(json, "rashakai");
    const double drawn = bill["import_mwh"], peak = bill["peak_mw"];
    EXPECT_GT(drawn, 20.0);
    EXPECT_LE(peak, 9.9 + 1e-6);
    EXPECT_NEAR(bill["energy"].get<double>(), 82.36 * drawn, 1e-3);
    EXPECT_NEAR(bill["fixed"].get<double>(), 4401.41 * peak * 4 / 744, 1e-3);
    EXPECT_GE(bill_of(json, "moqpondass")["billing_demand_mw"].get<double>(), 0.125);
    EXPECT_NEAR(bill_of(json, "ict_model")["billing_demand_mw"].get<double>(), 1.25, 1e-9);
}

// Two hours of four lie in the evening peak of winter, 17 to 21 o'clock.
TEST_F(Pakistan, AZoneMinimisesItsOwnBill) {
    ASSERT_EQ(run("--objective zone:rashakai --from '2025-01-13 15:00' --hours 4 --gap 5%"), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("On its own the zone gains"));
    const nlohmann::json json = summary("base");
    EXPECT_EQ(json["audit"], "passed");
    EXPECT_EQ(json["objective"]["name"], "zone:rashakai");
    const double others = json["objective"]["bill_under_system"];
    EXPECT_GE(json["objective"]["zone_gain"].get<double>(), -0.05 * others);  // its plan is as good as the gap
    const nlohmann::json bill = bill_of(json, "rashakai");
    const double drawn = bill["import_mwh"], in_peak = bill["peak_import_mwh"];
    EXPECT_GT(in_peak, 0.0);
    EXPECT_NEAR(bill["energy"].get<double>(), 82.36 * (drawn - in_peak) + 125.63 * in_peak, 1e-3);
    EXPECT_THAT(text_of(results("base") / "report.html"), HasSubstr("Two perspectives on rashakai"));
}

// Captive gas at 115 a MWh is dearer than the grid but in the peak hours of the tariff, at 125.63 from 18 to 22.
TEST_F(Pakistan, CaptivePowerRunsInThePeakOfTheTariff) {
    ASSERT_EQ(
        run("--scenario captive-power --objective zone:port_qasim --from '2025-01-13 16:00' --hours 8 --gap 0.5%"), 0)
        << err_;
    const nlohmann::json json = summary("captive-power");
    EXPECT_EQ(json["audit"], "passed");
    EXPECT_GT(json["objective"]["zone_gain"].get<double>(), 0.0);
    EXPECT_GT(bill_of(json, "port_qasim")["wheeled_mwh"].get<double>(), 0.0);
    double in_peak = 0.0, outside = 0.0;
    for (Row& row : rows(results("captive-power") / "generation.csv", "plant", "Port Qasim engines"))
        (row["time"] >= "2025-01-13 18:00" && row["time"] < "2025-01-13 22:00" ? in_peak : outside) +=
            std::stod(row["output_mw"]);
    EXPECT_GT(in_peak, 200.0);        // of 400
    EXPECT_LT(outside, in_peak / 2);  // they lower the peak of the afternoon, too
}

// No vessel comes to Port Qasim before the 20th: its 3,000 t last one unit at least output, which burns 81.7 t an hour,
// for 36 hours and a little. Of 40 it stands in three and more, whatever the plan.
TEST_F(Pakistan, APlantWithoutCoalDoesNotRun) {
    ASSERT_EQ(run("--scenario coal-disruption --hours 40 -q"), 0) << err_;
    const nlohmann::json stocks = summary("coal-disruption")["fuel_stocks"];
    for (const std::string site : {"Sahiwal", "Port Qasim"}) {
        const nlohmann::json stock = named(stocks, site + " yard");
        EXPECT_GT(stock["hours_short"].get<double>(), 0.0) << site;
        EXPECT_GT(stock["missed_mwh"].get<double>(), 0.0) << site;
    }
    EXPECT_LE(named(stocks, "Port Qasim yard")["burnt_t"].get<double>(), 3000.0 + 1e-3);
    EXPECT_GE(hours_without_power("Port Qasim"), 3);
    EXPECT_GT(named(stocks, "Hub yard")["burnt_t"].get<double>(), 3000.0) << "its vessel came";
    EXPECT_EQ(named(stocks, "Lucky yard")["hours_short"], 0.0);
}

}  // namespace
