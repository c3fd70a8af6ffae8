// SPDX-License-Identifier: Apache-2.0
// How a study ends: outcomes, limits, certificate, uplift.
#include "model/studies/dispatch.hpp"

#include "tests/everything.hpp"

namespace indus::tests {
namespace {

TEST(Dispatch, CertifiesWithABoundOfItsOwn) {
    const Solution solution = everything(24).solve(0.0);
    const CertificateRecord& c = solution.certificate;
    ASSERT_TRUE(c.bound_recomputed.has_value());
    EXPECT_LE(*c.bound_recomputed, *c.bound);
    EXPECT_GE(*c.bound_recomputed, 0.9 * *c.cost) << "the relaxation of this system is tighter than a tenth";
    EXPECT_EQ(solution.outcome, "optimal");
    EXPECT_NEAR(*c.gap, 0.0, 1e-6);
    EXPECT_LT(c.max_row_violation, 1e-6);
}

// The parts of the cost are the cost.
TEST(Dispatch, SplitsTheCost) {
    const Solution solution = everything(24).solve(1e-4);
    double sum = 0.0;
    for (const CostRecord& each : solution.costs) sum += each.amount;
    EXPECT_NEAR(sum, cost(solution), 1e-6 * cost(solution));
    double hourly = 0.0;
    for (const SeriesRecord& each : solution.series)
        if (each.quantity == "cost")
            for (const double value : each.values) hourly += value;
    EXPECT_NEAR(hourly, cost(solution), 1e-6 * cost(solution));
}

// Steps of 0.25 and 2 hours, all components, all checks.
TEST(Dispatch, WorksAtAnyStep) {
    for (const double step_hours : {0.25, 0.5, 2.0}) {
        const Solution solution = everything(12, step_hours).solve(1e-4);
        EXPECT_TRUE(solution.within_gap()) << step_hours;
    }
}

TEST(Dispatch, StopsWhenAsked) {
    const std::atomic<bool> stop{true};
    const Solution solution = dispatch(everything(48).system(), {.run = {.gap = 0.0}, .stop = &stop});
    // Stopped before it began: whatever it has is honest.
    if (solution.has_solution()) {
        EXPECT_TRUE(solution.findings.empty());
    } else {
        EXPECT_EQ(solution.outcome, "no_solution_found");
        EXPECT_EQ(solution.limit, "interrupted");
        EXPECT_EQ(solution.explanation, "The search was stopped (interrupted) before a first solution was found.");
    }
}

// Negative costs within bounds are fine: nothing here can be unbounded, since every column has bounds.
TEST(Dispatch, TakesNegativeCosts) {
    Scene scene{1};
    scene.data.list<Zone>()[0].surplus_cost_per_mwh = 1.0;
    scene.add(thermal("paid", 100, -20)).demand({40});
    EXPECT_NEAR(cost(scene.solve()), -2000 + 60, tolerance);
}

// Coal 100 MW at 20 serves 100; one MW more needs gas, which costs 500 to start and gives at least 10 MW at 30.
// Demand 105: coal 95, gas 10 at its least: 1900 + 300 + 500 = 2700. The price is coal's 20: gas earns 200 and costs
// 800. Make-whole 600. By its own choice gas would stay off and earn nothing: lost opportunity 0 - (200 - 800) = 600.
TEST(Dispatch, ShowsUplift) {
    Scene scene{1};
    ThermalPlant gas = thermal("gas", 50, 30);
    gas.min_output_mw = 10;
    gas.initial_status_h = -10;
    gas.initial_output_mw.reset();
    gas.start_cost.steps = {{0, 500}};
    scene.add(thermal("coal", 100, 20)).add(gas).demand({105});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 2700.0, tolerance);
    expect_near(price(solution, "zone"), {20});
    ASSERT_EQ(solution.uplift.size(), 2U);
    EXPECT_EQ(solution.uplift[1].owner, "gas");
    EXPECT_NEAR(solution.uplift[1].make_whole, 600.0, tolerance);
    EXPECT_NEAR(solution.uplift[1].lost_opportunity, 600.0, tolerance);
    EXPECT_NEAR(solution.uplift[0].make_whole, 0.0, tolerance);
}

// Where unserved energy is most of the cost, the gap without it is told too.
TEST(Dispatch, TellsTheGapWithoutUnservedEnergy) {
    Scene scene{1};
    scene.add(thermal("coal", 100, 20)).demand({150});
    const Solution solution = scene.solve();
    ASSERT_TRUE(solution.certificate.gap_without_unserved.has_value());
    EXPECT_NEAR(cost(solution), 2000 + 150000.0, tolerance);
    Scene enough{1};
    enough.add(thermal("coal", 100, 20)).demand({90});
    EXPECT_FALSE(enough.solve().certificate.gap_without_unserved.has_value());
}

}  // namespace
}  // namespace indus::tests
