// SPDX-License-Identifier: Apache-2.0
// Cases with known answers: published ones, rewritten in the project's case format (each folder's README says where its
// number comes from), and the shipped first steps. Expectations stand in known_answers.csv.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "inputs/read_case.hpp"
#include "model/studies/dispatch.hpp"

namespace indus::tests {
namespace {

namespace fs = std::filesystem;

struct KnownAnswer {
    std::string name{};
    std::string scenario{};
    double expected = 0.0;
    double tolerance = 0.0;

    friend std::ostream& operator<<(std::ostream& out, const KnownAnswer& known) {
        return out << known.name << ' ' << known.scenario;
    }
};

std::vector<KnownAnswer> read_known_answers(const std::string& name) {
    std::vector<KnownAnswer> answers;
    std::ifstream file(fs::path{INDUS_SOURCE_DIR} / "tests/cases" / name);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        KnownAnswer each;
        std::string expected, tolerance;
        std::getline(cells, each.name, ',');
        std::getline(cells, each.scenario, ',');
        std::getline(cells, expected, ',');
        std::getline(cells, tolerance, ',');
        each.expected = std::stod(expected);
        each.tolerance = std::stod(tolerance);
        answers.push_back(each);
    }
    return answers;
}

fs::path folder_of(const std::string& name) {
    const fs::path root{INDUS_SOURCE_DIR};
    return fs::exists(root / "tests/cases" / name) ? root / "tests/cases" / name : root / "inputs/cases" / name;
}

class known_answers : public testing::TestWithParam<KnownAnswer> {};

TEST_P(known_answers, IsReached) {
    const KnownAnswer& known = GetParam();
    const inputs::LoadedCase loaded = inputs::read_case(folder_of(known.name), {.scenario = known.scenario});
    for (const inputs::Issue& issue : loaded.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(loaded.system.has_value());
    const model::Solution solution =
        model::dispatch(*loaded.system, {.run = {.gap = 0.0, .time_limit_seconds = 300.0}});
    ASSERT_TRUE(solution.has_solution()) << solution.explanation;
    EXPECT_TRUE(solution.findings.empty());
    EXPECT_TRUE(solution.certificate.feasible);
    EXPECT_NEAR(*solution.certificate.cost, known.expected, known.tolerance);
    EXPECT_LE(*solution.certificate.bound, known.expected + known.tolerance);
    EXPECT_TRUE(solution.within_gap()) << "gap " << *solution.certificate.gap;
}

/// Cases that take longer to prove than a test should: the published optimum lies between bound and cost.
class known_bounded : public testing::TestWithParam<KnownAnswer> {};

TEST_P(known_bounded, LiesBetweenBoundAndCost) {
    const KnownAnswer& known = GetParam();
    const inputs::LoadedCase loaded = inputs::read_case(folder_of(known.name), {.scenario = known.scenario});
    for (const inputs::Issue& issue : loaded.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(loaded.system.has_value());
    const model::Solution solution = model::dispatch(*loaded.system, {.run = {.gap = 0.0, .time_limit_seconds = 20.0}});
    // On a slow machine the largest may end without a point; then there is no cost to be at odds with.
    if (!solution.has_solution()) GTEST_SKIP() << "no solution in 20 s: " << solution.explanation;
    EXPECT_TRUE(solution.findings.empty());
    EXPECT_TRUE(solution.certificate.feasible);
    EXPECT_GE(*solution.certificate.cost, known.expected - known.tolerance);
    EXPECT_LE(*solution.certificate.bound, known.expected + known.tolerance);
}

std::string test_name(const testing::TestParamInfo<KnownAnswer>& info) {
    std::string name = info.param.name + "_" + info.param.scenario;
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(, known_answers, testing::ValuesIn(read_known_answers("known_answers.csv")), test_name);

INSTANTIATE_TEST_SUITE_P(, known_bounded, testing::ValuesIn(read_known_answers("bounded_answers.csv")), test_name);

}  // namespace
}  // namespace indus::tests
