// SPDX-License-Identifier: Apache-2.0
// The mathematics as text, beside the code that writes it. A row cannot exist without its Equation;
// `indus describe`, the report and the golden programs print the same words.
#pragma once

#include <string_view>

namespace indus::model {

/// What it would mean to break a row; an infeasible case is explained by breaking the least rigid ones.
enum class Rigidity {
    requirement,  ///< asked for by the planner: a release, an end level, a reserve, a cap
    operation,    ///< a limit of a machine: a ramp, a minimum up time
    balance,      ///< supply equals demand
    law,          ///< physics, logic or definition: broken in no story that could be told
};

struct Equation {
    std::string_view name{};     ///< "minimum up time"
    std::string_view unit{};     ///< unit of both sides: "MW", "MWh", "1"
    std::string_view formula{};  ///< "sum(v[i], i in t-UT+1..t) <= u[t]"
    std::string_view source{};   ///< paper and equation number, or "definition"
    Rigidity rigidity = Rigidity::requirement;
    /// What cannot be had when the row must be broken, a clause with {amount} (by how much, in the row's unit), {limit}
    /// (the side that is broken) and {verb} ("falls short of" or "exceeds"). Empty: the name of the row and the amount.
    std::string_view broken{};
};

}  // namespace indus::model
