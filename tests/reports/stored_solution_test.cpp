// SPDX-License-Identifier: Apache-2.0
// What is written is what is read: system and solution, to the last bit.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "inputs/read_solution.hpp"
#include "model/studies/dispatch.hpp"
#include "model/studies/verify.hpp"
#include "reports/console.hpp"
#include "reports/write_results.hpp"
#include "tests/everything.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

namespace fs = std::filesystem;

class StoredRun : public testing::Test {
protected:
    static std::string text_of(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    const TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path();
};

TEST_F(StoredRun, ComesBackWhole) {
    const Scene scene = everything(24);
    const System system = scene.system();
    const Solution solution = scene.solve(1e-4);
    reports::write_results(system, solution, {.version = "test"}, folder_ / "run");
    const inputs::StoredRun stored = inputs::read_solution(folder_ / "run");
    for (const inputs::Issue& issue : stored.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(stored.system && stored.solution);
    EXPECT_EQ(stored.system->horizon(), system.horizon());
    EXPECT_EQ(stored.solution->certificate.cost, solution.certificate.cost);
    EXPECT_EQ(stored.solution->multipliers, solution.multipliers);
    ASSERT_EQ(stored.solution->series.size(), solution.series.size());
    for (std::size_t s = 0; s < solution.series.size(); ++s)
        EXPECT_EQ(stored.solution->series[s].values, solution.series[s].values);
    const Verification verification = verify(*stored.system, *stored.solution);
    for (const std::string& each : verification.problems) ADD_FAILURE() << each;
}

/// Units of a type, outages given and drawn, products of reserve with zones, steps and an order.
Scene supply_side() {
    Scene scene = everything(12);
    ThermalPlant gas = thermal("gas", 20, 40);
    gas.units = 3;
    gas.initial_units_on = 2;
    gas.min_output_mw = 5;
    gas.start_cost.steps = {{0, 20}, {3, 60}};
    gas.quick_start_mw.steps = {{10, 10}};
    gas.forced_outage_rate = 0.3;
    gas.mean_time_to_repair_h = 4;
    gas.reserve_limit_mw.items = {{"up", 5}, {"slow", 12}};
    gas.reserve_cost_per_mwh.items = {{"slow", 2}};
    scene.add(gas);
    scene.add(Fuel{.name = "oil", .price_per_gj = 4.0, .emission_factor_t_per_gj = 0.08});
    ThermalPlant& steam = scene.data.list<ThermalPlant>()[0];
    steam.second_fuel.name = "oil";
    steam.second_fuel_heat_factor = 1.1;
    steam.fuel_choice = FuelChoice::start;
    steam.initial_second_fuel = true;
    scene.data.list<Reserve>()[0].ramp_sharing = RampSharing::mean;
    scene.data.settings.outage_seed = 3;
    Outage overhaul{.name = "overhaul", .plant = "river", .available_share = 0.5};
    overhaul.from.time = monday() + std::chrono::hours{3};
    overhaul.to.time = monday() + std::chrono::hours{5};
    scene.add(overhaul);
    Reserve slow, foot;
    slow.name = "slow";
    slow.requirement_mw = 8.0;
    slow.type = ReserveType::replacement;
    slow.better.items = {{"up"}};
    slow.shortfall_steps_per_mwh.steps = {{0, 30}, {4, 300}};
    slow.covers_units_from_mw = 15;
    foot.name = "foot";
    foot.direction = ReserveDirection::down;
    foot.requirement_mw = 5.0;
    foot.zones.items = {{"zone"}};
    foot.shortfall_cost_per_mwh = 100;
    return scene.add(slow).add(foot);
}

TEST_F(StoredRun, ComesBackWithUnitsOutagesAndReserve) {
    const System system = supply_side().system();
    EXPECT_GT(system.all<Outage>().size(), 1U);
    const Solution solution = supply_side().solve(1e-3);
    reports::write_results(system, solution, {.version = "test"}, folder_ / "run");
    const inputs::StoredRun stored = inputs::read_solution(folder_ / "run");
    for (const inputs::Issue& issue : stored.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(stored.system && stored.solution);
    EXPECT_EQ(stored.system->settings().outage_seed, 3);
    const ThermalPlant& steam = stored.system->all<ThermalPlant>()[0];
    EXPECT_EQ(steam.second_fuel.name, "oil");
    EXPECT_EQ(steam.second_fuel_heat_factor, 1.1);
    EXPECT_EQ(steam.fuel_choice, FuelChoice::start);
    EXPECT_TRUE(steam.initial_second_fuel);
    EXPECT_EQ(stored.system->all<ThermalPlant>()[2].reserve_limit_mw.find("slow")->weight, 12);
    EXPECT_EQ(stored.system->all<Reserve>()[0].ramp_sharing, RampSharing::mean);
    ASSERT_EQ(stored.system->all<Outage>().size(), system.all<Outage>().size());
    for (std::size_t k = 0; k < system.all<Outage>().size(); ++k)
        EXPECT_EQ(stored.system->all<Outage>()[k].from, system.all<Outage>()[k].from);
    const Verification verification = verify(*stored.system, *stored.solution);
    for (const std::string& each : verification.problems) ADD_FAILURE() << each;
}

TEST_F(StoredRun, IsTheSameBytesTwice) {
    const Scene scene = everything(12);
    const System system = scene.system();
    Solution solution = scene.solve(1e-4);
    reports::write_results(system, solution, {.version = "test"}, folder_ / "one");
    reports::write_results(system, solution, {.version = "test"}, folder_ / "two");
    for (const auto& entry : fs::directory_iterator(folder_ / "one"))
        EXPECT_EQ(text_of(entry.path()), text_of(folder_ / "two" / entry.path().filename())) << entry.path().filename();
}

TEST_F(StoredRun, EscapesOddNames) {
    Scene scene{2};
    scene.add(thermal("<script>alert(1)</script>", 100, 20)).demand({60, 70});
    const Solution solution = scene.solve();
    reports::write_results(scene.system(), solution, {.version = "test"}, folder_ / "run");
    const std::string page = text_of(folder_ / "run/report.html");
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;alert"), std::string::npos);
}

TEST_F(StoredRun, FitsAScreen) {
    const Scene scene = everything(24);
    const std::string text = reports::console_summary(scene.system(), scene.solve(1e-4), false);
    std::istringstream lines(text);
    std::string line;
    int count = 0;
    while (std::getline(lines, line)) {
        ++count;
        EXPECT_EQ(line.find('\x1b'), std::string::npos);
    }
    EXPECT_LE(count, 24);
}

}  // namespace
}  // namespace indus::tests
