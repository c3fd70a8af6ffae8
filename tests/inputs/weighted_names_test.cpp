// SPDX-License-Identifier: Apache-2.0
// Lists of names with weights, in cells and in scenarios.
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {
namespace {

class WeightedNamesInput : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    void constraint(std::string_view plants) {
        folder.write("plant_constraint.csv", "name,plants,max_mw\npair," + std::string{plants} + ",900\n");
    }
};

TEST_F(WeightedNamesInput, HaveTheWeightOneUnlessTheySayOtherwise) {
    constraint("hub_1  hub_2:-0.5");
    const auto items = folder.system().all<model::PlantConstraint>()[0].plants.items;
    EXPECT_THAT(items,
                ElementsAre(model::WeightedNames::Item{"hub_1", 1.0}, model::WeightedNames::Item{"hub_2", -0.5}));
}

// Names with blanks stand in quotes; a quote within a name is one of its letters.
TEST_F(WeightedNamesInput, MayHaveBlanksInQuotes) {
    folder.write("wind_plant.csv",
                 "name,zone,capacity_mw,availability\nHub 1,south,10,1\nHub: 2,south,10,1\nnobody's,south,10,1\n");
    constraint("'Hub 1':-0.5 'Hub: 2' hub_1  nobody's:3");
    const auto items = folder.system().all<model::PlantConstraint>()[0].plants.items;
    EXPECT_THAT(items,
                ElementsAre(model::WeightedNames::Item{"Hub 1", -0.5}, model::WeightedNames::Item{"Hub: 2", 1.0},
                            model::WeightedNames::Item{"hub_1", 1.0}, model::WeightedNames::Item{"nobody's", 3.0}));
}

TEST_F(WeightedNamesInput, AreScaledByScenarios) {
    constraint("hub_1 hub_2:-0.5");
    folder.write("scenarios/s.toml",
                 "[[scale]]\nkind = \"plant_constraint\"\nname = \"pair\"\nfield = \"plants\"\nfactor = 2\n");
    const auto items = folder.system({.scenario = "s"}).all<model::PlantConstraint>()[0].plants.items;
    EXPECT_THAT(items,
                ElementsAre(model::WeightedNames::Item{"hub_1", 2.0}, model::WeightedNames::Item{"hub_2", -1.0}));
}

TEST_F(WeightedNamesInput, AreRefusedWhereTheyAreNone) {
    for (const std::string text : {"hub_1:", "hub_1:x", ":2", "hub_1 :"}) {
        constraint(text);
        EXPECT_THAT(
            folder.messages(),
            ElementsAre("plant_constraint.csv:2:2: plants: found '" + text +
                        "', expected names between blanks, each with its weight where that is not 1: 'a b:-0.5'"));
    }
}

TEST_F(WeightedNamesInput, MustNameWhatIsThere) {
    constraint("hub_1 hub_3");
    EXPECT_THAT(folder.messages(),
                ElementsAre("plant_constraint.csv:2:2: plants: found 'hub_3', expected the name of a plant; did you "
                            "mean 'hub_1'?"));
    constraint("");
    EXPECT_THAT(folder.messages(), ElementsAre("plant_constraint.csv:2:2: plants: found nothing, expected names "
                                               "between blanks, each with its weight where "
                                               "that is not 1: 'a b:-0.5'"));
}

}  // namespace
}  // namespace indus::tests
