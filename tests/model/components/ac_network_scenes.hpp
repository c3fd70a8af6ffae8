// SPDX-License-Identifier: Apache-2.0
// Small networks of AC lines, whose flows can be computed by hand.
#pragma once

#include "tests/scene.hpp"

namespace indus::tests {

/// On a base of 100 MVA; named "<from>_<to>".
inline AcLine ac(std::string from, std::string to, double reactance_pu, double capacity_mw) {
    AcLine line;
    line.name = from + "_" + to;
    line.from.name = std::move(from);
    line.to.name = std::move(to);
    line.reactance_pu = reactance_pu;
    line.capacity_mw = capacity_mw;
    return line;
}

/// Zones "zone" and "b", 300 MW at 20 in the one, 300 MW at 30 and the demand in the other; lines are the test's.
inline Scene pair(std::vector<double> load_mw, double step_hours = 1.0) {
    Scene scene{static_cast<int>(load_mw.size()), step_hours};
    scene.zone("b").add(thermal("cheap", 300, 20)).add(thermal("dear", 300, 30, "b")).demand(std::move(load_mw), "b");
    return scene;
}

/// Three lines of equal reactance, 1000 MW per radian each, between "zone" (300 MW at 20), "b" (300 MW at 30) and "c",
/// where the demand is. The line from "zone" to "c" carries `limit_mw`, the others 500.
inline Scene triangle(double limit_mw, std::vector<double> load_mw = {150}) {
    Scene scene{static_cast<int>(load_mw.size())};
    scene.zone("b").zone("c");
    scene.add(ac("zone", "b", 0.1, 500)).add(ac("zone", "c", 0.1, limit_mw)).add(ac("b", "c", 0.1, 500));
    scene.add(thermal("cheap", 300, 20)).add(thermal("dear", 300, 30, "b")).demand(std::move(load_mw), "c");
    return scene;
}

inline AcLine& line_of(Scene& scene, std::size_t index) { return scene.data.list<AcLine>().at(index); }

}  // namespace indus::tests
