// SPDX-License-Identifier: Apache-2.0
// A whole text file in memory, plain or compressed by gzip.
#pragma once

#include <filesystem>
#include <string>

namespace indus::solver {

struct TextFile {
    std::string text{};
    std::string problem{};  ///< why it could not be read whole; empty when it was
};

/// At most `most_bytes` of text, so that a small compressed file cannot fill the memory.
TextFile read_text_file(const std::filesystem::path& path, std::size_t most_bytes = std::size_t{4} << 30);

}  // namespace indus::solver
