// SPDX-License-Identifier: Apache-2.0
// A program of the benchmarks, run to its end.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "solver/child_process.hpp"

namespace indus::bench {

struct Said {
    int exit_code = 0;
    std::string text{};
};

inline Said hear(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const std::filesystem::path& folder = std::filesystem::temp_directory_path()) {
    Said made;
    made.exit_code = solver::run_child(
                         {program, arguments, folder}, [&](std::string_view line) { (made.text += line) += '\n'; },
                         [] { return solver::Wish::go_on; })
                         .exit_code;
    return made;
}

}  // namespace indus::bench
