// SPDX-License-Identifier: Apache-2.0
// Writes an imported case as a case folder, so that reading it gives the same System.
#pragma once

#include <filesystem>

#include "inputs/importers/imported_case.hpp"
#include "inputs/input_file.hpp"

namespace indus::inputs {

/// The folder must not exist or be empty; it is there as a whole or, with an issue, not at all.
void write_case(const ImportedCase& made, const InputFile& source, std::string_view format,
                const std::filesystem::path& folder, std::vector<Issue>& issues);

}  // namespace indus::inputs
