// SPDX-License-Identifier: Apache-2.0
// Writes a finished run: report.html, results.xlsx, summary.json, CSV tables, solution.json.gz, manifest.json.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/solution.hpp"
#include "model/studies/objective_comparison.hpp"
#include "model/studies/rigid_comparison.hpp"
#include "model/system.hpp"

namespace indus::reports {

/// Where a run came from; what the manifest and the report's foot say beside the solution.
struct RunInfo {
    struct File {
        std::string path{};
        std::uintmax_t bytes = 0;
        std::string sha256{};
    };
    std::string version{};
    std::string command{};      ///< as typed
    std::string started_utc{};  ///< ISO 8601; not part of the determinism promise
    std::string host{};         ///< idem
    std::vector<File> inputs{};
    std::vector<std::string> libraries{};                   ///< "Cbc 2.10.8", ...
    std::optional<model::ObjectiveComparison> objective{};  ///< where a zone's bill was minimised
    std::optional<model::RigidComparison> rigid{};          ///< where a run with a rigid industry was asked for
};

/// All files appear in `folder` at once: they are written to a temporary sibling that then takes its place.
/// Earlier results stay untouched when anything fails. Throws std::runtime_error naming file and cause.
void write_results(const model::System& system, const model::Solution& solution, const RunInfo& info,
                   const std::filesystem::path& folder);

}  // namespace indus::reports
