// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/benchmarks/said.hpp"

namespace indus::bench {
namespace {

using testing::HasSubstr;

TEST(BenchParts, HaveNames) {
    std::set<std::string> names;
    const std::string listed = hear(INDUS_BENCH, {"--list"}).text;
    for (const Part& each : all_parts()) {
        EXPECT_TRUE(names.insert(each.name).second) << each.name;
        EXPECT_THAT(listed, HasSubstr(each.name + "\n"));
    }
    for (const char* kind : {"read_case/", "read_mps/", "build_program/", "unit_program/", "master_round/"})
        EXPECT_THAT(listed, HasSubstr(kind));
}

TEST(BenchParts, WorkOnce) {
    for (const char* name : {"unit_program/ramps_48h", "master_round/random:100:48:1:7", "read_mps/kazarlis:20"}) {
        const Said said = hear(INDUS_BENCH, {"--part", name});
        EXPECT_EQ(said.exit_code, 0) << said.text;
    }
    const Said wrong = hear(INDUS_BENCH, {"--part", "no_such_part"});
    EXPECT_EQ(wrong.exit_code, 2);
    EXPECT_THAT(wrong.text, HasSubstr("no part is named 'no_such_part'; expected one of read_case/pakistan"));
}

TEST(BenchParts, AreMeasured) {
    const Said said = hear(INDUS_BENCH, {"--benchmark_filter=unit_program/ramps_48h", "--benchmark_min_time=0.01"});
    EXPECT_EQ(said.exit_code, 0);
    EXPECT_THAT(said.text, HasSubstr("unit_program/ramps_48h "));
}

// The counts are of the work alone, and the same each time.
TEST(BenchParts, AreCounted) {
    const auto valgrind = solver::find_program("valgrind");
    if (!valgrind) GTEST_SKIP() << "valgrind is not installed";
    const auto count = [&] {
        const std::string text =
            hear(*valgrind, {"--tool=callgrind", "--instr-atstart=no", "--callgrind-out-file=/dev/null", INDUS_BENCH,
                             "--part", "unit_program/ramps_48h"})
                .text;
        const std::size_t at = text.find("Collected : ");
        return at == std::string::npos ? -1L : std::stol(text.substr(at + 12));
    };
    const long first = count();
    if (first == 0) GTEST_SKIP() << "built before valgrind was installed";
    EXPECT_GT(first, 10'000);
    EXPECT_LT(first, 10'000'000);
    EXPECT_NEAR(static_cast<double>(count()), static_cast<double>(first), 0.001 * static_cast<double>(first));
}

}  // namespace
}  // namespace indus::bench
