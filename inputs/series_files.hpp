// SPDX-License-Identifier: Apache-2.0
// series/*.csv: first column `time`, the start of each step in the case's fixed UTC offset, then one
// column per series.
//
//     time,demand,wind
//     2025-01-13 00:00,1210.5,0.31
//     2025-01-13 01:00,1188,0.35
//
// The step is the time between the first two rows; each further row must follow by one step. Every cell
// must hold a number. A series lives in one file only. All columns are checked; those asked for are kept.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "inputs/source_file.hpp"
#include "model/values.hpp"

namespace indus::inputs {

struct SeriesFiles {
    std::vector<model::TimeSeries> series{};  ///< the wanted ones, in the order of files and columns
    std::set<std::string> known{};            ///< names of all columns
    std::set<std::string> broken{};           ///< names of those with problems, which were reported
    bool complete = true;                     ///< false: a file's columns could not be known
};

SeriesFiles read_series_files(CaseFolder& folder, const std::set<std::string>& wanted, std::vector<Issue>& issues);

}  // namespace indus::inputs
