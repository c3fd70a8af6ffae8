// SPDX-License-Identifier: Apache-2.0
// Reads a stored run (solution.json.gz) back: the system it was made from and the solution.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "inputs/issue.hpp"
#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::inputs {

struct StoredRun {
    std::optional<model::System> system{};
    std::optional<model::Solution> solution{};
    std::vector<Issue> issues{};  ///< empty exactly when both are set
};

/// `folder` is a results folder, or the solution.json.gz itself.
StoredRun read_solution(const std::filesystem::path& folder);

}  // namespace indus::inputs
