// SPDX-License-Identifier: Apache-2.0
// What was read, kind by kind, as tables for the page and the workbook (written in page_inputs.cpp).
#pragma once

#include <vector>

#include "reports/html_table.hpp"
#include "reports/page.hpp"

namespace indus::reports {

struct InputTable {
    std::string title{};  ///< "thermal_plant (59)"
    HtmlTable table{};    ///< of text; `values` beside it has what is a plain number, exactly
};

/// Kinds without a component are left out, and so are fields that every row leaves at its default.
std::vector<InputTable> input_tables(const model::System& system);

}  // namespace indus::reports
