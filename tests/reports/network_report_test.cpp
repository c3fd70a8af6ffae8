// SPDX-License-Identifier: Apache-2.0
// AC lines and interfaces in the tables, the page and the stored run.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "inputs/read_solution.hpp"
#include "model/studies/verify.hpp"
#include "reports/digest.hpp"
#include "reports/write_results.hpp"
#include "tests/model/components/ac_network_scenes.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

namespace fs = std::filesystem;

/// The triangle at 150 and 90 MW, with an AC line that is out; both ways into c make an interface.
Scene network() {
    Scene scene = triangle(80, {150, 90});
    scene.add(ac("zone", "b", 0.1, 500));
    line_of(scene, 3).name = "spare";
    line_of(scene, 3).in_service = false;
    Interface into_c;
    into_c.name = "into_c";
    into_c.lines.items = {{"zone_c", 1}, {"b_c", 1}};
    into_c.max_mw = 140.0;
    into_c.violation_cost_per_mwh = 5;
    return scene.add(into_c);
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// zone-c is full at 150 MW (90 and 60 MW made, see AcLine.SharesFlowByReactance); at 90 MW it carries 60, b-c and
// zone-b 30. Prices of the first hour: 20, and in c 45: a MW more needs two of dear, less one of cheap, and breaks the
// interface by one, at 5. Rent of zone-c: 80 * (45 - 20). In the second hour no line is full and all prices are 20.
TEST(NetworkReport, ShowsLinesAndInterfaces) {
    const Scene scene = network();
    const System system = scene.system();
    const reports::Digest digest = reports::digest(system, scene.solve());
    ASSERT_EQ(digest.lines.size(), 4U);
    const reports::LineRow& full = digest.lines[1];
    EXPECT_EQ(full.name, "zone_c");
    EXPECT_EQ(full.technology, "ac");
    EXPECT_NEAR(full.forward_mwh, 140.0, tolerance);
    EXPECT_NEAR(full.hours_full, 1.0, tolerance);
    EXPECT_NEAR(*full.utilisation, 140.0 / 160.0, tolerance);
    EXPECT_NEAR(full.loss_mwh, 0.0, tolerance);
    EXPECT_NEAR(*full.congestion_rent, 80 * (45.0 - 20.0), 1e-3);
    EXPECT_EQ(digest.lines[3].capacity_mw, 0.0);
    EXPECT_NEAR(digest.zones[2].net_import_mwh, 240.0, tolerance);
    ASSERT_EQ(digest.interfaces.size(), 1U);
    EXPECT_NEAR(digest.interfaces[0].highest_mw, 150.0, tolerance);
    EXPECT_NEAR(digest.interfaces[0].lowest_mw, 90.0, tolerance);
    EXPECT_NEAR(digest.interfaces[0].hours_at_limit, 1.0, tolerance);
    EXPECT_NEAR(digest.interfaces[0].violation_mwh, 10.0, tolerance);
    EXPECT_NEAR(digest.interfaces[0].cost, 50.0, tolerance);
}

// Half of the loss is drawn at each end: 100 MW in the middle of the line are 105 sent and 95 arrived.
TEST(NetworkReport, TellsHalfLosses) {
    Scene scene = pair({95});
    scene.add(ac("zone", "b", 0.1, 500));
    line_of(scene, 0).loss_share = 0.1;
    const System system = scene.system();
    const reports::Digest digest = reports::digest(system, scene.solve());
    EXPECT_NEAR(digest.lines.at(0).forward_mwh, 105.0, tolerance);
    EXPECT_NEAR(digest.lines.at(0).loss_mwh, 10.0, tolerance);
    EXPECT_NEAR(digest.totals.line_loss_mwh, 10.0, tolerance);
    EXPECT_NEAR(digest.zones.at(0).net_import_mwh, -105.0, tolerance);
}

TEST(NetworkReport, IsStoredAndComesBack) {
    const TemporaryFolder temporary_folder;
    const fs::path folder = temporary_folder.path() / "run";
    const Scene scene = network();
    const System system = scene.system();
    reports::write_results(system, scene.solve(), {.version = "test"}, folder);
    const inputs::StoredRun stored = inputs::read_solution(folder);
    for (const inputs::Issue& issue : stored.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(stored.system && stored.solution);
    EXPECT_EQ(stored.system->all<Interface>()[0].lines, system.all<Interface>()[0].lines);
    EXPECT_EQ(stored.system->all<AcLine>()[3].in_service, false);
    for (const std::string& each : verify(*stored.system, *stored.solution).problems) ADD_FAILURE() << each;
    EXPECT_NE(text_of(folder / "flows.csv").find("2025-01-13 00:00,zone_c,zone,c,80,80,80,0,80,0"), std::string::npos);
    EXPECT_NE(text_of(folder / "interfaces.csv").find("2025-01-13 00:00,into_c,150,,140"), std::string::npos);
    const std::string page = text_of(folder / "report.html");
    EXPECT_NE(page.find("Groups of lines with a limit"), std::string::npos);
    EXPECT_NE(page.find("island balance"), std::string::npos) << "the equations that ran";
}

}  // namespace
}  // namespace indus::tests
