// SPDX-License-Identifier: Apache-2.0
// Whole systems window by window: whatever the windows, bound <= optimum <= cost, and what they leave can be shown.
#include <gtest/gtest.h>

#include <random>

#include "model/answers/block_oracles.hpp"
#include "model/studies/rolling_search.hpp"
#include "model/studies/verify.hpp"
#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/price_ascent.hpp"
#include "tests/model/answers/short_windows.hpp"
#include "tests/model/random_everything.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

class Rolling : public testing::TestWithParam<int> {};

TEST_P(Rolling, EnclosesTheOptimum) {
    constexpr int systems_per_test = 25;
    int solved = 0, possible = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(9000 + GetParam() * systems_per_test + i);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const solver::Result best = solver::make_solver("plain_cbc")->solve(f->program(), {.relative_gap = 0.0});
        const auto oracles = block_oracles(*f);
        for (const bool by_prices : {false, true}) {
            solver::RollingOptions rolling = short_windows(f->horizon(), 1 + i % 2, 2);
            rolling.by_prices = by_prices;
            const solver::Rolled found =
                solver::roll(f->program(), oracles, rolling, {.time_limit_seconds = 60.0, .relative_gap = 1e-4});
            if (!best.has_solution()) {
                EXPECT_FALSE(found.result.has_solution());
                continue;
            }
            ++possible;
            if (!found.result.has_solution()) continue;  // a window went where no later one could follow
            const double size = std::max(1.0, std::abs(best.objective));
            EXPECT_LE(found.result.bound, best.objective + 1e-6 * size);
            EXPECT_GE(found.result.objective, best.objective - 1e-6 * size);
            const solver::Feasibility checked = solver::check_feasibility(f->program(), found.result.values);
            EXPECT_TRUE(checked.within_tolerance) << checked.worst_row << " by " << checked.row_violation;
            EXPECT_NEAR(checked.objective, found.result.objective, 1e-9 * size);
            ++solved;
        }
    }
    EXPECT_GE(solved, possible * 3 / 4) << "of " << possible;
}

INSTANTIATE_TEST_SUITE_P(Seeds, Rolling, testing::Range(0, 6));

// What a run was told of its windows is all that another needs to go on: to the last bit.
TEST(RollingRun, GoesOnWhereItWasStopped) {
    int compared = 0;
    for (unsigned seed = 9000; seed < 9012; ++seed) {
        SCOPED_TRACE(seed);
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const auto oracles = block_oracles(*f);
        solver::RollingOptions rolling = short_windows(f->horizon(), 1, 2);
        Memory memory;
        rolling.memory = &memory;
        const solver::Rolled whole = solver::roll(f->program(), oracles, rolling, {.relative_gap = 0.001});
        if (!whole.result.has_solution() || memory.windows.size() < 3) continue;
        const std::uint64_t opened = memory.fingerprint;
        for (const std::size_t kept : {std::size_t{1}, memory.windows.size() / 2, memory.windows.size()}) {
            Memory part;
            part.windows.assign(memory.windows.begin(), memory.windows.begin() + static_cast<std::ptrdiff_t>(kept));
            rolling.memory = &part;
            const solver::Rolled resumed = solver::roll(f->program(), oracles, rolling, {.relative_gap = 0.001});
            EXPECT_EQ(part.fingerprint, opened);
            EXPECT_EQ(part.windows.size(), memory.windows.size()) << "what was there is not decided again";
            EXPECT_EQ(resumed.result.values, whole.result.values);
            EXPECT_EQ(resumed.result.relaxation_duals, whole.result.relaxation_duals);
            EXPECT_EQ(resumed.duals, whole.duals);
            EXPECT_EQ(resumed.result.bound, whole.result.bound);
            ++compared;
        }
    }
    EXPECT_GE(compared, 9);
}

// The same by the file that a run keeps beside its results, after a death at every window.
TEST(RollingRun, GoesOnAfterAKill) {
    const TemporaryFolder folder;
    const System system = RandomEverything{9001}.make().system();
    const auto f = build(system);
    const auto oracles = block_oracles(*f);
    const auto run = [&](solver::WindowMemory* memory) {
        solver::RollingOptions rolling = short_windows(f->horizon(), 1, 2);
        rolling.memory = memory;
        return solver::roll(f->program(), oracles, rolling, {.relative_gap = 0.001});
    };
    const solver::Rolled whole = run(nullptr);
    ASSERT_TRUE(whole.result.has_solution());
    int deaths = 0;
    for (int windows = 1; windows < f->horizon().step_count() - 1; ++windows) {
        SCOPED_TRACE(windows);
        const std::filesystem::path path = folder.path() / fmt::format("{}.windows", windows);
        Killed killed{path, windows};
        EXPECT_THROW(run(&killed), std::runtime_error);
        solver::WindowFile file{path};
        const solver::Rolled resumed = run(&file);
        EXPECT_GE(file.found(), windows);
        EXPECT_EQ(resumed.result.values, whole.result.values);
        EXPECT_EQ(resumed.result.bound, whole.result.bound);
        EXPECT_EQ(resumed.duals, whole.duals);
        ++deaths;
    }
    EXPECT_GE(deaths, 2);
}

// The method asked for is used, and its run passes certificate, audit and verification.
TEST(RollingRun, IsConfirmed) {
    int confirmed = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        const System system = RandomEverything{seed}.make().system();
        const Solution solution =
            dispatch(system, {.run = {.gap = 0.02, .time_limit_seconds = 60.0, .method = "rolling"}});
        if (!solution.has_solution()) continue;
        EXPECT_EQ(solution.method, "rolling");
        EXPECT_TRUE(solution.certificate.feasible);
        EXPECT_TRUE(solution.findings.empty());
        EXPECT_FALSE(solution.prices.empty());
        for (const std::string& problem : verify(system, solution).problems) ADD_FAILURE() << problem;
        ++confirmed;
    }
    EXPECT_GE(confirmed, 7);
}

TEST(RollingRun, StopsWhenAsked) {
    const System system = RandomEverything{9000}.make().system();
    const auto f = build(system);
    const std::atomic<bool> stop{true};
    const solver::Rolled found =
        solver::roll(f->program(), block_oracles(*f), short_windows(f->horizon(), 2, 1), {.stop = &stop});
    EXPECT_FALSE(found.result.has_solution());
    EXPECT_EQ(found.result.limit, solver::Limit::interrupted);
}

// Weeks begin at the start of the horizon, bands by the clock.
TEST(WeeksAndBands, FollowTheClock) {
    const auto start = TimePoint{std::chrono::local_days{std::chrono::year{2025} / 1 / 1} + std::chrono::hours{22}};
    const solver::StepGroups groups = weeks_and_bands(Horizon::uniform(start, 0.5, 2 * 200));
    EXPECT_EQ(groups.band[0], 5);
    EXPECT_EQ(groups.band[3], 5);
    EXPECT_EQ(groups.band[4], 0) << "midnight";
    EXPECT_EQ(groups.band[11], 0);
    EXPECT_EQ(groups.band[12], 1);
    EXPECT_EQ(groups.period[335], 0);
    EXPECT_EQ(groups.period[336], 1);
}

// The same as the bound of all blocks at once; weaker where a block's decisions count as continuous, never stronger.
// And no prices prove more than the slope at others promises.
TEST(PriceBound, IsTheLagrangianBoundWithItsSlope) {
    int equal = 0, promised = 0;
    for (unsigned seed = 9000; seed < 9020; ++seed) {
        SCOPED_TRACE(seed);
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const solver::Program& program = f->program();
        const auto oracles = block_oracles(*f);
        solver::PriceBound prover{program, oracles};
        std::mt19937 dice{seed};
        const auto draw = [&] {
            std::vector<double> prices(static_cast<std::size_t>(program.row_count()), 0.0);
            for (const int i : prover.linking_rows())
                prices[static_cast<std::size_t>(i)] = static_cast<double>(dice() % 200) / 2.0 - 20.0;
            return prices;
        };
        const std::vector<double> here = draw(), there = draw();
        const solver::PriceBound::Proof proof = prover.at(here);
        const double size = std::max(1.0, std::abs(proof.bound));
        const solver::LagrangianBound whole = solver::lagrangian_bound(program, here, {}, oracles);
        if (!whole.complete) continue;  // a block has no point at all
        EXPECT_LE(proof.bound, whole.bound + 1e-6 * size);
        equal += proof.bound >= whole.bound - 1e-6 * size ? 1 : 0;

        double promise = proof.bound;
        bool is_two_sided = true;
        std::size_t k = 0;
        for (const int i : prover.linking_rows()) {
            const auto row = static_cast<std::size_t>(i);
            is_two_sided = is_two_sided && program.row_lower()[row] == program.row_upper()[row];
            promise += proof.slope[k++] * (there[row] - here[row]);
        }
        if (!is_two_sided) continue;  // a price on the wrong side of a limit counts as zero
        EXPECT_LE(prover.at(there).bound, promise + 1e-6 * std::max(size, std::abs(promise)));
        ++promised;
    }
    EXPECT_GE(equal, 10);
    EXPECT_GE(promised, 4);
}

// Prices only ever prove more as they rise, and never more than the optimum.
TEST(PriceAscent, RaisesTheBoundBelowTheOptimum) {
    int raised = 0;
    for (unsigned seed = 9000; seed < 9015; ++seed) {
        SCOPED_TRACE(seed);
        const System system = RandomEverything{seed}.make().system();
        const auto f = build(system);
        const solver::Result best = solver::make_solver("plain_cbc")->solve(f->program(), {.relative_gap = 0.0});
        if (!best.has_solution()) continue;
        const auto oracles = block_oracles(*f);
        solver::PriceAscent ascent{f->program(), oracles,
                                   std::vector<double>(static_cast<std::size_t>(f->program().row_count()), 0.0)};
        std::vector<double> bounds;
        ascent.raise({.cost = best.objective, .on_bound = [&](double bound) { bounds.push_back(bound); }});
        ASSERT_FALSE(bounds.empty());
        EXPECT_TRUE(std::is_sorted(bounds.begin(), bounds.end()));
        EXPECT_LE(ascent.bound(), best.objective + 1e-6 * std::max(1.0, std::abs(best.objective)));
        raised += ascent.bound() > bounds.front() ? 1 : 0;
        solver::PriceBound prover{f->program(), oracles};
        EXPECT_EQ(prover.at(ascent.prices()).bound, ascent.bound());
    }
    EXPECT_GE(raised, 5);
}

}  // namespace
}  // namespace indus::tests
