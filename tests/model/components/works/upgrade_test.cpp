// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/upgrade.hpp"

#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

Upgrade drive(double cost_per_year) {
    Upgrade made{.name = "drive"};
    made.stage.name = "spin";
    made.cost_per_year = cost_per_year;
    made.saving_share = 0.2;
    return made;
}

/// 10 t/h and 5 MW in two hours at 20.
Scene two_hours() {
    Scene scene = hours_of({false, false});
    add_mill(scene).add(mode("run", 10, 5)).add(order(20));
    return scene;
}
const double plain = base_cost({false, false}) + 200;

// A fifth of 10 MWh at 20 is worth 40; two hours bear 2 / 8,760 of the yearly cost.
TEST(Upgrade, IsBuiltWhereItPays) {
    Scene scene = two_hours();
    scene.add(drive(39 * 8760 / 2.0));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), plain - 40 + 39, tolerance);
    expect_near(series(solution, "drive", "built"), {1, 0});
    expect_near(series(solution, "drive", "saved"), {1, 1});
    for (const auto* quantity : {"built", "saved"}) expect_audit_finds(scene, solution, "drive", quantity);
    scene.data.list<Upgrade>().front().cost_per_year = 41 * 8760 / 2.0;
    EXPECT_NEAR(cost(scene.solve()), plain, tolerance);
    scene.data.list<Upgrade>().front().build = UpgradeChoice::yes;
    EXPECT_NEAR(cost(scene.solve()), plain - 40 + 41, tolerance);
    scene.data.list<Upgrade>().front() = drive(0);
    scene.data.list<Upgrade>().front().build = UpgradeChoice::no;
    EXPECT_NEAR(cost(scene.solve()), plain, tolerance);
}

// Waste heat gives 0.08 MWh a tonne, at most 0.5 MW: 0.5 of 0.8, worth 20 in two hours.
TEST(Upgrade, RecoversWasteHeat) {
    Scene scene = two_hours();
    Upgrade recovery = drive(0);
    recovery.saving_share = 0;
    recovery.recovered_mwh_per_unit = 0.08;
    recovery.recovered_max_mw = 0.5;
    scene.add(recovery);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), plain - 2 * 0.5 * 20, tolerance);
    expect_audit_finds(scene, solution, "drive", "recovered");
}

// Of two for one stage, the better.
TEST(Upgrade, SavesHeatOnlyWhereThereIsSome) {
    Scene scene = hours_of({false});
    Upgrade insulated{.name = "insulated"};
    insulated.stage.name = "spin";
    insulated.heat_saving_share = 0.2;
    add_mill(scene).add(mode("run", 10, 5)).add(insulated);
    EXPECT_EQ(scene.issues(), std::vector<std::string>{"upgrade insulated: heat_saving_share is 0.2, expected 0, as "
                                                       "process 'mill' has no heat_node"});
}

TEST(Upgrade, ExcludesAnother) {
    Scene scene = two_hours();
    Upgrade better = drive(0);
    better.name = "better drive";
    better.saving_share = 0.3;
    scene.add(drive(0)).add(better);
    EXPECT_NEAR(cost(scene.solve()), plain - 60, tolerance);
}

}  // namespace
}  // namespace indus::tests
