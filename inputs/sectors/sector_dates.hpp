// SPDX-License-Identifier: Apache-2.0
// Holidays and Ramadan, which a template cannot know, as its calendars take them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs/issue.hpp"

namespace indus::inputs {

struct SectorDates {
    std::string holidays{};      ///< with blanks between: "2025-03-31 2025-04-01"
    std::string ramadan_from{};  ///< its first day
    std::string ramadan_to{};    ///< the day after its last
    bool are_given() const { return !holidays.empty() || !ramadan_from.empty(); }
};

/// `holidays`: dates with blanks or commas between. `ramadan`: its first and last day, "2025-03-02:2025-03-30". Either
/// may be empty. What is no date is an issue of --holidays or --ramadan.
SectorDates sector_dates(std::string_view holidays, std::string_view ramadan, std::vector<Issue>& issues);

}  // namespace indus::inputs
