// SPDX-License-Identifier: Apache-2.0
// A folder of its own for the readers that read files; removed when the program ends.
#pragma once

#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace indus::tests {

class ScratchFolder {
public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "indus_fuzz_XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder " + pattern);
        path_ = pattern;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, std::string_view text) const {
        const std::filesystem::path file = path_ / name;
        std::FILE* stream = std::fopen(file.c_str(), "wb");
        if (stream == nullptr) {
            std::filesystem::create_directories(file.parent_path());
            stream = std::fopen(file.c_str(), "wb");
        }
        if (stream == nullptr || std::fwrite(text.data(), 1, text.size(), stream) != text.size() ||
            std::fclose(stream) != 0)
            throw std::runtime_error("cannot write " + file.string());
    }
    void remove(const std::string& name) const { std::filesystem::remove(path_ / name); }

private:
    std::filesystem::path path_;
};

}  // namespace indus::tests
