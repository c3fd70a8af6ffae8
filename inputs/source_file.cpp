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

std::optional<std::string> CaseFolder::read(const std::string& file, std::vector<Issue>& issues) {
    std::error_code error;
    const bool is_folder = fs::is_directory(root_ / file, error);
    std::ifstream stream{root_ / file, std::ios::binary};
    if (is_folder || !stream) {
        issues.push_back(issue_at({file}, "", is_folder ? "a folder" : "", "a file that can be read"));
        return {};
    }
    std::string bytes;
    std::array<char, 65536> part{};
    while (stream.read(part.data(), part.size()) || stream.gcount() > 0)
        bytes.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    files_.push_back({file, bytes.size(), sha256(bytes)});
    return bytes;
}

std::vector<InputFile> CaseFolder::files() const {
    std::vector<InputFile> files = files_;
    std::sort(files.begin(), files.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
    return files;
}

}  // namespace indus::inputs
