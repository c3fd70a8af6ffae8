// SPDX-License-Identifier: Apache-2.0
// Reads a case folder with one scenario into a System, or tells everything that is wrong with it.
//
//     const LoadedCase loaded = read_case("inputs/cases/pakistan", {.scenario = "drought"});
//     if (!loaded.system) for (const Issue& issue : loaded.issues) std::cerr << to_string(issue) << '\n';
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "inputs/issue.hpp"
#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::inputs {

/// Unset: what case.toml says.
struct ReadOptions {
    std::string scenario = "base";
    std::optional<model::TimePoint> from{};
    std::optional<double> hours{};
};

/// A file that was read, for the manifest.
struct InputFile {
    std::string path{};  ///< relative to the case folder
    std::uintmax_t bytes = 0;
    std::string sha256{};  ///< hexadecimal
};

struct LoadedCase {
    std::optional<model::System> system{};  ///< set exactly when `issues` is empty
    model::RunOptions run_options{};        ///< defaults of the case for gap, time limit, ...
    std::vector<Issue> issues{};            ///< all problems found, in file and line order
    std::vector<InputFile> files{};
};

/// Never throws for what a user can do wrong; throws std::bad_alloc and the like only.
LoadedCase read_case(const std::filesystem::path& folder, const ReadOptions& options = {});

/// "2025-01-13" or "2025-01-13 05:30" (or with T); nothing when it is neither.
std::optional<model::TimePoint> parse_time(std::string_view text);

}  // namespace indus::inputs
