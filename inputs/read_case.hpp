// SPDX-License-Identifier: Apache-2.0
// Reads a case folder with one scenario into a System, or tells everything that is wrong with it.
//
//     const LoadedCase loaded = read_case("inputs/cases/pakistan", {.scenario = "drought"});
//     if (!loaded.system) for (const Issue& issue : loaded.issues) std::cerr << to_string(issue) << '\n';
//
// The files: case.toml (case_settings.hpp), <kind>.csv (component_tables.hpp), series/*.csv
// (series_files.hpp) and scenarios/*.toml (scenario.hpp).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "inputs/input_file.hpp"
#include "inputs/issue.hpp"
#include "inputs/quantities.hpp"
#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::inputs {

/// Unset: what case.toml says.
struct ReadOptions {
    std::string scenario = "base";
    std::optional<model::TimePoint> from{};
    std::optional<double> hours{};
};

struct LoadedCase {
    std::optional<model::System> system{};  ///< set exactly when `issues` is empty
    model::RunOptions run_options{};        ///< defaults of the case for gap, time limit, ...
    std::vector<Issue> issues{};            ///< all problems found, in file and line order
    std::vector<InputFile> files{};
    std::vector<std::string>
        notes{};  ///< what a file of another tool leaves open and how it was taken, a sentence each
};

/// Never throws for what a user can do wrong; throws std::bad_alloc and the like only.
LoadedCase read_case(const std::filesystem::path& folder, const ReadOptions& options = {});

/// The scenarios of a case folder, `base` first.
std::vector<std::string> scenario_names(const std::filesystem::path& folder);

}  // namespace indus::inputs
