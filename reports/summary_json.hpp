// SPDX-License-Identifier: Apache-2.0
// summary.json: what other programs read. Published keys stay stable; numbers are those of the digest.
#pragma once

#include <optional>
#include <string>

#include "model/studies/objective_comparison.hpp"
#include "model/studies/rigid_comparison.hpp"
#include "reports/digest.hpp"

namespace indus::reports {

std::string summary_json(const model::System& system, const model::Solution& solution, const Digest& digest,
                         const std::optional<model::ObjectiveComparison>& objective = {},
                         const std::optional<model::RigidComparison>& rigid = {});

}  // namespace indus::reports
