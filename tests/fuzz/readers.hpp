// SPDX-License-Identifier: Apache-2.0
// Every reader of files, given any bytes: none may crash, hang, leak or fill the memory.
//
// `indus_fuzz_NAME` (preset fuzz, clang) feeds a reader with libFuzzer's inventions; replay_test.cpp feeds it, in
// the ordinary tests, with the files kept in corpus/NAME: small seeds, and every input that once broke it.
#pragma once

#include <span>
#include <string_view>

namespace indus::tests {

struct FuzzReader {
    std::string_view name;
    void (*read)(std::string_view bytes);
};

/// All of them, in the order of the table in README.md.
std::span<const FuzzReader> fuzz_readers();

// readers_of_cases.cpp
void fuzz_settings(std::string_view bytes);
void fuzz_scenario(std::string_view bytes);
void fuzz_table(std::string_view bytes);
void fuzz_series(std::string_view bytes);
void fuzz_profiles(std::string_view bytes);
void fuzz_import(std::string_view bytes);
// readers_of_runs.cpp
void fuzz_stored(std::string_view bytes);
void fuzz_gzip(std::string_view bytes);
// readers_of_programs.cpp
void fuzz_mps(std::string_view bytes);
void fuzz_glpsol(std::string_view bytes);
void fuzz_highs(std::string_view bytes);
void fuzz_scip(std::string_view bytes);

}  // namespace indus::tests
