// SPDX-License-Identifier: Apache-2.0
#include "solver/column_master.hpp"

#include <gtest/gtest.h>

#include "tests/solver/linked.hpp"

namespace indus::solver {
namespace {

/// One of which a plant gives at 1 or at 4; what is missing costs 50.
Linked cheap_and_dear() {
    Linked made;
    const Block plant = made.program.add_block("plant");
    const Variable cheap = made.column(1, 1.0, plant), dear = made.column(1, 4.0, plant);
    const Variable missing = made.column(1, 50.0, made.program.add_block("missing"), false);
    made.row(Expression{cheap} + dear + missing >= 1.0);
    return made;
}

class SleepingPoints : public testing::Test {
protected:
    void SetUp() override {
        std::vector<BlockPoint> points;
        for (const auto& values : {std::vector{1.0, 0.0}, std::vector{0.0, 1.0}, std::vector{0.0, 0.0}})
            points.push_back({0, values[0] + 4.0 * values[1], values});
        master_.add_points(std::move(points));
        master_.close_box();
    }
    double solved() { return master_.solve({}, Simplex::dual) ? master_.cost() : infinity; }

    Linked linked_ = cheap_and_dear();
    PricedBlocks blocks_{linked_.program, {}};
    ColumnMaster master_{blocks_};
};

TEST_F(SleepingPoints, WakeWhereTheyAreOfUse) {
    EXPECT_NEAR(solved(), 1.0, 1e-9);
    master_.lay_asleep();
    EXPECT_NEAR(solved(), 1.0, 1e-9);
    master_.narrow(0, {{0.0, 0.0}, {0.0, 1.0}});
    EXPECT_NEAR(solved(), 4.0, 1e-9);
    EXPECT_NEAR(master_.values()[1], 1.0, 1e-9);
    master_.lay_asleep();
    master_.narrow(0, {});
    EXPECT_NEAR(solved(), 1.0, 1e-9);
}

TEST_F(SleepingPoints, RestBeyondTheLimitsOfTheirBlock) {
    EXPECT_NEAR(solved(), 1.0, 1e-9);
    master_.lay_asleep();
    master_.narrow(0, {{0.0, 0.0}, {0.0, 0.0}});
    EXPECT_NEAR(solved(), 50.0, 1e-9);
}

TEST_F(SleepingPoints, AreReleasedWithTheOthers) {
    EXPECT_NEAR(solved(), 1.0, 1e-9);
    master_.lay_asleep();
    EXPECT_EQ(master_.release_points().size(), 3U);
}

}  // namespace
}  // namespace indus::solver
