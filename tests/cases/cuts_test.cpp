// SPDX-License-Identifier: Apache-2.0
// A bound that rests on cuts: the ten units of Kazarlis, Bakirtzis and Petridis, whose hulls alone leave 0.8 % open.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "inputs/read_case.hpp"
#include "inputs/read_solution.hpp"
#include "model/studies/dispatch.hpp"
#include "model/studies/verify.hpp"
#include "reports/write_results.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {
namespace {

class CutBound : public testing::Test {
protected:
    static void SetUpTestSuite() {
        inputs::LoadedCase loaded =
            inputs::read_case(std::filesystem::path{INDUS_SOURCE_DIR} / "tests/cases/kazarlis_10");
        ASSERT_TRUE(loaded.system);
        system_ = std::make_unique<model::System>(std::move(*loaded.system));
        solution_ = std::make_unique<model::Solution>(
            model::dispatch(*system_, {.run = {.gap = 0.001, .time_limit_seconds = 60.0, .method = "decompose"}}));
    }
    static void TearDownTestSuite() {
        solution_.reset();
        system_.reset();
    }

    static std::vector<std::string> problems_of(const model::Solution& solution) {
        return model::verify(*system_, solution).problems;
    }

    inline static std::unique_ptr<model::System> system_{};
    inline static std::unique_ptr<model::Solution> solution_{};
};

// The optimum of the piecewise program is 563,938.2 (Cbc to the end); blocks' hulls prove no more than 559,400.
TEST_F(CutBound, RestsOnNoSolversWord) {
    const model::CertificateRecord& c = solution_->certificate;
    EXPECT_FALSE(solution_->cuts.empty());
    EXPECT_EQ(solution_->multipliers.size(),
              static_cast<std::size_t>(solution_->statistics.rows) + solution_->cuts.size());
    EXPECT_EQ(c.bound_source, "lagrangian");
    EXPECT_GT(*c.bound_recomputed, 563'300.0);
    EXPECT_LE(*c.bound_recomputed, 563'938.2);
    EXPECT_LE(*c.gap, 0.001);
    EXPECT_TRUE(problems_of(*solution_).empty());
}

TEST_F(CutBound, IsNotConfirmedWithOtherCuts) {
    model::Solution fewer = *solution_;
    fewer.cuts.pop_back();
    EXPECT_FALSE(problems_of(fewer).empty());
    model::Solution beyond = *solution_;
    beyond.cuts[0].knapsack = 1'000;
    EXPECT_FALSE(problems_of(beyond).empty());
    model::Solution negative = *solution_;
    negative.cuts[0].divisor *= -1.0;
    EXPECT_FALSE(problems_of(negative).empty());
    // Cuts that hold as well, but are not those whose prices were stored.
    model::Solution turned = *solution_;
    for (model::CutRecord& each : turned.cuts) each.from_high.clear();
    EXPECT_FALSE(problems_of(turned).empty());
    // Prices of cuts alone prove less.
    model::Solution priceless = *solution_;
    std::fill(priceless.multipliers.end() - static_cast<std::ptrdiff_t>(priceless.cuts.size()),
              priceless.multipliers.end(), 0.0);
    EXPECT_FALSE(problems_of(priceless).empty());
}

TEST_F(CutBound, IsStoredAndReadBack) {
    const TemporaryFolder folder;
    reports::write_results(*system_, *solution_, {.version = "test"}, folder.path() / "run");
    const inputs::StoredRun stored = inputs::read_solution(folder.path() / "run");
    ASSERT_TRUE(stored.system && stored.solution);
    ASSERT_EQ(stored.solution->cuts.size(), solution_->cuts.size());
    EXPECT_EQ(stored.solution->cuts[0].from_high, solution_->cuts[0].from_high);
    EXPECT_EQ(stored.solution->cuts[0].divisor, solution_->cuts[0].divisor);
    EXPECT_TRUE(model::verify(*stored.system, *stored.solution).problems.empty());
}

}  // namespace
}  // namespace indus::tests
