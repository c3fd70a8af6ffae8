// SPDX-License-Identifier: Apache-2.0
// What README.md says of files must be true of the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "inputs/kinds.hpp"

namespace indus::inputs {
namespace {

TEST(Readme, NamesTheTableOfEveryKind) {
    std::ostringstream text;
    text << std::ifstream{std::filesystem::path{INDUS_SOURCE_DIR} / "README.md"}.rdbuf();
    const std::string readme = text.str();
    const std::size_t begin = readme.find("## The case folder"), end = readme.find("## Command line");
    ASSERT_LT(begin, end);
    const std::string chapter = " " + readme.substr(begin, end - begin);
    for (const std::string& kind : kind_names()) EXPECT_THAT(chapter, testing::HasSubstr(" " + kind + ".csv"));
}

}  // namespace
}  // namespace indus::inputs
