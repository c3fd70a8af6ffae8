// SPDX-License-Identifier: Apache-2.0
// A problem of a case folder: where it is, what was found, what was expected.
#pragma once

#include <string>
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
};

/// "thermal_plant.csv:14:7: min_output_mw: found '9oo', expected a number of at least 0 [MW]; did you mean '...'?"
std::string to_string(const Issue& issue);

}  // namespace indus::inputs
