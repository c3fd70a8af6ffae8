// SPDX-License-Identifier: Apache-2.0
// Templates of industrial sectors: plants of a usual size as tables of a case, built into the program from the folders
// beside this file.
//
//     const SectorTemplate* steel = find_sector("steel");
//     peak_mw(*steel);                       // 45.47
//
// A template says `zone` where the case says its zone; its process is named after the sector, money is in USD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indus::inputs {

struct SectorTable {
    std::string kind{};
    std::vector<std::string> columns{};
    std::vector<std::vector<std::string>> rows{};

    /// The cell of a row, empty where there is no such column.
    std::string_view cell(std::size_t row, std::string_view column) const;
    /// The same as a number; 0 where it is empty.
    double number(std::size_t row, std::string_view column) const;
};

struct SectorTemplate {
    std::string name{};
    std::string title{};                ///< the heading of its SOURCES.md
    std::string sources{};              ///< the text of its SOURCES.md
    std::vector<SectorTable> tables{};  ///< one each of the kinds that it has
    const SectorTable* table(std::string_view kind) const;
};

/// All of them, by name.
const std::vector<SectorTemplate>& sector_templates();
/// The template of that name, or null.
const SectorTemplate* find_sector(std::string_view name);

/// The most that a mode of a stage (a row of stage_mode) draws [MW].
double mode_peak_mw(const SectorTable& modes, std::size_t row);
/// The most that the plant draws: all stages in the mode that draws most, and all shiftable loads, at once [MW].
double peak_mw(const SectorTemplate& sector);

}  // namespace indus::inputs
