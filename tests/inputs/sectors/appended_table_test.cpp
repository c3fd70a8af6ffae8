// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/appended_table.hpp"

#include <gtest/gtest.h>

namespace indus::inputs {
namespace {

SectorTable two_stages() {
    return {
        "stage", {"name", "process", "must_run", "min_run_h"}, {{"a", "works", "yes", ""}, {"b,c", "works", "", ""}}};
}

std::string appended(std::string_view text) {
    std::vector<Issue> issues;
    std::string made = appended_table(text, two_stages(), issues);
    EXPECT_TRUE(issues.empty());
    return made;
}

TEST(AppendedTable, MakesATableWhereThereIsNone) {
    EXPECT_EQ(appended(""), "name,process,must_run\na,works,yes\n\"b,c\",works,\n");
}

TEST(AppendedTable, FollowsTheColumnsThatAreThere) {
    const std::string text = "must_run, process ,start_cost,name\nno,mill,5,\"old\"\n";
    EXPECT_EQ(appended(text), text + "yes,works,,a\n,works,,\"b,c\"\n");
}

// New columns come last; old lines get empty cells at their ends, and nothing else. Blank lines stay as they are.
TEST(AppendedTable, AddsColumnsBehind) {
    EXPECT_EQ(
        appended("name,process\r\n\"two\r\nlines\",mill\r\n\r\nplain,mill"),
        "name,process,must_run\r\n\"two\r\nlines\",mill,\r\n\r\nplain,mill,\r\na,works,yes\r\n\"b,c\",works,\r\n");
}

TEST(AppendedTable, RefusesNamesThatAreThere) {
    std::vector<Issue> issues;
    appended_table("process,name\nmill,x\nmill,a\n", two_stages(), issues);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(to_string(issues[0]),
              "stage.csv:3:2: name: found 'a', expected no such name yet, as the sector adds it; give another --name");
}

TEST(AppendedScenario, AddsAComponentARow) {
    EXPECT_EQ(
        appended_scenario("", {two_stages()}),
        "extends = \"base\"\n\n[[add]]\nkind = \"stage\"\nvalues = { name = \"a\", process = \"works\", must_run = "
        "\"yes\" }\n\n[[add]]\nkind = \"stage\"\nvalues = { name = \"b,c\", process = \"works\" }\n");
}

}  // namespace
}  // namespace indus::inputs
