// SPDX-License-Identifier: Apache-2.0
// Cases here that were imported: where the folder `shared` lies beside the sources, the original file gives the same
// system as the case folder, or, where it is written here in other words, the published cost. Skipped otherwise.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "inputs/importers/import_file.hpp"
#include "inputs/read_case.hpp"
#include "model/studies/dispatch.hpp"

namespace indus::tests {
namespace {

namespace fs = std::filesystem;

struct Original {
    std::string folder{};   ///< of tests/cases
    std::string file{};     ///< of shared/cases
    double expected = 0.0;  ///< cost, and its tolerance, where there is no folder
    double tolerance = 0.0;
    friend std::ostream& operator<<(std::ostream& out, const Original& each) { return out << each.file; }
};

std::vector<Original> read_originals() {
    std::vector<Original> originals;
    std::ifstream file(fs::path{INDUS_SOURCE_DIR} / "tests/cases/imported_cases.csv");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        Original each;
        std::getline(cells, each.folder, ',');
        std::getline(cells, each.file, ',');
        char comma = ',';
        cells >> each.expected >> comma >> each.tolerance;
        originals.push_back(each);
    }
    return originals;
}

/// Beside the sources, or beside the folder of several copies of them.
fs::path shared_cases() {
    const fs::path beside = fs::path{INDUS_SOURCE_DIR} / "../shared/cases";
    return fs::exists(beside) ? beside : fs::path{INDUS_SOURCE_DIR} / "../../shared/cases";
}

class imported_cases : public testing::TestWithParam<Original> {};

TEST_P(imported_cases, AreTheirOriginals) {
    const fs::path file = shared_cases() / GetParam().file;
    if (!fs::exists(file)) GTEST_SKIP() << file << " is not here";
    const inputs::LoadedCase original = inputs::read_file(file);
    for (const inputs::Issue& issue : original.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(original.system);
    if (GetParam().folder.empty()) {
        const model::Solution solution = model::dispatch(*original.system, {.run = {.gap = 0.0}});
        ASSERT_TRUE(solution.has_solution()) << solution.explanation;
        EXPECT_TRUE(solution.findings.empty());
        EXPECT_NEAR(*solution.certificate.cost, GetParam().expected, GetParam().tolerance);
        return;
    }
    const inputs::LoadedCase folder = inputs::read_case(fs::path{INDUS_SOURCE_DIR} / "tests/cases" / GetParam().folder);
    for (const inputs::Issue& issue : folder.issues) ADD_FAILURE() << inputs::to_string(issue);
    ASSERT_TRUE(original.system && folder.system);
    EXPECT_EQ(original.system->horizon(), folder.system->horizon());
    EXPECT_EQ(original.system->settings().cost_segments, folder.system->settings().cost_segments);
    model::for_each_kind([&]<class Component>() {
        const auto& ours = original.system->all<Component>();
        const auto& theirs = folder.system->all<Component>();
        ASSERT_EQ(ours.size(), theirs.size()) << Component::kind;
        for (std::size_t i = 0; i < ours.size(); ++i)
            model::for_each_field<Component>([&](const auto& field) {
                EXPECT_TRUE(ours[i].*(field.member) == theirs[i].*(field.member))
                    << Component::kind << ' ' << ours[i].name << ' ' << field.name;
            });
    });
}

std::string test_name(const testing::TestParamInfo<Original>& info) {
    std::string name = fs::path{info.param.file}.stem().string();
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(, imported_cases, testing::ValuesIn(read_originals()), test_name);

}  // namespace
}  // namespace indus::tests
