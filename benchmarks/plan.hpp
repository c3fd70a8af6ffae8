// SPDX-License-Identifier: Apache-2.0
// What ./dev bench is asked to run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace indus::bench {

struct Plan {
    struct Instance {
        std::string name{};                  ///< systems.hpp
        std::optional<std::string> curve{};  ///< it is a point of
        std::optional<double> size{};
        double narrowest_gap = 0.0;  ///< no narrower one is asked for: it would not be proven within any limit

        bool is_asked_for(double gap) const { return gap >= narrowest_gap - 1e-12; }
    };
    std::vector<Instance> instances{};
    std::vector<double> gaps{};  ///< the widest first
    double limit_seconds = 0.0;
    std::optional<double> within_seconds{};  ///< for all
    int repeats = 1;
    bool parts = false;
    std::optional<std::filesystem::path> output{};
    std::optional<std::string> one{};   ///< method of a single run in this process
    std::optional<std::string> help{};  ///< asked for
    bool list_only = false;
};

/// Throws std::runtime_error, or what Boost throws, with what is wrong.
Plan read_plan(int argc, char** argv);

/// The instances and parts, a line each.
std::string to_text(const Plan& plan);

}  // namespace indus::bench
