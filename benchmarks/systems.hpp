// SPDX-License-Identifier: Apache-2.0
// Systems to measure by: read from a file or a case folder, or made by name.
//
//     kazarlis:40            ten units of tests/cases/kazarlis_10, four times over
//     random:500:48:3:7      500 units, 48 hours, 3 zones in a ring of lines, seed 7
//     industry:50:168:15:7   50 processes in a zone, 168 hours in steps of 15 minutes, seed 7 (industry.hpp)
//     island:50:168:15:7     the same industry beside six large units instead of a grid and engines
//     pakistan:168           hours of the Pakistan case
//     PATH                   a case folder, or a file that `indus import` knows
#pragma once

#include <string>

#include "model/system.hpp"

namespace indus::bench {

/// Throws std::runtime_error that says what is wrong with the name or the file.
model::System system_named(const std::string& name);

/// A fleet of coal, combined-cycle, gas and oil units with an hourly demand of working days and 5 % of reserve; the
/// same for the same numbers on every machine.
model::System random_system(int units, int hours, int zones, unsigned seed);

}  // namespace indus::bench
