// SPDX-License-Identifier: Apache-2.0
// The rows of a sector template as a case takes them: named, placed, of the size and in the currency asked for.
#pragma once

#include <string>
#include <vector>

#include "inputs/sectors/sector_dates.hpp"
#include "inputs/sectors/sector_template.hpp"

namespace indus::inputs {

struct SectorPlace {
    std::string name{};  ///< of the process, and what other names begin with
    std::string zone{};
    std::string fuel{};   ///< of the case, for all that burns; empty: the template's own
    double size = 1.0;    ///< times the template
    double dollar = 1.0;  ///< units of the case's currency
    SectorDates dates{};  ///< for its calendars
};

std::vector<SectorTable> sector_rows(const SectorTemplate& sector, const SectorPlace& place);

}  // namespace indus::inputs
