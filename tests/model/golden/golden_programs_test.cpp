// SPDX-License-Identifier: Apache-2.0
// The programs in tests/golden, byte by byte. After a change that is meant, INDUS_UPDATE_GOLDEN=1 writes the files
// anew; then read the difference against the mathematics before committing it.
#include <cstdlib>
#include <set>

#include "tests/model/golden/contract_programs.hpp"
#include "tests/model/golden/fuel_programs.hpp"
#include "tests/model/golden/fuelchain_programs.hpp"
#include "tests/model/golden/heat_programs.hpp"
#include "tests/model/golden/hydro_programs.hpp"
#include "tests/model/golden/meter_programs.hpp"
#include "tests/model/golden/network_programs.hpp"
#include "tests/model/golden/policy_programs.hpp"
#include "tests/model/golden/reserve_programs.hpp"
#include "tests/model/golden/shared_programs.hpp"
#include "tests/model/golden/store_programs.hpp"
#include "tests/model/golden/thermal_programs.hpp"
#include "tests/model/golden/unit_programs.hpp"
#include "tests/model/golden/weather_programs.hpp"
#include "tests/model/golden/works_programs.hpp"

namespace indus::tests {
namespace {

const std::vector<GoldenProgram>& golden_programs() {
    static const std::vector<GoldenProgram> all = [] {
        std::vector<GoldenProgram> made;
        for (const auto& list :
             {shared_programs(), policy_programs(), thermal_programs(), weather_programs(), store_programs(),
              hydro_programs(), reserve_programs(), unit_programs(), network_programs(), fuel_programs(),
              contract_programs(), heat_programs(), works_programs(), meter_programs(), fuelchain_programs()})
            made.insert(made.end(), list.begin(), list.end());
        return made;
    }();
    return all;
}

std::string stored_text(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

class Golden : public testing::TestWithParam<std::size_t> {};

TEST_P(Golden, ProgramEqualsItsFile) {
    const GoldenProgram& golden = golden_programs()[GetParam()];
    const std::string program = golden_text(golden);
    const std::filesystem::path file = golden_folder() / (golden.name + ".lp");
    if (const char* update = std::getenv("INDUS_UPDATE_GOLDEN"); update && std::string_view{update} == "1") {
        std::ofstream{file, std::ios::binary} << program;
        GTEST_SKIP() << "wrote " << file;
    }
    ASSERT_TRUE(std::filesystem::exists(file)) << file << " is missing; INDUS_UPDATE_GOLDEN=1 writes it";
    const std::string stored = stored_text(file);
    if (stored != program)
        FAIL() << "tests/golden/" << golden.name
               << ".lp (-) and the program (+) differ; INDUS_UPDATE_GOLDEN=1 rewrites the file\n"
               << difference(stored, program);
    EXPECT_LE(lines_of(program).size(), 90U) << "small enough to be read";
}

std::vector<std::size_t> positions() {
    std::vector<std::size_t> all(golden_programs().size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
}

INSTANTIATE_TEST_SUITE_P(Programs, Golden, testing::ValuesIn(positions()),
                         [](const auto& each) { return golden_programs()[each.param].name; });

// An equation without a golden program would be an equation that nobody has looked at.
TEST(GoldenPrograms, ShowEveryEquationOfEveryKind) {
    std::set<std::string> shown;
    for (const GoldenProgram& golden : golden_programs()) {
        const System system = golden.scene.system();
        const auto formulation = build(system, golden.modes);
        for (const ShownEquation& each : shown_equations(golden, *formulation)) shown.insert(each.key());
    }
    for (const ShownEquation& each : all_equations())
        EXPECT_TRUE(shown.contains(each.key())) << "no golden program shows the equation '" << each.key() << "'";
}

// A claim to show an equation that no row carries must name one that exists and has no row anywhere.
TEST(GoldenPrograms, ClaimOnlyEquationsWithoutRows) {
    std::set<std::string> known, rows;
    for (const ShownEquation& each : all_equations()) known.insert(each.key());
    for (const GoldenProgram& golden : golden_programs()) {
        const System system = golden.scene.system();
        const auto formulation = build(system, golden.modes);
        for (const UsedEquation& each : formulation->equations())
            rows.insert(fmt::format("{}/{}", each.kind, each.equation->name));
    }
    for (const GoldenProgram& golden : golden_programs())
        for (const std::string& claim : golden.bounds_and_costs) {
            EXPECT_TRUE(known.contains(claim)) << golden.name << " claims '" << claim << "'";
            EXPECT_FALSE(rows.contains(claim)) << golden.name << " claims '" << claim << "', which has rows";
        }
}

TEST(GoldenPrograms, HaveNamesOfTheirKindsAndNoStrayFiles) {
    std::set<std::string> names, kinds;
    for (const GoldenProgram& golden : golden_programs()) EXPECT_TRUE(names.insert(golden.name).second) << golden.name;
    for_each_kind([&]<class Component>() {
        const std::string prefix = std::string{Component::kind} + "_";
        EXPECT_TRUE(std::any_of(names.begin(), names.end(), [&](const std::string& each) {
            return each.starts_with(prefix);
        })) << prefix;
    });
    for (const auto& entry : std::filesystem::directory_iterator(golden_folder()))
        EXPECT_TRUE(entry.path().extension() == ".lp" && names.contains(entry.path().stem().string())) << entry.path();
}

TEST(GoldenPrograms, TellWhatDiffers) {
    EXPECT_EQ(difference("a\nb\nc\n", "a\nB\nc\nd\n"), "  -2    b\n  +2    B\n  +4    d\n");
    EXPECT_EQ(difference("a\n", "a\n"), "");
}

}  // namespace
}  // namespace indus::tests
