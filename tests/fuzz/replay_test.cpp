// SPDX-License-Identifier: Apache-2.0
// Seeds and former crashes of every reader, without a fuzzer: reading them must end, and quietly.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "readers.hpp"

namespace indus::tests {

void PrintTo(const FuzzReader& reader, std::ostream* out) { *out << reader.name; }

namespace {

namespace fs = std::filesystem;

class Replay : public testing::TestWithParam<FuzzReader> {};

TEST_P(Replay, ReadsItsCorpus) {
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator{fs::path{INDUS_CORPUS} / GetParam().name}) {
        SCOPED_TRACE(entry.path().filename().string());
        std::ostringstream bytes;
        bytes << std::ifstream{entry.path(), std::ios::binary}.rdbuf();
        EXPECT_NO_THROW(GetParam().read(bytes.str()));
        ++count;
    }
    EXPECT_GE(count, 2);
}

TEST_P(Replay, ReadsNothingAndNoise) {
    for (const std::string& bytes : {std::string{}, std::string(1000, '\0'), std::string(1000, '\xff'),
                                     std::string(100000, '['), std::string(100000, '"'), std::string(1000, '\n')})
        EXPECT_NO_THROW(GetParam().read(bytes));
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(fuzz_readers().begin(), fuzz_readers().end()),
                         [](const auto& each) { return std::string{each.param.name}; });

}  // namespace
}  // namespace indus::tests
