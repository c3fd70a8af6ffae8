// SPDX-License-Identifier: Apache-2.0
// The mathematics as text, beside the code that writes it. A row cannot exist without its Equation;
// `indus describe`, the report and the golden programs print the same words.
#pragma once

#include <string_view>

namespace indus::model {

struct Equation {
    std::string_view name{};     ///< "minimum up time"
    std::string_view unit{};     ///< unit of both sides: "MW", "MWh", "1"
    std::string_view formula{};  ///< "sum(v[i], i in t-UT+1..t) <= u[t]"
    std::string_view source{};   ///< paper and equation number, or "definition"
};

}  // namespace indus::model
