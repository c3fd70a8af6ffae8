// SPDX-License-Identifier: Apache-2.0
#include "model/formulation.hpp"

#include <set>

#include "tests/everything.hpp"

namespace indus::tests {
namespace {

// Weak duality and Lagrangian bounds need every column bounded.
TEST(Formulation, BoundsEveryColumn) {
    const System system = everything().system();
    const auto formulation = build(system);
    const solver::Program& program = formulation->program();
    for (int j = 0; j < program.column_count(); ++j) {
        EXPECT_TRUE(std::isfinite(program.lower()[static_cast<std::size_t>(j)])) << program.column_name(j);
        EXPECT_TRUE(std::isfinite(program.upper()[static_cast<std::size_t>(j)])) << program.column_name(j);
    }
}

// Only shared expressions couple components: balances, reserve, limits on what many do, interfaces that a line is in,
// heat, fuel in stocks, corridors of routes, contracts of a demand.
TEST(Formulation, LinksBlocksBySharedExpressionsOnly) {
    const System system = everything().system();
    const auto formulation = build(system);
    const solver::Program& program = formulation->program();
    std::set<std::string> linking;
    for (int i = 0; i < program.row_count(); ++i)
        if (program.is_linking(i)) linking.insert(program.row_label(i).quantity);
    EXPECT_EQ(linking, (std::set<std::string>{
                           "power balance", "reserve requirement", "largest draw", "carbon cap", "renewable share",
                           "firm capacity margin", "largest energy of technologies", "largest output of plants",
                           "least energy of plants", "interface limits", "heat balance", "stock balance", "end level",
                           "corridor capacity", "called off and unserved"}));
    for (int j = 0; j < program.column_count(); ++j)
        EXPECT_GE(program.block_of_column(j).index, 0) << program.column_name(j);
}

// A row cannot exist without an equation that `describe` prints.
TEST(Formulation, UsesOnlyListedEquations) {
    const System system = everything().system();
    const auto formulation = build(system, {{"battery/cell", {0, 1}}, {"line/feeder", {2}}});
    std::set<std::string> listed;
    for_each_kind([&]<class Component>() {
        for (const Equation& each : Component::equations()) {
            listed.insert(std::string{Component::kind} + "/" + std::string{each.name});
            EXPECT_FALSE(each.unit.empty() || each.formula.empty() || each.source.empty()) << each.name;
        }
    });
    std::set<std::string> used;
    for (const UsedEquation& each : formulation->equations())
        used.insert(each.kind + "/" + std::string{each.equation->name});
    EXPECT_GE(used.size(), 20U);
    for (const std::string& each : used) EXPECT_TRUE(listed.contains(each)) << each;
}

// Equal systems give equal programs, whatever was built before.
TEST(Formulation, IsDeterministic) {
    const System system = everything().system();
    const auto first = build(system);
    const auto second = build(system);
    ASSERT_EQ(first->program().column_count(), second->program().column_count());
    for (int j = 0; j < first->program().column_count(); ++j) {
        EXPECT_EQ(first->program().column_name(j), second->program().column_name(j));
        EXPECT_EQ(first->program().cost()[static_cast<std::size_t>(j)],
                  second->program().cost()[static_cast<std::size_t>(j)]);
    }
}

// A plant and a battery of the same name are two components with blocks of their own.
TEST(Formulation, KeepsKindsWithEqualNamesApart) {
    Scene scene{1};
    Battery twin;
    twin.name = "coal";
    twin.zone.name = "zone";
    scene.add(thermal("coal", 100, 20)).add(twin).demand({50});
    EXPECT_NEAR(cost(scene.solve()), 1000.0, tolerance);
}

}  // namespace
}  // namespace indus::tests
