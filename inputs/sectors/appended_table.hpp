// SPDX-License-Identifier: Apache-2.0
// Rows added to the text of a table or of a scenario, which is left as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs/issue.hpp"
#include "inputs/sectors/sector_template.hpp"

namespace indus::inputs {

/// `text` with the rows below it, in its order of columns and with its ends of lines. Columns that it lacks and that
/// hold something are added behind its own; only then do its lines change, by empty cells at their ends. An empty text
/// becomes a table. Names that are there already are issues.
std::string appended_table(std::string_view text, const SectorTable& added, std::vector<Issue>& issues);

/// `text` with an [[add]] for each row below it. An empty text becomes a scenario of the case itself.
std::string appended_scenario(std::string_view text, const std::vector<SectorTable>& added);

}  // namespace indus::inputs
