// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace indus::inputs {

/// Whether a name fits a pattern, in which * is any text and ? any one character.
bool fits_pattern(std::string_view name, std::string_view pattern);

}  // namespace indus::inputs
