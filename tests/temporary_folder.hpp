// SPDX-License-Identifier: Apache-2.0
// A folder of its own for a test or a fixture, removed with it; tests that run at once never share one.
#pragma once

#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "solver/child_process.hpp"

namespace indus::tests {

class TemporaryFolder : public solver::TemporaryFolder {
public:
    /// Plain stdio, and no look for the folder first: the fuzzers write thousands of files a second.
    void write(const std::string& name, std::string_view text) const {
        const std::filesystem::path file = path() / name;
        std::FILE* stream = std::fopen(file.c_str(), "wb");
        if (stream == nullptr) {
            std::filesystem::create_directories(file.parent_path());
            stream = std::fopen(file.c_str(), "wb");
        }
        if (stream == nullptr || std::fwrite(text.data(), 1, text.size(), stream) != text.size() ||
            std::fclose(stream) != 0)
            throw std::runtime_error("cannot write " + file.string());
    }
    void remove(const std::string& name) const { std::filesystem::remove_all(path() / name); }
};

}  // namespace indus::tests
