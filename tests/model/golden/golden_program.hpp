// SPDX-License-Identifier: Apache-2.0
// A small system whose program is kept as text in tests/golden/<name>.lp and compared byte by byte. The file opens with
// the equations it shows, so that it can be read against the mathematics without looking elsewhere.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>

#include "solver/lp_text.hpp"
#include "tests/scene.hpp"

namespace indus::tests {

struct GoldenProgram {
    std::string name{};   ///< of its file: "<kind>_<what>"
    std::string about{};  ///< what the numbers mean, in a sentence or two
    Scene scene;
    /// Equations that are bounds, costs or definitions, as "kind/name"; those of rows are found in the program.
    std::vector<std::string> bounds_and_costs{};
    ModeSteps modes{};
};

struct ShownEquation {
    std::string kind{};
    Equation equation{};
    std::string key() const { return fmt::format("{}/{}", kind, equation.name); }
};

inline std::vector<ShownEquation> all_equations() {
    std::vector<ShownEquation> all;
    for_each_kind([&]<class Component>() {
        for (const Equation& each : Component::equations()) all.push_back({std::string{Component::kind}, each});
    });
    return all;
}

/// The equations a golden program shows, in the order of the kinds.
inline std::vector<ShownEquation> shown_equations(const GoldenProgram& golden, const Formulation& formulation) {
    std::vector<std::string> keys = golden.bounds_and_costs;
    for (const UsedEquation& each : formulation.equations()) keys.push_back(fmt::format("{}/{}", each.kind, each.equation->name));
    std::vector<ShownEquation> shown;
    for (const ShownEquation& each : all_equations())
        if (std::find(keys.begin(), keys.end(), each.key()) != keys.end()) shown.push_back(each);
    return shown;
}

inline std::string golden_text(const GoldenProgram& golden) {
    const System system = golden.scene.system();
    const auto formulation = build(system, golden.modes);
    std::string text = fmt::format("\\ {}\n", golden.about);
    for (const ShownEquation& each : shown_equations(golden, *formulation))
        text += fmt::format("\\ {}, {} [{}]: {}\n", each.kind, each.equation.name, each.equation.unit, each.equation.formula);
    return text + solver::to_lp_text(formulation->program());
}

inline std::filesystem::path golden_folder() { return std::filesystem::path{INDUS_SOURCE_DIR} / "tests" / "golden"; }

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// What changed from the file to the program, a line each: "-12 as in the file" and "+12 as in the program".
inline std::string difference(const std::string& file, const std::string& program) {
    const std::vector<std::string> left = lines_of(file);
    const std::vector<std::string> right = lines_of(program);
    // common[i][j]: length of the longest common subsequence of the lines from i and from j on.
    std::vector<std::vector<int>> common(left.size() + 1, std::vector<int>(right.size() + 1, 0));
    for (std::size_t i = left.size(); i-- > 0;)
        for (std::size_t j = right.size(); j-- > 0;)
            common[i][j] = left[i] == right[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::string text;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            ++i, ++j;
        } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
            text += fmt::format("  -{:<4} {}\n", i + 1, left[i]);
            ++i;
        } else {
            text += fmt::format("  +{:<4} {}\n", j + 1, right[j]);
            ++j;
        }
    }
    return text;
}

}  // namespace indus::tests
