// SPDX-License-Identifier: Apache-2.0
// The dynamic program of a unit against Cbc on the unit's own rows, at random prices.
#include <cmath>

#include "model/answers/block_oracles.hpp"
#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/window_program.hpp"
#include "tests/model/random_systems.hpp"

namespace indus::tests {
namespace {

class RandomUnit : private RandomSystem {
public:
    explicit RandomUnit(unsigned seed) : RandomSystem{seed} {}

    Scene make() {
        steps_ = 3 + dice_.roll(10);
        h_ = dice_.pick({0.25, 1.0, 2.0});
        Scene scene{steps_, h_};
        scene.data.settings.cost_segments = 1 + dice_.roll(4);
        scene.data.list<Zone>()[0].surplus_cost_per_mwh = 1.0;
        scene.add(Fuel{.name = "coal", .price_per_gj = varying({1.0, 2.0, 3.0}), .emission_factor_t_per_gj = 0.1});
        scene.add(plant("unit"));
        for (const char* name : {"fast", "slow"}) {
            if (dice_.once_in(3)) continue;
            Reserve product{.name = name};
            product.requirement_mw = 10.0;
            product.response_minutes = dice_.pick({5, 30});
            product.shortfall_cost_per_mwh = 100.0;
            scene.add(product);
        }
        if (dice_.once_in(4)) scene.add(outage());
        return scene.demand(std::vector<double>(static_cast<std::size_t>(steps_), 50.0));
    }
    std::vector<double> prices(int count, double low, double high) {
        std::vector<double> made;
        for (int i = 0; i < count; ++i) made.push_back(low + (high - low) * dice_.roll(1000) / 1000.0);
        return made;
    }
    int roll(int sides) { return dice_.roll(sides); }

private:
    Outage outage() {
        const int from = dice_.roll(steps_);
        const OutageCause cause = dice_.once_in(2) ? OutageCause::forced : OutageCause::planned;
        Outage made = out("unit", h_ * from, h_ * (from + 1 + dice_.roll(3)), cause);
        if (dice_.once_in(2)) made.available_share = dice_.pick({0.3, 0.7});
        return made;
    }
};

std::size_t block_named(const solver::Program& program, std::string_view name) {
    for (int b = 0; b < program.block_count(); ++b)
        if (program.block_name({b}) == name) return static_cast<std::size_t>(b);
    throw std::logic_error(fmt::format("no block {}", name));
}

/// The unit's block, and what answers for it.
std::pair<std::size_t, std::unique_ptr<solver::BlockOracle>> unit_of(const Formulation& f) {
    const std::size_t unit = block_named(f.program(), "thermal_plant unit");
    return {unit, std::move(block_oracles(f)[unit])};
}

/// Expects the answer to be the optimum of the rows, and to keep them; false where they have no point.
bool expect_optimum(const solver::Program& rows, const solver::OracleAnswer& answer) {
    const solver::Result result = solver::make_solver("plain_cbc")->solve(rows, {.relative_gap = 0.0});
    const bool is_possible = result.outcome != solver::Outcome::infeasible;
    EXPECT_EQ(answer.cost < solver::infinity, is_possible);
    if (!is_possible || answer.values.empty()) return false;
    const double rounding = 1e-6 * std::max(1.0, std::abs(result.objective));
    EXPECT_LE(answer.bound, answer.cost);
    EXPECT_NEAR(answer.cost, result.objective, rounding);
    EXPECT_NEAR(answer.bound, result.objective, rounding);
    const solver::Feasibility found = solver::check_feasibility(rows, answer.values, {1e-9, 1e-7, 1e-9});
    EXPECT_TRUE(found.within_tolerance) << found.worst_row << " " << found.row_violation << " " << found.worst_column
                                        << " " << found.bound_violation;
    return true;
}

class ThermalAnswer : public testing::TestWithParam<int> {};

TEST_P(ThermalAnswer, IsTheOptimumOfTheRows) {
    constexpr int units_per_test = 100;
    int compared = 0;
    int ran = 0;
    for (int u = 0; u < units_per_test; ++u) {
        const auto seed = static_cast<unsigned>(GetParam() * units_per_test + u + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        RandomUnit random{seed};
        const System system = random.make().system();
        const auto f = build(system);
        const auto [unit, oracle] = unit_of(*f);
        ASSERT_NE(oracle, nullptr);
        for (int round = 0; round < 3; ++round) {
            const double dear = round == 0 ? 80.0 : 40.0;
            std::vector<double> y = random.prices(f->program().row_count(), 0.0, dear * f->horizon().hours(0));
            const solver::Program rows = solver::price_blocks(f->program(), y)[unit].program;
            const solver::OracleAnswer answer = oracle->answer(rows.cost());
            if (!expect_optimum(rows, answer)) continue;
            ++compared;
            ran += answer.cost < 0.0;
        }
    }
    EXPECT_GE(compared, units_per_test * 2);
    EXPECT_GE(ran, units_per_test / 2) << "many should earn something";
}

// Several units alike that only their sums tie: what one would do, times their number, is the optimum of the rows.
TEST_P(ThermalAnswer, OfSeveralUnitsIsTheOptimumOfTheRows) {
    constexpr int plants_per_test = 40;
    int compared = 0, differing = 0;
    for (int u = 0; u < plants_per_test; ++u) {
        const auto seed = static_cast<unsigned>(GetParam() * plants_per_test + u + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        RandomUnit random{seed};
        Scene scene = random.make();
        scene.data.list<Outage>().clear();
        ThermalPlant& plant = scene.data.list<ThermalPlant>()[0];
        plant.units = 2.0 + random.roll(3);
        plant.start_cost.steps = {{0.0, 30.0}};
        plant.ramp_up_mw_per_h = plant.ramp_down_mw_per_h = std::nullopt;
        plant.start_up_limit_mw = plant.shut_down_limit_mw = std::nullopt;
        if (plant.initially_on() && !plant.must_run) plant.initial_units_on = 1.0 + random.roll(2);
        const System system = scene.system();
        const auto f = build(system);
        const auto [block, oracle] = unit_of(*f);
        ASSERT_NE(oracle, nullptr);
        for (int round = 0; round < 3; ++round) {
            const std::vector<double> y = random.prices(f->program().row_count(), 0.0, 60.0 * f->horizon().hours(0));
            const solver::Program rows = solver::price_blocks(f->program(), y)[block].program;
            if (!expect_optimum(rows, oracle->answer(rows.cost()))) continue;
            ++compared;
            differing += plant.initial_units_on && *plant.initial_units_on < plant.units;
        }
    }
    EXPECT_GE(compared, 2 * plants_per_test);
    EXPECT_GE(differing, plants_per_test / 4) << "many should have units in either state";
}

// Three units at 90 that must run, one in maintenance in two of six hours: 16 unit-hours of 25 MW at 30 more than the
// other plant's 60, for 300 MW all the time: 108000 + 12000. Answered as if all three ran, they would prove 121500.
TEST(ThermalAnswerOfUnits, IsLeftToTheRowsInMaintenance) {
    Scene scene{6};
    ThermalPlant coal = thermal("coal", 50, 90);
    coal.units = 3;
    coal.min_output_mw = 25;
    coal.must_run = true;
    Outage one = out("coal", 2, 4);
    one.units_out = 1;
    scene.add(coal).add(thermal("other", 400, 60)).add(one).demand(std::vector<double>(6, 300.0));
    const System system = scene.system();
    const auto f = build(system);
    EXPECT_EQ(block_oracles(*f)[block_named(f->program(), "thermal_plant coal")], nullptr);
    const Solution solution = dispatch(system, {.run = {.gap = 0.0, .method = "decompose"}});
    EXPECT_NEAR(cost(solution), 120000.0, 1e-3);
    EXPECT_LE(solution.certificate.bound.value(), 120000.0 + 1e-3);
    EXPECT_LE(solution.certificate.bound_recomputed.value(), 120000.0 + 1e-3);
}

/// Some of the decisions of a schedule, and now and then the contrary of one.
solver::BlockLimits decide_some(RandomUnit& random, const solver::Program& block, std::span<const double> values) {
    solver::BlockLimits made{{block.lower().begin(), block.lower().end()},
                             {block.upper().begin(), block.upper().end()}};
    for (int j = 0; j < block.column_count(); ++j) {
        const auto k = static_cast<std::size_t>(j);
        const bool is_commitment = block.is_integer(j) && !block.column_label(j).quantity.starts_with("start_category");
        if (!is_commitment || random.roll(3) > 0) continue;
        const double same = std::round(values[k]);
        const double value = random.roll(20) == 0 ? 1.0 - same : same;
        if (value >= made.lower[k] && value <= made.upper[k]) made.lower[k] = made.upper[k] = value;
    }
    return made;
}

// Decisions made beforehand hold, and the rest is as good as the rows allow.
TEST_P(ThermalAnswer, KeepsToDecisions) {
    constexpr int units_per_test = 50;
    int compared = 0, impossible = 0;
    for (int u = 0; u < units_per_test; ++u) {
        const auto seed = static_cast<unsigned>(GetParam() * units_per_test + u + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        RandomUnit random{seed};
        const System system = random.make().system();
        const auto f = build(system);
        const auto [unit, oracle] = unit_of(*f);
        const auto priced = [&] {
            const std::vector<double> y = random.prices(f->program().row_count(), 0.0, 60.0 * f->horizon().hours(0));
            return solver::price_blocks(f->program(), y)[unit].program;
        };
        const solver::OracleAnswer earlier = oracle->answer(priced().cost());
        if (earlier.cost == solver::infinity) continue;
        solver::Program block = priced();
        const solver::BlockLimits limits = decide_some(random, block, earlier.values);
        const solver::OracleAnswer answer = oracle->answer_within(limits, block.cost());
        for (int j = 0; j < block.column_count(); ++j)
            block.set_bounds({j}, limits.lower[static_cast<std::size_t>(j)], limits.upper[static_cast<std::size_t>(j)]);
        ++(expect_optimum(block, answer) ? compared : impossible);
    }
    EXPECT_GE(compared, units_per_test / 2);
    EXPECT_GE(impossible, 1);
}

// Within a window of time, after what it did before, the unit answers as its rows there do.
TEST_P(ThermalAnswer, GoesOnFromWhatWasBefore) {
    constexpr int units_per_test = 60;
    int compared = 0, held = 0;
    for (int u = 0; u < units_per_test; ++u) {
        const auto seed = static_cast<unsigned>(GetParam() * units_per_test + u + 1);
        SCOPED_TRACE(fmt::format("seed {}", seed));
        RandomUnit random{seed};
        const System system = random.make().system();
        const auto f = build(system);
        const solver::Program& whole = f->program();
        const auto oracles = block_oracles(*f);
        const std::size_t unit = block_named(whole, "thermal_plant unit");
        const auto prices_of = [&](const solver::Program& program) {
            return random.prices(program.row_count(), 0.0, 60.0 * f->horizon().hours(0));
        };
        const auto blocks = solver::price_blocks(whole, prices_of(whole));
        const solver::OracleAnswer earlier = oracles[unit]->answer(blocks[unit].program.cost());
        if (earlier.cost == solver::infinity) continue;
        std::vector<double> point{whole.lower().begin(), whole.lower().end()};
        for (std::size_t k = 0; k < earlier.values.size(); ++k)
            point[static_cast<std::size_t>(blocks[unit].columns[k])] = earlier.values[k];

        const int steps = f->horizon().step_count();
        const int first = random.roll(steps - 1);
        const solver::Window steps_asked{first, first + 1 + random.roll(steps - first)};
        const std::vector<double> no_prices(static_cast<std::size_t>(whole.row_count()), 0.0);
        solver::WindowProgram window{whole, solver::Timeline{whole}, steps_asked, {}, point, no_prices, oracles};
        const auto inside = window.release_oracles();
        ASSERT_NE(inside[unit], nullptr);
        for (int round = 0; round < 2; ++round) {
            const auto asked = solver::price_blocks(window.program(), prices_of(window.program()));
            const solver::Program& rows = asked[unit].program;
            if (!expect_optimum(rows, inside[unit]->answer(rows.cost()))) continue;
            ++compared;
            held += first > 0;
        }
    }
    EXPECT_GE(compared, units_per_test);
    EXPECT_GE(held, units_per_test / 2) << "many should have something before";
}

INSTANTIATE_TEST_SUITE_P(Seeds, ThermalAnswer, testing::Range(0, 10));

}  // namespace
}  // namespace indus::tests
