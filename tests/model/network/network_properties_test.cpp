// SPDX-License-Identifier: Apache-2.0
// What must hold of networks whatever their numbers. Every run is audited, which solves for angles what the program
// said by factors: the two are held against each other here on random systems.
#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "tests/model/network/random_network.hpp"

namespace indus::tests {
namespace {

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
