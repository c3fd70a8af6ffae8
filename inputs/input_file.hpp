// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace indus::inputs {

/// A file that was read, for the manifest.
struct InputFile {
    std::string path{};  ///< relative to the case folder
    std::uintmax_t bytes = 0;
    std::string sha256{};  ///< hexadecimal
};

}  // namespace indus::inputs
