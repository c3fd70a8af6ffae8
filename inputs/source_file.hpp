// SPDX-License-Identifier: Apache-2.0
// The files of a case folder: found in a fixed order, read whole, remembered for the manifest.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/input_file.hpp"
#include "inputs/issue.hpp"

namespace indus::inputs {

/// Hexadecimal SHA-256.
std::string sha256(std::string_view bytes);

/// A year of hours of thousands of series is far below.
inline constexpr std::size_t most_file_bytes = std::size_t{512} << 20;
inline constexpr std::size_t most_line_bytes = std::size_t{16} << 20;

class CaseFolder {
public:
    explicit CaseFolder(std::filesystem::path root) : root_{std::move(root)} {}
    const std::filesystem::path& root() const { return root_; }
    /// Sorted names of the files directly in `folder` (relative to the case folder), hidden files left out.
    std::vector<std::string> names(const std::string& folder = {}) const;
    bool has(const std::string& file) const;
    /// The bytes of a file, given relative to the case folder; an issue when it cannot be read, is no ordinary file
    /// (a pipe, a device) or is larger than any input.
    std::optional<std::string> read(const std::string& file, std::vector<Issue>& issues) {
        return read(file, most_file_bytes, issues);
    }
    /// The same for text, whose lines have an end: what has none for long is no table and no settings.
    std::optional<std::string> read_text(const std::string& file, std::vector<Issue>& issues) {
        return read(file, most_line_bytes, issues);
    }
    /// What was read so far, sorted by path.
    std::vector<InputFile> files() const;

private:
    std::optional<std::string> read(const std::string& file, std::size_t most_in_line, std::vector<Issue>& issues);

    std::filesystem::path root_;
    std::vector<InputFile> files_;
};

}  // namespace indus::inputs
