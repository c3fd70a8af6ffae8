// SPDX-License-Identifier: Apache-2.0
// `indus` run by a shell in a folder of its own.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/temporary_folder.hpp"

namespace indus::tests {

class Command : public testing::Test {
protected:
    /// The exit code; what was printed stands in out_ and err_.
    int indus(const std::string& arguments) {
        const int status = std::system(
            fmt::format("cd '{}' && '{}' {} >out 2>err", folder_.string(), INDUS_PROGRAM, arguments).c_str());
        out_ = text_of("out");
        err_ = text_of("err");
        return WEXITSTATUS(status);
    }
    /// Of a file, named from the folder.
    std::string text_of(const std::filesystem::path& file) const {
        std::ostringstream text;
        text << std::ifstream{folder_ / file}.rdbuf();
        return text.str();
    }

    const TemporaryFolder temporary_folder_{};
    const std::filesystem::path folder_ = temporary_folder_.path();
    std::string out_{}, err_{};
};

}  // namespace indus::tests
