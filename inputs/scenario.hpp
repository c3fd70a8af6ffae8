// SPDX-License-Identifier: Apache-2.0
// scenarios/<name>.toml: what a scenario changes in the case.
//
//     extends = "dry_year"              # default: "base", the case itself; several: ["dry_year", "lng_shock"]
//     description = "LNG does not arrive."
//
//     [settings.horizon]                # any key of [horizon] and [defaults] in case.toml
//     hours = 24
//
//     [[set]]                           # gives fields a value; an empty text takes the field back to its default
//     kind = "thermal_plant"
//     name = "hub_*"                    # * is any text, ? any one character; may be left out where `where` is given
//     where = { technology = "coal" }   # only those whose fields have these values
//     values = { capacity_mw = 600, fuel = "lng" }
//
//     [[scale]]                         # multiplies a number, each value of steps, or a copy of the series
//     kind = "demand"
//     name = "*"                        # `where` as above
//     field = "load_mw"
//     factor = 1.1
//
//     [[add]]                           # a whole new component
//     kind = "zone"
//     values = { name = "rashakai", role = "industrial" }
//
//     [[remove]]
//     kind = "line"
//     name = "north_south"              # `where` as above
//
// Operations are done in the order in which they stand in the file, those of the extended scenarios first, in the order
// in which they are named; those of a scenario that two of them extend are done once, where it is first met.
// An operation that finds no component is an issue. Scaling a field that is empty and has no default
// number leaves it empty; it is an issue when it is so for all components found.
#pragma once

#include <string>
#include <vector>

#include "inputs/case_settings.hpp"
#include "inputs/draft.hpp"
#include "inputs/source_file.hpp"

namespace indus::inputs {

/// The scenarios of a case, sorted, `base` first.
std::vector<std::string> scenario_names(const CaseFolder& folder);

/// Applies a scenario and those it extends to the data and the settings.
void apply_scenario(CaseFolder& folder, const std::string& name, Draft& draft, SettingsDraft& settings);

}  // namespace indus::inputs
