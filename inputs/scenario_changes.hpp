// SPDX-License-Identifier: Apache-2.0
// The operations of one scenario file ([[set]], [[scale]], [[add]], [[remove]]); see scenario.hpp.
#pragma once

#include "inputs/draft.hpp"
#include "inputs/toml_document.hpp"

namespace indus::inputs {

/// Does them in the order in which they stand in the file.
void apply_changes(const TomlValue& file, Draft& draft);

}  // namespace indus::inputs
