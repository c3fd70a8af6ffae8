// SPDX-License-Identifier: Apache-2.0
// A plant of each sector in the town of first-steps, on Monday 13 January 2025: it has the size asked for, meets its
// orders, and takes the energy a unit that its template tells of.
#include "inputs/sectors/add_sector.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "inputs/read_case.hpp"
#include "inputs/sectors/sector_template.hpp"
#include "model/studies/dispatch.hpp"
#include "tests/scene.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

namespace fs = std::filesystem;
using inputs::AddedSector;

class AddSector : public testing::Test {
protected:
    AddSector() {
        fs::copy(fs::path{INDUS_SOURCE_DIR} / "inputs/cases/first-steps", folder_, fs::copy_options::recursive);
    }

    inputs::LoadedCase read() const {
        inputs::LoadedCase loaded = inputs::read_case(folder_);
        for (const inputs::Issue& issue : loaded.issues) ADD_FAILURE() << to_string(issue);
        return loaded;
    }
    std::string text_of(const std::string& file) const {
        std::ifstream stream{folder_ / file, std::ios::binary};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }
    std::map<std::string, std::string> all_texts() const {
        std::map<std::string, std::string> texts;
        for (const auto& entry : fs::recursive_directory_iterator(folder_))
            texts[fs::relative(entry.path(), folder_).string()] =
                entry.is_regular_file() ? text_of(fs::relative(entry.path(), folder_).string()) : "";
        return texts;
    }
    std::string refusal(const inputs::SectorWish& wish) const {
        const std::map<std::string, std::string> before = all_texts();
        const AddedSector added = inputs::add_sector(folder_, wish);
        EXPECT_EQ(all_texts(), before);
        return added.issues.empty() ? "none" : to_string(added.issues.front());
    }

    TemporaryFolder temporary_{};
    fs::path folder_ = temporary_.path() / "case";
};

double sum(const std::vector<double>& values) {
    double made = 0.0;
    for (const double each : values) made += each;
    return made;
}

struct Expected {
    std::string sector{};
    double low = 0.0, high = 0.0;  ///< MWh per unit of product
};

// By hand, per unit of product on a working Monday (upgrades left out; late work of the day before left out):
//   textile     (0.4 * 24 + 2.75 * 14 * 1.02 * 1.03 + 3 * 14 * 1.02 + 0.9 * 14) / 14                       = 7.54
//   automotive  0.06 + 0.1 + 0.3 * 16 / 130 + 0.22 + 1.9 * (11 to 16) / 130 + 0.1 + 0.8 * 16 / 130 + starts = 0.78 to
//   0.87 electronics 0.45 * 24 / 66 + 0.05 + 0.05 + 0.008                                                       = 0.272
//   steel       18 heats of (25.8 + 3) / 1000 + 0.085 + 1.2 * 24 / 1000                                    = 0.632
//   cement      0.92 * (1.55 * (0.002 + 0.018) + 0.015) + 2 * 24 / 4750 + 0.038                            = 0.0904
class EverySector : public AddSector, public testing::WithParamInterface<Expected> {};

TEST_P(EverySector, MeetsItsOrdersWithTheEnergyOfItsTemplate) {
    const AddedSector added =
        inputs::add_sector(folder_, {.sector = GetParam().sector, .zone = "town", .peak_mw = 5.0});
    ASSERT_TRUE(added.issues.empty()) << to_string(added.issues.front());
    fs::remove(folder_ / "upgrade.csv");
    const inputs::LoadedCase loaded = read();
    ASSERT_TRUE(loaded.system);
    const model::System& system = *loaded.system;
    const model::Solution solution = model::dispatch(system, {.run = {.gap = 0.002, .time_limit_seconds = 60.0}});
    ASSERT_TRUE(solution.has_solution());
    EXPECT_TRUE(solution.findings.empty()) << solution.findings.front().what;
    double energy = 0.0, delivered = 0.0;
    for (const model::Stage& each : system.all<model::Stage>()) energy += sum(series(solution, each.name, "power"));
    for (const model::Order& each : system.all<model::Order>()) {
        delivered += sum(series(solution, each.name, "delivered"));
        EXPECT_NEAR(sum(series(solution, each.name, "lost")), 0.0, 1e-6);
        EXPECT_NEAR(series(solution, each.name, "late").back(), 0.0, 1e-6);
    }
    EXPECT_GE(energy / delivered, GetParam().low);
    EXPECT_LE(energy / delivered, GetParam().high);
}

INSTANTIATE_TEST_SUITE_P(All, EverySector,
                         testing::Values(Expected{"textile", 7.5, 7.6}, Expected{"automotive", 0.77, 0.88},
                                         Expected{"electronics", 0.27, 0.275}, Expected{"steel", 0.60, 0.64},
                                         Expected{"cement", 0.088, 0.092}),
                         [](const auto& each) { return each.param.sector; });

// 3.07 and 6.04 MWh a day, times 5 / 0.587, and a little that leaks where cold is made ahead.
TEST_F(AddSector, ColdIsMadeOnItsDay) {
    ASSERT_TRUE(inputs::add_sector(folder_, {.sector = "cold_storage", .zone = "town", .peak_mw = 5.0}).issues.empty());
    const inputs::LoadedCase loaded = read();
    ASSERT_TRUE(loaded.system);
    const model::Solution solution = model::dispatch(*loaded.system, {.run = {.gap = 0.0}});
    double energy = 0.0;
    for (const model::ShiftableLoad& each : loaded.system->all<model::ShiftableLoad>())
        energy += sum(series(solution, each.name, "draw"));
    const double due = 9.11 * 5.0 / 0.587;
    EXPECT_GE(energy, due * 0.9999);
    EXPECT_LE(energy, due * 1.03);
}

// Modes at full rate, and the largest power of a batch, sum up to what was asked for.
TEST_F(AddSector, HasThePeakAskedFor) {
    for (const inputs::SectorTemplate& each : inputs::sector_templates())
        ASSERT_TRUE(inputs::add_sector(folder_, {.sector = each.name, .zone = "town", .peak_mw = 7.5}).issues.empty());
    const inputs::LoadedCase loaded = read();
    ASSERT_TRUE(loaded.system);
    std::map<std::string, double> peaks;
    for (const model::StageMode& each : loaded.system->all<model::StageMode>()) {
        const model::Stage& stage = loaded.system->at(each.stage);
        double power = each.power_mw;
        for (const model::Steps::Step& step : each.batch_mw.steps) power = std::max(power, step.value);
        const double rate = each.is_batch() ? each.batch_units / each.batch_h : each.max_rate_per_h;
        peaks[stage.process.name] += power + each.energy_mwh_per_unit * rate;
    }
    for (const model::ShiftableLoad& each : loaded.system->all<model::ShiftableLoad>()) peaks["cold"] += each.max_mw[0];
    EXPECT_EQ(peaks.size(), 6U);
    for (const auto& [name, peak] : peaks) EXPECT_NEAR(peak, 7.5, 1e-3) << name;
}

TEST_F(AddSector, RefusesWithoutAChange) {
    EXPECT_EQ(refusal({.sector = "steal", .zone = "town", .peak_mw = 5.0}),
              "sector: found 'steal', expected the name of a sector; did you mean 'steel'?");
    EXPECT_EQ(refusal({.sector = "steel", .zone = "twon", .peak_mw = 5.0}),
              "--zone: found 'twon', expected the name of a zone of the case; did you mean 'town'?");
    EXPECT_EQ(refusal({.sector = "textile", .zone = "town", .peak_mw = 5.0, .fuel = "gsa"}),
              "--fuel: found 'gsa', expected the name of a fuel of the case; did you mean 'gas'?");
    EXPECT_EQ(refusal({.sector = "steel", .zone = "town", .peak_mw = 5.0, .scenario = "../x"}),
              "--scenario: found '../x', expected a name of a file, other than base");
    ASSERT_TRUE(inputs::add_sector(folder_, {.sector = "steel", .zone = "town", .peak_mw = 5.0}).issues.empty());
    EXPECT_THAT(refusal({.sector = "steel", .zone = "town", .peak_mw = 3.0}),
                testing::HasSubstr("name: found 'town_steel"));
    EXPECT_TRUE(inputs::add_sector(folder_, {.sector = "steel", .zone = "town", .peak_mw = 3.0, .name = "other"})
                    .issues.empty());
}

TEST_F(AddSector, NeedsTheWorthOfADollar) {
    std::string text = text_of("case.toml");
    text.replace(text.find("USD"), 3, "PKR");
    std::ofstream{folder_ / "case.toml"} << text;
    EXPECT_EQ(
        refusal({.sector = "steel", .zone = "town", .peak_mw = 5.0}),
        "case.toml: exchange_rates: found nothing, expected USD = what a PKR is worth in dollars, as the template's "
        "money is in USD");
    std::ofstream{folder_ / "case.toml"} << text << "\n[exchange_rates]\nUSD = 0.005\n";
    ASSERT_TRUE(inputs::add_sector(folder_, {.sector = "steel", .zone = "town", .peak_mw = 5.0}).issues.empty());
    EXPECT_NEAR(*read().system->all<model::Order>()[0].lost_cost_per_unit, 310 / 0.005, 1e-6);
}

// 31 March and 1 April off, Ramadan from 2 to 30 March: a Saturday of two shifts has 16 hours, in Ramadan 14, on a
// holiday none.
TEST_F(AddSector, KnowsHolidaysAndRamadan) {
    ASSERT_TRUE(inputs::add_sector(folder_, {.sector = "automotive",
                                             .zone = "town",
                                             .peak_mw = 5.0,
                                             .holidays = "2025-03-31, 2025-04-01",
                                             .ramadan = "2025-03-02:2025-03-30"})
                    .issues.empty());
    const model::Calendar calendar = read().system->all<model::Calendar>().at(0);
    EXPECT_FALSE(calendar.works_on(std::chrono::local_days{std::chrono::March / 31 / 2025}));
    EXPECT_FALSE(calendar.works_on(std::chrono::local_days{std::chrono::April / 1 / 2025}));
    EXPECT_TRUE(calendar.works_on(std::chrono::local_days{std::chrono::April / 2 / 2025}));
    for (const auto& [day, hours] : {std::pair{1, 16.0}, {3, 14.0}, {29, 14.0}, {31, 0.0}}) {
        const model::TimePoint start{std::chrono::local_days{std::chrono::March / day / 2025}};
        EXPECT_NEAR(24.0 * calendar.share(model::Horizon::uniform(start, 24.0, 1), 0), hours, 1e-9) << day;
    }
    EXPECT_EQ(refusal({.sector = "steel", .zone = "town", .peak_mw = 5.0, .holidays = "2025-03-31 tomorrow"}),
              "--holidays: found 'tomorrow', expected dates such as '2025-03-31 2025-04-01'");
    for (const char* wrong : {"2025-03-02", "2025-03-30:2025-03-02", "2025-02-30:2025-03-30"})
        EXPECT_EQ(refusal({.sector = "steel", .zone = "town", .peak_mw = 5.0, .ramadan = wrong}),
                  std::string{"--ramadan: found '"} + wrong +
                      "', expected its first and last day, such as 2025-03-02:2025-03-30");
    EXPECT_EQ(refusal({.sector = "cold_storage", .zone = "town", .peak_mw = 5.0, .holidays = "2025-03-31"}),
              "--holidays: found '2025-03-31', expected nothing, as a plant of cold_storage has no calendar");
}

// Of 5 MW: the kiln's coal and limestone, rolling's gas and the furnace's electrodes, per unit of product.
//   cement  0.92 * (3.25 * 0.0946 + 0.52) = 0.7613        steel  1.04 / 0.97 * 0.08 + 1.3 * 0.056 = 0.1586
TEST_F(AddSector, EmitsByFuelAndMaterials) {
    for (const auto& [sector, expected] : {std::pair{"cement", 0.76125}, {"steel", 0.15857}}) {
        ASSERT_TRUE(inputs::add_sector(folder_, {.sector = sector, .zone = "town", .peak_mw = 5.0}).issues.empty());
        const inputs::LoadedCase loaded = read();
        double tonnes = 0.0;
        for (const model::StageMode& each : loaded.system->all<model::StageMode>()) {
            if (!each.name.starts_with(std::string{"town_"} + sector)) continue;
            const double factor = each.fuel.is_set() ? loaded.system->at(each.fuel).emission_factor_t_per_gj : 0.0;
            // Clinker in cement; billets in bars, of which the furnace gives 0.97.
            double needed = 1.0;
            if (each.name == "town_cement_burn_clinker") needed = 0.92;
            if (each.name == "town_steel_heat") needed = 1.04 / 0.97;
            tonnes += needed * (each.fuel_gj_per_unit * factor + each.process_emissions_t_per_unit);
        }
        EXPECT_NEAR(tonnes, expected, 1e-4) << sector;
    }
}

TEST_F(AddSector, MakesAScenarioInPlaceOfTables) {
    const std::map<std::string, std::string> before = all_texts();
    for (const char* sector : {"steel", "textile"})
        ASSERT_TRUE(
            inputs::add_sector(
                folder_, {.sector = sector, .zone = "town", .peak_mw = 5.0, .fuel = "gas", .scenario = "with-works"})
                .issues.empty());
    std::map<std::string, std::string> after = all_texts();
    after.erase("scenarios/with-works.toml");
    EXPECT_EQ(after, before);
    const inputs::LoadedCase loaded = inputs::read_case(folder_, {.scenario = "with-works"});
    ASSERT_TRUE(loaded.system);
    EXPECT_EQ(loaded.system->all<model::Process>().size(), 2U);
    EXPECT_NE(refusal({.sector = "steel", .zone = "town", .peak_mw = 5.0, .scenario = "with-works"}), "none");
}

}  // namespace
}  // namespace indus::tests
