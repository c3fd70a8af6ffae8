// SPDX-License-Identifier: Apache-2.0
// Prices at buses that UnitCommitment.jl publishes, in its cases rewritten here.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>

#include "inputs/read_case.hpp"
#include "model/studies/dispatch.hpp"

namespace indus::tests {
namespace {

using Prices = std::map<std::string, std::vector<double>>;

Prices prices_of(const std::string& name) {
    const inputs::LoadedCase loaded = inputs::read_case(std::filesystem::path{INDUS_SOURCE_DIR} / "tests/cases" / name);
    for (const inputs::Issue& issue : loaded.issues) ADD_FAILURE() << inputs::to_string(issue);
    if (!loaded.system) return {};
    const model::Solution solution = model::dispatch(*loaded.system, {.run = {.gap = 0.0}});
    Prices prices;
    for (const model::PriceRecord& each : solution.prices)
        if (each.kind == "zone")
            for (const double value : each.values) prices[each.owner].push_back(std::round(value * 1e6) / 1e6);
    return prices;
}

TEST(known_prices, UnitCommitmentJl) {
    EXPECT_EQ(prices_of("ucjl_lmp_1"), (Prices{{"A", {50}}, {"B", {50}}}));
    EXPECT_EQ(prices_of("ucjl_lmp_2"), (Prices{{"A", {50}}, {"B", {60}}}));
    EXPECT_EQ(prices_of("ucjl_lmp_3"), (Prices{{"A", {50}}, {"B", {70}}, {"C", {100}}}));
    EXPECT_EQ(prices_of("ucjl_lmp_4"), (Prices{{"A", {50}}, {"B", {70}}, {"C", {90}}}));
    EXPECT_EQ(prices_of("ucjl_market_da"), (Prices{{"B1", {50, 56}}}));
}

}  // namespace
}  // namespace indus::tests
