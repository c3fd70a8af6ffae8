// SPDX-License-Identifier: Apache-2.0
// Networks that cannot carry what must flow; each test asserts the whole sentence.
#include "tests/model/components/ac_network_scenes.hpp"
#include "tests/model/explained.hpp"

namespace indus::tests {
namespace {

/// A plant that must run at 100 MW in "zone", and as much demand in "b".
Scene forced(double load_mw = 100) {
    ThermalPlant nuclear = thermal("nuclear", 100, 10);
    nuclear.min_output_mw = nuclear.capacity_mw;
    nuclear.initial_output_mw = nuclear.capacity_mw;
    nuclear.must_run = true;
    Scene scene{1};
    return scene.zone("b").add(nuclear).demand({load_mw}, "b");
}

Interface border(std::string line) {
    Interface border;
    border.name = "border";
    border.lines.items = {{std::move(line), 1.0}};
    return border;
}

Line feeder() {
    Line line;
    line.name = "feeder";
    line.from.name = "zone";
    line.to.name = "b";
    line.capacity_mw = 200.0;
    return line;
}

// 100 MW must go over a line of 60.
TEST(NetworkInfeasibility, ALineTooSmall) {
    Scene scene = forced();
    scene.add(ac("zone", "b", 0.1, 60));
    EXPECT_EQ(
        explained(scene),
        "ac_line zone_b: the flow exceeds the 60 MW that its capacity and angle limits allow by 40 MW at 2025-01-13 "
        "00:00.");
}

// 1000 MW per radian: 3 degrees are 50 pi / 3 = 52.3599 MW.
TEST(NetworkInfeasibility, AnAngleTooSmall) {
    Scene scene = forced();
    scene.add(ac("zone", "b", 0.1, 500));
    line_of(scene, 0).max_angle_degrees = 3;
    EXPECT_EQ(
        explained(scene),
        "ac_line zone_b: the flow exceeds the 52.3599 MW that its capacity and angle limits allow by 47.6401 MW at "
        "2025-01-13 00:00.");
}

// The same line the other way round: 100 MW against a limit of -60.
TEST(NetworkInfeasibility, ALineTooSmallBackwards) {
    Scene scene = forced();
    scene.add(ac("b", "zone", 0.1, 500));
    line_of(scene, 0).reverse_capacity_mw = 60;
    EXPECT_EQ(explained(scene),
              "ac_line b_zone: the flow falls short of the -60 MW that its capacity and angle limits allow by 40 MW at "
              "2025-01-13 00:00.");
}

// A line of 200 MW, of which the interface allows 70.
TEST(NetworkInfeasibility, AnInterfaceTooSmall) {
    Scene scene = forced();
    Interface limit = border("feeder");
    limit.max_mw = 70.0;
    scene.add(feeder()).add(limit);
    EXPECT_EQ(explained(scene),
              "interface border: the weighted flow exceeds the limit of 70 MW by 30 MW, and the interface has no "
              "violation_cost_per_mwh at 2025-01-13 00:00.");
}

// The same of an AC line, whose interface lies in the block of the network.
TEST(NetworkInfeasibility, AnInterfaceOfAcLinesTooSmall) {
    Scene scene = forced();
    Interface limit = border("zone_b");
    limit.max_mw = 70.0;
    scene.add(ac("zone", "b", 0.1, 500)).add(limit);
    EXPECT_EQ(explained(scene),
              "interface border: the weighted flow exceeds the limit of 70 MW by 30 MW, and the interface has no "
              "violation_cost_per_mwh at 2025-01-13 00:00.");
}

// 150 MW are asked for, and 100 are wanted on the other side: what has no outlet cannot come.
TEST(NetworkInfeasibility, AnInterfaceThatAsksForMore) {
    Scene scene = forced();
    Interface limit = border("feeder");
    limit.min_mw = 150.0;
    scene.add(thermal("more", 100, 20)).add(feeder()).add(limit);
    EXPECT_EQ(
        explained(scene),
        "interface border: the weighted flow falls short of the limit of 150 MW by 50 MW, and the interface has no "
        "violation_cost_per_mwh at 2025-01-13 00:00.");
}

}  // namespace
}  // namespace indus::tests
