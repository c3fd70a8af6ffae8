// SPDX-License-Identifier: Apache-2.0
#include "inputs/issue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

constexpr std::size_t longest_shown = 80;
/// Of a value: a hostile file may have millions of long ones.
constexpr std::size_t longest_kept = 1000;

std::string quoted(const std::string& text) { return "'" + printable(text, longest_shown) + "'"; }

}  // namespace

std::string to_string(const Place& place) {
    std::string text = printable(place.file);
    if (place.line > 0) text += fmt::format(":{}", place.line);
    if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
    return text;
}

std::string to_string(const Issue& issue) {
    std::string text = to_string(Place{issue.file, issue.line, issue.column}) + ": ";
    if (!issue.field.empty()) text += printable(issue.field, longest_shown) + ": ";
    text += fmt::format("found {}, expected {}", issue.found.empty() ? "nothing" : quoted(issue.found),
                        printable(issue.expected));
    if (!issue.nearest.empty()) text += fmt::format("; did you mean {}?", quoted(issue.nearest));
    return text;
}

Issue issue_at(const Place& place, std::string_view field, std::string_view found, std::string_view expected,
               std::string_view nearest) {
    return {place.file,
            place.line,
            place.column,
            std::string{field},
            std::string{found.substr(0, longest_kept)},
            std::string{expected},
            std::string{nearest}};
}

void sort_issues(std::vector<Issue>& issues) {
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& left, const Issue& right) {
        return std::tie(left.file, left.line, left.column) < std::tie(right.file, right.line, right.column);
    });
}

}  // namespace indus::inputs
