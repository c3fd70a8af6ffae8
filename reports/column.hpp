// SPDX-License-Identifier: Apache-2.0
// A column of a table of a digest: its key, title, unit and member (reports/columns.hpp).
#pragma once

#include <string_view>
#include <tuple>

namespace indus::reports {

template <class Row, class Value>
struct Column {
    using value_type = Value;
    std::string_view key{};
    std::string_view title{};
    std::string_view unit{};  ///< "MWh", "money", "money/MWh", "share" (1 is 100 %), "h", "" for text and counts
    Value Row::*member{};
};
template <class Row, class Value>
constexpr Column<Row, Value> column(std::string_view key, std::string_view title, std::string_view unit,
                                    Value Row::*member) {
    return {key, title, unit, member};
}

template <class Row>
struct Columns;

template <class Row, class Function>
constexpr void for_each_column(Function&& function) {
    std::apply([&](const auto&... each) { (function(each), ...); }, Columns<Row>::all);
}

}  // namespace indus::reports
