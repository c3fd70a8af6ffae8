// SPDX-License-Identifier: Apache-2.0
// Adds a plant of a sector to a case folder: rows in its tables or in a scenario, all of them or none.
//
//     const AddedSector added = add_sector("cases/island", {.sector = "steel", .zone = "port", .peak_mw = 30});
//     for (const Issue& issue : added.issues) std::cerr << to_string(issue) << '\n';
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "inputs/issue.hpp"

namespace indus::inputs {

struct SectorWish {
    std::string sector{};
    std::string zone{};
    double peak_mw = 0.0;
    std::string name{};      ///< empty: "<zone>_<sector>"
    std::string fuel{};      ///< of the case, for all that burns; empty: the template's own
    std::string scenario{};  ///< to which it is added; empty: the case itself
    std::string holidays{};  ///< dates on which those who have a calendar do not work: "2025-03-31 2025-04-01"
    std::string ramadan{};   ///< first and last day of shorter hours: "2025-03-02:2025-03-30"
};

struct AddedSector {
    std::string name{};
    double size = 0.0;                                 ///< times the template
    std::vector<std::pair<std::string, int>> files{};  ///< files that grew, and by how many rows
    std::vector<Issue> issues{};                       ///< where there are any, nothing was changed
};

/// The case must be free of problems, and is so afterwards. What it will be is checked in a hidden folder in the case
/// before the files are renamed into their places.
AddedSector add_sector(const std::filesystem::path& case_folder, const SectorWish& wish);

}  // namespace indus::inputs
