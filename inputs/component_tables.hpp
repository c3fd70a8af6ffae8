// SPDX-License-Identifier: Apache-2.0
// The tables of a case: `<kind>.csv` with one row per component and one column per field.
// A table that is not there has no rows; a *.csv file that is no table of a known kind is an issue.
#pragma once

#include "inputs/draft.hpp"
#include "inputs/source_file.hpp"

namespace indus::inputs {

void read_component_tables(CaseFolder& folder, Draft& draft);

}  // namespace indus::inputs
