// SPDX-License-Identifier: Apache-2.0
// What must hold of networks whatever their numbers. Every run is audited, which solves for angles what the program
// said by factors: the two are held against each other here on random systems.
#include <random>

#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "tests/model/components/ac_network_scenes.hpp"

namespace indus::tests {
namespace {

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

std::string zone_name(int zone) { return zone == 0 ? "zone" : fmt::format("zone_{}", zone); }

/// Zones with a plant and a demand each, joined by AC lines of every fashion and a transport line.
Scene random_network(unsigned seed) {
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

TEST(NetworkProperties, FactorsEqualAnglesOnRandomSystems) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        random_network(seed).solve(1e-6);
    }
}

/// The transport line cannot tie zones by angles; everything else is as it was.
TEST(NetworkProperties, AnUnlimitedLineJoinsTwoZones) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        Scene whole = random_network(seed);
        Scene split = whole;
        // The plant of the first zone moves to a zone of its own.
        split.zone("annex");
        split.data.list<ThermalPlant>()[0].zone.name = "annex";
        Scene by_transport = split;
        AcLine tie = ac("annex", "zone", 0.001, 1e5);
        split.add(tie);
        Line line;
        line.name = "tie";
        line.from.name = "annex";
        line.to.name = "zone";
        line.capacity_mw = 1e5;
        by_transport.add(line);
        const double expected = cost(whole.solve(1e-7));
        EXPECT_NEAR(cost(split.solve(1e-7)), expected, 1e-6 * expected);
        EXPECT_NEAR(cost(by_transport.solve(1e-7)), expected, 1e-6 * expected);
    }
}

/// A network of one block per step: only balances of zones couple it with plants and over time.
TEST(NetworkProperties, ABlockPerStep) {
    Scene scene = triangle(80, {150, 90, 120});
    line_of(scene, 1).violation_cost_per_mwh = 2;
    line_of(scene, 0).loss_share = 0.01;
    const System system = scene.system();
    const auto formulation = build(system);
    const solver::Program& program = formulation->program();
    for (int i = 0; i < program.row_count(); ++i)
        EXPECT_EQ(program.is_linking(i), program.row_label(i).quantity == "power balance") << program.row_name(i);
    for (int j = 0; j < program.column_count(); ++j) {
        if (program.column_label(j).quantity != "ac_export" && program.column_label(j).owner != "zone_c") continue;
        EXPECT_EQ(program.block_name(program.block_of_column(j)),
                  fmt::format("network {}", to_string(system.horizon().start(program.column_position(j)))));
    }
    // At the prices of the dispatch the blocks' own answers prove the whole cost of a linear program.
    const Solution solution = scene.solve(1e-6);
    const double bound = solver::lagrangian_bound(program, solution.multipliers).bound;
    EXPECT_NEAR(bound, cost(solution), 1e-6 * cost(solution));
}

}  // namespace
}  // namespace indus::tests
