// SPDX-License-Identifier: Apache-2.0
// What is tested on everything is tested on every kind.
#include "tests/everything.hpp"

#include <set>

#include "tests/model/random_industry/random_industry.hpp"

namespace indus::tests {
namespace {

TEST(Everything, HoldsEveryKind) {
    const Scene scene = everything();
    for_each_kind([&]<class Component>() { EXPECT_GE(scene.data.list<Component>().size(), 1U) << Component::kind; });
}

// Some seed has each kind that random tests know; the others have tests of their own, named here.
TEST(Everything, RandomSystemsHoldEveryKindOfIndustry) {
    const std::set<std::string_view> elsewhere{TechnologyLimit::kind, PumpedStorage::kind, AcLine::kind,
                                               Interface::kind,       Trade::kind,         FlexibleDemand::kind,
                                               PlantConstraint::kind, Reservoir::kind};
    std::set<std::string_view> seen;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Scene scene = random_industry(seed);
        for_each_kind([&]<class Component>() {
            if (!scene.data.list<Component>().empty()) seen.insert(Component::kind);
        });
    }
    for_each_kind([&]<class Component>() {
        EXPECT_NE(seen.contains(Component::kind), elsewhere.contains(Component::kind)) << Component::kind;
    });
}

}  // namespace
}  // namespace indus::tests
