// SPDX-License-Identifier: Apache-2.0
// Random networks of zones, each from its seed.
#pragma once

#include <random>

#include "tests/model/components/ac_network_scenes.hpp"

namespace indus::tests {

class Dealer {
public:
    explicit Dealer(unsigned seed) : engine_{seed} {}
    int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine_()) * 0x1.0p-32);
    }

private:
    std::mt19937 engine_;
};

inline std::string zone_name(int zone) { return zone == 0 ? "zone" : fmt::format("zone_{}", zone); }

/// Zones with a plant and a demand each, joined by AC lines of every fashion and a transport line.
inline Scene random_network(unsigned seed) {
    Dealer deal{seed};
    const int zones = 2 + deal.below(7);
    const int steps = 2;
    Scene scene{steps};
    for (int zone = 0; zone < zones; ++zone) {
        if (zone > 0) scene.zone(zone_name(zone));
        scene.data.list<Zone>().back().surplus_cost_per_mwh = 1.0;
        scene.add(thermal(fmt::format("plant_{}", zone), deal.between(50, 200), deal.between(10, 60), zone_name(zone)));
        scene.demand({deal.between(0, 120), deal.between(0, 120)}, zone_name(zone), 500.0);
    }
    const int lines = 1 + deal.below(2 * zones);
    for (int l = 0; l < lines; ++l) {
        const int from = deal.below(zones);
        const int to = (from + 1 + deal.below(zones - 1)) % zones;
        AcLine line = ac(zone_name(from), zone_name(to), deal.between(0.01, 0.5), deal.between(5, 80));
        line.name = fmt::format("line_{}", l);
        if (deal.below(3) == 0) line.tap_ratio = deal.between(0.9, 1.1);
        if (deal.below(6) == 0) line.phase_shift_degrees = deal.between(-1, 1);
        if (deal.below(4) == 0) line.violation_cost_per_mwh = deal.between(1, 30);
        if (deal.below(4) == 0) line.max_angle_degrees = deal.between(2, 20);
        if (deal.below(6) == 0) line.available = Profile{std::vector<double>{1.0, 0.0}};
        // Without a way out a phase shift could be more than a hard limit carries.
        if (line.phase_shift_degrees != 0.0) line.violation_cost_per_mwh = 20.0;
        scene.add(line);
    }
    Line link;
    link.name = "link";
    link.from.name = zone_name(0);
    link.to.name = zone_name(zones - 1);
    link.capacity_mw = 20.0;
    link.loss_share = 0.03;
    return scene.add(link);
}

}  // namespace indus::tests
