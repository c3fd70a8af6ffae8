// SPDX-License-Identifier: Apache-2.0
#include "inputs/source_file.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace indus::inputs {

namespace fs = std::filesystem;

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("the SHA-256 digest is not available");
    std::string text;
    for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", static_cast<unsigned>(digest[i]));
    return text;
}

std::vector<std::string> CaseFolder::names(const std::string& folder) const {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry{root_ / folder, error}, end; !error && entry != end; entry.increment(error)) {
        std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (!name.starts_with('.') && !entry->is_directory(ignored)) names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool CaseFolder::has(const std::string& file) const {
    std::error_code error;
    return fs::exists(root_ / file, error);
}

std::optional<std::string> CaseFolder::read(const std::string& file, std::size_t most_in_line,
                                            std::vector<Issue>& issues) {
    const auto refuse = [&](std::string_view found, std::string_view expected) -> std::optional<std::string> {
        issues.push_back(issue_at({file}, "", found, expected));
        return {};
    };
    std::error_code error;
    const fs::file_status status = fs::status(root_ / file, error);
    if (fs::is_directory(status)) return refuse("a folder", "a file that can be read");
    if (fs::exists(status) && !fs::is_regular_file(status)) return refuse("a pipe or a device", "an ordinary file");
    const std::uintmax_t size = fs::file_size(root_ / file, error);
    if (!error && size > most_file_bytes)
        return refuse(fmt::format("{} bytes", size), fmt::format("a file of at most {} bytes", most_file_bytes));
    std::ifstream stream{root_ / file, std::ios::binary};
    if (!stream) return refuse("", "a file that can be read");
    std::string bytes;
    std::array<char, 65536> part{};
    std::size_t line_begin = 0;
    while (stream.read(part.data(), part.size()) || stream.gcount() > 0) {
        const std::string_view fresh{part.data(), static_cast<std::size_t>(stream.gcount())};
        const std::size_t last_end = fresh.find_last_of("\r\n");
        if (last_end != std::string_view::npos) line_begin = bytes.size() + last_end + 1;
        bytes += fresh;
        if (bytes.size() - line_begin > most_in_line)
            return refuse(fmt::format("a line of over {} bytes", most_in_line), "text with shorter lines");
    }
    files_.push_back({file, bytes.size(), sha256(bytes)});
    return bytes;
}

std::vector<InputFile> CaseFolder::files() const {
    std::vector<InputFile> files = files_;
    std::sort(files.begin(), files.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
    return files;
}

}  // namespace indus::inputs
