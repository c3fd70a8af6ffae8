// SPDX-License-Identifier: Apache-2.0
// results.xlsx: the run for people who work in spreadsheets.
//
//   Summary          the answer in words, key figures with units, costs and emissions by what causes them
//   Charts           dispatch by technology (all zones, each zone), prices, energy by technology, cost by kind
//   Dispatch ...     what the dispatch and price charts draw
//   Plants, Zones, Generation, ...   every table of csv_tables.hpp
//   Inputs           what was read, field by field
//
// A run of more than `most_workbook_steps` steps shows days where the CSV tables show steps, and says so. Equal runs
// give equal bytes: no time but the run's own is in the file.
#pragma once

#include <filesystem>

#include "reports/page.hpp"

namespace indus::reports {

/// Two months of hours.
inline constexpr int most_workbook_steps = 1500;

/// Throws std::runtime_error that names the file where it cannot be written whole.
void write_workbook(const PageInput& in, const std::filesystem::path& file);

}  // namespace indus::reports
