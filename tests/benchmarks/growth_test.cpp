// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/growth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace indus::bench {
namespace {

using Points = std::vector<std::pair<double, double>>;

// 3 x^1.5 at 1, 4, 16: 3, 24, 192.
TEST(BenchGrowth, FitsAPower) {
    EXPECT_NEAR(fitted_exponent(Points{{1, 3}, {4, 24}, {16, 192}}).value(), 1.5, 1e-12);
    EXPECT_NEAR(fitted_exponent(Points{{10, 5}, {1000, 5}}).value(), 0.0, 1e-12);
    EXPECT_NEAR(fitted_exponent(Points{{10, 8}, {20, 4}}).value(), -1.0, 1e-12);
    // ln y at ln x = 0, 1, 2 times ln 2 is 0, 1, 1 times ln 2: slope 1/2.
    EXPECT_NEAR(fitted_exponent(Points{{1, 1}, {2, 2}, {4, 2}}).value(), 0.5, 1e-12);
}

TEST(BenchGrowth, NeedsTwoSizes) {
    EXPECT_FALSE(fitted_exponent(Points{}));
    EXPECT_FALSE(fitted_exponent(Points{{10, 5}}));
    EXPECT_FALSE(fitted_exponent(Points{{10, 5}, {10, 7}}));
    EXPECT_FALSE(fitted_exponent(Points{{10, 5}, {20, 0}}));
}

Result point(double size, std::optional<double> own, std::optional<double> of_cbc) {
    Result made{.instance = "x", .gap = 0.01, .curve = "units", .size = size};
    made.runs = {Run{.method = "auto", .seconds_to_gap = own}, Run{.method = "direct", .seconds_to_gap = of_cbc}};
    return made;
}

// Plain Cbc proved the gap of one size only, which makes no curve; what lies on no curve does not count.
TEST(BenchGrowth, LeavesOutWhatWasNotProven) {
    const std::vector<Result> results{point(10, 1, 2), point(20, 2, {}), point(40, {}, {}), point(80, 8, {}),
                                      Result{.instance = "kazarlis:10", .gap = 0.01}};
    const std::vector<Growth> growth = growth_of(results);
    ASSERT_EQ(growth.size(), 1U);
    EXPECT_EQ(growth[0].curve, "units");
    EXPECT_NEAR(growth[0].exponent.value(), 1.0, 1e-12);
    EXPECT_FALSE(growth[0].exponent_of_cbc);
}

TEST(BenchGrowth, KnowsItsCurves) {
    EXPECT_EQ(curve_named("units").points.front(), (std::pair{10, std::string{"random:10:48:1:7"}}));
    EXPECT_EQ(curve_named("units").points.back().first, 2000);
    EXPECT_EQ(curve_named("hours").points.front().first, 24);
    EXPECT_EQ(curve_named("hours").points.back().first, 8760);
    EXPECT_EQ(curve_named("zones").points.back().second, "random:200:24:50:7");
    EXPECT_THROW(curve_named("plants"), std::runtime_error);
}

}  // namespace
}  // namespace indus::bench
