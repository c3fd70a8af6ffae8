// SPDX-License-Identifier: Apache-2.0
// Golden programs of AC lines, interfaces, and limits of lines that may be exceeded.
#pragma once

#include "tests/model/components/ac_network_scenes.hpp"
#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

/// Three zones joined by three lines of 0.1 pu, zone-c on 150 MVA, the others on 100, without plants or demand. Their
/// factors are eighths: no rounding.
inline Scene bare_triangle(int step_count, double step_hours = 1.0) {
    Scene scene{step_count, step_hours};
    scene.zone("b").zone("c");
    scene.add(ac("zone", "b", 0.1, 500)).add(ac("zone", "c", 0.1, 80)).add(ac("b", "c", 0.1, 500));
    line_of(scene, 1).base_mva = 150;
    return scene;
}

inline GoldenProgram triangle_of_lines() {
    GoldenProgram golden{.name = "ac_line_flow",
                         .about =
                             "Lines of 1000 MW/rad, zone-c 1500; \"zone\" is the reference. Of a MW from b, 1/1000 "
                             "against 1/1000 + 1/1500: "
                             "5/8 comes straight, 3/8 by c. 80 MW on zone-c, 30 back. zone-b: at most 2 degrees, "
                             "34.9066 MW. Step 1: b-c "
                             "is open, the rest radial.",
                         .scene = bare_triangle(2),
                         .bounds_and_costs = {"ac_line/power flow"}};
    line_of(golden.scene, 0).max_angle_degrees = 2;
    line_of(golden.scene, 1).reverse_capacity_mw = 30;
    line_of(golden.scene, 2).available = Profile{std::vector<double>{1.0, 0.0}};
    return golden;
}

inline GoldenProgram shifted_transformer() {
    GoldenProgram golden{.name = "ac_line_shift",
                         .about =
                             "zone-b is a transformer: 0.08 pu at a ratio of 1.25, again 1000 MW/rad; a shift of 9 "
                             "degrees drives 9 pi / 180 "
                             "/ (2/1000 + 1/1500) = 58.905 MW round, against zone-b. Limits move by it.",
                         .scene = bare_triangle(1),
                         .bounds_and_costs = {"ac_line/power flow"}};
    AcLine& transformer = line_of(golden.scene, 0);
    transformer.reactance_pu = 0.08;
    transformer.tap_ratio = 1.25;
    transformer.phase_shift_degrees = 9;
    return golden;
}

inline GoldenProgram soft_limit() {
    GoldenProgram golden{.name = "ac_line_soft_limit",
                         .about =
                             "Half an hour a step: 4 per MWh beyond 60 MW, 2 per MW. Angles stay limited hard: 3 "
                             "degrees are 52.3599 MW back.",
                         .scene = Scene{2, 0.5}};
    golden.scene.zone("b").add(ac("zone", "b", 0.1, 60));
    line_of(golden.scene, 0).violation_cost_per_mwh = 4;
    line_of(golden.scene, 0).min_angle_degrees = -3;
    return golden;
}

inline GoldenProgram half_losses() {
    GoldenProgram golden{
        .name = "ac_line_losses",
        .about = "A tenth is lost: each end draws 0.05 of the flow either way. In step 1 the direction must be chosen.",
        .scene = Scene{2},
        .bounds_and_costs = {"ac_line/half losses"},
        .modes = {{"ac_line/zone_b", {1}}}};
    golden.scene.zone("b").add(ac("zone", "b", 0.1, 60));
    line_of(golden.scene, 0).loss_share = 0.1;
    return golden;
}

inline GoldenProgram interface_limits() {
    GoldenProgram golden{.name = "interface_limits",
                         .about =
                             "into_c adds both ways into c, hard, -20 to 100 MW. mixed is zone-b less half of a link, "
                             "softly at most 40 MW "
                             "then without limit, 6 per MWh; steps of 2 h.",
                         .scene = bare_triangle(2, 2.0)};
    Line link;
    link.name = "link";
    link.from.name = "b";
    link.to.name = "c";
    link.capacity_mw = 10.0;
    Interface hard;
    hard.name = "into_c";
    hard.lines.items = {{"zone_c", 1}, {"b_c", 1}};
    hard.min_mw = -20.0;
    hard.max_mw = 100.0;
    Interface soft;
    soft.name = "mixed";
    soft.lines.items = {{"zone_b", 1}, {"link", -0.5}};
    soft.max_mw = Profile{std::vector<double>{40, 1e6}};
    soft.violation_cost_per_mwh = 6;
    golden.scene.add(link).add(hard).add(soft);
    return golden;
}

inline GoldenProgram soft_link() {
    GoldenProgram golden{
        .name = "line_soft_limits",
        .about = "50 MW, half of it in step 1, 30 MW back; 4 per MWh beyond, a quarter of an hour a step.",
        .scene = Scene{2, 0.25}};
    Line line;
    line.name = "feeder";
    line.from.name = "zone";
    line.to.name = "b";
    line.capacity_mw = 50.0;
    line.reverse_capacity_mw = 30;
    line.violation_cost_per_mwh = 4;
    line.available = Profile{std::vector<double>{1.0, 0.5}};
    golden.scene.zone("b").add(line);
    return golden;
}

inline std::vector<GoldenProgram> network_programs() {
    return {triangle_of_lines(), shifted_transformer(), soft_limit(), half_losses(), interface_limits(), soft_link()};
}

}  // namespace indus::tests
