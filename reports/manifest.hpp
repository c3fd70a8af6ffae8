// SPDX-License-Identifier: Apache-2.0
// manifest.json: where a run came from and what it left.
#pragma once

#include <string>
#include <vector>

#include "reports/staged_folder.hpp"
#include "reports/write_results.hpp"

namespace indus::reports {

std::string manifest_json(const model::System& system, const model::Solution& solution, const RunInfo& info,
                          const std::vector<StagedFolder::File>& files);

}  // namespace indus::reports
