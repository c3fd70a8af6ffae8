// SPDX-License-Identifier: Apache-2.0
// What is wrong with user data, told so that it can be found and mended. `inputs/` maps kind, row and
// field to file, line and column.
#pragma once

#include <string>
#include <vector>

namespace indus::model {

struct Issue {
    std::string kind{};      ///< component kind ("thermal_plant"), or "case"
    int row = -1;            ///< position in the kind's list; -1 for the kind as a whole
    std::string name{};      ///< the component's name
    std::string field{};     ///< field at fault; empty for the component as a whole
    std::string found{};     ///< the value found, as text
    std::string expected{};  ///< what was expected, a noun phrase: "a number of at least 0"
    std::string nearest{};   ///< nearest known name, for a reference that does not exist
};

/// "thermal_plant hub_1: min_output_mw is 700, expected at most capacity_mw (660)".
std::string to_string(const Issue& issue);

/// Where a component's `check` says what is wrong with it.
class Complaints {
public:
    Complaints(std::vector<Issue>& issues, std::string kind, int row, std::string name)
        : issues_{issues}, kind_{std::move(kind)}, row_{row}, name_{std::move(name)} {}
    void add(std::string field, std::string found, std::string expected, std::string nearest = {}) {
        issues_.push_back(
            {kind_, row_, name_, std::move(field), std::move(found), std::move(expected), std::move(nearest)});
    }
    void add(std::string field, double found, std::string expected);

private:
    std::vector<Issue>& issues_;
    std::string kind_;
    int row_;
    std::string name_;
};

}  // namespace indus::model
