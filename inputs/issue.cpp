// SPDX-License-Identifier: Apache-2.0
#include "inputs/issue.hpp"

#include <fmt/format.h>

namespace indus::inputs {

std::string to_string(const Issue& issue) {
    std::string text = issue.file;
    if (issue.line > 0) text += fmt::format(":{}", issue.line);
    if (issue.line > 0 && issue.column > 0) text += fmt::format(":{}", issue.column);
    text += ": ";
    if (!issue.field.empty()) text += issue.field + ": ";
    text += fmt::format("found {}, expected {}", issue.found.empty() ? "nothing" : "'" + issue.found + "'", issue.expected);
    if (!issue.nearest.empty()) text += fmt::format("; did you mean '{}'?", issue.nearest);
    return text;
}

}  // namespace indus::inputs
