// SPDX-License-Identifier: Apache-2.0
#include "model/issue.hpp"

#include <fmt/format.h>

namespace indus::model {

std::string to_string(const Issue& issue) {
    std::string text = issue.kind;
    if (!issue.name.empty()) text += " " + issue.name;
    text += ": ";
    if (!issue.field.empty()) text += issue.field + " is ";
    text += fmt::format("{}, expected {}", issue.found.empty() ? "empty" : issue.found, issue.expected);
    if (!issue.nearest.empty()) text += fmt::format("; did you mean '{}'?", issue.nearest);
    return text;
}

void Complaints::add(std::string field, double found, std::string expected) {
    add(std::move(field), fmt::format("{}", found), std::move(expected));
}

}  // namespace indus::model
