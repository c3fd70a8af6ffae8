// SPDX-License-Identifier: Apache-2.0
// A problem of a case folder: where it is, what was found, what was expected.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indus::inputs {

struct Issue {
    std::string file{};      ///< relative to the case folder: "thermal_plant.csv"
    int line = 0;            ///< from 1; 0: the file as a whole
    int column = 0;          ///< CSV: column number of the cell from 1; TOML: character; 0: the line as a whole
    std::string field{};     ///< column or key, empty where there is none
    std::string found{};     ///< the value as written
    std::string expected{};  ///< a noun phrase: "a number of at least 0"
    std::string nearest{};   ///< nearest known name for a typo, or empty
    friend bool operator==(const Issue&, const Issue&) = default;
};

/// "thermal_plant.csv:14:7: min_output_mw: found '9oo', expected a number of at least 0 [MW]; did you mean '...'?"
/// Control characters and bytes that are not UTF-8 are escaped; a long value is cut.
std::string to_string(const Issue& issue);

/// Where something was written, in the terms of Issue.
struct Place {
    std::string file{};
    int line = 0;
    int column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

/// "thermal_plant.csv:14:7", as far as it is known.
std::string to_string(const Place& place);

Issue issue_at(const Place& place, std::string_view field, std::string_view found, std::string_view expected,
               std::string_view nearest = {});

/// Sorts by file, line and column; problems of one place keep their order.
void sort_issues(std::vector<Issue>& issues);

}  // namespace indus::inputs
