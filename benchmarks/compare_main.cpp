// SPDX-License-Identifier: Apache-2.0
// ./dev bench compare OLD NEW: a Markdown table and a verdict. Exit 0: no regression; 5: a regression; 2: the files
// cannot be compared.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string_view>

#include "benchmarks/compare.hpp"

namespace {

constexpr int no_regression = 0, cannot_compare = 2, regression = 5;

constexpr const char* usage =
    "Usage: ./dev bench compare OLD NEW\n\n"
    "Compares two files that './dev bench -o FILE' wrote. Prints a Markdown table and ends with 0 where nothing has\n"
    "become worse beyond noise, with 5 where something has, with 2 where the files cannot be compared.\n";

int run(int argc, char** argv) {
    using namespace indus::bench;
    if (argc == 2 && (std::string_view{argv[1]} == "--help" || std::string_view{argv[1]} == "-h")) {
        fmt::print("{}", usage);
        return 0;
    }
    if (argc != 3) {
        fmt::print(stderr, "{}", usage);
        return cannot_compare;
    }
    const Report before = read_report(argv[1]), now = read_report(argv[2]);
    const Comparison found = compare(before, now);
    if (found.judged == 0) {
        for (const std::string& each : found.remarks) fmt::print(stderr, "{}\n", each);
        fmt::print(stderr,
                   "Nothing to judge: the files share no instance at a gap and no part with its instructions.\n");
        return cannot_compare;
    }
    fmt::print("{}", markdown(found));
    return found.is_worse() ? regression : no_regression;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "./dev bench compare: {}\n", failure.what());
        return 2;
    }
}
