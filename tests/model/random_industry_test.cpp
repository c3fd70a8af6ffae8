// SPDX-License-Identifier: Apache-2.0
// Random industries by every way of solving: certificate, audit and verification agree, and bound <= optimum <= cost.
#include "tests/model/random_industry/random_industry.hpp"

#include "model/answers/block_oracles.hpp"
#include "model/studies/direct_search.hpp"
#include "model/studies/rigid.hpp"
#include "model/studies/verify.hpp"
#include "solver/block_by_block.hpp"
#include "solver/certificate.hpp"
#include "solver/decomposition.hpp"
#include "tests/model/answers/short_windows.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};

void expect_confirmed(const System& system, const Solution& solution) {
    EXPECT_TRUE(solution.certificate.feasible) << solution.certificate.worst_row;
    for (const Finding& each : solution.findings)
        ADD_FAILURE() << "audit: " << each.kind << " " << each.owner << " at step " << each.step << ": " << each.what;
    for (const std::string& problem : verify(system, solution).problems) ADD_FAILURE() << "verify: " << problem;
}

class RandomIndustries : public testing::TestWithParam<int> {};

TEST_P(RandomIndustries, EndProvenOrExplained) {
    constexpr int systems_per_test = 12;
    int solved = 0;
    for (int i = 0; i < systems_per_test; ++i) {
        const auto seed = static_cast<unsigned>(GetParam() * systems_per_test + i + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = random_industry(seed).system();
        const Solution solution = dispatch(system, exactly);
        if (!solution.has_solution()) {
            EXPECT_EQ(solution.outcome, "infeasible");
            EXPECT_FALSE(solution.explanation.empty());
            continue;
        }
        ++solved;
        EXPECT_EQ(solution.outcome, "optimal") << solution.limit;
        expect_confirmed(system, solution);
    }
    EXPECT_GE(solved, systems_per_test / 2);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomIndustries, testing::Range(0, 2));

/// A random industry as a program, with its optimum by plain Cbc.
struct Enclosed {
    explicit Enclosed(unsigned seed) : system{random_industry(seed).system()}, f{build(system)} {
        best = solver::make_solver("plain_cbc")->solve(f->program(), {.relative_gap = 0.0});
        size = std::max(1.0, std::abs(best.objective));
    }
    void expect_encloses(const solver::Result& found) const {
        EXPECT_LE(found.bound, best.objective + 1e-6 * size);
        EXPECT_GE(found.objective, best.objective - 1e-6 * size);
        const solver::Feasibility checked = solver::check_feasibility(f->program(), found.values);
        EXPECT_TRUE(checked.within_tolerance) << checked.worst_row << " by " << checked.row_violation;
    }
    System system;
    std::unique_ptr<Formulation> f;
    solver::Result best{};
    double size = 1.0;
};

TEST(RandomIndustryBlockByBlock, EnclosesTheOptimum) {
    int compared = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        const Enclosed made{seed};
        if (!made.best.has_solution()) continue;
        const solver::WindowSearch found =
            solver::search_block_by_block(made.f->program(), block_oracles(*made.f), {.relative_gap = 0.01});
        EXPECT_LE(found.bound, made.best.objective + 1e-6 * made.size);
        if (found.values.empty()) continue;
        ++compared;
        solver::Result result;
        result.objective = found.cost;
        result.bound = found.bound;
        result.values = found.values;
        made.expect_encloses(result);
    }
    EXPECT_GE(compared, 4);
}

TEST(RandomIndustryByPrices, EnclosesTheOptimum) {
    int compared = 0;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        SCOPED_TRACE(seed);
        const Enclosed known{seed};
        const solver::Decomposed found =
            solver::decompose(known.f->program(), block_oracles(*known.f), {.relative_gap = 0.02});
        EXPECT_EQ(found.result.has_solution(), known.best.has_solution());
        if (!found.result.has_solution() || !known.best.has_solution()) continue;
        known.expect_encloses(found.result);
        EXPECT_LE(found.result.objective, known.best.objective + 0.021 * known.size);
        ++compared;
    }
    EXPECT_GE(compared, 3);
}

// Batches, vessels, orders and months go on from window to window.
TEST(RandomIndustryInWindows, EnclosesTheOptimum) {
    int possible = 0, solved = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        const Enclosed known{seed};
        solver::RollingOptions rolling = short_windows(known.f->horizon(), 1 + static_cast<int>(seed / 2 % 2), 2);
        rolling.by_prices = seed % 2 == 0;
        const solver::Rolled found = solver::roll(known.f->program(), block_oracles(*known.f), rolling,
                                                  {.time_limit_seconds = 60.0, .relative_gap = 1e-4});
        if (!known.best.has_solution()) {
            EXPECT_FALSE(found.result.has_solution());
            continue;
        }
        ++possible;
        if (!found.result.has_solution()) continue;  // a window went where no later one could follow
        known.expect_encloses(found.result);
        ++solved;
    }
    EXPECT_GE(solved, possible * 3 / 4) << "of " << possible;
    EXPECT_GE(possible, 6);
}

TEST(RandomIndustryInWindows, IsConfirmed) {
    int confirmed = 0;
    for (unsigned seed = 21; seed <= 32; ++seed) {
        SCOPED_TRACE(seed);
        const System system = random_industry(seed).system();
        const Solution solution =
            dispatch(system, {.run = {.gap = 0.02, .time_limit_seconds = 60.0, .method = "rolling"}});
        if (!solution.has_solution()) continue;
        EXPECT_EQ(solution.method, "rolling");
        expect_confirmed(system, solution);
        ++confirmed;
    }
    EXPECT_GE(confirmed, 6);
}

TEST(RandomIndustryInWindows, GoesOnAfterAKill) {
    const TemporaryFolder folder;
    int deaths = 0;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        SCOPED_TRACE(seed);
        const System system = random_industry(seed).system();
        const auto f = build(system);
        const auto oracles = block_oracles(*f);
        const auto run = [&](solver::WindowMemory* memory) {
            solver::RollingOptions rolling = short_windows(f->horizon(), 1, 2);
            rolling.memory = memory;
            return solver::roll(f->program(), oracles, rolling, {.relative_gap = 0.01});
        };
        const solver::Rolled whole = run(nullptr);
        if (!whole.result.has_solution()) continue;
        for (const int windows : {1, 3}) {
            const std::filesystem::path path = folder.path() / fmt::format("{}.{}.windows", seed, windows);
            Killed killed{path, windows};
            EXPECT_THROW(run(&killed), std::runtime_error);
            solver::WindowFile file{path};
            const solver::Rolled resumed = run(&file);
            EXPECT_GE(file.found(), windows);
            EXPECT_EQ(resumed.result.values, whole.result.values);
            EXPECT_EQ(resumed.result.bound, whole.result.bound);
            ++deaths;
        }
    }
    EXPECT_GE(deaths, 4);
}

// From a point and a bound of windows: neither gets worse, what comes out is settled, and known prices stay with their
// bound.
TEST(RandomIndustryDirectly, GoesOnFromWhatWindowsFound) {
    int compared = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        const Enclosed known{seed};
        const auto oracles = block_oracles(*known.f);
        solver::RollingOptions rolling = short_windows(known.f->horizon(), 1, 2);
        rolling.searches_again = false;
        solver::Rolled windows = solver::roll(known.f->program(), oracles, rolling, {.relative_gap = 0.05});
        if (!windows.result.has_solution()) continue;
        SearchResult first;
        first.multipliers = windows.result.relaxation_duals;
        first.lagrangian_bound = windows.result.bound;
        first.result = std::move(windows.result);
        const SearchResult found =
            search_directly_from(known.f->program(), {.relative_gap = 1e-3}, oracles, first,
                                 {.kept_steps = rolling.kept_steps, .margin_steps = rolling.look_ahead_steps});
        EXPECT_EQ(found.method, "direct");
        known.expect_encloses(found.result);
        EXPECT_EQ(found.result.outcome, solver::Outcome::optimal);
        EXPECT_LE(found.result.objective, known.best.objective + 1.01e-3 * known.size);
        EXPECT_LE(found.result.objective, first.result.objective + 1e-6 * known.size);
        EXPECT_GE(found.result.bound, first.result.bound - 1e-6 * known.size);
        ASSERT_TRUE(found.lp_bound.has_value());
        EXPECT_LE(*found.lp_bound, known.best.objective + 1e-6 * known.size);
        if (found.lagrangian_bound) {
            EXPECT_EQ(found.multipliers, first.multipliers);
        }
        ++compared;
    }
    EXPECT_GE(compared, 5);
}

TEST(RandomIndustryByRote, IsSoundAndNeverCheaper) {
    int compared = 0;
    for (unsigned seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE(seed);
        const System system = random_industry(seed).system();
        const Solution best = dispatch(system, exactly);
        if (!best.has_solution()) continue;
        const Solution rigid = dispatch_rigid(system, best, exactly);
        if (!rigid.has_solution()) {
            EXPECT_EQ(rigid.outcome, "infeasible") << rigid.explanation;
            continue;
        }
        expect_confirmed(system, rigid);
        EXPECT_LE(cost(best), cost(rigid) + 1e-6 * std::abs(cost(best)) + tolerance);
        ++compared;
    }
    EXPECT_GE(compared, 4);
}

}  // namespace
}  // namespace indus::tests
